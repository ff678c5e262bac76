package import Access
import Basics
import Vocabulary
package import Web

extension Routes {
    //  GET   /demonstration/{token}    whom one enters as, and a button     anyone with the link; uses nothing
    //  POST  /demonstration/{token}    enters, uses the link                anyone with the link
    // Only on a demonstration that this machine alone reaches; elsewhere the two do not exist.
    package mutating func addDemonstration(_ reception: Reception) {
        let database = reception.gate.database

        get("/demonstration/{token}", needs: .anyone) { visit in
            let token = visit.parameter("token")
            let welcome = try await Demonstration.welcome(Secret(text: token), in: database, at: visit.now)
            return .page(DemonstrationPage(token: token, name: welcome.name, organisation: welcome.organisation))
        }

        post("/demonstration/{token}", needs: .anyone) { visit in
            let session = try await Demonstration.enter(
                Secret(text: visit.parameter("token")), in: database, network: visit.network, at: visit.now
            )
            return .see(AdministrationAddress.work).startingSession(session.text)
        }
    }
}

/// Whom one enters as.
struct DemonstrationPage: Page {
    let token: String
    let name: String
    let organisation: String

    var title: Word { .enterDemonstration }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.demonstrationLead, .class("lead"))
        html.dl(.class("facts")) { html in
            html.fact(.yourName) { html in html.bdi { $0.text(name) } }
            html.fact(.yourOrganisation) { html in html.bdi { $0.text(organisation) } }
        }
        html.form(post: AdministrationAddress.demonstration(token)) { $0.submit(.enterDemonstration) }
    }
}

extension Word {
    static let enterDemonstration = Word(
        en: "Enter the demonstration", fr: "Entrer dans la démonstration", es: "Entrar en la demostración", ar: "ادخل العرض التجريبي",
        ru: "Войти в демонстрацию", zh: "进入演示"
    )
    static let demonstrationLead = Word(
        en: "Everybody and everything in it is invented. The link works once.",
        fr: "Toutes les personnes et tout ce qui s’y trouve sont inventés. Le lien ne sert qu’une fois.",
        es: "Todas las personas y todo lo que contiene son inventados. El enlace sirve una sola vez.",
        ar: "كل الأشخاص وكل ما فيه من نسج الخيال. يعمل الرابط مرة واحدة.",
        ru: "Все люди и всё остальное в ней вымышлены. Ссылка действует один раз.", zh: "其中所有的人和事都是虚构的。该链接只能使用一次。"
    )
}
