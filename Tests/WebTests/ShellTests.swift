import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Vocabulary

@testable import Web

extension HTTPFields {
    func named(_ name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var cookies: [String] { headers[values: .setCookie] }
}

let aminasCookie: HTTPFields = [.cookie: "concord=amina"]

@Suite struct `Every answer` {
    /// One address for each kind of answer: page, 404, 401, 403, 409, 500, redirect, JSON, problem, file, stream, asset, malformed.
    static let addresses = [
        "/", "/nowhere", "/work/accounts", "/refused", "/fault", "/things/", "/api/v1/things", "/api/v1/fault", "/api/v1/nowhere",
        "/things/a.csv", "/stream", "/%zz", "/assets/none.css", "/sign-in", "/fr",
    ]

    // promises 17, 18: strict headers on every answer, no CORS, no banner
    @Test(arguments: addresses) func `carries the security headers`(address: String) async throws {
        let site = try SiteUnderTest()
        for (method, headers) in [(HTTPRequest.Method.get, HTTPFields()), (.head, [:]), (.get, aminasCookie), (.delete, [:])] {
            let answer = try await site.get(address, headers, method: method)
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; img-src 'self'"))
            #expect(!policy.contains("unsafe"))
            for part in ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] { #expect(policy.contains(part)) }
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers.named("Referrer-Policy") == "no-referrer")
            #expect(answer.headers.named("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(answer.headers.named("Cross-Origin-Embedder-Policy") == "require-corp")
            #expect(answer.headers.named("Cross-Origin-Resource-Policy") == "same-origin")
            #expect(answer.headers.named("Access-Control-Allow-Origin") == nil)
            #expect(answer.headers[.server] == nil)
            #expect(answer.headers[.strictTransportSecurity] == nil)
            #expect(answer.headers[.cacheControl] != nil)
            if method == .head { #expect(answer.text.isEmpty) }
        }
    }

    // promise 17: HSTS
    @Test(arguments: addresses) func `asks for TLS for ever where there is TLS`(address: String) async throws {
        let site = try SiteUnderTest(reach: .secure(hosts: [], behindProxy: false))
        #expect(try await site.get(address).headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
    }

    // promise 17: no-store on everything not public, errors too
    @Test(arguments: ["/nowhere", "/work/accounts", "/refused", "/fault", "/sign-in", "/things/a", "/%zz"])
    func `that is not public is not stored`(address: String) async throws {
        let site = try SiteUnderTest()
        #expect(try await site.get(address).headers[.cacheControl] == "no-store")
        #expect(try await site.get(address, aminasCookie).headers[.cacheControl] == "no-store")
    }

    // promise 18: unknown methods answer 405
    @Test func `to a verb that is not spoken is 405 with those that are`() async throws {
        let site = try SiteUnderTest()
        for method in [HTTPRequest.Method.put, .delete, .patch, .trace, .options, .connect] {
            #expect(try await site.get("/", method: method).status == .methodNotAllowed)
        }
        let answer = try await site.post("/", "")
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == "GET, HEAD")
        #expect(try await site.get("/work/things", aminasCookie).headers[.allow] == "POST")
    }

    @Test func `is for the names of this machine alone on loopback`() throws {
        #expect(Reach.loopback.answers(to: "127.0.0.1:8080"))
        #expect(Reach.loopback.answers(to: "[::1]:8080"))
        #expect(Reach.loopback.answers(to: "localhost"))
        #expect(!Reach.loopback.answers(to: "rebound.example:8080"))
        #expect(!Reach.loopback.answers(to: nil))
        #expect(!Reach.secure(hosts: ["a.example"], behindProxy: false).answers(to: "b.example"))
    }
}

@Suite struct `Published figures` {
    @Test func `are asked for again and not sent again`() async throws {
        let site = try SiteUnderTest()
        let first = try await site.get("/")
        let tag = try #require(first.headers[.eTag])
        #expect(first.headers[.cacheControl] == "no-cache")
        #expect(first.headers[.vary] == "Accept-Language, Cookie")
        let second = try await site.get("/", [.ifNoneMatch: tag])
        #expect(second.status == .notModified)
        #expect(second.text.isEmpty)
        #expect(try await site.get("/", [.ifNoneMatch: tag, .acceptLanguage: "fr"]).status == .ok)
        #expect(try await site.get("/fr", [.ifNoneMatch: tag]).status == .ok)
    }

