package import Basics
package import Store

extension Vault {
    /// Destroys the keys of a kind of holder that nothing sealed is left of: with them, what an older backup still holds opens nowhere.
    /// A key is made a moment before what it seals is written, so one that is younger than an hour is left alone.
    /// - Parameter isThere: whether something that the key opens is still in the database.
    package func sweepKeys<Holder: KeyHolder>(
        of kind: Holder.Type, in database: any Database, at now: Instant,
        unless isThere: @escaping @Sendable (any Transaction, ID<Holder>) throws -> Bool
    ) async throws {
        for id in try await holders(of: kind, since: now - .hours(1), limit: 10_000) {
            guard try await !database.read({ tx in try isThere(tx, id) }) else { continue }
            try await destroyKey(of: id)
        }
    }
}
