package import Basics
package import Foundation
package import Store

/// The databases that a story is told on: `@Test(arguments: Databases.all) func … (_ kind: DatabaseKind)`.
package enum Databases {
    /// SQLite always; PostgreSQL when `CONCORD_TEST_POSTGRES` holds its URL, as `make test` sees to.
    package static var all: [DatabaseKind] { postgres == nil ? [.sqlite] : [.sqlite, .postgres] }

    /// The URL of the PostgreSQL for tests (`Scripts/postgres-for-tests start` prints it).
    package static var postgres: String? { ProcessInfo.processInfo.environment["CONCORD_TEST_POSTGRES"] }

    /// The time at which fixtures migrate: 2026-11-21T09:00:00Z.
    package static let now = Instant(microseconds: 1_795_251_600_000_000)
}

/// One of the two kinds of database.
package enum DatabaseKind: String, Sendable, CaseIterable, Codable {
    case sqlite, postgres

    /// Gives a fresh, migrated database to a closure and removes it afterwards: SQLite in memory, or a schema of its own.
    @discardableResult
    package func withDatabase<Value>(
        _ migrations: [Migration] = [], _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .sqlite:
            let database = try SQLiteDatabase.inMemory()
            return try await closing(database) {
                try await database.migrate(migrations, at: Databases.now)
                return try await body(database)
            }
        case .postgres:
            return try await withLocation { location in
                let database = try await location.open()
                return try await closing(database) {
                    try await database.migrate(migrations, at: Databases.now)
                    return try await body(database)
                }
            }
        }
    }

    /// Gives the place of a database that does not exist yet, on disk, and removes what was made there afterwards.
    @discardableResult
    package func withLocation<Value>(_ body: (DatabaseLocation) async throws -> Value) async throws -> Value {
        switch self {
        case .sqlite:
            return try await withFolder { folder in
                try await body(.sqlite(path: folder.appendingPathComponent("concord.sqlite").path))
            }
        case .postgres:
            guard let url = Databases.postgres else { throw StoreRefused.wrongURL }
            let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
            let address = try PostgresAddress(url: url)
            let outcome: Result<Value, any Error>
            do {
                outcome = .success(try await body(.postgres(address.with(schema: schema))))
            } catch { outcome = .failure(error) }
            let cleaner = PostgresDatabase(address, connections: 1)
            try await closing(cleaner) {
                for name in [schema, schema + "_keys"] {
                    try await cleaner.write { tx in try tx.runSchema("DROP SCHEMA IF EXISTS \(name) CASCADE") }
                }
            }
            return try outcome.get()
        }
    }
}

/// Gives a new folder, readable by its owner alone, to a closure and removes it afterwards.
@discardableResult
package func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-test-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private func closing<Value>(_ database: any Database, _ body: () async throws -> Value) async throws -> Value {
    do {
        let value = try await body()
        try await database.close()
        return value
    } catch {
        try? await database.close()
        throw error
    }
}
