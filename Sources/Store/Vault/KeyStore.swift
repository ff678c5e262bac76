package import Basics
import Crypto

/// The wrapped keys, in a small store of their own (a file, or a schema): apart from the tables and from ordinary backups,
/// so that a key that is destroyed is gone.
package enum KeyStoreSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026-11-21 keys: one for each holder, one for each purpose",
            """
            CREATE TABLE holder_key (
                kind TEXT NOT NULL, holder BLOB NOT NULL, node_key TEXT NOT NULL, wrapped BLOB NOT NULL, made_at INTEGER NOT NULL,
                PRIMARY KEY (kind, holder)
            ) STRICT
            """,
            "CREATE INDEX holder_key_by_node_key ON holder_key (node_key)",
            """
            CREATE TABLE purpose_key (
                purpose TEXT PRIMARY KEY, node_key TEXT NOT NULL, wrapped BLOB NOT NULL, made_at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE TABLE current_node_key (one INTEGER PRIMARY KEY CHECK (one = 1), node_key TEXT NOT NULL) STRICT"
        ),
        Migration(
            "2026-11-21 keys: the list of erasures, a second time",
            """
            CREATE TABLE tombstone (
                kind TEXT NOT NULL, holder BLOB NOT NULL, erased_at INTEGER NOT NULL, PRIMARY KEY (kind, holder)
            ) STRICT
            """
        ),
    ]
}

extension Database {
    /// Whether this key store was ever used. An empty one beside a database with sealed rows means that the keys were lost.
    package func holdsKeys(at now: Instant) async throws -> Bool {
        try await migrate(KeyStoreSchema.migrations, at: now)
        return try await read { tx in try tx.exists("SELECT 1 FROM current_node_key") }
    }
}

/// One wrapped key as it stands in the key store.
struct WrappedKey: Sendable {
    let nodeKey: String
    let wrapped: [UInt8]
}

extension Transaction {
    /// Which node key new keys are wrapped with; `nil` in a store without any.
    func currentNodeKey() throws -> String? { try row("SELECT node_key FROM current_node_key") { $0.text(0) } }

    func holderKey(_ kind: String, _ holder: [UInt8]) throws -> WrappedKey? {
        try row("SELECT node_key, wrapped FROM holder_key WHERE kind = \(kind) AND holder = \(holder)") {
            WrappedKey(nodeKey: $0.text(0), wrapped: $0.bytes(1))
        }
    }

    /// Adds a key, unless the node key has changed since it was wrapped.
    /// - Returns: `false` then; the caller wraps it with the new one.
    func addHolderKey(_ kind: String, _ holder: [UInt8], _ key: WrappedKey, at now: Instant) throws -> Bool {
        guard try currentNodeKey() == key.nodeKey else { return false }
        try run(
            """
            INSERT INTO holder_key (kind, holder, node_key, wrapped, made_at)
            VALUES (\(kind), \(holder), \(key.nodeKey), \(key.wrapped), \(now)) ON CONFLICT DO NOTHING
            """
        )
        return true
    }

    func purposeKey(_ purpose: String) throws -> WrappedKey? {
        try row("SELECT node_key, wrapped FROM purpose_key WHERE purpose = \(purpose)") {
            WrappedKey(nodeKey: $0.text(0), wrapped: $0.bytes(1))
        }
    }

    func addPurposeKey(_ purpose: String, _ key: WrappedKey, at now: Instant) throws -> Bool {
        guard try currentNodeKey() == key.nodeKey else { return false }
        try run(
            """
            INSERT INTO purpose_key (purpose, node_key, wrapped, made_at)
            VALUES (\(purpose), \(key.nodeKey), \(key.wrapped), \(now)) ON CONFLICT DO NOTHING
            """
        )
        return true
    }
}
