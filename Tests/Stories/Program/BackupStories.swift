import Fixtures
import Foundation
import Store
import Testing
import WebFixtures

extension `The program` {
    @Suite struct `when it is backed up` {
        /// The recovery key that `setup` prints, once.
        private static func recoveryKey(_ outcome: Command.Outcome) throws -> String {
            try #require(outcome.output.firstMatch(of: /\n  ([A-Z0-9-]{20,})\n/).map { String($0.1) }, "\(outcome.said)")
        }

        private static func files(_ folder: String) throws -> (node: String, keys: String) {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let (node, keys) = (try #require(names.first { $0.hasPrefix("concord-") }), try #require(names.first { $0.hasPrefix("keys-") }))
            return (folder + "/" + node, folder + "/" + keys)
        }

        // promise 34: a backup is made while serving, and its restore verified.
        @Test func `is restored on the other database and back, row for row`() async throws {
            try await withNode { data, folder in
                let key = try Self.recoveryKey(try await run("setup", "--data", data))
                let first = folder.appending(path: "first").path(percentEncoded: false)
                let before = try await Self.counts(data)
                try await serving("--data", data) { served in
                    let made = try await run("backup", first, "--data", data)
                    #expect(made.status == 0 && made.output.contains("encrypted"), "\(made.said)")
                    #expect(try await served.get("/healthz").status == 200)
                }
                let backup = try Self.files(first)
                // It holds nothing that can be read without the key.
                let bytes = try Data(contentsOf: URL(filePath: backup.node))
                for word in ["victims", "UNODC", "CREATE TABLE", "TIP-9.5"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }

                let schema = "stories_\(getpid())_moved"
                let middle = folder.appending(path: "middle").path(percentEncoded: false)
                var source = backup
                do {
                    if Databases.postgres != nil {
                        let database = ["--database", try Nodes.url(schema: schema)]
                        try await Self.restore(backup, key, into: middle, from: data, database)
                        #expect(try await total(middle, database).output == total(data).output)
                        #expect(
                            try await Command.run(try path(), ["verify", "--data", middle] + database, environment: environment).status == 0
                        )
                        let second = folder.appending(path: "second").path(percentEncoded: false)
                        let made = try await Command.run(
                            try path(), ["backup", second, "--data", middle] + database, environment: environment)
                        #expect(made.status == 0, "\(made.said)")
                        source = try Self.files(second)
                    }
                    let last = folder.appending(path: "last").path(percentEncoded: false)
                    try await Self.restore(source, key, into: last, from: data, [])
                    #expect(try await total(last).output == total(data).output)
                    #expect(try await run("verify", "--data", last).status == 0)
                    let after = try await Self.counts(last)
                    for (table, rows) in before
                    where ![
                        "restoration", "lease", "job_run", "case_count_place", "case_record_place", "audit_row", "audit_pending",
                        "audit_link",
                        "one_time_link",
                    ].contains(table) {
                        #expect(after[table] == rows, "\(table)")
                    }
                    try await serving("--data", last) { served in
                        let page = try await served.get("/numbers?year=2019").body
                        #expect(page.contains("82,291–82,363"))
                    }
                }
                if Databases.postgres != nil { try await DatabaseKind.drop(schema) }
            }
        }

        @Test func `refuses to be restored over something, without its key, when damaged or without the list of the erased`() async throws {
            try await withNode { data, folder in
                let key = try Self.recoveryKey(try await run("setup", "--data", data))
                let place = folder.appending(path: "backup").path(percentEncoded: false)
                #expect(try await run("backup", place, "--data", data).status == 0)
                let backup = try Self.files(place)
                let fresh = folder.appending(path: "fresh").path(percentEncoded: false)
                expectRefusal(try await run("restore", backup.keys, "--data", data, input: key + "\n"), "holds something already")
                expectRefusal(
                    try await run("restore", backup.keys, "--data", fresh, input: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F\n"),
                    "not the recovery passphrase")
                expectRefusal(try await run("restore", folder.path + "/none", "--data", fresh, input: key + "\n"), "none")

                let cut = folder.appending(path: "concord-cut.concord").path(percentEncoded: false)
                let bytes = try Data(contentsOf: URL(filePath: backup.node))
                try bytes.prefix(bytes.count / 2).write(to: URL(filePath: cut))
                try FileManager.default.createDirectory(atPath: fresh, withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: data + "/tombstones", toPath: fresh + "/tombstones")
                expectRefusal(try await run("restore", cut, "--data", fresh, input: key + "\n"), "damaged or cut short")
                var flipped = bytes
                flipped[bytes.count / 2] ^= 1
                try flipped.write(to: URL(filePath: cut))
                #expect(try await run("restore", cut, "--data", fresh, input: key + "\n").status == 1)

                let lost = folder.appending(path: "lost").path(percentEncoded: false)
                for file in [backup.keys, backup.node] {
                    expectRefusal(try await run("restore", file, "--data", lost, input: key + "\n"), "list of erasures")
                }
                // With a reason, which goes on record, it is done all the same.
                #expect(
                    try await run("restore", backup.keys, "--data", lost, "--without-tombstones", "the disk burnt", input: key + "\n")
                        .status == 0)
                #expect(
                    try await run("restore", backup.node, "--data", lost, "--without-tombstones", "the disk burnt", input: key + "\n")
                        .status == 0)
                let reasons = try await inside(lost) { tx in try tx.rows("SELECT override_reason FROM restoration") { $0.text(0) } }
                #expect(reasons == ["the disk burnt"])
            }
        }

        @Test func `cannot be made without a recovery key, which is confirmed, exchanged, and brings the node key back`() async throws {
            try await withNode { data, folder in
                expectRefusal(try await run("backup", folder.path + "/b", "--data", data), "no recovery key yet")
                let key = try Self.recoveryKey(try await run("setup", "--data", data))
                expectRefusal(try await run("keys", "confirm", "--data", data, input: "WRONG-WRONG-WRONG-WRONG-WRONG-W\n"), "recovery")
                #expect(try await run("keys", "confirm", "--data", data, input: key + "\n").output.contains("right"))
                let rotated = try await run("keys", "rotate", "--data", data)
                #expect(rotated.status == 0 && rotated.output.contains("exchanged"), "\(rotated.said)")
                try FileManager.default.removeItem(atPath: data + "/keys/node.key")
                #expect(try await run("statistics", "--data", data).status == 1)
                let recovered = try await run("keys", "recover", "--data", data, input: key + "\n")
                #expect(recovered.status == 0, "\(recovered.said)")
                #expect(try await total(data).status == 0)
            }
        }

        private static func restore(
            _ backup: (node: String, keys: String), _ key: String, into data: String, from old: String, _ database: [String]
        ) async throws {
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.copyItem(atPath: old + "/tombstones", toPath: data + "/tombstones")
            for file in [backup.keys, backup.node] {
                let outcome = try await Command.run(
                    try path(), ["restore", file, "--data", data] + database, input: key + "\n", environment: environment
                )
                #expect(outcome.status == 0 && outcome.output.contains("each read back and compared"), "\(outcome.said)")
            }
        }

        private static func counts(_ data: String) async throws -> [String: Int] {
            try await inside(data) { tx in
                var counts: [String: Int] = [:]
                for table in try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", { $0.text(0) })
                {
                    counts[table] = try tx.rowCount(of: table)
                }
                return counts
            }
        }
    }
}
