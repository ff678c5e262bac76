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

/// A return as programs take its steps.
private struct ProgramReturn {
    let it: ReturnCast
    let worker: String
    let supervisor: String
    let partner: String

    var site: CaseSite { it.site }
    var path: String { "/api/v1/cases/\(it.file)/return" }

    init(_ site: CaseSite) async throws {
        it = try await ReturnCast(site)
        worker = try await site.token(of: it.cast.worker)
        supervisor = try await site.token(of: it.cast.supervisor)
        partner = try await site.token(of: it.cast.returnPartner)
    }

    func read(_ token: String? = nil) async throws -> Reply { try await site.ask(.get, path, token: token ?? worker) }

    func version(for token: String) async throws -> Int {
        guard case .integer(let version)? = try await read(token).member("plan")?["version"] else { return 1 }
        return version
    }

    /// Takes one step from the version that is read just before.
    func step(_ step: String, _ more: String = "", by token: String? = nil) async throws -> Reply {
        site.clock.pass(.seconds(1))
        let token = token ?? worker
        return try await site.ask(.post, path + "/" + step, token: token, json: #"{"version": \#(try await version(for: token))\#(more)}"#)
    }

    func scores(_ score: String, without left: String? = nil) -> String {
        let codes = site.room.profile.assessment("return_risk")?.questions.codes ?? []
        return codes.filter { $0 != left }.map { "\"\($0)\": \(score)" }.joined(separator: ", ")
    }

    /// Options, risks, non-refoulement and partner are on record.
    func prepare() async throws {
        let begun = try await site.ask(.post, path, token: worker, json: #"{"kind": "return", "country": "NGA"}"#)
        #expect(begun.status == 200 && begun.text(of: "stage") == "considering", "\(begun.text)")
        for way in ["stay", "third-country", "home"] {
            #expect(try await step(way, #", "wish": "wants", "pro": "her mother Ngozi is there""#).status == 200, "\(way)")
        }
        #expect(try await step("risk", #", "scores": {\#(scores("1"))}"#).status == 200)
        let check = #", "checked": "\#(it.today.iso)", "checker": "lawyer", "grounds": ["torture"], "result": "no_obstacle""#
        #expect(try await step("refoulement", check).status == 200)
        #expect(try await step("partner", #", "partner": "\#(it.partner)", "agreement": "partners""#).status == 200)
        #expect(try await step("conclusion").text(of: "stage") == "assessed")
    }
}

@Suite struct `A return by a program` {
    @Test(arguments: Databases.all) func `is prepared, agreed, made and followed, step by step, with the person’s own consent`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let that = try await ProgramReturn(site)
            let it = that.it
            #expect(try await that.read().member("plan") == .null)
            #expect(try await that.step("conclusion").status == 404)
            try await that.prepare()
            let read = try await that.read()
            #expect(read.text.contains("her mother Ngozi") && read.text.contains(#""agreement""#), "\(read.text)")
            // Nobody authorises it without the person's consent, nor the planner with it.
            let early = try await that.step("agreement", by: that.supervisor)
            #expect(early.status == 422 && early.text.contains("return.consent-missing"), "\(early.text)")
            try await it.consent()
            #expect(try await that.step("agreement").status == 403)
            #expect(try await that.step("agreement", by: that.supervisor).text(of: "stage") == "agreed")
            #expect(try await that.read(that.partner).status == 404, "not shared yet")
            #expect(try await that.step("sharing").status == 200)
            let travel = #", "travel": "\#(it.today.iso)", "arrive": "\#(it.today.adding(days: 1).iso)", "escort": "none", "documents": "#
            let moon = try await that.step("travel", travel + #""moon""#)
            #expect(moon.status == 422 && moon.text.contains("documents"), "\(moon.text)")
            #expect(try await that.step("travel", travel + #""passport", "itinerary": "flight EX 123""#).status == 200)
            #expect(try await that.step("departure").text(of: "stage") == "travelling")
            let arrived = #", "arrived": "\#(it.today.iso)""#
            let stale = #"{"version": 1\#(arrived)}"#
            #expect(try await site.ask(.post, that.path + "/arrival", token: that.partner, json: stale).status == 409)
            #expect(try await that.step("arrival", arrived, by: that.partner).text(of: "stage") == "arrived")
            #expect(try await that.read().text.contains(#""is_voluntary":true"#))
            try await follow(that)
        }
    }

    /// What the partner reports of the life after it.
    private func follow(_ that: ProgramReturn) async throws {
        let path = "/api/v1/cases/\(that.it.file)/reintegration"
        let life = try await that.site.ask(.get, path, token: that.partner)
        guard case .text(let check)? = life.items(of: "due").first?["id"] else {
            Issue.record("nothing is due: \(life.text)")
            return
        }
        func report(_ json: String) async throws -> Reply {
            try await that.site.ask(.post, path + "/checks/\(check)/report", token: that.partner, json: json)
        }
        let moon = try await report(#"{"contact": "visit", "levels": {"moon": 1}}"#)
        #expect(moon.status == 422 && moon.text.contains("levels.moon"), "\(moon.text)")
        #expect(try await report(#"{"contact": "visit", "levels": {}}"#).text.contains("monitoring.safety-missing"))
        let bad = #"{"contact": "visit", "levels": {"safety": 0}, "incidents": ["attacked"], "note": "CANARY alley"}"#
        let told = try await report(bad)
        #expect(told.status == 200 && told.text.contains(#""is_danger":true"#), "\(told.text)")
        #expect(try await report(bad).status == 409)
        #expect(try await that.site.ask(.get, path, token: that.worker).text.contains("CANARY alley"))
        let again = path + "/reports/\(told.text(of: "id"))/referral"
        let opened = try await that.site.ask(.post, again, token: that.worker, json: "{}")
        #expect(opened.status == 200 && opened.text(of: "case").count == 36, "\(opened.text)")
        #expect(try await that.site.ask(.post, again, token: that.worker, json: "{}").status == 409)
    }

    @Test(arguments: Databases.all) func `is never arranged over a serious risk, and scores every question`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let that = try await ProgramReturn(site)
            try await that.prepare()
            let left = try #require(site.room.profile.assessment("return_risk")?.questions.codes.first)
            let gap = try await that.step("risk", #", "scores": {\#(that.scores("1", without: left))}"#)
            #expect(gap.status == 422 && gap.text.contains("scores.\(left)"), "\(gap.text)")
            #expect(try await that.step("risk", #", "scores": {\#(that.scores("3"))}"#).status == 200)
            try await that.it.consent()
            let refused = try await that.step("agreement", by: that.supervisor)
            #expect(refused.status == 422 && refused.text.contains("return.serious-risk"), "\(refused.text)")
            #expect(try await that.step("stop", #", "reason": "not_possible""#).text(of: "stage") == "stopped")
        }
    }

    // promise 2: what is another organisation's is not there.
    @Test(arguments: Databases.all) func `is not there for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let that = try await ProgramReturn(site)
            try await that.prepare()
            let finn = try await site.token(of: that.it.cast.stranger)
            let life = "/api/v1/cases/\(that.it.file)/reintegration"
            #expect(try await that.read(finn).status == 404)
            #expect(try await site.ask(.get, life, token: finn).status == 404)
            let begin = #"{"kind": "return", "country": "NGA"}"#
            #expect(try await site.ask(.post, that.path, token: finn, json: begin).status == 404)
            for step in ["conclusion", "agreement", "sharing", "departure", "withdrawal", "stop", "risk", "arrival"] {
                #expect(try await that.step(step, by: finn).status == 404, "\(step)")
            }
            let report = #"{"contact": "visit", "levels": {"safety": 3}}"#
            let file = that.it.file
            #expect(try await site.ask(.post, life + "/checks/\(file)/report", token: finn, json: report).status == 404)
            #expect(try await site.ask(.post, life + "/stay", token: finn, json: #"{"from": "\#(that.it.today.iso)"}"#).status == 404)
            #expect(try await site.ask(.post, life + "/reports/\(file)/referral", token: finn, json: "{}").status == 404)
            #expect(try await that.it.plan().stage == "assessed")
        }
    }
}
