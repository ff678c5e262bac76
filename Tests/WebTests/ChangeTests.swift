import Access
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct `Who may use a route` {
    @Test func `is asked before anything is done`() async throws {
        let site = try SiteUnderTest()
        let anonymous = try await site.get("/work/accounts?a=1")
        #expect(anonymous.status == .unauthorized)
        #expect(anonymous.text.contains("href=\"/sign-in?next=%2Fwork%2Faccounts%3Fa%3D1\""))
        #expect(try await site.get("/work/accounts", [.cookie: "concord=unknown"]).status == .unauthorized)
        #expect(try await site.get("/work/accounts", [.cookie: "concord=bruno"]).status == .forbidden)
        #expect(try await site.get("/work/accounts", aminasCookie).status == .ok)
        #expect(site.deeds.all == ["turned away Bruno <b> /work/accounts"])
    }

    @Test func `is stated by every route`() throws {
        let site = try SiteUnderTest()
        #expect(site.responder.routes.count > 10)
        let guarded = site.responder.routes.filter { $0.need == .deed(.manageAccounts) }.map(\.pattern.text)
        #expect(guarded == ["/work/accounts"])
        #expect(RoutePattern("/a/{b}/c.{format}").filled { $0 == "format" ? "csv" : "1" } == "/a/1/c.csv")
    }
}

@Suite struct `A change` {
    private func fields(_ site: SiteUnderTest, _ rest: String, once: String = "0123456789abcdef") -> String {
        "seal=\(site.seal(session: "amina"))&once=\(once)&\(rest)"
    }

    // promise 15: a seal on every change
    @Test func `needs the seal of this very visitor`() async throws {
        let site = try SiteUnderTest()
        for seal in ["", "seal=&", "seal=wrong&", "seal=\(site.seal(session: "bruno"))&", "seal=\(site.seal(cookie: "x"))&"] {
            #expect(try await site.post("/work/things", seal + "name=Amina", aminasCookie).status == .forbidden)
        }
        #expect(site.deeds.all.isEmpty)
        #expect(try await site.post("/work/things", fields(site, "name=Boat"), aminasCookie).status == .seeOther)
        #expect(site.deeds.all == ["add Boat -"])
    }

    // promise 15: and a check of where it came from
    @Test func `comes from a page of this site`() async throws {
        let site = try SiteUnderTest()
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for (name, value) in [
            (fetchSite, "cross-site"), (fetchSite, "same-site"), (fetchSite, "none"), (.origin, "https://evil.example"),
            (.origin, "https://localhost"), (.origin, "http://localhost.evil.example"),
        ] {
            var headers = aminasCookie
            headers[name] = value
            #expect(try await site.post("/work/things", fields(site, "name=Boat"), headers).status == .forbidden)
        }
        #expect(site.deeds.all.isEmpty)
        for (index, (name, value)) in [(fetchSite, "same-origin"), (.origin, "http://localhost"), (.origin, "null")].enumerated() {
            var headers = aminasCookie
            headers[name] = value
            let body = fields(site, "name=Boat", once: "0123456789abcde\(index)")
            #expect(try await site.post("/work/things", body, headers).status == .seeOther)
        }
    }

    // promise 16: GET changes nothing
    @Test func `never happens by looking`() async throws {
        let site = try SiteUnderTest()
        let query = fields(site, "name=Boat")
        #expect(try await site.get("/work/things?" + query, aminasCookie).status == .methodNotAllowed)
        #expect(try await site.get("/work/things?" + query, aminasCookie, method: .head).status == .methodNotAllowed)
        #expect(site.deeds.all.isEmpty)
    }

