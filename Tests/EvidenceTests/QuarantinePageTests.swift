import Access
import Basics
import Fixtures
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Evidence

@Suite struct `A refused row` {
    private static let header = "alpha3,indicator,dimension,category,sex,age,year,value"

    @Test(arguments: Databases.all) func `is found by state, source, reason and text`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            try await importFigures(site)
            let all = try await site.get("/work/quarantine?state=waiting")
            #expect(all.status == .ok)
            #expect(all.text.contains("XXX") && all.text.contains("many"))
            #expect(try await site.get("/work/quarantine?q=XXX").text.contains("many") == false)
            #expect(try await site.get("/work/quarantine?q=100%25").text.contains("XXX") == false, "signs of LIKE are letters")
            #expect(try await site.get("/work/quarantine?source=glotip&run=1").text.contains("XXX"))
            #expect(try await site.get("/work/quarantine?run=2").text.contains("XXX") == false)
            let code = try await database.read { tx in try tx.row("SELECT code FROM quarantined_row WHERE value = 'XXX'") { $0.text(0) } }
            let narrowed = try await site.get("/work/quarantine?code=\(code ?? "")")
            #expect(narrowed.text.contains("XXX") && !narrowed.text.contains("many"))
            #expect(try await site.get("/work/quarantine?state=released").text.contains("XXX") == false)
            #expect(try await site.count("SELECT COUNT(*) FROM audit_row WHERE deed = 'readQuarantine'") >= 7)
        }
    }

    @Test(arguments: Databases.all) func `is corrected and let in, or stays with what is still wrong`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            try await importFigures(site)
            let row = try await address(ofValue: "many", in: database)
            let page = try await site.get(row)
            #expect(page.text.contains("name=\"value-7\"") && page.text.contains("value=\"many\""))
            var fields = ["value-0": "FRA", "value-1": "victims", "value-2": "total", "value-3": "", "value-4": "T", "value-5": "T"]
            fields["value-6"] = "2020"
            fields["value-7"] = "a few"
            let still = try await site.post(row + "/release", fields)
            #expect(still.status == .unprocessableContent)
            #expect(still.text.contains("Something is still wrong") && still.text.contains("id=\"value-7-problem\""))
            #expect(try await site.count("SELECT COUNT(*) FROM statistic") == 1)
            fields["value-7"] = "17"
            #expect(try await site.post(row + "/release", fields).status == .seeOther)
            #expect(try await site.count("SELECT COUNT(*) FROM statistic WHERE year = 2020 AND low = 17") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM quarantined_row WHERE state = 'released'") == 1)
            #expect(try await site.post(row + "/release", fields).status == .conflict, "decided once")
            let outcomes = try await database.read { tx in
                try tx.rows("SELECT outcome FROM audit_row WHERE deed = 'releaseQuarantine'") { $0.text(0) }
            }
            #expect(outcomes.sorted() == ["done", "failed"])
        }
    }

    @Test(arguments: Databases.all) func `is removed without being let in`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            try await importFigures(site)
            let row = try await address(ofValue: "XXX", in: database)
            #expect(try await site.post(row + "/removal").status == .seeOther)
            #expect(try await site.count("SELECT COUNT(*) FROM quarantined_row WHERE state = 'dropped'") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM statistic") == 1)
            #expect(try await site.post(row + "/removal").status == .conflict)
        }
    }

    @Test(arguments: Databases.all) func `of a person opens for a purpose, and is destroyed once it is decided`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let rows = [`Person records`.header] + `Person records`.rows(3, seed: 1) + ["sometime soon,,Feminine,17,NGA,FRA,ForcedLabour,,"]
            _ = try await site.post(try await site.upload(rows, mapping: "htcds") + "/application")
            let id = try await database.read { tx in try tx.row("SELECT id FROM quarantined_row") { try $0.id(0, of: QuarantinedRow.self) }
            }
            let row = "/work/quarantine/" + (id?.description ?? "")
            let closed = try await site.get(row)
            #expect(closed.status == .ok)
            #expect(!closed.text.contains("NGA") && !closed.text.contains("sometime soon"))
            #expect(try await site.post(row + "/opening", ["purpose": " "]).status == .unprocessableContent)
            let open = try await site.post(row + "/opening", ["purpose": "Correcting the date"])
            #expect(open.text.contains("sometime soon"))
            #expect(try await site.count("SELECT COUNT(*) FROM audit_purpose WHERE words = 'Correcting the date'") == 1)
            #expect(try await site.post(row + "/removal").status == .seeOther)
            #expect(try await site.count("SELECT COUNT(*) FROM quarantined_row WHERE sealed IS NOT NULL") == 0)
        }
    }

    private func importFigures(_ site: ImportSite) async throws {
        let file = [Self.header, "FRA,victims,total,,T,T,2019,10", "XXX,victims,total,,T,T,2019,10", "FRA,victims,total,,T,T,2020,many"]
        _ = try await site.post(try await site.upload(file) + "/application")
    }

    private func address(ofValue value: String, in database: any Database) async throws -> String {
        let id = try await database.read { tx in
            try tx.row("SELECT id FROM quarantined_row WHERE value = \(value)") { try $0.id(0, of: QuarantinedRow.self) }
        }
        return "/work/quarantine/" + (id?.description ?? "")
    }
}
