import Basics
import Vocabulary
import Web

/// Which States reported in which year: a grid in which the gaps are as visible as the figures.
struct ReportingPage: Page {
    let sheet: Sheet
    let source: PublishedSource

    var title: Word { .reporting }
    var door: Door { .steering }
    var sources: [PageSource] { [PageSource(source)] }
    var trail: [Crumb] { [Crumb(.numbers, EvidenceAddress.numbers)] }

    func body(_ html: inout Markup) {
        html.p(.reportingLead, .class("lead"))
        html.sheet(sheet, id: "reporting", at: EvidenceAddress.worldTable(.reporting))
        html.furtherOnNumbers()
    }
}

extension WorldTables {
    func reporting(in language: Language) async throws -> (sheet: Sheet, grid: ReportingGrid) {
        let grid = try await statistics.reporting()
        let reporters = Set(grid.states)
        let sheet = Sheet(
            name: "reporting", title: .reportingTitle,
            columns: [Column("country", .country), Column("code", .code)]
                + grid.years.map { Column("year_\($0)", .data(String($0)), .integer) }
                + [Column("years_reported", .yearsWithReport, .integer), Column("last_year", .lastReported, .integer)],
            rows: codebook.countries.sorted(in: language).filter { $0.isMember || reporters.contains($0.code) }.map { country in
                let reported = grid.years.map { grid.indicators(country.code, in: $0).count }
                return [.link(.word(country.name), to: EvidenceAddress.country(country.code)), .text(country.code.alpha3)]
                    + reported.map { $0 == 0 ? .absent(.nothing) : .integer($0) }
                    + [
                        .integer(reported.count { $0 > 0 }),
                        grid.lastYear(of: country.code).map(Cell.integer) ?? .absent(.nothing),
                    ]
            },
            source: grid.source.sheetSource, notes: [.reportingLead]
        )
        return (sheet, grid)
    }
}
