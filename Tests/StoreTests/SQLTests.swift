import Basics
import Fixtures
import Store
import Testing

@testable import Store

@Suite struct `A statement` {
    @Test func `promise 20: holds what is interpolated as values, never as text`() {
        let attack = "x'; DROP TABLE account; --"
        let sql: SQL = "SELECT 1 FROM account WHERE name = \(attack) AND id IN \(list: [1, 2])"
        #expect(sql.text(for: .sqlite) == "SELECT 1 FROM account WHERE name = ? AND id IN (?, ?)")
        #expect(sql.text(for: .postgres) == "SELECT 1 FROM account WHERE name = $1 AND id IN ($2, $3)")
        #expect(sql.values == [.text(attack), .integer(1), .integer(2)])
    }

    @Test func `promise 20: takes another statement along with its values`() {
        let clause: SQL = "year = \(2019)"
        let sql: SQL = "SELECT \("a") WHERE \(sql: clause) AND \(sql: .joined([clause, "x = \(1.5)"], separator: " OR "))"
        #expect(sql.text(for: .postgres) == "SELECT $1 WHERE year = $2 AND year = $3 OR x = $4")
        #expect(sql.values == [.text("a"), .integer(2019), .integer(2019), .real(1.5)])
    }

    @Test func `writes a null as a word on PostgreSQL and counts on`() {
        let sql: SQL = "SET a = \(nil as Int?), b = \(2), c = \(nil as String?), d = \("x")"
        #expect(sql.text(for: .postgres) == "SET a = NULL, b = $1, c = NULL, d = $2")
        #expect(sql.text(for: .sqlite) == "SET a = ?, b = ?, c = ?, d = ?")
    }

    @Test func `takes only names of ours for tables and columns`() {
        for name in ["", "a b", "a\"b", "Ä", "1a", "_a", "A", "a;", String(repeating: "a", count: 64)] {
            #expect(throws: StoreFault.self) { try SQL.identifier(name) }
        }
        #expect(throws: Never.self) { try SQL.identifier("case_file_2") }
    }

    @Test(arguments: Databases.all) func `promise 20: an attack stored and read is still the same text`(_ kind: DatabaseKind) async throws {
        let attacks = [
            "'; DROP TABLE note; --", "\\'; --", "$1", "?", "%s", "/* */", "\u{2019}; DROP", "E'\\x27'", "$$;DROP TABLE note;$$",
        ]
        try await kind.withDatabase([Migration("2026-11-21 test: notes", "CREATE TABLE note (body TEXT NOT NULL) STRICT")]) { database in
            for attack in attacks {
                try await database.write { tx in try tx.run("INSERT INTO note (body) VALUES (\(attack))") }
            }
            let read = try await database.read { tx in try tx.rows("SELECT body FROM note WHERE body IN \(list: attacks)") { $0.text(0) } }
            #expect(Set(read) == Set(attacks))
        }
    }
}
