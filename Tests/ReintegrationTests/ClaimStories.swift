import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Reintegration
import Store
import Testing
import WebFixtures

@Suite struct `A claim` {
    private func prepare(_ it: ReturnCast, _ more: [String: String] = [:]) async throws -> String {
        let visitor = it.cast.worker.visitor
        try await visitor.open("/work/cases/\(it.file)/claims/new")
        let values = ["kind": "labour", "currency": "eur", "against": "Invented Fish Ltd", "reference": "L 12/26"]
        let made = try await visitor.fill("/claims", values.merging(more) { $1 })
        #expect(made.status == 200 && made.text.contains("Invented Fish Ltd"))
        return made.path
    }

    private func move(_ it: ReturnCast, _ claim: String, to stage: String, _ more: [String: String] = [:]) async throws -> Reply {
        try await it.cast.worker.visitor.open(claim + "/stage")
        return try await it.cast.worker.visitor.fill("/stage", ["stage": stage].merging(it.day("on", it.today)) { $1 }.merging(more) { $1 })
    }

    private func pay(_ it: ReturnCast, _ claim: String, _ amount: String) async throws -> Reply {
        try await it.cast.worker.visitor.open(claim + "/payments")
        return try await it.cast.worker.visitor.fill(
            "/payments", ["amount": amount, "payee": "person"].merging(it.day("on", it.today)) { $1 })
    }

