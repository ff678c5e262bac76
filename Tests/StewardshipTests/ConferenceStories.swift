import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A case conference` {
    @Test(arguments: Databases.all) func `brings agencies to one table, each with what its share lets it see, and gives tasks`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            var worker = cast.worker.visitor
            let day = site.room.day(of: site.clock.now).adding(days: 3)
            _ = try await worker.open("/work/cases/\(file)/conferences")
            let called = try await worker.fill("/conferences", ["hour": "10", "venue": "in_person"].merging(day.fields("day")) { $1 })
            #expect(called.status == 200 && called.page.faults == [])
            let place = called.path
            // Only an organisation with a share can be invited.
            let stranger = "\(cast.stranger.actor.organisation)"
            #expect(try await worker.fill("/invitations", ["organisation": stranger]).status == 422)
            _ = try await worker.open(place)
            #expect(try await worker.fill("/invitations", ["organisation": "\(cast.provider.actor.organisation)"]).status == 200)
            for (part, text) in [("care", "CANARY care"), ("experience", "CANARY experience")] {
                _ = try await worker.open(place)
                #expect(try await worker.fill("/agenda", ["file": "\(file)", "part": part, "text": text]).status == 200)
            }
            // The clinic sees its part and adds to it; the rest is not in the answer.
            var clinic = cast.provider.visitor
            let seen = try await clinic.open(place)
            #expect(seen.status == 200 && seen.text.contains("CANARY care") && !seen.text.contains("CANARY experience"))
            #expect(try await clinic.open("/work/conferences").page.links.contains(place))
            _ = try await clinic.open(place)
            #expect(try await clinic.fill("/agenda", ["file": "\(file)", "part": "care", "text": "CANARY clinic"]).status == 200)
            _ = try await clinic.open(place)
            #expect(try await clinic.fill("/agenda", ["file": "\(file)", "part": "experience", "text": "x"]).status == 422)
            // Whoever was not invited, and whoever has no share, is at no table.
            for player in [cast.stranger, cast.shelterWorker, cast.officer] {
                #expect(try await player.visitor.open(place).status == 404)
                #expect(try await player.visitor.open(place + "/minutes").status == 404)
            }
            // Nobody has come to what has not begun.
            _ = try await worker.open(place)
            let early = try await worker.fill(
                "/attendance", ["came-\(cast.worker.actor.organisation)": "came", "came-\(cast.provider.actor.organisation)": "came"])
            #expect(early.status == 422 && early.text.contains("has not begun") && early.page.faults == [])
            site.clock.pass(.days(4))
            worker = try await site.signIn(cast.worker.actor.account).visitor
            clinic = try await site.signIn(cast.provider.actor.account).visitor
            // Decisions follow the meeting.
            _ = try await worker.open(place)
            let (harbour, willow) = (cast.worker.actor.organisation, cast.provider.actor.organisation)
            #expect(try await worker.fill("/attendance", ["came-\(harbour)": "came", "came-\(willow)": "came"]).status == 200)
            let decision = ["file": "\(file)", "part": "care", "kind": "safety", "text": "CANARY decision"]
            #expect(try await worker.fill("/decisions", decision).status == 200)
            let due = site.room.day(of: site.clock.now).adding(days: 2)
            _ = try await worker.open(place)
            let task = ["file": "\(file)", "part": "care", "text": "CANARY task", "owner": "\(willow)"].merging(due.fields("due")) { $1 }
            let past = try await worker.fill("/tasks", task.merging(due.adding(days: -3).fields("due")) { $1 })
            #expect(past.status == 422 && past.text.contains("This day is over. Write today or a day to come."))
            _ = try await worker.open(place)
            #expect(try await worker.fill("/tasks", task).status == 200)
            let tasks = try await clinic.open("/work/tasks")
            #expect(tasks.text.contains(try await cast.code(of: file)) && tasks.page.faults == [])
            let farField = try await site.signIn(cast.stranger.actor.account).visitor
            #expect(try await farField.open("/work/tasks").text.contains(try await cast.code(of: file)) == false)
            // It is late, and alarms.
            site.clock.pass(.days(4))
            _ = try await site.runJobs()
            let late = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM case_clock WHERE kind = 'conference.task' AND late_told_at IS NOT NULL")
            }
            #expect(late == 1)
            let back = try await site.signIn(cast.provider.actor.account).visitor
            let mine = try await back.open("/work/tasks")
            #expect(mine.text.contains("late"))
            let second = try await site.signIn(cast.provider.actor.account).visitor
            _ = try await second.open("/work/tasks")
            #expect(try await back.fill("/completion").status == 200)
            // What is refused by itself leads back to where it can be looked at again.
            let over = try await second.fill("/completion")
            #expect(over.status == 409 && over.page.links.contains("/work/tasks") && over.page.text.contains("Back to the page"))
            let printed = try await back.open(place + "/minutes")
            #expect(printed.text.contains("CANARY decision") && printed.page.all("textarea").isEmpty)
            // The share ends: so does the seat at the table.
            try await site.database.write { tx in
                try tx.run("UPDATE case_share SET closed_at = 1 WHERE case_id = \(file) AND seat = 'recipient'")
            }
            #expect(try await back.open(place).status == 404)
            #expect(try await back.open("/work/tasks").text.contains(try await cast.code(of: file)) == false)
        }
    }

    @Test(arguments: Databases.all) func `takes no decision before it was held, and is cancelled once`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let worker = cast.worker.visitor
            let day = site.room.day(of: site.clock.now).adding(days: 1)
            _ = try await worker.open("/work/cases/\(file)/conferences")
            let place = try await worker.fill("/conferences", ["hour": "10", "venue": "video"].merging(day.fields("day")) { $1 }).path
            let conferences = Conferences(room: site.room)
            let id = try #require(ID<Conference>(String(place.split(separator: "/").last ?? "")))
            await #expect(throws: StewardshipRefused.conferenceNotHeld) {
                try await conferences.decide(.safety, .care, "x", on: file, in: id, by: cast.worker.actor)
            }
            _ = try await worker.open(place)
            let supervisor = cast.supervisor.visitor
            _ = try await supervisor.open(place)
            #expect(try await worker.fill("/cancellation").status == 200)
            #expect(try await supervisor.fill("/cancellation").status == 409)
            #expect(Conference.Stage.called.may(become: .closed) == false && Conference.Stage.cancelled.may(become: .held) == false)
        }
    }

    @Test(arguments: Databases.all) func `is called for a moment to come, about a file that is open`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (worker, today) = (cast.worker.visitor, site.room.day(of: site.clock.now))
            _ = try await worker.open("/work/cases/\(file)/conferences")
            let yesterday = try await worker.fill(
                "/conferences", ["hour": "10", "venue": "video"].merging(today.adding(days: -1).fields("day")) { $1 })
            #expect(yesterday.status == 422 && yesterday.page.element(id: "problems")?.text.contains("Day: This day is over") == true)
            // Today at midnight is over too, whatever the time is now.
            let midnight = try await worker.fill("/conferences", ["hour": "0", "venue": "video"].merging(today.fields("day")) { $1 })
            #expect(midnight.status == 422 && midnight.page.element(id: "problems")?.text.contains("Hour: A conference is called") == true)
            // The hour that runs is not over, and whoever met at once can say who came.
            let now = try await worker.fill("/conferences", ["hour": "11", "venue": "video"].merging(today.fields("day")) { $1 })
            #expect(now.status == 200)
            #expect(try await worker.fill("/attendance", ["came-\(cast.worker.actor.organisation)": "came"]).status == 200)
            _ = try await worker.open("/work/cases/\(file)/conferences")
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET closed_at = \(site.clock.now), closure_reason = 'opened_in_error' WHERE id = \(file)")
            }
            let closed = try await worker.fill(
                "/conferences", ["hour": "10", "venue": "video"].merging(today.adding(days: 1).fields("day")) { $1 })
            #expect(closed.status == 422 && closed.page.faults == [])
            #expect(closed.page.element(id: "problems")?.text.contains("This file is closed") == true)
            #expect(closed.page.links.contains("/work/cases/\(file)"))
            #expect(try await worker.open("/work/cases/\(file)/conferences").text.contains("Reopen it first"))
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM conference") } == 1)
        }
    }
}
