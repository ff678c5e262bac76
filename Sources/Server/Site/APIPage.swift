import Vocabulary
import Web

/// What the API offers, for people: made from the same list as the OpenAPI document.
struct APIPage: Page {
    let endpoints: [Endpoint]

    var title: Word { .apiTitle }
    var door: Door { .steering }

    func body(_ html: inout Markup) {
        html.p(.apiLead, .class("lead"))
        html.p { $0.a(to: ServerAddress.openAPI, .apiDocument) }
        html.div(.class("scroll"), .role("group"), .ariaLabelledBy("operations"), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.operations, .id("operations"))
                html.thead { html in
                    html.tr { html in
                        html.th(.operationAddress, .scopeColumn)
                        html.th(.operationAnswer, .scopeColumn)
                    }
                }
                html.tbody { html in
                    for endpoint in endpoints {
                        html.tr { html in
                            html.th(.scopeRow) { html in html.code { $0.text(endpoint.verb.rawValue.uppercased() + " " + endpoint.path) } }
                            // Descriptions for programmers are written in English alone, like the document itself.
                            html.td(.lang(.en)) { $0.text(endpoint.summary) }
                        }
                    }
                }
            }
        }
    }
}
