import Basics
import Fixtures
import Store
import Testing

@testable import Store

private let first = Migration(
    "2026-11-21 test: people",
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, photo BLOB, height REAL) STRICT",
    "INSERT INTO person (id, name) VALUES (1, 'Amina INTEGER')"
)
private let second = Migration("2026-11-22 test: a person has a day", "ALTER TABLE person ADD COLUMN seen_on TEXT")

@Suite struct `Migrations` {
    @Test(arguments: Databases.all) func `run once each, in order, and carry rows along`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase([first]) { database in
            #expect(try await database.migrate([first], at: Databases.now) == [])
            #expect(try await database.migrate([first, second], at: Databases.now) == ["2026-11-22 test: a person has a day"])
            let row = try await database.read { tx in
                try tx.row("SELECT name, seen_on FROM person WHERE id = \(1)") { ($0.text(0), $0.optionalText(1)) }
            }
            #expect(try #require(row) == ("Amina INTEGER", nil))
        }
    }

    @Test(arguments: Databases.all) func `are refused on a database newer than the program`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase([first, second]) { database in
            await #expect(throws: StoreRefused.newerThanProgram(migration: "2026-11-22 test: a person has a day")) {
                try await database.migrate([first], at: Databases.now)
            }
        }
    }

    @Test(arguments: Databases.all) func `leave nothing of a step that fails`(_ kind: DatabaseKind) async throws {
        let broken = Migration("2026-11-23 test: broken", "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT", "CREATE TABLE nonsense (")
        try await kind.withDatabase([first]) { database in
            await #expect(throws: (any Error).self) { try await database.migrate([first, broken], at: Databases.now) }
            let tables = try await database.read { tx in try tx.tables().map(\.name) }
            #expect(tables == ["person", "schema_step"])
            #expect(try await database.migrate([first, second], at: Databases.now).count == 1)
        }
    }

    @Test(arguments: Databases.all) func `run once when several processes start together`(_ kind: DatabaseKind) async throws {
        try await kind.withLocation { location in
            let databases = [try await location.open(), try await location.open(), try await location.open()]
            let runs = try await withThrowingTaskGroup(of: Int.self) { group in
                for database in databases {
                    group.addTask { try await database.migrate([first, second], at: Databases.now).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.max() == 2)
            let people = try await databases[0].read { tx in try tx.count("SELECT count(*) FROM person") }
            #expect(people == 1)
            for database in databases { try await database.close() }
        }
    }

    @Test func `are said in PostgreSQL's words`() {
        #expect(
            Dialect.postgres.schema("CREATE TABLE t (a INTEGER, b TEXT NOT NULL, c BLOB, d REAL) STRICT")
                == "CREATE TABLE t (a BIGINT, b TEXT COLLATE \"C\" NOT NULL, c BYTEA, d DOUBLE PRECISION)"
        )
    }

    @Test(arguments: Databases.all) func `give tables after those that they refer to`(_ kind: DatabaseKind) async throws {
        let tables = Migration(
            "2026-11-21 test: references",
            "CREATE TABLE zebra (id INTEGER PRIMARY KEY, up INTEGER REFERENCES zebra (id)) STRICT",
            "CREATE TABLE ape (id INTEGER PRIMARY KEY, zebra_id INTEGER NOT NULL REFERENCES zebra (id)) STRICT",
            "CREATE TABLE bee (id INTEGER PRIMARY KEY, ape_id INTEGER REFERENCES ape (id), zebra_id INTEGER REFERENCES zebra (id)) STRICT"
        )
        try await kind.withDatabase([tables]) { database in
            let found = try await database.read { tx in try tx.tables() }
            #expect(found.map(\.name) == ["schema_step", "zebra", "ape", "bee"])
            #expect(found.last?.columns == ["id", "ape_id", "zebra_id"])
            #expect(found.last?.references == ["ape", "zebra"])
        }
    }
}
