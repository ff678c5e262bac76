import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `Forgetting a person` {
    // promise 28: the key goes, and a record that leads to nobody stays.
    @Test(arguments: Databases.all) func `follows one more look, destroys the key and leaves a record that leads to nobody`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.close(file)
            let early = try await site.signIn(cast.supervisor.actor.account).visitor
            _ = try await early.open("/work/cases/\(file)/erasure")
            let refused = try await early.fill("/erasure", ["basis": "retention", "sure": "yes"])
            #expect(refused.status == 422 && refused.text.contains("must still be kept"))
            site.clock.pass(.days(366 * 10))
            _ = try await site.runJobs()
            let supervisor = try await site.signIn(cast.supervisor.actor.account).visitor
            let list = try await supervisor.open("/work/to-be-forgotten")
            #expect(list.text.contains(try await cast.code(of: file)) && list.page.faults == [])
            let stranger = try await site.signIn(cast.stranger.actor.account).visitor
            #expect(try await stranger.open("/work/to-be-forgotten").text.contains(try await cast.code(of: file)) == false)
            #expect(try await stranger.open("/work/cases/\(file)/erasure").status == 404)
            // A claim is pending: held back.
            _ = try await supervisor.open("/work/cases/\(file)/erasure")
            let until = site.room.day(of: site.clock.now).adding(days: 30)
            _ = try await supervisor.fill("/retention-hold", ["hold-reason": "pending_claim"].merging(until.fields("hold-until")) { $1 })
            let held = try await supervisor.fill("/erasure", ["basis": "request", "sure": "yes"])
            #expect(held.status == 422 && held.text.contains("held back"))
            _ = try await supervisor.open("/work/cases/\(file)/erasure")
            _ = try await supervisor.fill("/end")
            let gone = try await supervisor.fill("/erasure", ["basis": "retention", "sure": "yes"])
            #expect(gone.status == 200)
            #expect(gone.text.contains("Gone from the last backup of the keys on"))
            let person = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) }).person
            await #expect(throws: VaultRefused.erased) { try await site.room.vault.key(for: person) }
            let (identity, notes, records, tokens) = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM person WHERE identity IS NOT NULL"),
                    try tx.count("SELECT count(*) FROM closure WHERE note IS NOT NULL"),
                    try tx.rows("SELECT id, quarter, age_band, form, closure_reason FROM statistical_record") {
                        ($0.bytes(0), $0.text(1), $0.text(2), $0.text(3), $0.optionalText(4))
                    },
                    try tx.count("SELECT count(*) FROM blind_index WHERE holder = \(person)")
                )
            }
            #expect(identity == 0 && notes == 0 && tokens == 0)
            let record = try #require(records.first)
            #expect(records.count == 1 && record.1 == "2026-Q4" && record.2 == "27_29" && record.4 == "goals_reached")
            #expect(record.0 != file.bytes && record.0 != person.bytes)
            // Done twice, it does nothing: one record stays one.
            _ = try await site.room.erasure.erase(person, at: site.clock.now)
            let still = try await site.database.read { tx in try tx.count("SELECT count(*) FROM statistical_record") }
            #expect(still == 1)
        }
    }

    /// The whole road: a node on disk, a backup, an erasure, the backup put back.
    // promise 28: a restore applies the erasures that came after the backup.
    @Test(arguments: Databases.all) func `is not undone by a backup that is restored later`(_ kind: DatabaseKind) async throws {
        let branches = [CoreBranch.branch] + stewardship
        let migrations = AccessSchema.migrations + branches.flatMap(\.migrations)
        let steps = branches.flatMap(\.erasure)
        try await kind.withNode(migrations) { node in
            let shares = try await node.vault.makeRecovery(.twoOfThree, at: Databases.now).secrets
            let (person, file) = try await Self.enter(node)
            let path = node.path("before.concord")
            try await Backup.write(
                .node, from: node.database, to: path, node: node.vault.node, recovery: try node.keyFolder.recovery(), log: node.log,
                at: Databases.now)
            let erasure = Erasure(node.vault, node.database, log: node.log, steps: steps, keyBackupsLast: 30)
            _ = try await erasure.erase(person, at: Databases.now)
            try await kind.withLocation { location in
                try await Restoration(migrations: StoreSchema.migrations + migrations, steps: steps).restore(
                    .node, from: path, with: .shares([shares[0], shares[2]]), into: location, tombstones: .apply(node.log),
                    at: Databases.now)
                let restored = try await location.open()
                let (identities, erased, notes, records) = try await restored.read { tx in
                    (
                        try tx.count("SELECT count(*) FROM person WHERE identity IS NOT NULL"),
                        try tx.count("SELECT count(*) FROM person WHERE id = \(person) AND erased_at IS NOT NULL"),
                        try tx.count("SELECT count(*) FROM closure WHERE case_id = \(file) AND note IS NOT NULL"),
                        try tx.count("SELECT count(*) FROM statistical_record")
                    )
                }
                try await restored.close()
                #expect(identities == 0 && erased == 1 && notes == 0 && records == 1)
            }
            await #expect(throws: VaultRefused.erased) { try await node.vault.key(for: person) }
        }
    }

    private static func enter(_ node: TestNode) async throws -> (ID<Person>, ID<CaseFile>) {
        let now = Databases.now
        let (organisation, account) = (ID<Organisation>.new(at: now), ID<Account>.new(at: now))
        let (person, file, closure) = (ID<Person>.new(at: now), ID<CaseFile>.new(at: now), ID<Closure>.new(at: now))
        let key = try await node.vault.makeKey(for: person, at: now)
        let identity = try key.seal(PersonIdentity(names: ["Amina Example"]), in: .identity(of: person, version: 1))
        let note: Sealed<Person, String> = try key.seal("CANARY", in: SealPlace("closure", closure, "note"))
        let hash = String(repeating: "a", count: 64)
        try await node.database.write { tx in
            try tx.run(
                """
                INSERT INTO organisation (id, kind, name, search, added_at, version)
                VALUES (\(organisation), 'ngo', \("Harbour House"), \("harbour house"), \(now), 1)
                """)
            try tx.run(
                """
                INSERT INTO account (id, organisation_id, sign_in_name, display_name, search, state, invited_at, version)
                VALUES (\(account), \(organisation), \("wanda"), \("Wanda Example"), \("wanda"), 'active', \(now), 1)
                """)
            try tx.run("INSERT INTO country_profile (hash, name, version, text, stored_at) VALUES (\(hash), 'Examplia', '1', '-', \(now))")
            try tx.run(
                """
                INSERT INTO person (id, identity, identity_version, sex, age_band, interpreter, added_at, version)
                VALUES (\(person), \(identity), 1, 'female', '27_29', 'unknown', \(now), 1)
                """)
            try tx.run(
                """
                INSERT INTO case_file (id, code, label, person_id, organisation_id, raised_by, path, stage, setting, exploitation, is_urgent,
                    profile, opened_at, stage_since, next_due, closed_at, closure_reason, retain_until, version)
                VALUES (\(file), 'AAAA-0001', 'night market', \(person), \(organisation), \(account), 'adult', 'presumed', 'ngo', 'unknown', 0,
                    \(hash), \(now), \(now), '9999-12-31', \(now), 'goals_reached', '2030-01-01', 1)
                """)
            try tx.run(
                """
                INSERT INTO closure (id, case_id, reason, outcome, agreement, follow_up, note, closed_by, closed_at, retain_until)
                VALUES (\(closure), \(file), 'goals_reached', 'safe', 'agrees', 'no', \(note), \(account), \(now), '2030-01-01')
                """)
        }
        return (person, file)
    }
}
