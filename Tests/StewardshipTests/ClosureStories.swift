import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `Closing a file` {
    @Test(arguments: Databases.all) func `shows what is open, stops the clocks, ends the shares, and sets the day of forgetting`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            let before = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(before.text.contains("Willow Clinic") && before.page.faults == [])
            try await cast.close(file)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            let (open, until, clocks) = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM case_share WHERE case_id = \(file) AND is_open = 1"),
                    try tx.row("SELECT retain_until FROM case_file WHERE id = \(file)") { $0.text(0) },
                    try tx.count("SELECT count(*) FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL")
                )
            }
            #expect(open == 0 && clocks == 0)
            #expect(until == site.room.day(of: site.clock.now).adding(years: 10).iso)
            // Lists show it by their filter alone.
            #expect(try await cast.worker.visitor.open("/work/cases").text.contains("night market") == false)
            #expect(try await cast.worker.visitor.open("/work/cases?state=closed").text.contains("night market"))
            // A second closure of the same page is told.
            let again = try await cast.worker.visitor.send("/work/cases/\(file)/closure", [])
            #expect(again.status != 200)
        }
    }

    @Test(arguments: Databases.all) func `says that somebody is no victim only after a decision that says so`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let answers = ["reason": "not_a_victim", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            let identified = try await cast.file(stage: .identified)
            let page = try await cast.worker.visitor.open("/work/cases/\(identified)/closure")
            #expect(!page.text.contains("Not identified as a victim"))
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 422)
            let draft = Closure.Draft(
                reason: try #require(site.room.profile.closureReason("not_a_victim")), outcome: .safe, agreement: .agrees, followUp: .no,
                version: 1)
            await #expect(throws: StewardshipRefused.notDecidedSo) {
                try await Closures(room: site.room).close(identified, draft, by: cast.worker.actor)
            }
            let refused = try await cast.file(of: ["Bina Example"], stage: .notIdentified)
            _ = try await cast.worker.visitor.open("/work/cases/\(refused)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `waits for the decision while a review is open`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(stage: .underReview)
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(page.text.contains("Ask the identifying authority to decide first") && !page.text.contains("goals are reached"))
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 422)
        }
    }

    @Test(arguments: Databases.all) func `waits for a decision while a presumption is open, but not after a death or a departure`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let answers = ["outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(page.text.contains("Ask the identifying authority to decide first") && !page.text.contains("goals are reached"))
            #expect(try await cast.worker.visitor.fill("/closure", answers.merging(["reason": "goals_reached"]) { $1 }).status == 422)
            let (room, draft) = (site.room, try #require(site.room.profile.closureReason("goals_reached")))
            await #expect(throws: StewardshipRefused.presumptionOpen) {
                try await Closures(room: room).close(
                    file, .init(reason: draft, outcome: .safe, agreement: .agrees, followUp: .no, note: nil, version: 1),
                    by: cast.worker.actor)
            }
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers.merging(["reason": "lost_contact"]) { $1 }).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `and opening it again have no page for whoever may only read`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            for page in ["closure", "reopening", "transfer", "death"] {
                #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/\(page)").status == 404)
                #expect(try await cast.worker.visitor.open("/work/cases/\(file)/\(page)").status == 200)
            }
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `is refused to the second of two who close at once`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(stage: .identified)
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            _ = try await cast.supervisor.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
            #expect(try await cast.supervisor.visitor.fill("/closure", answers).status == 409)
            let closures = try await site.database.read { tx in try tx.count("SELECT count(*) FROM closure WHERE case_id = \(file)") }
            #expect(closures == 1)
        }
    }

    @Test(arguments: Databases.all) func `does not ask a child for follow-up in place of a guardian`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(path: .child, stage: .identified)
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "yes"]
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            let refused = try await cast.worker.visitor.fill("/closure", answers)
            #expect(refused.status == 422 && refused.text.contains("guardian"))
            try await cast.nameGuardian(of: file)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
            let row = try await site.database.read { tx in
                try tx.row("SELECT follow_up_by, retain_until FROM closure WHERE case_id = \(file)") { ($0.text(0), $0.text(1)) }
            }
            #expect(row?.0 == "guardian")
            // At least nine years old: kept until 28.
            #expect(row?.1 == site.room.day(of: site.clock.now).adding(years: 19).iso)
        }
    }

    @Test(arguments: Databases.all) func `is undone with a reason, and shares are taken up one by one`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            try await cast.close(file)
            let worker = cast.worker.visitor
            _ = try await worker.open("/work/cases/\(file)/reopening")
            #expect(try await worker.fill("/reopening", [:]).status == 422)
            let open = try await worker.fill("/reopening", ["reason": "new_danger"])
            #expect(open.status == 200 && open.text.contains("Willow Clinic"))
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            let share = try #require(
                try await site.database.read { tx in
                    try tx.row("SELECT id FROM case_share WHERE case_id = \(file) AND seat = 'recipient'") {
                        try $0.id(0, of: CaseShare.self)
                    }
                })
            #expect(try await worker.fill("/shares/\(share)").status == 200)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    // promise 2: not for strangers.
    @Test(arguments: Databases.all) func `is no address for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            for path in ["closure", "reopening", "erasure", "bars", "conferences", "missing", "death"] {
                #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path)")
            }
        }
    }
}
