package import Basics

/// Somebody else who can say who a person is, over OpenID Connect. Access tells what it needs; the target `OpenIDConnect` does it.
package protocol IdentityProvider: Sendable {
    /// What people know it by, for the button.
    var name: String { get }

    /// Begins a sign-in.
    /// - Parameters:
    ///   - returning: the address on this site that the provider sends the browser back to.
    ///   - fresh: whether the person must prove themselves now, whatever session they have with the provider.
    func begin(returning: String, fresh: Bool) async throws -> ProviderJourney

    /// Ends it with what the provider sent back.
    /// - Parameter cookie: the value kept in the browser since `begin`; `nil` when there is none, and then it is refused.
    /// - Throws: `ProviderRefused`.
    func finish(cookie: String?, state: String, code: String, returning: String, at now: Instant) async throws -> ProvenIdentity
}

/// A sign-in under way at a provider.
package struct ProviderJourney: Sendable, Hashable {
    /// Where the browser goes.
    package let address: String
    /// What the browser keeps for ten minutes: state, nonce, code verifier. Secret.
    package let cookie: String

    package init(address: String, cookie: String) {
        self.address = address
        self.cookie = cookie
    }

    /// How long it may take, in seconds.
    package static let lifetime = 600
}

/// What a provider has said, checked.
package struct ProvenIdentity: Sendable, Hashable {
    package let issuer: String
    /// The provider's own name for the person, which never changes.
    package let subject: String
    /// When the person last proved themselves to the provider, if it says so.
    package let authenticatedAt: Instant?
    /// Whether it asked for a second factor.
    package let hadSecondFactor: Bool

    package init(issuer: String, subject: String, authenticatedAt: Instant?, hadSecondFactor: Bool) {
        self.issuer = issuer
        self.subject = subject
        self.authenticatedAt = authenticatedAt
        self.hadSecondFactor = hadSecondFactor
    }
}

/// What goes wrong between a provider and this site.
package enum ProviderRefused: Refusal {
    /// The provider can't be reached, or answers something else than it should.
    case unreachable
    /// The answer does not belong to a sign-in that began in this browser.
    case notBegunHere
    /// What the provider says does not check out: signature, issuer, audience, time, nonce.
    case notBelieved
    /// The person did not prove themselves again.
    case notFresh
    /// Nobody here has that identity: accounts are made by invitation.
    case unknownPerson

    package var code: String {
        switch self {
        case .unreachable: "provider.unreachable"
        case .notBegunHere: "provider.not-begun-here"
        case .notBelieved: "provider.not-believed"
        case .notFresh: "provider.not-fresh"
        case .unknownPerson: "provider.unknown-person"
        }
    }

    package var message: String {
        switch self {
        case .unreachable: "Your organisation’s sign-in does not answer. Try again in a moment, or sign in with your password."
        case .notBegunHere: "This sign-in did not begin in this browser, or took more than ten minutes. Begin again."
        case .notBelieved:
            "The answer of your organisation’s sign-in could not be checked. Begin again; if it lasts, tell your administrator."
        case .notFresh: "Your organisation’s sign-in did not ask who you are again. Begin again and sign in there."
        case .unknownPerson: "No account here is linked to that sign-in. Use your invitation, or sign in with your password and link it."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unreachable: .unavailable
        case .notBegunHere, .notBelieved, .notFresh: .invalid
        case .unknownPerson: .unauthenticated
        }
    }
}
