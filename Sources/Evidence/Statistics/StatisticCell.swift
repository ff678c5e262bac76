package import Basics
import Store
package import Vocabulary

/// One published cell of one State's statistics.
package struct StatisticCell: Sendable, Hashable {
    package let indicator: Indicator
    package let dimension: Dimension
    /// `nil` is all together.
    package let sex: Sex?
    /// `nil` is all together.
    package let age: AgeBand?
    package let year: Int
    /// As published; empty for totals.
    package let label: String
    /// The code that the label was read as: a country, a form, `unknown` …; `nil` when it could not be read.
    package let category: String?
    package let count: Count
    package let kind: CellKind

    var isDisputed: Bool { kind == .disputed }

    /// What it adds to a sum.
    var sum: CellSum {
        var sum = CellSum()
        sum.cells = 1
        sum.states = 1
        sum.disputed = isDisputed ? 1 : 0
        sum.few = kind == .few ? 1 : 0
        guard let bounds = count.bounds else {
            sum.absent = 1
            switch count {
            case .absent(.withheld): sum.reason = 3
            case .absent(.notCollected): sum.reason = 2
            case .absent(.notApplicable): sum.reason = 1
            default: sum.reason = 0
            }
            return sum
        }
        (sum.low, sum.high) = (bounds.lowerBound, bounds.upperBound)
        return sum
    }
}

extension StatisticCell {
    /// Reads indicator, dimension, sex, age, year, label, category, low, high, kind and absence.
    init?(_ row: borrowing Row) {
        guard let indicator = Indicator(rawValue: row.text(0)), let dimension = Dimension(rawValue: row.text(1)),
            let kind = CellKind(rawValue: row.text(9))
        else { return nil }
        (self.indicator, self.dimension, self.kind) = (indicator, dimension, kind)
        sex = Sex(rawValue: row.text(2))
        age = AgeBand(rawValue: row.text(3))
        year = row.int(4)
        label = row.text(5)
        category = row.optionalText(6)
        switch kind {
        case .absent: count = .absent(Absence(rawValue: row.text(10)) ?? .nothing)
        case .few: count = .fewerThanFive
        case .exact, .range, .disputed:
            let low = row.int(7)
            count = Count(bounds: low...max(low, row.int(8)))
        }
    }
}

extension SQL {
    /// All cells of one State, in the order of their key.
    static func cells(of state: CountryCode, source: Int) -> SQL {
        """
        SELECT indicator, dimension, sex, age, year, label, category, low, high, kind, absence
        FROM statistic WHERE source = \(source) AND state = \(state.alpha3)
        """
    }

    /// All cells of a source, State by State.
    static func cellsByState(source: Int) -> SQL {
        """
        SELECT indicator, dimension, sex, age, year, label, category, low, high, kind, absence, state
        FROM statistic WHERE source = \(source) ORDER BY state
        """
    }
}
