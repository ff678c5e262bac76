import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

let stewardship = [StewardshipBranch.branch]

extension Day {
    /// As a form takes it.
    func fields(_ name: String) -> [String: String] {
        let (year, month, day) = parts
        return [name: "\(day)", name + "-month": "\(month)", name + "-year": "\(year)"]
    }
}

extension CaseCast {
    func code(of file: ID<CaseFile>) async throws -> String {
        try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) }).code
    }

    /// Closes a file in the browser of its worker.
    func close(_ file: ID<CaseFile>, as reason: String = "goals_reached") async throws {
        // Nothing is closed while a presumption is open: here the authority has decided.
        try await site.database.write { tx in
            try tx.run("UPDATE case_file SET stage = 'identified' WHERE id = \(file) AND stage = 'presumed'")
        }
        let browser = try await site.signIn(worker.actor.account).visitor
        _ = try await browser.open("/work/cases/\(file)/closure")
        let reply = try await browser.fill(
            "/closure", ["reason": reason, "outcome": "safe", "agreement": "agrees", "follow-up": "no", "note": "CANARY-closure"])
        #expect(reply.status == 200)
    }
}

@Suite struct `Closing a file` {
    @Test(arguments: Databases.all) func `shows what is open, stops the clocks, ends the shares, and sets the day of forgetting`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            let before = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(before.text.contains("Willow Clinic") && before.page.faults == [])
            try await cast.close(file)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            let (open, until, clocks) = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM case_share WHERE case_id = \(file) AND is_open = 1"),
                    try tx.row("SELECT retain_until FROM case_file WHERE id = \(file)") { $0.text(0) },
                    try tx.count("SELECT count(*) FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL")
                )
            }
            #expect(open == 0 && clocks == 0)
            #expect(until == site.room.day(of: site.clock.now).adding(years: 10).iso)
            // Lists show it by their filter alone.
            #expect(try await cast.worker.visitor.open("/work/cases").text.contains("night market") == false)
            #expect(try await cast.worker.visitor.open("/work/cases?state=closed").text.contains("night market"))
            // A second closure of the same page is told.
            let again = try await cast.worker.visitor.send("/work/cases/\(file)/closure", [])
            #expect(again.status != 200)
        }
    }

    @Test(arguments: Databases.all) func `says that somebody is no victim only after a decision that says so`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let answers = ["reason": "not_a_victim", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            let identified = try await cast.file(stage: .identified)
            let page = try await cast.worker.visitor.open("/work/cases/\(identified)/closure")
            #expect(!page.text.contains("Not identified as a victim"))
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 422)
            let draft = Closure.Draft(
                reason: try #require(site.room.profile.closureReason("not_a_victim")), outcome: .safe, agreement: .agrees, followUp: .no,
                version: 1)
            await #expect(throws: StewardshipRefused.notDecidedSo) {
                try await Closures(room: site.room).close(identified, draft, by: cast.worker.actor)
            }
            let refused = try await cast.file(of: ["Bina Example"], stage: .notIdentified)
            _ = try await cast.worker.visitor.open("/work/cases/\(refused)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `waits for the decision while a review is open`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(stage: .underReview)
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(page.text.contains("Ask the identifying authority to decide first") && !page.text.contains("goals are reached"))
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 422)
        }
    }

    @Test(arguments: Databases.all) func `waits for a decision while a presumption is open, but not after a death or a departure`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let answers = ["outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(page.text.contains("Ask the identifying authority to decide first") && !page.text.contains("goals are reached"))
            #expect(try await cast.worker.visitor.fill("/closure", answers.merging(["reason": "goals_reached"]) { $1 }).status == 422)
            let (room, draft) = (site.room, try #require(site.room.profile.closureReason("goals_reached")))
            await #expect(throws: StewardshipRefused.presumptionOpen) {
                try await Closures(room: room).close(
                    file, .init(reason: draft, outcome: .safe, agreement: .agrees, followUp: .no, note: nil, version: 1),
                    by: cast.worker.actor)
            }
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers.merging(["reason": "lost_contact"]) { $1 }).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `and opening it again have no page for whoever may only read`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            for page in ["closure", "reopening", "transfer", "death"] {
                #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/\(page)").status == 404)
                #expect(try await cast.worker.visitor.open("/work/cases/\(file)/\(page)").status == 200)
            }
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `is refused to the second of two who close at once`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(stage: .identified)
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "no"]
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            _ = try await cast.supervisor.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
            #expect(try await cast.supervisor.visitor.fill("/closure", answers).status == 409)
            let closures = try await site.database.read { tx in try tx.count("SELECT count(*) FROM closure WHERE case_id = \(file)") }
            #expect(closures == 1)
        }
    }

    @Test(arguments: Databases.all) func `does not ask a child for follow-up in place of a guardian`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(path: .child, stage: .identified)
            let answers = ["reason": "goals_reached", "outcome": "safe", "agreement": "agrees", "follow-up": "yes"]
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            let refused = try await cast.worker.visitor.fill("/closure", answers)
            #expect(refused.status == 422 && refused.text.contains("guardian"))
            try await cast.nameGuardian(of: file)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/closure")
            #expect(try await cast.worker.visitor.fill("/closure", answers).status == 200)
            let row = try await site.database.read { tx in
                try tx.row("SELECT follow_up_by, retain_until FROM closure WHERE case_id = \(file)") { ($0.text(0), $0.text(1)) }
            }
            #expect(row?.0 == "guardian")
            // At least nine years old: kept until 28.
            #expect(row?.1 == site.room.day(of: site.clock.now).adding(years: 19).iso)
        }
    }

    @Test(arguments: Databases.all) func `is undone with a reason, and shares are taken up one by one`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            try await cast.close(file)
            let worker = cast.worker.visitor
            _ = try await worker.open("/work/cases/\(file)/reopening")
            #expect(try await worker.fill("/reopening", [:]).status == 422)
            let open = try await worker.fill("/reopening", ["reason": "new_danger"])
            #expect(open.status == 200 && open.text.contains("Willow Clinic"))
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            let share = try #require(
                try await site.database.read { tx in
                    try tx.row("SELECT id FROM case_share WHERE case_id = \(file) AND seat = 'recipient'") {
                        try $0.id(0, of: CaseShare.self)
                    }
                })
            #expect(try await worker.fill("/shares/\(share)").status == 200)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    // promise 2: not for strangers.
    @Test(arguments: Databases.all) func `is no address for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            for path in ["closure", "reopening", "erasure", "bars", "conferences", "missing", "death"] {
                #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path)")
            }
        }
    }
}

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
