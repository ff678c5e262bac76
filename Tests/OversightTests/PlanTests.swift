import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import Vocabulary

@testable import Oversight

@Suite struct `Queries over twenty thousand files` {
    @Test func `go down an index in the work queue, with each of its twelve filters and for each reach`() async throws {
        try await DatabaseKind.sqlite.withFigures { site in
            let cast = try await CaseCast(site)
            try await site.seed(20_000, of: cast.worker)
            for (reach, scope) in [("own", Scope.own), ("assigned", .assigned), ("shared", .shared), ("organisation", .organisation)] {
                let actor = cast.worker.actor.with(.readCase, scope)
                for (name, narrowing) in Self.narrowings {
                    let plan = try await site.plan(.caseQueue(narrowing, after: nil, limit: 51, for: actor))
                    #expect(plan.filter(Self.scansABigTable) == [], "\(name), \(reach)")
                    let next = try await site.plan(
                        .caseQueue(narrowing, after: ("2026-12-01", .new(at: site.clock.now)), limit: 51, for: actor))
                    #expect(next.filter(Self.scansABigTable) == [], "\(name), \(reach), the next page")
                }
            }
        }
    }

    // What is rare is found by passing over lines, not files; and nothing is sorted that an index has in order.
    @Test func `pass over lines and not files in the queue of an organisation, and sort none of them`() async throws {
        try await DatabaseKind.sqlite.withFigures { site in
            let cast = try await CaseCast(site)
            try await site.seed(20_000, of: cast.worker)
            let actor = cast.worker.actor.with(.readCase, .organisation)
            for (name, narrowing) in Self.narrowings {
                let plan = try await site.plan(.caseQueue(narrowing, after: nil, limit: 51, for: actor))
                // Two ways at once are put in order at the end: a hundred lines.
                #expect(plan.allSatisfy(Self.sortsNothing) || ["worker", "all"].contains(name), "\(name): \(plan)")
                let first = plan.first(where: Self.searches) ?? ""
                let byFile = ["worker": "case_file_by_worker", "code": "sqlite_autoindex_case_file_2"][name]
                #expect(first.hasPrefix(byFile.map { "SEARCH c USING INDEX \($0)" } ?? "SEARCH q USING PRIMARY KEY"), "\(name): \(plan)")
            }
        }
    }

    @Test func `go down an index on the dashboards and where they are kept up`() async throws {
        try await DatabaseKind.sqlite.withFigures { site in
            let cast = try await CaseCast(site)
            try await site.seed(20_000, of: cast.worker)
            let now = site.clock.now
            let files = [ID<CaseFile>.new(at: now), .new(at: now)]
            let statements: [SQL] = [
                .counts(of: CaseCounts.node, from: "2025-01", through: "2026-11"), .lateClocks(of: nil, at: now),
                .lateClocks(of: cast.worker.actor.organisation, at: now), .filesToCount(files), .firstMilestones(files, ["test.decided"]),
                .guarded(files), .events(of: files, ["service.sent"]), .eventsToCount(after: [], most: 400),
                .filesOnTheRound(after: [], most: 400),
            ]
            for statement in statements {
                #expect(try await site.plan(statement).filter(Self.scansABigTable) == [], "\(statement)")
            }
        }
    }

    @Test func `are served by at most twelve indexes on the files`() async throws {
        try await DatabaseKind.sqlite.withFigures { site in
            let count = try await site.database.read { tx in
                try tx.count("SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'case_file'")
            }
            #expect(count <= 12)
        }
    }

    @Test func `count all files and answer a dashboard`() async throws {
        try await DatabaseKind.sqlite.withFigures { site in
            let cast = try await CaseCast(site)
            try await site.seed(20_000, of: cast.worker)
            try await CaseCounts(site.room).countEverything()
            let answer = try await CaseFigures(site.room).answer(.fiveYears, for: cast.rapporteur.actor)
            #expect(answer.now(.open) == ["adult": 20_000])
            #expect(answer.total("sex") == ["female": 20_000])
        }
    }

