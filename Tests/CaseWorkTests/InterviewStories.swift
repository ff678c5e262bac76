import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `Interviews` {
    private static let plan = [
        "matters": "journey", "interpreter": "planned", "support": "present", "training": "trained", "place": "the green room",
    ]

    private func plan(_ file: ID<CaseFile>, by player: CasePlayer, _ more: [String: String] = [:]) async throws -> Reply {
        _ = try await player.visitor.open("/work/cases/\(file)/interviews")
        return try await player.visitor.fill("/interviews", Self.plan.merging(more) { $1 })
    }

    /// From plan to evaluation.
    private func hold(_ file: ID<CaseFile>, by player: CasePlayer, telling text: String, alone: String = "never", reason: String? = nil)
        async throws -> Reply
    {
        let planned = try await plan(file, by: player, reason.map { ["repeat-reason": $0] } ?? [:])
        #expect(planned.status == 200, "\(planned.page.text.prefix(300))")
        let explained = try await player.visitor.fill("/explanation", ["explained": "may_stop", "willing": "yes"])
        #expect(explained.page.text.contains("Record the account"), "\(explained.page.text.prefix(300))")
        let account = try await player.visitor.fill("/account", ["asked": "journey", "account": text, "alone": alone])
        #expect(account.page.text.contains("Close the interview"), "\(account.page.text.prefix(300))")
        _ = try await player.visitor.fill("/closure", ["after": "tired", "closure": "next_steps"])
        return try await player.visitor.fill("/evaluation", ["went": "as_planned", "evaluation": "begin earlier"])
    }

    @Test(arguments: Databases.all) func `go from plan to evaluation, step by step, and none is skipped`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let done = try await hold(file, by: cast.worker, telling: "walked along the shore")
            #expect(done.status == 200 && done.page.faults == [] && done.page.text.contains("Evaluated"))
            #expect(
                done.text.contains("walked along the shore") && done.text.contains("begin earlier") && done.text.contains("the green room"))
            let id = try await site.database.read { tx in try tx.row("SELECT id FROM interview") { try $0.id(0, of: CaseFile.self) } }
            let path = "/work/cases/\(file)/interviews/\(try #require(id))"
            _ = try await plan(file, by: cast.worker, ["matters": "health"])
            let fresh = try #require(
                try await site.database.read { tx in
                    try tx.row("SELECT id FROM interview WHERE stage = 'planned'") { try $0.id(0, of: CaseFile.self) }
                })
            // The account before the explanation: the form is sent where the page offers none.
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/interviews/\(fresh)").page
            let seal = try #require(page.all("form").first.map { Visitor.prefilled($0) })
            let skipped = try await cast.worker.visitor.send(
                "/work/cases/\(file)/interviews/\(fresh)/account",
                seal.filter { $0.0 != "break-reason" } + [
                    ("asked", "health"), ("account", "x"), ("alone", "never"), ("day", "1"), ("day-month", "1"), ("day-year", "2024"),
                ])
            #expect(skipped.status == 409)
            #expect(try await site.text("SELECT stage FROM interview WHERE id = \(fresh)") == "planned")
            #expect(try await cast.stranger.visitor.open(path).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `warn when the same was asked before, when and by whom, and ask why it must be asked again`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            _ = try await hold(file, by: cast.worker, telling: "walked along the shore")
            try await cast.share(file, with: cast.officer, [.summary, .interviews], seat: .identification)
            let warned = try await cast.officer.visitor.open("/work/cases/\(file)/interviews").page
            let before = try #require(warned.element(id: "asked-before")?.text)
            #expect(before.contains("Journey") && before.contains("Harbour House"))
            #expect(!before.contains("shore"))
            let refused = try await plan(file, by: cast.officer)
            #expect(refused.status == 422 && refused.page.text.contains("say why the person must be asked again"))
            #expect(try await plan(file, by: cast.officer, ["repeat-reason": "unclear"]).status == 200)
            // Something that nobody asked before needs no reason.
            #expect(try await plan(file, by: cast.officer, ["matters": "debts"]).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `never leave an interpreter alone with the person: it is asked, and a supervisor learns of it`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            try await site.database.write { tx in try tx.run("UPDATE person SET interpreter = 'needed'") }
            let without = try await plan(file, by: cast.worker, ["interpreter": "not_needed"])
            #expect(without.status == 422 && without.page.text.contains("needs an interpreter"))
            _ = try await hold(file, by: cast.worker, telling: "x", alone: "once")
            #expect(try await site.count("SELECT COUNT(*) FROM notice WHERE matter = 'interview.interpreter-alone'") == 1)
            #expect(try await site.text("SELECT interpreter_alone FROM interview") == "once")
        }
    }

    @Test(arguments: Databases.all) func `of a child need somebody trained for it and support; of nobody who does not want to speak`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork(path: .child) { site, cast, file in
            #expect(try await plan(file, by: cast.worker).status == 422)
            #expect(try await plan(file, by: cast.worker, ["training": "trained_for_children", "support": "none"]).status == 422)
            #expect(try await plan(file, by: cast.worker, ["training": "trained_for_children"]).status == 200)
            let page = try await cast.worker.visitor.fill("/explanation", ["explained": "may_stop", "willing": "no"]).page
            #expect(page.text.contains("Broken off"))
            #expect(try await site.count("SELECT COUNT(*) FROM interview_matter") == 0)
        }
    }

    @Test(arguments: Databases.all) func `are taken on by one of two who do so at once`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let planned = try await plan(file, by: cast.worker)
            let second = try await site.signIn(cast.worker.actor.account)
            let path = planned.path
            _ = try await second.visitor.open(path)
            #expect(try await cast.worker.visitor.fill("/explanation", ["explained": "may_stop", "willing": "yes"]).status == 200)
            #expect(try await second.visitor.fill("/explanation", ["explained": "sharing", "willing": "in_part"]).status == 409)
            #expect(try await site.text("SELECT explained FROM interview") == "may_stop")
        }
    }
}
