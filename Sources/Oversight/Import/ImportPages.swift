import Access
import Basics
import Foundation
import Protection
import Tabular
import Vocabulary
import Web

extension Routes {
    //  GET   /work/case-import                       choose a file                              importCases
    //  POST  /work/case-import                       try it: what would become of each row      importCases
    //  GET   /work/case-import/{id}                  what the trial found                       importCases, own organisation
    //  POST  /work/case-import/{id}/acceptance       open the files                             importCases, own organisation
    mutating func addCaseImport(_ room: ProtectionRoom) {
        let desk = CaseImportDesk(room: room)

        get("/work/case-import", needs: .deed(.importCases)) { _ in .page(CaseImportPage()) }

        post("/work/case-import", needs: .deed(.importCases), limit: .upload(megabytes: CaseImportPage.megabytes + 1)) { visit in
            var reading = FormReading(visit.form)
            if let file = reading.read(CaseImportPage.file), reading.isSound {
                return .see(OversightAddress.importTrial(try await desk.keep(file.bytes, visit)))
            }
            return .page(CaseImportPage(filled: reading.filled), status: .unprocessable)
        }

        get("/work/case-import/{id}", needs: .deed(.importCases)) { visit in
            let id = try visit.id("id", of: Draft.self)
            let bytes = try await desk.kept(id, visit)
            do {
                let report = try await CaseImport(room).trial(bytes, name: "cases", by: visit.signedIn())
                return .page(ImportReportPage(report: report, draft: id))
            } catch let refused as any Refusal where refused.kind == .invalid {
                var reading = FormReading(visit.form)
                reading.refuse(because: refused)
                return .page(CaseImportPage(filled: reading.filled), status: .unprocessable)
            }
        }

        post("/work/case-import/{id}/acceptance", needs: .deed(.importCases)) { visit in
            let id = try visit.id("id", of: Draft.self)
            let bytes = try await desk.kept(id, visit)
            let report = try await CaseImport(room).take(bytes, name: "cases", by: visit.signedIn())
            try await desk.drafts.destroy(id, for: visit.signedIn(), at: visit.now)
            return .page(ImportReportPage(report: report, draft: nil))
        }
    }
}

/// Keeps an uploaded file sealed between its trial and its import, for the importing organisation alone; it goes after 14 days by itself.
struct CaseImportDesk: Sendable {
    let room: ProtectionRoom

    var drafts: SealedDrafts { SealedDrafts(room, for: .importCases) }
    private static let kind = "case-import"

    func keep(_ bytes: [UInt8], _ visit: Visit) async throws -> ID<Draft> {
        let form = FormBody(Query([("file", Data(bytes).base64EncodedString())]))
        return try await drafts.save(form, as: nil, kind: Self.kind, for: visit.signedIn(), at: visit.now)
    }

    func kept(_ id: ID<Draft>, _ visit: Visit) async throws -> [UInt8] {
        let form = try await drafts.draft(id, kind: Self.kind, for: visit.signedIn(), at: visit.now)
        guard let text = form?.fields["file"], let data = Data(base64Encoded: text) else { throw DraftRefused.gone }
        return Array(data)
    }
}

/// Chooses a file.
struct CaseImportPage: Page {
    var filled = Filled()

    static let megabytes = 4
    static let file = FileField(
        "file", .recordsFile, why: .recordsFileWhy, accept: ".csv,.tsv,.json", mostMegabytes: megabytes)

    var title: Word { .importRecords }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.importRecordsLead)
        html.problems(filled)
        html.form(upload: OversightAddress.importRecords) { html in
            html.field(Self.file, filled)
            html.submit(.tryFirst)
        }
    }
}

/// What would become of each row, or what became of it.
struct ImportReportPage: Page {
    let report: CaseImport.Report
    /// The file that was tried; `nil` once it was imported.
    let draft: ID<Draft>?

    private static let shown = 500

