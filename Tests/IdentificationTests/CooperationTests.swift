import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Store
import Testing
import WebFixtures

@testable import Identification
@testable import Protection

@Suite struct `What a person wishes about the police` {
    @Test func `is in a table that one file of the program knows, and no other table refers to`() throws {
        let sources = CaseSiteFiles.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var knowing: [String] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains("person_cooperation") { knowing.append(file.lastPathComponent) }
        }
        // Every SQL in the program is a literal: a table that no literal names is read by nothing.
        #expect(knowing == ["Cooperation.swift"])
        #expect("\(Cooperation.table)".components(separatedBy: "REFERENCES").count == 3)
    }

    @Test(arguments: Databases.all) func `changes no other answer: stage, clocks, permits, shares, consents stay as they were`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let (worker, officer, file) = (play.cast.worker.visitor, play.cast.officer.visitor, play.file)
            let pages = ["/identification", "/clocks", "/rights", "/non-punishment", "/entries/residence-permit"]
            func answers() async throws -> [String] {
                var texts: [String] = []
                for page in pages {
                    texts.append(try await worker.open("/work/cases/\(file)\(page)").page.text)
                    texts.append(try await officer.open("/work/cases/\(file)\(page)").page.text)
                }
                return texts + [try await play.state()]
            }
            let before = try await answers()
            for wish in ["yes", "no", "later"] {
                try await worker.open("/work/cases/\(file)/entries/cooperation")
                let kept = try await worker.fill(
                    "/entries/cooperation",
                    [
                        "wish": wish, "asked_on": "20", "asked_on-month": "11", "asked_on-year": "2026", "asked_by": "lawyer",
                        "note": "because of the brother",
                    ])
                #expect(kept.status == 200 && kept.text.contains("because of the brother"))
                #expect(try await answers() == before, "\(wish)")
            }
        }
    }

    // promise 3: what the person wishes about the police.
    @Test(arguments: Databases.all) func `is not for the authority, nor in the timeline of those who may not read it`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let (worker, officer, file) = (play.cast.worker.visitor, play.cast.officer.visitor, play.file)
            try await worker.open("/work/cases/\(file)/entries/cooperation")
            try await worker.fill(
                "/entries/cooperation",
                ["wish": "no", "asked_on": "20", "asked_on-month": "11", "asked_on-year": "2026", "asked_by": "case_worker"])
            #expect(try await officer.open("/work/cases/\(file)/entries/cooperation").status == 404)
            #expect(try await officer.open("/work/cases/\(file)").text.contains("wishes about the police") == false)
            #expect(try await worker.open("/work/cases/\(file)").text.contains("wishes about the police"))
        }
    }
}

extension IdentificationPlay {
    /// All that a service, a period or a decision could rest on, in one text.
    func state() async throws -> String {
        let file = file
        return try await site.database.read { tx in
            var lines = try tx.rows("SELECT stage, version, next_due, path FROM case_file WHERE id = \(file)") {
                "\($0.text(0)) \($0.int(1)) \($0.text(2)) \($0.text(3))"
            }
            lines += try tx.rows("SELECT kind, due, outcome FROM case_clock WHERE case_id = \(file) ORDER BY id") {
                "\($0.text(0)) \($0.text(1)) \($0.optionalText(2) ?? "-")"
            }
            lines += try tx.rows("SELECT seat, parts, closed_at FROM case_share WHERE case_id = \(file) ORDER BY id") {
                "\($0.text(0)) \($0.text(1)) \($0.optionalInt(2) ?? 0)"
            }
            for table in ["consent", "disclosure", "identification_decision", "reflection_step", "residence_permit", "punishment_alert"] {
                lines.append("\(table) \(try tx.count(SQL.counting(table)))")
            }
            return lines.joined(separator: "\n")
        }
    }
}

extension SQL {
    fileprivate static func counting(_ table: String) -> SQL {
        switch table {
        case "consent": "SELECT count(*) FROM consent"
        case "disclosure": "SELECT count(*) FROM disclosure"
        case "identification_decision": "SELECT count(*) FROM identification_decision"
        case "reflection_step": "SELECT count(*) FROM reflection_step"
        case "residence_permit": "SELECT count(*) FROM residence_permit"
        default: "SELECT count(*) FROM punishment_alert"
        }
    }
}
