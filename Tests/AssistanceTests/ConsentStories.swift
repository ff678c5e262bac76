import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `The consent ledger` {
    @Test(arguments: Databases.all) func `refuses to ask a child, and records the child's view beside the guardian's answer`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(path: .child)
            try await cast.nameGuardian(of: file)
            let form = try await cast.worker.visitor.open("/work/cases/\(file)/consents")
            #expect(form.page.faults == [])
            let answer = [
                "purpose": "service_referral", "recipient": "\(cast.provider.actor.organisation)", "answer": "yes", "part": "identity",
                "language": "en", "explained": "spoken", "evidence": "spoken",
            ]
            let refused = try await cast.worker.visitor.fill("/consents", answer.merging(["given-by": "person"]) { $1 })
            #expect(refused.status == 422 && refused.text.contains("Ask the guardian"))
            let guardian = ["given-by": "\(cast.guardian.actor.account)"]
            #expect(try await cast.worker.visitor.fill("/consents", answer.merging(guardian) { $1 }).status == 422)
            let view = ["child-view": "disagrees", "child-words": "I want to stay with my sister."]
            let saved = try await cast.worker.visitor.fill("/consents", answer.merging(guardian) { $1 }.merging(view) { $1 })
            #expect(saved.status == 200 && saved.text.contains("The child does not agree"))
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM consent WHERE case_id = \(file)") } == 1)
        }
    }

    @Test(arguments: Databases.all) func `takes no consent that would have ended before it was given`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let answer = [
                "purpose": "service_referral", "recipient": "\(cast.provider.actor.organisation)", "answer": "yes", "part": "identity",
                "language": "en", "explained": "spoken", "evidence": "spoken", "given-by": "person", "expires": "1", "expires-month": "1",
                "expires-year": "2020",
            ]
            try await cast.worker.visitor.open("/work/cases/\(file)/consents")
            let refused = try await cast.worker.visitor.fill("/consents", answer)
            #expect(refused.status == 422 && refused.text.contains("The day on which this consent ends is past"))
            #expect(try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }.isEmpty)
        }
    }

    // promise 3: whom somebody trusts with what is for whoever keeps the file, and nobody else takes it back in their place.
    @Test(arguments: Databases.all) func `is read and changed by the keeper, and for a child by the authority that protects children`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let adult = try await cast.file()
            try await cast.consent(adult, to: cast.provider)
            try await cast.share(adult, with: cast.officer, [.identity, .services], seat: .identification)
            #expect(try await cast.officer.visitor.open("/work/cases/\(adult)").status == 200)
            #expect(try await cast.officer.visitor.open("/work/cases/\(adult)/consents").status == 404)
            let consent = try await site.database.read { tx in try ConsentLedger.all(in: adult, tx: tx) }.first.unwrapped()
            #expect(try await cast.officer.visitor.open("/work/cases/\(adult)/consents/\(consent.id)/withdrawal").status == 404)
            await #expect(throws: AccessRefused.self) {
                try await ConsentLedgerDesk(room: site.room).withdraw(
                    consent.id, in: adult, by: cast.officer.actor, at: site.clock.now)
            }
            #expect(try await cast.supervisor.visitor.open("/work/cases/\(adult)/consents").status == 200)
            let child = try await cast.file(of: ["Bina Example"], path: .child)
            try await cast.share(child, with: cast.childOfficer, [.identity, .services], seat: .childProtection)
            #expect(try await cast.childOfficer.visitor.open("/work/cases/\(child)/consents").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `closes what rests on a consent that ran out`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider, expires: site.room.day(of: site.clock.now).adding(days: 2))
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            site.clock.pass(.days(4))
            #expect(try await site.runJobs().failed.isEmpty)
            let provider = try await site.signIn(cast.provider.actor.account)
            #expect(try await provider.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await cast.stage(referral) == .withdrawn)
            let worker = try await site.signIn(cast.worker.actor.account)
            #expect(try await worker.visitor.open("/work/cases/\(file)/consents").text.contains("expired"))
        }
    }
}

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

