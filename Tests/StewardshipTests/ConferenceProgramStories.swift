import Access
import Basics
import CaseFixtures
import Fixtures
import HTTPTypes
import Protection
import Store
import Testing
import Web
import WebFixtures

@testable import Stewardship

@Suite struct `A case conference by a program` {
    @Test(arguments: Databases.all) func `brings agencies to one table, each with what its share lets it see, and gives tasks`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            let (worker, clinic) = (try await site.token(of: cast.worker), try await site.token(of: cast.provider))
            let (harbour, willow) = (cast.worker.actor.organisation, cast.provider.actor.organisation)
            let day = site.room.day(of: site.clock.now)
            func send(_ path: String, _ json: String, by token: String) async throws -> Reply {
                try await site.ask(.post, path, token: token, json: json)
            }
            let ofFile = "/api/v1/cases/\(file)/conferences"
            let call = #"{"day": "\#(day.adding(days: 3).iso)", "hour": 10, "venue": "in_person"}"#
            let moon = try await send(ofFile, call.replacing("in_person", with: "moon"), by: worker)
            #expect(moon.status == 422 && moon.text.contains("venue"), "\(moon.text)")
            let called = try await send(ofFile, call, by: worker)
            #expect(called.status == 200 && called.text(of: "stage") == "called", "\(called.text)")
            let one = "/api/v1/conferences/" + called.text(of: "id")
            #expect(try await site.ask(.get, ofFile, token: worker).text.contains(called.text(of: "id")))
            // Only an organisation with a share can be invited.
            let uninvited = try await send(one + "/invitations", #"{"organisation": "\#(cast.stranger.actor.organisation)"}"#, by: worker)
            #expect(uninvited.status == 422 && uninvited.text.contains("organisation"), "\(uninvited.text)")
            #expect(try await send(one + "/invitations", #"{"organisation": "\#(willow)"}"#, by: worker).status == 200)
            for part in ["care", "experience"] {
                let item = #"{"file": "\#(file)", "part": "\#(part)", "text": "CANARY \#(part)"}"#
                #expect(try await send(one + "/agenda", item, by: worker).status == 200)
            }
            // The clinic sees its part; the rest is not in the answer.
            let seen = try await site.ask(.get, one, token: clinic)
            #expect(seen.text.contains("CANARY care") && !seen.text.contains("CANARY experience"), "\(seen.text)")
            let stray = #"{"file": "\#(file)", "part": "experience", "text": "x"}"#
            #expect(try await send(one + "/agenda", stray, by: clinic).status == 422)
            #expect(try await site.ask(.get, "/api/v1/conferences?stage=called", token: clinic).text.contains(called.text(of: "id")))
            #expect(try await site.ask(.get, "/api/v1/conferences?stage=moon", token: clinic).status == 422)
            // Decisions follow the meeting.
            let decision = #"{"file": "\#(file)", "part": "care", "kind": "safety", "text": "CANARY decision"}"#
            #expect(try await send(one + "/decisions", decision, by: worker).text.contains("conference.not-held"))
            let held = #"{"version": 1, "attendance": {"\#(harbour)": "came", "\#(willow)": "apologised"}}"#
            let alone = try await send(one + "/attendance", #"{"version": 1, "attendance": {"\#(harbour)": "came"}}"#, by: worker)
            #expect(alone.status == 422 && alone.text.contains("attendance.\(willow)"), "\(alone.text)")
            #expect(try await send(one + "/attendance", held, by: worker).status == 422, "it has not begun")
            site.clock.pass(.days(4))
            let met = try await send(one + "/attendance", held, by: worker)
            #expect(met.text(of: "stage") == "held", "\(met.text)")
            #expect(try await send(one + "/decisions", decision, by: worker).status == 200)
            let task =
                #"{"file": "\#(file)", "part": "care", "text": "CANARY task", "owner": "\#(willow)", "due": "\#(day.adding(days: 6).iso)"}"#
            #expect(try await send(one + "/tasks", task, by: worker).status == 200)
            let tasks = try await site.ask(.get, "/api/v1/tasks", token: clinic)
            guard case .text(let id)? = tasks.items(of: "tasks").first?["id"] else {
                Issue.record("no task: \(tasks.text)")
                return
            }
            #expect(try await send("/api/v1/tasks/\(id)/completion", "{}", by: worker).status == 404, "the task is the clinic’s")
            #expect(try await send("/api/v1/tasks/\(id)/completion", "{}", by: clinic).status == 200)
            #expect(try await send("/api/v1/tasks/\(id)/completion", "{}", by: clinic).status == 409)
            #expect(try await send(one + "/closure", #"{"version": 1}"#, by: worker).status == 409, "read before it was held")
            let over = try await send(one + "/closure", #"{"version": \#(met.version)}"#, by: worker)
            #expect(over.text(of: "stage") == "closed", "\(over.text)")
            #expect(try await site.ask(.get, one, token: worker).text.contains(#""kind":"safety""#))
        }
    }

    // promise 2: what is another organisation's is not there.
    @Test(arguments: Databases.all) func `is not there for whoever does not sit at it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (worker, finn) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            let call = #"{"day": "\#(site.room.day(of: site.clock.now).adding(days: 1).iso)", "hour": 10, "venue": "video"}"#
            let called = try await site.ask(.post, "/api/v1/cases/\(file)/conferences", token: worker, json: call)
            let one = "/api/v1/conferences/" + called.text(of: "id")
            for path in ["/api/v1/cases/\(file)/conferences", one] {
                #expect(try await site.ask(.get, path, token: finn).status == 404, "\(path)")
            }
            let item = #"{"file": "\#(file)", "part": "care", "text": "x"}"#
            let deeds = [
                ("/invitations", #"{"organisation": "\#(cast.stranger.actor.organisation)"}"#), ("/agenda", item),
                ("/cases", #"{"code": "\#(try await cast.code(of: file))"}"#), ("/decisions", item),
                ("/attendance", #"{"version": 1, "attendance": {}}"#), ("/tasks", item), ("/closure", #"{"version": 1}"#),
                ("/cancellation", #"{"version": 1}"#),
            ]
            for (noun, json) in deeds {
                #expect(try await site.ask(.post, one + noun, token: finn, json: json).status == 404, "\(noun)")
            }
            #expect(try await site.ask(.post, "/api/v1/cases/\(file)/conferences", token: finn, json: call).status == 404)
            #expect(try await site.ask(.get, "/api/v1/conferences", token: finn).items(of: "conferences").isEmpty)
            let off = try await site.ask(.post, one + "/cancellation", token: worker, json: #"{"version": 1}"#)
            #expect(off.text(of: "stage") == "cancelled", "\(off.text)")
        }
    }
}
