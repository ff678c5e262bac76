import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
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
            for words in ["How the answer was given", "Spoken answer before a witness", "Signed answer", "Through an interpreter"] {
                #expect(form.text.contains(words), "\(words)")
            }
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
            #expect(refused.status == 422 && refused.text.contains("This day is over. Write today or a day to come."))
            // What is to be corrected stands before the ledger, however long that is.
            let (problem, ledger) = (refused.text.range(of: "Please correct this"), refused.text.range(of: "id=\"disclosures\""))
            let (first, second) = (try #require(problem), try #require(ledger))
            #expect(first.lowerBound < second.lowerBound)
            #expect(try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }.isEmpty)
        }
    }

    // The newest answer is the one that counts, for what is open already too.
    @Test(arguments: Databases.all) func `lets a newer yes take the place of the one before, no wider and no longer`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            let today = site.room.day(of: site.clock.now)
            func provider() async throws -> Int {
                try await site.signIn(cast.provider.actor.account).visitor.open("/work/cases/\(file)").status
            }
            try await cast.consent(file, to: cast.provider, expires: today.adding(days: 2))
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            // Asked again before it ends: the help goes on past the first day.
            site.clock.pass(.minutes(1))
            try await cast.consent(file, to: cast.provider)
            site.clock.pass(.days(4))
            #expect(try await site.runJobs().failed.isEmpty)
            let (stage, status) = (try await cast.stage(referral), try await provider())
            #expect(stage == .accepted && status == 200)
            // Taken back once: neither is left.
            let newest = try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }.first.unwrapped()
            try await ConsentLedgerDesk(room: site.room).withdraw(newest.id, in: file, by: cast.supervisor.actor, at: site.clock.now)
            let after = try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }
            #expect(after.allSatisfy { $0.withdrawnAt != nil })
            let (ended, gone) = (try await cast.stage(referral), try await provider())
            #expect(ended == .withdrawn && gone == 404)
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
            // A colleague who does not work on the file reads it, and is offered nothing that would not be taken.
            let read = try await cast.colleague.visitor.open("/work/cases/\(adult)/consents")
            #expect(read.status == 200 && !read.text.contains("Record an answer") && !read.text.contains("Withdraw"))
            #expect(try await cast.worker.visitor.open("/work/cases/\(adult)/consents").text.contains("Record an answer"))
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
