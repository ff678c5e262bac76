import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Store

@Suite struct `A vault` {
    private let record = ID<Contact>.new(at: Databases.now)
    private var place: SealPlace { SealPlace("contact", record, "telephone") }

    @Test(arguments: Databases.all) func `gives each holder a key, the same each time, and wraps it`(_ kind: DatabaseKind) async throws {
        try await kind.withNode { node in
            let amina = ID<Woman>.new(at: Databases.now)
            let sealed: Sealed<Woman, String> = try await node.vault.makeKey(for: amina, at: Databases.now).seal("+00 555", in: place)
            let again = try await node.vault.makeKey(for: amina, at: Databases.now)
            #expect(try again.unseal(sealed, in: place) == "+00 555")
            let many = try await node.vault.keys(for: [amina, .new(at: Databases.now), amina])
            #expect(Array(many.keys) == [amina])
            await #expect(throws: VaultRefused.erased) { try await node.vault.key(for: ID<Woman>.new(at: Databases.now)) }
            let wrapped = try await node.keyDatabase.read { tx in try tx.rows("SELECT wrapped FROM holder_key") { $0.bytes(0) } }
            #expect(wrapped.map(\.count) == [60])
        }
    }

    @Test(arguments: Databases.all) func `opens after a restart what it sealed before`(_ kind: DatabaseKind) async throws {
        try await kind.withNode { node in
            let amina = ID<Woman>.new(at: Databases.now)
            let sealed: Sealed<Woman, String> = try await node.vault.makeKey(for: amina, at: Databases.now).seal("+00 555", in: place)
            let again = try await TestNode.open(node.location, in: node.folder, [])
            #expect(try await again.vault.key(for: amina).unseal(sealed, in: place) == "+00 555")
            try await again.close()
        }
    }

