package import Basics

extension Vault {
    /// Destroys the key of a thing that has served its time, such as an upload that was decided: what it sealed opens nowhere any more.
    ///
    /// For people there is `Erasure`, which writes a tombstone besides, so that a restore erases them again.
    package func destroyKey<Holder: KeyHolder>(of holder: ID<Holder>) async throws {
        let kind = Holder.holderKind
        try await keys.write { tx in
            // Overwritten first: a deleted row may stay in a page of the file.
            try tx.run("UPDATE holder_key SET wrapped = \([UInt8](repeating: 0, count: 60)) WHERE kind = \(kind) AND holder = \(holder)")
            try tx.run("DELETE FROM holder_key WHERE kind = \(kind) AND holder = \(holder)")
        }
    }

    /// Holders of a kind that have had a key since before a moment, the oldest first: for a sweep of those that nothing is left of.
    package func holders<Holder: KeyHolder>(of: Holder.Type, since before: Instant, limit: Int) async throws -> [ID<Holder>] {
        let kind = Holder.holderKind
        return try await keys.read { tx in
            try tx.rows(
                "SELECT holder FROM holder_key WHERE kind = \(kind) AND made_at < \(before) ORDER BY made_at, holder LIMIT \(limit)"
            ) { try $0.id(0, of: Holder.self) }
        }
    }
}
