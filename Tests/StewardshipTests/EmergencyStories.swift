import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `Breaking the glass` {
    @Test(arguments: Databases.all) func `shows who somebody is for eight hours, tells the keeper at once, and is reviewed`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let code = try await cast.code(of: file)
            let lena = cast.shelterWorker.visitor
            #expect(try await lena.open("/work/cases/\(file)").status == 404)
            _ = try await lena.open("/work/emergency")
            #expect(try await lena.fill("/emergency", ["code": code, "kind": "medical", "reason": ""]).status == 422)
            _ = try await lena.open("/work/emergency")
            let seen = try await lena.fill("/emergency", ["code": code, "kind": "medical", "reason": "CANARY collapsed at the door"])
            #expect(seen.status == 200 && seen.text.contains("Amina Example"))
            let place = seen.path
            // The file itself, and its other parts, stay out of reach.
            #expect(try await lena.open("/work/cases/\(file)").status == 404)
            #expect(try await lena.open("/work/cases/\(file)/entries/experience").status == 404)
            // Nobody else can use the opening.
            #expect(try await cast.stranger.visitor.open(place).status != 200)
            #expect(try await Inbox(gate: site.room.gate).unread(for: cast.supervisor.actor) >= 1)
            #expect(try await cast.stranger.visitor.open("/work/emergency-reviews").text.contains(code) == false)
            // It ends by itself, whether or not a job has run.
            site.clock.pass(.hours(8))
            let later = try await site.signIn(cast.shelterWorker.actor.account).visitor
            let shut = try await later.open(place)
            #expect(shut.status == 404 && !shut.text.contains("Amina"))
            // The review, with the reason, by somebody of the keeper.
            let supervisor = try await site.signIn(cast.supervisor.actor.account).visitor
            let list = try await supervisor.open("/work/emergency-reviews")
            #expect(list.text.contains(code))
            let one = try await supervisor.open(try #require(list.page.links.first { $0.hasPrefix("/work/emergency-reviews/") }))
            #expect(one.text.contains("CANARY collapsed at the door") && one.text.contains("Lena Example"))
            let other = try await site.signIn(cast.supervisor.actor.account).visitor
            _ = try await other.open(one.path)
            #expect(try await supervisor.fill(one.path, ["verdict": "justified"]).status == 200)
            // Two at once: the second is told.
            #expect(try await other.fill(one.path, ["verdict": "not_justified"]).status == 409)
            let stranger = try await site.signIn(cast.stranger.actor.account).visitor
            #expect(try await stranger.open(one.path).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `that nobody reviews in time rises to the supervisor`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let lena = cast.shelterWorker.visitor
            _ = try await lena.open("/work/emergency")
            _ = try await lena.fill(
                "/emergency", ["code": try await cast.code(of: file), "kind": "threat", "reason": "a man is at the door"])
            site.clock.pass(.days(5))
            _ = try await site.runJobs()
            let late = try await site.database.read { tx in
                try tx.count(
                    "SELECT count(*) FROM case_clock WHERE case_id = \(file) AND kind = 'glass.review' AND late_told_at IS NOT NULL")
            }
            #expect(late == 1)
        }
    }
}

@Suite struct `A person missing from care` {
    @Test(arguments: Databases.all) func `is reported with a clock, rises a level when hours run out, and comes back`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (file, child) = (try await cast.file(), try await cast.file(of: ["Bina Example"], path: .child))
            let worker = cast.worker.visitor
            let today = site.room.day(of: site.clock.now).fields("noticed")
            for one in [file, child] {
                _ = try await worker.open("/work/cases/\(one)/missing")
                let reply = try await worker.fill(
                    "/missing", ["circumstance": "did_not_return", "last-seen": "CANARY red coat"].merging(today) { $1 })
                #expect(reply.status == 200 && reply.text.contains("CANARY red coat") && reply.page.faults == [])
            }
            #expect(try await worker.open("/work/cases/\(file)").text.contains("Missing from care"))
            // A colleague who does not work on the file sees that somebody is missing, not where they were last seen.
            let colleague = try await cast.colleague.visitor.open("/work/cases/\(file)/missing")
            #expect(colleague.status == 200 && !colleague.text.contains("CANARY"))
            #expect(try await cast.stranger.visitor.open("/work/missing").text.contains(try await cast.code(of: file)) == false)
            // Children first.
            let list = try await worker.open("/work/missing").text
            let (first, second) = (try await cast.code(of: child), try await cast.code(of: file))
            let (a, b) = (try #require(list.range(of: first)), try #require(list.range(of: second)))
            #expect(a.lowerBound < b.lowerBound)
            site.clock.pass(.hours(24))
            _ = try await site.runJobs()
            let levels = try await site.database.read { tx in try tx.rows("SELECT level FROM missing_report ORDER BY id") { $0.int(0) } }
            #expect(levels == [2, 2])
            let back = try await site.signIn(cast.worker.actor.account).visitor
            _ = try await back.open("/work/cases/\(file)/missing")
            #expect(try await back.fill("/missing/end", ["ending": "returned"]).status == 200)
            let told = try await back.fill(
                "/return-interview",
                ["interview": "CANARY was held in a flat"].merging(site.room.day(of: site.clock.now).fields("interview-day")) { $1 })
            #expect(told.text.contains("CANARY was held in a flat"))
            let clocks = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL")
            }
            #expect(clocks == 0)
        }
    }

    @Test(arguments: Databases.all) func `who died has no clock of care left, and the file goes to its closure`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let worker = cast.worker.visitor
            _ = try await worker.open("/work/cases/\(file)/missing")
            _ = try await worker.fill(
                "/missing", ["circumstance": "unknown"].merging(site.room.day(of: site.clock.now).fields("noticed")) { $1 })
            _ = try await worker.open("/work/cases/\(file)/death")
            let next = try await worker.fill("/death", ["cause": "unknown", "told": "family"])
            #expect(next.status == 200 && next.path.hasSuffix("/closure"))
            #expect(next.page.all("input").contains { $0.attributes["value"] == "died" && $0.attributes["checked"] != nil })
            let clocks = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL")
            }
            #expect(clocks == 0)
            _ = try await worker.open("/work/cases/\(file)/death")
            #expect(try await worker.open("/work/cases/\(file)").text.contains("The person died"))
        }
    }
}
