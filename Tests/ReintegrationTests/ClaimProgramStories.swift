import Access
import Basics
import CaseFixtures
import Fixtures
import HTTPTypes
import Protection
import Reintegration
import Store
import Testing
import Web
import WebFixtures

@Suite struct `Claims by a program` {
    @Test(arguments: Databases.all) func `are prepared, filed, awarded and paid by the rules of the pages, and by whoever may alone`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let it = try await ReturnCast(site)
            let (token, path) = (try await site.token(of: it.cast.worker), "/api/v1/cases/\(it.file)/claims")
            let today = it.today.iso
            let limit = it.today.adding(days: 90).iso
            func send(_ place: String, _ body: String, _ key: String? = nil) async throws -> Reply {
                try await site.ask(.post, path + place, token: token, json: body, key: key)
            }
            let claim =
                #"{"kind": "labour", "currency": "EUR", "asked": 70050, "against": "Invented Fish Ltd", "limit": "\#(limit)", "law": "Labour Act 4"}"#
            // Sent twice under one key, it is one claim.
            let made = try await send("", claim, "claim-1")
            #expect(made.status == 200, "\(made.text)")
            #expect(try await send("", claim, "claim-1").body == made.body)
            guard case .text(let id)? = try JSONValue(reading: made.body)["id"] else { throw Missing() }
            let list = try await site.ask(.get, path, token: token)
            #expect(list.text.contains("Invented Fish Ltd") && list.text.contains(#""asked":70050"#), "\(list.text)")
            // The limit runs as a clock.
            #expect(try await site.ask(.get, "/api/v1/cases/\(it.file)/clocks", token: token).text.contains(limit))
            // No stage is skipped; an award has its amount; nobody changes what they have not read.
            #expect(try await send("/\(id)/stage", #"{"version": 1, "stage": "paid", "on": "\#(today)"}"#).status == 422)
            #expect(try await send("/\(id)/stage", #"{"version": 1, "stage": "filed", "on": "\#(today)"}"#).status == 200)
            #expect(
                try await send("/\(id)/stage", #"{"version": 1, "stage": "awarded", "on": "\#(today)", "awarded": 70000}"#).status == 409)
            #expect(try await send("/\(id)/stage", #"{"version": 2, "stage": "awarded", "on": "\#(today)"}"#).status == 422)
            #expect(
                try await send("/\(id)/stage", #"{"version": 2, "stage": "awarded", "on": "\#(today)", "awarded": 70000}"#).status == 200)
            func pay(_ amount: Int, _ version: Int) async throws -> Reply {
                try await send(
                    "/\(id)/payments", #"{"version": \#(version), "amount": \#(amount), "payee": "person", "on": "\#(today)"}"#)
            }
            #expect(try await pay(80_000, 3).status == 422)
            #expect(try await pay(20_000, 3).text.contains("paid_in_part"))
            #expect(try await pay(50_000, 4).text.contains(#""stage":"paid""#))
            #expect(try await site.ask(.get, path, token: token).text.contains(#""outstanding":0"#))
            // What can't be is refused as on the page, with the name of the field.
            let none = claim.replacing("EUR", with: "ZZZ")
            let wrong = try await send("", none)
            #expect(wrong.status == 422 && wrong.text.contains("currency: No currency has these letters"))
            #expect(try await send("", claim.replacing("70050", with: "0")).text.contains("asked: Write an amount above 0"))
            let stranger = try await site.token(of: it.cast.stranger)
            #expect(try await site.ask(.get, path, token: stranger).status == 404)
            #expect(try await site.ask(.post, path, token: stranger, json: claim).status == 404)
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM claim") } == 1)
        }
    }

    private struct Missing: Error {}
}
