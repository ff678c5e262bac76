import Basics
import Foundation
import Vocabulary
import Web

/// All 249 States and areas, searched by name and region, with the years each has reported.
struct CountriesPage: Page {
    let filled: Filled
    let regions: [Choice<String>]
    let rows: [Row]

    struct Row: Sendable {
        let country: Country
        let region: Word?
        let lastYear: Int?
        let yearsReported: Int
    }

    var title: Word { .countries }
    var door: Door { .steering }

    static let nameField = TextField("name", .search, isRequired: false, length: 1...100, purpose: .search)

    func body(_ html: inout Markup) {
        html.p(.countriesLead, .class("lead"))
        html.form(get: EvidenceAddress.countries, .class("filters"), .role("search")) { html in
            html.field(Self.nameField, filled)
            html.field(ChoiceField("region", .region, isRequired: false, choices: regions, as: .list), filled)
            html.button(.find, .type("submit"))
        }
        guard !rows.isEmpty else { return html.p(.noCountryFound, .class("empty")) }
        html.p(.searchResults(rows.count), .role("status"))
        html.div(.class("scroll")) { html in
            html.table(.class("list")) { html in
                html.caption(.countries)
                html.thead { html in
                    html.tr { html in
                        for word in [Word.country, .region, .yearsWithReport, .lastReported] { html.th(word, .scopeColumn) }
                    }
                }
                html.tbody { html in
                    for row in rows { html.country(row) }
                }
            }
        }
    }
}

extension Markup {
    fileprivate mutating func country(_ row: CountriesPage.Row) {
        tr { html in
            html.th(.scopeRow) { $0.a(to: EvidenceAddress.country(row.country.code), row.country.name) }
            html.td { html in if let region = row.region { html.say(region) } }
            html.td(.class("num")) { $0.plainNumber(row.yearsReported) }
            html.td(.class("num")) { html in
                if let year = row.lastYear { html.plainNumber(year) } else { html.say(.absence(.nothing)) }
            }
        }
    }
}

extension WorldTables {
    func countriesPage(_ visit: Visit) async throws -> CountriesPage {
        let grid = try await statistics.reporting()
        let name = visit.query.filled("name").map(Self.folded) ?? ""
        let region = visit.query.filled("region").flatMap { codebook.countries.regions[$0]?.code }
        let wanted = region.map { Set(codebook.countries.countries(in: $0).map(\.code)) }
        let found = codebook.countries.sorted(in: visit.language).filter { country in
            (wanted?.contains(country.code) ?? true)
                && (name.isEmpty || country.code.alpha3.lowercased() == name
                    || Language.allCases.contains { Self.folded(country.name[$0]).contains(name) })
        }
        return CountriesPage(
            filled: Filled(FormBody(visit.query)),
            regions: codebook.countries.regions.entries.map { Choice($0.code, key: $0.code, label: $0.name) },
            rows: found.map { country in
                CountriesPage.Row(
                    country: country, region: country.region.map { codebook.countries.regions.name(of: $0) },
                    lastYear: grid.lastYear(of: country.code),
                    yearsReported: grid.years.count { !grid.indicators(country.code, in: $0).isEmpty }
                )
            }
        )
    }

    /// Small letters without accents, so that "cote d'ivoire" finds Côte d’Ivoire.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).replacing("’", with: "'")
    }
}
