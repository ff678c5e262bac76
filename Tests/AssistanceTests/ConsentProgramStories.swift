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

@Suite struct `The consent ledger for programs` {
    private func answer(_ cast: CaseCast, _ more: String) -> String {
        """
        {"purpose": "service_referral", "recipient": "\(cast.provider.actor.organisation)", "answer": "yes", "part": ["identity"],
        "language": "en", "explained": "spoken", "evidence": "spoken", \(more)}
        """
    }

    @Test(arguments: Databases.all) func `records, lists and withdraws, and what rests on a consent ends with it`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (token, path) = (try await site.token(of: cast.worker), "/api/v1/cases/\(file)/consents")
            let expires = site.room.day(of: site.clock.now).adding(days: 30).iso
            let recorded = try await site.ask(
                .post, path, token: token, json: answer(cast, #""given_by": "person", "expires": "\#(expires)""#))
            #expect(recorded.status == 200, "\(recorded.text)")
            guard case .text(let id)? = try JSONValue(reading: recorded.body)["id"] else { throw Missing() }
            let list = try await site.ask(.get, path, token: token)
            #expect(list.text.contains(id) && list.text.contains(#""is_in_force":true"#) && list.text.contains(expires))
            // A share that rests on it.
            let now = site.clock.now
            try await site.room.gate.change(.shareCase, on: file, for: cast.worker.actor) { tx, permit in
                let ground = try DisclosureGround.consent(
                    for: "service_referral", to: cast.provider.actor.organisation, parts: [.identity], in: file,
                    on: site.room.day(of: now), tx: tx)
                try CaseShare.open(
                    [.identity], of: file, to: cast.provider.actor.organisation, for: "service_referral", on: ground, under: permit,
                    at: now,
                    tx: tx)
            }
            let shares = try await site.ask(.get, "/api/v1/cases/\(file)/shares", token: token)
            #expect(shares.text.contains("Willow Clinic") && shares.text.contains(id), "\(shares.text)")
            let told = try await site.ask(.get, "/api/v1/cases/\(file)/disclosures", token: token)
            #expect(told.text.contains("Willow Clinic") && told.text.contains("own_consent"))
            // Whom it was shared with does not read with whom else.
            let provider = try await site.token(of: cast.provider)
            #expect(try await site.ask(.get, "/api/v1/cases/\(file)", token: provider).status == 200)
            for place in ["consents", "shares", "disclosures"] {
                #expect(try await site.ask(.get, "/api/v1/cases/\(file)/\(place)", token: provider).status == 404)
            }
            #expect(try await site.ask(.post, path + "/\(id)/withdrawal", token: token, json: "{}").status == 200)
            #expect(try await site.ask(.post, path + "/\(id)/withdrawal", token: token, json: "{}").status == 422)
            #expect(try await site.ask(.get, "/api/v1/cases/\(file)", token: provider).status == 404)
            #expect(try await site.ask(.get, path, token: token).text.contains(#""is_in_force":false"#))
        }
    }

    @Test(arguments: Databases.all) func `opens a file to whom a consent names, once, and to no service`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (token, path) = (try await site.token(of: cast.worker), "/api/v1/cases/\(file)/consents")
            func agree(_ purpose: String, to player: CasePlayer) async throws -> String {
                let body = answer(cast, #""given_by": "person""#).replacing("service_referral", with: purpose).replacing(
                    "\(cast.provider.actor.organisation)", with: "\(player.actor.organisation)")
                let recorded = try await site.ask(.post, path, token: token, json: body)
                guard case .text(let id)? = try JSONValue(reading: recorded.body)["id"] else { throw Missing() }
                return id
            }
            let (police, service) = (
                try await agree("police", to: cast.investigator), try await agree("service_referral", to: cast.provider)
            )
            let stranger = try await site.token(of: cast.stranger)
            #expect(try await site.ask(.post, path + "/\(police)/share", token: stranger, json: "{}").status == 404)
            #expect(try await site.ask(.post, path + "/\(service)/share", token: token, json: "{}").status == 422)
            #expect(try await site.ask(.post, path + "/\(police)/share", token: token, json: "{}").status == 200)
            #expect(try await site.ask(.post, path + "/\(police)/share", token: token, json: "{}").status == 422)
            #expect(try await cast.investigator.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `ask no child in place of a guardian, and nobody about what is not theirs`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(path: .child)
            try await cast.nameGuardian(of: file)
            let (token, path) = (try await site.token(of: cast.worker), "/api/v1/cases/\(file)/consents")
            let asked = try await site.ask(.post, path, token: token, json: answer(cast, #""given_by": "person""#))
            #expect(asked.status == 422, "\(asked.text)")
            let guardian = #""given_by": "\#(cast.guardian.actor.account)""#
            // The child's own view is always recorded.
            #expect(try await site.ask(.post, path, token: token, json: answer(cast, guardian)).status == 422)
            let done = try await site.ask(.post, path, token: token, json: answer(cast, guardian + #", "child_view": "disagrees""#))
            #expect(done.status == 200, "\(done.text)")
            #expect(try await site.ask(.get, path, token: token).text.contains(#""child_view":"disagrees""#))
            #expect(try await site.ask(.post, path, token: token, json: answer(cast, guardian + #", "moon": "x""#)).status == 422)
            let stranger = try await site.token(of: cast.stranger)
            #expect(try await site.ask(.post, path, token: stranger, json: answer(cast, guardian)).status == 404)
            for place in ["consents", "shares", "disclosures", "clocks"] {
                #expect(try await site.ask(.get, "/api/v1/cases/\(file)/\(place)", token: stranger).status == 404)
            }
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM consent") } == 1)
        }
    }

    private struct Missing: Error {}
}