@Suite struct `A file that is opened on a consent` {
    private func ledger(_ site: CaseSite, _ file: ID<CaseFile>) async throws -> [Consent] {
        try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }
    }

    private func record(
        _ cast: CaseCast, _ file: ID<CaseFile>, _ purpose: String, to player: CasePlayer, _ answer: String = "yes",
        part: String = "experience"
    ) async throws {
        try await cast.worker.visitor.open("/work/cases/\(file)/consents")
        let reply = try await cast.worker.visitor.fill(
            "/consents",
            [
                "purpose": purpose, "recipient": "\(player.actor.organisation)", "answer": answer, "given-by": "person", "part": part,
                "language": "en", "explained": "spoken", "evidence": "signed",
            ])
        #expect(reply.status == 200)
    }

    @Test(arguments: Databases.all) func `is seen by the police the person agreed to, once and no longer than they agree`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await record(cast, file, "police", to: cast.investigator)
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)").status == 404)
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/consents")
            #expect(page.page.faults == [] && page.text.contains("They see nothing yet"))
            let opened = try await cast.worker.visitor.fill("/share")
            #expect(opened.status == 200 && opened.text.contains("The file is open to them"))
            let seen = try await cast.investigator.visitor.open("/work/cases/\(file)")
            #expect(seen.status == 200)
            // Whoever works on what is shared with their organisation is told that it is.
            #expect(try await cast.investigator.visitor.open("/work").text.contains("A file is open to your organisation"))
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)/identity").status != 200)
            let consent = try #require(try await ledger(site, file).first)
            await #expect(throws: ConsentRefused.openAlready) {
                try await ConsentShares(site.room).open(consent.id, in: file, by: cast.worker.actor)
            }
            // A later no is as good as a withdrawal.
            try await record(cast, file, "police", to: cast.investigator, "no")
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await ledger(site, file).allSatisfy { $0.answer == .no || $0.withdrawnAt != nil })
            await #expect(throws: ConsentRefused.noConsent) {
                try await ConsentShares(site.room).open(consent.id, in: file, by: cast.worker.actor)
            }
        }
    }

    // A service gets a file with a referral that it accepts, and whoever takes it over with the hand-over: never before.
    @Test(arguments: Databases.all) func `is not opened on a consent to a referral or a hand-over`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            for purpose in [ConsentPurpose.transfer, ConsentPurpose.serviceReferral] {
                try await record(cast, file, purpose, to: cast.provider)
                site.clock.pass(.seconds(5))
            }
            #expect(try await !cast.worker.visitor.open("/work/cases/\(file)/consents").text.contains("They see nothing yet"))
            for consent in try await ledger(site, file) {
                await #expect(throws: ConsentRefused.noGround) {
                    try await ConsentShares(site.room).open(consent.id, in: file, by: cast.worker.actor)
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `gives the identifying authority its seat, and a stranger nothing to open`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await record(cast, file, "identification", to: cast.officer)
            let consent = try #require(try await ledger(site, file).first)
            await #expect(throws: AccessRefused.self) {
                try await ConsentShares(site.room).open(consent.id, in: file, by: cast.stranger.actor)
            }
            try await ConsentShares(site.room).open(consent.id, in: file, by: cast.worker.actor)
            let seats = try await site.database.read { tx in
                try tx.rows("SELECT seat, parts FROM case_share WHERE case_id = \(file) AND consent_id = \(consent.id)") {
                    [$0.text(0), $0.text(1)]
                }
            }
            #expect(seats.map(\.first) == ["identification"] && seats.first?.last?.contains("identity") == false)
            #expect(try await cast.officer.visitor.open("/work").text.contains("open to your organisation"))
        }
    }

    // promise 4: a no takes back at once what rests on the yes before it.
    @Test(arguments: Databases.all) func `closes with a no to everybody, and the referrals that rest on the yes are taken back`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            try await cast.worker.visitor.open("/work/cases/\(file)/consents")
            try await cast.worker.visitor.fill(
                "/consents",
                [
                    "purpose": "service_referral", "answer": "no", "given-by": "person", "language": "en", "explained": "spoken",
                    "evidence": "spoken",
                ])
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await cast.stage(referral) == .withdrawn)
        }
    }
}
