import Access
import Basics
import Foundation

/// The provider's description of itself and its keys, asked for when first needed and kept for an hour.
actor ProviderFacts {
    private let settings: ProviderSettings
    private let connection: ProviderConnection
    private var document: (value: ProviderDocument, at: Instant)?
    private var keys: (value: [SigningKey], at: Instant)?

    /// How long an answer serves.
    private static let lasts = Duration.hours(1)
    /// A token signed with an unknown key has the keys asked for anew, but no oftener than this.
    private static let rest = Duration.seconds(30)

    init(_ settings: ProviderSettings, _ connection: ProviderConnection) {
        self.connection = connection
        self.settings = settings
    }

    /// - Throws: `ProviderRefused.unreachable`.
    func document(at now: Instant) async throws -> ProviderDocument {
        if let document, isGood(document.at, for: Self.lasts, now) { return document.value }
        guard let address = ProviderAddress(settings.discovery) else { throw ProviderRefused.unreachable }
        let value = try ProviderDocument(try await connection.get(address), for: settings)
        document = (value, now)
        return value
    }

    /// The keys that could have signed a token with this header; the set is asked for anew when none of those known could.
    func keys(for header: TokenHeader, at now: Instant) async throws -> [SigningKey] {
        if let keys, isGood(keys.at, for: Self.lasts, now) {
            let fitting = keys.value.filter { $0.couldHaveSigned(header) }
            if !fitting.isEmpty || isGood(keys.at, for: Self.rest, now) { return fitting }
        }
        let reply = try await connection.get(try await document(at: now).keys)
        guard reply.status == 200, let set = try? JSONDecoder().decode(SigningKeySet.self, from: reply.body) else {
            throw ProviderRefused.unreachable
        }
        keys = (set.keys, now)
        return set.keys.filter { $0.couldHaveSigned(header) }
    }

    /// A clock set back must not make an answer last longer.
    private func isGood(_ since: Instant, for length: Duration, _ now: Instant) -> Bool { since <= now && now - since < length }
}
