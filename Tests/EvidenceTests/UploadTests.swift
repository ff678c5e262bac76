import Access
import Basics
import Fixtures
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Evidence

@Suite struct `An uploaded file` {
    private static let header = "alpha3,indicator,dimension,category,sex,age,year,value"
    private static let file = [
        header, "FRA,victims,total,,T,T,2019,10", "FRA,victims,citizenship,2 maliens,T,T,2019,<5", "XXX,victims,total,,T,T,2019,10",
        "FRA,victims,total,,T,T,2020,many",
    ]

    @Test(arguments: Databases.all) func `is tried, and tells everything before anything is kept`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let address = try await site.upload(Self.file)
            #expect(address.hasPrefix("/work/imports/uploads/"))
            let page = try await site.get(address)
            #expect(page.status == .ok)
            #expect(page.text.contains("figures.csv"))
            #expect(page.text.contains("XXX") && page.text.contains("many"), "every refused row with its value")
            #expect(page.text.contains("2 maliens"), "labels that could not be read")
            #expect(try await site.count("SELECT COUNT(*) FROM statistic") == 0)
            #expect(try await site.count("SELECT COUNT(*) FROM import_run") == 0)
            let french = try await site.get("/fr" + address)
            #expect(french.text.contains("Ce que ferait l’importation"))

            let csv = try await site.get(address + "/refused.csv")
            #expect(csv.status == .ok)
            #expect(csv.text.contains("\r\n4,alpha3,XXX,") || csv.text.contains("\n4,alpha3,XXX,"))
            #expect(try await site.get(address + "/refused.json").text.contains("\"line\":4"))
            #expect(try await site.get(address + "/refused.xlsx").body.readableBytes > 1_000)
            #expect(try await site.get(address + "/labels.csv").text.contains("2 maliens"))
        }
    }

    // promise 2: another person's upload is not there, its report and its files included
    @Test(arguments: Databases.all) func `waits sealed, and nobody else sees it`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let address = try await site.upload(Self.file)
            let stored = try await database.read { tx in
                try tx.rows("SELECT p.sealed, u.report FROM import_upload_part p JOIN import_upload u ON u.id = p.upload") {
                    $0.bytes(0) + $0.bytes(1)
                }
            }
            #expect(stored.count == 1)
            #expect(!String(decoding: stored[0], as: UTF8.self).contains("maliens"))
            #expect(try await site.get(address, as: "bilal").status == .notFound)
            #expect(try await site.post(address + "/application", as: "bilal").status == .notFound)
            #expect(try await site.get(address + "/refused.csv", as: "bilal").status == .notFound)
        }
    }

    @Test(arguments: Databases.all) func `is imported once, however often the button is pressed`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let address = try await site.upload(Self.file)
            let first = try await site.post(address + "/application")
            #expect(first.status == .seeOther)
            let run = try #require(first.headers[.location])
            // Another form, as a second window has it, and not the same one sent twice.
            #expect(try await site.post(address + "/application").headers[.location] == run)
            #expect(try await site.get(address).headers[.location] == run)
            #expect(try await site.count("SELECT COUNT(*) FROM import_run") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM statistic") == 2)
            #expect(try await site.count("SELECT COUNT(*) FROM quarantined_row") == 2)
            #expect(try await site.count("SELECT COUNT(*) FROM import_upload_part") == 0, "the copy of the file is gone")
            #expect(try await site.count("SELECT COUNT(*) FROM notice WHERE kind = 'rowsHeldBack'") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM audit_row WHERE deed = 'importStatistics'") >= 3)
            let page = try await site.get(run)
            #expect(page.text.contains("figures.csv"))
            let list = try await site.get("/work/imports?q=FIGURES")
            #expect(list.text.contains("figures.csv"))
            #expect(try await site.get("/work/imports?q=other").text.contains("figures.csv") == false)
        }
    }

    @Test(arguments: Databases.all) func `that the source holds already changes nothing and says so`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            _ = try await site.post(try await site.upload(Self.file) + "/application")
            let again = try await site.upload(Self.file)
            #expect(try await site.post(again + "/application").headers[.location] == again)
            #expect(try await site.get(again).text.contains("Nothing was changed"))
            #expect(try await site.count("SELECT COUNT(*) FROM import_run") == 1)
        }
    }

    @Test(arguments: Databases.all) func `is tried again when another import came since`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let mine = try await site.upload(Self.file)
            let other = try await site.upload([Self.header, "FRA,victims,total,,T,T,2019,12"], as: "bilal")
            _ = try await site.post(other + "/application", as: "bilal")
            let refused = try await site.post(mine + "/application")
            #expect(refused.status == .conflict)
            #expect(refused.text.contains("Another import came in since"))
            #expect(try await site.count("SELECT COUNT(*) FROM import_run") == 1)
            #expect(try await site.post(mine + "/trial").status == .seeOther)
            #expect(try await site.post(mine + "/application").status == .seeOther)
            #expect(try await site.count("SELECT COUNT(*) FROM import_run") == 2)
        }
    }

    @Test(arguments: Databases.all) func `goes when it is discarded, and after a day`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let first = try await site.upload(Self.file)
            #expect(try await site.post(first + "/withdrawal").headers[.location] == "/work/imports")
            #expect(try await site.get(first).status == .notFound)
            #expect(try await site.count("SELECT COUNT(*) FROM import_upload_part") == 0)

            let second = try await site.upload(Self.file)
            let tomorrow = Databases.now + .days(1)
            let later = try ImportSite(database, vault, at: tomorrow)
            #expect(try await later.get(second).status == .notFound)
            try await database.write { tx in
                for job in EvidenceJobs.all { try job.run(tx, tomorrow) }
            }
            #expect(try await site.count("SELECT COUNT(*) FROM import_upload_part") == 0)
            _ = try await later.upload(Self.file)
            #expect(try await site.count("SELECT COUNT(*) FROM import_upload") == 1)
        }
    }

    // promise 23: uploads are checked by content and refused before they are stored
    @Test(arguments: Databases.all) func `that can't be read comes back with its fault, and nothing is kept`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            let files = [
                "", "%PDF-1.7 not a table", "alpha3,year\r\nFRA,2019\r\n",
                "\(Self.header),victim_name\r\nFRA,victims,total,,T,T,2019,1,x\r\n",
            ]
            for file in files {
                let answer = try await site.post("/work/imports/new", ["mapping": "glotip", "scope": "addition"], file: file)
                #expect(answer.status == .unprocessableContent, "\(file)")
                #expect(answer.text.contains("id=\"file-problem\""))
            }
            let path = try await site.post(
                "/work/imports/new", ["mapping": "/etc/passwd.yaml", "scope": "addition"], file: "a,b\r\n1,2\r\n")
            #expect(path.status == .unprocessableContent)
            #expect(try await site.count("SELECT COUNT(*) FROM import_upload") == 0)
        }
    }

    @Test func `waits with at most four others of the same person`() async throws {
        try await DatabaseKind.sqlite.withVault(EvidenceNode.migrations) { database, vault in
            let site = try ImportSite(database, vault)
            for _ in 0..<5 { _ = try await site.upload(Self.file) }
            let sixth = try await site.post(
                "/work/imports/new", ["mapping": "glotip", "scope": "addition"], file: Self.file.joined(separator: "\r\n")
            )
            #expect(sixth.status == .unprocessableContent)
            #expect(try await site.upload(Self.file, as: "bilal").hasPrefix("/work/imports/uploads/"))
        }
    }
}
