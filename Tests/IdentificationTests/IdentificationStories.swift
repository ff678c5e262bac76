import Access
import Basics
import CaseFixtures
import Fixtures
import Instruments
import Store
import Testing
import Vocabulary
import WebFixtures

@testable import Identification
@testable import Protection

@Suite struct `Identification` {
    @Test(arguments: Databases.all) func `of an adult goes from a referral to an identified victim, one stage after the other`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let (officer, worker) = (play.cast.officer, play.cast.worker)
            let queue = try await officer.visitor.open("/work/decisions")
            #expect(queue.text.contains("night market") && queue.text.contains("Taking up"))
            #expect(queue.page.faults == [])
            #expect(try await officer.visitor.open("/work/decisions?waits=review").text.contains("night market") == false)

            try await play.decide(.underAssessment, by: officer)
            #expect(try await play.stage == .underAssessment)
            #expect(try await play.running == ["decision.presumption"])

            // What follows stands there before the decision is taken.
            let form = try await officer.visitor.open("\(play.page)/decision/presumed")
            #expect(form.page.element(id: "consequences")?.text.contains("Assistance opens at once") == true)
            #expect(form.page.faults == [])
            // Looking at the definition keeps nothing.
            let looked = try await officer.visitor.fill(
                "/decision/presumed", ["acts": "recruitment", "purposes": "forced_labour", "look": "yes"])
            #expect(looked.status == 200 && looked.page.element(id: "definition")?.text.contains("Means") == true)
            #expect(looked.page.links.contains { $0.hasSuffix("/commitments/TIP-3.a") })
            #expect(try await play.stage == .underAssessment)

            try await play.decide(.presumed, by: officer, IdentificationPlay.everything, basis: "act_12_grounds")
            #expect(try await play.stage == .presumed)
            #expect(try await play.running == ["decision.final", "reflection"])
            #expect(try await play.events("identification.assistance-opened") == 1)
            #expect(try await play.notices(.assistanceOpened) == 1)