    @Test func `keeps its key where its owner alone can read it`() async throws {
        try await DatabaseKind.sqlite.withNode { node in
            let manager = FileManager.default
            let file = try manager.attributesOfItem(atPath: node.path("keys/node.key"))[.posixPermissions] as? NSNumber
            let folder = try manager.attributesOfItem(atPath: node.path("keys"))[.posixPermissions] as? NSNumber
            #expect(file?.intValue == 0o600)
            #expect(folder?.intValue == 0o700)
            try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: node.path("keys/node.key"))
            await #expect(throws: VaultRefused.keysOpenToOthers(path: node.path("keys/node.key"))) {
                _ = try await TestNode.open(node.location, in: node.folder, [])
            }
        }
    }

    @Test(arguments: Databases.all) func `says when the node key is missing, wrong or damaged, and changes nothing`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode { node in
            let path = node.path("keys/node.key")
            let right = try #require(FileManager.default.contents(atPath: path))
            let before = try await node.keyDatabase.read { tx in try tx.rows("SELECT wrapped FROM purpose_key") { $0.bytes(0) } }

            try FileManager.default.removeItem(atPath: path)
            await #expect(throws: VaultRefused.missingNodeKey(path: path)) {
                _ = try await TestNode.open(node.location, in: node.folder, [])
            }
            #expect(!FileManager.default.fileExists(atPath: path))

            try node.keyFolder.put(NodeKey(), at: path)
            await #expect {
                _ = try await TestNode.open(node.location, in: node.folder, [])
            } throws: { error in
                if case VaultRefused.wrongNodeKey(path, _) = error { true } else { false }
            }

            var bytes = Array(right)
            bytes[bytes.count - 10] ^= 1
            try durablyWrite(bytes, to: path)
            await #expect(throws: VaultRefused.damagedKeyFile(path: path)) {
                _ = try await TestNode.open(node.location, in: node.folder, [])
            }

            try durablyWrite(Array(right), to: path)
            let again = try await TestNode.open(node.location, in: node.folder, [])
            let after = try await node.keyDatabase.read { tx in try tx.rows("SELECT wrapped FROM purpose_key") { $0.bytes(0) } }
            #expect(before == after)
            try await again.close()
        }
    }

    @Test(arguments: Databases.all) func `says when the store of the keys is gone, and starts anew only when told to`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode { node in
            try await node.keyDatabase.write { tx in
                for table in ["holder_key", "purpose_key", "current_node_key"] {
                    try tx.run("DELETE FROM \(sql: try SQL.identifier(table))")
                }
            }
            let path = node.path("keys/node.key")
            await #expect(throws: VaultRefused.missingKeyStore(nodeKey: path)) {
                _ = try await TestNode.open(node.location, in: node.folder, [])
            }
            try FileManager.default.moveItem(atPath: path, toPath: path + ".lost")
            let anew = try await TestNode.open(node.location, in: node.folder, [])
            _ = try await anew.vault.makeKey(for: ID<Woman>.new(at: Databases.now), at: Databases.now)
            try await anew.close()
        }
    }

    @Test(arguments: Databases.all) func `makes one node key, whoever starts next`(_ kind: DatabaseKind) async throws {
        try await kind.withLocation { location in
            try await withFolder { folder in
                let database = try await location.open()
                try await database.migrate(StoreSchema.migrations, at: Databases.now)
                let node = try await database.nodeID(at: Databases.now)
                try await database.close()
                // One after the other finds what the first has made.
                for _ in 0..<3 {
                    let keys = try await location.keys.open()
                    let vault = try await Vault.open(
                        KeyFolder(path: folder.path + "/keys"), keys: keys, node: node, at: Databases.now
                    )
                    _ = try await vault.makeKey(for: ID<Woman>.new(at: Databases.now), at: Databases.now)
                    let ids = try await keys.read { tx in try tx.count("SELECT count(DISTINCT node_key) FROM holder_key") }
                    #expect(ids == 1)
                    try await keys.close()
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `exchanges its node key, also when cut off half-way, while others use the old one`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withNode { node in
            var sealed: [ID<Woman>: Sealed<Woman, String>] = [:]
            for number in 0..<7 {
                let holder = ID<Woman>.new(at: Databases.now)
                sealed[holder] = try await node.vault.makeKey(for: holder, at: Databases.now).seal("name \(number)", in: place)
            }
            let old = try #require(try node.keyFolder.key(at: node.keyFolder.currentPath)).id
            struct CutOff: Error {}
            // The first try ends after one portion, as if the machine had stopped: the next key is there, some keys have moved.
            let next = NodeKey()
            try node.keyFolder.put(next, at: node.keyFolder.nextPath)
            try await node.keyDatabase.write { tx in
                try tx.run("UPDATE current_node_key SET node_key = \(next.id)")
            }
            let midway = ID<Woman>.new(at: Databases.now)
            sealed[midway] = try await node.vault.makeKey(for: midway, at: Databases.now).seal("midway", in: place)
            let other = try await TestNode.open(node.location, in: node.folder, [])
            for (holder, value) in sealed { _ = try await other.vault.key(for: holder).unseal(value, in: place) as String }

            #expect(try await node.vault.rotateNodeKey(portion: 3) >= 7)
            #expect(try node.keyFolder.key(at: node.keyFolder.currentPath)?.id == next.id)
            #expect(try node.keyFolder.key(at: node.keyFolder.nextPath) == nil)
            let left = try await node.keyDatabase.read { tx in
                try tx.count("SELECT count(*) FROM holder_key WHERE node_key = \(old)")
                    + tx.count("SELECT count(*) FROM purpose_key WHERE node_key = \(old)")
            }
            #expect(left == 0)
            // The other process still runs with what it knew.
            let late = ID<Woman>.new(at: Databases.now)
            sealed[late] = try await other.vault.makeKey(for: late, at: Databases.now).seal("late", in: place)
            let restarted = try await TestNode.open(node.location, in: node.folder, [])
            for (holder, value) in sealed {
                let text: String = try await restarted.vault.key(for: holder).unseal(value, in: place)
                #expect(!text.isEmpty)
            }
            try await other.close()
            try await restarted.close()
        }
    }

    @Test func `exchanges its node key once, however many ask at a time`() async throws {
        try await DatabaseKind.sqlite.withNode { node in
            let amina = ID<Woman>.new(at: Databases.now)
            let sealed: Sealed<Woman, String> = try await node.vault.makeKey(for: amina, at: Databases.now).seal("+00 555", in: place)
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { (try? await node.vault.rotateNodeKey()) != nil } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.contains(true))
            let again = try await TestNode.open(node.location, in: node.folder, [])
            #expect(try await again.vault.key(for: amina).unseal(sealed, in: place) == "+00 555")
            try await again.close()
        }
    }

    @Test func `brings the node key back with the recovery passphrase, also after a rotation`() async throws {
        try await DatabaseKind.sqlite.withNode { node in
            let sheet = try await node.vault.makeRecovery(.passphrase(rounds: 16), at: Databases.now)
            let phrase = try #require(sheet.secrets.first)
            #expect(phrase.filter { $0 != "-" }.count == 26)
            #expect(try node.keyFolder.recovery()?.confirmedAt == nil)
            await #expect(throws: VaultRefused.wrongRecoverySecret) {
                try await node.vault.confirmRecovery(.passphrase("WRONG-" + phrase), at: Databases.now)
            }
            try await node.vault.confirmRecovery(.passphrase(phrase.lowercased().replacing("-", with: " ")), at: Databases.now)
            #expect(try node.keyFolder.recovery()?.confirmedAt == Databases.now)

            let amina = ID<Woman>.new(at: Databases.now)
            let sealed: Sealed<Woman, String> = try await node.vault.makeKey(for: amina, at: Databases.now).seal("+00 555", in: place)
            try await node.vault.rotateNodeKey()
            let recovery = try #require(try node.keyFolder.recovery())
            try FileManager.default.removeItem(atPath: node.path("keys"))

            let folder = try KeyFolder(path: node.path("keys"))
            await #expect(throws: VaultRefused.wrongRecoverySecret) {
                try await folder.recoverNodeKey(recovery, with: .passphrase("AAAAA-BBBBB"))
            }
            await #expect(throws: VaultRefused.wrongRecoverySecret) { try await folder.recoverNodeKey(recovery, with: .shares([phrase])) }
            try await folder.recoverNodeKey(recovery, with: .passphrase(phrase))
            let again = try await TestNode.open(node.location, in: node.folder, [])
            #expect(try await again.vault.key(for: amina).unseal(sealed, in: place) == "+00 555")
            try await again.close()
        }
    }

    @Test func `brings the node key back with any two of three shares and not with one`() async throws {
        try await DatabaseKind.sqlite.withNode { node in
            let shares = try await node.vault.makeRecovery(.twoOfThree, at: Databases.now).secrets
            #expect(shares.count == 3)
            let recovery = try #require(try node.keyFolder.recovery())
            let id = try node.keyFolder.key(at: node.keyFolder.currentPath)?.id
            for pair in [[0, 1], [0, 2], [1, 2], [2, 1, 0]] {
                try FileManager.default.removeItem(atPath: node.path("keys/node.key"))
                try await node.keyFolder.recoverNodeKey(recovery, with: .shares(pair.map { shares[$0] }))
                #expect(try node.keyFolder.key(at: node.keyFolder.currentPath)?.id == id)
            }
            await #expect(throws: VaultRefused.tooFewShares) {
                try await node.keyFolder.recoverNodeKey(recovery, with: .shares([shares[0], shares[0]]))
            }
            let mistyped = String(shares[1].dropLast()) + (shares[1].last == "7" ? "8" : "7")
            await #expect(throws: VaultRefused.badShare) {
                try await node.keyFolder.recoverNodeKey(recovery, with: .shares([shares[0], mistyped]))
            }
        }
    }
}