    @Test func `are not even fetched when the browser has them`() async throws {
        let site = try SiteUnderTest()
        let tag = try #require(try await site.get("/late").headers[.eTag])
        #expect(try await site.get("/late", [.ifNoneMatch: "W/" + tag]).status == .notModified)
        #expect(site.deeds.all == ["made"])
        #expect(try await site.get("/late", [.ifNoneMatch: "\"other\", \"more\""]).status == .ok)
    }

    @Test func `are not kept on a page that shows who is signed in`() async throws {
        let answer = try await SiteUnderTest().get("/", aminasCookie)
        #expect(answer.headers[.eTag] == nil)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.text.contains("Amina"))
    }

    @Test func `come with a stylesheet that is kept for ever`() async throws {
        let site = try SiteUnderTest()
        let page = try await site.get("/ar").text
        let address = try #require(page.firstMatch(of: /href="(\/assets\/concord\.[0-9a-f]{12}\.css)"/)).1
        let asset = try await site.get(String(address))
        #expect(asset.status == .ok)
        #expect(asset.text == "body{}")
        #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(asset.headers[.contentType] == "text/css; charset=utf-8")
        #expect(asset.headers[.vary] == nil)
    }
}

@Suite struct `The language of a page` {
    @Test(arguments: [
        ("fr", "fr"), ("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("pt,es;q=0.7,en;q=0.3", "es"), ("de", "en"), ("", "en"),
        ("en;q=0.1, ar;q=0.9", "ar"), ("zh-Hant-TW", "zh"), ("ru;q=0", "en"), ("*", "en"), (";;;q=,,=", "en"), ("es;q=7", "en"),
    ])
    func `is the one the browser asks for`(header: String, expected: String) async throws {
        let answer = try await SiteUnderTest().get("/", [.acceptLanguage: header])
        #expect(answer.headers[.contentLanguage] == expected)
        #expect(answer.text.contains("<html lang=\"\(expected)\""))
    }

    @Test func `is the one in the address before all others, and links keep it`() async throws {
        let answer = try await SiteUnderTest().get("/ar/things/x?q=1", [.acceptLanguage: "fr"])
        #expect(answer.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(answer.text.contains("href=\"/ar/things/x\""))
        #expect(answer.headers[.vary] == "Cookie")
        for language in Language.allCases { #expect(answer.text.contains("href=\"/\(language.code)/things/x?q=1\"")) }
    }

    @Test func `is the one that the person signed in prefers, unless the address says another`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.get("/", [.cookie: "concord=chen", .acceptLanguage: "fr"]).headers[.contentLanguage] == "zh")
        #expect(try await site.get("/ru", [.cookie: "concord=chen", .acceptLanguage: "fr"]).headers[.contentLanguage] == "ru")
    }

    @Test func `is said for what exists in English only`() async throws {
        let answer = try await SiteUnderTest().get("/es/work/accounts", aminasCookie)
        #expect(answer.text.contains("<span lang=\"en\">Only English</span>"))
    }

    @Test func `holds for refusals too`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.get("/fr/nowhere").text.contains("<h1>Page introuvable</h1>"))
        #expect(try await site.get("/zh/api/v1/nowhere").text.contains("找不到页面"))
    }
}

@Suite struct `An address` {
    @Test(arguments: ["/%zz", "/%", "/a%00b", "/../etc", "/a/%2e%2e/b", "/%ff", "/a%2Fb", "/a%5Cb", "/things/a%0Ab"])
    func `that can be read in two ways is refused`(address: String) async throws {
        #expect(try await SiteUnderTest().get(address).status == .badRequest)
    }

    @Test func `that is too long is refused`() async throws {
        #expect(try await SiteUnderTest().get("/" + String(repeating: "a", count: 9_000)).status == .contentTooLarge)
    }

    @Test func `with a stroke too many leads to the one without`() async throws {
        let answer = try await SiteUnderTest().get("/fr/things/new/?a=1")
        #expect(answer.status == .movedPermanently)
        #expect(answer.headers[.location] == "/fr/things/new?a=1")
    }

