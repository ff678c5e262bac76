import Basics
package import Vocabulary

/// Everything that a source publishes on one State. Small enough to hold: a few hundred cells, at most some thousand.
package struct StateCells: Sendable {
    package let state: CountryCode
    package let cells: [StatisticCell]
    /// The same by indicator and dimension: a page asks for a dozen tables, each of one of them.
    private let parts: [[StatisticCell]]

    package init(state: CountryCode, cells: [StatisticCell]) {
        self.state = state
        self.cells = cells
        var parts = [[StatisticCell]](repeating: [], count: Indicator.allCases.count * Dimension.allCases.count)
        for cell in cells { parts[StateCells.place(cell.indicator, cell.dimension)].append(cell) }
        self.parts = parts
    }

    /// The cells of one indicator in one dimension.
    package func cells(_ indicator: Indicator, _ dimension: Dimension) -> [StatisticCell] {
        parts[StateCells.place(indicator, dimension)]
    }

    private static func place(_ indicator: Indicator, _ dimension: Dimension) -> Int {
        indicator.place * Dimension.allCases.count + dimension.place
    }

    /// The years with any cell, in order.
    package var years: [Int] { Set(cells.map(\.year)).sorted() }

    /// The published total of one year; nothing when none was published, whatever parts there may be.
    package func total(_ indicator: Indicator, in year: Int) -> Figure {
        cells(indicator, .total).first { $0.isTotal && $0.year == year }?.sum.figure ?? .nothing
    }

    /// The published totals by year, in order of the years.
    package func totals(_ indicator: Indicator) -> [StatisticsRow] { rows(indicator, by: [.year]) }

    /// A table of this State alone, by the same rules as `Statistics.answer`.
    package func rows(_ indicator: Indicator, by facets: [Facet], in years: ClosedRange<Int>? = nil) -> [StatisticsRow] {
        let question = StatisticsQuestion(indicator: indicator, years: years, by: facets)
        let dimension = question.dimension
        let bySex = facets.contains(.sex)
        let byAge = facets.contains(.age)
        let every = cells(indicator, dimension)
        let mine = years.map { span in every.filter { span.contains($0.year) } } ?? every
        var subtotals: Set<Subtotal> = []
        if bySex != byAge {
            for cell in mine where (cell.sex == nil) != bySex && (cell.age == nil) != byAge {
                subtotals.insert(Subtotal(cell))
            }
        }
        var sums: [[FacetValue]: CellSum] = [:]
        var named: [[FacetValue]: [CitizenshipOfYear: CellSum]] = [:]
        for cell in mine {
            switch (bySex, byAge) {
            case (false, false): guard cell.sex == nil, cell.age == nil else { continue }
            case (true, true): guard cell.sex != nil, cell.age != nil else { continue }
            case (true, false):
                guard cell.sex != nil, cell.age == nil || !subtotals.contains(Subtotal(cell, sex: cell.sex, age: nil))
                else { continue }
            case (false, true):
                guard cell.age != nil, cell.sex == nil || !subtotals.contains(Subtotal(cell, sex: nil, age: cell.age))
                else { continue }
            }
            let values = facets.compactMap { value(of: $0, in: cell) }
            guard values.count == facets.count else { continue }
            if dimension == .citizenship {
                if cell.category == Citizenship.columnTotal { continue }
                let key = CitizenshipOfYear(year: cell.year, category: cell.category)
                named[values, default: [:]][key, default: CellSum()].join(cell.sum)
            } else {
                sums[values, default: CellSum()].add(cell.sum)
            }
        }
        for (values, parts) in named {
            for part in parts.values { sums[values, default: CellSum()].add(part) }
        }
        return sums.map { values, sum in
            var sum = sum
            sum.states = 1
            return StatisticsRow(values: values, figure: sum.figure)
        }.sorted { $0.values.precedes($1.values) }
    }

    private func value(of facet: Facet, in cell: StatisticCell) -> FacetValue? {
        switch facet {
        case .year: .year(cell.year)
        case .state: .state(state)
        case .region: nil
        case .sex: cell.sex.map(FacetValue.sex)
        case .age: cell.age.map(FacetValue.age)
        case .form: .form(cell.category)
        case .citizenship: .citizenship(Citizenship(code: cell.category))
        }
    }

    private struct Subtotal: Hashable {
        let year: Int
        let label: String
        let sex: Sex?
        let age: AgeBand?

        init(_ cell: StatisticCell) { self.init(cell, sex: cell.sex, age: cell.age) }

        init(_ cell: StatisticCell, sex: Sex?, age: AgeBand?) {
            (year, label, self.sex, self.age) = (cell.year, cell.label, sex, age)
        }
    }

    private struct CitizenshipOfYear: Hashable {
        let year: Int
        let category: String?
    }
}

extension StatisticCell {
    /// Whether it is the figure for everybody: no split of any kind.
    package var isTotal: Bool { dimension == .total && sex == nil && age == nil }
}

extension CellSum {
    /// Joins a cell that may speak of the same people: at least the larger of the two, at most both.
    mutating func join(_ other: CellSum) {
        let larger = max(low, other.low)
        add(other)
        low = larger
        states = max(1, states - 1)
    }
}
