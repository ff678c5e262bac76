import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import HTTPTypes
import Protection
import Store
import Testing
import Web
import WebFixtures

@Suite struct `Interviews by a program` {
    private func plan(_ site: CaseSite, matters: String = "journey", more: String = "") -> String {
        let day = site.room.day(of: site.clock.now).iso
        return #"{"planned_for": "\#(day)", "matters": ["\#(matters)"], "interpreter": "not_needed", "support": "present", "#
            + #""training": "trained", "place": "the green room"\#(more)}"#
    }

    @Test(arguments: Databases.all) func `go from plan to evaluation, none is skipped, and nobody is asked twice without a reason`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            let (path, day) = ("/api/v1/cases/\(file)/interviews", site.room.day(of: site.clock.now).iso)
            func send(_ path: String, _ json: String) async throws -> Reply { try await site.ask(.post, path, token: token, json: json) }
            let moon = try await send(path, plan(site, matters: "moon"))
            #expect(moon.status == 422 && moon.text.contains("matters"), "\(moon.text)")
            let planned = try await send(path, plan(site))
            #expect(planned.status == 200 && planned.text(of: "stage") == "planned", "\(planned.text)")
            let one = path + "/" + planned.text(of: "id")
            let account =
                #"{"version": 1, "asked": ["journey"], "account": "walked along the shore", "alone": "no_interpreter", "day": "\#(day)"}"#
            #expect(try await send(one + "/account", account).status == 409, "no step is skipped")
            let explained = try await send(
                one + "/explanation", #"{"version": 1, "explained": ["may_stop"], "willing": "yes", "day": "\#(day)"}"#)
            #expect(explained.text(of: "stage") == "explained", "\(explained.text)")
            // Whoever comes with what they read before is refused.
            #expect(try await send(one + "/account", account).status == 409)
            let told = try await send(one + "/account", account.replacing(#""version": 1"#, with: #""version": \#(explained.version)"#))
            #expect(told.text(of: "stage") == "account", "\(told.text)")
            let closure = #"{"version": \#(told.version), "after": "tired", "closure": ["next_steps"], "day": "\#(day)"}"#
            let nameless = try await send(one + "/closure", closure.replacing("tired", with: "moon"))
            #expect(nameless.status == 422 && nameless.text.contains("after"), "\(nameless.text)")
            let closed = try await send(one + "/closure", closure)
            #expect(closed.text(of: "stage") == "closed", "\(closed.text)")
            let done = try await send(one + "/evaluation", #"{"version": \#(closed.version), "went": "as_planned"}"#)
            #expect(done.text(of: "stage") == "evaluated", "\(done.text)")
            // The list says what was asked and by whom, and nothing of what was told.
            let list = try await site.ask(.get, path, token: token)
            #expect(list.text.contains(#""matter":"journey""#) && list.text.contains("Harbour House"), "\(list.text)")
            #expect(!list.text.contains("shore") && !list.text.contains("green room"))
            #expect(try await site.ask(.get, one, token: token).text.contains("walked along the shore"))
            let again = try await send(path, plan(site))
            #expect(again.status == 422 && again.text.contains("casework.reason-to-repeat-needed"), "\(again.text)")
            let wished = try await send(path, plan(site, more: #", "repeat_reason": "person_wishes""#))
            #expect(wished.status == 200, "\(wished.text)")
            let broken = try await send(
                path + "/" + wished.text(of: "id") + "/breaking-off", #"{"version": 1, "break_reason": "distress"}"#)
            #expect(broken.text(of: "stage") == "broken_off", "\(broken.text)")
        }
    }

    // promise 2: what is another organisation's is not there.
    @Test(arguments: Databases.all) func `are not there for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let (token, stranger) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            let path = "/api/v1/cases/\(file)/interviews"
            let planned = try await site.ask(.post, path, token: token, json: plan(site))
            let one = path + "/" + planned.text(of: "id")
            #expect(try await site.ask(.get, path, token: stranger).status == 404)
            #expect(try await site.ask(.get, one, token: stranger).status == 404)
            #expect(try await site.ask(.post, path, token: stranger, json: plan(site)).status == 404)
            let off = #"{"version": 1, "break_reason": "distress"}"#
            #expect(try await site.ask(.post, one + "/breaking-off", token: stranger, json: off).status == 404)
            #expect(try await site.text("SELECT stage FROM interview") == "planned")
        }
    }

    @Test(arguments: Databases.all) func `and attachments: hash, size and origin are listed, and one is taken out once`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let (token, stranger) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/attachments")
            let fields = ["part": "care", "kind": "medical", "given-by": "person", "given-how": "by_hand", "origin": "from the drawer"]
            let picture = TestPictures.jpeg(exif: "GPS 12.3456 Port Example")
            let kept = try await cast.worker.visitor.upload(
                "/attachments", fields, file: ("file", "photo.jpg", "image/jpeg", picture))
            #expect(kept.status == 200)
            let path = "/api/v1/cases/\(file)/attachments"
            let list = try await site.ask(.get, path, token: token)
            guard case .text(let id)? = list.items(of: "attachments").first?["id"] else {
                Issue.record("no attachment: \(list.text)")
                return
            }
            guard case .text(let hash)? = list.items(of: "attachments").first?["sha256"] else { return }
            #expect(hash.count == 64 && kept.page.text.contains(hash), "the hash is that of the page")
            #expect(list.text.contains(#""size":\#(picture.count)"#) && list.text.contains("from the drawer"), "\(list.text)")
            #expect(try await site.ask(.get, path, token: stranger).status == 404)
            let one = path + "/\(id)/withdrawal"
            #expect(try await site.ask(.post, one, token: stranger, json: "{}").status == 404)
            #expect(try await site.ask(.post, one, token: token, json: #"{"moon": 1}"#).status == 422)
            #expect(try await site.ask(.post, one, token: token, json: "{}").status == 200)
            #expect(try await site.ask(.post, one, token: token, json: "{}").status == 404)
            #expect(try await site.ask(.get, path, token: token).items(of: "attachments").isEmpty)
        }
    }
}
