import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Foundation
import HTTPTypes
import Protection
import Store
import Testing
import Web
import WebFixtures

/// What a program does with a token, in the name of the token's owner.
@Suite struct `A program with a token` {
    private static let marker = "learn to sew boats"
    private static let goal =
        #"{"values": {"words": "learn to sew boats", "domain": "work_income", "importance": "most", "progress": "begun"}}"#

    /// A code of the domain that the field really has.
    private static func goal(_ site: CaseSite) throws -> String {
        let kind = try #require(site.room.entryKind("goal"))
        let field = try #require(kind.fields(site.room.profile, site.room.codebook).first { $0.name == "domain" })
        guard case .code(let options) = field.kind, let first = options.first else { return goal }
        return goal.replacing("work_income", with: first.code)
    }

    @Test(arguments: Databases.all) func `reads and writes what its owner may, and every look is on record under the token`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            #expect(token.count == 43)
            // The secret is shown once, and stands nowhere.
            #expect(try await cast.worker.visitor.open("/work/account").text.contains("example importer"))
            #expect(try await !cast.worker.visitor.open("/work/account").text.contains(token))

            let list = try JSONValue(reading: try await site.ask(.get, "/api/v1/cases?setting=ngo&state=all", token: token).body)
            guard case .list(let cases)? = list["cases"] else { throw Missing() }
            #expect(cases.map { $0["id"] } == [.text("\(file)")])
            #expect(cases.first?["label"] == "night market")
            #expect(try await site.ask(.get, "/api/v1/cases?setting=border", token: token).text.contains("night market") == false)
            #expect(try await site.ask(.get, "/api/v1/cases?setting=moon", token: token).status == 422)

            let one = try JSONValue(reading: try await site.ask(.get, "/api/v1/cases/\(file)", token: token).body)
            #expect(one["case"]?["stage"] == "presumed")
            #expect(one["person"]?["citizenship"] == "NGA")
            #expect(one["entries"]?["goal"] == 0)
            // Who it is stays where it is opened on record, with a purpose.
            for path in ["", "/events", "/entries/goal"] {
                let reply = try await site.ask(.get, "/api/v1/cases/\(file)\(path)", token: token)
                #expect(reply.status == 200 && !reply.text.contains("Amina"), "\(path)")
            }

            let path = "/api/v1/cases/\(file)/entries/goal"
            let added = try await site.ask(.post, path, token: token, json: try Self.goal(site))
            #expect(added.status == 200, "\(added.text)")
            guard case .text(let entry)? = try JSONValue(reading: added.body)["id"] else { throw Missing() }
            let goals = try await site.ask(.get, path, token: token)
            #expect(goals.text.contains(Self.marker))
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/entries/goal").text.contains(Self.marker))
            #expect(try await site.ask(.get, "/api/v1/cases/\(file)/events", token: token).text.contains("entry.goal"))

