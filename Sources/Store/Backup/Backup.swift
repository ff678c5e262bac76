package import Basics
import Crypto
import Foundation

/// How far a backup or a restoration has come.
package struct BackupProgress: Sendable, Equatable {
    package let table: String
    package let rows: Int
}

/// What was written, or restored and compared.
package struct BackupSummary: Sendable, Equatable {
    package let madeAt: Instant
    package let tables: Int
    package let rows: Int
}

/// One encrypted file that holds a whole database, of either kind, as its rows: it is written while the node serves, and
/// restores into either kind of database.
///
/// Only the recovery key opens it; the machine that made it can't. Ordinary backups hold no keys (what is sealed stays so);
/// the key store has backups of its own, which expire.
package enum Backup {
    /// Steps and leases belong to the database that runs, not to what it holds; the lines of queues are made again as their shares come in.
    static let leftOut: Set<String> = ["schema_step", "lease", "queue_line"]

    /// Writes a backup from one unchanging state of the database.
    /// - Parameters:
    ///   - path: a file that does not exist yet; it appears whole or not at all.
    ///   - recovery: whose key will open it; a backup of the keys also carries the node key for it.
    ///   - log: the list of erasures, whose length the backup remembers.
    /// - Throws: `BackupRefused.exists`, `StoreRefused.full` and the like; nothing is left behind then.
    @discardableResult
    package static func write(
        _ kind: BackupKind, from database: any Database, to path: String, node: ID<Node>, recovery: Recovery?, log: TombstoneLog,
        at now: Instant, progress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> BackupSummary {
        guard let recovery else { throw VaultRefused.noRecoveryKey }
        guard !FileManager.default.fileExists(atPath: path) else { throw BackupRefused.exists(path: path) }
        let fileKey = SymmetricKey(size: .bits256)
        let (encapsulated, sealedKey) = try recovery.encrypt(fileKey.rawBytes, for: BackupLock.use)
        // Node keys are among the keys alone: an ordinary backup must not bring back who was erased.
        var publicPart = recovery
        publicPart.envelopes = []
        let lock = BackupLock(recovery: publicPart, encapsulated: encapsulated, sealedKey: sealedKey)
        let clear = Array(try JSONEncoder().encode(lock))
        let tombstones = try log.head()
        return try await database.read { tx in
            try tx.allowLongStatements()
            var file = try EncryptedWriter(path: path, clear: clear, key: fileKey)
            let steps = try tx.rows("SELECT name FROM schema_step ORDER BY name") { $0.text(0) }
            try file.json(
                BackupHead(
                    kind: kind, node: Data(node.bytes), madeAt: now, steps: steps, tombstones: tombstones,
                    recovery: kind == .keys ? recovery : nil
                )
            )
            let tables = try tx.tables().filter { !leftOut.contains($0.name) }
            var rows = 0
            for table in tables {
                try file.write([UInt8(ascii: "T")])
                try file.json(BackupTable(name: table.name, columns: table.columns))
                let digest = try tx.eachRow(of: table, progress: progress) { row in
                    try file.write([UInt8(ascii: "R")])
                    try file.write(row)
                }
                try file.write([UInt8(ascii: "E")] + digest.bytes)
                rows += Int(digest.count)
            }
            try file.write([UInt8(ascii: "Z")])
            try file.finish()
            return BackupSummary(madeAt: now, tables: tables.count, rows: rows)
        }
    }

    /// Deletes backups of the keys that are older than they may become, by the time written in their names
    /// (`keys-20261121T090000Z.concord`, see `fileName`).
    /// - Returns: the names of those deleted.
    @discardableResult
    package static func expire(in folder: String, after days: Int, at now: Instant) throws -> [String] {
        let limit = fileName(.keys, at: now - .days(days))
        let old = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("keys-") && $0.hasSuffix(".concord") && $0 < limit }.sorted()
        for name in old { try FileManager.default.removeItem(atPath: (folder as NSString).appendingPathComponent(name)) }
        return old
    }

    /// A name that sorts by time.
    package static func fileName(_ kind: BackupKind, at now: Instant) -> String {
        "\(kind == .node ? "concord" : "keys")-\(now.iso.filter { $0 != "-" && $0 != ":" }).concord"
    }
}

extension Transaction {
    /// Hands over each row of a table as a backup writes it, and adds them up.
    func eachRow(
        of table: TableShape, progress: (BackupProgress) -> Void = { _ in }, _ body: ([UInt8]) throws -> Void = { _ in }
    ) throws -> RowsDigest {
        var digest = RowsDigest()
        let columns = try table.columnList()
        var bytes: [UInt8] = []
        try stream("SELECT \(sql: columns) FROM \(sql: try SQL.identifier(table.name))") { row in
            bytes.removeAll(keepingCapacity: true)
            for column in 0..<table.columns.count { row.value(column).append(to: &bytes) }
            digest.add(bytes)
            try body(bytes)
            if digest.count.isMultiple(of: 10_000) { progress(BackupProgress(table: table.name, rows: Int(digest.count))) }
        }
        progress(BackupProgress(table: table.name, rows: Int(digest.count)))
        return digest
    }

    /// Lifts the limits that protect the node from a slow page: copying everything takes as long as it takes.
    func allowLongStatements() throws {
        guard dialect == .postgres else { return }
        _ = try row("SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)") {
            _ in true
        }
    }
}
