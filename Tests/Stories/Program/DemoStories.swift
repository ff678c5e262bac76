import Fixtures
import Foundation
import Store
import Testing

extension `The program` {
    @Suite struct `when it makes a demonstration` {
        @Test func `makes it once, lists its roles, and lets somebody in once by a link that looking does not use`() async throws {
            try await withFolder { folder in
                let data = folder.appending(path: "demo").path(percentEncoded: false)
                let made = try await run("demo", "--data", data, "--cases", "12", "--seed", "3")
                #expect(made.status == 0, "\(made.said)")
                #expect(made.output.contains("concord serve --data") && made.output.contains("concord demo link case-worker"))
                expectRefusal(try await run("demo", "--data", data, "--cases", "12"), "made already")
                let counts = try await inside(data) { tx in
                    try tx.row(
                        """
                        SELECT (SELECT count(*) FROM audit_row WHERE outcome = 'done' AND (detail = 'sent' OR detail = 'refused')),
                            (SELECT count(*) FROM account), (SELECT count(*) FROM organisation)
                        """
                    ) { [$0.int(0), $0.int(1), $0.int(2)] }
                }
                #expect(counts == [12, 60, 25])
                let roles = try await run("demo", "roles", "--data", data).output
                for role in ["first-responder", "identifying-officer", "case-worker", "guardian", "service-provider", "rapporteur"] {
                    #expect(roles.contains(role))
                    #expect(try await run("demo", "link", role, "--data", data).status == 0)
                }
                expectRefusal(try await run("demo", "link", "auditor", "--data", data), "Nobody there has that role")
                let link = try await run("demo", "link", "case-worker", "--data", data).output
                let path = try #require(link.firstMatch(of: /\/demonstration\/[A-Za-z0-9_-]{43}/).map { String($0.0) })
                try await serving("--data", data) { served in
                    #expect(try await served.get(path).body.contains("<button"))
                    let page = try await served.get(path)
                    #expect(page.status == 200)
                    let entered = try await DemoLink.enter(path, page, served.port)
                    #expect(entered.status == 303 && entered.head.lowercased().contains("set-cookie"), "\(entered.head)")
                    let work = try await Socket.get(
                        "/work", port: served.port, headers: ["Cookie: " + DemoLink.cookies(page, entered).joined(separator: "; ")])
                    #expect(work.status == 200 && work.body.contains("invented"))
                    #expect(try await DemoLink.enter(path, page, served.port).status != 303)
                    #expect(try await served.get(path).status != 200)
                }
            }
        }

        @Test func `is never made of a node on which somebody has an account`() async throws {
            try await withNode { data, _ in
                try await inside(data) { tx in
                    try tx.run(
                        """
                        INSERT INTO organisation (id, kind, name, search, added_at, version)
                        VALUES (x'00000000000000000000000000000001', 'ngo', 'An Organisation', 'an organisation', 0, 1)
                        """)
                    try tx.run(
                        """
                        INSERT INTO account (id, organisation_id, sign_in_name, display_name, search, state, invited_at, version)
                        VALUES (x'00000000000000000000000000000002', x'00000000000000000000000000000001', 'somebody', 'Somebody', 'somebody',
                            'active', 0, 1)
                        """)
                }
                expectRefusal(try await run("demo", "--data", data, "--cases", "12"), "can't become a demonstration")
                expectRefusal(try await run("demo", "roles", "--data", data), "no demonstration here")
            }
        }
    }
}

/// The one-time link into a demonstration, used as a browser does.
enum DemoLink {
    /// Presses the button of the page, as a browser does.
    static func enter(_ path: String, _ page: Socket.Answer, _ port: Int) async throws -> Socket.Answer {
        let fields = page.body.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map { "\($0.1)=\($0.2)" }
        let form = fields.joined(separator: "&")
        let lines = [
            "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Origin: http://127.0.0.1:\(port)", "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(form.utf8.count)",
            "Cookie: \(cookies(page).joined(separator: "; "))", "Connection: close",
        ]
        let bytes = try await Socket.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + form, port: port)
        let text = String(decoding: bytes, as: UTF8.self)
        let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Socket.Answer(status: status, head: String(halves.first ?? ""), body: halves.count == 2 ? String(halves[1]) : "")
    }

    static func cookies(_ answers: Socket.Answer...) -> [String] {
        answers.flatMap { $0.head.matches(of: /(?i)set-cookie: ([^;\r\n]+)/).map { String($0.1) } }
    }
}
