import Basics
package import Vocabulary
package import Web

/// What the pages on figures need, read once at start.
package struct NumbersPages: Sendable {
    package let statistics: Statistics
    package let codebook: Codebook
    package let shapes: WorldShapes

    package init(statistics: Statistics, codebook: Codebook, shapes: WorldShapes) {
        self.statistics = statistics
        self.codebook = codebook
        self.shapes = shapes
    }

    fileprivate var tables: WorldTables { WorldTables(statistics: statistics, codebook: codebook) }

    /// The years of the main source.
    fileprivate func span() async throws -> (source: PublishedSource, years: ClosedRange<Int>) {
        let source = try await statistics.mainSource()
        guard let years = source.years else { throw QuestionRefused.noSource }
        return (source, years)
    }
}

extension Routes {
    //  GET  /numbers                      the world                        anyone
    //  GET  /numbers/reporting            who reported when                anyone
    //  GET  /numbers/flows                citizenship to detection         anyone
    //  GET  /numbers/compare              countries and regions            anyone
    //  GET  /numbers/quality              rules and findings               anyone
    //  GET  /numbers/sources              sources and method               anyone
    //  GET  /numbers/tables/{t}.{format}  each table of these as a file    anyone
    //  GET  /countries                    all 249                          anyone
    package mutating func addNumbers(_ pages: NumbersPages) {
        get("/numbers", needs: .anyone) { visit in
            .figures(version: try await pages.statistics.version()) { try await pages.world(visit) }
        }
        get("/numbers/reporting", needs: .anyone) { visit in
            let reporting = try await pages.tables.reporting(in: visit.language)
            return .page(ReportingPage(sheet: reporting.sheet, source: reporting.grid.source))
        }
        get("/numbers/flows", needs: .anyone) { visit in try await pages.flows(visit) }
        get("/numbers/compare", needs: .anyone) { visit in
            let choice = CompareChoice(visit.query, codebook: pages.codebook)
            return .page(
                ComparePage(
                    choice: choice, places: CompareChoice.all(pages.codebook, in: visit.language),
                    sheet: try await pages.tables.compare(choice),
                    source: try await pages.span().source
                )
            )
        }
        get("/numbers/quality", needs: .anyone) { visit in
            let quality = try await pages.tables.quality(visit.query)
            return .page(
                QualityPage(
                    filled: Filled(FormBody(visit.query)), rules: quality.rules, findings: quality.findings, source: quality.source,
                    choice: visit.query.pairs.filter { ["rule", "verdict"].contains($0.name) }
                )
            )
        }
        get("/numbers/sources", needs: .anyone) { _ in
            .page(SourcesPage(published: try await pages.statistics.publishedSources(), labels: try await pages.tables.labels()))
        }
        get(EvidenceAddress.worldTablePattern, needs: .anyone) { visit in
            guard let table = WorldTable(rawValue: visit.parameter("table")), let format = visit.format,
                let sheet = try await pages.sheet(table, visit)
            else { return .notFound }
            return try .download(sheet, format, in: visit.language)
        }
        get("/countries", needs: .anyone) { visit in .page(try await pages.tables.countriesPage(visit)) }
    }
}

extension NumbersPages {
    fileprivate func world(_ visit: Visit) async throws -> WorldPage {
        let (source, years) = try await span()
        let year = YearField.read(visit.query, of: years, name: "year") ?? years.upperBound
        return WorldPage(
            years: years, headline: try await statistics.headline(year), byYear: try await tables.byYear(),
            map: try await tables.map(year: year, in: visit.language), shapes: shapes, forms: try await tables.forms(),
            sexes: try await tables.sexes(), ages: try await tables.ages(), source: source
        )
    }

    fileprivate func flows(_ visit: Visit) async throws -> Answer {
        let (source, years) = try await span()
        let choice = FlowChoice(visit.query, span: years, countries: codebook.countries)
        let (sheet, flows, figures) = try await tables.flows(choice)
        return .page(
            FlowsPage(
                choice: choice, span: years, countries: codebook.countries.sorted(in: visit.language), sheet: sheet,
                map: tables.drawn(flows, on: shapes, focus: choice.citizenship ?? choice.detected), withoutState: figures.withoutState,
                source: source
            )
        )
    }

    /// The table that a download asks for, by the same query as its page.
    fileprivate func sheet(_ table: WorldTable, _ visit: Visit) async throws -> Sheet? {
        switch table {
        case .byYear: return try await tables.byYear()
        case .map:
            let years = try await span().years
            return try await tables.map(year: YearField.read(visit.query, of: years, name: "year") ?? years.upperBound, in: visit.language)
        case .forms: return try await tables.forms().sheet
        case .sexes: return try await tables.sexes().sheet
        case .ages: return try await tables.ages().sheet
        case .reporting: return try await tables.reporting(in: visit.language).sheet
        case .flows:
            let years = try await span().years
            return try await tables.flows(FlowChoice(visit.query, span: years, countries: codebook.countries)).sheet
        case .compare: return try await tables.compare(CompareChoice(visit.query, codebook: codebook))
        case .quality: return try await tables.quality(visit.query).findings
        case .labels: return try await tables.labels()
        case .rules: return try await tables.quality(visit.query).rules
        }
    }
}
