import Basics
import Fixtures
import Foundation
import Store
import Testing

private let pairs = Migration(
    "2026-11-21 test: pairs", "CREATE TABLE pair (n INTEGER NOT NULL, half INTEGER NOT NULL, PRIMARY KEY (n, half)) STRICT"
)

@Suite struct `What was acknowledged` {
    /// Writes pairs, each in one transaction, and says which it was told are kept; is killed while it writes.
    private static func writeUntilKilled(at location: DatabaseLocation, acknowledged: String) async throws {
        let database = try await location.open()
        try await database.migrate([pairs], at: Databases.now)
        let file = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var n = writer
                    while true {
                        let number = n
                        do {
                            try await database.write { tx in
                                try tx.run("INSERT INTO pair (n, half) VALUES (\(number), \(1))")
                                try tx.run("INSERT INTO pair (n, half) VALUES (\(number), \(2))")
                            }
                        } catch { continue }
                        let line = Array("\(number)\n".utf8)
                        _ = line.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
                        // By then the others are in the middle of theirs.
                        if number >= 200 { kill(getpid(), SIGKILL) }
                        n += 4
                    }
                }
            }
        }
    }

    private func check(_ location: DatabaseLocation, _ acknowledged: String) async throws {
        let told = try String(contentsOfFile: acknowledged, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        #expect(told.count >= 50)
        let database = try await location.open()
        let (kept, halves) = try await database.read { tx in
            (
                Set(try tx.rows("SELECT n FROM pair") { $0.int(0) }),
                try tx.count("SELECT count(*) FROM (SELECT n FROM pair GROUP BY n HAVING count(*) <> 2) AS odd")
            )
        }
        #expect(Set(told).subtracting(kept).isEmpty)
        #expect(halves == 0)
        if database.dialect == .sqlite {
            let integrity = try await database.read { tx in try tx.row("PRAGMA integrity_check") { $0.text(0) } }
            #expect(integrity == "ok")
        }
        try await database.close()
    }

    @Test func `promise 31: survives kill -9 in the middle of writes, on SQLite`() async throws {
        try await withFolder { folder in
            let path = folder.path
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                try await Self.writeUntilKilled(at: .sqlite(path: path + "/concord.sqlite"), acknowledged: path + "/told")
            }
            try await check(.sqlite(path: path + "/concord.sqlite"), path + "/told")
        }
    }

    @Test(.enabled(if: Databases.postgres != nil))
    func `promise 31: survives kill -9 in the middle of writes, on PostgreSQL`() async throws {
        try await withFolder { folder in
            try await DatabaseKind.postgres.withLocation { location in
                guard case .postgres(let address) = location else { return }
                let schema = address.schema ?? ""
                let told = folder.appendingPathComponent("told").path
                await #expect(processExitsWith: .signal(SIGKILL)) { [schema = schema as String, told = told as String] in
                    let url = try #require(Databases.postgres)
                    try await Self.writeUntilKilled(
                        at: .postgres(try PostgresAddress(url: url).with(schema: schema)), acknowledged: told
                    )
                }
                try await check(location, told)
            }
        }
    }

    @Test(arguments: Databases.all) func `64 writers at once meet no error and lose nothing`(_ kind: DatabaseKind) async throws {
        try await kind.withLocation { location in
            let database = try await location.open()
            try await database.migrate([pairs], at: Databases.now)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        for turn in 0..<10 {
                            try await database.write { tx in
                                // A number read, raised and written back: the classic way to lose one.
                                let next = try tx.count("SELECT coalesce(max(n), 0) FROM pair") + 1
                                try tx.run("INSERT INTO pair (n, half) VALUES (\(next), \(client * 10 + turn))")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let (rows, highest) = try await database.read { tx in
                (try tx.count("SELECT count(*) FROM pair"), try tx.count("SELECT max(n) FROM pair"))
            }
            #expect(rows == 640)
            #expect(highest == 640)
            try await database.close()
        }
    }

    @Test func `promise 33: a full disk refuses in words and harms nothing that is there`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("concord.sqlite").path)
            try await database.migrate(
                [Migration("2026-11-21 test: blobs", "CREATE TABLE blob (n INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT")],
                at: Databases.now
            )
            try await database.write { tx in
                // SQLite counts pages and says "full" as it does when the disk is.
                _ = try tx.row("PRAGMA max_page_count = 60") { $0.int(0) }
                try tx.run("INSERT INTO blob (n, content) VALUES (\(1), \([UInt8](repeating: 7, count: 50_000)))")
            }
            await #expect(throws: StoreRefused.full) {
                try await database.write { tx in
                    for n in 2...10 { try tx.run("INSERT INTO blob (n, content) VALUES (\(n), \([UInt8](repeating: 8, count: 50_000)))") }
                }
            }
            let state = try await database.read { tx in
                (try tx.count("SELECT count(*) FROM blob"), try tx.row("PRAGMA integrity_check") { $0.text(0) })
            }
            #expect(state == (1, "ok"))
            try await database.write { tx in
                try tx.run("INSERT INTO blob (n, content) VALUES (\(2), \([UInt8](repeating: 9, count: 1_000)))")
            }
            try await database.close()
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small disk needs root"))
    func `promise 33: a disk that really is full refuses writes and backups, and goes on when there is room`() async throws {
        try await withFolder { folder in
            guard mount("tmpfs", folder.path, "tmpfs", 0, "size=2m") == 0 else { return }
            defer { umount2(folder.path, Int32(MNT_DETACH)) }
            try await withNodeOnFullDisk(folder)
        }
    }

    private func withNodeOnFullDisk(_ folder: URL) async throws {
        let blob = Migration("2026-11-21 test: blobs", "CREATE TABLE blob (content BLOB NOT NULL) STRICT")
        let node = try await TestNode.open(.sqlite(path: folder.appendingPathComponent("concord.sqlite").path), in: folder, [blob])
        _ = try await node.vault.makeRecovery(.twoOfThree, at: Databases.now)
        let recovery = try node.keyFolder.recovery()
        try await node.database.write { tx in
            for _ in 0..<8 { try tx.run("INSERT INTO blob (content) VALUES (\([UInt8](repeating: 1, count: 60_000)))") }
        }
        await #expect(throws: StoreRefused.full) {
            try await node.database.write { tx in
                for _ in 0..<80 { try tx.run("INSERT INTO blob (content) VALUES (\([UInt8](repeating: 2, count: 60_000)))") }
            }
        }
        let filler = folder.appendingPathComponent("filler").path
        _ = try? Data(count: 900_000).write(to: URL(fileURLWithPath: filler))
        await #expect(throws: StoreRefused.full) {
            try await Backup.write(
                .node, from: node.database, to: folder.appendingPathComponent("b.concord").path, node: node.vault.node,
                recovery: recovery, log: node.log, at: Databases.now
            )
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("b.concord") } == [])
        try FileManager.default.removeItem(atPath: filler)
        try await node.database.write { tx in try tx.run("INSERT INTO blob (content) VALUES (\([UInt8(3)]))") }
        let state = try await node.database.read { tx in
            (try tx.count("SELECT count(*) FROM blob"), try tx.row("PRAGMA integrity_check") { $0.text(0) })
        }
        #expect(state == (9, "ok"))
        try await node.close()
    }
}

