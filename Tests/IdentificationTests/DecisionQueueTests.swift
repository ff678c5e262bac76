import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Identification

@Suite struct `The queue of the authority` {
    @Test func `goes down an index, in the order of what is due`() async throws {
        try await DatabaseKind.sqlite.withCaseSite([IdentificationBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (actor, today) = (cast.officer.actor, site.room.day(of: site.clock.now))
            var narrowed = DecisionQueue.Narrowing()
            (narrowed.waiting, narrowed.officer, narrowed.isLate, narrowed.text) = (.review, "me", true, "night")
            for narrowing in [DecisionQueue.Narrowing(), narrowed] {
                let plan = try await site.database.read { tx in
                    let queue = SQL.decisionQueue(
                        narrowing, after: ("2026-12-01", .new(at: Databases.now)), limit: 51, today: today, for: actor)
                    return try tx.rows("EXPLAIN QUERY PLAN \(sql: queue)") { $0.text(3) }
                }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
                #expect(plan.contains { $0.contains("case_share_by_queue") }, "\(plan)")
            }
        }
    }

    @Test(arguments: Databases.all) func `has what is overdue first, and then goes by the day of the authority's own duty`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (office, now, profile) = (cast.officer.actor.organisation, site.clock.now, site.room.profile)
            let today = site.room.day(of: now)
            // Days until the authority has to decide, and until something that others have to do.
            var files: [(code: String, due: Int?)] = []
            for (own, others) in [(9, -6), (-2, nil), (4, 1), (nil, -30), (-7, 40), (2, nil)] as [(Int?, Int?)] {
                let file = try await cast.file(stage: .underAssessment)
                try await cast.share(file, with: cast.officer, [.identity], seat: .identification)
                try await site.database.write { tx in
                    for (kind, days) in [(ClockKind.presumption, own), (.childGuardian, others)] {
                        guard let days else { continue }
                        try CaseClock.start(kind, in: file, of: office, until: today.adding(days: days), under: profile, at: now, tx: tx)
                    }
                }
                let code = try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.code ?? "" }
                files.append((code, own))
            }
            let visitor = cast.officer.visitor
            func codes(_ address: String) async throws -> [String] {
                try await visitor.open(address).page.all("tr").compactMap { row in row.all("code").first?.text }
            }
            let wanted = files.sorted { ($0.due ?? .max) < ($1.due ?? .max) }.map(\.code)
            #expect(try await codes("/work/decisions") == wanted)
            // Late is what the authority itself is late with.
            #expect(try await codes("/work/decisions?due=late") == Array(wanted.prefix(2)))
            // A share that is opened when the clock runs already is no exception.
            let stored = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM case_share WHERE seat = 'identification' AND next_due = '9999-12-31'")
            }
            #expect(stored == 1)
        }
    }

    @Test(arguments: Databases.all) func `is not seen by whoever is barred, and tells whose a file is and how long it has waited`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.decide(.underAssessment, by: play.cast.officer)
            site.clock.pass(.days(3))
            let olu = try await site.signIn(play.cast.secondOfficer.actor.account)
            let queue = try await olu.visitor.open("/work/decisions?officer=others&q=night")
            #expect(queue.text.contains("Ines Example"))
            let row = try #require(queue.page.all("tr").first { $0.text.contains("night market") })
            #expect(row.all("td").last?.text == "3")
            #expect(try await olu.visitor.open("/work/decisions?officer=me").text.contains("night market") == false)
            let (file, barred, now) = (play.file, olu.actor.account, site.clock.now)
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, account_id, asked_by, barred_by, barred_at)
                    VALUES (\(ID<CaseMember>.new(at: now)), \(file), \(barred), 'person', \(barred), \(now))
                    """
                )
            }
            #expect(try await olu.visitor.open("/work/decisions").text.contains("night market") == false)
            #expect(try await olu.visitor.open(play.page).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `loses no decision when two are sent in the same moment`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.decide(.underAssessment, by: play.cast.officer)
            let both = [play.cast.officer, play.cast.secondOfficer]
            let taken = await withTaskGroup(of: Bool.self) { group in
                for player in both {
                    group.addTask { (try? await play.takeReview(.presumed, by: player)) != nil }
                }
                var count = 0
                for await isTaken in group where isTaken { count += 1 }
                return count
            }
            #expect(taken == 1)
            let decisions = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM identification_decision WHERE to_stage = 'presumed'")
            }
            #expect(decisions == 1)
        }
    }
}
