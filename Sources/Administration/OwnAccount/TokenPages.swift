import Access
import Basics
import Vocabulary
import Web

enum TokenFields {
    static let name = TextField("token-name", .tokenName, why: .tokenNameWhy, length: 1...60)
    static let lifetime = ChoiceField<Int>(
        "lifetime", .tokenLifetime,
        choices: APIToken.lifetimes.map { Choice($0, key: String($0), label: .tokenDays($0)) }, as: .radios
    )
}

extension Routes {
    //  POST  /work/account/tokens             make a token of the API; shows its secret once    useAPI, fresh
    //  POST  /work/account/tokens/{id}/end    end it at once                                     viewOwnAccount
    mutating func addOwnTokens(_ room: Room) {
        let tokens = room.reception.tokens

        post("/work/account/tokens", needs: .deed(.useAPI)) { visit in
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            let (name, days) = (reading.read(TokenFields.name), reading.read(TokenFields.lifetime))
            return try await freshly(visit, back: AdministrationAddress.ownAccount) {
                if let name, let days {
                    do {
                        return .page(TokenPage(name: name, secret: try await tokens.make(name, days: days, by: actor)))
                    } catch let refused as APITokenRefused {
                        reading.refuse(because: refused)
                    }
                }
                var page = try await OwnAccountPage.load(room, for: actor)
                page.filled = reading.filled
                return .page(page, status: .unprocessable)
            }
        }

        post("/work/account/tokens/{id}/end", needs: .deed(.viewOwnAccount)) { visit in
            try await tokens.end(visit.id("id"), by: visit.signedIn())
            return .see(AdministrationAddress.ownAccount)
        }
    }
}

/// A token of the API, shown once.
struct TokenPage: Page {
    let name: String
    let secret: Secret

    var title: Word { .tokenTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.myAccount, AdministrationAddress.ownAccount)] }

    func body(_ html: inout Markup) {
        html.p(.tokenLead, .class("lead"))
        html.dl(.class("facts")) { html in
            html.fact(.tokenName) { html in html.bdi { $0.text(name) } }
            html.fact(.tokenTitle) { html in html.code(.id("token")) { $0.text(secret.text) } }
        }
        html.p { $0.a(to: AdministrationAddress.ownAccount, .codesAreKept, .class("button")) }
    }
}

extension OwnAccountPage {
    /// The programs that ask in one's name, and a form for another.
    func myTokens(_ html: inout Markup) {
        html.h2(.tokens, .id("tokens"))
        html.p(.tokensLead)
        if tokens.isEmpty {
            html.p(.noTokens)
        } else {
            html.div(.class("scroll"), .role("region"), .ariaLabel(.tokens), .tabindex(0)) { html in
                html.table(.class("list")) { html in
                    html.caption(.tokens)
                    html.thead { html in
                        html.tr { html in
                            for heading in [Word.tokenName, .since, .tokenUntil, .lastUsed, .secondFactor, .endSession] {
                                html.th(heading, .scopeColumn)
                            }
                        }
                    }
                    html.tbody { html in
                        for token in tokens { row(token, &html) }
                    }
                }
            }
        }
        guard mayUseAPI else { return }
        html.form(post: AdministrationAddress.ownTokens) { html in
            html.field(TokenFields.name, filled)
            html.field(TokenFields.lifetime, filled)
            html.submit(.makeToken, .class("secondary"))
        }
    }

    private func row(_ token: APIToken, _ html: inout Markup) {
        html.tr { html in
            html.th(.scopeRow) { html in html.bdi { $0.text(token.name) } }
            html.td { $0.moment(token.madeAt) }
            html.td { $0.moment(token.expiresAt) }
            html.td { html in
                if let day = token.lastUsedOn { html.day(day) } else { html.say(.never) }
            }
            html.td { $0.say(token.hasSecondFactor ? .withSecondFactor : .withoutSecondFactor) }
            html.td { html in
                html.form(post: AdministrationAddress.ownTokenEnd(token.id), .class("inline")) { $0.submit(.endSession, .class("quiet")) }
            }
        }
    }
}

extension Word {
    static let tokens = Word(work: "Tokens of the API", fr: "Jetons de l’API")
    static let tokensLead = Word(
        work:
            "With a token a program does what you may do, in your name and on record, as if you did it. It ends with your password, your roles and your account. Keep it as you keep a password.",
        fr:
            "Avec un jeton, un programme fait ce que vous pouvez faire, en votre nom et avec trace, comme si c’était vous. Il prend fin avec votre mot de passe, vos rôles et votre compte. Gardez-le comme un mot de passe."
    )
    static let noTokens = Word(
        work: "The programs that ask in your name will stand here. To begin, make a token.",
        fr: "Les programmes qui agissent en votre nom figureront ici. Pour commencer, créez un jeton."
    )
    static let tokenTitle = Word(work: "Your token", fr: "Votre jeton")
    static let tokenLead = Word(
        work: "Copy it now into the program that will use it; it is not shown again.",
        fr: "Copiez-le maintenant dans le programme qui s’en servira ; il ne sera plus affiché."
    )
    static let tokenName = Word(work: "Program", fr: "Programme")
    static let tokenNameWhy = Word(
        work: "Which program will use it, so that you know later which one to end.",
        fr: "Quel programme s’en servira, pour savoir plus tard auquel mettre fin."
    )
    static let tokenLifetime = Word(work: "Good for", fr: "Valable")
    static let tokenUntil = Word(work: "Good until", fr: "Valable jusqu’au")
    static let makeToken = Word(work: "Make a token", fr: "Créer un jeton")
    static let never = Word(work: "never", fr: "jamais")

    static func tokenDays(_ days: Int) -> Word { Word(work: "\(days) days", fr: "\(days) jours") }
}
