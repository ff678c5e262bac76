import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A notice about a file` {
    private func propose(_ cast: CaseCast, _ file: ID<CaseFile>) async throws -> ID<Transfer> {
        let supervisor = cast.supervisor.visitor
        _ = try await supervisor.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
        _ = try await supervisor.fill("/transfer", ["reason": "moved", "ground": "law-danger_to_life", "because": "he knows where she is"])
        return try #require(
            try await cast.site.database.read { tx in
                try tx.row("SELECT id FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") {
                    try $0.id(0, of: Transfer.self)
                }
            })
    }

    private func told(_ matter: String, _ site: CaseSite) async throws -> Int {
        try await site.database.read { tx in try tx.count("SELECT count(*) FROM notice WHERE matter = \(matter)") }
    }

    @Test(arguments: Databases.all) func `names the file by its code to whoever reaches it, and goes when it was answered`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let code = try await cast.code(of: file)
            let transfer = try await propose(cast, file)
            let finn = cast.stranger.visitor
            #expect(try await finn.open("/work").text.contains(code))
            try await site.database.write { tx in
                try CaseMatter.post(
                    CaseMatter.assigned.code, to: .account(cast.identificationSupervisor.actor.account), about: file, at: site.clock.now,
                    in: tx)
            }
            // A notice alone gives nobody the file: where it is not reached its code is not told.
            let elsewhere = try await cast.identificationSupervisor.visitor.open("/work").text
            #expect(elsewhere.contains("A case file was assigned to you.") && !elsewhere.contains(code))
            #expect(try await told("transfer.proposed", site) == 1)
            try await Transfers(room: site.room).settle(transfer, as: .refused, by: cast.stranger.actor)
            #expect(try await told("transfer.proposed", site) == 0)
            #expect(try await told("transfer.settled", site) == 1)
            // What was shared with the proposal is closed again: not even the code is left to its reader.
            #expect(!(try await finn.open("/work").text.contains(code)))
        }
    }

    @Test(arguments: Databases.all) func `that says the same of the same file is shown once, and put away once`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (file, other) = (try await cast.file(), try await cast.file())
            for about in [file, file, file, other] {
                site.clock.pass(.minutes(1))
                try await site.database.write { tx in
                    try CaseMatter.post(
                        CaseMatter.assigned.code, to: .account(cast.worker.actor.account), about: about, at: site.clock.now, in: tx)
                }
            }
            let inbox = Inbox(gate: site.room.gate)
            func unread() async throws -> [Int] { try await inbox.notices(for: cast.worker.actor).filter { !$0.isRead }.map(\.before) }
            #expect(try await unread() == [0, 2])
            #expect(try await cast.worker.visitor.open("/work").text.contains("and 2 times before"))
            let newest = try #require(try await inbox.notices(for: cast.worker.actor).last)
            try await inbox.putAway(newest.id, by: cast.worker.actor)
            #expect(try await unread() == [0])
            // What happens anew is told anew.
            site.clock.pass(.minutes(1))
            try await site.database.write { tx in
                try CaseMatter.post(
                    CaseMatter.assigned.code, to: .account(cast.worker.actor.account), about: file, at: site.clock.now, in: tx)
            }
            #expect(try await unread() == [0, 0])
        }
    }

    @Test(arguments: Databases.all) func `that something is late goes when nothing is late in the file any more`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (keeper, profile) = (cast.worker.actor.organisation, site.room.profile)
            try await site.database.write { tx in
                for (kind, hours) in [(ClockKind.acknowledgement, 1), (.childGuardian, 2), (.presumption, 2_000)] {
                    try CaseClock.start(kind, in: file, of: keeper, hours: hours, under: profile, at: site.clock.now, tx: tx)
                }
            }
            site.clock.pass(.days(1))
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(try await told("clock.late", site) == 2)
            let now = site.clock.now
            try await site.database.write { tx in _ = try CaseClock.stop(.acknowledgement, in: file, as: .met, at: now, tx: tx) }
            #expect(try await told("clock.late", site) == 2, "something else is late still")
            try await site.database.write { tx in _ = try CaseClock.stop(.childGuardian, in: file, as: .met, at: now, tx: tx) }
            #expect(try await told("clock.late", site) == 0)
        }
    }
}
