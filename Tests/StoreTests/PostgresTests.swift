import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Store

@Suite struct `A PostgreSQL address` {
    @Test func `is read from a URL`() throws {
        let address = try PostgresAddress(url: "postgres://concord@db.example:6432/node?schema=north&sslrootcert=/etc/ca.pem")
        #expect(address.user == "concord")
        #expect(address.host == "db.example")
        #expect(address.port == 6_432)
        #expect(address.name == "node")
        #expect(address.schema == "north")
        #expect(address.rootCertificate == "/etc/ca.pem")
    }

    @Test func `asks another machine for its certificate and loopback or a socket for none`() throws {
        #expect(try PostgresAddress(url: "postgres://u@db.example/n").sslMode == "verify-full")
        #expect(try PostgresAddress(url: "postgres://u@10.0.0.7/n").sslMode == "verify-full")
        #expect(try PostgresAddress(url: "postgres://u@127.0.0.1/n").sslMode == "prefer")
        #expect(try PostgresAddress(url: "postgres://u@[::1]/n").sslMode == "prefer")
        #expect(try PostgresAddress(url: "postgres://u@%2Frun%2Fpostgresql/n").host == "/run/postgresql")
        #expect(try PostgresAddress(url: "postgres://u@%2Frun%2Fpostgresql/n").sslMode == "prefer")
        #expect(try PostgresAddress(url: "postgres://u@db.example/n?sslmode=require").sslMode == "require")
    }

    @Test(arguments: [
        "", "concord.sqlite", "mysql://u@h/n", "postgres://u:secret@h/n", "postgres://u@/n", "postgres://u@h", "postgres://u@h/",
        "postgres://u@h/n?password=x", "postgres://u@h/n?sslmode=none", "postgres://u@h/n?schema=a;b", "postgres://u@h/a/b",
    ])
    func `is refused when it is not one, or holds a password`(_ url: String) {
        #expect(throws: StoreRefused.wrongURL) { try PostgresAddress(url: url) }
    }

    @Test func `settings without a URL mean SQLite in the data folder, and the keys stand apart`() throws {
        let file = try DatabaseLocation(url: nil, folder: "data")
        #expect(file == .sqlite(path: "data/concord.sqlite"))
        #expect(file.keys == .sqlite(path: "data/keys.sqlite"))
        let server = try DatabaseLocation(url: "postgres://u@127.0.0.1/n", folder: "data")
        #expect(server.keys == .postgres(try PostgresAddress(url: "postgres://u@127.0.0.1/n?schema=concord_keys")))
    }
}

