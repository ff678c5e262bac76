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

@testable import Identification

@Suite struct `Identification by a program` {
    private static let everything =
        #""acts": ["recruitment"], "means": ["deception"], "purposes": ["forced_labour"], "evidence_act": ["statement"], "evidence_means": ["statement"], "evidence_purpose": ["documents"], "reasons": "the grey ledger""#
    private static let noPurpose =
        #""acts": ["recruitment"], "means": ["deception"], "evidence_act": ["statement"], "evidence_means": ["statement"], "reasons": "the grey ledger""#

    private func read(_ reply: Reply, _ name: String) throws -> String {
        guard case .text(let text)? = try JSONValue(reading: reply.body)[name] else { throw Missing(text: reply.text) }
        return text
    }

    private struct Missing: Error { let text: String }

    @Test(arguments: Databases.all) func `takes the same steps as the pages, skips none, and a second person says the second word`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let today = site.room.day(of: site.clock.now).iso
            let path = "/api/v1/cases/\(play.file)/identification"
            let officer = try await site.token(of: play.cast.officer)
            let supervisor = try await site.token(of: play.cast.identificationSupervisor)
            let start = try await site.ask(.get, path, token: officer)
            #expect(start.status == 200 && start.text.contains(#""stage":"detected""#), "\(start.text)")
            func decide(_ to: String, _ seen: String, _ more: String = "", token: String? = nil) async throws -> Reply {
                site.clock.pass(.seconds(1))
                let body = #"{"to": "\#(to)", "seen": "\#(seen)", "decided_on": "\#(today)"\#(more.isEmpty ? "" : ", " + more)}"#
                return try await site.ask(.post, path + "/decisions", token: token ?? officer, json: body)
            }
            var seen = try read(start, "seen")
            // No stage is skipped.
            #expect(try await decide("identified", seen, Self.everything + #", "basis": "act_17_identified""#).status == 422)
            let taken = try await decide("under_assessment", seen)
            #expect(taken.status == 200 && taken.text.contains("under_assessment"), "\(taken.text)")
            // Whoever decides on what was read before somebody else decided is refused.
            #expect(try await decide("not_identified", seen, Self.noPurpose + #", "basis": "act_17_refused""#).status == 409)
            seen = try read(taken, "seen")
            let proposed = try await decide("not_identified", seen, Self.noPurpose + #", "basis": "act_17_refused""#)
            #expect(proposed.status == 200 && proposed.text.contains(#""stage":"under_assessment""#), "\(proposed.text)")
            let decision = try read(proposed, "pending")
            let body = #"{"decision": "\#(decision)", "answer": "agree"}"#
            // Not by whoever proposed it, and not without the role.
            #expect(try await site.ask(.post, path + "/confirmation", token: officer, json: body).status == 403)
            let agreed = try await site.ask(.post, path + "/confirmation", token: supervisor, json: body)
            #expect(agreed.status == 200 && agreed.text.contains(#""stage":"not_identified""#), "\(agreed.text)")
            #expect(try await site.ask(.post, path + "/confirmation", token: supervisor, json: body).status == 409)
            let after = try await site.ask(.get, path, token: officer)
            #expect(after.text.contains("the grey ledger") && after.text.contains(#""is_in_force":true"#))
        }
    }

    // promise 2: what is not theirs is not there.
    @Test(arguments: Databases.all) func `is not there for a stranger, and its reasons are not there for whoever raised the referral`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let path = "/api/v1/cases/\(play.file)/identification"
            let stranger = try await site.token(of: play.cast.stranger)
            #expect(try await site.ask(.get, path, token: stranger).status == 404)
            #expect(try await site.ask(.get, path).status == 401)
            // Another authority's officer decides nothing here, and neither does the keeper.
            let worker = try await site.token(of: play.cast.worker)
            let body = #"{"to": "identified", "seen": "presumed@0", "decided_on": "2026-01-01"}"#
            #expect(try await site.ask(.post, path + "/decisions", token: worker, json: body).status == 403)
            #expect(try await site.ask(.post, path + "/decisions", token: stranger, json: body).status == 403)
            // Who was shared the summary alone reads where it stands, and no reason.
            try await play.cast.share(play.file, with: play.cast.provider, [.identity])
            let provider = try await site.token(of: play.cast.provider)
            let seen = try await site.ask(.get, path, token: provider)
            #expect(seen.status == 200 && !seen.text.contains("the grey ledger") && !seen.text.contains("deception"), "\(seen.text)")
        }
    }

    @Test(arguments: Databases.all) func `asks for a review, and records what a court says`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let path = "/api/v1/cases/\(play.file)/identification"
            let (worker, stranger) = (try await site.token(of: play.cast.worker), try await site.token(of: play.cast.stranger))
            let ground = try #require(site.room.profile.reviewGrounds.first).code
            let body = #"{"review_ground": "\#(ground)", "review_note": "new papers"}"#
            // Before there is a decision there is nothing to look at again.
            #expect(try await site.ask(.post, path + "/review", token: worker, json: body).status == 422)
            try await play.refuse()
            #expect(try await site.ask(.post, path + "/review", token: stranger, json: body).status == 404)
            #expect(try await site.ask(.post, path + "/review", token: worker, json: #"{"review_ground": "moon"}"#).status == 422)
            let asked = try await site.ask(.post, path + "/review", token: worker, json: body)
            #expect(asked.status == 200 && asked.text.contains(#""stage":"under_review""#), "\(asked.text)")
            // What was typed is for those who read reasons.
            let officer = try await site.token(of: play.cast.officer)
            #expect(try await site.ask(.get, path + "/reviews", token: officer).text.contains("new papers"))
            #expect(try await site.ask(.get, path + "/reviews", token: stranger).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `carries out what a court orders`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let path = "/api/v1/cases/\(play.file)/identification"
            let (worker, officer) = (try await site.token(of: play.cast.worker), try await site.token(of: play.cast.officer))
            try await play.refuse()
            let today = site.room.day(of: site.clock.now)
            let future = #"{"lodged_on": "\#(today.adding(days: 2).iso)"}"#
            #expect(try await site.ask(.post, path + "/appeals", token: worker, json: future).status == 422)
            let lodged = try await site.ask(
                .post, path + "/appeals", token: worker, json: #"{"lodged_on": "\#(today.iso)", "court": "Invented Court"}"#)
            #expect(lodged.status == 200, "\(lodged.text)")
            let appeals = try await site.database.read { tx in try Appeal.all(in: play.file, opening: nil, tx: tx) }
            let appeal = try #require(appeals.first).id
            let won = #"{"outcome": "won", "court_decided_on": "\#(today.iso)"}"#
            #expect(try await site.ask(.post, path + "/appeals/\(appeal)/outcome", token: worker, json: won).status == 403)
            let ended = try await site.ask(.post, path + "/appeals/\(appeal)/outcome", token: officer, json: won)
            #expect(ended.status == 200 && ended.text.contains(#""outcome":"won""#), "\(ended.text)")
            #expect(ended.text.contains(#""stage":"overturned""#) || ended.text.contains(#""stage":"identified""#), "\(ended.text)")
            #expect(try await site.ask(.post, path + "/appeals/\(appeal)/outcome", token: officer, json: won).status == 409)
        }
    }
}
