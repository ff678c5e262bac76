import Basics
import Vocabulary
import Web

/// Who was detected where: from citizenship to country of detection, as a map and a table.
struct FlowsPage: Page {
    let choice: FlowChoice
    let span: ClosedRange<Int>
    let countries: [Country]
    let sheet: Sheet
    let map: FlowMap
    let withoutState: Figure
    let source: PublishedSource

    var title: Word { .flows }
    var door: Door { .steering }
    var sources: [PageSource] { [PageSource(source)] }
    var trail: [Crumb] { [Crumb(.numbers, EvidenceAddress.numbers)] }

    func body(_ html: inout Markup) {
        html.p(.flowsLead, .class("lead"))
        html.form(get: EvidenceAddress.flows, .class("filters")) { html in
            let filled = Filled(FormBody(Query(choice.parts)))
            html.field(YearField.year(span, name: "from", label: .fromYear), filled)
            html.field(YearField.year(span, name: "through", label: .throughYear), filled)
            html.field(FlowChoice.country("citizenship", .citizenship, countries), filled)
            html.field(FlowChoice.country("detected", .countryOfDetection, countries), filled)
            html.button(.apply, .type("submit"))
        }
        html.flows(map, of: sheet.first(100), id: "flows", at: EvidenceAddress.worldTable(.flows).with(choice.parts))
        if withoutState.cells > 0 {
            html.p { html in
                html.say(.withoutState)
                html.space()
                html.count(withoutState.count)
            }
        }
        html.furtherOnNumbers()
    }
}

/// What a visitor chose on the page of flows; it stands in the address.
struct FlowChoice: Sendable, Hashable {
    let years: ClosedRange<Int>
    let citizenship: CountryCode?
    let detected: CountryCode?

    init(_ query: Query, span: ClosedRange<Int>, countries: Countries) {
        let through = YearField.read(query, of: span, name: "through") ?? span.upperBound
        // Five years show more than one, for many flows are small; all of them would hide how they change.
        let from = YearField.read(query, of: span, name: "from") ?? max(span.lowerBound, through - 4)
        years = min(from, through)...through
        citizenship = query.filled("citizenship").flatMap { countries.country(alpha3: $0)?.code }
        detected = query.filled("detected").flatMap { countries.country(alpha3: $0)?.code }
    }

    var parts: [(name: String, value: String)] {
        var parts = [("from", String(years.lowerBound)), ("through", String(years.upperBound))]
        if let citizenship { parts.append(("citizenship", citizenship.alpha3)) }
        if let detected { parts.append(("detected", detected.alpha3)) }
        return parts.map { (name: $0.0, value: $0.1) }
    }

    func holds(_ flow: Flow) -> Bool {
        (citizenship == nil || flow.from == citizenship) && (detected == nil || flow.to == detected)
    }

    static func country(_ name: String, _ label: Word, _ countries: [Country]) -> ChoiceField<CountryCode> {
        ChoiceField(
            name, label, isRequired: false, choices: countries.map { Choice($0.code, key: $0.code.alpha3, label: $0.name) }, as: .list
        )
    }
}

extension WorldTables {
    func flows(_ choice: FlowChoice) async throws -> (sheet: Sheet, flows: [Flow], figures: FlowFigures) {
        let figures = try await statistics.flows(years: choice.years)
        let flows = figures.flows.filter(choice.holds)
        let sheet = Sheet(
            name: "flows-\(choice.years.lowerBound)-\(choice.years.upperBound)", title: .flowsTitle(choice.years),
            columns: [
                Column("citizenship", .citizenship), Column("citizenship_code", .code),
                Column("detected_in", .countryOfDetection), Column("detected_in_code", .code),
                Column("victims", Indicator.victims.name, .count),
            ],
            rows: flows.map { flow in
                [
                    .link(.word(naming.name(of: flow.from)), to: EvidenceAddress.country(flow.from)), .text(flow.from.alpha3),
                    .link(.word(naming.name(of: flow.to)), to: EvidenceAddress.country(flow.to)), .text(flow.to.alpha3),
                    flow.figure.cell,
                ]
            },
            source: figures.source.sheetSource, notes: [.flowsLead]
        )
        return (sheet, flows, figures)
    }

    func drawn(_ flows: [Flow], on shapes: WorldShapes, focus: CountryCode? = nil) -> FlowMap {
        FlowMap(
            shapes,
            flows: flows.map {
                FlowMap.Flow(
                    from: $0.from, naming.name(of: $0.from), to: $0.to, naming.name(of: $0.to), $0.figure.count
                )
            },
            focus: focus
        )
    }
}