    var title: Word { draft == nil ? .imported : .importTrial }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.importRecords, OversightAddress.importRecords)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.rowsRead) { $0.number(report.rows) }
            html.line(draft == nil ? .filesOpened : .filesToOpen) { $0.number(report.opened.count) }
            html.line(.rowsKnown) { $0.number(Set(report.matches.map(\.line)).count) }
            html.line(.rowsRefused) { $0.number(Set(report.faults.map(\.line)).count) }
        }
        matches(&html)
        faults(&html)
        if let draft, !report.opened.isEmpty {
            html.p(.importConsequences, .class("note"))
            html.form(post: OversightAddress.importAcceptance(draft)) { $0.submit(.importNow) }
        }
        if draft == nil { html.p { $0.a(to: CaseAddress.files, .allCaseFiles) } }
    }

    private func matches(_ html: inout Markup) {
        guard !report.matches.isEmpty else { return }
        html.h2(.rowsKnown)
        html.p(.rowsKnownWhy)
        html.ul { html in
            for match in report.matches.prefix(Self.shown) {
                html.li { html in
                    html.say(.line)
                    html.space()
                    html.plainNumber(match.line)
                    html.text(": ")
                    html.a(to: CaseAddress.file(match.file)) { html in html.code { $0.text(match.code) } }
                }
            }
        }
    }

    private func faults(_ html: inout Markup) {
        guard !report.faults.isEmpty else { return }
        html.sheet(
            Sheet(
                name: "refused", title: .rowsRefused,
                columns: [
                    Column("line", .line, .integer), Column("column", .columnOfFile), Column("reason", .reason), Column("remedy", .remedy),
                ],
                rows: report.faults.prefix(Self.shown).map { fault in
                    [
                        .integer(fault.line), .text(fault.column ?? "—"), .word(Word(work: fault.reason.en, fr: fault.reason.fr)),
                        .word(Word(work: fault.remedy.en, fr: fault.remedy.fr)),
                    ]
                }, source: nil), id: "refused")
    }
}

extension Word {
    static let importRecords = Word(work: "Import case records", fr: "Importer des dossiers")
    static let importRecordsLead = Word(
        work:
            "Records of another system in the Human Trafficking Case Data Standard. They are tried first: nothing is kept until you have seen what would become of each row. The file is held sealed for 14 days at most.",
        fr:
            "Dossiers d’un autre système selon la norme HTCDS. Ils sont d’abord essayés : rien n’est conservé avant que vous ayez vu ce que deviendrait chaque ligne. Le fichier est gardé scellé 14 jours au plus."
    )
    static let recordsFile = Word(work: "File (CSV or JSON)", fr: "Fichier (CSV ou JSON)")
    static let recordsFileWhy = Word(
        work: "With the standard’s names of fields as columns, such as prs_FirstName.",
        fr: "Avec les noms de champs de la norme comme colonnes, par exemple prs_FirstName.")
    static let tryFirst = Word(work: "Try it", fr: "Essayer")
    static let importTrial = Word(work: "What would become of the file", fr: "Ce que deviendrait le fichier")
    static let imported = Word(work: "What became of the file", fr: "Ce qu’est devenu le fichier")
    static let importNow = Word(work: "Open these files", fr: "Ouvrir ces dossiers")
    static let importConsequences = Word(
        work:
            "Each of these rows becomes a case file that your organisation keeps, with its names sealed. Nobody is told of it, and nothing is shared.",
        fr:
            "Chacune de ces lignes devient un dossier tenu par votre organisation, aux noms scellés. Personne n’en est informé et rien n’est partagé."
    )
    static let rowsRead = Word(work: "Rows read", fr: "Lignes lues")
    static let filesToOpen = Word(work: "Files that would be opened", fr: "Dossiers à ouvrir")
    static let filesOpened = Word(work: "Files opened", fr: "Dossiers ouverts")
    static let rowsKnown = Word(work: "Rows that look like somebody with a file", fr: "Lignes ressemblant à une personne déjà connue")
    static let rowsKnownWhy = Word(
        work:
            "They are left out. Look at the file: if it is the same person, add there what is new; if it is somebody else, raise a referral.",
        fr: "Elles sont laissées de côté. Consultez le dossier : si c’est la même personne, complétez-le ; sinon, faites un signalement.")
    static let rowsRefused = Word(work: "Rows refused", fr: "Lignes refusées")
    static let line = Word(work: "Line", fr: "Ligne")
    static let columnOfFile = Word(work: "Field", fr: "Champ")
    static let reason = Word(work: "What is wrong", fr: "Ce qui ne va pas")
    static let remedy = Word(work: "What to do", fr: "Que faire")
}