    @Test(arguments: Databases.all) func `for wages is worked out, filed, awarded and paid`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let visitor = it.cast.worker.visitor
            let claim = try await prepare(it)
            // 28 days, six of seven, 12 hours, 8 of them plain at 2.50, overtime at half as much again.
            try await visitor.open(claim + "/wages")
            let first = try #require(Day(iso: "2026-02-01"))
            let values = [
                "hours": "12", "normal": "8", "days": "6", "agreed": "2", "minimum": "2.50", "overtime": "150", "paid": "100",
                "deducted": "40",
            ]
            let period = values.merging(it.day("first", first)) { $1 }.merging(it.day("last", first.adding(days: 27))) { $1 }
            let sum = try await visitor.fill("/wages", period)
            // 24 days × 8 h × 2.50 = 480; 24 × 4 h × 2.50 × 1.5 = 360; received 60.
            #expect(sum.page.text.contains("480.00 EUR") && sum.page.text.contains("360.00 EUR") && sum.page.text.contains("780.00 EUR"))
            #expect(sum.page.faults == [])
            // The same days again would be paid twice.
            #expect(try await visitor.fill("/wages", period).status == 422)
            try await visitor.open(claim + "/wages")
            #expect(try await visitor.fill("/asking").page.text.contains("780.00 EUR"))
            // No stage is skipped.
            #expect(try await move(it, claim, to: "paid").status == 422)
            #expect(try await move(it, claim, to: "filed").status == 200)
            #expect(try await move(it, claim, to: "awarded").status == 422)
            #expect(try await move(it, claim, to: "awarded", ["awarded": "700"]).status == 200)
            #expect(try await pay(it, claim, "800").status == 422)
            #expect(try await pay(it, claim, "200").page.text.contains("500.00 EUR"))
            let done = try await pay(it, claim, "500")
            #expect(done.page.text.contains("Paid in full") && done.page.faults == [])
            #expect(try await visitor.open("/work/claims").page.faults == [])
        }
    }

    @Test(arguments: Databases.all) func `is warned of 90, 30 and 7 days before its limit`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let limit = it.day("limit", it.today.adding(days: 100))
            let visitor = it.cast.worker.visitor
            try await visitor.open("/work/cases/\(it.file)/claims/new")
            let lawless = ["kind": "fund", "currency": "EUR", "asked": "900"].merging(limit) { $1 }
            let refused = try await visitor.fill("/claims", lawless)
            #expect(refused.status == 422 && refused.text.contains("Write the law that sets the last day"))
            _ = try await prepare(it, ["law": "Fund Act, section 4"].merging(limit) { $1 })
            var told: [Int] = []
            for _ in 0..<100 {
                let before = try await it.notices("clock.ends-soon", for: it.cast.worker)
                site.clock.pass(.days(1))
                #expect(try await site.runJobs().failed == [:])
                if try await it.notices("clock.ends-soon", for: it.cast.worker) > before { told.append(it.today.daysSinceEpoch) }
            }
            #expect(told.count == 3)
            #expect(zip(told, told.dropFirst()).map { $1 - $0 } == [60, 23])
        }
    }

    @Test(arguments: Databases.all) func `is seen by those who see the legal side, and its texts go with the person`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let claim = try await prepare(it, ["asked": "900"])
            #expect(try await it.cast.stranger.visitor.open(claim).status == 404)
            #expect(try await it.cast.stranger.visitor.open(claim + "/wages").status == 404)
            // A share of the return alone shows no claim; the role could read one.
            try await it.cast.share(it.file, with: it.cast.provider, [.homeward])
            #expect(try await it.cast.provider.visitor.open(claim).status == 404)
            try await it.cast.share(it.file, with: it.cast.provider, [.legal])
            #expect(try await it.cast.provider.visitor.open(claim).status == 200)
            // Two at once: the second sees that it changed.
            let second = try await site.signIn(it.cast.worker.actor.account)
            for visitor in [it.cast.worker.visitor, second.visitor] { try await visitor.open(claim + "/stage") }
            let values = ["stage": "filed"].merging(it.day("on", it.today)) { $1 }
            #expect(try await it.cast.worker.visitor.fill("/stage", values).status == 200)
            #expect(try await second.visitor.fill("/stage", values).status == 409)
            let file = it.file
            let person = try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
            if let person { _ = try await site.room.erasure.erase(person, at: site.clock.now) }
            #expect(try await it.count("SELECT count(*) FROM claim WHERE against IS NOT NULL OR reference IS NOT NULL") == 0)
            #expect(try await it.count("SELECT asked FROM claim") == 90_000)
        }
    }

    @Test(arguments: Databases.all) func `takes no amount of nothing, no currency that is none, and no day that can't be`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let visitor = it.cast.worker.visitor
            try await visitor.open("/work/cases/\(it.file)/claims/new")
            for (name, value, said) in [
                ("currency", "ZZZ", "Currency: No currency has these letters"), ("asked", "0", "Asked: Write an amount above 0"),
                ("asked", "-5", "Asked: Write an amount"),
            ] {
                let refused = try await visitor.fill("/claims", ["kind": "fund", "currency": "EUR"].merging([name: value]) { $1 })
                #expect(refused.status == 422 && refused.page.element(id: "problems")?.text.contains(said) == true, "\(name) \(value)")
            }
            let claim = try await prepare(it, ["asked": "900"])
            #expect(try await move(it, claim, to: "filed").status == 200)
            #expect(try await move(it, claim, to: "awarded", ["awarded": "0"]).text.contains("Write an amount above 0"))
            let ahead = try await move(it, claim, to: "awarded", ["awarded": "9"].merging(it.day("on", it.today.adding(days: 1))) { $1 })
            #expect(ahead.status == 422 && ahead.page.element(id: "problems")?.text.contains("On: This day has not come yet") == true)
            #expect(try await move(it, claim, to: "awarded", ["awarded": "700"]).status == 200)
            #expect(try await pay(it, claim, "0").text.contains("Write an amount above 0"))
        }
    }

    @Test(arguments: Databases.all) func `for wages counts no day before the person's birth or to come, and no day of 25 hours`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let visitor = it.cast.worker.visitor
            let claim = try await prepare(it)
            try await visitor.open(claim + "/wages")
            let first = try #require(Day(iso: "2026-02-01"))
            let sound = ["hours": "12", "normal": "8", "days": "7", "agreed": "2", "overtime": "150", "paid": "0"]
                .merging(it.day("first", first)) { $1 }.merging(it.day("last", first.adding(days: 27))) { $1 }
            let unborn = try #require(Day(iso: "1985-02-01"))
            for (wrong, said) in [
                (["hours": "25"], "Hours worked a day: A day has 24 hours"),
                (["agreed": "0"], "Agreed for an hour: Write an amount above 0"),
                (it.day("last", it.today.adding(days: 1)), "Last day: This day has not come yet"),
                (it.day("first", unborn), "First day: The person was not born yet"),
            ] {
                let refused = try await visitor.fill("/wages", sound.merging(wrong) { $1 })
                #expect(refused.status == 422 && refused.page.element(id: "problems")?.text.contains(said) == true, "\(said)")
            }
            #expect(try await visitor.fill("/wages", sound).status == 200)
        }
    }
}
