import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import HTTPTypes
import Protection
import Store
import Testing
import Vocabulary
import Web
import WebFixtures

@testable import Oversight

@Suite struct `Case figures` {
    @Test(arguments: Databases.all) func `count what happened within the same minute, and take back what is no longer so`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let first = try await cast.file(stage: .presumed)
            _ = try await cast.file(path: .child, stage: .detected)
            try await site.count()
            var answer = try await CaseFigures(site.room).answer(.year, for: cast.rapporteur.actor)
            let month = try #require(answer.months.last)
            #expect(answer.now(.open) == ["adult": 1, "child": 1])
            #expect(answer.now(.unguarded) == ["child": 1])
            #expect(answer.count(.gap, "seen", month: month) == 2)
            #expect(answer.count(.gap, "identified", month: month) == 0)
            #expect(answer.total("form") == ["forced_labour": 2])
            // Decided on the third day; the stage moves on.
            site.clock.pass(.days(3))
            try await site.happens(.decided, in: first, stage: .identified)
            try await site.count()
            answer = try await CaseFigures(site.room).answer(.year, for: cast.rapporteur.actor)
            let decided = site.room.month(of: site.clock.now)
            #expect(answer.days(.decision, month: decided).median == 3)
            #expect(answer.count(.gap, "identified", month: decided) == 1)
            #expect(answer.total("stage") == ["identified": 1, "detected": 1])
            // Counting again changes nothing.
            try await site.count()
            #expect(try await CaseFigures(site.room).answer(.year, for: cast.rapporteur.actor).now(.open) == ["adult": 1, "child": 1])
        }
    }

    @Test(arguments: Databases.all) func `are read by a program whose owner is cleared for them, and by no other`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file(stage: .presumed)
            try await site.count()
            let path = "/api/v1/figures/cases"
            #expect(try await site.ask(.get, path).status == 401)
            #expect(try await site.ask(.get, path, token: try await site.token(of: cast.worker)).status == 403)
            let token = try await site.token(of: cast.rapporteur)
            let figures = try JSONValue(reading: try await site.ask(.get, path, token: token).body)
            #expect(figures["of"] == "node")
            guard case .list(let tables)? = figures["tables"] else {
                Issue.record("there are no tables")
                return
            }
            #expect(tables.contains { $0["name"] == "time-to-decision" })
            #expect(try await site.ask(.get, path + "?months=7", token: token).status == 422)
            // Cleared for figures is not cleared for files.
            #expect(try await site.ask(.get, "/api/v1/cases", token: token).status == 403)
        }
    }

    @Test(arguments: Databases.all) func `measure the days to a first service, and count removals against the assessment`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let files = [try await cast.file(), try await cast.file(), try await cast.file()]
            for (index, file) in files.enumerated() {
                try await site.happens(.served, in: file, after: .days(index * 2))
                // A second service later does not move the first.
                try await site.happens(.served, in: file, after: .days(20))
            }
            try await site.happens(.removed, in: files[0])
            site.clock.pass(.days(25))
            try await site.count()
            let answer = try await CaseFigures(site.room).answer(.year, for: cast.rapporteur.actor)
            let days = answer.months.map { answer.days(.service, month: $0) }.filter { $0.cases > 0 }
            #expect(days.reduce(0) { $0 + $1.cases } == 3)
            #expect(days.map(\.ninetieth).compactMap { $0 }.max() == 4)
            #expect(answer.total("removal") == ["against": 1])
        }
    }

    @Test(arguments: Databases.all)
    func `show a supervisor their own organisation with its workers, and the rapporteur the node without them`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file()
            _ = try await cast.file(by: cast.stranger)
            try await site.count()
            let own = try await cast.supervisor.visitor.open("/work/figures")
            #expect(own.status == 200 && own.page.faults == [])
            #expect(own.text.contains("Wanda Example") && !own.text.contains("Finn Example"))
            let node = try await cast.rapporteur.visitor.open("/work/figures?months=24")
            #expect(node.status == 200 && node.page.faults == [])
            #expect(!node.text.contains("Wanda Example") && !node.text.contains("Finn Example"))
            #expect(!node.text.contains("Amina") && !node.text.contains("night market"))
            let mine = try await CaseFigures(site.room).answer(.year, for: cast.supervisor.actor)
            #expect(mine.now(.open) == ["adult": 1])
            #expect(try await CaseFigures(site.room).answer(.year, for: cast.rapporteur.actor).now(.open) == ["adult": 2])
            // Those whose role does not include figures are turned away; nobody sees them without signing in.
            #expect(try await cast.worker.visitor.open("/work/figures").status == 403)
            #expect(try await site.visitor().open("/work/figures").status != 200)
        }
    }

    @Test(arguments: Databases.all) func `are handed out table by table as files`(_ kind: DatabaseKind) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file()
            try await site.count()
            let csv = try await cast.rapporteur.visitor.open("/work/figures/tables/by-sex.csv")
            #expect(csv.status == 200 && csv.text.contains("Female,1"))
            #expect(csv.text.contains("Not for publication"))
            #expect(try await cast.rapporteur.visitor.open("/work/figures/tables/by-sex.xlsx").status == 200)
            #expect(try await cast.rapporteur.visitor.open("/work/figures/tables/time-to-decision.json").status == 200)
            #expect(try await cast.rapporteur.visitor.open("/work/figures/tables/names.csv").status == 404)
            #expect(try await cast.worker.visitor.open("/work/figures/tables/by-sex.csv").status == 403)
            // Workers are named to their own organisation alone.
            #expect(try await cast.rapporteur.visitor.open("/work/figures/tables/caseload.csv").status == 404)
            #expect(try await cast.supervisor.visitor.open("/work/figures/tables/caseload.csv").text.contains("Wanda Example,1"))
        }
    }

    @Test(arguments: Databases.all) func `come right again on the round when something was missed`(_ kind: DatabaseKind) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await site.count()
            site.clock.pass(.hours(1))
            // Changed without a line in the timeline.
            try await site.database.write { tx in try tx.run("UPDATE case_file SET assigned_to = NULL WHERE id = \(file)") }
            try await CaseCounts(site.room).countEverything()
            #expect(try await CaseFigures(site.room).answer(.year, for: cast.supervisor.actor).now(.caseload) == ["nobody": 1])
        }
    }
}

