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
}
