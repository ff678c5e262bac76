import Access
import Basics
import Evidence
import Fixtures
import Foundation
import HTTPTypes
import Server
import Tabular
import Testing
import WebFixtures

@testable import Web

/// Who gets what from each route. `route-matrix.txt` says it, and is read by people when it changes: take it away and run
/// this test to have it made anew.
@Suite struct `Each route` {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "route-matrix.txt")
    private static let nobody = "nobody"

    /// A few figures of three countries: the sweep is about who may see, not about how much.
    private static func load(_ site: StorySite) async throws {
        let rows = [
            "alpha3,indicator,dimension,category,sex,age,year,value", "FRA,victims,total,,T,T,2019,100", "FRA,victims,total,,T,T,2020,90",
            "BRA,victims,total,,T,T,2019,<5", "FRA,victims,citizenship,Brazil,T,T,2019,12", "THA,convicted,total,,T,T,2020,7",
        ]
        _ = try await site.node.importer.run(
            .bytes(Array((rows.joined(separator: "\n") + "\n").utf8), name: "few.csv"), mapping: "glotip", for: .console(at: site.clock.now)
        )
    }

    // promise 1: every route with every role equals the committed matrix; a route without an entry fails.
    @Test(arguments: Databases.all) func `answers each role as the committed matrix says, and none lacks its line`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withSite { site in
            try await Self.load(site)
            let cast = try await Cast(site)
            var people: [(name: String, account: ID<Account>?)] = [(Self.nobody, nil)]
            for role in site.node.roles.roles.map(\.name.rawValue) {
                people.append((role, try await cast.person("with-" + role, roles: [role])))
            }
            var lines: [String: [Int]] = [:]
            for (_, account) in people {
                var seeing: Visitor?
                let token = try await Self.token(of: account, site, cast)
                for route in site.serving.responder.routes {
                    let name = "\(route.verb.rawValue) \(route.pattern.text)"
                    if route.pattern.text.hasPrefix("/api/") {
                        lines[name, default: []].append(try await Self.ask(route, token, site))
                        continue
                    }
                    // A change may end the session, so each has one of its own.
                    if route.verb == .post || seeing == nil { seeing = try await Self.visitor(site, cast, account) }
                    guard let visitor = seeing else { continue }
                    if route.verb == .get {
                        lines[name, default: []].append(try await Self.look(visitor, route))
                    } else {
                        lines[name, default: []].append(try await Self.change(visitor, route, site, cast))
                        seeing = nil
                    }
                }
            }
            let written = Self.written(lines, people.map(\.name), site)
            if !FileManager.default.fileExists(atPath: Self.file.path(percentEncoded: false)), kind == .sqlite {
                try written.write(to: Self.file, atomically: true, encoding: .utf8)
                Issue.record("route-matrix.txt was not there and has been made: read it, then commit it")
                return
            }
            let committed = try String(contentsOf: Self.file, encoding: .utf8)
            let (now, then) = (Set(written.split(separator: "\n")), Set(committed.split(separator: "\n")))
            #expect(now.subtracting(then).sorted() == [], "what is, and is not in the committed matrix")
            #expect(then.subtracting(now).sorted() == [], "what the committed matrix says, and is not so")
        }
    }

    private static func visitor(_ site: StorySite, _ cast: Cast, _ account: ID<Account>?) async throws -> Visitor {
        if let account { return try await cast.visitor(account) }
        let visitor = Visitor(site)
        await visitor.hold("concord-form", "a-cookie-of-nobody")
        return visitor
    }

    /// A program with a token of this person, where their role may have one; without any otherwise.
    private static func ask(_ route: Route, _ token: String?, _ site: StorySite) async throws -> Int {
        var headers: HTTPFields = token.map { [.authorization: "Bearer \($0)"] } ?? [:]
        guard route.verb == .post else { return try await site.send(.get, route.pattern.example, headers).status }
        headers[.contentType] = "application/json"
        return try await site.send(.post, route.pattern.example, headers, body: Array("{}".utf8)).status
    }

    private static func token(of account: ID<Account>?, _ site: StorySite, _ cast: Cast) async throws -> String? {
        guard let account else { return nil }
        let visitor = try await cast.visitor(account)
        let page = try await visitor.open("/work/account").page
        guard page.all("form").contains(where: { $0.attributes["action"]?.hasSuffix("/account/tokens") ?? false }) else { return nil }
        let made = try await visitor.fill("/account/tokens", ["token-name": "sweep", "lifetime": "30"]).page
        return made.all("code").first { $0.attributes["id"] == "token" }?.text
    }

    private static func look(_ visitor: Visitor, _ route: Route) async throws -> Int {
        try await visitor.look(route.pattern.example).status
    }

    /// Sends an empty form with a true seal: whoever may come in meets the form's own errors.
    private static func change(_ visitor: Visitor, _ route: Route, _ site: StorySite, _ cast: Cast) async throws -> Int {
        let cookies = await visitor.cookies
        let seal = cookies["concord"].map { cast.seal(Secret(text: $0)) } ?? Cast.seal(site, anonymous: cookies["concord-form"] ?? "")
        return try await visitor.send(route.pattern.example, seal, follows: false).status
    }

    private static func written(_ lines: [String: [Int]], _ people: [String], _ site: StorySite) -> String {
        let needs = Dictionary(
            site.serving.responder.routes.map { route -> (String, String) in
                let need: String =
                    switch route.need {
                    case .anyone: "anyone"
                    case .account: "account"
                    case .deed(let deed): deed.rawValue
                    }
                return ("\(route.verb.rawValue) \(route.pattern.text)", need)
            },
            uniquingKeysWith: { first, _ in first }
        )
        // Wide enough for every route, and always the same, so that a new one moves no other line.
        let (width, needed) = (64, 22)
        func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }
        var text = "# What each route answers to each role: an address of something that is not theirs, or an empty form.\n"
        text += "# " + people.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ") + "\n"
        text +=
            padded("# route", width) + padded("need", needed) + people.indices.map { padded(String($0 + 1), 4) }.joined().trimmingEnd + "\n"
        for name in lines.keys.sorted(by: { ($0.drop { $0 != "/" }, $0) < ($1.drop { $0 != "/" }, $1) }) {
            text += padded(name, width) + padded(needs[name] ?? "", needed)
            text += (lines[name] ?? []).map { padded(String($0), 4) }.joined().trimmingEnd + "\n"
        }
        return text
    }

    @Test(arguments: Databases.all) func `that shows something changes nothing, whoever looks`(_ kind: DatabaseKind) async throws {
        // promise 16: a GET changes nothing.
        try await kind.withSite { site in
            try await Self.load(site)
            let cast = try await Cast(site)
            let everything = try await cast.person("amadou", roles: site.node.roles.roles.map(\.name.rawValue))
            for person in [nil, everything] {
                let visitor = try await Self.visitor(site, cast, person)
                // That the audit was read is itself written down, as are openings of contact data; nothing else is.
                let spared: Set<String> = person == nil ? [] : ["audit_row", "audit_pending", "audit_link"]
                let before = try await site.contents(without: spared)
                #expect(before.count > 10)
                for route in site.serving.responder.routes where route.verb == .get {
                    _ = try await Self.look(visitor, route)
                    _ = try await visitor.look(route.pattern.example + "?year=2019&q=x&name=y&from=1&id=2")
                }
                let after = try await site.contents(without: spared)
                #expect(after == before)
            }
        }
    }

    @Test func `carries every security header, each with a legal value`() async throws {
        // promise 17: content policy and the other headers on every answer, errors included.
        let site = try await Nodes.world(.sqlite)
        var replies: [Reply] = []
        for route in site.serving.responder.routes where route.verb == .get { replies.append(try await site.get(route.pattern.example)) }
        for route in site.serving.responder.routes where route.verb == .post {
            replies.append(try await site.send(.post, route.pattern.example))
        }
        for (verb, path) in [
            ("PUT", "/"), ("DELETE", "/numbers"), ("OPTIONS", "/api/v1/countries"), ("TRACE", "/"), ("GET", "/nothing"),
            ("GET", "/%2e%2e/x"), ("GET", "/?%"),
        ] {
            replies.append(try await site.send(.init(rawValue: verb)!, path))
        }
        for reply in replies {
            let policy = reply.header("Content-Security-Policy") ?? ""
            #expect(policy.hasPrefix("default-src 'none'; "), "\(reply.path)")
            #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
            for part in ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] { #expect(policy.contains(part)) }
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            #expect(reply.header("Referrer-Policy") == "no-referrer")
            #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(reply.header("Cross-Origin-Embedder-Policy") == "require-corp")
            #expect(reply.header("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(reply.header("Permissions-Policy")?.contains("geolocation=()") == true)
            for absent in ["Access-Control-Allow-Origin", "Server", "X-Powered-By"] { #expect(reply.header(absent) == nil) }
            let caching = reply.header("Cache-Control")
            #expect(caching == "no-store" || (reply.status == 200 && caching == "no-cache"), "\(reply.path): \(caching ?? "")")
            #expect(!reply.text.contains("<script") && !reply.text.contains(" style=") && !reply.text.contains("onclick="))
        }
        #expect(replies.contains { $0.status == 405 } && replies.contains { $0.status == 404 } && replies.contains { $0.status == 401 })
    }

    @Test func `that changes something takes no form without its seal, nor one from another site`() async throws {
        // promise 15: the seal and the origin are checked on every change.
        try await DatabaseKind.sqlite.withSite { site in
            let cast = try await Cast(site)
            let everything = try await cast.person("amadou", roles: site.node.roles.roles.map(\.name.rawValue))
            let before = try await site.contents(without: ["audit_row", "audit_pending", "audit_link"])
            let session = try await cast.session(everything)
            let sessions = try await site.contents()["session"]
            for route in site.serving.responder.routes where route.verb == .post && !route.pattern.text.hasPrefix("/api/") {
                let visitor = Visitor(site)
                await visitor.hold("concord", session.text)
                #expect(try await visitor.send(route.pattern.example, [], follows: false).status == 403, "\(route.pattern.text)")
                let strange = [(FormSeal.field, "another"), (FormSeal.onceField, FormSeal.random())]
                #expect(try await visitor.send(route.pattern.example, strange, follows: false).status == 403, "\(route.pattern.text)")
                #expect(
                    try await visitor.send(route.pattern.example, cast.seal(session), from: "https://elsewhere.example", follows: false)
                        .status == 403,
                    "\(route.pattern.text)"
                )
            }
            #expect(try await site.contents()["session"] == sessions)
            #expect(
                try await site.contents(without: ["audit_row", "audit_pending", "audit_link", "session"])
                    == before.filter { $0.key != "session" })
        }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
