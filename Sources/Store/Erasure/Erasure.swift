package import Basics

/// What one context does when somebody is erased: delete drafts, attachments, exports, and empty the sealed columns. Must do
/// nothing the second time, and nothing for a kind of holder that is not its own.
package struct ErasureStep: Sendable {
    package let name: String
    let run: @Sendable (any Transaction, Tombstone) throws -> Void

    package init(_ name: String, _ run: @escaping @Sendable (any Transaction, Tombstone) throws -> Void) {
        self.name = name
        self.run = run
    }

    /// The store's own: nobody is found any more.
    static let blindIndex = ErasureStep("store: blind index") { tx, stone in
        try tx.run("DELETE FROM blind_index WHERE holder = \(stone.holder)")
    }
}

/// What can be said to the person: the identity is gone from this node, and from its last key backup by that day.
package struct ErasureReceipt: Sendable, Equatable {
    package let erasedAt: Instant
    /// When the last backup of the keys that still holds this key has expired.
    package let completeOn: Day
}

/// Erases holders: their key, by which every backup's ciphertext is lost too, and all that could find or name them.
package struct Erasure: Sendable {
    let vault: Vault
    let database: any Database
    let log: TombstoneLog
    let steps: [ErasureStep]
    let keyBackupsLast: Int

    /// - Parameters:
    ///   - steps: from every context that holds something of a person.
    ///   - keyBackupsLast: days after which backups of the keys expire.
    package init(_ vault: Vault, _ database: any Database, log: TombstoneLog, steps: [ErasureStep], keyBackupsLast: Int) {
        self.vault = vault
        self.database = database
        self.log = log
        self.steps = [.blindIndex] + steps
        self.keyBackupsLast = keyBackupsLast
    }

    /// Erases one holder. Once the tombstone is on disk there is no way back: `finish` completes what was cut off.
    package func erase<Holder: KeyHolder>(_ holder: ID<Holder>, at now: Instant) async throws -> ErasureReceipt {
        let stone = Tombstone(kind: Holder.holderKind, holder: holder.bytes, at: now)
        try log.append(stone)
        try await complete([stone])
        return ErasureReceipt(erasedAt: now, completeOn: now.day().adding(days: keyBackupsLast))
    }

    /// Completes erasures that a crash cut off, and the list from its second copy among the keys. Run at every start.
    /// - Returns: how many erasures were completed.
    @discardableResult
    package func finish() async throws -> Int {
        try log.prepare()
        let copied = try await vault.keys.read { tx in
            try tx.rows("SELECT kind, holder, erased_at FROM tombstone ORDER BY erased_at, kind, holder") {
                Tombstone(kind: $0.text(0), holder: $0.bytes(1), at: $0.instant(2))
            }
        }
        let listed = Set(try log.tombstones())
        for stone in copied where !listed.contains(stone) { try log.append(stone) }
        let stones = try log.tombstones()
        let open = try await vault.keys.read { tx in
            try stones.filter { try tx.holderKey($0.kind, $0.holder) != nil }
        }
        if !open.isEmpty { try await complete(open) }
        return open.count
    }

    private func complete(_ stones: [Tombstone]) async throws {
        let steps = steps
        try await database.write { tx in
            for stone in stones { try tx.apply(stone, steps) }
        }
        // The key goes last: as long as it is there, `finish` knows that something is left to do.
        try await vault.keys.write { tx in
            for stone in stones {
                try tx.destroyKey(stone)
                // The list is a file that somebody may lose: it is made anew from here.
                try tx.run(
                    """
                    INSERT INTO tombstone (kind, holder, erased_at) VALUES (\(stone.kind), \(stone.holder), \(stone.at))
                    ON CONFLICT DO NOTHING
                    """
                )
            }
        }
        try await vault.keys.scrub()
        try await database.scrub()
    }
}

extension Transaction {
    /// Removes what is left of an erased holder in a node's database.
    func apply(_ stone: Tombstone, _ steps: [ErasureStep]) throws {
        for step in steps { try step.run(self, stone) }
    }

    /// Destroys a key in the key store: overwritten first, so that no copy of the row's page keeps it.
    func destroyKey(_ stone: Tombstone) throws {
        try run(
            """
            UPDATE holder_key SET wrapped = \([UInt8](repeating: 0, count: 60))
            WHERE kind = \(stone.kind) AND holder = \(stone.holder)
            """
        )
        try run("DELETE FROM holder_key WHERE kind = \(stone.kind) AND holder = \(stone.holder)")
    }
}
