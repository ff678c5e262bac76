import Basics
import Vocabulary

/// Whether the parts of a total, each at its lowest, already exceed the total at its highest.
struct PartsOverTotal: QualityRule {
    /// The split whose parts are added up.
    enum Split: String, CaseIterable { case sex, age, form, citizenship }

    let split: Split

    static let all: [any QualityRule] = Split.allCases.map(PartsOverTotal.init)

    var code: String { "parts-over-total-\(split.rawValue)" }
    var aspect: QualityAspect { .consistency }
    var title: Word { .partsOverTotal(split) }
    var meaning: Word { .partsOverTotalMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        let totals = cells.highestTotals(of: .victims)
        var lowest: [Int: Int] = [:]
        var named: [Name: Int] = [:]
        // Cells published twice with different values are left out: `PublishedTwice` speaks of them.
        for cell in cells.cells(.victims, dimension) where isPart(cell) && !cell.isDisputed {
            guard let bounds = cell.count.bounds, totals[cell.year] != nil else { continue }
            if split == .citizenship {
                // One country under two names may be one figure twice: only the larger is sure.
                let name = Name(year: cell.year, category: cell.category ?? "=\(cell.label)")
                named[name] = max(named[name] ?? 0, bounds.lowerBound)
                lowest[cell.year] = lowest[cell.year] ?? 0
            } else {
                lowest[cell.year, default: 0] += bounds.lowerBound
            }
        }
        for (name, low) in named { lowest[name.year, default: 0] += low }
        guard !lowest.isEmpty else { return nil }
        let failing = lowest.filter { $0.value > totals[$0.key] ?? .max }.keys
        return QualityFinding(rule: code, checked: Set(lowest.keys), failing: Set(failing), otherwise: .fault)
    }

    private struct Name: Hashable {
        let year: Int
        let category: String
    }

    private var dimension: Dimension {
        switch split {
        case .sex, .age: .total
        case .form: .exploitation
        case .citizenship: .citizenship
        }
    }

    private func isPart(_ cell: StatisticCell) -> Bool {
        switch split {
        case .sex: cell.sex != nil && cell.age == nil || cell.isUnknownBoth
        case .age: cell.sex == nil && cell.age != nil || cell.isUnknownBoth
        case .form: cell.sex == nil && cell.age == nil
        case .citizenship: cell.sex == nil && cell.age == nil && cell.category != Citizenship.columnTotal
        }
    }
}

extension StatisticCell {
    /// People of whom neither sex nor age is published: a part of a split by either.
    fileprivate var isUnknownBoth: Bool { sex == .unknown && age == .unknown }
}

extension StateCells {
    /// The highest value that each published total can have, by year.
    func highestTotals(of indicator: Indicator) -> [Int: Int] {
        var totals: [Int: Int] = [:]
        for cell in cells(indicator, .total) where cell.isTotal {
            if let bounds = cell.count.bounds { totals[cell.year] = bounds.upperBound }
        }
        return totals
    }

    /// The lowest value that each published total can have, by year.
    func lowestTotals(of indicator: Indicator) -> [Int: Int] {
        var totals: [Int: Int] = [:]
        for cell in cells(indicator, .total) where cell.isTotal {
            if let bounds = cell.count.bounds { totals[cell.year] = bounds.lowerBound }
        }
        return totals
    }

    /// The years with a published total of an indicator.
    func reportedYears(of indicator: Indicator) -> Set<Int> { Set(highestTotals(of: indicator).keys) }
}
