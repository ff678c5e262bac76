import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Store

private let schema = [
    Migration(
        "2026-11-21 test: women",
        "CREATE TABLE woman (id BLOB PRIMARY KEY, name BLOB, region TEXT NOT NULL, mother_id BLOB REFERENCES woman (id)) STRICT",
        "CREATE TABLE answer (n INTEGER PRIMARY KEY, woman_id BLOB REFERENCES woman (id), body TEXT, weight REAL, amount INTEGER) STRICT",
        "INSERT INTO answer (n, body) VALUES (0, 'seeded')",
        "CREATE TABLE kept (n INTEGER PRIMARY KEY) STRICT"
    ),
    Migration(
        "2026-11-21 test: what is kept only grows",
        sqlite: ["CREATE TRIGGER kept_grows BEFORE DELETE ON kept BEGIN SELECT raise(ABORT, 'kept'); END"],
        postgres: [
            "CREATE FUNCTION kept_grows() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''kept''; END'",
            "CREATE TRIGGER kept_grows BEFORE DELETE OR TRUNCATE ON kept FOR EACH STATEMENT EXECUTE FUNCTION kept_grows()",
        ]
    ),
]
private let step = ErasureStep("test: women") { tx, stone in
    guard stone.kind == Woman.holderKind else { return }
    try tx.run("UPDATE woman SET name = NULL WHERE id = \(stone.holder)")
}
private let restoration = Restoration(migrations: StoreSchema.migrations + schema, steps: [step])
private let canary = "CANARY-Amina-Diallo-7b1f"

/// From which database into which.
private let ways: [(DatabaseKind, DatabaseKind)] = Databases.all.flatMap { from in Databases.all.map { (from, $0) } }

@Suite struct `A backup` {
    /// A node with a family, odd texts, and a recovery key; gives the shares.
    private func fill(_ node: TestNode, rows: Int = 500) async throws -> (shares: [String], mother: ID<Woman>, daughter: ID<Woman>) {
        let shares = try await node.vault.makeRecovery(.twoOfThree, at: Databases.now).secrets
        let daughter = ID<Woman>.new(at: Databases.now)
        let mother = ID<Woman>.new(at: Databases.now + .seconds(60))
        let index = try await node.vault.blindIndex("person_name", at: Databases.now)
        for id in [mother, daughter] {
            let key = try await node.vault.makeKey(for: id, at: Databases.now)
            let sealed: Sealed<Woman, String> = try key.seal(canary, in: SealPlace("woman", id, "name"))
            try await node.database.write { tx in
                try tx.run(
                    "INSERT INTO woman (id, name, region, mother_id) VALUES (\(id), \(sealed), \("north"), \(id == daughter ? mother : nil))"
                )
                try index.put(NameTokens.all(of: canary), for: id, in: tx)
            }
        }
        try await node.database.write { tx in
            try tx.run("INSERT INTO kept (n) VALUES (\(1))")
            for n in 1...rows {
                let body: String? = n % 7 == 0 ? nil : "أمينة 👩‍👧 '\(n)' \n\u{1}"
                try tx.run(
                    """
                    INSERT INTO answer (n, woman_id, body, weight, amount)
                    VALUES (\(n), \(n % 3 == 0 ? mother : nil), \(body), \(Double(n) / 3), \(n % 5 == 0 ? nil : Int.max - n))
                    """
                )
            }
        }
        return (shares, mother, daughter)
    }

    private func digests(_ database: any Database) async throws -> [String: [UInt8]] {
        try await database.read { tx in
            var digests: [String: [UInt8]] = [:]
            for table in try tx.tables() where !Backup.leftOut.contains(table.name) && table.name != "restoration" {
                let sorted = TableShape(name: table.name, columns: table.columns.sorted(), references: [])
                digests[table.name] = try tx.eachRow(of: sorted).bytes
            }
            return digests
        }
    }

    private func write(_ node: TestNode, _ name: String = "b.concord", _ kind: BackupKind = .node) async throws -> String {
        let path = node.path(name)
        try await Backup.write(
            kind, from: kind == .node ? node.database : node.keyDatabase, to: path, node: node.vault.node,
            recovery: try node.keyFolder.recovery(), log: node.log, at: Databases.now
        )
        return path
    }

    private func open(_ location: DatabaseLocation, _ body: (any Database) async throws -> Void) async throws {
        let database = try await location.open()
        try await body(database)
        try await database.close()
    }

