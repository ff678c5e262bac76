import Fixtures
import Foundation
import Testing
import WebFixtures

extension `The program` {
    @Suite struct `when it serves` {
        @Test func `makes a node where there is none, says where it is, and gives a link that works once`() async throws {
            try await withFolder { folder in
                let data = folder.appending(path: "new/data").path(percentEncoded: false)
                try await serving("--data", data) { served in
                    try await served.running.wait("link") { $0.output.contains("/setup/") && $0.output.hasSuffix("\n") }
                    let link = try #require(
                        served.running.output.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+(\/setup\/[A-Za-z0-9_-]{43})/).map { String($0.1) })
                    #expect(try await served.get(link).status == 200)
                    #expect(try await served.get("/numbers?year=2019").body.contains("82,291–82,363"))
                    #expect(try await served.get("/healthz").body.hasPrefix("ok"))
                    #expect(try await served.get("/metrics").body.contains("concord_http_requests"))
                    #expect(!served.running.errors.contains(link.dropFirst(7)))
                    // Nobody else on the machine reads the node's files.
                    for name in ["", "/concord.sqlite", "/keys", "/keys.sqlite", "/keys/node.key"] {
                        let mode = try #require(try FileManager.default.attributesOfItem(atPath: data + name)[.posixPermissions] as? Int)
                        #expect(mode & 0o077 == 0, "\(name) has \(String(mode, radix: 8))")
                    }
                    let begin = ContinuousClock.now
                    let ended = try await served.stop()
                    #expect(ended.status == 0 && !ended.wasKilled)
                    #expect(ContinuousClock.now - begin < .seconds(10))
                }
                // The second start has nothing to load.
                let begin = ContinuousClock.now
                try await serving("--data", data) { served in
                    #expect(ContinuousClock.now - begin < .seconds(5))
                    #expect(!served.running.errors.contains("Loading"))
                    let ended = try await served.stop()
                    #expect(ended.status == 0)
                }
            }
        }

        @Test func `says when another has the port, and stops`() async throws {
            try await withNode { data, folder in
                try await serving("--data", data) { served in
                    let other = folder.appending(path: "other").path(percentEncoded: false)
                    try FileManager.default.copyItem(atPath: data + "/keys", toPath: folder.path + "/unused")
                    let second = try await Command.run(
                        try path(), ["serve", "--port", "\(served.port)", "--data", other], environment: environment
                    )
                    expectRefusal(second, "Port \(served.port) is taken by another program")
                    #expect(try await served.get("/healthz").status == 200)
                }
            }
        }

        @Test func `answers what is asked of it by broken clients with a refusal, and goes on`() async throws {
            // promise 24: malformed HTTP gets a 400 and the connection is closed.
            try await withNode { data, _ in
                try await serving("--data", data) { served in
                    for broken in [
                        "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n", "GET /\u{0} HTTP/1.1\r\n\r\n",
                        "POST /api/v1/classify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + String(repeating: "a", count: 70_000) + "\r\n\r\n",
                    ] {
                        let answer = String(decoding: try await Socket.send(broken, port: served.port, patience: 10), as: UTF8.self)
                        #expect(
                            answer.isEmpty || answer.contains(" 400 ") || answer.contains(" 431 "),
                            "\(broken.prefix(40)): \(answer.prefix(80))")
                    }
                    #expect(try await served.get("/healthz").status == 200)
                    #expect(served.running.isRunning)
                }
            }
        }

        @Test func `tells all faults of its settings at once, and will not be reached in plain text from outside`() async throws {
            try await withFolder { folder in
                let file = folder.appending(path: "settings.json").path(percentEncoded: false)
                try Data(#"{"port": 99999, "log": {"level": "loud"}, "tls": {"key": "x"}, "origin": "nonsense/"}"#.utf8).write(
                    to: URL(filePath: file))
                let faulty = try await run("serve", "--settings", file, "--data", folder.path)
                expectRefusal(faulty, "faults in the settings")
                for word in ["port is “99999”", "log.level is “loud”", "tls.certificate", "origin is"] {
                    #expect(faulty.errors.contains(word), "\(faulty.errors)")
                }
                expectRefusal(try await run("serve", "--data", folder.path, "--host", "0.0.0.0"), "nothing encrypts the way")
                expectRefusal(try await run("serve", "--settings", folder.path + "/none.json"), "is missing or is not JSON")
                expectRefusal(
                    try await run("serve", "--data", folder.path + "/x", "--database", "postgres://u:secret@h/d"),
                    "--database takes postgres://")
                expectRefusal(
                    try await run("serve", "--data", folder.path + "/x", "--database", "postgres://concord@127.0.0.1:1/concord"),
                    "PostgreSQL can't be reached")
            }
        }

        @Test(.disabled(if: getuid() == 0, "root may write everywhere"))
        func `says when it may not write to its folder`() async throws {
            try await withFolder { folder in
                try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
                expectRefusal(try await run("setup", "--data", folder.path + "/data"), "can't be written")
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
            }
        }
    }

    @Suite struct `at its commands` {
        @Test func `helps with 0, does what it is told with 0, refuses with 1, and does not understand with 2`() async throws {
            let help = try await run("--help")
            #expect(help.status == 0)
            for command in ["serve", "setup", "import", "statistics", "classify", "backup", "restore", "verify", "migrate", "keys"] {
                #expect(help.output.contains("  \(command) "), "\(command)")
                let more = try await Command.run(try path(), [command, "--help"], environment: environment)
                #expect(more.status == 0 && more.output.contains("USAGE"), "\(command)")
            }
            #expect(try await run("--version").output.contains(/\d+\.\d+\.\d+/))
            for wrong in [
                ["--nothing"], ["nothing"], ["serve", "--nothing"], ["serve", "--port", "many"], ["import"],
                ["statistics", "--format", "pdf"],
            ] {
                let outcome = try await Command.run(try path(), wrong, environment: environment)
                #expect(outcome.status == 2, "\(wrong): \(outcome.said)")
                #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
            }
        }

        @Test func `gives the statistics as text, CSV and JSON, also while the node is served`() async throws {
            try await withNode { data, _ in
                try await serving("--data", data) { served in
                    let csv = try await total(data)
                    #expect(csv.status == 0 && csv.output.contains("82291–82363,82291,82363,134"))
                    let json = try await run("statistics", "--year", "2019", "--by", "form,sex", "--json", "--data", data)
                    let document = try JSON(json.bytes)
                    #expect(document["rows"].items.count > 5 && document["source"].text?.contains("UNODC") == true)
                    let text = try await run("statistics", "--year", "2015-2019", "--by", "year", "--data", data)
                    #expect(text.output.contains("82,291–82,363") && text.errors.contains("Source: UNODC"))
                    expectRefusal(try await run("statistics", "--indicator", "banana", "--data", data), "is not counted")
                    expectRefusal(try await run("statistics", "--year", "1x", "--data", data), "is not a year")
                    expectRefusal(try await run("statistics", "--by", "colour", "--data", data), "colour")
                    #expect(try await served.get("/healthz").status == 200)
                }
            }
        }

        @Test func `makes no node by looking for one, and says what stands in the way of a file`() async throws {
            try await withFolder { folder in
                let none = folder.appending(path: "none").path(percentEncoded: false)
                for command in [["verify"], ["backup", folder.path + "/b"], ["keys", "confirm"], ["keys", "rotate"]] {
                    expectRefusal(
                        try await Command.run(try path(), command + ["--data", none], environment: environment), "There is no node in")
                }
                #expect(!FileManager.default.fileExists(atPath: none))
            }
            try await withNode { data, folder in
                _ = try await run("setup", "--data", data)
                expectRefusal(try await run("backup", "/dev/null/x", "--data", data), "can't be written")
                expectRefusal(try await run("restore", folder.path, "--data", data), "is not a backup made by Concord")
                expectRefusal(try await run("import", folder.path, "--mapping", "glotip", "--data", data), "is not there or can't be read")
                expectRefusal(
                    try await run("import", data + "/tombstones", "--mapping", folder.path, "--data", data), "There is no mapping called")
                expectRefusal(try await run("statistics", "--share", folder.path, "--data", data), "in the folder share/")
                expectRefusal(try await run("statistics", "--data", "/dev/null"), "can't be written")
            }
        }

        @Test func `tells its address as browsers take it`() async throws {
            try await withNode { data, _ in
                let running = try Running(try path(), ["serve", "--port", "0", "--host", "::1", "--data", data], environment: environment)
                defer { running.signal(SIGKILL) }
                try await running.wait("address") { $0.output.contains("Concord is at http") }
                #expect(running.output.contains(/Concord is at http:\/\/\[::1\]:\d+/), "\(running.output)")
            }
        }

        @Test func `applies the definition to a file or to what it is given, in six languages, and says what is wrong with it`()
            async throws
        {
            try await withFolder { folder in
                let file = folder.appending(path: "facts.json").path(percentEncoded: false)
                try Data(#"{"acts": ["recruitment"], "means": ["deception"], "purposes": ["forced_labour"], "age": 24}"#.utf8).write(
                    to: URL(filePath: file))
                let english = try await run("classify", file)
                #expect(english.status == 0 && english.output.contains("TIP-3"))
                let json = try JSON(try await run("classify", "--json", file).bytes)
                #expect(json["is_trafficking"] == .flag(true))
                var said: Set<String> = []
                for language in ["en", "fr", "es", "ar", "ru", "zh"] {
                    said.insert(try await run("classify", file, "--language", language).output)
                }
                #expect(said.count == 6)
                #expect(try await run("classify", "-", input: #"{"age": "child"}"#).status == 0)
                expectRefusal(try await run("classify", "-", input: "{"), "can't be classified")
                expectRefusal(try await run("classify", folder.path + "/none.json"), "is not there")
                #expect(try await run("classify", file, "--language", "tlh").status == 2)
            }
        }
    }
}