    /// One for each filter of the queue's page, and one for none.
    static let narrowings: [(String, CaseQueue.Narrowing)] = {
        func narrowed(_ change: (inout CaseQueue.Narrowing) -> Void) -> CaseQueue.Narrowing {
            var narrowing = CaseQueue.Narrowing()
            narrowing.isOpen = true
            change(&narrowing)
            return narrowing
        }
        return [
            ("none", narrowed { _ in }), ("all", narrowed { $0.isOpen = nil }), ("closed", narrowed { $0.isOpen = false }),
            ("worker", narrowed { $0.worker = .me }),
            ("nobody", narrowed { $0.worker = .nobody }), ("due", narrowed { $0.dueBy = Day(iso: "2026-12-24") }),
            ("urgent", narrowed { $0.isUrgent = true }), ("stage", narrowed { $0.stage = .presumed }),
            ("path", narrowed { $0.path = .child }),
            ("setting", narrowed { $0.setting = .border }), ("form", narrowed { $0.exploitation = "forced_labour" }),
            ("sex", narrowed { $0.sex = "female" }), ("age", narrowed { $0.ageBand = "27_29" }),
            ("citizenship", narrowed { $0.citizenship = "NGA" }), ("region", narrowed { $0.region = "north" }),
            ("code", narrowed { $0.text = "K7F3-92QM" }), ("label", narrowed { $0.text = "market" }),
        ]
    }()

    static func sortsNothing(_ step: String) -> Bool { !step.contains("TEMP B-TREE") }
    static func searches(_ step: String) -> Bool { step.hasPrefix("SEARCH ") }

    /// `SCAN c` and the like: everything that has a row for each file, by its name or by what the statements call it. What was found by an
    /// index before and is put together once (`mine`) may be walked through.
    static func scansABigTable(_ step: String) -> Bool {
        guard step.hasPrefix("SCAN ") else { return false }
        let table = step.dropFirst(5).split(separator: " ").first.map(String.init) ?? ""
        return ["case_file", "case_share", "queue_line", "case_event", "case_clock", "case_member", "person", "case_count", "case_counted"]
            .contains(
                table)
            || ["c", "s", "t", "p", "m", "b", "q"].contains(table)
    }
}

extension CaseSite {
    /// How SQLite would go about a statement, step by step.
    func plan(_ statement: SQL) async throws -> [String] {
        try await database.read { tx in try tx.rows("EXPLAIN QUERY PLAN \(sql: statement)") { $0.text(3) } }
    }

    /// A great many files of one worker, by one statement for each table; persons without an identity.
    func seed(_ count: Int, of player: CasePlayer) async throws {
        let (actor, now, hash) = (player.actor, clock.now, room.profile.hash)
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO person (id, identity_version, sex, age_band, citizenship, interpreter, added_at, version)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
                SELECT randomblob(16), 1, 'female', '27_29', 'NGA', 'unknown', \(now), 1 FROM n
                """
            )
            try tx.run(
                """
                INSERT INTO case_file (id, code, label, person_id, organisation_id, raised_by, assigned_to, path, stage, setting,
                    exploitation, is_urgent, profile, opened_at, stage_since, next_due, version)
                SELECT randomblob(16), hex(randomblob(8)), 'seeded', id, \(actor.organisation), \(actor.account), \(actor.account), 'adult',
                    'presumed', 'ngo', 'forced_labour', 0, \(hash), \(now), \(now), '2026-12-01', 1 FROM person
                """
            )
            try tx.run(
                """
                INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
                SELECT randomblob(16), id, organisation_id, 'keeper', 'summary', raised_by, opened_at, next_due, 1 FROM case_file
                """
            )
            try tx.run("INSERT INTO case_event (id, case_id, at, kind) SELECT randomblob(16), id, opened_at, 'case.opened' FROM case_file")
            try tx.run("ANALYZE")
        }
    }
}

extension Actor {
    func with(_ deed: Deed, _ scope: Scope) -> Actor {
        var grants = grants
        grants[deed] = scope
        return Actor(
            account: account, organisation: organisation, displayName: displayName, grants: grants, session: session,
            hasSecondFactor: hasSecondFactor, provedAt: provedAt
        )
    }
}
