import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

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
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)/identity").status == 403)
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

    @Test(arguments: Databases.all) func `closes where a newer yes covers less`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await record(cast, file, "police", to: cast.investigator)
            let first = try #require(try await ledger(site, file).first)
            try await ConsentShares(site.room).open(first.id, in: file, by: cast.worker.actor)
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)").status == 200)
            site.clock.pass(.seconds(5))
            let (room, now) = (site.room, site.clock.now)
            try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                let less = Consent.Draft(
                    purpose: "police", recipient: cast.investigator.actor.organisation, answer: .yes, parts: [], language: "en",
                    explained: .spoken, evidence: .spoken)
                try ConsentLedger.record(less, in: file, under: permit, profile: room.profile, at: now, tx: tx)
            }
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)").status == 404)
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
            let file = try await cast.file(stage: .detected)
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
            // From that day on the authority has its deadlines.
            let (office, duties) = (
                cast.officer.actor.organisation, try await site.database.read { tx in try CaseClock.running(in: file, tx: tx) }
            )
            #expect(Set(duties.map(\.kind)) == [ClockKind.acknowledgement.code, ClockKind.presumption.code])
            #expect(duties.allSatisfy { $0.organisation == office })
            // A consent to something else gives no seat from which anybody decides.
            let other = try await cast.file(of: ["Bina Example"], stage: .detected)
            try await record(cast, other, "police", to: cast.officer)
            let police = try #require(try await ledger(site, other).first)
            try await ConsentShares(site.room).open(police.id, in: other, by: cast.worker.actor)
            let seat = try await site.database.read { tx in
                try tx.row("SELECT seat FROM case_share WHERE case_id = \(other) AND consent_id = \(police.id)") { $0.text(0) }
            }
            #expect(seat == "recipient")
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
