import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/consents                          the ledger, the disclosures, a form       readCase
    //  POST  /work/cases/{id}/consents                          record an answer                          recordConsent
    //  GET   /work/cases/{id}/consents/{consent}/withdrawal     what a withdrawal closes, and the button  recordConsent
    //  POST  /work/cases/{id}/consents/{consent}/withdrawal     withdraw                                  recordConsent
    //  POST  /work/cases/{id}/consents/{consent}/share          open the file to whom it names            shareCase
    mutating func addConsents(_ room: ProtectionRoom) {
        let desk = ConsentLedgerDesk(room: room)

        get("/work/cases/{id}/consents", needs: .deed(.readCase)) { visit in
            .page(try await ConsentsPage.read(room, visit, filled: nil))
        }

        post("/work/cases/{id}/consents", needs: .deed(.recordConsent)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let page = try await ConsentsPage.read(room, visit, filled: nil)
            var reading = FormReading(visit.form)
            if let (draft, view, words) = page.form.read(&reading) {
                do {
                    try await desk.record(draft, view: view, words: words, in: file, by: visit.signedIn(), at: visit.now)
                    // Whoever came from a hand-over goes on with it.
                    if ConsentsPage.isForHandOver(visit.form.fields), draft.answer == .yes, let recipient = draft.recipient {
                        return .see(CaseAddress.handOver(file, to: recipient))
                    }
                    return .see(AssistanceAddress.consents(file))
                } catch let refused as ConsentRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await ConsentsPage.read(room, visit, filled: reading.filled), status: .unprocessable)
        }

        get("/work/cases/{id}/consents/{consent}/withdrawal", needs: .deed(.recordConsent)) { visit in
            let consent = try visit.id("consent", of: Consent.self)
            let page = try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
                try WithdrawalPage(consent, view, in: tx)
            }
            guard let page else { return .notFound }
            return .page(page)
        }

        post("/work/cases/{id}/consents/{consent}/withdrawal", needs: .deed(.recordConsent)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await desk.withdraw(visit.id("consent"), in: file, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.consents(file))
        }

        post("/work/cases/{id}/consents/{consent}/share", needs: .deed(.shareCase)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await ConsentShares(room).open(visit.id("consent"), in: file, by: visit.signedIn())
            return .see(AssistanceAddress.consents(file))
        }
    }
}

/// The consent ledger of a file: who agreed to what, for whom; what was disclosed on which ground.
struct ConsentsPage: Page {
    let view: CaseView
    let consents: [(consent: Consent, recipient: String?, childView: ChildView?)]
    /// Those on which somebody sees the file now.
    let opened: Set<ID<Consent>>
    let disclosures: [DisclosureLine]
    let form: ConsentForm
    let mayRecord: Bool
    let mayShare: Bool
    let today: Day
    let filled: Filled
    /// Whether a hand-over waits for the answer.
    let isForHandOver: Bool
    /// Whether the form was filled in by the link that led here, or by whoever has to correct it.
    let isAsked: Bool

    static func isForHandOver(_ fields: Query) -> Bool { fields["then"] == "hand-over" }

    /// - Parameter filled: what was sent; `nil` fills in what the address names.
    static func read(_ room: ProtectionRoom, _ visit: Visit, filled: Filled?) async throws -> ConsentsPage {
        let (actor, file, today) = (try visit.signedIn(), try visit.id("id", of: CaseFile.self), room.day(of: visit.now))
        return try await CaseFiles(room).look(at: file, for: actor) { tx, view in
            guard try view.summary.isLedgerOpen(to: actor, in: tx) else { throw WebRefused.notFound }
            let person = try tx.row("SELECT language FROM person WHERE id = \(view.summary.person)") { $0.optionalText(0) }
            let names = try OrganisationNames(in: tx)
            let views = Dictionary(
                uniqueKeysWithValues: try tx.rows("SELECT consent_id, child_view FROM consent_view WHERE case_id = \(file)") {
                    (try $0.id(0, of: Consent.self), try $0.choice(1, as: ChildView.self))
                })
            let form = try ConsentForm(
                view.summary, view.profile, tag: (person ?? nil) ?? "en",
                authority: view.mayDecideForChild(in: tx) ? actor.account : nil, in: tx)
            let fields = filled == nil ? visit.query : visit.form.fields
            return ConsentsPage(
                view: view,
                consents: try ConsentLedger.all(in: file, tx: tx).map { ($0, $0.recipient.map { names[$0] }, views[$0.id]) },
                opened: try ConsentShares.opened(in: file, tx: tx),
                disclosures: try DisclosureLine.all(in: file, names, tx: tx),
                form: form, mayRecord: try view.reaches(.recordConsent, in: tx), mayShare: try view.reaches(.shareCase, in: tx),
                today: today,
                filled: filled ?? form.asked(visit.query), isForHandOver: isForHandOver(fields),
                isAsked: filled != nil || visit.query.filled("recipient") != nil
            )
        }
    }

