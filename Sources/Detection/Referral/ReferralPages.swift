import Access
import Basics
import Protection
import Store
import Web

extension Routes {
    //  GET   /work/referrals/new                              danger first; the search; blank forms        raiseReferral
    //  POST  /work/referrals/drafts                           begin a draft with the first page             raiseReferral
    //  GET   /work/referrals/drafts/{draft}                   go on where somebody stopped                  raiseReferral
    //  GET   /work/referrals/drafts/{draft}/act-now           what to do at once, whom to call              raiseReferral
    //  GET   /work/referrals/drafts/{draft}/steps/{step}      one page of the form                          raiseReferral
    //  POST  /work/referrals/drafts/{draft}/steps/{step}      save it; a no of an adult, confirmed, ends it raiseReferral
    //  POST  /work/referrals/drafts/{draft}/submission        send it                                       raiseReferral
    //  POST  /work/referrals/drafts/{draft}/removal           throw it away                                 raiseReferral
    //  GET   /work/referrals/paper                            blank forms                                   raiseReferral
    //  GET   /work/referrals/paper/{setting}                  one to print                                  raiseReferral
    mutating func addReferrals(_ room: ProtectionRoom) {
        let desk = ReferralDesk(room)

        get("/work/referrals/new", needs: .deed(.raiseReferral)) { visit in
            .page(NewReferralPage(form: desk.form, maySearch: try visit.signedIn().may(.searchPeople)))
        }

        post("/work/referrals/drafts", needs: .deed(.raiseReferral)) { visit in
            let draft = try await desk.begin(visit.form, by: visit.signedIn())
            return .see(desk.after(.danger, visit.form, draft))
        }

        get("/work/referrals/drafts/{draft}", needs: .deed(.raiseReferral)) { visit in
            let id = try visit.id("draft", of: Draft.self)
            if let sent = try await desk.sent(id, for: visit.signedIn()) { return .see(DetectionAddress.referral(sent)) }
            let draft = try await desk.draft(id, for: visit.signedIn())
            let reached = draft.fields[ReferralForm.reached].flatMap(ReferralStep.init(rawValue:)) ?? .danger
            return .see(DetectionAddress.step(id, reached))
        }

        get("/work/referrals/drafts/{draft}/act-now", needs: .deed(.raiseReferral)) { visit in
            let id = try visit.id("draft", of: Draft.self)
            let draft = try await desk.draft(id, for: visit.signedIn())
            return .page(ActNowPage(draft: id, dangers: desk.form.dangers(in: draft), profile: room.profile))
        }

        get("/work/referrals/drafts/{draft}/steps/{step}", needs: .deed(.raiseReferral)) { visit in
            let (id, step) = (try visit.id("draft", of: Draft.self), try visit.step())
            if let sent = try await desk.sent(id, for: visit.signedIn()) { return .see(DetectionAddress.referral(sent)) }
            let draft = try await desk.draft(id, for: visit.signedIn())
            return try await desk.page(step, of: id, draft, filled: Filled(draft), visit, status: .ok)
        }

        post("/work/referrals/drafts/{draft}/steps/{step}", needs: .deed(.raiseReferral)) { visit in
            let (id, step) = (try visit.id("draft", of: Draft.self), try visit.step())
            let actor = try visit.signedIn()
            let draft = try await desk.draft(id, for: actor)
            let path = ReferralForm.age.answer(in: draft)
            // A child, or somebody who may be one, is not asked, whatever is sent; and nobody is asked before it is known which they are.
            if step == .consent, path != .adult { throw ConsentRefused.childNotAsked }
            let merged = desk.form.merged(draft, step, from: visit.form)
            var reading = FormReading(merged)
            var content = ReferralContent()
            desk.form.read(step, &reading, from: merged, into: &content, now: visit.now)
            guard reading.isSound else {
                return try await desk.page(step, of: id, merged, filled: reading.filled, visit, status: .unprocessable)
            }
            if step == .consent, content.consent?.answer == .no {
                guard visit.form.fields[RefusalPage.confirmed] == "yes" else {
                    return .page(RefusalPage(id: id, answers: desk.form.answers(of: step, in: visit.form)))
                }
                try await desk.recordRefusal(id, merged, by: actor)
                return .see(DetectionAddress.card)
            }
            let saved = try await desk.save(visit.form, of: step, into: id, after: draft, by: actor)
            return .see(desk.after(step, saved, id))
        }

        post("/work/referrals/drafts/{draft}/submission", needs: .deed(.raiseReferral)) { visit in
            let id = try visit.id("draft", of: Draft.self)
            return .see(DetectionAddress.referral(try await desk.send(id, by: visit.signedIn())))
        }

        post("/work/referrals/drafts/{draft}/removal", needs: .deed(.raiseReferral)) { visit in
            try await desk.remove(visit.id("draft"), by: visit.signedIn())
            return .see(DetectionAddress.referrals)
        }

        get("/work/referrals/paper", needs: .deed(.raiseReferral)) { _ in .page(PaperFormsPage()) }

        get("/work/referrals/paper/{setting}", needs: .deed(.raiseReferral)) { visit in
            guard let setting = Setting(rawValue: visit.parameter("setting")) else { throw WebRefused.notFound }
            return .page(PaperFormPage(setting: setting, form: desk.form))
        }
    }
}

extension Visit {
    fileprivate func step() throws -> ReferralStep {
        guard let step = ReferralStep(rawValue: parameter("step")) else { throw WebRefused.notFound }
        return step
    }
}

extension ReferralForm {
    /// The dangers that a draft says are there.
    func dangers(in draft: FormBody) -> [ImmediateDanger] {
        profile.immediateDanger.filter { danger($0).answer(in: draft) == .yes }
    }
}

extension ReferralDesk {
    /// Where Continue leads: a danger shows at once what to do.
    fileprivate func after(_ step: ReferralStep, _ draft: FormBody, _ id: ID<Draft>) -> DetectionAddress {
        if step == .danger, !form.dangers(in: draft).isEmpty { return .actNow(id) }
        return .step(id, step.next(for: ReferralForm.age.answer(in: draft)))
    }

    fileprivate func page(
        _ step: ReferralStep, of id: ID<Draft>, _ draft: FormBody, filled: Filled, _ visit: Visit, status: Status
    ) async throws -> Answer {
        let path = ReferralForm.age.answer(in: draft)
        // The page that asks does not exist for a child.
        if step == .consent, path?.protectsAsChild ?? false { return .see(DetectionAddress.step(id, .check)) }
        guard step == .check else {
            return .page(
                StepPage(step: step, id: id, draft: draft, form: form, filled: filled, path: path, siteLanguage: visit.language),
                status: status)
        }
        let (content, fault) = form.content(of: draft, now: visit.now)
        let names = try await room.database.read { tx in
            try [Competence.identification, .childProtection].map { competence in
                try competence.organisations(in: tx).first.flatMap { id in
                    try tx.row("SELECT name FROM organisation WHERE id = \(id)") { $0.text(0) }
                }
            }
        }
        let page = CheckPage(
            id: id, content: content, fault: fault.map { ($0.step, $0.filled) }, form: form, authority: names[0], childAuthority: names[1],
            today: room.day(of: visit.now))
        return .page(page, status: status)
    }
}
