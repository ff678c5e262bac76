import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A hand-over and those who act by law` {
    private func agree(
        _ cast: CaseCast, _ file: ID<CaseFile>, for purpose: String = ConsentPurpose.transfer, to player: CasePlayer, by keeper: CasePlayer
    ) async throws {
        let (room, now) = (cast.site.room, cast.site.clock.now)
        try await room.gate.change(.recordConsent, on: file, for: keeper.actor) { tx, permit in
            let draft = Consent.Draft(
                purpose: purpose, recipient: player.actor.organisation, answer: .yes, parts: Set(CasePart.allCases), language: "en",
                explained: .spoken, evidence: .spoken)
            try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    private func handOver(_ cast: CaseCast, _ file: ID<CaseFile>, from sender: CasePlayer, to receiver: CasePlayer) async throws {
        let transfers = Transfers(room: cast.site.room)
        let id = try await transfers.propose(
            file, to: receiver.actor.organisation, for: .competence, on: .consent, by: sender.actor)
        try await transfers.settle(id, as: .accepted, by: receiver.actor)
    }

    private func seats(_ cast: CaseCast, of player: CasePlayer, _ file: ID<CaseFile>) async throws -> Set<String> {
        let organisation = player.actor.organisation
        return Set(
            try await cast.site.database.read { tx in
                try tx.rows(
                    "SELECT seat FROM case_share WHERE case_id = \(file) AND organisation_id = \(organisation) AND closed_at IS NULL"
                ) { $0.text(0) }
            })
    }

    // The person who lets a service know something has not agreed to be looked after by others from then on.
    @Test(arguments: Databases.all) func `rest on a consent to this very thing, and on none to another`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (file, elsewhere) = (try await cast.file(), cast.stranger.actor.organisation)
            for purpose in [ConsentPurpose.serviceReferral, ConsentPurpose.identification] {
                try await agree(cast, file, for: purpose, to: cast.stranger, by: cast.supervisor)
            }
            let sami = cast.supervisor.visitor
            let before = try await sami.open("/work/cases/\(file)/transfer?receiver=\(elsewhere)")
            #expect(before.text.contains("Another organisation looking after the person") && before.text.contains("nobody has agreed"))
            #expect(try await sami.fill("/transfer", ["reason": "moved", "ground": "consent"]).status == 422)
            try await agree(cast, file, to: cast.stranger, by: cast.supervisor)
            _ = try await sami.open("/work/cases/\(file)/transfer?receiver=\(elsewhere)")
            #expect(try await sami.fill("/transfer", ["reason": "moved", "ground": "consent"]).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `leave the authority that takes a file the seat it had, and the one that gives it on too`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.officer, [.identity, .experience], seat: .identification)
            try await agree(cast, file, to: cast.identificationSupervisor, by: cast.supervisor)
            try await handOver(cast, file, from: cast.supervisor, to: cast.identificationSupervisor)
            #expect(try await seats(cast, of: cast.officer, file) == ["identification", "keeper"])
            #expect(try await cast.officer.visitor.open("/work/cases/\(file)/identity").status == 200)
            let (room, office, now) = (site.room, cast.officer.actor.organisation, site.clock.now)
            try await site.database.write { tx in
                let due = room.day(of: now).adding(days: 9)
                try CaseClock.start(.presumption, in: file, of: office, until: due, under: room.profile, at: now, tx: tx)
            }
            // The office gives it to others who look after the person: it still decides, and sees the summary alone.
            site.clock.pass(.minutes(5))
            try await site.database.write { tx in
                try tx.run("UPDATE case_share SET closed_at = \(site.clock.now) WHERE case_id = \(file) AND seat = 'identification'")
            }
            try await agree(cast, file, to: cast.stranger, by: cast.officer)
            try await handOver(cast, file, from: cast.identificationSupervisor, to: cast.stranger)
            #expect(try await seats(cast, of: cast.officer, file) == ["identification"])
            #expect(try await cast.officer.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await cast.officer.visitor.open("/work/cases/\(file)/identity").status == 404)
            // What the authority has to do by a day stays its own.
            let duties = try await site.database.read { tx in try CaseClock.running(in: file, tx: tx) }
            #expect(duties.filter { $0.kind == ClockKind.presumption.code }.map(\.organisation) == [office])
            // What it still sees was disclosed, like everything else.
            let disclosed = try await site.database.read { tx in
                try tx.count(
                    "SELECT count(*) FROM disclosure WHERE case_id = \(file) AND recipient_id = \(office) AND purpose = 'following'")
            }
            #expect(disclosed == 1)
        }
    }

    @Test(arguments: Databases.all) func `end with the consent they rest on, so that another can be proposed`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (transfers, elsewhere) = (Transfers(room: site.room), cast.stranger.actor.organisation)
            try await agree(cast, file, to: cast.stranger, by: cast.supervisor)
            let first = try await transfers.propose(file, to: elsewhere, for: .moved, on: .consent, by: cast.supervisor.actor)
            let (room, now) = (site.room, site.clock.now)
            try await room.gate.change(.recordConsent, on: file, for: cast.supervisor.actor) { tx, permit in
                let consent = try #require(try ConsentLedger.all(in: file, tx: tx).first)
                try ConsentLedger.withdraw(consent.id, in: file, under: permit, at: now, tx: tx)
                try room.consentEnded(in: file, by: permit.actor, at: now, tx: tx)
            }
            #expect(try await cast.supervisor.visitor.open("/work/transfers/\(first)").text.contains("The proposal was taken back"))
            site.clock.pass(.minutes(1))
            try await agree(cast, file, to: cast.stranger, by: cast.supervisor)
            _ = try await transfers.propose(file, to: elsewhere, for: .moved, on: .consent, by: cast.supervisor.actor)
            // Nor does one outlast the file.
            try await cast.close(file)
            let waiting = try await site.database.read { tx in
                try tx.exists("SELECT 1 FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'")
            }
            #expect(!waiting)
        }
    }

    @Test(arguments: Databases.all) func `go to nobody where nobody may take them`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (file, clinic) = (try await cast.file(), cast.provider.actor.organisation)
            let choosing = try await cast.supervisor.visitor.open("/work/cases/\(file)/transfer")
            #expect(choosing.text.contains("Far Field House") && !choosing.text.contains("Willow Clinic"))
            try await agree(cast, file, to: cast.provider, by: cast.supervisor)
            await #expect(throws: StewardshipRefused.nobodyTakes) {
                try await Transfers(room: site.room).propose(file, to: clinic, for: .capacity, on: .consent, by: cast.supervisor.actor)
            }
        }
    }

    // A law that overrides consent is named with its reason, and somebody else looks at it.
    @Test(arguments: Databases.all) func `on a law say why, and the supervisor is told`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let sami = cast.supervisor.visitor
            _ = try await sami.open("/work/cases/\(file)/transfer?receiver=\(cast.stranger.actor.organisation)")
            let refused = try await sami.fill("/transfer", ["reason": "safety", "ground": "law-danger_to_life"])
            #expect(refused.status == 422 && refused.text.contains("Say why this law leaves no other way"))
            let sent = try await sami.fill(
                "/transfer", ["reason": "safety", "ground": "law-danger_to_life", "because": "CANARY he waits outside"])
            #expect(sent.status == 200)
            #expect(try await sami.open("/work").text.contains("disclosed on a law, without consent"))
            let words = try await site.database.read { tx in
                try tx.rows("SELECT words FROM audit_purpose") { $0.text(0) }
            }
            #expect(words.contains("CANARY he waits outside"))
        }
    }
}
