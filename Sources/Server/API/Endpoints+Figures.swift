import Evidence
import Vocabulary
import Web

extension Endpoint {
    /// The parts of a question to the statistics, as they stand in an address.
    private static let question: [Parameter] = [
        .query("indicator", .choice(Indicator.allCases.map(\.rawValue)), "What is counted.", required: true),
        .query("year", .text(matching: "[0-9]{4}(-[0-9]{4})?", length: 9), "One year, or a span: 2015-2019. All years when left out."),
        .query(
            "by", .text(matching: "[a-z]*(,[a-z]+)*", length: 60), "Facets with commas: year, state, region, sex, age, form, citizenship."),
        .query("states", .text(matching: "[A-Z]{3}(,[A-Z]{3})*", length: 1_000), "Alpha-3 codes with commas. All when left out."),
        .query("region", .text(matching: "[0-9]{3}", length: 3), "Only the States of this M49 region."),
        .query("source", .text(length: 60), "The name of a source; the main one when left out."),
    ]

    private static let alpha3 = Parameter.path("code", .text(matching: "[A-Z]{3}", length: 3), "The alpha-3 code of a State or area.")

    static func figures(_ statistics: Statistics, _ codebook: Codebook) -> [Endpoint] {
        [
            Endpoint(
                verb: .get, path: "/api/v1/countries", operation: "listCountries", summary: "All States and areas of the register.",
                answer: .object(["countries": .list(of: .named("Country"))])
            ) { _ in
                .json(["countries": JSONValue.list(codebook.countries.all.map(JSONValue.country))])
            },
            Endpoint(
                verb: .get, path: "/api/v1/countries/{code}", operation: "getCountry",
                summary: "What a State has reported, by year, and where its citizens were detected.", parameters: [alpha3],
                answer: .object([
                    "country": .named("Country"), "source": .named("Source"), "totals": .dictionary(of: .list(of: .named("Row"))),
                    "citizens_elsewhere": .list(of: .object(["detected_in": .text, "year": .integer, "count": .named("Count")])),
                    "quality": .list(
                        of: .object([
                            "rule": .text, "verdict": .text, "checked": .integer, "failing": .integer, "years": .list(of: .integer),
                        ])),
                ]), refusals: [.notFound]
            ) { visit in
                guard let country = codebook.countries.country(alpha3: visit.parameter("code")) else { return .notFound }
                return .json(JSONValue.figures(of: country, try await statistics.country(country.code)))
            },
            Endpoint(
                verb: .get, path: "/api/v1/statistics", operation: "askStatistics",
                summary: "Published statistics: what is counted, where, when, and split by what.", parameters: question,
                answer: .object(["indicator": .text, "source": .named("Source"), "rows": .list(of: .named("Row"))]),
                refusals: [.notFound, .invalid]
            ) { visit in
                let question = try StatisticsQuestion(visit.query)
                try await statistics.requirePublished(question.source)
                return .json(JSONValue.rows(try await statistics.answer(question)))
            },
            Endpoint(
                verb: .get, path: "/api/v1/flows", operation: "listFlows",
                summary: "From citizenship to country of detection, the largest first.",
                parameters: [
                    .query("from", .integer(in: 1900...2200), "The first year."),
                    .query("through", .integer(in: 1900...2200), "The last year."),
                ],
                answer: .object([
                    "source": .named("Source"),
                    "flows": .list(of: .object(["citizenship": .text, "detected_in": .text, "count": .named("Count")])),
                    "without_state": .named("Count"),
                ]), refusals: [.notFound, .invalid]
            ) { visit in
                let figures = try await statistics.flows(years: try visit.query.years())
                return .json(
                    [
                        "source": JSONValue.source(figures.source), "without_state": .count(figures.withoutState),
                        "flows": .list(
                            figures.flows.map {
                                ["citizenship": .text($0.from.alpha3), "detected_in": .text($0.to.alpha3), "count": .count($0.figure)]
                            }
                        ),
                    ]
                )
            },
            Endpoint(
                verb: .get, path: "/api/v1/reporting", operation: "listReporting",
                summary: "Which States published totals of which indicators, year by year.",
                answer: .object([
                    "source": .named("Source"), "years": .list(of: .integer),
                    "states": .dictionary(of: .dictionary(of: .list(of: .text))),
                ]), refusals: [.notFound]
            ) { _ in .json(JSONValue.reporting(try await statistics.reporting())) },
            Endpoint(
                verb: .get, path: "/api/v1/sources", operation: "listSources", summary: "The sources of published statistics.",
                answer: .object(["sources": .list(of: .named("Source"))])
            ) { _ in
                .json(["sources": JSONValue.list(try await statistics.publishedSources().map(JSONValue.source))])
            },
            Endpoint(
                verb: .get, path: "/api/v1/vocabulary", operation: "listVocabulary",
                summary: "Every code list with its codes, names in six languages, and its version.",
                answer: .object([
                    "lists": .list(
                        of: .object([
                            "name": .text, "version": .integer, "codes": .list(of: .object(["code": .text, "name": .named("Name")])),
                        ]))
                ])
            ) { _ in .json(["lists": JSONValue.list(codebook.lists.names.compactMap { codebook.lists[$0] }.map(JSONValue.list))]) },
        ]
    }
}

