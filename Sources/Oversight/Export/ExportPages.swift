import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/export            what can leave, for what, on which ground     exportCases
    //  POST  /work/cases/{id}/export            take it out                                   exportCases
    //  GET   /work/case-list.{format}           the work queue with its filters, as a file    exportCases
    mutating func addExports(_ room: ProtectionRoom) {
        let export = CaseExport(room)

        get("/work/cases/{id}/export", needs: .deed(.exportCases)) { visit in
            .page(try await ExportPage.offer(visit, room))
        }

        post("/work/cases/{id}/export", needs: .deed(.exportCases)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let page = try await ExportPage.offer(visit, room)
            var reading = FormReading(visit.form)
            if let request = page.read(&reading) {
                do {
                    let result = try await export.export(file, request, in: visit.language, by: visit.signedIn())
                    return .file(result.bytes, type: result.type, name: result.name)
                } catch let refused as any Refusal where [.invalid, .unavailable].contains(refused.kind) {
                    reading.refuse(because: refused)
                }
            }
            return .page(page.filled(with: reading.filled), status: .unprocessable)
        }

        get("/work/case-list.{format}", needs: .deed(.exportCases)) { visit in
            guard let format = visit.format else { return .notFound }
            let sheet = try await CaseListExport(room).sheet(visit.query, in: visit.language, for: visit.signedIn())
            return try .download(sheet, format, in: visit.language)
        }
    }
}

/// What can leave of a file: for what, to whom, on which ground, and in which form.
struct ExportPage: Page {
    let view: CaseView
    let recipients: [(id: ID<Organisation>, name: String)]
    private(set) var filled = Filled()

    var title: Word { .takeOut }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))]
    }

    static func offer(_ visit: Visit, _ room: ProtectionRoom) async throws -> ExportPage {
        let file = try visit.id("id", of: CaseFile.self)
        return try await room.gate.look(for: visit.signedIn()) { tx, looking in
            _ = try looking.permit(.exportCases, on: file, detail: "offer")
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            let recipients = try tx.rows("SELECT id, name FROM organisation WHERE closed_at IS NULL ORDER BY name LIMIT 1000") {
                (id: try $0.id(0, of: Organisation.self), name: $0.text(1))
            }
            return ExportPage(view: view, recipients: recipients.filter { $0.id != view.actor.organisation })
        }
    }

    func filled(with filled: Filled) -> ExportPage {
        var page = self
        page.filled = filled
        return page
    }

    func read(_ reading: inout FormReading) -> ExportRequest? {
        let (purpose, form) = (reading.read(self.purpose), reading.read(self.form))
        let (recipient, ground) = (reading.read(self.recipient), reading.read(self.ground))
        let reason = reading.read(LawReason.field)
        guard reading.isSound, let purpose, let form, let ground else { return nil }
        return ExportRequest(purpose: purpose, form: form, recipient: purpose == .own ? nil : recipient, ground: ground, reason: reason)
    }

    /// Each purpose says which parts would go at most.
    private var purpose: ChoiceField<ExportPurpose> {
        ChoiceField(
            "purpose", .exportPurpose,
            choices: ExportPurpose.allCases.map { purpose in
                let parts = CasePart.allCases.filter { purpose.parts.contains($0) && view.parts.contains($0) }.map(\.word)
                return Choice(purpose, key: purpose.rawValue, label: purpose.word, hint: .goesAtMost(parts))
            })
    }

    private var form: ChoiceField<ExportForm> { ChoiceField("form", .exportForm, ExportForm.allCases) { $0.word } }

    private var recipient: ChoiceField<ID<Organisation>> {
        ChoiceField(
            "recipient", .exportRecipient, why: .exportRecipientWhy, isRequired: false,
            choices: recipients.map { Choice($0.id, key: "\($0.id)", label: .data($0.name)) }, as: .list
        )
    }

    private var ground: ChoiceField<ExportRequest.Ground> {
        var choices = [Choice(ExportRequest.Ground.consent, key: "consent", label: .groundConsent, hint: .groundConsentHint)]
        if view.summary.path.protectsAsChild {
            choices.append(Choice(.childProtection, key: "child_protection", label: .groundChildProtection))
        }
        choices += view.profile.disclosureOverrides.map { law in
            Choice(.law(law.code), key: "law:" + law.code, label: law.text, hint: law.authority)
        }
        choices.append(Choice(.own, key: "own", label: .groundOwn))
        return ChoiceField("ground", .exportGround, why: .exportGroundWhy, choices: choices)
    }

    func body(_ html: inout Markup) {
        html.p(.takeOutLead)
        html.problems(filled)
        html.form(post: OversightAddress.export(view.summary.id)) { html in
            html.field(purpose, filled)
            html.field(recipient, filled)
            html.field(ground, filled)
            if !view.profile.disclosureOverrides.isEmpty { html.field(LawReason.field, filled) }
            html.field(form, filled)
            html.submit(.takeOutNow)
        }
    }
}
