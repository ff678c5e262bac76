import Fixtures
import Foundation
import HTTPTypes
import Server
import Testing
import WebFixtures

@Suite struct `Behind a proxy that ends TLS` {
    private static func asWorld(_ settings: inout Settings) {
        settings.origin = "https://localhost"
        settings.trustsProxy = true
    }

    private static let host: HTTPFields = [.init("X-Forwarded-For")!: "203.0.113.7, 198.51.100.9"]

    // promise 14: the cookie is `__Host-`, Secure, HttpOnly, SameSite=Strict.
    @Test(arguments: Databases.all) func `the session is in the strictest cookie there is, and every answer asks for TLS`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withSite(Self.asWorld) { site in
            _ = try await Cast(site)
            let form = try await site.send(.get, "/sign-in", Self.host)
            let given = try #require(form.headers[values: .setCookie].first { $0.hasPrefix("__Host-concord-form=") })
            for part in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"] { #expect(given.contains(part)) }
            #expect(!given.contains("Domain"))
            #expect(form.header("Strict-Transport-Security")?.contains("max-age=31536000") == true)

            let cookie = String(given.prefix { $0 != ";" })
            let fields = form.page.all("form").first { ($0.attributes["action"] ?? "").hasSuffix("/sign-in") }.map(Visitor.prefilled) ?? []
            let body = (fields.filter { !["name", "password"].contains($0.0) } + [("name", "amina"), ("password", Cast.password)])
                .map { "\($0.0)=\($0.1.replacing(" ", with: "+"))" }.joined(separator: "&")
            var headers = Self.host
            headers[.cookie] = cookie
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.origin] = "https://localhost"
            let entered = try await site.send(.post, "/sign-in", headers, body: Array(body.utf8))
            #expect(entered.status == 303)
            let session = try #require(entered.headers[values: .setCookie].first { $0.hasPrefix("__Host-concord=") })
            for part in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"] { #expect(session.contains(part)) }
            #expect(session.firstMatch(of: /=([A-Za-z0-9_-]+);/).map { $0.1.count } == 43)
            // The same form from an address that only looks like ours is refused.
            headers[.origin] = "https://localhost.evil.example"
            #expect(try await site.send(.post, "/sign-in", headers, body: Array(body.utf8)).status == 403)
            // Nobody's whole address is kept, only its network.
            let networks = try await site.contents()["sign_in_network"]
            #expect(networks != nil && !site.log.all.contains { $0.contains("198.51.100.9") || $0.contains("203.0.113.7") })
        }
    }
}
