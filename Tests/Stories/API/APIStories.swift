import Fixtures
import Foundation
import HTTPTypes
import Server
import Testing
import Web
import WebFixtures

@Suite struct `The API` {
    /// A question to each operation that it must answer, besides those without parameters.
    private static let examples: [String: [String]] = [
        "/api/v1/countries/{code}": ["/api/v1/countries/FRA", "/api/v1/countries/ABW", "/api/v1/countries/ATA"],
        "/api/v1/statistics": [
            "/api/v1/statistics?indicator=victims", "/api/v1/statistics?indicator=victims&year=2019&by=form,sex",
            "/api/v1/statistics?indicator=convicted&year=2015-2019&by=state,year&region=150",
            "/api/v1/statistics?indicator=victims&by=citizenship&states=FRA,BRA&source=glotip",
            "/api/v1/statistics?indicator=offences&year=2050",
        ],
        "/api/v1/flows": ["/api/v1/flows?from=2019&through=2019", "/api/v1/flows?from=2022"],
        "/api/v1/instruments/{treaty}/status": ["/api/v1/instruments/TIP/status", "/api/v1/instruments/CETS197/status"],
        "/api/v1/commitments": ["/api/v1/commitments", "/api/v1/commitments?q=victims&pillar=protection", "/api/v1/commitments?q=%25"],
        "/api/v1/commitments/{id}": ["/api/v1/commitments/TIP-9.5"],
    ]
    private static let facts = #"{"acts": ["recruitment"], "means": ["deception"], "purposes": ["forced_labour"], "age": 24}"#

    private func document(_ site: StorySite) async throws -> JSON { try await site.get("/api/v1/openapi.json").json() }

    @Test(arguments: Databases.all) func `answers each operation that it describes as it describes it`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let document = try await document(site)
        #expect(document["openapi"].text == "3.1.0")
        let check = SchemaCheck(components: document["components"]["schemas"])
        for (path, operations) in document["paths"].fields {
            for (verb, operation) in operations.fields {
                // What needs a token says so, and gives nothing without one.
                if !operation["security"].items.isEmpty {
                    let place = path.replacing(/\{[a-z]+\}/, with: UUID().uuidString)
                    let reply = verb == "post" ? try await site.ask(place, "{}") : try await site.get(place)
                    #expect(reply.status == 401 && operation["responses"]["401"] != .null, "\(verb) \(path)")
                    #expect(check.faults(try reply.json(), document["components"]["schemas"]["Problem"]) == [])
                    continue
                }
                let schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
                #expect(schema != .null, "\(path)")
                let replies =
                    verb == "post"
                    ? [
                        try await site.ask(path, Self.facts), try await site.ask(path, "{}"),
                        try await site.ask(path, #"{"age": "child"}"#),
                    ]
                    : try await Self.each(Self.examples[path] ?? [path]) { try await site.get($0) }
                for reply in replies {
                    #expect(reply.status == 200, "\(verb) \(reply.path)")
                    #expect(reply.header("Content-Type") == "application/json; charset=utf-8")
                    #expect(check.faults(try reply.json(), schema).prefix(5) == [], "\(verb) \(reply.path)")
                }
            }
        }
    }

    private static func each<A, B>(_ items: [A], _ body: (A) async throws -> B) async throws -> [B] {
        var all: [B] = []
        for item in items { all.append(try await body(item)) }
        return all
    }

