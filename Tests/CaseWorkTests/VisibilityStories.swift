import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@Suite struct `What a role may not see of a case file` {
    private static let marker = "grey heron in the reeds"

    /// Everybody of the cast that is not from the organisation that keeps the file.
    private func players(_ cast: CaseCast) -> [(name: String, player: CasePlayer)] {
        [
            ("guard", cast.guardAtBorder), ("officer", cast.officer), ("second officer", cast.secondOfficer),
            ("identification supervisor", cast.identificationSupervisor), ("worker", cast.worker), ("colleague", cast.colleague),
            ("supervisor", cast.supervisor), ("shelter worker", cast.shelterWorker), ("provider", cast.provider),
            ("child officer", cast.childOfficer), ("guardian", cast.guardian), ("investigator", cast.investigator),
            ("return partner", cast.returnPartner), ("rapporteur", cast.rapporteur), ("stranger", cast.stranger),
        ]
    }

    // promise 3: every kind of entry against every role.
    @Test(arguments: Databases.all) func `is not in the answer: every kind of entry against every role (promise 3)`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork(path: .child) { site, cast, file in
            for one in kindsOfEntries {
                var values = EntryFilling(one, site).entryValues(text: Self.marker)
                if values["age_band"] != nil { values["age_band"] = .code("9_17") }
                try await Entries(site.room).write(values, as: one, in: file, by: cast.worker.actor)
            }
            try await cast.nameGuardian(of: file)
            let everything = Set(CasePart.allCases)
            for player in [cast.officer, cast.provider, cast.childOfficer, cast.investigator, cast.returnPartner, cast.shelterWorker] {
                try await cast.share(file, with: player, everything)
            }
            for (name, player) in players(cast) {
                let reaches = try await site.room.database.read { tx in try CaseFile.holding(of: file, in: tx) }
                for one in kindsOfEntries {
                    func may(_ deed: Deed) -> Bool {
                        player.actor.scope(of: deed).map { reaches?.isReached(by: $0, of: player.actor) ?? false } ?? false
                    }
                    let sees = may(.readCase) && may(one.part.reading)
                    let reply = try await player.visitor.open("/work/cases/\(file)/entries/\(one.code)")
                    #expect(reply.status == (sees ? 200 : player.actor.may(.readCase) ? 404 : 403), "\(name) and \(one.code)")
                    let hasText = EntryFilling(one, site).fields.contains(where: \.isSealed)
                    #expect(reply.text.contains(Self.marker) == (sees && hasText), "\(name) and the text of \(one.code)")
                    let mayWrite = sees && may(one.writing)
                    let offers = reply.page.all("form").contains {
                        $0.attributes["method"] == "post" && ($0.attributes["action"] ?? "").hasSuffix(one.code)
                    }
                    if !one.isSingle { #expect(offers == mayWrite, "\(name) is offered to write \(one.code)") }
                }
                // The page of the file names no kind of a part that is not theirs.
                let page = try await player.visitor.open("/work/cases/\(file)")
                guard page.status == 200 else { continue }
                let listed = page.page.element(id: "entries")?.text ?? ""
                for one in kindsOfEntries where one.part != .summary && listed.contains(one.title[.en] + " ·") {
                    let scope = try #require(player.actor.scope(of: one.part.reading))
                    #expect(reaches?.isReached(by: scope, of: player.actor) == true, "\(name) and \(one.code)")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `can't be written by sending the form all the same, and a share bounds writing too`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            try await cast.share(file, with: cast.shelterWorker, [.summary])
            // The role may write about care; the share does not cover it.
            for player in [cast.shelterWorker, cast.provider, cast.stranger, cast.colleague] {
                for one in kindsOfEntries {
                    let values = EntryFilling(one, site).entryValues(text: "x")
                    await #expect(throws: AccessRefused.self) {
                        try await Entries(site.room).write(values, as: one, in: file, by: player.actor)
                    }
                }
            }
            for one in kindsOfEntries {
                #expect(try await site.count("SELECT COUNT(*) FROM \(sql: SQL(stringLiteral: one.table))") == 0)
            }
        }
    }

    @Test(arguments: Databases.all) func `is a page that is not there: each address of this room, for a stranger and for somebody barred`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let id = "0192f0c4-0000-7000-8000-000000000001"
            let paths =
                [
                    "assessments/immediate_risk", "assessments/needs/\(id)", "co-victims", "attachments", "attachments/\(id)/copy",
                    "life-line",
                ]
                + ["attachments/\(id)/original", "interviews", "interviews/\(id)"] + kindsOfEntries.map { "entries/\($0.code)" }
            for path in paths {
                #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path)")
            }
            let (now, worker) = (site.clock.now, cast.worker.actor.account)
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, account_id, asked_by, barred_by, barred_at)
                    VALUES (\(ID<CaseFile>.new(at: now)), \(file), \(worker), 'person', \(worker), 1)
                    """
                )
            }
            for path in paths {
                #expect(try await cast.worker.visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path) for somebody barred")
            }
        }
    }
}
