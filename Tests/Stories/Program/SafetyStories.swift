import Fixtures
import Foundation
import Store
import Testing
import WebFixtures

extension `The program` {
    @Suite struct `when something is wrong with the node` {
        @Test func `refuses a database that a newer one has opened, and changes nothing`() async throws {
            try await withNode { data, _ in
                try await inside(data) { tx in
                    try tx.run("INSERT INTO schema_step (name, run_at) VALUES ('2031-01-01 later: something', 1)")
                }
                for command in [["serve", "--port", "0"], ["statistics"], ["migrate"], ["verify"]] {
                    expectRefusal(
                        try await Command.run(try path(), command + ["--data", data], environment: environment),
                        "last opened by a newer Concord")
                }
                try await inside(data) { tx in try tx.run("DELETE FROM schema_step WHERE name = '2031-01-01 later: something'") }
                #expect(try await total(data).status == 0)
                let migrated = try await run("migrate", "--data", data)
                #expect(migrated.output.contains("up to date"))
            }
        }

        @Test func `refuses to start without its key, with another's, or when others can read it`() async throws {
            try await withNode { data, folder in
                let key = data + "/keys/node.key"
                let kept = folder.appending(path: "kept.key").path(percentEncoded: false)
                let files = FileManager.default
                try files.moveItem(atPath: key, toPath: kept)
                expectRefusal(try await run("serve", "--port", "0", "--data", data), "is missing, so nothing sealed can be opened")
                #expect(!files.fileExists(atPath: key))

                let other = folder.appending(path: "other").path(percentEncoded: false)
                try await withNode { another, _ in try files.copyItem(atPath: another + "/keys/node.key", toPath: other) }
                try files.copyItem(atPath: kept, toPath: key)
                // The template's copies share a key, so another one is made by changing this one's bytes as a node of its own would have them.
                _ = try await run("setup", "--data", folder.path + "/second")
                try files.removeItem(atPath: key)
                try files.copyItem(atPath: folder.path + "/second/keys/node.key", toPath: key)
                expectRefusal(
                    try await run("serve", "--port", "0", "--data", data), "is not the key that this node's names were sealed with")

                try files.removeItem(atPath: key)
                try Data("rubbish".utf8).write(to: URL(filePath: key))
                try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
                expectRefusal(try await run("serve", "--port", "0", "--data", data), "is damaged")

                try files.removeItem(atPath: key)
                try files.copyItem(atPath: kept, toPath: key)
                try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
                expectRefusal(try await run("serve", "--port", "0", "--data", data), "chmod 600")
                try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
                #expect(try await total(data).status == 0)
            }
        }

