import Foundation

/// Where a node's tables are: a SQLite file in the data folder, or PostgreSQL.
package enum DatabaseLocation: Sendable, Hashable {
    case sqlite(path: String)
    case postgres(PostgresAddress)

    /// What the settings `--database` and `--data` say together.
    /// - Parameters:
    ///   - url: `postgres://…`; `nil` for SQLite.
    ///   - folder: the data folder, where `concord.sqlite` is.
    package init(url: String?, folder: String) throws(StoreRefused) {
        if let url {
            self = .postgres(try PostgresAddress(url: url))
        } else {
            self = .sqlite(path: DatabaseLocation.join(folder, "concord.sqlite"))
        }
    }

    /// Where this node's person keys are: apart from the tables, so that no copy of these holds both.
    package var keys: DatabaseLocation {
        switch self {
        case .sqlite(let path): .sqlite(path: DatabaseLocation.join((path as NSString).deletingLastPathComponent, "keys.sqlite"))
        case .postgres(let address): .postgres(address.with(schema: (address.schema ?? "concord") + "_keys"))
        }
    }

    /// Opens the database; makes an empty one when there is none (on PostgreSQL: an empty schema).
    /// - Throws: `StoreRefused` in words for the person who runs the node.
    package func open() async throws -> any Database {
        switch self {
        case .sqlite(let path):
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
                do {
                    try FileManager.default.createDirectory(
                        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
                    )
                } catch { throw StoreRefused.readOnly(path: folder) }
            }
            return try SQLiteDatabase(path: path)
        case .postgres(let address):
            let database = PostgresDatabase(address)
            do {
                try await database.makeSchema()
                _ = try await database.read { tx in try tx.exists("SELECT 1") }
            } catch {
                try? await database.close()
                throw error
            }
            return database
        }
    }

    private static func join(_ folder: String, _ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
}