@Suite(.enabled(if: Databases.postgres != nil)) struct `PostgreSQL` {
    private let counter = Migration("2026-11-21 test: counter", "CREATE TABLE counter (n INTEGER NOT NULL) STRICT")

    private func connection(_ database: any Database) async throws -> Int {
        try await database.read { tx in try tx.row("SELECT pg_backend_pid()") { $0.int(0) } ?? 0 }
    }

    private func end(_ backend: Int) async throws {
        let url = try #require(Databases.postgres)
        let other = PostgresDatabase(try PostgresAddress(url: url), connections: 1)
        try await other.write { tx in
            _ = try tx.row("SELECT pg_terminate_backend(CAST(\(backend) AS INTEGER))") { _ in }
        }
        try await other.close()
    }

    @Test func `that went away between two requests is not noticed`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            let before = try await connection(database)
            try await end(before)
            try await Task.sleep(for: .milliseconds(50))
            let after = try await connection(database)
            #expect(after != 0 && after != before)
        }
    }

    @Test func `gone in mid-request fails that request in words, keeps nothing, and serves the next`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            await #expect(throws: StoreRefused.unreachable) {
                try await database.write { tx in
                    try tx.run("INSERT INTO counter (n) VALUES (\(1))")
                    // Ends its own connection: as if the server had been stopped here.
                    _ = try tx.row("SELECT pg_terminate_backend(pg_backend_pid())") { _ in }
                    try tx.run("INSERT INTO counter (n) VALUES (\(2))")
                }
            }
            let left = try await database.write { tx in try tx.count("SELECT count(*) FROM counter") }
            #expect(left == 0)
        }
    }

    @Test func `that does not answer is said so`() async throws {
        let nowhere = try DatabaseLocation(url: "postgres://concord@127.0.0.1:1/none", folder: "")
        await #expect {
            _ = try await nowhere.open()
        } throws: { error in
            guard case StoreRefused.noConnection(let reason) = error else { return false }
            return reason.contains("refused") && (error as? StoreRefused)?.kind == .unavailable
        }
    }

    @Test func `ends a statement that takes too long`() async throws {
        let url = try #require(Databases.postgres)
        let database = PostgresDatabase(try PostgresAddress(url: url), connections: 1, statementTimeout: .seconds(1))
        await #expect(throws: StoreRefused.tooSlow) { try await database.read { tx in _ = try tx.row("SELECT pg_sleep(20)") { _ in } } }
        _ = try await connection(database)
        try await database.close()
    }

    @Test func `tries a conflict again until both changes are kept`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            try await database.write { tx in try tx.run("INSERT INTO counter (n) VALUES (\(0))") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        try await database.write { tx in
                            let seen = try tx.count("SELECT n FROM counter")
                            try tx.run("UPDATE counter SET n = \(seen + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await database.read { tx in try tx.count("SELECT n FROM counter") }
            #expect(total == 64)
        }
    }

    @Test func `does not call a change kept when its closure went on after an error`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            await #expect(throws: (any Error).self) {
                try await database.write { tx in
                    try tx.run("INSERT INTO counter (n) VALUES (\(1))")
                    try? tx.runSchema("nonsense")
                }
            }
            let left = try await database.read { tx in try tx.count("SELECT count(*) FROM counter") }
            #expect(left == 0)
        }
    }

    @Test func `answers a kept statement after the schema changed under it`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            try await database.write { tx in try tx.run("INSERT INTO counter (n) VALUES (\(5))") }
            let ask: @Sendable (any Transaction) throws -> Int? = { tx in try tx.row("SELECT * FROM counter") { $0.columnCount } }
            #expect(try await database.read(ask) == 1)
            try await database.write { tx in try tx.runSchema("ALTER TABLE counter ADD COLUMN note TEXT") }
            for _ in 0..<8 { #expect(try await database.read(ask) == 2) }
        }
    }

    @Test func `keeps working beyond its store of prepared statements`() async throws {
        try await DatabaseKind.postgres.withDatabase([counter]) { database in
            let found = try await database.write { tx in
                try tx.run("INSERT INTO counter (n) VALUES (\(450))")
                return try (1...450).filter { count in
                    try tx.exists("SELECT 1 FROM counter WHERE n IN \(list: Array(1...count))")
                }
            }
            #expect(found == [450])
        }
    }

    @Test func `gives a lock by name to one transaction at a time`() async throws {
        try await DatabaseKind.postgres.withDatabase { database in
            let (taken, takenElsewhere, other) = try await database.write { tx in
                let taken = try tx.tryLock("sealer")
                let url = Databases.postgres ?? ""
                let schema = try tx.row("SELECT current_schema()::text") { $0.text(0) } ?? ""
                let second = try PostgresConnection(
                    to: try PostgresAddress(url: url).with(schema: schema), statementTimeout: .seconds(5)
                )
                try second.begin(mayChange: true)
                let outside = PostgresTransaction(connection: second, mayChange: true)
                let elsewhere = try outside.tryLock("sealer")
                let other = try outside.tryLock("clocks")
                second.rollback()
                return (taken, elsewhere, other)
            }
            #expect(taken)
            #expect(!takenElsewhere)
            #expect(other)
            #expect(try await database.write { tx in try tx.tryLock("sealer") })
        }
    }
}
