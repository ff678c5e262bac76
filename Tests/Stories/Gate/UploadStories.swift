import Access
import Evidence
import Fixtures
import Foundation
import HTTPTypes
import Server
import Store
import Testing
import WebFixtures

/// Files that people bring: figures by the data steward, treaty status by the treaty officer.
@Suite struct `An uploaded file` {
    private static let header = "alpha3,indicator,dimension,category,sex,age,year,value\n"
    private static let unwelcome: [(name: String, bytes: [UInt8])] = [
        ("picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 600)),
        ("program.csv", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + (0..<800).map { UInt8(truncatingIfNeeded: $0 &* 7) }),
        ("workbook.csv", [0x50, 0x4B, 0x03, 0x04] + (0..<800).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
        ("document.csv", Array("%PDF-1.7\n".utf8) + (0..<800).map { UInt8(truncatingIfNeeded: $0 &* 13) }),
        ("page.csv", Array("<!doctype html><html><script>alert(1)</script></html>\n".utf8)),
        ("empty.csv", []), ("header.csv", Array(header.utf8)), ("prose.csv", Array("Dear colleague,\nplease find nothing here.\n".utf8)),
        ("cut.csv", Array((header + "FRA,victims,total,,T,\"T").utf8)),
        ("names.csv", Array("first_name,surname,passport,year\nAsha,Example,X1234567,2019\n".utf8)),
    ]

    private static let spared: Set<String> = ["audit_row", "audit_pending", "audit_link", "lease", "session"]

    // promise 23: uploads are checked by what they hold and refused before they are stored.
    @Test(arguments: Databases.all) func `that is no table is refused by what it holds, whatever its name, and nothing of it is kept`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let steward = try await cast.visitor(try await cast.person("dalia", roles: ["data-steward"]))
            let officer = try await cast.visitor(try await cast.person("omar", roles: ["treaty-officer"]))
            let before = try await site.contents(without: Self.spared)
            for file in Self.unwelcome {
                for type in ["text/csv", "image/png", "application/octet-stream"].prefix(file.bytes.isEmpty ? 3 : 1) {
                    try await steward.open("/work/imports/new")
                    let figures = try await steward.upload(
                        "/work/imports/new", ["mapping": "glotip", "scope": "addition"], file: ("file", file.name, type, file.bytes)
                    )
                    #expect(figures.status == 422, "\(file.name): \(figures.status)")
                    #expect(figures.page.faults == [] && !figures.text.contains("<script>alert"))
                    try await officer.open("/instruments/import")
                    let status = try await officer.upload(
                        "/instruments/import",
                        ["treaty": "TIP", "source": "A test", "as_of": "2026-11-01", "as_of-year": "2026", "as_of-month": "11"],
                        file: ("file", file.name, type, file.bytes)
                    )
                    #expect(status.status == 422, "\(file.name): \(status.status)")
                }
            }
            #expect(try await site.contents(without: Self.spared) == before)

            // Larger than is taken: said at once, and the connection is closed.
            try await officer.open("/instruments/import")
            let large = try await officer.upload(
                "/instruments/import", ["source": "A test"],
                file: ("file", "large.csv", "text/csv", [UInt8](repeating: 0x61, count: 7 << 20))
            )
            #expect(large.status == 413 && large.header("Connection") == "close")
            #expect(try await site.contents(without: Self.spared) == before)
        }
    }

    @Test(arguments: Databases.all) func `of figures is tried, imported, and its refused row corrected, and the public sees it at once`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let steward = try await cast.visitor(try await cast.person("dalia", roles: ["data-steward"]))
            let rows = Self.header + "FRA,victims,total,,T,T,2019,1200\nBRA,victims,total,,T,T,2019,<5\nTHA,victims,total,,T,T,2019,-7\n"
            try await steward.open("/work/imports/new")
            let trial = try await steward.upload(
                "/work/imports/new", ["mapping": "glotip", "scope": "addition"],
                file: ("file", "../../etc/figures 2019.csv", "text/csv", Array(rows.utf8))
            )
            #expect(trial.status == 200 && trial.path.contains("/work/imports/uploads/"), "\(trial.path) \(trial.status)")
            #expect(trial.page.text.contains("negative"))
            // Tried is not imported: the public sees nothing yet.
            #expect(try await site.get("/numbers").status == 404)
            #expect(try await site.node.database.read { tx in try tx.count("SELECT count(*) FROM statistic") } == 0)