            try await play.decide(.identified, by: officer, IdentificationPlay.everything, basis: "act_15_identified")
            #expect(try await play.stage == .identified)
            #expect(try await play.running == ["reflection"])
            // The case worker reads the reasons.
            let read = try await worker.visitor.open(play.page)
            #expect(read.status == 200 && read.text.contains("the grey ledger") && read.page.faults == [])
            #expect(try await officer.visitor.open("/work/decisions").text.contains("night market") == false)
        }
    }

    @Test(arguments: Databases.all) func `that says no counts when a second person agrees, and can be sent back`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let (officer, supervisor) = (play.cast.officer, play.cast.identificationSupervisor)
            try await play.decide(.underAssessment, by: officer)
            // Every element is there: the definition leaves no room for a no.
            let contradiction = try await play.decide(
                .notIdentified, by: officer, IdentificationPlay.everything, basis: "act_17_refused")
            #expect(contradiction.status == 422 && contradiction.text.contains("every element of the definition is there"))
            try await play.decide(.notIdentified, by: officer, IdentificationPlay.noPurpose, basis: "act_17_refused")
            #expect(try await play.stage == .underAssessment)
            #expect(try await play.notices(.toConfirm) == 1)
            #expect(try await supervisor.visitor.open("/work/decisions?waits=confirm").text.contains("night market"))
            // Nobody else can decide in the meantime.
            let second = try await play.cast.secondOfficer.visitor.open("\(play.page)/decision/presumed")
            #expect(second.page.all("form").contains { ($0.attributes["action"] ?? "").contains("decision") } == false)
            // Sending back needs a reason; then nothing has changed.
            #expect(try await play.answer("send_back", by: supervisor).status == 422)
            try await play.answer("send_back", by: supervisor, ["answer-reasons": "hear the person first"])
            #expect(try await play.stage == .underAssessment)
            #expect(try await play.running == ["decision.presumption"])
            #expect(try await officer.visitor.open(play.page).text.contains("hear the person first"))
            try await play.decide(.notIdentified, by: officer, IdentificationPlay.noPurpose, basis: "act_17_refused")
            try await play.answer("agree", by: supervisor)
            #expect(try await play.stage == .notIdentified)
            #expect(try await play.running == ["decision.review-window", "decision.appeal-window"])
        }
    }

    @Test(arguments: Databases.all) func `is not confirmed by whoever proposed it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let supervisor = play.cast.identificationSupervisor
            try await play.decide(.underAssessment, by: supervisor)
            try await play.decide(.notIdentified, by: supervisor, IdentificationPlay.noPurpose, basis: "act_17_refused")
            let seen = try await supervisor.visitor.open(play.page)
            #expect(seen.page.all("form").contains { ($0.attributes["action"] ?? "").hasSuffix("/confirmation") } == false)
            let pending = try await site.database.read { tx in try Desk.find(play.file, in: tx).pending }
            let id = try #require(pending)
            await #expect(throws: IdentificationRefused.ownProposal) {
                try await Decisions(site.room).answer(agrees: true, reasons: nil, to: id, in: play.file, by: supervisor.actor)
            }
            #expect(try await play.stage == .underAssessment)
        }
    }

    @Test(arguments: Databases.all) func `refused is reviewed by somebody who took no part, and overturned`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let (worker, petra) = (play.cast.worker, play.cast.identificationSupervisor)
            try await play.refuse()
            try await worker.visitor.open(play.page)
            try await worker.visitor.fill("/review", ["review-ground": "not_heard", "review-note": "the door was open"])
            #expect(try await play.stage == .underReview)
            #expect(try await play.running == ["decision.review", "decision.appeal-window"])
            #expect(try await play.notices(.reviewAsked) == 1)
            // Petra agreed to the first decision.
            await #expect(throws: IdentificationRefused.tookPart) {
                try await play.takeReview(.overturned, by: petra)
            }
            let quentin = try await play.supervisor("quentin")
            try await play.decide(.overturned, by: quentin, IdentificationPlay.everything, basis: "act_15_identified")
            #expect(try await play.stage == .overturned)
            #expect(try await play.running == ["reflection"])
            #expect(try await play.events("identification.assistance-opened") == 1)
        }
    }

    @Test(arguments: Databases.all) func `refused and upheld needs a second person who took no part either, and can go to a court`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.refuse()
            let (quentin, ruth) = (try await play.supervisor("quentin"), try await play.supervisor("ruth"))
            try await play.cast.worker.visitor.open(play.page)
            try await play.cast.worker.visitor.fill("/review", ["review-ground": "new_facts"])
            try await play.decide(.upheld, by: quentin, IdentificationPlay.noPurpose, basis: "act_17_refused")
            #expect(try await play.stage == .underReview)
            #expect(try await play.answer("agree", by: play.cast.identificationSupervisor).status == 403)
            try await play.answer("agree", by: ruth)
            #expect(try await play.stage == .upheld)
            #expect(try await play.running == ["decision.appeal-window"])
            // The appeal is won: the court's order, recorded as such.
            let worker = play.cast.worker.visitor
            try await worker.open(play.page)
            try await worker.fill("/appeals", play.today("lodged-on").merging(["court": "Court of Port Example"]) { $1 })
            #expect(try await play.running == [])
            try await play.cast.officer.visitor.open(play.page)
            try await play.cast.officer.visitor.fill("/outcome", play.today("court-decided-on").merging(["outcome": "won"]) { $1 })
            #expect(try await play.stage == .overturned)
            let seen = try await worker.open(play.page)
            #expect(seen.text.contains("By order of a court") && seen.text.contains("Court of Port Example") && seen.page.faults == [])
        }
    }

    @Test(arguments: Databases.all) func `that is late says so, rises to the supervisor, and a late review is recorded with its reason`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.decide(.underAssessment, by: play.cast.officer)
            site.clock.pass(.days(20))
            _ = try await site.runJobs()
            #expect(try await play.notices(.clockLate) == 2)
            let officer = try await site.signIn(play.cast.officer.actor.account)
            let queue = try await officer.visitor.open("/work/decisions?due=late")
            #expect(queue.text.contains("night market") && queue.text.contains("late"))
            try await play.decide(.notIdentified, by: officer, IdentificationPlay.noPurpose, basis: "act_17_refused")
            try await play.answer("agree", by: try await site.signIn(play.cast.identificationSupervisor.actor.account))
            let late = try await site.database.read { tx in
                try tx.rows("SELECT is_late FROM identification_decision WHERE to_stage = 'not_identified'") { $0.int(0) }
            }
            #expect(late == [1])
            site.clock.pass(.days(40))
            _ = try await site.runJobs()
            let worker = try await site.signIn(play.cast.worker.actor.account)
            try await worker.visitor.open(play.page)
            let refused = try await worker.visitor.fill("/review", ["review-ground": "new_facts"])
            #expect(refused.status == 422 && refused.text.contains("write why it comes late"))
            try await worker.visitor.fill("/review", ["review-ground": "new_facts", "late-reason": "ill in hospital"])
            #expect(try await play.stage == .underReview)
            let seen = try await worker.visitor.open(play.page)
            #expect(seen.text.contains("ill in hospital"))
        }
    }

    @Test(arguments: Databases.all) func `by two people at once takes the first, and shows the second what changed`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let (ines, olu) = (play.cast.officer, play.cast.secondOfficer)
            try await play.decide(.underAssessment, by: ines)
            try await olu.visitor.open("\(play.page)/decision/not_identified")
            try await play.decide(.presumed, by: ines, IdentificationPlay.everything, basis: "act_12_grounds")
            let second = try await olu.visitor.fill(
                "/decision/not_identified",
                IdentificationPlay.noPurpose.merging(["basis": "act_17_refused", "reasons": "nothing found"]) { $1 })
            #expect(second.status == 409)
            let told = try #require(second.page.element(id: "changed")?.text)
            #expect(told.contains("Presumed victim") && told.contains("Ines Example"))
            #expect(try await play.stage == .presumed)
            #expect(try await site.database.read { tx in try Desk.find(play.file, in: tx).pending } == nil)
        }
    }

    @Test(arguments: Databases.all) func `of a child needs no means, and a guardian asks for the review`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site, path: .child)
            try await play.cast.nameGuardian(of: play.file)
            try await play.decide(.underAssessment, by: play.cast.officer)
            var facts = IdentificationPlay.everything
            (facts["means"], facts["evidence-means"]) = (nil, nil)
            try await play.decide(
                .notIdentified, by: play.cast.officer, ["acts": "receipt", "evidence-act": "witness"], basis: "act_17_refused")
            try await play.answer("agree", by: play.cast.identificationSupervisor)
            let guardian = play.cast.guardian.visitor
            #expect(try await guardian.open(play.page).text.contains("the grey ledger"))
            try await guardian.fill("/review", ["review-ground": "age"])
            #expect(try await play.stage == .underReview)
            let asked = try await site.database.read { tx in
                try tx.rows("SELECT asked_as FROM identification_review") { $0.text(0) }
            }
            #expect(asked == ["guardian"])
            let quentin = try await play.supervisor("quentin")
            try await play.decide(.overturned, by: quentin, facts, basis: "act_15_identified")
            #expect(try await play.stage == .overturned)
        }
    }

    // promises 2, 3: neither the file for a stranger nor the reasons for a first responder.
    @Test(arguments: Databases.all) func `is not there for a stranger, and its reasons not for a first responder`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let file = play.file
            let guardAtBorder = play.cast.guardAtBorder
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET raised_by = \(guardAtBorder.actor.account) WHERE id = \(file)")
            }
            let seen = try await guardAtBorder.visitor.open(play.page)
            #expect(seen.status == 200 && seen.text.contains("Presumed victim"))
            #expect(!seen.text.contains("the grey ledger") && !seen.text.contains("Deception") && !seen.text.contains("Ines"))
            // An authority that has nothing to do with the file, and somebody else's case worker.
            let elsewhere = try await site.organisation("Office of Elsewhere", .ministry)
            let other = try await site.person("otto", roles: ["identifying-officer", "identification-supervisor"], in: elsewhere)
            try await site.name(elsewhere, competentFor: .identification)
            for path in [
                "/identification", "/identification/decision/identified", "/rights", "/rights/fr", "/non-punishment", "/clocks",
                "/entries/identification-working", "/entries/residence-permit", "/entries/cooperation",
            ] {
                #expect(try await other.visitor.open("/work/cases/\(file)\(path)").status == 404, "\(path)")
                #expect([403, 404].contains(try await play.cast.stranger.visitor.open("/work/cases/\(file)\(path)").status), "\(path)")
            }
            #expect(try await other.visitor.open("/work/decisions").text.contains("night market") == false)
            await #expect(throws: AccessRefused.self) { try await play.takeReview(.identified, by: other) }
        }
    }
}

extension IdentificationPlay {
    /// A decision without the page, by whoever may not see the form.
    func takeReview(_ stage: IdentificationStage, by player: CasePlayer) async throws {
        let found = try await site.database.read { [file] tx in try CaseSummary.find(file, in: tx) }
        let summary = try #require(found)
        try await Decisions(site.room).decide(
            .complete(stage, on: site.room.day(of: site.clock.now)), in: file,
            seen: .init(stage: summary.stage, since: summary.stageSince), by: player.actor)
    }

    /// A day field filled with today.
    func today(_ field: String) -> [String: String] {
        let parts = site.room.day(of: site.clock.now).parts
        return [field: "\(parts.day)", "\(field)-month": "\(parts.month)", "\(field)-year": "\(parts.year)"]
    }
}

extension Decisions.Draft {
    /// A decision in which nothing is missing that a positive one needs.
    static func complete(_ stage: IdentificationStage, on day: Day) -> Decisions.Draft {
        var draft = Decisions.Draft(to: stage, decidedOn: day)
        draft.facts.age = .adult
        draft.facts.acts = [.recruitment]
        draft.facts.means = [.deception]
        draft.facts.purposes = [.forcedLabour]
        draft.evidence = [.act: [.statement], .means: [.statement], .purpose: [.documents]]
        draft.legalBasis = "act_4_definition"
        draft.reasons = "the grey ledger"
        return draft
    }
}
