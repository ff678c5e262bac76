package import Access
package import Basics
import Foundation
package import Logging

/// Signs people in with a provider over OpenID Connect: the authorization code flow with PKCE and nothing else of it.
///
/// Nothing is asked before somebody signs in, so that a node starts while its provider is down.
package struct OpenIDProvider: IdentityProvider {
    private let settings: ProviderSettings
    private let clock: WallClock
    private let log: Logger
    private let facts: ProviderFacts
    private let connection: ProviderConnection
    private let seal: JourneySeal
    private let spent = SpentJourneys()

    /// - Parameter log: told why an answer was not believed; holds no secret and nobody's name.
    /// - Parameter patience: how many seconds an answer of the provider may take; longer in tests that share two cores with others.
    package init(_ settings: ProviderSettings, clock: WallClock, log: Logger, patience: Int = 10) {
        self.settings = settings
        self.clock = clock
        self.log = log
        connection = ProviderConnection(patience: patience)
        facts = ProviderFacts(settings, connection)
        seal = JourneySeal(settings)
    }

    package var name: String { settings.name }

    package func begin(returning: String, fresh: Bool) async throws -> ProviderJourney {
        let now = clock.now()
        let document = try await document(at: now)
        let journey = Journey(returning: returning, isFresh: fresh, at: now)
        var asked = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", returning), ("scope", "openid"),
            ("state", journey.state), ("nonce", journey.nonce),
            ("code_challenge", journey.challenge), ("code_challenge_method", "S256"),
        ]
        if fresh { asked.append(("max_age", "0")) }
        return ProviderJourney(address: document.authorization.asking(asked), cookie: try seal.close(journey))
    }

    package func finish(
        cookie: String?, state: String, code: String, returning: String, at now: Instant
    ) async throws -> ProvenIdentity {
        guard let cookie, let journey = seal.open(cookie), journey.state == state, journey.returning == returning,
            journey.isUnderWay(at: now), await spent.spend(journey, at: now)
        else { throw ProviderRefused.notBegunHere }
        guard !code.isEmpty, code.utf8.count <= 4_096 else { throw ProviderRefused.notBelieved }
        let token = try await exchange(code, journey, at: now)
        do {
            return try await believe(token, journey, at: now)
        } catch let doubt as TokenDoubt {
            log.warning("provider.not-believed", metadata: ["doubt": "\(doubt.rawValue)"])
            throw doubt == .notFresh ? ProviderRefused.notFresh : ProviderRefused.notBelieved
        }
    }

    private func document(at now: Instant) async throws -> ProviderDocument {
        do {
            return try await facts.document(at: now)
        } catch {
            log.error("provider.unreachable", metadata: ["step": "discovery"])
            throw error
        }
    }

    /// Gives the code back for the identity token.
    private func exchange(_ code: String, _ journey: Journey, at now: Instant) async throws -> String {
        let document = try await document(at: now)
        var form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", journey.returning),
            ("client_id", settings.clientID), ("code_verifier", journey.verifier),
        ]
        let secret = settings.clientSecret.text
        var authorization: String?
        if document.wantsSecretInForm {
            form.append(("client_secret", secret))
        } else {
            // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
            let pair = "\(FormText.encode(settings.clientID)):\(FormText.encode(secret))"
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        }
        let reply = try await connection.post(form, to: document.token, authorization: authorization)
        switch reply.status {
        case 200: break
        case 400:
            // What an unknown, used or late code gets (RFC 6749, section 5.2).
            log.warning("provider.code-not-taken")
            throw ProviderRefused.notBelieved
        default:
            log.error("provider.unreachable", metadata: ["step": "token", "status": "\(reply.status)"])
            throw ProviderRefused.unreachable
        }
        guard let answer = try? JSONDecoder().decode(TokenAnswer.self, from: reply.body) else {
            log.error("provider.unreachable", metadata: ["step": "token", "status": "no token"])
            throw ProviderRefused.unreachable
        }
        return answer.id_token
    }

    /// Checks the token: who signed it, and what it says.
    private func believe(_ token: String, _ journey: Journey, at now: Instant) async throws -> ProvenIdentity {
        guard let header = TokenHeader(of: token) else { throw TokenDoubt.form }
        let keys = try await facts.keys(for: header, at: now)
        guard !keys.isEmpty else { throw TokenDoubt.key }
        for key in keys {
            guard let claims = try? await key.open(token) else { continue }
            return try claims.check(journey, settings, at: now)
        }
        throw TokenDoubt.signature
    }

    private struct TokenAnswer: Decodable { let id_token: String }
}
