import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import Web
import WebFixtures

@testable import Oversight

@Suite struct `A case file that leaves` {
    @Test(arguments: Databases.all) func `leaves on paper with what the purpose, the role and the consent allow together`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/export")
            #expect(page.status == 200 && page.page.faults == [])
            // Nothing is agreed to yet: refused, and nothing is written down as disclosed.
            let refused = try await cast.worker.visitor.fill(
                "/export", ["purpose": "health", "ground": "consent", "form": "pdf"])
            #expect(refused.status == 422 && refused.text.contains("has not agreed"))
            #expect(try await site.disclosures(of: file).isEmpty)
            // The person agrees to the identity, and to nothing about health.
            try await site.agrees(cast.worker, file, to: "health_information", parts: [.identity])
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/export")
            let pdf = try await cast.worker.visitor.fill("/export", ["purpose": "health", "ground": "consent", "form": "pdf"])
            #expect(pdf.status == 200 && pdf.header("content-type") == "application/pdf")
            let text = try Self.text(of: pdf.body)
            #expect(text.contains("Amina Example") && text.contains("Health care"))
            #expect(text.contains("Needs, risks and goals"), "It says what is not in it")
            let written = try await site.disclosures(of: file)
            #expect(written == ["health_information: summary identity: own_consent"])
            let audited = try await site.database.read { tx in
                try tx.exists("SELECT 1 FROM audit_row WHERE deed = 'exportCases' AND outcome = 'done' AND detail = 'pdf: health'")
            }
            #expect(audited)
        }
    }

    @Test(arguments: Databases.all)
    func `does not leave once the consent is withdrawn, nor for a child that was asked in place of a guardian`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let consent = try await site.agrees(cast.worker, file, to: "police", parts: [.identity, .experience])
            let request = ExportRequest(purpose: .court, form: .htcdsJSON, recipient: nil, ground: .consent)
            let export = CaseExport(site.room)
            #expect(try await export.export(file, request, in: .en, by: cast.worker.actor).parts == [.summary, .identity, .experience])
            let now = site.clock.now
            try await site.room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            }
            await #expect(throws: ConsentRefused.noConsent) { try await export.export(file, request, in: .en, by: cast.worker.actor) }
            // A child asks for nothing alone; with a guardian their own record is handed over.
            let child = try await cast.file(path: .child)
            let own = ExportRequest(purpose: .own, form: .htcdsJSON, recipient: nil, ground: .own)
            await #expect(throws: ConsentRefused.childNotAsked) { try await export.export(child, own, in: .en, by: cast.worker.actor) }
            try await cast.nameGuardian(of: child)
            _ = try await export.export(child, own, in: .en, by: cast.worker.actor)
            #expect(try await site.disclosures(of: child).count == 1)
            // What is for the person themself is no way around the ledger for others.
            let trick = ExportRequest(purpose: .court, form: .htcdsJSON, recipient: nil, ground: .own)
            await #expect(throws: ConsentRefused.noGround) { try await export.export(file, trick, in: .en, by: cast.worker.actor) }
        }
    }

    // promise 2: nothing is taken out by whom it is not for.
    @Test(arguments: Databases.all) func `is not there for strangers, nor for a recipient whose role takes nothing out`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/export").status == 404)
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/export").status == 404, "Not assigned to them")
            #expect(try await cast.rapporteur.visitor.open("/work/cases/\(file)/export").status == 403)
            #expect(try await cast.guardAtBorder.visitor.open("/work/cases/\(file)/export").status == 403)
            let request = ExportRequest(purpose: .court, form: .pdf, recipient: nil, ground: .law("court_order"), reason: "ordered")
            await #expect(throws: AccessRefused.self) {
                try await CaseExport(site.room).export(file, request, in: .en, by: cast.stranger.actor)
            }
            #expect(try await site.disclosures(of: file).isEmpty)
        }
    }

    @Test(arguments: Databases.all) func `leaves as a record of the standard with the fields that have a value and no others`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(of: ["Amina Zara Example"])
            let export = CaseExport(site.room)
            let law = ExportRequest(purpose: .court, form: .htcdsJSON, recipient: nil, ground: .law("court_order"), reason: "ordered")
            let json = try await export.export(file, law, in: .en, by: cast.worker.actor)
            let document = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
            let record = try #require((document["records"] as? [[String: Any]])?.first)
            #expect(record["prs_FirstName"] as? String == "Amina" && record["prs_MiddleName"] as? String == "Zara")
            #expect(record["prs_Gender"] as? String == "Feminine" && record["prs_Citizenship"] as? [String] == ["NG"])
            #expect(record["vic_TypeOfExploitation"] as? [String] == ["ForcedLabour"])
            #expect(record["vic_TraffickingStatus"] as? String == "PossibleVictimOfTrafficking")
            #expect(record["con_Consent"] as? Bool == false, "It left by a law")
            #expect(record["prs_Birthdate"] == nil, "The year alone is known")
            // Each field and each code is the standard's.
            let standard = try HTCDS.load(from: site.room.share)
            let fields = Dictionary(uniqueKeysWithValues: standard.fields.map { ($0.field, $0) })
            for (field, value) in record {
                let known = try #require(fields[field], "\(field)")
                guard !known.codes.isEmpty else { continue }
                for code in (value as? [String]) ?? [(value as? String) ?? ""] {
                    #expect(standard.has(field: field, code: code), "\(field) \(code)")
                }
            }
            let csv = try await export.export(
                file, ExportRequest(purpose: .court, form: .htcdsCSV, recipient: nil, ground: .law("court_order"), reason: "ordered"),
                in: .en,
                by: cast.worker.actor)
            let lines = String(decoding: csv.bytes, as: UTF8.self).split(separator: "\r\n")
            #expect(lines.count == 2 && lines[0].contains("prs_FirstName") && lines[1].contains("Amina"))
        }
    }

    // promise 21: cells that would start a formula.
    @Test(arguments: Databases.all) func `leaves a list with safe cells, of what the reader may take out, without names`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            _ = try await cast.file(by: cast.colleague)
            try await CaseFiles(site.room).relabel(file, "=cmd|' /C calc'!A0", isUrgent: false, from: 1, by: cast.worker.actor)
            let page = try await cast.worker.visitor.open("/work/cases")
            #expect(page.text.contains("/work/case-list.csv"))
            let csv = try await cast.worker.visitor.open("/work/case-list.csv")
            #expect(csv.status == 200 && csv.text.contains("'=cmd|"))
            #expect(!csv.text.contains("Amina"))
            #expect(csv.text.components(separatedBy: "Harbour House").count == 2, "The worker takes out what is assigned to them")
            let all = try await cast.supervisor.visitor.open("/work/case-list.csv?sex=female")
            #expect(all.text.components(separatedBy: "Harbour House").count == 3)
            #expect(try await cast.supervisor.visitor.open("/work/case-list.csv?sex=male").text.contains("Harbour House") == false)
            #expect(try await cast.supervisor.visitor.open("/work/case-list.xlsx").status == 200)
            #expect(try await cast.stranger.visitor.open("/work/case-list.csv").text.contains("night market") == false)
            #expect(try await cast.rapporteur.visitor.open("/work/case-list.csv").status == 403)
        }
    }

    /// What a reader of the PDF finds in it.
    static func text(of pdf: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = ["-", "-"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: pdf)
        try input.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}

