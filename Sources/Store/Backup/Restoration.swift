package import Basics
import Crypto
import Foundation

/// What is done about people who were erased after a backup was made.
package enum TombstonePolicy: Sendable {
    /// They are erased again, by the list.
    case apply(TombstoneLog)
    /// The list is lost; somebody says why, and that is recorded.
    case override(reason: String)
}

/// Brings a database back from a backup, whole or not at all.
package struct Restoration: Sendable {
    let migrations: [Migration]
    let steps: [ErasureStep]
    let settle: @Sendable (any Transaction) throws -> Void

    /// - Parameters:
    ///   - migrations: this program's; a backup of an older program is brought up to them.
    ///   - steps: what each context does when somebody is erased.
    ///   - settle: what else must be put right before anybody sees the data, such as ending every session.
    package init(
        migrations: [Migration], steps: [ErasureStep], settle: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) {
        self.init(migrations, [.blindIndex] + steps, settle)
    }

    private init(
        _ migrations: [Migration], _ steps: [ErasureStep], _ settle: @escaping @Sendable (any Transaction) throws -> Void
    ) {
        self.migrations = migrations
        self.steps = steps
        self.settle = settle
    }

    /// For the key store.
    package static let keys = Restoration(
        KeyStoreSchema.migrations, [ErasureStep("keys: destroyed") { tx, stone in try tx.destroyKey(stone) }], { _ in }
    )

    /// How the key of a backup is kept, so that the right thing can be asked for. Holds no node key: see `nodeKey(in:with:)`.
    package static func recovery(of path: String) throws -> Recovery { try lock(of: EncryptedReader(path: path), path).recovery }

    /// The encrypted node key out of a backup of the keys, for `KeyFolder.recoverNodeKey`.
    package static func nodeKey(in path: String, with secret: RecoverySecret) async throws -> Recovery {
        guard let recovery = try head(of: path, try await fileKey(of: path, secret)).recovery else {
            throw BackupRefused.anotherKind(path: path)
        }
        return recovery
    }

    /// Restores into an empty database. Every row is read back and compared before it is kept.
    /// - Returns: what was restored, and for the keys the recovery envelope that `KeyFolder.recoverNodeKey` takes.
    @discardableResult
    package func restore(
        _ kind: BackupKind, from path: String, with secret: RecoverySecret, into location: DatabaseLocation,
        tombstones: TombstonePolicy, at now: Instant, progress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> (summary: BackupSummary, recovery: Recovery?) {
        let key = try await Restoration.fileKey(of: path, secret)
        let head = try Restoration.head(of: path, key)
        guard head.kind == kind else { throw BackupRefused.anotherKind(path: path) }
        let known = Set(migrations.map(\.name))
        if let stranger = head.steps.first(where: { !known.contains($0) }) {
            throw StoreRefused.newerThanProgram(migration: stranger)
        }
        let stones = try checked(tombstones, head)
        let summary = try await location.fillingEmpty { database in
            try await database.write { tx in
                try tx.allowLongStatements()
                guard try tx.isEmptyDatabase() else { throw BackupRefused.notEmpty }
                var file = try EncryptedReader(path: path)
                file.unlock(with: key)
                _ = try file.json(BackupHead.self)
                let rows = try fill(tx, from: &file, path: path, head, at: now, progress: progress)
                for stone in stones { try tx.apply(stone, steps) }
                if kind == .node { try record(tombstones, head, count: stones.count, at: now, in: tx) }
                try settle(tx)
                return BackupSummary(madeAt: head.madeAt, tables: rows.tables, rows: rows.rows)
            }
        }
        return (summary, head.recovery)
    }

    private static func head(of path: String, _ key: SymmetricKey) throws -> BackupHead {
        var file = try EncryptedReader(path: path)
        file.unlock(with: key)
        guard let head = try file.json(BackupHead.self) else { throw BackupRefused.damaged(path: path) }
        return head
    }

    private static func fileKey(of path: String, _ secret: RecoverySecret) async throws -> SymmetricKey {
        let lock = try lock(of: EncryptedReader(path: path), path)
        let recoveryKey = try await lock.recovery.key(from: secret)
        return SymmetricKey(
            data: try lock.recovery.decrypt(
                lock.sealedKey, encapsulated: lock.encapsulated, for: BackupLock.use, with: recoveryKey
            )
        )
    }

    private static func lock(of file: borrowing EncryptedReader, _ path: String) throws -> BackupLock {
        guard let lock = try? JSONDecoder().decode(BackupLock.self, from: Data(file.clear)) else {
            throw BackupRefused.damaged(path: path)
        }
        return lock
    }

    private func checked(_ policy: TombstonePolicy, _ head: BackupHead) throws -> [Tombstone] {
        guard case .apply(let log) = policy else { return [] }
        guard log.exists else { throw BackupRefused.tombstonesMissing(path: log.path) }
        guard try log.continues(head.tombstones) else { throw BackupRefused.tombstonesBehind(path: log.path) }
        return try log.tombstones()
    }

    private func record(
        _ policy: TombstonePolicy, _ head: BackupHead, count: Int, at now: Instant, in tx: any Transaction
    ) throws {
        var reason: String?
        if case .override(let given) = policy { reason = given }
        try tx.run(
            """
            INSERT INTO restoration (id, restored_at, backup_made_at, tombstones, override_reason)
            VALUES (\(ID<Restoration>.new(at: now)), \(now), \(head.madeAt), \(count), \(reason))
            """
        )
    }
}
