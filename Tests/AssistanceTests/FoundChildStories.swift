import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `A person who is found to be a child` {
    // Somebody who sleeps in a shelter is not lost from its sight because their age is in doubt.
    @Test(arguments: Databases.all) func `stays with the service that looks after them, until a guardian decides`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let other = try await cast.service("Quiet counsel", kind: "crisis_support", group: "women", by: cast.provider)
            let accepted = try await cast.refer(file, to: [service]).unwrapped()
            site.clock.pass(.seconds(5))
            let waiting = try await cast.refer(file, to: [other]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(accepted)")
            try await cast.provider.visitor.fill("/acceptance")
            let (room, now) = (site.room, site.clock.now)
            try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                try tx.run("UPDATE case_file SET path = 'unsure' WHERE id = \(file)")
                let consent = try ConsentLedger.all(in: file, tx: tx).first.unwrapped()
                let share = try tx.row("SELECT id FROM case_share WHERE consent_id = \(consent.id)") {
                    try $0.id(0, of: CaseShare.self)
                }.unwrapped()
                let ground = try DisclosureGround.childProtection(continuing: share, in: file, tx: tx)
                try CaseShare.carryOn(share, of: file, for: consent.purpose, on: ground, under: permit, at: now, tx: tx)
                try ConsentLedger.lapse(consent.id, in: file, under: permit, at: now, tx: tx)
            }
            site.clock.pass(.minutes(30))
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(try await cast.stage(accepted) == .accepted)
            let dara = try await site.signIn(cast.provider.actor.account).visitor
            #expect(try await dara.open("/work/cases/\(file)").status == 200)
            // What nobody had accepted is asked anew.
            #expect(try await cast.stage(waiting) == .withdrawn)
            // The guardian decides: what they say no to ends at once.
            try await cast.nameGuardian(of: file)
            let guardian = cast.guardian.actor.account
            func decide(_ answer: Consent.Answer) async throws {
                site.clock.pass(.seconds(5))
                let at = site.clock.now
                try await room.gate.change(.recordConsent, on: file, for: cast.supervisor.actor) { tx, permit in
                    let draft = Consent.Draft(
                        purpose: ConsentPurpose.serviceReferral, recipient: cast.provider.actor.organisation, answer: answer,
                        givenBy: .guardian(guardian), parts: [.identity], language: "en", explained: .spoken, evidence: .spoken)
                    try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: at, tx: tx)
                }
            }
            try await decide(.yes)
            let ground = try await site.database.read { tx in
                try tx.row("SELECT ground FROM case_share WHERE case_id = \(file) AND seat = 'recipient' AND closed_at IS NULL") {
                    $0.text(0)
                }
            }
            #expect(ground == "guardian")
            try await decide(.no)
            #expect(try await dara.open("/work/cases/\(file)").status == 404)
        }
    }
}
