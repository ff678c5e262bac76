import Basics
import Vocabulary
import Web

/// Up to six countries or regions side by side.
struct ComparePage: Page {
    let choice: CompareChoice
    let places: [Choice<String>]
    let sheet: Sheet?
    let source: PublishedSource

    var title: Word { .compare }
    var door: Door { .steering }
    var sources: [PageSource] { [PageSource(source)] }
    var trail: [Crumb] { [Crumb(.numbers, EvidenceAddress.numbers)] }

    func body(_ html: inout Markup) {
        html.p(.compareLead, .class("lead"))
        html.form(get: EvidenceAddress.compare, .class("filters")) { html in
            let filled = Filled(FormBody(Query(choice.numberedParts)))
            html.field(CompareChoice.indicatorField, filled)
            for number in 1...CompareChoice.most {
                html.field(
                    ChoiceField("place\(number)", .place(number), isRequired: false, choices: places, as: .list), filled
                )
            }
            html.button(.apply, .type("submit"))
        }
        if let sheet {
            html.chart(
                LineChart(sheet, along: "year", choice.places.map { $0.lowercased() }), of: sheet, id: "compared",
                at: EvidenceAddress.worldTable(.compare).with(choice.parts), isOpen: true
            )
        } else {
            html.p(.chooseSome, .class("empty"))
        }
        html.furtherOnNumbers()
    }
}

/// What a visitor chose to compare: alpha-3 codes of countries, M49 codes of regions, `WORLD`.
struct CompareChoice: Sendable {
    static let most = 6
    static let world = "WORLD"

    let indicator: Indicator
    /// In the order chosen, each once.
    let places: [String]

    init(_ query: Query, codebook: Codebook) {
        indicator = query.filled("indicator").flatMap(Indicator.init(rawValue:)) ?? .victims
        let named = query.all("place") + (1...Self.most).flatMap { query.all("place\($0)") }
        var seen: Set<String> = []
        places = Array(
            named.filter { place in
                let isKnown =
                    place == Self.world || codebook.countries.country(alpha3: place) != nil || codebook.countries.regions[place] != nil
                return isKnown && seen.insert(place).inserted
            }.prefix(Self.most)
        )
    }

    var parts: [(name: String, value: String)] {
        [(name: "indicator", value: indicator.rawValue)] + places.map { (name: "place", value: $0) }
    }

    var numberedParts: [(name: String, value: String)] {
        [(name: "indicator", value: indicator.rawValue)] + places.enumerated().map { (name: "place\($0.offset + 1)", value: $0.element) }
    }

    static let indicatorField = ChoiceField("indicator", .indicator, isRequired: false, Indicator.allCases, as: .list) { $0.name }

    /// Everything that can be chosen: the world, its regions, then countries by name.
    static func all(_ codebook: Codebook, in language: Language) -> [Choice<String>] {
        [Choice(world, key: world, label: .world)]
            + codebook.countries.regions.entries.filter { $0.code != "001" }.map { Choice($0.code, key: $0.code, label: $0.name) }
            + codebook.countries.sorted(in: language).map { Choice($0.code.alpha3, key: $0.code.alpha3, label: $0.name) }
    }

    func question(for place: String) -> StatisticsQuestion {
        if place == Self.world { return StatisticsQuestion(indicator: indicator, by: [.year]) }
        if let code = CountryCode(place) { return StatisticsQuestion(indicator: indicator, states: [code], by: [.year]) }
        return StatisticsQuestion(indicator: indicator, region: place, by: [.year])
    }
}

extension WorldTables {
    /// - Returns: `nil` when nothing was chosen.
    func compare(_ choice: CompareChoice) async throws -> Sheet? {
        guard !choice.places.isEmpty else { return nil }
        let answers = try await statistics.answers(choice.places.map(choice.question))
        guard let source = answers.first?.source else { return nil }
        let span = source.years.map(Array.init) ?? []
        return Sheet(
            name: "compared-\(choice.indicator.rawValue)", title: .compareTitle(choice.indicator.name),
            columns: [Column("year", .year, .integer)]
                + choice.places.map { Column($0.lowercased(), name(ofPlace: $0), .count) },
            rows: span.map { year in [.integer(year)] + answers.map { $0.figure(.year(year)).cell } },
            source: source.sheetSource, notes: [.onlyPublishedTotals, .sumIsNotTrend]
        )
    }

    private func name(ofPlace place: String) -> Word {
        if place == CompareChoice.world { return .world }
        return codebook.countries.country(alpha3: place)?.name ?? codebook.countries.regions.name(of: place)
    }
}
