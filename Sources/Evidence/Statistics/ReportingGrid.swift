import Basics
import Store
package import Vocabulary

/// Which States published a total of what in which year: the gaps are as visible as the figures.
package struct ReportingGrid: Sendable {
    package let source: PublishedSource
    /// Every year of the source, those without any report included.
    package let years: [Int]
    private let reports: [CountryCode: [Int: Set<Indicator>]]

    init(source: PublishedSource, reports: [CountryCode: [Int: Set<Indicator>]]) {
        self.source = source
        self.reports = reports
        years = source.years.map(Array.init) ?? []
    }

    /// The States and areas that have published any total, by code.
    package var states: [CountryCode] { reports.keys.sorted() }

    /// What a State published for a year; empty is a gap.
    package func indicators(_ state: CountryCode, in year: Int) -> Set<Indicator> { reports[state]?[year] ?? [] }

    /// How many States published the total of an indicator for a year.
    package func count(of indicator: Indicator, in year: Int) -> Int {
        reports.values.count { $0[year]?.contains(indicator) ?? false }
    }

    /// The years for which a State published the total of an indicator.
    package func years(of indicator: Indicator, by state: CountryCode) -> [Int] {
        (reports[state] ?? [:]).filter { $0.value.contains(indicator) }.keys.sorted()
    }

    /// The last year for which a State published any total.
    package func lastYear(of state: CountryCode) -> Int? { reports[state]?.keys.max() }
}

extension Statistics {
    package func reporting(source name: String? = nil) async throws -> ReportingGrid {
        try await database.read { tx in
            let source = try tx.source(named: name)
            var reports: [CountryCode: [Int: Set<Indicator>]] = [:]
            for indicator in Indicator.allCases {
                try tx.forEach(.reports(of: indicator, source: source.number)) { row in
                    guard let state = CountryCode(row.text(0)) else { return }
                    reports[state, default: [:]][row.int(1), default: []].insert(indicator)
                }
            }
            return ReportingGrid(source: source, reports: reports)
        }
    }
}

extension SQL {
    /// State and year of every published total with a number.
    static func reports(of indicator: Indicator, source: Int) -> SQL {
        """
        SELECT state, year FROM statistic
        WHERE source = \(source) AND indicator = \(indicator.rawValue) AND dimension = 'total' AND sex = 'total'
            AND age = 'total' AND low IS NOT NULL
        """
    }
}
