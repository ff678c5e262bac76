import Fixtures
import Foundation
import Server
import Testing
import Vocabulary
import WebFixtures

@Suite struct `The page of a person's rights` {
    @Test func `tells ten things in each language that the profile offers, and says that nobody has reviewed them`() async throws {
        let site = try await Nodes.world(.sqlite)
        for language in Language.allCases {
            let reply = try await site.get("/\(language.code)/rights")
            #expect(reply.status == 200)
            let sheet = try #require(reply.page.all("section").first { $0.attributes["lang"] == language.code })
            #expect(sheet.all("li").count == 10, "\(language.code)")
            #expect((sheet.attributes["dir"] == "rtl") == (language == .ar))
            // The same by its own address, whatever language the site is read in.
            let other = try await site.get("/en/rights/\(language.code)").page.all("section").first {
                $0.attributes["lang"] == language.code
            }
            #expect(other?.text == sheet.text)
            #expect(reply.page.all("p").contains { $0.attributes["class"] == "note warning" })
        }
    }

    @Test func `gives nothing away in the browser's title, and offers a way out`() async throws {
        let page = try await Nodes.world(.sqlite).get("/en/rights").page
        #expect(page.first("title")?.text == "Information")
        let leave = try #require(page.element(id: "leave"))
        #expect(leave.attributes["href"] == "https://www.wikipedia.org/")
        #expect(leave.attributes["rel"]?.contains("noreferrer") == true)
    }

    @Test func `is not there in a language that nobody offers, nor on a node without a country profile`() async throws {
        #expect(try await Nodes.world(.sqlite).get("/en/rights/tlh").status == 404)
        let without: (inout Settings) -> Void = { $0.profile = nil }
        try await DatabaseKind.sqlite.withSite(without) { site in
            #expect(try await site.get("/en/rights").status == 404)
            let links = try await site.get("/en").page.links
            #expect(!links.contains("/en/rights"))
        }
    }

    @Test func `stands in the menu of the public door`() async throws {
        #expect(try await Nodes.world(.sqlite).get("/en").page.links.contains("/en/rights"))
    }
}
