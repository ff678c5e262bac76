import Fixtures
import Foundation
import Testing

@testable import Store

extension `The program` {
    @Suite struct `in its demonstration` {
        @Test func `tells of every stage and every kind of record, and shows each panel on some file`() async throws {
            try await withFolder { folder in
                let data = folder.appending(path: "demo").path(percentEncoded: false)
                let made = try await run("demo", "--data", data, "--cases", "160")
                #expect(made.status == 0, "\(made.said)")
                let (untold, empty) = try await inside(data) { tx in (try Self.untold(in: tx), try Self.emptyTables(in: tx)) }
                #expect(untold == [])
                #expect(empty == [])
                try await serving("--data", data) { served in
                    let responder = try await Entered(served, data, as: "first-responder", of: "Port Example")
                    let own = try await responder.files(most: 20)
                    #expect(own.count >= 3, "whoever met somebody lately still has their file")
                    let referrals = try await responder.open("/en/work/referrals")
                    #expect(referrals.matches(of: #/<tr>/#).count > 10, "and follows all that were handed on")
                    var panels: Set<String> = []
                    for (role, place) in [
                        ("case-worker", "Harbour House"), ("identifying-officer", ""), ("child-protection-officer", ""),
                        ("case-supervisor", "Harbour House"),
                    ] {
                        let player = try await Entered(served, data, as: role, of: place)
                        for file in try await player.files(most: 30) {
                            let page = try await player.open(file)
                            panels.formUnion(page.matches(of: #/<section class="panel[^"]*" id="([a-z-]+)"/#).map { String($0.1) })
                            panels.formUnion(page.matches(of: #/<section id="([a-z-]+)" class="panel/#).map { String($0.1) })
                        }
                    }
                    #expect(Self.panels.subtracting(panels) == [])
                }
            }
        }

        /// What a case file's page shows, by the rooms that bring it. That files were joined shows to whoever sees both.
        private static let panels: Set<String> = [
            "detection", "identification", "non-punishment", "clocks-and-permits", "rights", "service-plan", "stays", "grave-risk",
            "needs-and-risks", "interviews", "co-victims", "attachments", "life-line", "childhood", "return", "reintegration", "claims",
            "alerts", "conferences", "stewardship", "export", "clocks", "entries", "timeline", "naming", "assignment",
        ]

        /// The codes that a column for how far something has come may hold, as its table says, and that no record has.
        private static func untold(in tx: any Transaction) throws -> [String] {
            let tables = try tx.rows(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND (sql LIKE '%case_id%' OR name LIKE 'case_file' OR name LIKE 'conference%')"
            ) { ($0.text(0), $0.text(1)) }
            var missing: [String] = []
            for (table, schema) in tables {
                for column in ["stage", "state"] {
                    let check = "CHECK (\(column) = '"
                    guard let start = schema.range(of: check) else { continue }
                    let rest = "\(column) = '" + schema[start.upperBound...].prefix { $0 != ")" }
                    let codes = rest.matches(of: #/= '([a-z_]+)'/#).map { String($0.1) }
                    for code in codes {
                        let there = try tx.exists(
                            "SELECT 1 FROM \(sql: try .identifier(table)) WHERE \(sql: try .identifier(column)) = \(code)")
                        if !there { missing.append("\(table): \(code)") }
                    }
                }
            }
            return missing
        }

        /// Tables about case files in which nothing stands. Nobody was told yet that a file's time is over: none is that old.
        private static func emptyTables(in tx: any Transaction) throws -> [String] {
            let tables = try tx.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%case_id%' AND name <> 'retention_notice' ORDER BY name"
            ) { $0.text(0) }
            return try tables.filter { table in try !tx.exists("SELECT 1 FROM \(sql: try .identifier(table))") }
        }
    }
}

/// Somebody who entered the demonstration by a link, as a visitor does.
struct Entered {
    private let port: Int
    private let cookies: String

    init(_ served: `The program`.Served, _ data: String, as role: String, of place: String) async throws {
        let link = try await `The program`.run("demo", "link", role, "--of", place, "--data", data).output
        let path = try #require(link.firstMatch(of: #/\/demonstration\/[A-Za-z0-9_-]{43}/#).map { String($0.0) })
        let page = try await served.get(path)
        let entered = try await DemoLink.enter(path, page, served.port)
        port = served.port
        cookies = DemoLink.cookies(page, entered).joined(separator: "; ")
    }

    func open(_ path: String) async throws -> String {
        let answer = try await Socket.get(path, port: port, headers: ["Cookie: " + cookies])
        #expect(answer.status == 200, "\(path)")
        return answer.body
    }

    /// The case files of the list, from its first pages.
    func files(most: Int) async throws -> [String] {
        var (files, next): ([String], String?) = ([], "/en/work/cases")
        while let path = next, files.count < most {
            let list = try await open(path)
            files += list.matches(of: #/href="(\/en\/work\/cases\/[0-9a-f-]{36})"/#).map { String($0.1) }
            next = list.firstMatch(of: #/href="([^"]+)" class="next"/#).map { String($0.1).replacing("&amp;", with: "&") }
        }
        return Array(files.prefix(most))
    }
}
