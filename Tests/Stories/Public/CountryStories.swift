import Fixtures
import Foundation
import Testing
import WebFixtures

@Suite struct `The pages of countries` {
    @Test(arguments: Databases.all) func `are found by name in any language, without accents, by code and by region`(_ kind: DatabaseKind)
        async throws
    {
        let site = try await Nodes.world(kind)
        func found(_ query: String) async throws -> [String] {
            try await site.get("/countries?" + query).page.first("main")?.all("a").compactMap { $0.attributes["href"] }.filter {
                $0.contains("/countries/")
            } ?? []
        }
        #expect(try await found("").count == 249)
        #expect(try await found("name=cote+d%27ivoire") == ["/countries/CIV"])
        #expect(try await found("name=Frankreich").isEmpty)
        #expect(try await found("name=%D9%81%D8%B1%D9%86%D8%B3%D8%A7").contains("/countries/FRA"))
        #expect(try await found("name=fra").contains("/countries/FRA"))
        let europe = try await found("region=150")
        #expect((40...60).contains(europe.count) && europe.contains("/countries/FRA") && !europe.contains("/countries/BRA"))
        #expect(try await found("name=%3Cscript%3E").isEmpty)
        #expect(try await site.get("/countries?name=" + String(repeating: "a", count: 5_000)).status == 200)
    }

    @Test(arguments: Databases.all) func `show figures, flows, treaties and reliability where there are any`(_ kind: DatabaseKind)
        async throws
    {
        let site = try await Nodes.world(kind)
        let page = try await site.get("/countries/FRA").page
        #expect(page.first("h1")?.text == "France")
        #expect(page.text.contains("Member of the United Nations since 1945"))
        for id in ["by-year", "forms", "sexes", "ages", "citizenships", "elsewhere", "convicted", "reliability", "treaties"] {
            #expect(page.element(id: id) != nil, "\(id)")
        }
        let years = try #require(page.element(id: "by-year").flatMap { TableReading($0) })
        let api = try await site.get("/api/v1/countries/FRA").json()
        for row in api["totals"]["victims"].items {
            let shown = try #require(years.rows.first { $0[0] == row["values"]["year"].text })
            #expect(shown[1].replacing("–", with: "-") == row["count"]["published"].text)
        }
        let treaties = try #require(page.element(id: "treaties").flatMap { TableReading($0) })
        #expect(treaties.rows.count >= 10)
    }

    @Test(arguments: Databases.all) func `say so where there are few or none, and are still whole`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        // Aruba published one label and no total; Antarctica nothing at all.
        for code in ["ABW", "TUV", "ATA"] {
            let reply = try await site.get("/countries/\(code)")
            #expect(reply.status == 200)
            #expect(reply.page.faults == [])
            #expect(reply.page.element(id: "reliability") != nil)
            #expect(reply.page.element(id: "treaties") != nil)
        }
        #expect(try await site.get("/countries/ATA").page.first("main")?.all("p").contains { $0.has("notice") } == true)
    }

    @Test(arguments: Databases.all) func `are not there for codes that are no country's`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        for code in ["XXX", "fra", "FR", "FRANCE", "%3Cb%3E", "..%2F", "FRA%00", "001"] {
            let reply = try await site.get("/countries/" + code)
            #expect([400, 404].contains(reply.status), "\(code)")
            #expect(!reply.text.contains("<b>"))
        }
        #expect(try await site.get("/countries/FRA/").status == 301)
    }
}
