import Fixtures
import Foundation
import HTTPTypes
import Testing
import Vocabulary
import WebFixtures

@Suite struct `The public pages` {
    private static let pages = [
        "/", "/numbers?year=2019", "/numbers/reporting", "/numbers/flows", "/numbers/compare?place=FRA", "/numbers/quality",
        "/numbers/sources",
        "/countries", "/countries/FRA", "/countries/ATA", "/instruments", "/instruments/TIP", "/instruments/TIP/missing",
        "/instruments/reconciliation", "/commitments", "/definition", "/rights", "/api", "/sign-in", "/no-such-page",
    ]

    /// The words of a page's own sentences: headings, leads, labels, buttons, column titles. Names of things are data.
    private static func words(_ page: PageReading) -> Set<String> {
        var found: Set<String> = []
        func collect(_ element: PageReading.Element, own: Bool) {
            // What is marked as being in a language of its own, or as data, is no word of the page.
            let isOwn = own && element.attributes["lang"] == nil && element.name != "bdi" && element.name != "code"
            if isOwn, ["h1", "h2", "h3", "p", "button", "label", "caption", "th", "legend"].contains(element.name) {
                let bare = element.children.compactMap { child -> String? in
                    if case .text(let text) = child { return text.trimmingCharacters(in: .whitespacesAndNewlines) }
                    return nil
                }.joined(separator: " ").trimmingCharacters(in: .whitespaces)
                if bare.count > 6, bare.contains(" ") { found.insert(bare) }
            }
            for case .element(let child) in element.children { collect(child, own: isOwn) }
        }
        if let body = page.first("main") { collect(body, own: true) }
        return found
    }

    @Test(arguments: Databases.all) func `are in six languages, each said in the page's head, Arabic from right to left`(
        _ kind: DatabaseKind
    ) async throws {
        let site = try await Nodes.world(kind)
        for path in kind == .sqlite ? Self.pages : ["/", "/numbers?year=2019", "/countries/FRA"] {
            for language in Language.allCases {
                let reply = try await site.get("/\(language.code)" + (path == "/" ? "" : path))
                let html = try #require(reply.page.first("html"))
                #expect(html.attributes["lang"] == language.code, "\(path)")
                #expect(html.attributes["dir"] == (language == .ar ? "rtl" : "ltr"), "\(path)")
                #expect(reply.header("Content-Language") == language.code)
                #expect(reply.page.faults == [], "\(path)")
                #expect(reply.page.all("h1").count == 1, "\(path)")
            }
        }
    }

    @Test func `lead to the front page in the reader's language, by the name of the site and by the menu`() async throws {
        let site = try await Nodes.world(.sqlite)
        for language in Language.allCases {
            let page = try await site.get("/\(language.code)/numbers/quality").page
            let links = Set(page.all("a").compactMap { $0.attributes["href"] })
            #expect(links.contains("/\(language.code)") && !links.contains("/\(language.code)/"), "\(language.code)")
            for link in links where link.hasPrefix("/") && !link.contains(".") {
                #expect(try await site.get(link.replacing(/#.*/, with: "")).status < 400, "\(link)")
            }
            // Typed with a slash at the end it is the same place.
            #expect(try await site.get("/\(language.code)/").status == 200)
        }
    }

    @Test func `leave no English in the other five`() async throws {
        let site = try await Nodes.world(.sqlite)
        // A work page is in English and French alone.
        for path in Self.pages where path != "/sign-in" {
            let english = Self.words(try await site.get("/en" + (path == "/" ? "" : path)).page)
            for language in Language.allCases where language != .en {
                let other = Self.words(try await site.get("/\(language.code)" + (path == "/" ? "" : path)).page)
                let left = english.intersection(other).filter { $0.count(where: \.isLetter) > 6 }
                #expect(left == [], "\(path) in \(language.code)")
            }
        }
    }

    @Test func `keep the language that was chosen in every link to a page`() async throws {
        let site = try await Nodes.world(.sqlite)
        for path in ["/fr", "/fr/numbers", "/fr/countries/FRA", "/fr/instruments/TIP"] {
            let links = try await site.get(path).page.links.filter { $0.hasPrefix("/") && !$0.hasPrefix("/assets/") }
            let chosen = Language.allCases.map { "/" + $0.code }
            let stray = links.filter { link in !chosen.contains { link == $0 || link.hasPrefix($0 + "/") || link.hasPrefix($0 + "?") } }
            #expect(stray == [], "\(path)")
        }
    }

    @Test func `come in the language that the browser asks for, until one is chosen`() async throws {
        let site = try await Nodes.world(.sqlite)
        let asked = try await site.get("/numbers", [.acceptLanguage: "pt, ru;q=0.8, en;q=0.5"])
        #expect(asked.page.first("html")?.attributes["lang"] == "ru")
        #expect(asked.header("Vary")?.contains("Accept-Language") == true)
        #expect(try await site.get("/zh/numbers", [.acceptLanguage: "ru"]).page.first("html")?.attributes["lang"] == "zh")
        #expect(try await site.get("/numbers", [.acceptLanguage: "xx;q=2,;;,"]).page.first("html")?.attributes["lang"] == "en")
    }

    @Test func `link to nothing that is not there`() async throws {
        let site = try await Nodes.world(.sqlite)
        var seen: Set<String> = []
        for path in Self.pages.dropLast() {
            for link in try await site.get(path).page.links where link.hasPrefix("/") {
                let bare = String(link.prefix { $0 != "#" })
                // One country stands for all 249 that a table links to, and one commitment for all.
                let kindOfPage = bare.replacing(/\/countries\/[A-Z]{3}$/, with: "/countries/*").replacing(
                    /\/commitments\/[A-Za-z0-9.\-]+$/, with: "/commitments/*")
                guard seen.insert(kindOfPage).inserted else { continue }
                let status = try await site.get(bare).status
                #expect(status == 200, "\(path) links to \(link)")
            }
        }
        #expect(seen.count > 60)
    }
}