@Suite struct `What Oversight offers` {
    @Test(arguments: [DatabaseKind.sqlite]) func `is for those whose role includes the deed, and nothing of it is public`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withFigures { site in
            var routes = Routes()
            OversightBranch.branch.addRoutes(&routes, site.room)
            #expect(routes.all.count >= 9)
            for route in routes.all {
                #expect(route.pattern.text.hasPrefix("/work/"), "\(route.pattern.text)")
                guard case .deed = route.need else {
                    Issue.record("\(route.pattern.text) asks for no deed")
                    continue
                }
            }
            // Nobody who is not signed in gets a number, by whatever address.
            let cast = try await CaseCast(site)
            _ = try await cast.file()
            try await site.count()
            for path in ["/work/figures", "/work/figures/tables/by-sex.csv", "/work/figures/tables/by-sex.json", "/work/case-list.csv"] {
                let reply = try await site.visitor().open(path)
                #expect(!reply.text.contains("Female") && !reply.text.contains("Harbour House"), "\(path)")
            }
        }
    }
}

@Suite struct `Days that something took` {
    @Test func `are ranked by the nearest rank`() {
        let days = DayCounts([(days: 1, cases: 5), (days: 3, cases: 4), (days: 30, cases: 1)])
        #expect(days.cases == 10 && days.median == 1 && days.ninetieth == 3 && days.within(1) == 30)
        #expect(DayCounts([]).median == nil)
    }

    @Test func `agree with a sorted list`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let list = (0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }.sorted()
            let counts = DayCounts(Dictionary(grouping: list) { $0 }.map { (days: $0.key, cases: $0.value.count) })
            for share in [0.1, 0.5, 0.9, 1] {
                #expect(counts.within(share) == list[max(1, Int((share * Double(list.count)).rounded(.up))) - 1])
            }
        }
    }

    @Test func `stand under every month of the span`() {
        #expect(CaseFigures.months(3, through: "2026-01") == ["2025-11", "2025-12", "2026-01"])
    }
}

extension DatabaseKind {
    /// A node with Oversight and a branch of the tests' own whose events are milestones.
    func withFigures(_ story: (CaseSite) async throws -> Void) async throws {
        var steps = ProtectionBranch()
        steps.events = [.decided, .served, .removed]
        try await withCaseSite([steps, OversightBranch.branch], story)
    }
}

extension CaseEvent.Kind {
    static let decided = CaseEvent.Kind("test.decided", .data("Decided"), milestone: .decision)
    static let served = CaseEvent.Kind("test.served", .data("Served"), milestone: .firstService)
    static let removed = CaseEvent.Kind("test.removed", .data("Removed"), milestone: .removalAgainstAssessment)
}

extension CaseSite {
    /// Lets a minute pass and does what is due.
    func count() async throws {
        clock.pass(.minutes(1))
        let failed = try await runJobs().failed
        #expect(failed.isEmpty)
    }

    func happens(
        _ kind: CaseEvent.Kind, in file: ID<CaseFile>, stage: IdentificationStage? = nil, after: Duration = .zero
    ) async throws {
        let now = clock.now + after
        try await database.write { tx in
            if let stage {
                try tx.run("UPDATE case_file SET stage = \(stage), stage_since = \(now), version = version + 1 WHERE id = \(file)")
            }
            try CaseEvent.write(kind, in: file, by: nil, at: now, tx: tx)
        }
    }
}
