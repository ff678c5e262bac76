import Access
import Basics
import JWTKit

/// What an identity token says (OpenID Connect Core 1.0, section 2). Nothing in it is believed before `check`.
struct IdentityClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let auth_time: Double?
    let amr: [String]?
    let acr: String?

    /// The signature is JWTKit's to check; the claims are held against a journey below.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// How far the provider's clock may be from ours.
    static let leeway = Duration.seconds(60)

    /// Holds the token against what was asked for (section 3.1.3.7).
    /// - Throws: `TokenDoubt`, which tells the log what does not check out.
    func check(_ journey: Journey, _ settings: ProviderSettings, at now: Instant) throws(TokenDoubt) -> ProvenIdentity {
        guard iss == settings.issuer else { throw .issuer }
        guard aud.value.contains(settings.clientID) else { throw .audience }
        guard azp == settings.clientID || (azp == nil && aud.value.count == 1) else { throw .authorizedParty }
        guard let expires = Self.moment(exp), let issued = Self.moment(iat) else { throw .times }
        guard expires + Self.leeway > now else { throw .expired }
        guard issued <= now + Self.leeway, issued + .seconds(ProviderJourney.lifetime) + Self.leeway >= now else { throw .issuedAt }
        if let nbf {
            guard let valid = Self.moment(nbf), valid <= now + Self.leeway else { throw .times }
        }
        guard nonce == journey.nonce else { throw .nonce }
        guard !sub.isEmpty, sub.utf8.count <= 255 else { throw .subject }

        var authenticatedAt: Instant?
        if let auth_time {
            guard let moment = Self.moment(auth_time), moment <= now + Self.leeway else { throw .times }
            authenticatedAt = moment
        }
        if journey.isFresh {
            guard let authenticatedAt, authenticatedAt + Self.leeway >= journey.begunAt else { throw .notFresh }
        }
        return ProvenIdentity(
            issuer: iss, subject: sub, authenticatedAt: authenticatedAt,
            hadSecondFactor: SecondFactorSigns.seen(inMethods: amr ?? [], class: acr)
        )
    }

    /// Seconds since 1970 as a moment; `nil` outside the years 1970 to 5138, where nobody signs in.
    private static func moment(_ seconds: Double) -> Instant? {
        (0...100_000_000_000).contains(seconds) ? Instant(microseconds: Int64(seconds * 1_000_000)) : nil
    }
}

/// What about a token does not check out: a word for the log, never shown to whoever sent it.
enum TokenDoubt: String, Error {
    case form, key, signature, issuer, audience, authorizedParty, times, expired, issuedAt, nonce, subject, notFresh
}
