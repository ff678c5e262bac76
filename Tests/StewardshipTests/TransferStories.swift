import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A transfer to another organisation` {
    private func propose(_ cast: CaseCast, _ file: ID<CaseFile>) async throws -> ID<Transfer> {
        let supervisor = cast.supervisor.visitor
        _ = try await supervisor.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
        let reply = try await supervisor.fill(
            "/transfer", ["reason": "moved", "ground": "law-danger_to_life", "because": "he knows where she is"])
        #expect(reply.status == 200 && reply.page.faults == [])
        return try #require(
            try await cast.site.database.read { tx in
                try tx.row("SELECT id FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") {
                    try $0.id(0, of: Transfer.self)
                }
            })
    }

    @Test(arguments: Databases.all) func `shows the receiver the summary alone, and moves everything when it is accepted`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            // Without consent in force there is no transfer on consent: it is not offered, and refused to whoever sends it all the same.
            let supervisor = cast.supervisor.visitor
            let form = try await supervisor.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
            #expect(!form.page.all("input").contains { $0.attributes["value"] == "consent" })
            #expect(form.text.contains("Ask for this consent"))
            let refused = try await supervisor.fill("/transfer", ["reason": "moved", "ground": "consent"])
            #expect(refused.status == 422)
            let transfer = try await propose(cast, file)
            let finn = cast.stranger.visitor
            #expect(try await finn.open("/work/cases/\(file)").status == 200)
            #expect(try await finn.open("/work/cases/\(file)/identity").status == 404)
            // The sender can't accept for the receiver; a third one finds nothing.
            _ = try await supervisor.open("/work/transfers")
            #expect(
                try await cast.identificationSupervisor.visitor.open("/work/transfers").text.contains(try await cast.code(of: file))
                    == false)
            await #expect(throws: (any Error).self) {
                try await Transfers(room: site.room).settle(transfer, as: .accepted, by: cast.supervisor.actor)
            }
            let other = try await site.signIn(cast.stranger.actor.account).visitor
            for browser in [finn, other] { _ = try await browser.open("/work/transfers/\(transfer)") }
            #expect(try await finn.fill("/acceptance").status == 200)
            #expect(try await other.fill("/refusal").status == 409)
            let summary = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) })
            #expect(summary.organisation == cast.stranger.actor.organisation && summary.assignedTo == nil)
            // The sender keeps the summary; its worker, who raised it, no longer knows who it is.
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/identity").status == 404)
            let seats = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM case_share WHERE case_id = \(file) AND seat = 'keeper' AND closed_at IS NULL")
            }
            #expect(seats == 1)
        }
    }

    @Test(arguments: Databases.all) func `on a law that names an authority goes to that authority alone`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let supervisor = cast.supervisor.visitor
            let page = try await supervisor.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
            func offers(_ page: Reply, _ law: String) -> Bool {
                page.page.all("input").contains { $0.attributes["value"] == "law-" + law }
            }
            #expect(offers(page, "danger_to_life") && !offers(page, "child_in_danger"))
            await #expect(throws: ConsentRefused.lawNotForThem) {
                try await Transfers(room: site.room).propose(
                    file, to: cast.stranger.actor.organisation, for: .safety, on: .law("child_in_danger"), because: "a child is in danger",
                    by: cast.supervisor.actor)
            }
            try await site.name(cast.stranger.actor.organisation, competentFor: .childProtection)
            let named = try await supervisor.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
            #expect(offers(named, "child_in_danger"))
            try await Transfers(room: site.room).propose(
                file, to: cast.stranger.actor.organisation, for: .safety, on: .law("child_in_danger"), because: "a child is in danger",
                by: cast.supervisor.actor)
        }
    }

    @Test(arguments: Databases.all) func `leaves nothing behind when it is refused`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let transfer = try await propose(cast, file)
            _ = try await cast.stranger.visitor.open("/work/transfers/\(transfer)")
            _ = try await cast.stranger.visitor.fill("/refusal")
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/identity").status == 200)
        }
    }
}
