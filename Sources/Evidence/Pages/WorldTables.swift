import Basics
import Vocabulary
import Web

/// Makes the tables of the pages on the world, each the same on the page and in its download.
struct WorldTables: Sendable {
    let statistics: Statistics
    let codebook: Codebook

    var naming: Naming { Naming(countries: codebook.countries, lists: codebook.lists) }

    /// Totals of the four indicators by year, and how many States they come from.
    func byYear(region: String? = nil) async throws -> Sheet {
        let indicators: [Indicator] = [.victims, .suspected, .prosecuted, .convicted]
        let answers = try await statistics.answers(
            indicators.map { StatisticsQuestion(indicator: $0, region: region, by: [.year]) }
        )
        let source = try await statistics.mainSource()
        let years = source.years.map(Array.init) ?? []
        return Sheet(
            name: "by-year", title: .byYearTitle,
            columns: [Column("year", .year, .integer)]
                + indicators.map { Column($0.rawValue, $0.name, .count) }
                + [Column("states_reporting_victims", .statesReportingVictims, .integer)],
            rows: years.map { year in
                let figures = answers.map { $0.figure(.year(year)) }
                return [.integer(year)] + figures.map(\.cell) + [.integer(figures.first?.states ?? 0)]
            },
            source: source.sheetSource, notes: [.onlyPublishedTotals, .sumIsNotTrend]
        )
    }

    /// Victims by State of detection in one year, all 249 of the register: a State without a figure is there, and says so.
    func map(year: Int, in language: Language) async throws -> Sheet {
        let answer = try await statistics.answer(StatisticsQuestion(indicator: .victims, years: year...year, by: [.state]))
        var figures: [CountryCode: Figure] = [:]
        for row in answer.rows {
            if case .state(let code)? = row.values.first { figures[code] = row.figure }
        }
        return Sheet(
            name: "detected-victims-\(year)", title: .mapTitle(year),
            columns: [Column("country", .country), Column("code", .code), Column("victims", Indicator.victims.name, .count)],
            rows: codebook.countries.sorted(in: language).map { country in
                [
                    .link(.word(country.name), to: EvidenceAddress.country(country.code)), .text(country.code.alpha3),
                    (figures[country.code] ?? .nothing).cell,
                ]
            },
            source: answer.source.sheetSource
        )
    }

    /// Victims or convicted persons by year and one facet.
    func split(_ indicator: Indicator, by facet: Facet, name: String, title: Word) async throws -> SplitTable {
        let answer = try await statistics.answer(StatisticsQuestion(indicator: indicator, by: [.year, facet]))
        return SplitTable(
            answer.rows, name: name, title: title, source: answer.source, notes: [.partsNotTotals],
            naming: { naming.name(of: $0) }
        )
    }

    func forms() async throws -> SplitTable { try await split(.victims, by: .form, name: "victims-by-form", title: .formsTitle) }
    func sexes() async throws -> SplitTable { try await split(.victims, by: .sex, name: "victims-by-sex", title: .sexTitle) }
    func ages() async throws -> SplitTable { try await split(.victims, by: .age, name: "victims-by-age", title: .ageTitle) }
}

extension Sheet {
    /// The places of a map, from a table with the columns `code` and another.
    func places(_ figures: String) -> [WorldMap.Place] {
        zip(cells(of: "code"), zip(cells(of: "country"), cells(of: figures))).compactMap { code, rest in
            guard case .text(let text) = code.bare, let code = CountryCode(text), case .word(let name) = rest.0.bare else { return nil }
            return WorldMap.Place(code, name, rest.1)
        }
    }
}

extension Word {
    fileprivate static let statesReportingVictims = Word(
        en: "States that published victims", fr: "États ayant publié des victimes", es: "Estados que publicaron víctimas",
        ar: "الدول التي نشرت أعداد الضحايا", ru: "Государства, опубликовавшие число жертв", zh: "公布受害者数的国家数"
    )
}