@Suite struct `A file that is no database of ours` {
    @Test func `is refused by name and left as it is`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("concord.sqlite").path
            let content = Data("Dear colleague, this is a letter and not a database at all. ".utf8) + Data(count: 8_000)
            try content.write(to: URL(fileURLWithPath: path))
            await #expect(throws: StoreRefused.notADatabase(path: path)) {
                let database = try await DatabaseLocation.sqlite(path: path).open()
                try await database.migrate([pairs], at: Databases.now)
            }
            #expect(FileManager.default.contents(atPath: path) == content)
        }
    }

    @Test func `in a place where nothing can be written is refused in words`() async throws {
        let path = "/proc/concord-test/concord.sqlite"
        await #expect {
            _ = try await DatabaseLocation.sqlite(path: path).open()
        } throws: { error in
            if case StoreRefused.readOnly = error { true } else { false }
        }
    }

    @Test func `a new one is readable by its owner alone`() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("data/concord.sqlite").path
            let database = try await DatabaseLocation.sqlite(path: path).open()
            try await database.migrate([pairs], at: Databases.now)
            for name in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + name) {
                let mode = try FileManager.default.attributesOfItem(atPath: path + name)[.posixPermissions] as? NSNumber
                #expect(mode?.intValue == 0o600)
            }
            try await database.close()
        }
    }
}

@Suite struct `A lease` {
    @Test(arguments: Databases.all) func `is held by one, renewed by it, and passes on when it ends or is given back`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase(StoreSchema.migrations) { database in
            let now = Databases.now
            let first = Lease("clocks", holder: .new(at: now))
            let second = Lease("clocks", holder: .new(at: now))
            let taken = try await database.write { tx in
                [
                    try first.take(for: .minutes(1), at: now, in: tx),
                    try second.take(for: .minutes(1), at: now + .seconds(30), in: tx),
                    try first.take(for: .minutes(1), at: now + .seconds(40), in: tx),
                    try second.take(for: .minutes(1), at: now + .seconds(70), in: tx),
                    try second.take(for: .minutes(1), at: now + .seconds(100), in: tx),
                    try first.take(for: .minutes(1), at: now + .seconds(110), in: tx),
                ]
            }
            #expect(taken == [true, false, true, false, true, false])
            let afterwards = try await database.write { tx in
                try first.giveBack(in: tx)
                let held = try first.take(for: .minutes(1), at: now + .seconds(120), in: tx)
                try second.giveBack(in: tx)
                return [held, try first.take(for: .minutes(1), at: now + .seconds(121), in: tx)]
            }
            #expect(afterwards == [false, true])
        }
    }
}