            // The same file as a report to take along; another steward has no way to it.
            for link in trial.page.links where link.contains(".csv") {
                let report = try await steward.look(link)
                #expect(report.status == 200 && report.header("Content-Disposition")?.hasPrefix("attachment") == true)
            }
            let other = try await cast.visitor(try await cast.person("dario", roles: ["data-steward"]))
            #expect(try await other.open(trial.path).status == 404)

            try await steward.open(trial.path)
            #expect(try await steward.fill("/application").status == 200)
            let page = try await site.get("/numbers?year=2019").page
            #expect(page.all("strong").first?.text == "1,200–1,204", "\(page.text.prefix(300))")
            #expect(
                try await site.get("/api/v1/statistics?indicator=victims&year=2019").json()["rows"][0]["count"]["high"].integer == 1_204)

            let tag = try #require(try await site.get("/numbers?year=2019").header("ETag"))
            #expect(try await site.get("/numbers?year=2019", [.ifNoneMatch: tag]).status == 304)

            // The refused row waits; corrected, it is let in.
            let waiting = try await steward.open("/work/quarantine").page
            let row = try #require(waiting.links.first { $0.contains(/\/work\/quarantine\/[0-9a-f-]{36}/) })
            let open = try await steward.open(row).page
            let field = try #require(open.all("input").first { $0.attributes["value"] == "-7" }?.attributes["name"])
            #expect(try await steward.fill("/release", [field: "-8"]).status == 422)
            #expect(try await steward.fill("/release", [field: "7"]).status == 200)
            let after = try await site.get("/numbers?year=2019").page.all("strong").first?.text
            #expect(after == "1,207–1,211")
            #expect(try await site.get("/numbers?year=2019", [.ifNoneMatch: tag]).status == 200)

            // The same file again is known; a second import of it changes nothing.
            try await steward.open("/work/imports/new")
            let again = try await steward.upload(
                "/work/imports/new", ["mapping": "glotip", "scope": "addition"], file: ("file", "again.csv", "text/csv", Array(rows.utf8))
            )
            #expect([200, 422].contains(again.status))
            #expect(try await site.get("/numbers?year=2019").page.all("strong").first?.text == "1,207–1,211")
            // Taken off the public pages, it is not there for the public by its name either.
            let api = "/api/v1/statistics?indicator=victims&source=glotip"
            #expect(try await site.get(api).status == 200)
            try await site.node.gate.change(.importStatistics, for: .console(at: site.clock.now)) { tx, permit in
                try Importer.publish("glotip", false, under: permit, in: tx)
            }
            #expect(try await site.get(api).status == 404)
            #expect(try await site.get("/numbers?year=2019").status == 404)
            #expect(try await site.get("/api/v1/sources").json()["sources"].items.isEmpty)
            let deeds = try await site.node.database.read { tx in
                Set(try tx.rows("SELECT deed FROM audit_row WHERE outcome = 'done'") { $0.text(0) })
            }
            #expect(deeds.isSuperset(of: ["importStatistics", "readQuarantine", "releaseQuarantine"]))
        }
    }

    @Test(arguments: Databases.all) func `of treaty status shows its differences first, and changes the register only when told`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let officer = try await cast.visitor(try await cast.person("omar", roles: ["treaty-officer"]))
            let known = try await site.get("/api/v1/instruments/TIP/status").json()["status"].items
            let missing = try #require(
                try await site.get("/instruments/TIP/missing").page.element(id: "missing").flatMap { TableReading($0) }?.rows.first
            )
            let code = try #require(missing.first { $0.contains(/^[A-Z]{3}$/) })
            let form = try await officer.open("/instruments/import").page
            #expect(form.all("input").contains { $0.attributes["type"] == "file" })
            let rows = "treaty,alpha3,signature_date,action_date,action\nTIP,\(code),,2026-10-01,accession\n"
            let shown = try await officer.upload(
                "/instruments/import",
                ["treaty": "TIP", "source": "Depositary, invented", "as_of": "1", "as_of-month": "11", "as_of-year": "2026"],
                file: ("file", "status.csv", "text/csv", Array(rows.utf8))
            )
            try #require(shown.path.contains("/instruments/import/"), "\(shown.page.first("main")?.text.prefix(900) ?? "")")
            #expect(try await site.get("/api/v1/instruments/TIP/status").json()["status"].items == known)
            #expect(try await officer.fill("/application").status == 200)
            let now = try await site.get("/api/v1/instruments/TIP/status").json()["status"].items
            #expect(now.first { $0["party"].text == code }?["is_party"] == .flag(true))
            #expect(try await !site.get("/instruments/TIP/missing").text.contains("/countries/\(code)\""))
        }
    }
}
