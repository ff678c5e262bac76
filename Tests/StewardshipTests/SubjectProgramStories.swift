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

@Suite struct `Who saw my file, by a program` {
    @Test(arguments: Databases.all) func `is told after it was asked for, without what a law withholds, and handed over once`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let wanda = try await site.token(of: cast.worker)
            let (path, day) = ("/api/v1/cases/\(file)/subject-access", site.room.day(of: site.clock.now).iso)
            func send(_ noun: String, _ json: String) async throws -> Reply {
                try await site.ask(.post, path + noun, token: wanda, json: json)
            }
            let early = try await site.ask(.get, path + "/sheet", token: wanda)
            #expect(early.text.contains("subject.nothing-to-hand-over") && !early.text.contains("Amina"), "\(early.text)")
            let moon = try await send("", #"{"asked_on": "\#(day)", "asked_by": "moon"}"#)
            #expect(moon.status == 422 && moon.text.contains("asked-by"), "\(moon.text)")
            #expect(try await send("", #"{"asked_on": "\#(day)", "asked_by": "person"}"#).status == 200)
            let sheet = try await site.ask(.get, path + "/sheet", token: wanda)
            #expect(sheet.status == 200 && sheet.text.contains("Amina Example"), "\(sheet.text)")
            #expect(sheet.text.contains("Harbour House") && !sheet.items(of: "who_saw_my_file").isEmpty, "\(sheet.text)")
            // A law withholds who it is; what it is for stands on the sheet.
            let both = #"{"part": "identity", "organisation": "\#(cast.worker.actor.organisation)", "reason": "court_order"}"#
            #expect(try await send("/withholding", both).status == 422)
            let withheld = try await send("/withholding", #"{"part": "identity", "reason": "court_order"}"#)
            guard case .text(let one)? = withheld.items(of: "withheld").first?["id"] else {
                Issue.record("nothing withheld: \(withheld.text)")
                return
            }
            let narrowed = try await site.ask(.get, path + "/sheet", token: wanda)
            #expect(!narrowed.text.contains("Amina") && narrowed.text.contains("court_order"), "\(narrowed.text)")
            #expect(try await send("/withholding/\(one)/end", "{}").items(of: "withheld").isEmpty)
            let handed = #"{"handed_on": "\#(day)", "channel": "in_person"}"#
            #expect(try await send("/handover", handed).text.contains(#""channel":"in_person""#))
            #expect(try await send("/handover", handed).text.contains("subject.nothing-to-hand-over"))
        }
    }

    // promise 2: what is another organisation's is not there.
    @Test(arguments: Databases.all) func `is not there for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let finn = try await site.token(of: cast.stranger)
            let (path, day) = ("/api/v1/cases/\(file)/subject-access", site.room.day(of: site.clock.now).iso)
            #expect(try await site.ask(.get, path, token: finn).status == 404)
            #expect(try await site.ask(.get, path + "/sheet", token: finn).status == 404)
            let deeds = [
                ("", #"{"asked_on": "\#(day)", "asked_by": "person"}"#), ("/handover", #"{"handed_on": "\#(day)", "channel": "lawyer"}"#),
                ("/withholding", #"{"part": "care", "reason": "court_order"}"#), ("/withholding/\(file)/end", "{}"),
            ]
            for (noun, json) in deeds {
                #expect(try await site.ask(.post, path + noun, token: finn, json: json).status == 404, "\(noun)")
            }
        }
    }
}
