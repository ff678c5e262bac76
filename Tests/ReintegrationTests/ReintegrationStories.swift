import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Reintegration
import Store
import Testing
import WebFixtures

@Suite struct `Life after an arrival` {
    /// The check of a month.
    private func check(_ month: Int, _ it: ReturnCast) async throws -> String {
        let file = it.file
        return try await it.site.database.read { tx in
            try tx.row("SELECT id FROM monitoring_check WHERE case_id = \(file) AND month = \(month)") {
                try $0.id(0, of: CaseFile.self).description
            }
        } ?? ""
    }

    private func report(
        _ month: Int, _ it: ReturnCast, by player: CasePlayer, safety: Int = 2, _ more: [String: String] = [:]
    ) async throws -> Reply {
        let id = try await check(month, it)
        try await player.visitor.open("/work/cases/\(it.file)/reintegration/\(id)")
        let values = ["contact": "visit", "safety": "\(safety)", "housing": "2", "income": "1", "health": "2", "relations": "2"]
        return try await player.visitor.fill("/reintegration/\(id)", values.merging(more) { $1 })
    }

    @Test(arguments: Databases.all) func `is followed by the partner to the sixth month, and a late report alarms`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            try await it.prepare()
            try await it.consent()
            try await it.setOut()
            _ = try await it.arrive()
            #expect(try await it.count("SELECT count(*) FROM monitoring_check WHERE state = 'due'") == 5)
            // The first month, in time. Sessions end meanwhile: both sign in again.
            site.clock.pass(.days(32))
            let partner = try await site.signIn(it.cast.returnPartner.actor.account)
            #expect(try await partner.visitor.open("/work/reintegration").text.contains("night market"))
            let first = try await report(1, it, by: partner, ["note": "lives with her mother Ngozi"])
            #expect(first.status == 200 && first.page.faults == [] && first.text.contains("her mother Ngozi"))
            // The third month: nobody writes until it is late.
            site.clock.pass(.days(80))
            #expect(try await site.runJobs().failed == [:])
            #expect(try await it.notices("monitoring.late", for: it.cast.worker) == 1)
            #expect(try await it.notices("monitoring.late", for: it.cast.supervisor) == 1)
            #expect(try await it.notices("clock.late", for: it.cast.returnPartner) == 1)
            let again = try await site.signIn(it.cast.returnPartner.actor.account)
            let third = try await report(3, it, by: again, safety: 1)
            #expect(third.page.text.contains("late") && third.page.text.contains("got worse"))
            #expect(try await it.notices("monitoring.worse", for: it.cast.worker) == 1)
            site.clock.pass(.days(75))
            let later = try await site.signIn(it.cast.returnPartner.actor.account)
            #expect(try await report(6, it, by: later, safety: 3).status == 200)
            #expect(try await it.count("SELECT count(*) FROM monitoring_report WHERE is_late = 1") == 1)
            // A month is reported once.
            let id = try await check(6, it)
            #expect(try await later.visitor.open("/work/cases/\(it.file)/reintegration/\(id)").status == 409)
            let page = try await later.visitor.open("/work/cases/\(it.file)/reintegration")
            #expect(page.page.first("svg") != nil && page.page.faults == [])
        }
    }

    @Test(arguments: Databases.all) func `in danger alarms at once, and the person is referred again in a linked file`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            try await it.prepare()
            try await it.consent()
            try await it.setOut()
            _ = try await it.arrive()
            #expect(try await report(1, it, by: it.cast.returnPartner, safety: 0, ["incidents": "trafficked_again"]).status == 200)
            #expect(try await it.notices("monitoring.danger", for: it.cast.worker) == 1)
            #expect(try await it.notices("monitoring.danger", for: it.cast.supervisor) == 1)
            let page = try await it.cast.worker.visitor.open("/work/cases/\(it.file)/reintegration")
            #expect(page.page.text.contains("in danger"))
            let renewed = try await it.cast.worker.visitor.fill("/referral")
            #expect(renewed.status == 200 && renewed.page.text.contains("Referred again"))
            #expect(
                try await it.count("SELECT count(*) FROM renewed_referral r JOIN case_file c ON c.id = r.new_case_id WHERE c.is_urgent = 1")
                    == 1)
            // The partner, who has no business with the new file, does not see it.
            #expect(try await it.cast.returnPartner.visitor.open(renewed.path).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `is followed no longer when the person withdraws consent`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            try await it.prepare()
            let consent = try await it.consent()
            try await it.setOut()
            _ = try await it.arrive()
            let (file, now) = (it.file, site.clock.now)
            try await site.room.gate.change(.recordConsent, on: file, for: it.cast.worker.actor) { tx, permit in
                try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            }
            #expect(try await it.cast.returnPartner.visitor.open("/work/reintegration").text.contains("night market") == false)
            site.clock.pass(.hours(2))
            #expect(try await site.runJobs().failed == [:])
            #expect(try await it.count("SELECT count(*) FROM monitoring_check WHERE state = 'due'") == 0)
            #expect(try await it.count("SELECT count(*) FROM case_clock WHERE kind = 'monitoring.report' AND stopped_at IS NULL") == 0)
        }
    }

    @Test(arguments: Databases.all) func `of somebody who stays is reported by the worker`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let worker = it.cast.worker.visitor
            try await worker.open("/work/cases/\(it.file)/reintegration/stay")
            #expect(try await worker.fill("/reintegration/stay", it.day("from", it.today)).status == 200)
            #expect(try await report(1, it, by: it.cast.worker).status == 200)
            try await worker.open("/work/cases/\(it.file)/reintegration/stay")
            #expect(try await worker.fill("/reintegration/stay", it.day("from", it.today)).status == 422)
        }
    }
}