    @Test func `describes every route under it, and has a route for everything it describes`() async throws {
        let site = try await Nodes.world(.sqlite)
        let described = Set(
            try await document(site)["paths"].fields.flatMap { path, operations in
                operations.fields.keys.map { $0.uppercased() + " " + path }
            }
        )
        let routes = Set(
            site.serving.responder.routes.filter { $0.pattern.text.hasPrefix("/api/v1/") }.map { $0.verb.rawValue + " " + $0.pattern.text }
        )
        #expect(routes.subtracting(described) == ["GET /api/v1/openapi.json"])
        #expect(described.subtracting(routes) == [])
        let page = try await site.get("/api").page
        for route in described { #expect(page.text.contains(route)) }
    }

    @Test(arguments: Databases.all) func `refuses in a problem document, with a code and what to do`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let document = try await document(site)
        let check = SchemaCheck(components: document["components"]["schemas"])
        func refused(_ reply: Reply, _ status: Int, _ code: String? = nil) throws {
            #expect(reply.status == status, "\(reply.path)")
            #expect(reply.header("Content-Type") == "application/problem+json; charset=utf-8", "\(reply.path)")
            #expect(reply.header("Cache-Control") == "no-store")
            let problem = try reply.json()
            #expect(check.faults(problem, document["components"]["schemas"]["Problem"]) == [])
            #expect(problem["status"].integer == status)
            #expect(problem["detail"].text?.isEmpty == false)
            if let code { #expect(problem["code"].text == code, "\(reply.path)") }
        }
        try refused(try await site.get("/api/v1/nothing"), 404, "web.not-found")
        try refused(try await site.get("/api/v1/countries/XXX"), 404)
        try refused(try await site.get("/api/v1/countries/fra"), 404)
        try refused(try await site.get("/api/v1/instruments/NOTHING/status"), 404)
        try refused(try await site.get("/api/v1/commitments/TIP-99.9"), 404)
        try refused(try await site.get("/api/v1/statistics"), 422, "statistics.unknown-indicator")
        for (question, code) in [
            ("indicator=banana", "statistics.unknown-indicator"), ("indicator=victims&year=banana", "statistics.not-a-year"),
            ("indicator=victims&year=2022-2019", "statistics.not-a-year"), ("indicator=victims&by=colour", nil),
            ("indicator=victims&states=XXX", nil), ("indicator=victims&states=FRA;DROP", nil), ("indicator=victims&region=999", nil),
            ("indicator=victims&by=form,citizenship", nil), ("indicator=victims&year=99999999999999999999", "statistics.not-a-year"),
        ] as [(String, String?)] {
            try refused(try await site.get("/api/v1/statistics?" + question), 422, code)
        }
        try refused(try await site.get("/api/v1/statistics?indicator=victims&source=nothing"), 404)
        try refused(try await site.get("/api/v1/flows?from=2022&through=2003"), 422)
        try refused(try await site.get("/api/v1/flows?from=x"), 422)
        try refused(try await site.get("/api/v1/commitments?source=nothing"), 422, "api.not-a-choice")
        try refused(try await site.get("/api/v1/commitments?pillar=nothing"), 422, "api.not-a-choice")
        try refused(try await site.get("/api/v1/statistics?indicator=%zz"), 400)

        try refused(try await site.ask("/api/v1/classify", "{not json"), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", ""), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", #"{"acts": ["nothing"]}"#), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", #"{"age": -1}"#), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", #"{"surprise": 1}"#), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", String(repeating: "[", count: 100_000)), 422, "facts.faulty")
        try refused(try await site.ask("/api/v1/classify", Self.facts, type: "text/plain"), 415)
        try refused(try await site.ask("/api/v1/classify", Self.facts, type: "application/x-www-form-urlencoded"), 415)
        try refused(try await site.ask("/api/v1/classify", "\"" + String(repeating: "a", count: 300 * 1_024) + "\""), 413)

        for (verb, path, allowed) in [
            (HTTPRequest.Method.post, "/api/v1/countries", "GET, HEAD"), (.get, "/api/v1/classify", "POST"),
            (.put, "/api/v1/countries", "GET, HEAD"),
            (.delete, "/api/v1/classify", "POST"), (.patch, "/api/v1/statistics", "GET, HEAD"),
        ] {
            let reply = try await site.send(verb, path)
            try refused(reply, 405, "web.method-not-allowed")
            #expect(reply.header("Allow") == allowed, "\(verb) \(path)")
        }
    }

    @Test func `answers questions in the language asked for, and the same bytes each time`() async throws {
        let site = try await Nodes.world(.sqlite)
        let french = try await site.get("/api/v1/nothing", [.acceptLanguage: "fr"]).json()
        #expect(french["title"].text != (try await site.get("/api/v1/nothing").json()["title"].text))
        for path in ["/api/v1/countries", "/api/v1/statistics?indicator=victims&by=year", "/api/v1/openapi.json"] {
            let (first, second) = (try await site.get(path).body, try await site.get(path).body)
            #expect(first == second, "\(path)")
        }
    }

    @Test(arguments: Databases.all) func `keeps nothing of the facts that it was asked about`(_ kind: DatabaseKind) async throws {
        try await kind.withSite { site in
            let before = try await site.contents()
            let mark = "CANARY-\(UUID().uuidString)"
            #expect(try await site.ask("/api/v1/classify", #"{"acts": ["\#(mark)"]}"#).status == 422)
            #expect(try await site.ask("/api/v1/classify", Self.facts).status == 200)
            #expect(try await site.contents() == before)
            #expect(!site.log.all.contains { $0.contains(mark) || $0.contains("recruitment") })
        }
    }
}
