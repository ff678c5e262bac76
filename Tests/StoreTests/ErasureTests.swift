import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Store

private let women = Migration(
    "2026-11-21 test: women", "CREATE TABLE woman (id BLOB PRIMARY KEY, name BLOB, region TEXT NOT NULL) STRICT"
)

private let step = ErasureStep("test: women") { tx, stone in
    guard stone.kind == Woman.holderKind else { return }
    try tx.run("UPDATE woman SET name = NULL WHERE id = \(stone.holder)")
}

@Suite struct `Erasing a person` {
    private func enter(_ name: String, in node: TestNode) async throws -> ID<Woman> {
        let id = ID<Woman>.new(at: Databases.now)
        let key = try await node.vault.makeKey(for: id, at: Databases.now)
        let sealed: Sealed<Woman, String> = try key.seal(name, in: SealPlace("woman", id, "name"))
        let index = try await node.vault.blindIndex("person_name", at: Databases.now)
        try await node.database.write { tx in
            try tx.run("INSERT INTO woman (id, name, region) VALUES (\(id), \(sealed), \("north"))")
            try index.put(NameTokens.all(of: name), for: id, in: tx)
        }
        return id
    }

    private func erasure(_ node: TestNode) -> Erasure {
        Erasure(node.vault, node.database, log: node.log, steps: [step], keyBackupsLast: 30)
    }

    @Test(arguments: Databases.all) func `promise 28: destroys the key, the tokens and the name, and says when it is complete`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode([women]) { node in
            let amina = try await enter("Amina Diallo", in: node)
            let olga = try await enter("Olga Kovacs", in: node)
            let wrapped = try #require(try await node.keyDatabase.read { tx in try tx.holderKey("woman", amina.bytes) }).wrapped
            let receipt = try await erasure(node).erase(amina, at: Databases.now)
            #expect(receipt.completeOn == Databases.now.day().adding(days: 30))
            await #expect(throws: VaultRefused.erased) { try await node.vault.key(for: amina) }
            _ = try await node.vault.key(for: olga)
            let left = try await node.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM blind_index WHERE holder = \(amina)"),
                    try tx.count("SELECT count(*) FROM blind_index WHERE holder = \(olga)"),
                    try tx.count("SELECT count(*) FROM woman WHERE id = \(amina) AND name IS NULL AND region = 'north'")
                )
            }
            #expect(left.0 == 0)
            #expect(left.1 > 0)
            #expect(left.2 == 1)
            if case .sqlite = node.location {
                for name in try FileManager.default.contentsOfDirectory(atPath: node.folder.path) where name.hasPrefix("keys.sqlite") {
                    let data = try #require(FileManager.default.contents(atPath: node.path(name)))
                    #expect(data.range(of: Data(wrapped)) == nil, "the wrapped key is still in \(name)")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `promise 28: is completed at the next start when it was cut off`(_ kind: DatabaseKind) async throws
    {
        try await kind.withNode([women]) { node in
            let amina = try await enter("Amina Diallo", in: node)
            // Killed right after the tombstone: the row and the key are still there.
            try node.log.append(Tombstone(kind: Woman.holderKind, holder: amina.bytes, at: Databases.now))
            #expect(try await erasure(node).finish() == 1)
            #expect(try await erasure(node).finish() == 0)
            await #expect(throws: VaultRefused.erased) { try await node.vault.key(for: amina) }
            let names = try await node.database.read { tx in try tx.count("SELECT count(*) FROM woman WHERE name IS NOT NULL") }
            #expect(names == 0)
        }
    }

    @Test(arguments: Databases.all) func `promise 28: is not forgotten when the list of erasures is lost`(_ kind: DatabaseKind) async throws
    {
        try await kind.withNode([women]) { node in
            for name in ["Amina Diallo", "Olga Kovacs"] {
                _ = try await erasure(node).erase(try await enter(name, in: node), at: Databases.now)
            }
            let before = Set(try node.log.tombstones())
            try FileManager.default.removeItem(atPath: node.log.path)
            try await erasure(node).finish()
            #expect(before.count == 2)
            #expect(Set(try node.log.tombstones()) == before)
        }
    }

    @Test func `the list of erasures grows only, tells when a line was changed, and drops half a line`() async throws {
        try await withFolder { folder in
            let log = TombstoneLog(path: folder.appendingPathComponent("tombstones.log").path)
            #expect(try log.tombstones() == [])
            let stones = (1...5).map { Tombstone(kind: "woman", holder: [UInt8](repeating: $0, count: 16), at: Databases.now) }
            for stone in stones { try log.append(stone) }
            try log.append(stones[2])
            #expect(try log.tombstones() == stones)
            #expect(try log.head().count == 5)

            let whole = try #require(FileManager.default.contents(atPath: log.path))
            try (whole + Data("1795251600000000 woman 07".utf8)).write(to: URL(fileURLWithPath: log.path))
            #expect(try log.tombstones() == stones)
            let sixth = Tombstone(kind: "woman", holder: [UInt8](repeating: 9, count: 16), at: Databases.now)
            try log.append(sixth)
            #expect(try log.tombstones() == stones + [sixth])

            var changed = Array(whole)
            changed[60] ^= 1
            try Data(changed).write(to: URL(fileURLWithPath: log.path))
            #expect(throws: VaultRefused.tombstonesDamaged(path: log.path, line: 2)) { try log.tombstones() }
            let lines = whole.split(separator: UInt8(ascii: "\n"))
            let without = lines.enumerated().filter { $0.offset != 3 }.map { $0.element + [UInt8(ascii: "\n")] }
            try without.reduce(Data(), +).write(to: URL(fileURLWithPath: log.path))
            #expect(throws: VaultRefused.tombstonesDamaged(path: log.path, line: 4)) { try log.tombstones() }
        }
    }

    @Test func `several at once lose no line of the list`() async throws {
        try await withFolder { folder in
            let log = TombstoneLog(path: folder.appendingPathComponent("tombstones.log").path)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in UInt8(0)..<40 {
                    group.addTask {
                        try log.append(Tombstone(kind: "woman", holder: [UInt8](repeating: number, count: 16), at: Databases.now))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try log.tombstones().count == 40)
        }
    }
}
