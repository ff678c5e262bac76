import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@testable import Assistance

@Suite struct `What was given on a condition` {
    // promise 3: a field that was left out for somebody is left out of what they give on.
    @Test(arguments: Databases.all) func `is given on with the same condition`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.share(file, with: cast.stranger, [.identity, .services], without: [IdentityPart.contact.name])
            let set = ShareSet(
                services: [service], urgency: .today, basis: "danger_to_life", parts: [.identity, .experience], hidden: HiddenFields(),
                reason: "he knows where she is")
            try await ReferralDesk(room: site.room).send(set, for: file, by: cast.stranger.actor, at: site.clock.now)
            let sent = try await cast.newestReferral(of: file).unwrapped()
            let referral = try await site.database.read { tx in try ServiceReferral.find(sent, in: tx) }.unwrapped()
            #expect(referral.parts == [.summary, .identity, .services])
            #expect(referral.hidden.names == [IdentityPart.contact.name])
        }
    }

    // promise 3: a recipient sees what it was given, and not with whom else the person shares, nor where else they are helped.
    @Test(arguments: Databases.all) func `does not come with the ledger of whoever gave it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.share(file, with: cast.stranger, [.services])
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/consents").status == 200)
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/consents").status == 404)
            let seen = try await cast.stranger.visitor.open("/work/cases/\(file)/timeline")
            #expect(seen.status == 200 && !seen.text.contains("Willow Clinic"))
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/timeline").text.contains("Willow Clinic"))
        }
    }

    @Test(arguments: Databases.all) func `is in no package once the consent has run out`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            let today = site.room.day(of: site.clock.now)
            try await cast.consent(file, to: cast.provider, expires: today)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            let desk = PackageDesk(room: site.room)
            let (token, code) = try await desk.make(referral, by: cast.worker.actor, at: site.clock.now, in: .en)
            // A day later, before any job has run.
            site.clock.pass(.hours(30))
            guard case .gone = try await desk.open(token, code: code, at: site.clock.now) else {
                Issue.record("The package opened without a ground.")
                return
            }
            let kept = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM service_package WHERE content IS NOT NULL")
            }
            #expect(kept == 0)
        }
    }
}
