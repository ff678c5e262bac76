import Evidence
import Instruments
import Vocabulary
import Web

/// The front page: what this is, and the way to everything.
struct HomePage: Page {
    var title: Word { .homeTitle }
    var door: Door { .open }

    func body(_ html: inout Markup) {
        html.p(.homeLead, .class("lead"))
        html.ul(.class("doors")) { html in
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
