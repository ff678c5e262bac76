import Fixtures
import Foundation
import Testing
import Vocabulary
import WebFixtures

/// What any visitor sees of the published figures, on a node that holds UNODC's whole file.
@Suite struct `The figures of the world` {
    @Test(arguments: Databases.all) func `stand on the front page with the way to everything`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let home = try await site.get("/")
        #expect(home.status == 200)
        #expect(home.page.faults == [])
        #expect(home.page.text.contains("What States reported for 2022"))
        for way in ["/numbers", "/countries", "/instruments", "/commitments", "/definition", "/api"] {
            #expect(home.page.links.contains(way))
            #expect(try await site.get(way).status == 200)
        }
    }

    @Test(arguments: Databases.all)
    func `are the same for 2019 on the page, in the CSV, the JSON, the workbook and the API`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let page = try await site.get("/numbers?year=2019").page
        #expect(page.all("strong").first?.text == "82,291–82,363")
        #expect(page.text.contains("from 134 States and areas"))

        let csv = TableReading(csv: try await site.get("/numbers/tables/by-year.csv").body)
        let line = try #require(csv.rows.first { $0[0] == "2019" })
        #expect(line[1] == "82291–82363")

        let json = try await site.get("/numbers/tables/by-year.json").json()
        let row = try #require(json["rows"].items.first { $0["year"].integer == 2019 })["victims"]
        #expect(row["low"].integer == 82_291)
        #expect(row["high"].integer == 82_363)

        let book = try await TableReading(xlsx: try await site.get("/numbers/tables/by-year.xlsx").body)
        #expect(book.rows.first { $0[0] == "2019" }?[1] == "82291–82363")

        let answer = try await site.get("/api/v1/statistics?indicator=victims&year=2019").json()
        #expect(answer["rows"][0]["count"]["low"].integer == 82_291)
        #expect(answer["rows"][0]["count"]["high"].integer == 82_363)
        #expect(answer["rows"][0]["count"]["states"].integer == 134)
    }

    @Test(arguments: Databases.all) func `add up on the map to the world's total, all countries shown`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let page = try await site.get("/numbers?year=2019").page
        let table = try #require(page.element(id: "map").flatMap { TableReading($0) })
        #expect(table.rows.count == 249)
        let drawn = page.element(id: "map")?.all("path").count ?? 0
        #expect(drawn >= 170)
        let json = try await site.get("/numbers/tables/map.json?year=2019").json()["rows"].items
        #expect(json.compactMap { $0["victims"]["low"].integer }.reduce(0, +) == 82_291)
        #expect(json.compactMap { $0["victims"]["high"].integer }.reduce(0, +) == 82_363)
        // A State without a figure is there, and says so.
        #expect(json.contains { $0["victims"]["absent"].text == "nothing" })
    }

    @Test(arguments: Databases.all) func `fall back to the last year when another is asked for`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        for year in ["1066", "banana", "", "99999999999999999999", "2019'--"] {
            let reply = try await site.get("/numbers?year=" + year.replacing("'", with: "%27"))
            #expect(reply.status == 200)
            #expect(reply.page.text.contains("The world in 2022"))
        }
    }

    @Test(arguments: Databases.all) func `tell who reported in which year, gaps included`(_ kind: DatabaseKind) async throws {
        let page = try await Nodes.world(kind).get("/numbers/reporting").page
        let grid = try #require(page.element(id: "reporting").flatMap { TableReading($0) })
        #expect(grid.titles.contains("2003") && grid.titles.contains("2022"))
        #expect(grid.rows.count >= 193)
        let tuvalu = try #require(grid.rows.first { $0[1] == "TUV" })
        #expect(tuvalu.contains("nothing published"))
        let france = try #require(grid.rows.first { $0[1] == "FRA" })
        #expect(france.contains { Int($0) ?? 0 > 0 })
    }

    @Test(arguments: Databases.all) func `show flows from citizenship to detection, of the years and countries asked for`(
        _ kind: DatabaseKind
    ) async throws {
        let site = try await Nodes.world(kind)
        let all = try await site.get("/numbers/flows?from=2003&through=2022").page
        let table = try #require(all.element(id: "flows").flatMap { TableReading($0) })
        #expect(table.rows.first?[0] == "Albania")
        #expect(table.rows.first?[3] == "GBR")
        #expect(table.rows.first?[4] == "10985")
        let some = try await site.get("/numbers/flows?from=2019&through=2019&detected=FRA").page
        let france = try #require(some.element(id: "flows").flatMap { TableReading($0) })
        #expect(!france.rows.isEmpty && france.rows.allSatisfy { $0[3] == "FRA" })
        // Years the wrong way round, and none at all, are still a page.
        #expect(try await site.get("/numbers/flows?from=2022&through=2003&citizenship=ZZZ").status == 200)
    }

    @Test(arguments: Databases.all) func `compare countries, regions and the world side by side`(_ kind: DatabaseKind) async throws {
        let page = try await Nodes.world(kind).get("/numbers/compare?indicator=victims&place1=FRA&place2=150&place3=WORLD&place4=XXX").page
        let table = try #require(page.all("figure").compactMap { TableReading($0) }.first)
        #expect(table.titles == ["Year", "France", "Europe", "World"])
        #expect(table.rows.first { $0[0] == "2019" }?.contains("82291–82363") == true)
    }

    @Test(arguments: Databases.all) func `carry how reliable they are, rule by rule and State by State`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        let page = try await site.get("/numbers/quality").page
        let rules = try #require(page.element(id: "rules").flatMap { TableReading($0) })
        #expect(rules.rows.count >= 8)
        let one = try await site.get("/numbers/quality?rule=parts-without-total").page
        let findings = one.element(id: "findings").flatMap { TableReading($0) }
        #expect(findings?.rows.allSatisfy { $0[3] == "parts-without-total" } == true)
    }

    @Test(arguments: Databases.all) func `name their source, its day, its licence and how its labels were read`(_ kind: DatabaseKind)
        async throws
    {
        let page = try await Nodes.world(kind).get("/numbers/sources").page
        #expect(page.text.contains("UNODC, Global Report on Trafficking in Persons data"))
        #expect(page.text.contains("14 April 2025"))
        let labels = try #require(page.element(id: "labels").flatMap { TableReading($0) })
        #expect(labels.rows.count > 100)
    }
}
