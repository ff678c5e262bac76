import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Reintegration
import Store
import Testing

@Suite struct `Invented lives of a demonstration` {
    @Test(arguments: [DatabaseKind.sqlite]) func `go home, are stopped, are removed and claim their wages by the rules of the room`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite([ReintegrationBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let start = site.clock.now
            let clock = SteppingClock(at: start)
            let old = site.room
            let room = try await ProtectionRoom(
                gate: Gate(database: site.database, clock: clock.wall), vault: old.vault, erasure: old.erasure, profile: old.profile,
                codebook: old.codebook, origin: old.origin, share: old.share, branches: old.branches)
            let players: [(CasePlayer, String)] = [
                (cast.worker, "case-worker"), (cast.supervisor, "case-supervisor"), (cast.returnPartner, "return-partner"),
            ]
            let actors = Dictionary(uniqueKeysWithValues: players.map { ($0.0.actor.account, $0.0.actor) })
            let people = players.map { player, role in
                InventedCountry.Player(
                    account: player.actor.account, organisation: player.actor.organisation, place: role, name: role,
                    roles: [RoleName(rawValue: role)].compactMap { $0 })
            }
            let country = InventedCountry(room: room, clock: clock, present: start + .days(1_000), people: people) { player, _ in
                actors[player.account] ?? cast.worker.actor
            }
            for seed in 1...30 {
                clock.go(to: start)
                var life = InventedLife(
                    identity: PersonIdentity(names: ["Invented Person"]), coded: People.Coded(citizenship: "NGA"), path: .adult,
                    setting: .ngo,
                    exploitation: "forced_labour", region: nil, label: "invented", isUrgent: false, target: .identified, refuses: false,
                    worker: people[0], supervisor: people[1], officer: people[0], secondOfficer: people[0],
                    identificationSupervisor: people[1], childOfficer: people[1], guardian: people[1], chance: Chance(seed: seed),
                    in: country)
                life.file = try await cast.file()
                for chapter in ReintegrationBranch.branch.chapters {
                    do { try await chapter.tell(&life, country) } catch is InventedLife.Present {}
                }
            }
            let counts = try await site.database.read { tx in
                [
                    try tx.count("SELECT count(*) FROM return_plan WHERE stage = 'arrived'"),
                    try tx.count("SELECT count(*) FROM return_plan WHERE stage = 'stopped' OR stage = 'removed'"),
                    try tx.count("SELECT count(*) FROM monitoring_report"), try tx.count("SELECT count(*) FROM claim WHERE paid > 0"),
                ]
            }
            #expect(counts.allSatisfy { $0 > 0 }, "\(counts)")
        }
    }
}
