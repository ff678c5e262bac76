import Basics
import Vocabulary
import Web

/// All instruments: who is party, who is missing, and the progress over the years.
struct InstrumentsPage: Page {
    let list: Sheet
    let progress: Sheet
    let drawn: [String]
    /// The treaty of the map; `nil` where the register holds none.
    let shown: Standing?
    let map: TreatyMap?
    let choice: ChoiceField<String>
    let mayImport: Bool

    var title: Word { .instrumentsTitle }
    var door: Door { .steering }

    func body(_ html: inout Markup) {
        html.p(.instrumentsLead, .class("lead"))
        if let shown, let map {
            html.section(.id("map-of")) { html in
                html.h2 { html in
                    html.say(.treatyMap)
                    html.space()
                    html.bdi(.class("soft")) { $0.text(shown.treaty.code) }
                }
                var filled = Filled()
                let _ = filled.fill(choice, with: shown.treaty.code)
                html.form(get: InstrumentsAddress.list, .class("filters")) { html in
                    html.field(choice, filled)
                    html.submit(.show)
                }
                html.p { html in
                    html.strong { $0.number(shown.parties.count) }
                    html.space()
                    html.say(.partiesHeading)
                    if let coverage = shown.coverage {
                        html.span(.class("soft")) { html in
                            html.say(.ofTheExpected(shown.expectedParties, of: shown.expected.count, coverage))
                        }
                    }
                }
                html.map(map.map, of: map.sheet, id: "map", at: InstrumentsAddress.map(shown.treaty.code), to: map.countryPage)
                html.p(.class("actions")) { html in
                    html.a(to: InstrumentsAddress.treaty(shown.treaty.code), .seeTheTreaty)
                    html.a(to: InstrumentsAddress.missing(shown.treaty.code), .whoIsMissing)
                }
            }
        }
        if !drawn.isEmpty {
            html.chart(
                LineChart(progress, along: "year", drawn), of: progress, id: "progress", unit: .partiesHeading,
                at: InstrumentsAddress.progress
            )
        }
        html.sheet(list, id: "treaties", at: InstrumentsAddress.list)
        html.nav(.class("further"), .ariaLabel(.reconciliationTitle)) { html in
            html.ul { html in
                html.li { $0.a(to: InstrumentsAddress.reconciliation, .reconciliationTitle) }
                html.li { $0.a(to: InstrumentsAddress.commitments, .commitmentsTitle) }
                html.li { $0.a(to: InstrumentsAddress.definition, .definitionTitle) }
                if mayImport { html.li { $0.a(to: InstrumentsAddress.imports, .importStatusMenu) } }
            }
        }
    }
}

/// Who is party to one treaty, drawn: with the table that stands under it.
struct TreatyMap: Sendable {
    let map: WorldMap
    let sheet: Sheet
    let countryPage: CountryPageLink

    init(_ standing: Standing, _ countries: Countries, _ shapes: WorldShapes, _ countryPage: @escaping CountryPageLink) {
        let rows = Dictionary(standing.rows.map { ($0.party, $0) }, uniquingKeysWith: { first, _ in first })
        // All States, also where only some are expected: a map with holes would look like missing data.
        let shown = countries.all.filter { $0.standing != .neither || rows[$0.code.alpha3] != nil }
        let places = shown.map { country in
            let row = rows[country.code.alpha3]
            let word: Word = row?.standingWord ?? .isNeither
            let kind = row.map { $0.isParty ? 0 : $0.action == nil ? 1 : 2 } ?? 2
            return WorldMap.Place(country.code, country.name, .word(word), kind: standing.isKnown ? kind : nil)
        }
        map = WorldMap(shapes, kinds: [.isParty, .hasSignedOnly, .isNeither], places: places)
        sheet = TreatySheets.map(places, of: standing, countryPage)
        self.countryPage = countryPage
    }
}
