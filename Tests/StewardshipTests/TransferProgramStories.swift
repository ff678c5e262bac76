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

@Suite struct `A hand-over by a program` {
    private func id(_ reply: Reply) throws -> String {
        guard case .text(let id)? = try JSONValue(reading: reply.body)["id"] else { throw NoID(text: reply.text) }
        return id
    }

    private struct NoID: Error { let text: String }

    @Test(arguments: Databases.all) func `is proposed on a ground, taken once, and given to somebody`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (sami, finn) = (try await site.token(of: cast.supervisor), try await site.token(of: cast.stranger))
            let path = "/api/v1/cases/\(file)/transfers"
            func propose(_ receiver: CasePlayer, _ ground: String, _ more: String = "") async throws -> Reply {
                try await site.ask(
                    .post, path, token: sami,
                    json: #"{"receiver": "\#(receiver.actor.organisation)", "reason": "safety", "ground": "\#(ground)"\#(more)}"#)
            }
            #expect(try await propose(cast.stranger, "consent").status == 422)
            #expect(try await propose(cast.stranger, "law-danger_to_life").status == 422)
            let proposed = try await propose(cast.stranger, "law-danger_to_life", #", "because": "he knows where she is""#)
            #expect(proposed.status == 200, "\(proposed.text)")
            let transfer = try id(proposed)
            let list = try await site.ask(.get, "/api/v1/transfers", token: finn)
            #expect(list.text.contains(transfer) && list.text.contains(#""is_to_us":true"#), "\(list.text)")
            let one = "/api/v1/transfers/\(transfer)"
            // The sender can't take it for the receiver, nor the receiver take the proposal back.
            #expect(try await site.ask(.post, one + "/acceptance", token: sami, json: "{}").status == 404)
            #expect(try await site.ask(.post, one + "/withdrawal", token: finn, json: "{}").status == 404)
            let worker = #"{"worker": "\#(cast.stranger.actor.account)"}"#
            #expect(try await site.ask(.post, one + "/acceptance", token: finn, json: worker).status == 200)
            let late = try await site.ask(.post, one + "/refusal", token: finn, json: "{}")
            #expect(late.status == 409)
            let summary = try await site.database.read { tx in try CaseSummary.find(file, in: tx) }
            #expect(summary?.organisation == cast.stranger.actor.organisation && summary?.assignedTo == cast.stranger.actor.account)
        }
    }

    @Test(arguments: Databases.all) func `and a closure take the version that was read, and a file is opened again`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(stage: .identified)
            let (wanda, finn) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            let path = "/api/v1/cases/\(file)"
            func close(_ version: Int, token: String, reason: String = "goals_reached") async throws -> Reply {
                try await site.ask(
                    .post, path + "/closure", token: token,
                    json:
                        #"{"version": \#(version), "reason": "\#(reason)", "outcome": "safe", "agreement": "agrees", "follow_up": "no"}"#)
            }
            #expect(try await close(1, token: finn).status == 404)
            #expect(try await close(7, token: wanda).status == 409)
            #expect(try await close(1, token: wanda, reason: "moon").status == 422)
            let closed = try await close(1, token: wanda)
            #expect(closed.status == 200 && closed.text.contains(#""closure_reason":"goals_reached""#), "\(closed.text)")
            let open = #"{"reason": "new_danger"}"#
            #expect(try await site.ask(.post, path + "/reopening", token: finn, json: open).status == 404)
            let again = try await site.ask(.post, path + "/reopening", token: wanda, json: open)
            #expect(again.status == 200 && again.text.contains(#""closed_at":null"#), "\(again.text)")
        }
    }
}
