import Evidence
import Instruments
import Vocabulary
import Web

/// The front page: what this is, and the way to everything.
struct HomePage: Page {
    /// `nil` while no statistics are imported.
    let headline: WorldHeadline?

    var title: Word { .homeTitle }
    var door: Door { .open }
    var sources: [PageSource] { headline.map { [$0.source] } ?? [] }

    func body(_ html: inout Markup) {
        html.p(.homeLead, .class("lead"))
        if let headline {
            html.section(.class("headline")) { html in
                html.h2(.reportedFor(headline.year))
                headline.body(&html)
            }
        }
        html.ul(.class("cards")) { html in
            for (address, name, text) in Self.ways {
                html.li(.class("card")) { html in
                    html.h2 { $0.a(to: address, name) }
                    html.p(text)
                }
            }
        }
    }

    private static let ways: [(any Address, Word, Word)] = [
        (EvidenceAddress.numbers, .theNumbers, .homeNumbers),
        (EvidenceAddress.countries, .countriesAndAreas, .homeCountries),
        (InstrumentsAddress.list, .theInstruments, .homeInstruments),
        (InstrumentsAddress.commitments, .theCommitments, .homeCommitments),
        (InstrumentsAddress.definition, .theDefinition, .homeDefinition),
        (ServerAddress.api, .apiTitle, .apiLead),
    ]
}

/// The addresses that Server itself answers.
package enum ServerAddress: Address {
    case home
    case api
    case openAPI

    package var path: String {
        switch self {
        case .home: "/"
        case .api: "/api"
        case .openAPI: "/api/v1/openapi.json"
        }
    }
}