    @Test(arguments: ways) func `promise 34: is written while serving and restored, compared, into either database`(
        _ from: DatabaseKind, _ to: DatabaseKind
    ) async throws {
        try await from.withNode(schema) { node in
            let (shares, mother, daughter) = try await fill(node)
            let before = try await digests(node.database)
            let database = node.database
            let serving = Task {
                // Somebody keeps on writing; the backup shows one moment of it.
                var n = 10_000
                while !Task.isCancelled {
                    let number = n
                    try await database.write { tx in
                        try tx.run("INSERT INTO answer (n, body) VALUES (\(number), \("meanwhile"))")
                        try tx.run("INSERT INTO answer (n, body) VALUES (\(number + 1), \("meanwhile"))")
                    }
                    n += 2
                }
            }
            let path = try await write(node)
            let keys = try await write(node, "k.concord", .keys)
            serving.cancel()
            _ = await serving.result
            try await to.withLocation { location in
                let (summary, _) = try await restoration.restore(
                    .node, from: path, with: .shares([shares[0], shares[2]]), into: location, tombstones: .apply(node.log),
                    at: Databases.now
                )
                #expect(summary.tables == 6)
                try await open(location) { restored in
                    let odd = try await restored.write { tx in
                        let added = try tx.count("SELECT count(*) FROM answer WHERE n >= 10000")
                        try tx.run("DELETE FROM answer WHERE n >= 10000")
                        return added % 2
                    }
                    #expect(odd == 0, "half a transaction is in the backup")
                    #expect(try await digests(restored) == before)
                    #expect(try await restored.migrate(StoreSchema.migrations + schema, at: Databases.now) == [])
                    await #expect(throws: (any Error).self, "foreign keys hold again") {
                        try await restored.write { tx in try tx.run("INSERT INTO answer (n, woman_id) VALUES (\(99_999), \([UInt8(1)]))") }
                    }
                    let record = try await restored.read { tx in
                        try tx.row("SELECT tombstones, override_reason FROM restoration") { ($0.int(0), $0.optionalText(1)) }
                    }
                    #expect(try #require(record) == (0, nil))
                }
                let inKeys = try await Restoration.nodeKey(in: keys, with: .shares(shares))
                #expect(inKeys.envelopes.count == 1)
                await #expect(throws: BackupRefused.anotherKind(path: path)) {
                    _ = try await Restoration.nodeKey(in: path, with: .shares(shares))
                }
                // The keys come back apart, with the node key for a machine that has none.
                let (_, recovery) = try await Restoration.keys.restore(
                    .keys, from: keys, with: .shares([shares[1], shares[2]]), into: location.keys, tombstones: .apply(node.log),
                    at: Databases.now
                )
                try await withFolder { fresh in
                    let folder = try KeyFolder(path: fresh.appendingPathComponent("keys").path)
                    try await folder.recoverNodeKey(try #require(recovery), with: .shares([shares[0], shares[1]]))
                    let again = try await TestNode.open(location, in: fresh, schema)
                    for id in [mother, daughter] {
                        let sealed = try await again.database.read { tx in
                            try tx.row("SELECT name FROM woman WHERE id = \(id)") { $0.sealed(0, of: Woman.self, as: String.self) }
                        }
                        let name = try await again.vault.key(for: id).unseal(try #require(sealed), in: SealPlace("woman", id, "name"))
                        #expect(name == canary)
                    }
                    try await again.close()
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `promise 28: a backup that is older than an erasure does not bring the person back`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode(schema) { node in
            let (shares, mother, daughter) = try await fill(node, rows: 3)
            let erasure = Erasure(node.vault, node.database, log: node.log, steps: [step], keyBackupsLast: 30)
            let path = try await write(node)
            let keys = try await write(node, "k.concord", .keys)
            _ = try await erasure.erase(daughter, at: Databases.now)
            let secret = RecoverySecret.shares([shares[0], shares[1]])
            try await kind.withLocation { location in
                let lost = TombstoneLog(path: node.path("elsewhere.log"))
                await #expect(throws: BackupRefused.tombstonesMissing(path: lost.path)) {
                    try await restoration.restore(
                        .node, from: path, with: secret, into: location, tombstones: .apply(lost), at: Databases.now)
                }
                try await restoration.restore(
                    .node, from: path, with: secret, into: location, tombstones: .apply(node.log), at: Databases.now)
                try await Restoration.keys.restore(
                    .keys, from: keys, with: secret, into: location.keys, tombstones: .apply(node.log), at: Databases.now
                )
                try await open(location) { restored in
                    let named = try await restored.read { tx in
                        try tx.rows("SELECT id FROM woman WHERE name IS NOT NULL") { try $0.id(0, of: Woman.self) }
                    }
                    #expect(named == [mother])
                    let found = try await restored.read { tx in try tx.count("SELECT count(*) FROM blind_index WHERE holder = \(daughter)")
                    }
                    #expect(found == 0)
                }
                try await open(location.keys) { restored in
                    let held = try await restored.read { tx in try tx.rows("SELECT holder FROM holder_key") { try $0.id(0, of: Woman.self) }
                    }
                    #expect(held == [mother])
                }
            }
            // A backup made after the erasure knows the list: an older copy of it is refused, an override goes on record.
            let later = try await write(node, "later.concord")
            try await kind.withLocation { location in
                let stale = TombstoneLog(path: node.path("stale.log"))
                try stale.prepare()
                await #expect(throws: BackupRefused.tombstonesBehind(path: stale.path)) {
                    try await restoration.restore(
                        .node, from: later, with: secret, into: location, tombstones: .apply(stale), at: Databases.now)
                }
                try await restoration.restore(
                    .node, from: later, with: secret, into: location, tombstones: .override(reason: "The disk with the list burnt"),
                    at: Databases.now
                )
                try await open(location) { restored in
                    let reason = try await restored.read { tx in try tx.row("SELECT override_reason FROM restoration") { $0.text(0) } }
                    #expect(reason == "The disk with the list burnt")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `promise 34: is refused by a database that holds something, which stays as it is`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode(schema) { node in
            let (shares, _, _) = try await fill(node, rows: 3)
            let path = try await write(node)
            let before = try await digests(node.database)
            try await kind.withNode(schema) { other in
                await #expect(throws: BackupRefused.notEmpty) {
                    try await restoration.restore(
                        .node, from: path, with: .shares(shares), into: other.location, tombstones: .apply(node.log), at: Databases.now
                    )
                }
            }
            await #expect(throws: BackupRefused.notEmpty) {
                try await restoration.restore(
                    .node, from: path, with: .shares(shares), into: node.location, tombstones: .apply(node.log), at: Databases.now
                )
            }
            #expect(try await digests(node.database) == before)
        }
    }

    @Test(arguments: Databases.all) func `promise 34: damaged, cut short, lengthened or of another kind is refused and leaves nothing`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode(schema) { node in
            let (shares, _, _) = try await fill(node, rows: 4_000)
            let secret = RecoverySecret.shares(shares)
            let whole = try #require(FileManager.default.contents(atPath: try await write(node)))
            #expect(whole.count > 3 * EncryptedFile.portion)
            let path = node.path("bad.concord")
            func refused(_ data: Data, by expected: [BackupRefused], _ what: Comment) async throws {
                try data.write(to: URL(fileURLWithPath: path))
                try await kind.withLocation { location in
                    await #expect(what) {
                        try await restoration.restore(
                            .node, from: path, with: secret, into: location, tombstones: .apply(node.log), at: Databases.now
                        )
                    } throws: { error in
                        (error as? BackupRefused).map(expected.contains) ?? (error as? VaultRefused == .wrongRecoverySecret)
                    }
                    if case .sqlite(let file) = location {
                        #expect(
                            !FileManager.default.fileExists(atPath: file) && !FileManager.default.fileExists(atPath: file + ".restoring"))
                    } else {
                        try await open(location) { database in
                            let isEmpty = try await database.read { tx in try tx.isEmptyDatabase() }
                            #expect(isEmpty)
                        }
                    }
                }
            }
            let damaged = BackupRefused.damaged(path: path)
            // The frame of the first portion starts after the heading and the clear part.
            let clear = Array(whole[17..<21]).bigEndianNumber
            let firstFrame = 21 + clear
            let frame = 5 + EncryptedFile.portion + 16
            for position in [20, 400, firstFrame, firstFrame + 2, firstFrame + 100, whole.count / 2, whole.count - 1] {
                var flipped = whole
                flipped[position] ^= 4
                try await refused(flipped, by: [damaged], "byte \(position) flipped")
            }
            for length in [30, firstFrame, firstFrame + 3, firstFrame + frame, whole.count / 2, whole.count - 1] {
                try await refused(whole.prefix(length), by: [damaged], "cut at \(length)")
            }
            try await refused(whole + Data([0]), by: [damaged], "a byte too many")
            let swapped =
                whole.prefix(firstFrame) + whole[firstFrame + frame..<firstFrame + 2 * frame] + whole[firstFrame..<firstFrame + frame]
                + whole.suffix(from: firstFrame + 2 * frame)
            try await refused(swapped, by: [damaged], "two portions exchanged")
            try await refused(whole.prefix(firstFrame) + whole.suffix(from: firstFrame + frame), by: [damaged], "a portion left out")
            try await refused(Data("SQLite format 3".utf8), by: [.notABackup(path: path)], "another file")
            try await refused(Data(), by: [.notABackup(path: path)], "an empty file")
            try await refused(Data("CONCORD BACKUP 2\n".utf8) + whole.dropFirst(17), by: [.newerFormat(path: path)], "a later format")
            let keys = try await write(node, "k.concord", .keys)
            try await refused(try Data(contentsOf: URL(fileURLWithPath: keys)), by: [.anotherKind(path: path)], "a backup of the keys")
        }
    }

    @Test func `is refused without a recovery key, under a name that is taken, and by a wrong secret`() async throws {
        try await DatabaseKind.sqlite.withNode(schema) { node in
            await #expect(throws: VaultRefused.noRecoveryKey) { try await write(node) }
            let sheet = try await node.vault.makeRecovery(.passphrase(rounds: 16), at: Databases.now)
            let path = try await write(node)
            let content = FileManager.default.contents(atPath: path)
            await #expect(throws: BackupRefused.exists(path: path)) { try await write(node) }
            #expect(FileManager.default.contents(atPath: path) == content)
            guard case .passphrase = try Restoration.recovery(of: path).method else {
                Issue.record("the backup does not say what it is opened with")
                return
            }
            try await DatabaseKind.sqlite.withLocation { location in
                await #expect(throws: VaultRefused.wrongRecoverySecret) {
                    try await restoration.restore(
                        .node, from: path, with: .passphrase("00000-11111"), into: location, tombstones: .apply(node.log), at: Databases.now
                    )
                }
                try await restoration.restore(
                    .node, from: path, with: .passphrase(sheet.secrets[0]), into: location, tombstones: .apply(node.log), at: Databases.now
                )
            }
        }
    }

    @Test(arguments: Databases.all) func `of an older program is brought up to this one, of a newer one is refused`(
        _ kind: DatabaseKind
    ) async throws {
        let newer = Migration("2026-12-01 test: a woman may be away", "ALTER TABLE woman ADD COLUMN away INTEGER")
        try await kind.withNode(schema) { node in
            let (shares, _, _) = try await fill(node, rows: 3)
            let path = try await write(node)
            try await kind.withLocation { location in
                try await Restoration(migrations: StoreSchema.migrations + schema + [newer], steps: [step]).restore(
                    .node, from: path, with: .shares(shares), into: location, tombstones: .apply(node.log), at: Databases.now
                )
                try await open(location) { restored in
                    let away = try await restored.read { tx in try tx.count("SELECT count(*) FROM woman WHERE away IS NULL") }
                    #expect(away == 2)
                }
            }
            try await node.database.migrate(StoreSchema.migrations + schema + [newer], at: Databases.now)
            let later = try await write(node, "later.concord")
            try await kind.withLocation { location in
                await #expect(throws: StoreRefused.newerThanProgram(migration: "2026-12-01 test: a woman may be away")) {
                    try await restoration.restore(
                        .node, from: later, with: .shares(shares), into: location, tombstones: .apply(node.log), at: Databases.now
                    )
                }
            }
        }
    }

    @Test func `promise 27: a canary is nowhere on disk, in the database, its log, the keys or the backups`() async throws {
        try await DatabaseKind.sqlite.withNode(schema) { node in
            _ = try await fill(node, rows: 3)
            _ = try await write(node)
            _ = try await write(node, "k.concord", .keys)
            try await node.vault.rotateNodeKey()
            var seen = 0
            for name in try FileManager.default.subpathsOfDirectory(atPath: node.folder.path) {
                guard let data = FileManager.default.contents(atPath: node.path(name)) else { continue }
                seen += 1
                for form in [canary, canary.lowercased(), "Diallo", "diallo", Data(canary.utf8).base64EncodedString()] {
                    #expect(data.range(of: Data(form.utf8)) == nil, "“\(form)” is in \(name)")
                    #expect(data.range(of: form.data(using: .utf16LittleEndian) ?? Data()) == nil)
                }
            }
            #expect(seen >= 7)
            #expect(FileManager.default.fileExists(atPath: node.path("concord.sqlite")))
        }
    }

    @Test func `promise 28: backups of the keys expire, and only they`() async throws {
        try await withFolder { folder in
            let now = Databases.now
            let names = [
                Backup.fileName(.keys, at: now - .days(31)), Backup.fileName(.keys, at: now - .days(29)),
                Backup.fileName(.node, at: now - .days(99)),
                "keys-notes.txt",
            ]
            for name in names { try Data().write(to: folder.appendingPathComponent(name)) }
            #expect(names[0] == "keys-20261021T090000Z.concord")
            #expect(try Backup.expire(in: folder.path, after: 30, at: now) == [names[0]])
            #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == Set(names.dropFirst()))
        }
    }
}
