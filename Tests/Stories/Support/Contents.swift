import Crypto
import Foundation
import Server
import WebFixtures

@testable import Store

extension StorySite {
    /// Everything in the node's database, table by table, as one number: equal when nothing was changed.
    /// - Parameter without: tables that may change.
    func contents(without spared: Set<String> = []) async throws -> [String: String] {
        let sqlite = node.database.dialect == .sqlite
        return try await node.database.read { tx in
            let tables = try tx.rows(
                sqlite
                    ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
                    : "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
            ) { $0.text(0) }
            var found: [String: String] = [:]
            for table in tables where !spared.contains(table) {
                // Columns of a row as text, the rows in an order of their own.
                let columns = try tx.rows(
                    sqlite
                        ? "SELECT name FROM pragma_table_info(\(table)) ORDER BY name"
                        : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY column_name"
                ) { $0.text(0) }
                let text = columns.map { sqlite ? "quote(\($0))" : "coalesce(\($0)::text, 'NULL')" }.joined(separator: " || '|' || ")
                var hash = SHA256()
                var rows = 0
                try tx.stream(SQL(pieces: ["SELECT \(text) AS line FROM \(table) ORDER BY 1"], values: [])) { row in
                    hash.update(data: Data(row.text(0).utf8))
                    rows += 1
                }
                found[table] = "\(rows) rows \(Data(hash.finalize().prefix(8)).map { String($0, radix: 16) }.joined())"
            }
            return found
        }
    }
}
