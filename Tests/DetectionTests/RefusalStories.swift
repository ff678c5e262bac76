import Access
import Basics
import CaseFixtures
import Detection
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `An adult who refuses` {
    @Test(arguments: Databases.all) func `leaves a count without identity, and help is still offered`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            try await play.fillIn(signs: ["sign-documents_held": "yes"])
            // What it does is said first: until then nothing is lost, and there is a way back.
            let before = try await cast.guardAtBorder.visitor.fill("/steps/consent", ["consent": "no", "refusal-reason": "needs_time"])
            #expect(before.status == 200 && before.text.contains("The person says no"))
            #expect(try await play.count("SELECT count(*) FROM draft") == 1)
            let card = try await cast.guardAtBorder.visitor.fill("/steps/consent")
            #expect(card.status == 200 && card.text.contains("555 0103") && card.page.faults == [])
            for table: SQL in ["draft", "person", "case_file", "referral", "referral_indicator", "kept_contact", "blind_index"] {
                let left = try await play.count(
                    "SELECT count(*) FROM \(sql: table) \(sql: table == "blind_index" ? "WHERE kind = 'person_name'" : .none)")
                #expect(left == 0)
            }
            let row = try await site.database.read { tx in
                try tx.row("SELECT setting, signs, sex, age_band, reason, quarter FROM refusal_notification") { row in
                    "\(row.text(0)) \(row.int(1)) \(row.text(2)) \(row.text(3)) \(row.text(4)) \(row.text(5))"
                }
            }
            #expect(row?.hasPrefix("border 1 female adult needs_time 20") == true)
            // Nobody is asked again who did not allow it.
            try await cast.guardAtBorder.visitor.fill("/contacts", ["ask-again": "no", "channel": "+999 555 0199"])
            #expect(try await play.count("SELECT count(*) FROM kept_contact") == 0)
        }
    }

    @Test(arguments: Databases.all) func `is asked again where they allowed it, by that organisation alone, until the contact expires`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.fillIn()
            try await cast.worker.visitor.fill("/steps/consent", ["consent": "no"])
            try await cast.worker.visitor.fill("/steps/consent")
            let refused = try await cast.worker.visitor.fill("/contacts", ["ask-again": "yes"])
            #expect(refused.status == 422)
            let list = try await cast.worker.visitor.fill("/contacts", ["ask-again": "yes", "channel": "+999 555 0199", "how": "mornings"])
            #expect(list.status == 200 && !list.text.contains("0199"))
            let kept = try await site.database.read { tx in
                try tx.row("SELECT id, contact FROM kept_contact") { (try $0.id(0, of: KeptContact.self), $0.bytes(1)) }
            }
            let (id, sealed) = try #require(kept)
            #expect(!String(decoding: sealed, as: UTF8.self).contains("0199"))
            let address = "/work/referrals/reoffers/\(id)"
            #expect(try await cast.colleague.visitor.open(address).text.contains("+999 555 0199"))
            #expect(try await cast.guardAtBorder.visitor.open(address).status == 404)
            #expect(try await cast.stranger.visitor.open("/work/referrals/reoffers").text.contains("\(id)") == false)
            // On the day the organisation is told.
            site.clock.pass(.days(15))
            _ = try await site.runJobs()
            let later = try await site.signIn(cast.worker.actor.account)
            #expect(try await later.visitor.open("/work").text.contains("may be asked again"))
            // Kept for 60 days in Examplia, then the key is destroyed.
            site.clock.pass(.days(60))
            _ = try await site.runJobs()
            #expect(try await play.count("SELECT count(*) FROM kept_contact") == 0)
            await #expect(throws: VaultRefused.erased) { _ = try await site.room.vault.key(for: id) }
        }
    }

    @Test(arguments: Databases.all) func `who says no again is forgotten at once, and two who settle it at once lose no answer`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.fillIn()
            try await cast.worker.visitor.fill("/steps/consent", ["consent": "no"])
            try await cast.worker.visitor.fill("/steps/consent")
            try await cast.worker.visitor.fill("/contacts", ["ask-again": "yes", "channel": "+999 555 0199"])
            let id = try #require(
                try await site.database.read { tx in try tx.row("SELECT id FROM kept_contact") { try $0.id(0, of: KeptContact.self) } })
            try await cast.worker.visitor.open("/work/referrals/reoffers/\(id)")
            try await cast.colleague.visitor.open("/work/referrals/reoffers/\(id)")
            try await cast.colleague.visitor.fill("/outcome", ["outcome": "not_reached"])
            #expect(try await cast.worker.visitor.fill("/outcome", ["outcome": "declined"]).status == 409)
            try await cast.worker.visitor.open("/work/referrals/reoffers/\(id)")
            try await cast.worker.visitor.fill("/outcome", ["outcome": "declined"])
            #expect(try await play.count("SELECT count(*) FROM kept_contact") == 0)
            await #expect(throws: VaultRefused.erased) { _ = try await site.room.vault.key(for: id) }
        }
    }
}