@Suite struct `A printer of paper` {
    private struct Sheet: PrintedPage {
        let typed: String
        var title: Word { .data("A page") }
        var footer: String { "Port Example" }
        func body(_ html: inout Markup) { html.p { $0.text(typed) } }
    }

    // promise 19: on paper too.
    @Test func `prints what was typed and runs none of it, in any script`() async throws {
        let typed = "<script>alert(1)</script> <img src=\"file:///etc/hostname\"> محمد 李"
        let text = try `A case file that leaves`.text(of: try await PaperPrinter().pdf(Sheet(typed: typed), in: .en))
        #expect(text.contains("<script>alert(1)</script>") && text.contains("<img src=") && text.contains("A page"))
    }

    @Test func `says what to install where it is not there`() async {
        await #expect(throws: PrinterRefused.notInstalled) {
            try await PaperPrinter(interpreter: "/nowhere/python3").pdf(Sheet(typed: ""), in: .en)
        }
        #expect(PrinterRefused.notInstalled.message.contains("weasyprint"))
    }

    @Test func `prints many at once without more than two at a time failing anybody`() async throws {
        let printer = PaperPrinter()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await printer.pdf(Sheet(typed: "x"), in: .fr).count } }
            for try await count in group { #expect(count > 1_000) }
        }
    }
}

extension CaseSite {
    @discardableResult
    func agrees(_ player: CasePlayer, _ file: ID<CaseFile>, to purpose: String, parts: Set<CasePart>) async throws -> ID<Consent> {
        let (room, now) = (room, clock.now)
        return try await room.gate.change(.recordConsent, on: file, for: player.actor) { tx, permit in
            try ConsentLedger.record(
                Consent.Draft(
                    purpose: purpose, answer: .yes, parts: parts, language: "en", explained: .spoken, evidence: .signed), in: file,
                under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    /// What was written down as disclosed: purpose, parts and ground.
    func disclosures(of file: ID<CaseFile>) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT purpose, parts, ground FROM disclosure WHERE case_id = \(file) ORDER BY disclosed_at, id") { row in
                "\(row.text(0)): \(row.text(1)): \(row.text(2))"
            }
        }
    }
}