            // A correction is made from the version that was read; an older one changes nothing.
            let corrected = try Self.goal(site).replacing("begun", with: "well_on").replacing(
                #"{"values""#, with: #"{"version": 1, "values""#)
            #expect(try await site.ask(.post, "\(path)/\(entry)", token: token, json: corrected).status == 200)
            let stale = try await site.ask(.post, "\(path)/\(entry)", token: token, json: corrected)
            #expect(stale.status == 409 && stale.header("Content-Type") == "application/problem+json; charset=utf-8")
            #expect(try await site.ask(.get, path, token: token).text.contains("well_on"))

            let session = try await site.database.read { tx in
                try tx.row("SELECT id FROM api_token") { try $0.id(0, of: APIToken.self) }
            }
            let rows = try await site.database.read { tx in
                try tx.rows(
                    "SELECT DISTINCT deed FROM audit_row WHERE session_id = \(session?.bytes) AND account_id = \(cast.worker.actor.account)"
                ) {
                    $0.text(0)
                }
            }
            #expect(Set(rows).isSuperset(of: ["readCase", "readCare", "writeCare"]))
        }
    }

    @Test(arguments: Databases.all) func `is told which field is wrong, and nothing is written`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            let path = "/api/v1/cases/\(file)/entries/goal"
            let wrong = [
                ("{", 400, "web.malformed"), ("[]", 422, "api.kind-of-field"),
                (#"{"values": {"colour": "red"}}"#, 422, "api.unknown-field"),
                (#"{"values": {"words": 7}}"#, 422, "api.kind-of-field"), (#"{"values": {"words": "x"}}"#, 422, "api.fields"),
                (#"{"values": {"words": "x", "domain": "moon", "progress": "begun"}}"#, 422, "api.fields"),
            ]
            for (document, status, code) in wrong {
                let reply = try await site.ask(.post, path, token: token, json: document)
                #expect(reply.status == status && reply.text.contains(code), "\(document): \(reply.text)")
            }
            #expect(try await site.ask(.post, "/api/v1/cases/\(file)/entries/moon", token: token, json: Self.goal).status == 404)
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM goal") } == 0)
        }
    }

    @Test(arguments: Databases.all) func `of a stranger finds nothing, and of a colleague only the parts that they are shown`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let (worker, stranger) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            let path = "/api/v1/cases/\(file)"
            let added = try await site.ask(.post, "\(path)/entries/goal", token: worker, json: try Self.goal(site))
            guard case .text(let entry)? = try JSONValue(reading: added.body)["id"] else { throw Missing() }
            let none = try await site.ask(.get, "/api/v1/cases/\(ID<CaseFile>.new(at: site.clock.now))", token: stranger)
            for part in ["", "/events", "/entries/goal"] {
                let reply = try await site.ask(.get, path + part, token: stranger)
                #expect(reply.status == 404 && reply.text == none.text || part == "/entries/goal" && reply.status == 404, "\(part)")
            }
            #expect(try await site.ask(.post, "\(path)/entries/goal", token: stranger, json: try Self.goal(site)).status == 404)
            let correction = try Self.goal(site).replacing(#"{"values""#, with: #"{"version": 1, "values""#)
            #expect(try await site.ask(.post, "\(path)/entries/goal/\(entry)", token: stranger, json: correction).status == 404)
            #expect(
                try await site.ask(.post, "\(path)/entries/goal/\(entry)/withdrawal", token: stranger, json: #"{"version": 1}"#).status
                    == 404)
            #expect(try await !site.ask(.get, "/api/v1/cases?state=all", token: stranger).text.contains("night market"))

            // A colleague of the same house sees that the file is there, and not what it says of care.
            let colleague = try await site.token(of: cast.colleague)
            let seen = try JSONValue(reading: try await site.ask(.get, path, token: colleague).body)
            #expect(seen["parts"] == ["summary", "services"])
            #expect(seen["entries"]?["goal"] == nil)
            #expect(try await site.ask(.get, "\(path)/entries/goal", token: colleague).status == 404)
            #expect(try await !site.ask(.get, "\(path)/events", token: colleague).text.contains("entry.goal"))
        }
    }

    @Test(arguments: Databases.all) func `is nobody without one: no cookie counts under the API`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let cookies = await cast.worker.visitor.cookies
            let cookie = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            #expect(cookie.contains("concord="))
            for path in ["/api/v1/cases", "/api/v1/cases/\(file)", "/api/v1/cases/\(file)/events"] {
                for token in [nil, "not-a-token", ""] {
                    let reply = try await site.ask(.get, path, token: token, cookie: cookie)
                    #expect(reply.status == 401 && reply.text.contains("web.token-needed"), "\(path)")
                    #expect(reply.header("WWW-Authenticate") == "Bearer")
                    #expect(reply.header("Content-Type") == "application/problem+json; charset=utf-8")
                }
            }
            let written = try await site.ask(.post, "/api/v1/cases/\(file)/entries/goal", json: try Self.goal(site), cookie: cookie)
            #expect(written.status == 401)
            // And a token opens no page.
            let token = try await site.token(of: cast.worker)
            #expect(try await site.ask(.get, "/work/cases", token: token).status == 401)
        }
    }

    @Test(arguments: Databases.all) func `stops with its token, with its owner's roles, and with its owner`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            // Ended by its owner.
            let ended = try await site.token(of: cast.worker)
            #expect(try await Self.status(file, ended, site) == 200)
            let made = try await site.database.read { tx in
                try tx.row("SELECT id FROM api_token") { try $0.id(0, of: APIToken.self) }
            }
            let id = try #require(made)
            try await cast.worker.visitor.open("/work/account")
            #expect(try await cast.worker.visitor.fill("/work/account/tokens/\(id)/end").status == 200)
            #expect(try await !cast.worker.visitor.open("/work/account").text.contains("example importer"))
            #expect(try await Self.status(file, ended, site) == 401)

            // A role that is gone is gone at once.
            let supervisor = cast.supervisor.actor.account
            let token = try await site.token(of: cast.supervisor)
            #expect(try await Self.status(file, token, site) == 200)
            _ = try await site.database.write { tx in
                try tx.run("UPDATE account_role SET role = 'member' WHERE account_id = \(supervisor)")
            }
            #expect(try await Self.status(file, token, site) == 403)

            // Somebody suspended, from the very next request.
            let colleague = try await site.token(of: cast.colleague)
            #expect(try await Self.status(file, colleague, site) == 200)
            _ = try await site.database.write { tx in
                try tx.run("UPDATE account SET state = 'suspended' WHERE id = \(cast.colleague.actor.account)")
            }
            #expect(try await Self.status(file, colleague, site) == 401)

            // Its time is over.
            let stranger = try await site.token(of: cast.stranger, days: 30)
            #expect(try await site.ask(.get, "/api/v1/cases", token: stranger).status == 200)
            site.clock.pass(.days(31))
            #expect(try await site.ask(.get, "/api/v1/cases", token: stranger).status == 401)
        }
    }

    @Test(arguments: Databases.all) func `is made by those whose role uses the API, a moment after they said who they are`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, _ in
            // A guardian stands up for named children in person: no program acts for them.
            #expect(try await !cast.guardian.visitor.open("/work/account").text.contains("/work/account/tokens"))
            await #expect(throws: AccessRefused.self) {
                try await site.reception.tokens.make("x", days: 30, by: cast.guardian.actor)
            }
            await #expect(throws: APITokenRefused.lifetime) {
                try await site.reception.tokens.make("x", days: 366, by: cast.worker.actor)
            }
            site.clock.pass(.minutes(11))
            await #expect(throws: AccessRefused.self) { try await site.reception.tokens.make("x", days: 30, by: cast.worker.actor) }
            try await cast.worker.visitor.open("/work/account")
            let asked = try await cast.worker.visitor.fill(
                "/work/account/tokens", ["token-name": "late", "lifetime": "30"], follows: false)
            #expect(asked.status == 303 && asked.header("Location")?.hasPrefix("/sign-in/again") == true)
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM api_token") } == 0)
        }
    }

    @Test(arguments: Databases.all) func `does nothing twice under one key, and is answered as it was the first time`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            let path = "/api/v1/cases/\(file)/entries/goal"
            let goal = try Self.goal(site)
            func goals() async throws -> Int {
                try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM goal") }
            }
            let first = try await site.ask(.post, path, token: token, json: goal, key: "one-of-mine")
            let again = try await site.ask(.post, path, token: token, json: goal, key: "one-of-mine")
            #expect(first.status == 200 && again.status == 200 && first.body == again.body)
            #expect(try await goals() == 1)
            // The same key for something else, or for another file, is a mistake of the program.
            let other = goal.replacing(Self.marker, with: "learn to bake")
            #expect(try await site.ask(.post, path, token: token, json: other, key: "one-of-mine").status == 422)
            #expect(try await site.ask(.post, path, token: token, json: goal, key: "").status == 422)
            #expect(try await site.ask(.post, path, token: token, json: goal, key: String(repeating: "k", count: 201)).status == 422)
            #expect(try await goals() == 1)
            // What was refused was not done: the key is free again.
            let refused = try await site.ask(.post, path, token: token, json: #"{"values": {"moon": "x"}}"#, key: "another")
            #expect(refused.status == 422)
            #expect(try await site.ask(.post, path, token: token, json: other, key: "another").status == 200)
            #expect(try await goals() == 2)
            // Keys of two accounts don't meet, and no answer crosses over.
            let colleague = try await site.token(of: cast.stranger)
            #expect(try await site.ask(.post, path, token: colleague, json: goal, key: "one-of-mine").status == 404)
            // Neither the key nor what was sent stands anywhere.
            let kept = try await site.database.read { tx in
                try tx.rows("SELECT key_hash, request_hash, answer FROM api_answer") {
                    $0.bytes(0) + $0.bytes(1) + ($0.optionalBytes(2) ?? [])
                }
            }
            let text = kept.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(kept.count == 2 && !text.contains("one-of-mine") && !text.contains("sew"))
            // After a day it is a request like any other.
            site.clock.pass(.hours(25))
            _ = try await site.runJobs()
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM api_answer") } == 0)
            #expect(try await site.ask(.post, path, token: token, json: goal, key: "one-of-mine").status == 200)
            #expect(try await goals() == 3)
        }
    }

    @Test(arguments: Databases.all) func `that sends one request many times at once adds one entry`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            let goal = try Self.goal(site)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await site.ask(.post, "/api/v1/cases/\(file)/entries/goal", token: token, json: goal, key: "same").status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.contains(200) && statuses.allSatisfy { $0 == 200 || $0 == 409 })
            #expect(try await site.database.read { tx in try tx.count("SELECT COUNT(*) FROM goal") } == 1)
        }
    }

    private static func status(_ file: ID<CaseFile>, _ token: String, _ site: CaseSite) async throws -> Int {
        try await site.ask(.get, "/api/v1/cases/\(file)", token: token).status
    }

    private struct Missing: Error {}
}
