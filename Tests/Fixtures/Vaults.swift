package import Foundation
package import Store

extension DatabaseKind {
    /// Gives a fresh database, migrated by the store's own steps and by these, and its vault in folders of their own.
    @discardableResult
    package func withVault<Value>(
        _ migrations: [Migration] = [], _ body: (any Database, Vault) async throws -> Value
    ) async throws -> Value {
        try await withFolder { folder in
            try await withDatabase(StoreSchema.migrations + migrations) { database in
                let keys = try SQLiteDatabase.inMemory()
                let node = try await database.nodeID(at: Databases.now)
                let vault = try await Vault.open(
                    KeyFolder(path: folder.appendingPathComponent("keys").path), keys: keys, node: node, at: Databases.now
                )
                return try await body(database, vault)
            }
        }
    }
}

/// A whole node on disk, as the program lays it out, to be stopped, moved, restored.
package struct TestNode: Sendable {
    package let location: DatabaseLocation
    package let folder: URL
    package let database: any Database
    package let keyDatabase: any Database
    package let keyFolder: KeyFolder
    package let vault: Vault
    package let log: TombstoneLog

    package func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Opens what is at a location, or makes it.
    package static func open(_ location: DatabaseLocation, in folder: URL, _ migrations: [Migration]) async throws -> TestNode {
        let database = try await location.open()
        try await database.migrate(StoreSchema.migrations + migrations, at: Databases.now)
        let keyDatabase = try await location.keys.open()
        let keyFolder = try KeyFolder(path: folder.appendingPathComponent("keys").path)
        let vault = try await Vault.open(
            keyFolder, keys: keyDatabase, node: try await database.nodeID(at: Databases.now), at: Databases.now
        )
        let log = TombstoneLog(path: folder.appendingPathComponent("tombstones.log").path)
        try log.prepare()
        return TestNode(
            location: location, folder: folder, database: database, keyDatabase: keyDatabase, keyFolder: keyFolder, vault: vault,
            log: log
        )
    }

    package func close() async throws {
        try await database.close()
        try await keyDatabase.close()
    }
}

extension DatabaseKind {
    /// Gives a node on disk (or in schemas of its own) to a closure; closes and removes it afterwards.
    @discardableResult
    package func withNode<Value>(
        _ migrations: [Migration] = [], _ body: (TestNode) async throws -> Value
    ) async throws -> Value {
        try await withFolder { outer in
            try await withLocation { location in
                // As the program does: beside a SQLite file, or alone.
                var folder = outer
                if case .sqlite(let path) = location { folder = URL(fileURLWithPath: path).deletingLastPathComponent() }
                let node = try await TestNode.open(location, in: folder, migrations)
                do {
                    let value = try await body(node)
                    try? await node.close()
                    return value
                } catch {
                    try? await node.close()
                    throw error
                }
            }
        }
    }
}
