import Access
import Basics
import CaseFixtures
import Fixtures
import Store
import Testing
import WebFixtures

@testable import Identification
@testable import Protection

@Suite struct `The time that a person has` {
    @Test(arguments: Databases.all) func `begins with the presumption, warns before its end three times, and ends on its day`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let began = site.room.day(of: site.clock.now)
            let seen = try await play.cast.worker.visitor.open("/work/cases/\(play.file)/clocks")
            #expect(seen.status == 200 && seen.page.faults == [])
            #expect(seen.page.element(id: "reflection")?.text.contains("No removal may take place") == true)
            let period = try await site.database.read { tx in try Reflection.find(in: play.file, tx: tx) }
            #expect(period?.beganOn == began && period?.endsOn == began.adding(days: 90))
            // 30, 14 and 3 days before the end, as the profile has it.
            for (days, count) in [(40, 0), (21, 1), (16, 2), (11, 3)] {
                site.clock.pass(.days(days))
                _ = try await site.runJobs()
                #expect(try await play.warnings() == count)
            }
            site.clock.pass(.days(4))
            _ = try await site.runJobs()
            #expect(try await play.running.contains("reflection") == false)
            #expect(try await play.notices(.periodEnded) == 1)
        }
    }

    @Test(arguments: Databases.all) func `is extended as often as the rules allow, and never shorter than thirty days`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let began = site.room.day(of: site.clock.now)
            let (file, path) = (play.file, "/work/cases/\(play.file)/clocks")
            let officer = play.cast.officer.visitor
            for _ in 1...2 {
                try await officer.open(path)
                try await officer.fill("/clocks/extension", ["extension-reason": "health"])
            }
            let period = try await site.database.read { tx in try Reflection.find(in: file, tx: tx) }
            #expect(period?.endsOn == began.adding(days: 150) && period?.extensions == 2)
            #expect(
                try await officer.open(path).page.all("form").contains { ($0.attributes["action"] ?? "").hasSuffix("/extension") } == false)
            await #expect(throws: IdentificationRefused.noMoreExtensions) {
                try await Reflection.extend(because: .health, in: file, site.room, by: play.cast.officer.actor)
            }
            site.clock.pass(.days(29))
            let late = try await site.signIn(play.cast.officer.actor.account)
            try await late.visitor.open(path)
            let refused = try await late.visitor.fill("/clocks/end", ["end-reason": "public_order"])
            #expect(refused.status == 422 && refused.text.contains("before thirty days"))
            site.clock.pass(.days(2))
            let later = try await site.signIn(play.cast.officer.actor.account)
            try await later.visitor.open(path)
            try await later.visitor.fill("/clocks/end", ["end-reason": "person_asked"])
            let ended = try await site.database.read { tx in try Reflection.find(in: file, tx: tx) }
            #expect(ended?.isRunning(on: site.room.day(of: site.clock.now)) == false)
        }
    }

    @Test(arguments: Databases.all) func `on a residence permit is a clock that warns, and its number is sealed`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site, stage: .presumed)
            let worker = play.cast.worker.visitor
            let path = "/work/cases/\(play.file)/entries/residence-permit"
            let permit = [
                "kind": "personal_situation", "state": "issued", "issued_on": "20", "issued_on-month": "11", "issued_on-year": "2026",
                "number": "RP 77 green",
            ]
            try await worker.open(path)
            #expect(try await worker.fill("/residence-permit", permit).status == 422)
            try await worker.open(path)
            let kept = try await worker.fill(
                "/residence-permit", permit.merging(["ends_on": "20", "ends_on-month": "12", "ends_on-year": "2027"]) { $1 })
            #expect(kept.status == 200 && kept.text.contains("RP 77 green"))
            #expect(try await play.running.contains("residence-permit"))
            let stored = try await site.database.read { tx in try tx.rows("SELECT number FROM residence_permit") { $0.bytes(0) } }
            #expect(!String(decoding: stored.flatMap { $0 }, as: UTF8.self).contains("RP 77"))
            let clocks = try await worker.open("/work/cases/\(play.file)/clocks")
            #expect(clocks.text.contains("20 December 2027"))
            // Entered by mistake: the clock goes with it.
            let link = try #require(kept.page.links.first { $0.contains("/entries/residence-permit/") })
            try await worker.open(link)
            try await worker.fill("/withdrawal")
            #expect(try await play.running.contains("residence-permit") == false)
        }
    }
}

extension IdentificationPlay {
    /// Warnings to the case worker about a clock that ends soon, of the reflection period alone.
    func warnings() async throws -> Int {
        let (worker, file) = (cast.worker.actor.account, file)
        return try await site.database.read { tx in
            try tx.count(
                """
                SELECT count(*) FROM notice WHERE matter = 'clock.ends-soon' AND account_id = \(worker) AND subject_id = \(file.bytes)
                """
            )
        }
    }
}