    var title: Word { .consentLedger }
    var door: Door { .work }
    var trail: [Crumb] { view.summary.trail }

    func body(_ html: inout Markup) {
        // Whoever was sent here to ask for something, or has to correct what they wrote, finds the question first and the ledger behind it.
        if isAsked, mayRecord { record(&html) }
        if consents.isEmpty { html.p(.consentsWillStandHere, .class("empty")) }
        for (consent, recipient, childView) in consents { entry(consent, recipient, childView, &html) }
        html.section(.class("panel"), .id("disclosures")) { html in
            html.h2(.disclosures)
            html.p(.disclosuresWhy, .class("why"))
            if disclosures.isEmpty { html.p(.disclosuresWillStandHere, .class("empty")) }
            html.ul(.class("timeline")) { html in
                for line in disclosures { html.li { line.write(&$0, view.profile) } }
            }
        }
        if mayRecord, !isAsked { record(&html) }
    }

    private func record(_ html: inout Markup) {
        html.section(.id("record")) { html in
            html.h2(.recordAnswer)
            if isForHandOver { html.p(.askedForHandOver, .class("note")) }
            html.problems(filled)
            html.form(post: AssistanceAddress.consents(view.summary.id)) { html in
                if isForHandOver { html.hiddenField("then", "hand-over") }
                form.controls(&html, filled)
                html.submit(.recordAnswer)
            }
        }
    }

    private func entry(_ consent: Consent, _ recipient: String?, _ childView: ChildView?, _ html: inout Markup) {
        let state = ConsentState(consent, on: today)
        html.section(.class("panel")) { html in
            html.h2 { html in
                html.say(view.profile.consentPurpose(consent.purpose)?.name ?? .consentPurpose)
                html.space()
                html.span(state.word, .class("badge"))
            }
            html.dl(.class("facts")) { html in
                html.line(.consentRecipient) { html in
                    if let recipient { html.bdi { $0.text(recipient) } } else { html.say(.whoeverThePurposeNames) }
                }
                html.line(.partsCovered) { $0.parts(consent.parts) }
                html.line(.givenBy) { html in
                    switch consent.givenBy {
                    case .person: html.say(.thePerson)
                    case .guardian: html.say(.theGuardian)
                    case .childAuthority: html.say(DisclosureGround.Kind.childProtection.word)
                    }
                }
                if let childView { html.line(.childView, childView.word) }
                html.line(.howExplained) { html in
                    html.say(consent.explained.word)
                    html.text(", ")
                    html.bdi { $0.say(view.profile.languageName(consent.language)) }
                }
                html.line(.howAnswered, consent.evidence.word)
                html.line(.recordedOn) { $0.moment(consent.recordedAt) }
                if let expires = consent.expiresOn { html.line(.consentExpires) { $0.day(expires) } }
                if let withdrawn = consent.withdrawnAt { html.line(.withdrawnOn) { $0.moment(withdrawn) } }
            }
            sharing(consent, recipient, state, &html)
            if mayRecord, consent.answer == .yes, consent.withdrawnAt == nil {
                html.p {
                    $0.a(to: AssistanceAddress.consentWithdrawal(view.summary.id, consent.id), .withdrawConsent, .class("button secondary"))
                }
            }
        }
    }

    /// Whether the file is open on a consent, or the button that opens it. A service gets it with a referral that it accepts.
    private func sharing(_ consent: Consent, _ recipient: String?, _ state: ConsentState, _ html: inout Markup) {
        if opened.contains(consent.id) { return html.p(.openToThem, .class("note")) }
        guard case .inForce = state, recipient != nil, ConsentShares.opens(consent.purpose), mayShare else { return }
        html.p(.openToThemLead, .class("why"))
        html.form(post: AssistanceAddress.consentShare(view.summary.id, consent.id)) { $0.submit(.openTheFile, .class("secondary")) }
    }
}