    @Test func `written out goes before a value`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.get("/things/new").text.contains("new one"))
        #expect(try await site.get("/things/old").text.contains(">old<"))
        let file = try await site.get("/things/old.csv")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"old.csv\"; filename*=UTF-8''old.csv")
        #expect(try await site.get("/things/old.exe").headers[.contentDisposition] == nil)
    }

    @Test func `answers once only`() throws {
        var routes = Routes()
        routes.get("/a/{b}", needs: .anyone) { _ in .notFound }
        routes.get("/a/{c}", needs: .anyone) { _ in .notFound }
        #expect(throws: RoutesRefused.twice(.get, "/a/{c}")) { try RouteTree(routes.all) }
    }
}

@Suite struct `Something that goes wrong` {
    // promise 30: a person sees a reference number, never an error's text
    @Test func `gives a reference and no detail`() async throws {
        let site = try SiteUnderTest()
        let page = try await site.get("/fault")
        #expect(page.status == .internalServerError)
        #expect(page.text.firstMatch(of: /<code>[0-9A-F]{8}<\/code>/) != nil)
        #expect(!page.text.contains("SELECT"))
        #expect(!page.text.contains("Fault"))
        let problem = try await site.get("/api/v1/fault")
        #expect(problem.headers[.contentType] == "application/problem+json; charset=utf-8")
        #expect(problem.text.firstMatch(of: /"reference":"[0-9A-F]{8}"/) != nil)
        #expect(!problem.text.contains("SELECT"))
    }

    @Test func `by a rule says what stopped it, with its status`() async throws {
        let site = try SiteUnderTest()
        let page = try await site.get("/ar/refused")
        #expect(page.status == .conflict)
        #expect(page.text.contains("<span lang=\"en\" dir=\"ltr\">The name is taken. Choose another.</span>"))
        let problem = try await site.get("/api/v1/refused")
        #expect(problem.status == .conflict)
        #expect(problem.text.contains("\"code\":\"test.taken\""))
    }
}

@Suite struct `A page` {
    @Test func `has one heading, a title, a skip link and its language`() async throws {
        let text = try await SiteUnderTest().get("/").text
        #expect(text.hasPrefix("<!doctype html><html lang=\"en\" dir=\"ltr\">"))
        #expect(text.matches(of: /<h1/).count == 1)
        #expect(text.contains("<title>A page – Port Example</title>"))
        #expect(text.contains("<a href=\"#main\" class=\"skip\">"))
        #expect(text.contains("<main id=\"main\""))
        #expect(text.contains("aria-current=\"page\">World</a>"))
        #expect(!text.contains("Accounts"))
    }

    @Test func `about a person's own situation has a neutral title and a way out`() async throws {
        let text = try await SiteUnderTest().get("/own").text
        #expect(text.contains("<title>Information</title>"))
        #expect(text.contains("href=\"https://www.example.org/\""))
        #expect(text.contains("rel=\"external noopener noreferrer\""))
    }

    @Test func `that is not there still knows who is signed in, and lets them out`() async throws {
        let site = try SiteUnderTest()
        let answer = try await site.get("/nowhere", aminasCookie)
        #expect(answer.status == .notFound)
        #expect(answer.text.contains("Amina"))
        #expect(answer.text.contains("name=\"seal\" value=\"\(site.seal(session: "amina"))\""))
    }

    @Test func `that is long is sent piece by piece`() async throws {
        let answer = try await SiteUnderTest().get("/stream")
        #expect(answer.text == "part part part ")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"long.txt\"; filename*=UTF-8''long.txt")
    }

    @Test func `shows the notices of the node`() async throws {
        let site = try SiteUnderTest(banners: [Banner(.data("A demonstration")), Banner(.data("At work only"), doors: [.work])])
        let text = try await site.get("/").text
        #expect(text.contains("A demonstration"))
        #expect(!text.contains("At work only"))
    }

    @Test func `shows the menu of what a person may do`() async throws {
        let site = try SiteUnderTest()
        #expect(try await site.get("/", aminasCookie).text.contains(">Accounts</a>"))
        #expect(try await !site.get("/", [.cookie: "concord=bruno"]).text.contains(">Accounts</a>"))
    }
}
