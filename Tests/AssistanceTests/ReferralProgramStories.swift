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

@testable import Assistance

@Suite struct `Referrals to services by a program` {
    private func version(_ reply: Reply) throws -> Int {
        guard case .integer(let version)? = try JSONValue(reading: reply.body)["version"] else { throw NoVersion(text: reply.text) }
        return version
    }

    private struct NoVersion: Error { let text: String }

    @Test(arguments: Databases.all) func `go the whole way from one program to the other, and nobody skips a stage`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            let (sender, clinic) = (try await site.token(of: cast.worker), try await site.token(of: cast.provider))
            let (plan, queue) = ("/api/v1/cases/\(file)/service-referrals", "/api/v1/service-referrals")
            func send(_ parts: String) async throws -> Reply {
                let body = #"{"service": ["\#(service)"], "urgency": "today", "basis": "consent", "part": [\#(parts)]}"#
                return try await site.ask(.post, plan, token: sender, json: body)
            }
            // Nothing goes without a ground, and no more than it covers: a program is told, where a page would show less.
            #expect(try await send("").status == 422)
            try await cast.consent(file, to: cast.provider)
            #expect(try await send(#""identity", "care""#).status == 422)
            let sent = try await send(#""identity""#)
            #expect(sent.status == 200, "\(sent.text)")
            let referral = try await cast.newestReferral(of: file).unwrapped()
            #expect(sent.text.contains("\(referral)"))
            let waiting = try await site.ask(.get, queue + "?stage=sent", token: clinic)
            #expect(waiting.text.contains("\(referral)") && !waiting.text.contains("\(file)"), "\(waiting.text)")
            #expect(try await site.ask(.get, queue + "?stage=moon", token: clinic).status == 422)
            let one = queue + "/\(referral)"
            #expect(try await site.ask(.post, one + "/start", token: clinic, json: #"{"version": 1}"#).status == 422)
            let accepted = try await site.ask(.post, one + "/acceptance", token: clinic, json: #"{"version": 1}"#)
            #expect(accepted.status == 200 && accepted.text.contains(#""stage":"accepted""#), "\(accepted.text)")
            // Who comes second with what they read before is refused.
            #expect(try await site.ask(.post, one + "/acceptance", token: clinic, json: #"{"version": 1}"#).status == 409)
            let started = try await site.ask(.post, one + "/start", token: clinic, json: #"{"version": \#(try version(accepted))}"#)
            let end = #"{"version": \#(try version(started)), "outcome": "met", "cost": 4000}"#
            // An amount without its currency is none.
            #expect(try await site.ask(.post, one + "/completion", token: clinic, json: end).status == 422)
            let whole = end.replacing("4000", with: #"4000, "currency": "EUR""#)
            #expect(try await site.ask(.post, one + "/completion", token: clinic, json: whole).text.contains(#""stage":"completed""#))
            let followed = try await site.ask(.get, plan, token: sender)
            #expect(followed.text.contains(#""outcome":"met""#) && followed.text.contains(#""cost":4000"#), "\(followed.text)")
        }
    }

    // promise 2: what is another organisation's is not there, for a program as for a person.
    @Test(arguments: Databases.all) func `are not there for a stranger, declined with a reason, and taken back by their sender`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            let (sender, clinic) = (try await site.token(of: cast.worker), try await site.token(of: cast.provider))
            let stranger = try await site.token(of: cast.stranger)
            let one = "/api/v1/service-referrals/\(referral)"
            #expect(try await site.ask(.get, "/api/v1/cases/\(file)/service-referrals", token: stranger).status == 404)
            for (deed, body) in [("withdrawal", #"{"version": 1}"#), ("acceptance", #"{"version": 1}"#)] {
                let reply = try await site.ask(.post, one + "/\(deed)", token: stranger, json: body)
                #expect([403, 404].contains(reply.status), "\(deed) \(reply.status)")
            }
            #expect(try await site.ask(.post, one + "/decline", token: clinic, json: #"{"version": 1, "reason": "moon"}"#).status == 422)
            #expect(try await cast.stage(referral) == .sent)
            let back = try await site.ask(.post, one + "/withdrawal", token: sender, json: #"{"version": 1}"#)
            #expect(back.status == 200 && back.text.contains(#""stage":"withdrawn""#))
            #expect(
                try await site.ask(.post, one + "/decline", token: clinic, json: #"{"version": 2, "reason": "no_place"}"#).status == 404)
            site.clock.pass(.seconds(5))
            let again = try await cast.refer(file, to: [service]).unwrapped()
            let no = try await site.ask(
                .post, "/api/v1/service-referrals/\(again)/decline", token: clinic, json: #"{"version": 1, "reason": "no_place"}"#)
            #expect(no.status == 200 && no.text.contains(#""stage":"declined""#), "\(no.text)")
        }
    }
}
