import Access
import Basics
import Vocabulary
import Web

/// What a sign-in at the provider is for.
enum ProviderErrand: String {
    /// To come in.
    case signIn = "in"
    /// To prove again who one is.
    case again
    /// To link the account that is signed in.
    case link
    /// To take up an invitation.
    case invitation
}

/// The state of a sign-in under way, in a cookie that comes back with a link from another site: hence Lax, for ten minutes.
enum ProviderCookie {
    static let name = "provider"
    static let removed = SiteCookie(name: name, value: "", seconds: 0, isLax: true)

    /// `errand~invitation~journey`: the parts are base64url or words, in which no `~` occurs.
    static func set(_ errand: ProviderErrand, invitation: String?, _ journey: ProviderJourney) -> SiteCookie {
        SiteCookie(
            name: name, value: [errand.rawValue, invitation ?? "", journey.cookie].joined(separator: "~"),
            seconds: ProviderJourney.lifetime, isLax: true
        )
    }

    static func read(_ visit: Visit) -> (errand: ProviderErrand, invitation: String, journey: String)? {
        let parts = (visit.cookie(name) ?? "").split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let errand = ProviderErrand(rawValue: parts[0]) else { return nil }
        return (errand, parts[1], parts[2])
    }
}

extension Routes {
    //  GET   /sign-in/provider                leads to the provider; changes nothing   anyone
    //  GET   /invitation/{token}/provider     the same, to take up an invitation       anyone with the link
    //  GET   /sign-in/provider/return         a button to come in                      anyone who comes back
    //  POST  /sign-in/provider/return         checks what the provider said            anyone who comes back
    mutating func addProvider(_ room: Room) {
        guard let provider = room.reception.provider else { return }
        let returning = room.origin + AdministrationAddress.providerReturn.path

        get("/sign-in/provider", needs: .anyone) { visit in
            let errand = visit.query["for"].flatMap(ProviderErrand.init(rawValue:)) ?? .signIn
            guard errand == .signIn || visit.actor != nil else { throw AccessRefused.signInNeeded }
            return try await Self.depart(provider, errand == .invitation ? .signIn : errand, invitation: nil, returning: returning)
        }

        get("/invitation/{token}/provider", needs: .anyone) { visit in
            let token = visit.parameter("token")
            _ = try await room.reception.signIn.welcome(Secret(text: token))
            return try await Self.depart(provider, .invitation, invitation: token, returning: returning)
        }

        get("/sign-in/provider/return", needs: .anyone) { visit in
            guard let state = visit.query.filled("state"), let code = visit.query.filled("code") else { throw ProviderRefused.notBegunHere }
            // Coming from another site the browser keeps the strict session cookie back. Where the session matters, one more click
            // brings it along: that click begins on this site.
            let errand = ProviderCookie.read(visit)?.errand
            if visit.actor == nil, errand == .again || errand == .link { return .page(ProviderHopPage(state: state, code: code)) }
            return .page(ProviderReturnPage(state: state, code: code))
        }

        post("/sign-in/provider/return", needs: .anyone) { visit in
            guard let kept = ProviderCookie.read(visit), let state = visit.form.fields.filled("state"),
                let code = visit.form.fields.filled("code")
            else { throw ProviderRefused.notBegunHere }
            let identity = try await provider.finish(
                cookie: kept.journey, state: state, code: code, returning: returning, at: visit.now
            )
            let signIn = room.reception.signIn
            let answer: Answer
            switch kept.errand {
            case .signIn: answer = .afterSignIn(try await signIn.open(identity, network: visit.network), next: nil)
            case .invitation:
                let link = Secret(text: kept.invitation)
                answer = .afterSignIn(try await signIn.accept(link, with: identity, network: visit.network), next: nil)
            case .again:
                guard let actor = visit.actor else { throw AccessRefused.signInNeeded }
                try await signIn.proveAgain(actor, with: identity)
                answer = .see(AdministrationAddress.ownAccount)
            case .link:
                guard let actor = visit.actor else { throw AccessRefused.signInNeeded }
                answer = try await freshly(visit, back: AdministrationAddress.ownAccount) {
                    try await signIn.link(identity, by: actor)
                    return .see(AdministrationAddress.ownAccount)
                }
            }
            return answer.setting(ProviderCookie.removed)
        }
    }

    private static func depart(
        _ provider: any IdentityProvider, _ errand: ProviderErrand, invitation: String?, returning: String
    ) async throws -> Answer {
        let journey = try await provider.begin(returning: returning, fresh: errand == .again)
        guard let address = OutsideAddress(journey.address) else { throw ProviderRefused.unreachable }
        return .leave(to: address).setting(ProviderCookie.set(errand, invitation: invitation, journey))
    }
}

/// Back from the provider: a button, because only a form may change something, and because the session cookie is strict.
struct ProviderReturnPage: Page {
    let state: String
    let code: String

    var title: Word { .providerTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.providerBackLead, .class("lead"))
        html.form(post: AdministrationAddress.providerReturn) { html in
            html.hiddenField("state", state)
            html.hiddenField("code", code)
            html.submit(.goOn)
        }
    }
}

/// Back from the provider, while the session cookie is not there yet: a link to the same place.
struct ProviderHopPage: Page {
    let state: String
    let code: String

    var title: Word { .providerTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.providerBackLead, .class("lead"))
        html.p {
            $0.a(
                to: AdministrationAddress.providerReturn.with([("state", state), ("code", code)]), .goOn, .class("button")
            )
        }
    }
}