    @Test func `happens once, however often the form is sent`() async throws {
        let site = try SiteUnderTest()
        let body = fields(site, "name=Boat")
        try await site.run { client in
            let headers: HTTPFields = [.cookie: "concord=amina", .contentType: "application/x-www-form-urlencoded"]
            try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        try await client.execute(uri: "/work/things", method: .post, headers: headers, body: ByteBuffer(string: body)) {
                            $0
                        }
                    }
                }
                for try await answer in group {
                    #expect(answer.status == .seeOther)
                    #expect(answer.headers[.location] == "/things/Boat")
                }
            }
        }
        #expect(site.deeds.all == ["add Boat -"])
        _ = try await site.post("/work/things", fields(site, "name=Boat", once: "another-number-1"), aminasCookie)
        #expect(site.deeds.all.count == 2)
    }

    @Test func `that was not accepted can be sent again`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.post("/work/things", fields(site, "name="), aminasCookie).status == .unprocessableContent)
        #expect(try await site.post("/work/things", fields(site, "name=Boat"), aminasCookie).status == .seeOther)
    }

    // promise 5: unknown fields change nothing
    @Test func `ignores fields that the form does not have`() async throws {
        let site = try SiteUnderTest()
        _ = try await site.post("/work/things", fields(site, "name=Boat&role=administrator&id=1&isAdmin=1"), aminasCookie)
        #expect(site.deeds.all == ["add Boat -"])
    }

    // promise 22: sizes and counts are bounded
    @Test func `that is too large is refused before it is read`() async throws {
        let site = try SiteUnderTest()
        let big = fields(site, "name=" + String(repeating: "a", count: 300 * 1_024))
        #expect(try await site.post("/work/things", big, aminasCookie).status == .contentTooLarge)
        let manyFields = fields(site, (0..<600).map { "f\($0)=1" }.joined(separator: "&"))
        #expect(try await site.post("/work/things", manyFields, aminasCookie).status == .contentTooLarge)
        #expect(site.deeds.all.isEmpty)
    }

    @Test func `of a kind that is not taken is refused`() async throws {
        let site = try SiteUnderTest()
        var headers = aminasCookie
        headers[.contentType] = "application/json"
        #expect(try await site.post("/work/things", "{}", headers).status == .unsupportedMediaType)
        headers[.contentType] = "text/plain"
        #expect(try await site.post("/work/things", fields(site, "name=Boat"), headers).status == .unsupportedMediaType)
    }

    @Test(arguments: ["name=%zz", "name=%ff", "name=a%00b"]) func `that is broken is refused`(body: String) async throws {
        let site = try SiteUnderTest()
        #expect(try await site.post("/work/things", fields(site, body), aminasCookie).status == .badRequest)
    }
}

@Suite struct `Signing in and out` {
    // promise 15: the sign-in form has a seal too
    @Test func `starts with a form for this visitor alone`() async throws {
        let site = try SiteUnderTest()
        let page = try await site.get("/sign-in")
        #expect(page.headers[.cacheControl] == "no-store")
        let cookie = try #require(page.cookies.first?.firstMatch(of: /^concord-form=([A-Za-z0-9_-]+); Path=\/; HttpOnly; SameSite=Strict$/))
            .1
        let seal = try #require(page.text.firstMatch(of: /name="seal" value="([^"]+)"/)).1
        #expect(try await site.post("/sign-in", "seal=\(seal)").status == .forbidden)
        #expect(try await site.post("/sign-in", "seal=\(seal)", [.cookie: "concord-form=other"]).status == .forbidden)
        let answer = try await site.post("/sign-in", "seal=\(seal)", [.cookie: "concord-form=\(cookie)"])
        #expect(answer.status == .seeOther)
        #expect(answer.cookies == ["concord=amina; Path=/; HttpOnly; SameSite=Strict"])
        #expect(try await site.get("/sign-in", [.cookie: "concord-form=\(cookie)"]).cookies.isEmpty)
    }

    // promise 14: the session cookie
    @Test func `sets a cookie that only this host and only TLS can carry`() async throws {
        let site = try SiteUnderTest(reach: .secure(hosts: [], behindProxy: false))
        let page = try await site.get("/sign-in")
        #expect(
            page.cookies.allSatisfy { $0.hasPrefix("__Host-") && $0.contains("; Secure") && $0.contains("; HttpOnly; SameSite=Strict") })
        let answer = try await site.post("/sign-in", "seal=\(site.seal(cookie: "x"))", [.cookie: "__Host-concord-form=x"])
        #expect(answer.cookies == ["__Host-concord=amina; Path=/; HttpOnly; SameSite=Strict; Secure"])
        #expect(try await site.get("/work/accounts", aminasCookie).status == .unauthorized)
        #expect(try await site.get("/work/accounts", [.cookie: "__Host-concord=amina"]).status == .ok)
    }

    @Test func `leads back to a place on this site and nowhere else`() async throws {
        let site = try SiteUnderTest()
        for (next, expected) in [
            ("%2Fwork%2Faccounts", "/work/accounts"), ("%2F%2Fevil.example", "/"), ("https%3A%2F%2Fevil.example", "/"),
        ] {
            let body = "seal=\(site.seal(cookie: "x"))&next=\(next)"
            #expect(try await site.post("/sign-in", body, [.cookie: "concord-form=x"]).headers[.location] == expected)
        }
    }

    // promise 15: signing out too
    @Test func `ends by a sealed form and clears what the browser kept`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.post("/sign-out", "", aminasCookie).status == .forbidden)
        let answer = try await site.post("/sign-out", "seal=\(site.seal(session: "amina"))", aminasCookie)
        #expect(answer.cookies == ["concord=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"])
        #expect(answer.headers.named("Clear-Site-Data") == "\"cache\", \"storage\"")
    }
}
