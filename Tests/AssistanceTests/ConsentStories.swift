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
