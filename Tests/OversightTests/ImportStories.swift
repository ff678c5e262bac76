import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@testable import Oversight

@Suite struct `Case records of another system` {
    /// Invented people.
    static let records = """
        prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,prs_Citizenship,vic_TypeOfExploitation,cas_IncomingReferralDate
        Zora,Sample,1995-04-02,Feminine,NG,ForcedLabour,2026-03-01
        Amina,Example,,Feminine,NG,ForcedLabour,2026-03-02
        Tam,Invented,2015,Masculine,VN,ForcedBegging,2026-03-03
        Quill,Wrong,1990-13-40,Feminine,XX,NoSuchForm,2099-01-01

        """

    @Test(arguments: Databases.all) func `are tried first, matched with people known, and opened only when somebody says so`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let known = try await cast.file()
            let before = try await site.files()
            let page = try await cast.supervisor.visitor.open("/work/case-import")
            #expect(page.status == 200 && page.page.faults == [])
            let trial = try await cast.supervisor.visitor.upload(
                "/case-import", [:], file: (field: "file", name: "records.csv", type: "text/csv", bytes: Array(Self.records.utf8)))
            #expect(trial.status == 200 && trial.page.faults == [])
            // Nothing is kept by a trial; a row that looks like somebody leads to their file; a bad one says where and what to do.
            #expect(try await site.files() == before)
            #expect(trial.text.contains("/work/cases/\(known)"))
            #expect(trial.text.contains("prs_Birthdate") && trial.text.contains("What to do"))
            #expect(!trial.text.contains("Zora") && !trial.text.contains("Quill"))
            let done = try await cast.supervisor.visitor.fill("/acceptance")
            #expect(done.status == 200 && done.page.faults == [])
            #expect(try await site.files() == before + 2)
            // They are kept by the importing organisation; a child is protected as one; the name is sealed and found.
            let rows = try await site.database.read { tx in
                try tx.rows(
                    """
                    SELECT c.path, c.stage, p.sex, p.citizenship, c.exploitation FROM case_file c JOIN person p ON p.id = c.person_id
                    WHERE c.organisation_id = \(cast.supervisor.actor.organisation) AND c.id <> \(known) ORDER BY c.path
                    """
                ) { row in "\(row.text(0)) \(row.text(1)) \(row.text(2)) \(row.text(3)) \(row.text(4))" }
            }
            #expect(rows == ["adult detected female NGA forced_labour", "child detected male VNM forced_begging"])
            // The same file again: everybody is known by now.
            let again = try await CaseImport(site.room).take(Array(Self.records.utf8), name: "x", by: cast.supervisor.actor)
            #expect(again.opened.isEmpty && Set(again.matches.map(\.line)) == [2, 3, 4])
            #expect(try await site.files() == before + 2)
        }
    }

    @Test(arguments: Databases.all) func `do not tell who is known to another organisation, and are not there for others`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file()
            // Another organisation keeps a file of Amina: the import of a stranger neither finds nor names it.
            let trial = try await CaseImport(site.room).trial(Array(Self.records.utf8), name: "x", by: cast.stranger.actor)
            #expect(trial.matches.isEmpty && trial.opened == [2, 3, 4])
            _ = try await cast.supervisor.visitor.open("/work/case-import")
            let kept = try await cast.supervisor.visitor.upload(
                "/case-import", [:], file: (field: "file", name: "records.csv", type: "text/csv", bytes: Array(Self.records.utf8)))
            #expect(try await cast.stranger.visitor.open(kept.path).status == 404)
            #expect(try await cast.worker.visitor.open("/work/case-import").status == 403)
        }
    }

    @Test(arguments: Databases.all) func `come back as they were taken out`(_ kind: DatabaseKind) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(of: ["Amina Zara Example"])
            for form in [ExportForm.htcdsJSON, .htcdsCSV] {
                let request = ExportRequest(purpose: .court, form: form, recipient: nil, ground: .law("court_order"), reason: "ordered")
                let taken = try await CaseExport(site.room).export(file, request, in: .en, by: cast.worker.actor)
                let read = try CaseRecordReader(room: site.room, today: site.room.day(of: site.clock.now)).read(
                    taken.bytes, name: taken.name)
                #expect(read.faults.isEmpty && read.cases.count == 1)
                let record = try #require(read.cases.first)
                #expect(record.identity.names == ["Amina Zara Example"] && record.coded.sex == .female && record.coded.citizenship == "NGA")
                #expect(
                    record.exploitation == .forcedLabour && record.path == .unsure, "Without a whole date of birth the age is not known")
            }
        }
    }
}

extension CaseSite {
    func files() async throws -> Int { try await database.read { tx in try tx.count("SELECT COUNT(*) FROM case_file") } }
}
