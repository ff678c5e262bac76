package import Basics

/// The tables that the store keeps for itself in a node's database. They come first among a node's migrations.
package enum StoreSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026-11-21 store: who this node is",
            "CREATE TABLE node (id BLOB PRIMARY KEY, made_at INTEGER NOT NULL) STRICT"
        ),
        Migration(
            "2026-11-21 store: jobs run under a lease",
            """
            CREATE TABLE lease (
                name TEXT PRIMARY KEY, holder BLOB NOT NULL, taken_at INTEGER NOT NULL, ends_at INTEGER NOT NULL
            ) STRICT
            """
        ),
        Migration(
            "2026-11-21 store: finding sealed names by keyed tokens",
            """
            CREATE TABLE blind_index (
                kind TEXT NOT NULL, token BLOB NOT NULL, holder BLOB NOT NULL, PRIMARY KEY (kind, token, holder)
            ) STRICT
            """,
            "CREATE INDEX blind_index_by_holder ON blind_index (holder)"
        ),
        Migration(
            "2026-11-21 store: restorations are on record",
            """
            CREATE TABLE restoration (
                id BLOB PRIMARY KEY, restored_at INTEGER NOT NULL, backup_made_at INTEGER NOT NULL,
                tombstones INTEGER NOT NULL, override_reason TEXT
            ) STRICT
            """
        ),
    ]
}

/// A node: one country's, region's or organisation's own Concord.
package enum Node {}

extension Database {
    /// This node's id; made the first time it is asked for. It goes along with a backup, and sealed values are bound to it.
    package func nodeID(at now: Instant) async throws -> ID<Node> {
        if let known = try await read({ tx in try tx.row("SELECT id FROM node") { try $0.id(0, of: Node.self) } }) { return known }
        let fresh = ID<Node>.new(at: now)
        return try await write { tx in
            if let known = try tx.row("SELECT id FROM node", { try $0.id(0, of: Node.self) }) { return known }
            try tx.run("INSERT INTO node (id, made_at) VALUES (\(fresh), \(now))")
            return fresh
        }
    }
}
