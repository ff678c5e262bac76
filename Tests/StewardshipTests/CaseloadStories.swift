import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A caseload` {
    @Test(arguments: Databases.all) func `goes to a colleague at once, all of it or none`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (one, two) = (try await cast.file(), try await cast.file(of: ["Bina Example"]))
            let supervisor = cast.supervisor.visitor
            let list = try await supervisor.open("/work/caseloads")
            #expect(list.text.contains("Wanda Example") && !list.text.contains("Finn Example") && list.page.faults == [])
            let (wanda, kofi) = (cast.worker.actor.account, cast.colleague.actor.account)
            let other = try await site.signIn(cast.supervisor.actor.account).visitor
            for browser in [supervisor, other] { _ = try await browser.open("/work/caseloads/\(wanda)") }
            // Whoever does not supervise there sees nothing of it.
            #expect(try await cast.stranger.visitor.open("/work/caseloads/\(wanda)").status == 404)
            let done = try await supervisor.send("/work/caseloads/\(wanda)/hand-over", [])
            #expect(done.status != 200)
            let caseloads = Caseloads(room: site.room)
            try await caseloads.handOver([one, two], from: wanda, to: kofi, by: cast.supervisor.actor)
            // The second supervisor, who did not see that, is told, and nothing moves.
            await #expect(throws: StoreRefused.changedMeanwhile) {
                try await caseloads.handOver([two, one], from: wanda, to: cast.supervisor.actor.account, by: cast.supervisor.actor)
            }
            await #expect(throws: CaseRefused.notAColleague) {
                try await caseloads.handOver([one], from: kofi, to: cast.stranger.actor.account, by: cast.supervisor.actor)
            }
            let (mine, events) = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM case_file WHERE assigned_to = \(kofi)"),
                    try tx.count("SELECT count(*) FROM case_event WHERE kind = 'case.handed-over'")
                )
            }
            #expect(mine == 2 && events == 2)
            let stranger = cast.stranger.actor
            await #expect(throws: (any Error).self) { try await caseloads.handOver([one], from: kofi, to: wanda, by: stranger) }
        }
    }

    @Test(arguments: Databases.all) func `has a deputy from the first day of a leave to the last`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (wanda, kofi) = (cast.worker.actor.account, cast.colleague.actor.account)
            let today = site.room.day(of: site.clock.now)
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/identity").status == 404)
            let supervisor = cast.supervisor.visitor
            _ = try await supervisor.open("/work/caseloads/\(wanda)")
            let back = try await supervisor.fill(
                "/leave", ["deputy": "\(kofi)"].merging(today.adding(days: 2).fields("first")) { $1 }.merging(today.fields("last")) { $1 })
            #expect(back.status == 422)
            let set = try await supervisor.fill(
                "/leave",
                ["deputy": "\(kofi)"].merging(today.adding(days: 1).fields("first")) { $1 }
                    .merging(today.adding(days: 3).fields("last")) { $1 })
            #expect(set.status == 200 && set.text.contains("Kofi Example"))
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/identity").status == 404)
            site.clock.pass(.days(1))
            _ = try await site.runJobs()
            let deputy = try await site.signIn(kofi).visitor
            #expect(try await deputy.open("/work/cases/\(file)/identity").text.contains("Amina Example"))
            // A file that comes meanwhile too.
            let second = try await cast.file(of: ["Bina Example"])
            site.clock.pass(.hours(1))
            _ = try await site.runJobs()
            let again = try await site.signIn(kofi).visitor
            #expect(try await again.open("/work/cases/\(second)/identity").text.contains("Bina Example"))
            site.clock.pass(.days(4))
            _ = try await site.runJobs()
            let after = try await site.signIn(kofi).visitor
            #expect(try await after.open("/work/cases/\(file)/identity").status == 404)
        }
    }
}
