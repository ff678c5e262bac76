import Basics
import Fixtures
import Store
import Testing

private let migrations = [
    Migration(
        "2026-11-21 test: things",
        """
        CREATE TABLE thing (
            id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, amount INTEGER, weight REAL, seen_on TEXT, version INTEGER NOT NULL,
            CHECK (amount >= 0)
        ) STRICT
        """,
        "CREATE TABLE part (thing_id BLOB NOT NULL REFERENCES thing (id), name TEXT NOT NULL) STRICT"
    )
]

private enum Thing {}

@Suite struct `A transaction` {
    @Test(arguments: Databases.all) func `binds every kind of value and reads it back unchanged`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let id = ID<Thing>.new(at: Databases.now)
            let names = ["O'Brien; DROP TABLE thing; --", "\"quoted\" \\ $1 ? %", "أمينة 👩‍👧 \u{1F6A2}", "", "line\nbreak\ttab"]
            for name in names {
                let row = try await database.write { tx in
                    try tx.run("DELETE FROM thing")
                    try tx.run(
                        """
                        INSERT INTO thing (id, name, amount, weight, seen_on, version)
                        VALUES (\(id), \(name), \(Int.max), \(0.1), \(Day(iso: "2026-11-21")), \(1))
                        """
                    )
                    return try tx.row("SELECT id, name, amount, weight, seen_on FROM thing WHERE name = \(name)") { row in
                        (
                            try row.id(0, of: Thing.self), row.text(1), row.int(2), row.double(3), try row.day(4).iso,
                            row.value(0), row.value(2), row.value(3), row.value(1)
                        )
                    }
                }
                let read = try #require(row)
                #expect(read.0 == id)
                #expect(read.1 == name)
                #expect(read.2 == Int.max)
                #expect(read.3 == 0.1)
                #expect(read.4 == "2026-11-21")
                #expect(read.5 == .bytes(id.bytes))
                #expect(read.6 == .integer(Int64.max))
                #expect(read.7 == .real(0.1))
                #expect(read.8 == .text(name))
            }
        }
    }

    @Test(arguments: Databases.all) func `binds a missing value anywhere`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let nothing: Int? = nil
            try await database.write { tx in
                try tx.run(
                    "INSERT INTO thing (id, name, amount, weight, version) VALUES (\([UInt8(0)]), \("a"), \(nothing), \(nil as Double?), \(1))"
                )
            }
            let row = try await database.read { tx in
                try tx.row("SELECT amount, weight, \(nothing) IS NULL, coalesce(\(nothing), \(7)) FROM thing") { row in
                    (row.optionalInt(0), row.optionalDouble(1), row.bool(2), row.int(3), row.value(0))
                }
            }
            let read = try #require(row)
            #expect(read == (nil, nil, true, 7, .null))
        }
    }

    @Test(arguments: Databases.all) func `reads sums, averages, comparisons and long bytes`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
            let read = try await database.write { tx in
                for number in 1...3 {
                    try tx.run(
                        "INSERT INTO thing (id, name, amount, weight, version) VALUES (\(bytes + [UInt8(number)]), \("n\(number)"), \(number), \(1.5), \(1))"
                    )
                }
                return try tx.row(
                    "SELECT sum(amount), sum(weight), count(*), sum(amount) > 5, (SELECT id FROM thing WHERE amount = 1), -sum(amount) FROM thing"
                ) { row in
                    (row.int(0), row.double(1), row.int(2), row.bool(3), row.bytes(4), row.int(5))
                }
            }
            let sums = try #require(read)
            #expect(sums == (6, 4.5, 3, true, bytes + [1], -6))
        }
    }

    @Test(arguments: Databases.all) func `refuses a text that one of the databases would cut`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            await #expect(throws: StoreRefused.unstorableText) {
                try await database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \("cut\u{0}here"), \(1))")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `keeps nothing when its closure throws`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            await #expect(throws: StoreRefused.changedMeanwhile) {
                try await database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \("a"), \(1))")
                    throw StoreRefused.changedMeanwhile
                }
            }
            let left = try await database.read { tx in try tx.count("SELECT count(*) FROM thing") }
            #expect(left == 0)
        }
    }

    @Test(arguments: Databases.all) func `refuses a change of a row that somebody else has changed`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            try await database.write { tx in
                try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \("a"), \(1))")
                try tx.runOnOne("UPDATE thing SET name = \("b"), version = version + 1 WHERE id = \([UInt8(1)]) AND version = \(1)")
            }
            await #expect(throws: StoreRefused.changedMeanwhile) {
                try await database.write { tx in
                    try tx.runOnOne("UPDATE thing SET name = \("c"), version = version + 1 WHERE id = \([UInt8(1)]) AND version = \(1)")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `asks inside the answer of the same question`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let pairs = try await database.write { tx in
                for number in 1...4 {
                    try tx.run("INSERT INTO thing (id, name, amount, version) VALUES (\([UInt8(number)]), \("\(number)"), \(number), \(1))")
                }
                var pairs: [String] = []
                try tx.forEach("SELECT amount FROM thing WHERE amount > \(2) ORDER BY amount") { outer in
                    try tx.forEach("SELECT amount FROM thing WHERE amount > \(3) ORDER BY amount") { inner in
                        pairs.append("\(outer.int(0))\(inner.int(0))")
                    }
                }
                try tx.stream("SELECT amount FROM thing WHERE amount > \(2) ORDER BY amount") { outer in
                    try tx.stream("SELECT amount FROM thing WHERE amount > \(3) ORDER BY amount") { inner in
                        pairs.append("\(outer.int(0))\(inner.int(0))")
                    }
                }
                return pairs
            }
            #expect(pairs == ["34", "44", "34", "44"])
        }
    }

    @Test(arguments: Databases.all) func `names the rule that is broken and not the value`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            try await database.write { tx in
                try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \("Amina"), \(1))")
            }
            await #expect {
                try await database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(2)]), \("Amina"), \(1))")
                }
            } throws: { error in
                guard case StoreFault.duplicate(let rule) = error else { return false }
                return rule.contains("name") && !rule.contains("Amina")
            }
            await #expect {
                try await database.write { tx in
                    try tx.run("INSERT INTO part (thing_id, name) VALUES (\([UInt8(9)]), \("Amina"))")
                }
            } throws: { error in
                if case StoreFault.constraint(let rule) = error { !rule.contains("Amina") } else { false }
            }
        }
    }

    @Test(arguments: Databases.all) func `changes nothing when it only reads`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            await #expect(throws: StoreFault.readOnlyTransaction) {
                try await database.read { tx in _ = try tx.run("DELETE FROM thing") }
            }
            await #expect(throws: (any Error).self) {
                try await database.read { tx in _ = try tx.rows("DELETE FROM thing RETURNING id") { $0.bytes(0) } }
            }
        }
    }

    @Test(arguments: Databases.all) func `inserts or updates, and tells how many rows it changed`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let changed = try await database.write { tx in
                var changed: [Int] = []
                for name in ["a", "b"] {
                    changed.append(
                        try tx.run(
                            """
                            INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \(name), \(1))
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = thing.version + 1
                            """
                        )
                    )
                }
                changed.append(
                    try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(1)]), \("c"), \(1)) ON CONFLICT DO NOTHING"))
                changed.append(try tx.run("UPDATE thing SET amount = \(1) WHERE name IN \(list: ["b", "x"])"))
                changed.append(try tx.run("UPDATE thing SET amount = \(1) WHERE name IN \(list: [String]())"))
                return changed
            }
            #expect(changed == [1, 1, 0, 1, 0])
        }
    }

    @Test(arguments: Databases.all) func `compares and sorts text byte by byte, with LIKE too`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(migrations) { database in
            let read = try await database.write { tx in
                for (number, name) in ["b", "B", "é", "a", "Z", "_"].enumerated() {
                    try tx.run("INSERT INTO thing (id, name, version) VALUES (\([UInt8(number)]), \(name), \(1))")
                }
                return (
                    try tx.rows("SELECT name FROM thing ORDER BY name") { $0.text(0) },
                    try tx.rows("SELECT name FROM thing WHERE name LIKE \("b%")") { $0.text(0) }
                )
            }
            #expect(read.0 == ["B", "Z", "_", "a", "b", "é"])
            #expect(read.1 == ["b"])
        }
    }
}