extension StatisticsQuestion {
    /// Reads the parts of an address.
    fileprivate init(_ query: Query) throws {
        try self.init(
            indicator: query["indicator"] ?? "", year: query.filled("year"), by: query.filled("by"), states: query.filled("states"),
            region: query.filled("region"), source: query.filled("source")
        )
    }
}

extension Query {
    /// A span of years from `from` and `through`; `nil` when both are left out.
    fileprivate func years() throws(QuestionRefused) -> ClosedRange<Int>? {
        func year(_ name: String) throws(QuestionRefused) -> Int? {
            guard let text = filled(name) else { return nil }
            guard let year = Int(text), (1900...2200).contains(year) else { throw .year(text) }
            return year
        }
        let (from, through) = (try year("from"), try year("through"))
        if from == nil, through == nil { return nil }
        let first = from ?? 1900
        let last = through ?? 2200
        guard first <= last else { throw .year("\(first)-\(last)") }
        return first...last
    }
}

extension JSONValue {
    fileprivate static func figures(of country: Country, _ figures: CountryFigures) -> JSONValue {
        let totals = Indicator.allCases.map { indicator in
            Member(name: indicator.rawValue, value: .list(figures.cells.totals(indicator).map { .row($0, by: [.year]) }))
        }
        return [
            "country": .country(country), "source": .source(figures.source), "totals": .members(totals),
            "citizens_elsewhere": .list(
                figures.citizensElsewhere.map {
                    ["detected_in": .text($0.detectedIn.alpha3), "year": .integer($0.year), "count": .count($0.figure)]
                }
            ),
            "quality": .list(
                figures.quality.map {
                    [
                        "rule": .text($0.rule), "verdict": .text($0.verdict.rawValue), "checked": .integer($0.checked),
                        "failing": .integer($0.failing), "years": .list($0.years.map(JSONValue.integer)),
                    ]
                }
            ),
        ]
    }

    fileprivate static func reporting(_ grid: ReportingGrid) -> JSONValue {
        var states: [String: JSONValue] = [:]
        for state in grid.states {
            var years: [String: JSONValue] = [:]
            for year in grid.years {
                let indicators = grid.indicators(state, in: year).map(\.rawValue).sorted()
                if !indicators.isEmpty { years[String(year)] = .list(indicators.map(JSONValue.text)) }
            }
            states[state.alpha3] = .object(years)
        }
        return ["source": .source(grid.source), "years": .list(grid.years.map(JSONValue.integer)), "states": .object(states)]
    }

    fileprivate static func list(_ list: CodeList) -> JSONValue {
        [
            "name": .text(list.name), "version": .integer(list.version),
            "codes": .list(list.entries.map { ["code": .text($0.code), "name": .name($0.name)] }),
        ]
    }
}