        @Test func `says that a file is no database, or a damaged one, and leaves it as it is`() async throws {
            try await withNode { data, _ in
                let file = URL(filePath: data + "/concord.sqlite")
                for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + name) }
                let text = Data(String(repeating: "This is a letter. ", count: 500).utf8)
                try text.write(to: file)
                expectRefusal(try await run("serve", "--port", "0", "--data", data), "is not a SQLite database")
                #expect(try Data(contentsOf: file) == text)
            }
        }

        // promise 29: a flipped byte of the audit is found and named by `concord verify`.
        @Test func `finds a byte that was changed in the audit, and names the row`() async throws {
            try await withNode { data, folder in
                let file = folder.appending(path: "one.csv").path(percentEncoded: false)
                try Data("alpha3,indicator,dimension,category,sex,age,year,value\nFRA,victims,total,,T,T,2023,77\n".utf8).write(
                    to: URL(filePath: file))
                #expect(try await run("import", file, "--mapping", "glotip", "--data", data).status == 0)
                // Serving seals what waits.
                try await serving("--data", data) { served in
                    try await Task.sleep(for: .seconds(1))
                    #expect(try await served.stop().status == 0)
                }
                let whole = try await run("verify", "--data", data)
                #expect(whole.status == 0 && whole.output.contains("whole"), "\(whole.said)")
                let json = try JSON(try await run("verify", "--json", "--data", data).bytes)
                #expect(json["unsealed"].integer == 0 && json["links"].integer ?? 0 > 0)

                try await inside(data) { tx in
                    // What the schema forbids, whoever has the file can do.
                    for trigger in try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'", { $0.text(0) }) {
                        try tx.runSchema("DROP TRIGGER \(trigger)")
                    }
                    try tx.run(
                        "UPDATE audit_row SET detail = 'nothing happened' WHERE id = (SELECT row_id FROM audit_link ORDER BY number LIMIT 1)"
                    )
                }
                let broken = try await run("verify", "--data", data)
                #expect(broken.status == 1, "\(broken.said)")
                #expect(broken.output.contains(/\b1\b/), "\(broken.said)")
            }
        }

        // promise 31: `kill -9` while it serves and is written to: what was acknowledged is there, nothing half-written.
        @Test func `is killed while it serves, and keeps every import that was acknowledged`() async throws {
            try await withNode { data, folder in
                var acknowledged: [String] = []
                for turn in 0..<3 {
                    let running = try Running(try path(), ["serve", "--port", "0", "--data", data], environment: environment)
                    try await running.wait("address") { $0.output.contains("Concord is at http") }
                    // Imports by command while it serves: another process writes, this one seals what they put on record.
                    for number in 0..<2 {
                        let file = folder.appending(path: "k\(turn)\(number).csv").path(percentEncoded: false)
                        let year = 2003 + turn * 2 + number
                        try Data("alpha3,indicator,dimension,category,sex,age,year,value\nTUV,victims,total,,T,T,\(year),77\n".utf8).write(
                            to: URL(filePath: file))
                        if try await run("import", file, "--mapping", "glotip", "--data", data).status == 0 {
                            acknowledged.append("\(year)")
                        }
                    }
                    running.signal(SIGKILL)
                    #expect(try await running.end().wasKilled)
                }
                #expect(acknowledged.count == 6)
                let kept = try await run("statistics", "--by", "year", "--states", "TUV", "--format", "csv", "--data", data).output
                let years = Set(TableReading(csv: Array(kept.utf8)).rows.filter { $0[1] == "77" }.map { $0[0] })
                #expect(years == Set(acknowledged))
                #expect(try await run("verify", "--data", data).status == 0)
                #expect(try await integrity(data) == "ok")
            }
        }

        // promise 33: a full disk is refused in words, and nothing is harmed.
        @Test(.enabled(if: getuid() == 0, "mounting a small disk needs root"))
        func `meets a full disk, says so, serves on, and goes on when there is room`() async throws {
            try await withFolder { folder in
                let disk = folder.appending(path: "disk").path(percentEncoded: false)
                try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
                guard mount("tmpfs", disk, "tmpfs", 0, "size=6m,mode=700") == 0 else { return }
                defer { umount2(disk, Int32(MNT_DETACH)) }
                let data = disk + "/data"
                // A node that does not fit is refused in words; nothing half-made stands in the way when there is room.
                let full = try await run("setup", "--data", data)
                #expect(full.status == 1 && full.errors.contains("The disk is full"), "\(full.said)")
                #expect(mount("tmpfs", disk, "tmpfs", UInt(MS_REMOUNT), "size=120m,mode=700") == 0)
                #expect(try await run("setup", "--data", data).status == 0)
                #expect(try await total(data).output.contains("82291–82363"))
                try await serving("--data", data) { served in
                    try Data().write(to: URL(filePath: disk + "/filler"))
                    let filler = try #require(FileHandle(forWritingAtPath: disk + "/filler"))
                    while (try? filler.write(contentsOf: Data(repeating: 1, count: 1 << 20))) != nil {}
                    while (try? filler.write(contentsOf: Data(repeating: 1, count: 4_096))) != nil {}
                    // More than finds room in what the database's files hold already.
                    let file = folder.appending(path: "more.csv").path(percentEncoded: false)
                    var rows = "alpha3,indicator,dimension,category,sex,age,year,value\n"
                    for state in [
                        "ABW", "AIA", "ASM", "BES", "BLM", "COK", "CUW", "GUM", "MSR", "NIU", "NRU", "TUV", "AND", "LIE", "MCO", "SMR",
                        "PLW", "NFK",
                        "PCN", "SHN", "SPM", "TKL", "WLF", "VGB",
                    ] {
                        for year in 1990...2020 {
                            for label in Self.labels {
                                for indicator in ["victims", "suspected", "prosecuted", "convicted"] {
                                    rows += "\(state),\(indicator),citizenship,\(label),T,T,\(year),7\n"
                                }
                            }
                        }
                    }
                    try Data(rows.utf8).write(to: URL(filePath: file))
                    let refused = try await run("import", file, "--mapping", "glotip", "--data", data)
                    #expect(refused.status == 1 && refused.errors.contains("The disk is full"), "\(refused.said)")
                    let page = try await served.get("/numbers?year=2019").body
                    #expect(page.contains("82,291–82,363"))
                    #expect(try await run("backup", disk + "/backup", "--data", data).status == 1)
                    try filler.close()
                    try FileManager.default.removeItem(atPath: disk + "/filler")
                    #expect(try await run("import", file, "--mapping", "glotip", "--data", data).status == 0)
                    #expect(try await served.stop().status == 0)
                }
                #expect(try await run("verify", "--data", data).status == 0)
                #expect(try await integrity(data) == "ok")
            }
        }

        private static let labels = [
            "Brazil", "France", "Thailand", "Nigeria", "Mexico", "India", "China", "Ghana", "Chad", "Peru", "Nepal", "Cuba", "Kenya",
            "Mali",
            "Niger", "Togo", "Benin", "Gabon", "Sudan", "Egypt", "Libya", "Malta", "Italy", "Spain", "Japan", "Samoa", "Tonga", "Fiji",
            "Chile",
            "Haiti", "Qatar", "Oman", "Yemen", "Iraq", "Jordan", "Zambia",
        ]

        @Test(.enabled(if: Databases.postgres != nil))
        func `loses PostgreSQL in the middle, says so in words, and takes it up again by itself`() async throws {
            try await withFolder { folder in
                let name = "stories_\(getpid())_gone"
                let url = try #require(Databases.postgres)
                func tell(_ statement: String, ignoring: Bool = false) async throws {
                    let done = try await Command.run("/usr/bin/env", ["psql", url, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement])
                    #expect(ignoring || done.status == 0, "\(done.errors)")
                }
                // A database of its own: ending its connections ends nobody else's.
                try await tell("CREATE DATABASE \(name)")
                do {
                    let parts = try #require(URLComponents(string: url))
                    var own = parts
                    own.path = "/" + name
                    let data = folder.appending(path: "data").path(percentEncoded: false)
                    try await serving("--data", data, "--database", try #require(own.string)) { served in
                        #expect(try await served.get("/numbers").status == 200)
                        try await tell("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
                        try await tell("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '\(name)'")
                        let page = try await served.get("/fr/numbers")
                        #expect(page.status == 503 && page.head.contains("Retry-After"), "\(page.head)")
                        #expect(page.body.contains("<h1>") && !page.body.contains("08006") && !page.body.contains("FATAL"))
                        let problem = try await served.get("/api/v1/sources")
                        #expect(problem.status == 503 && problem.head.contains("application/problem+json"))
                        #expect(try await served.get("/healthz").status == 503)
                        // What needs no database is there all the while.
                        #expect(try await served.get("/definition").status == 200)
                        try await tell("ALTER DATABASE \(name) ALLOW_CONNECTIONS true")
                        #expect(try await served.get("/numbers?year=2019").body.contains("82,291–82,363"))
                        #expect(try await served.get("/healthz").status == 200)
                        #expect(try await served.stop().status == 0)
                    }
                } catch {
                    try await tell("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", ignoring: true)
                    throw error
                }
                try await tell("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", ignoring: true)
            }
        }
    }
}