@Suite struct `Secret sharing` {
    @Test func `multiplies as FIPS 197 says`() {
        // FIPS 197, section 4.2: {57}·{83} = {c1}, {57}·{13} = {fe}; section 4.2.1: {57}·{02} = {ae}, {57}·{10} = {07}.
        #expect(SecretSharing.multiply(0x57, 0x83) == 0xC1)
        #expect(SecretSharing.multiply(0x57, 0x13) == 0xFE)
        #expect(SecretSharing.multiply(0x57, 0x02) == 0xAE)
        #expect(SecretSharing.multiply(0x57, 0x10) == 0x07)
        for a in UInt8.min ... .max where a != 0 { #expect(SecretSharing.multiply(a, SecretSharing.inverse(a)) == 1) }
    }

    @Test func `gives the secret back from any threshold of shares, and another from fewer`() {
        var randomness = SystemRandomNumberGenerator()
        for (threshold, count) in [(1, 1), (2, 3), (3, 5), (5, 5)] {
            let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
            let shares = SecretSharing.split(secret, threshold: threshold, of: count, using: &randomness)
            for _ in 0..<20 {
                #expect(SecretSharing.combine(Array(shares.shuffled().prefix(threshold))) == secret)
                if threshold > 1 { #expect(SecretSharing.combine(Array(shares.shuffled().prefix(threshold - 1))) != secret) }
            }
        }
    }

    @Test func `with one share every secret is as likely as every other`() {
        // For a fixed share y at x = 1 and any secret s there is exactly one line through both: its slope is s ^ y.
        let share: UInt8 = 0x3C
        let slopes = Set((UInt8.min ... .max).map { $0 ^ share })
        #expect(slopes.count == 256)
        for secret in UInt8.min ... .max {
            let second = SecretSharing.multiply(secret ^ share, 2) ^ secret
            let found = SecretSharing.combine([.init(index: 1, bytes: [share]), .init(index: 2, bytes: [second])])
            #expect(found == [secret])
        }
    }

    @Test func `is written so that a slip of the pen is noticed`() {
        let bytes = (0..<35).map { UInt8($0 * 7) }
        let text = HandText.writeChecked(bytes)
        #expect(HandText.readChecked(text) == bytes)
        #expect(HandText.readChecked(text.lowercased().replacing("0", with: "o").replacing("1", with: "l")) == bytes)
        var missed = 0
        for index in text.indices where text[index] != "-" {
            var wrong = text
            wrong.replaceSubrange(index...index, with: text[index] == "X" ? "Y" : "X")
            if HandText.readChecked(wrong) == bytes { missed += 1 }
        }
        #expect(missed == 0)
        #expect(HandText.readChecked("U") == nil)
    }
}
