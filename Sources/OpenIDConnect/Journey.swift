import Access
import Basics
import Crypto
import Foundation

/// A sign-in under way: what the browser keeps of it, sealed so that nobody can read or change it.
struct Journey: Codable, Sendable, Equatable {
    let state: String
    let nonce: String
    /// The secret whose hash went ahead (RFC 7636): whoever catches the code alone can do nothing with it.
    let verifier: String
    let returning: String
    let isFresh: Bool
    let begunAt: Instant

    init(returning: String, isFresh: Bool, at now: Instant) {
        state = Secret.new().text
        nonce = Secret.new().text
        verifier = Secret.new().text
        self.returning = returning
        self.isFresh = isFresh
        begunAt = now
    }

    /// What the provider is shown of the verifier.
    var challenge: String { Base64URL.encode(SHA256.hash(data: Data(verifier.utf8))) }

    func isUnderWay(at now: Instant) -> Bool {
        begunAt <= now && now - begunAt <= .seconds(ProviderJourney.lifetime)
    }
}

/// Seals journeys into cookies with a key made from the client's secret: the same in every process of the node, and after a restart.
struct JourneySeal: Sendable {
    private let key: SymmetricKey

    init(_ settings: ProviderSettings) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(settings.clientSecret.text.utf8)),
            info: Data("concord sign-in journey \(settings.issuer) \(settings.clientID)".utf8), outputByteCount: 32
        )
    }

    func close(_ journey: Journey) throws -> String {
        guard let sealed = try AES.GCM.seal(try JSONEncoder().encode(journey), using: key).combined else {
            throw ProviderRefused.notBegunHere
        }
        return Base64URL.encode(sealed)
    }

    /// - Returns: `nil` for anything that was not sealed by this node.
    func open(_ cookie: String) -> Journey? {
        guard cookie.utf8.count <= 4_096, let bytes = Base64URL.decode(cookie), let box = try? AES.GCM.SealedBox(combined: bytes),
            let plain = try? AES.GCM.open(box, using: key)
        else { return nil }
        return try? JSONDecoder().decode(Journey.self, from: plain)
    }
}

/// The sign-ins that have ended: an answer that comes a second time is not taken, even with its cookie.
///
/// It forgets after ten minutes, when the cookie would not be taken any more either; across processes the provider's own rule
/// holds, that a code serves once.
actor SpentJourneys {
    private var spent: [String: Instant] = [:]

    /// - Returns: whether this is the first time.
    func spend(_ journey: Journey, at now: Instant) -> Bool {
        spent = spent.filter { now - $0.value <= .seconds(ProviderJourney.lifetime) }
        guard spent[journey.state] == nil else { return false }
        spent[journey.state] = journey.begunAt
        return true
    }
}
