import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import Vocabulary

@Suite struct `The work queue` {
    // promise 2: whichever index it goes down, it lists what the rule says, in one order, and each file once.
    @Test(arguments: Databases.all) func `finds with each filter, and with several, what looking at every file would find`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            try await site.fillQueue(cast)
            for reader in [cast.officer, cast.worker, cast.provider, cast.guardAtBorder, cast.guardian, cast.stranger] {
                let all = try await site.plainly(for: reader.actor)
                for (name, narrowing, holds) in Self.filters(of: reader.actor) {
                    let found = try await site.pages(narrowing, of: 3, for: reader.actor)
                    #expect(found == all.filter(holds).map(\.id), "\(name), \(reader.actor.displayName)")
                }
            }
            #expect(try await site.plainly(for: cast.officer.actor).count == 24)
        }
    }

    // The lines are kept by triggers: what no deed of the queue’s own did is in them all the same.
    @Test(arguments: Databases.all) func `follows whatever changes in a file, a share or a person`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            try await site.fillQueue(cast)
            let officer = cast.officer.actor
            let files = try await site.plainly(for: officer).map(\.id)
            let (shut, moved, renamed, given) = (files[0], files[1], files[2], files[3])
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET closed_at = 5, closure_reason = 'other', next_due = '9999-12-31' WHERE id = \(shut)")
                try tx.run("UPDATE case_file SET next_due = '2031-01-01', stage = 'upheld', region = NULL WHERE id = \(moved)")
                try tx.run(
                    "UPDATE person SET sex = 'other', citizenship = NULL WHERE id = (SELECT person_id FROM case_file WHERE id = \(renamed))"
                )
                try tx.run("UPDATE case_share SET closed_at = 5 WHERE case_id = \(given) AND organisation_id = \(officer.organisation)")
            }
            #expect(!(try await site.plainly(for: officer)).map(\.id).contains(given))
            try await site.database.write { tx in
                try tx.run("UPDATE case_share SET closed_at = NULL WHERE case_id = \(files[4])")
            }
            for reader in [cast.officer, cast.worker, cast.provider] {
                let all = try await site.plainly(for: reader.actor)
                for (name, narrowing, holds) in Self.filters(of: reader.actor) {
                    let found = try await site.pages(narrowing, of: 5, for: reader.actor)
                    #expect(found == all.filter(holds).map(\.id), "\(name), \(reader.actor.displayName)")
                }
            }
            // What the triggers keep is what making all lines anew would give.
            let (kept, anew) = try await site.database.read { tx in
                let columns: SQL = "organisation_id, is_open, next_due, case_id, is_given, stage, sex, age_band, citizenship, region, label"
                let written: (SQL) throws -> [String] = { table in
                    try tx.rows("SELECT DISTINCT \(sql: columns) FROM \(sql: table) ORDER BY case_id, organisation_id") { row in
                        (0..<11).map { "\(row.value($0))" }.joined(separator: "|")
                    }
                }
                return (try written("queue_line"), try written("queue_line_of_share"))
            }
            #expect(kept == anew && kept.count > 24)
        }
    }

    private static func filters(of actor: Actor) -> [(String, CaseQueue.Narrowing, @Sendable (PlainFile) -> Bool)] {
        func narrowed(_ change: (inout CaseQueue.Narrowing) -> Void) -> CaseQueue.Narrowing {
            var narrowing = CaseQueue.Narrowing()
            change(&narrowing)
            return narrowing
        }
        let me = actor.account
        return [
            ("all", narrowed { _ in }, { _ in true }),
            ("open", narrowed { $0.isOpen = true }, { $0.isOpen }),
            ("closed", narrowed { $0.isOpen = false }, { !$0.isOpen }),
            ("mine", narrowed { $0.worker = .me }, { $0.worker == me || $0.deputy == me }),
            ("mine, open", narrowed { ($0.worker, $0.isOpen) = (.me, true) }, { ($0.worker == me || $0.deputy == me) && $0.isOpen }),
            ("nobody’s", narrowed { $0.worker = .nobody }, { $0.worker == nil }),
            ("others’", narrowed { $0.worker = .others }, { $0.worker != nil && $0.worker != me }),
            ("due", narrowed { $0.dueBy = Day(iso: "2026-12-05") }, { $0.due <= "2026-12-05" }),
            ("urgent", narrowed { $0.isUrgent = true }, { $0.isUrgent }),
            ("not urgent", narrowed { $0.isUrgent = false }, { !$0.isUrgent }),
            ("stage", narrowed { $0.stage = .identified }, { $0.stage == "identified" }),
            ("path", narrowed { $0.path = .child }, { $0.path == "child" }),
            ("setting", narrowed { $0.setting = .border }, { $0.setting == "border" }),
            ("form", narrowed { $0.exploitation = "forced_begging" }, { $0.form == "forced_begging" && $0.isGivenExperience }),
            ("sex", narrowed { $0.sex = "male" }, { $0.sex == "male" }),
            ("age", narrowed { $0.ageBand = "9_17" }, { $0.age == "9_17" }),
            ("citizenship", narrowed { $0.citizenship = "MDA" }, { $0.citizenship == "MDA" }),
            ("region", narrowed { $0.region = "north" }, { $0.region == "north" && $0.isGivenExperience }),
            ("label", narrowed { $0.text = "HARBOUR_7" }, { $0.label.lowercased().contains("harbour_7") }),
            (
                "several", narrowed { ($0.isOpen, $0.sex, $0.stage, $0.region) = (true, "male", .presumed, "north") },
                { $0.isOpen && $0.sex == "male" && $0.stage == "presumed" && $0.region == "north" && $0.isGivenExperience }
            ),
            ("none at all", narrowed { $0.citizenship = "FRA" }, { $0.citizenship == "FRA" }),
        ]
    }
}

/// A file as its own row tells it.
struct PlainFile: Sendable {
    let id: ID<CaseFile>
    let due, stage, path, setting, form, sex, age, label: String
    let citizenship, region: String?
    let isOpen, isUrgent: Bool
    let worker, deputy: ID<Account>?
    /// Whether the reader was given what the person lived through, and has a role that reads it.
    let isGivenExperience: Bool
}

extension CaseSite {
    /// Two dozen files of every sort, kept by three organisations and shared with two.
    func fillQueue(_ cast: CaseCast) async throws {
        for number in 0..<24 {
            let keeper = number % 3 == 0 ? cast.guardAtBorder : cast.worker
            let file = try await cast.file(by: keeper, isAssigned: number % 4 != 1)
            if number % 5 == 0 { try await cast.nameGuardian(of: file) }
            let now = clock.now
            let (officer, provider, border) = (cast.officer.actor, cast.provider.actor, cast.guardAtBorder.actor)
            let (worker, colleague) = (cast.worker.actor.account, cast.colleague.actor.account)
            try await database.write { tx in
                let parts = number % 3 == 1 ? "experience summary" : "summary"
                func give(_ actor: Actor, _ seat: String) throws {
                    try tx.run(
                        """
                        INSERT INTO case_share (id, case_id, organisation_id, seat, parts, ground, opened_by, opened_at, next_due, is_open)
                        VALUES (\(ID<CaseShare>.new(at: now)), \(file), \(actor.organisation), \(seat), \(parts), 'own_consent', \(worker), \(now),
                            '9999-12-31', 1)
                        """
                    )
                }
                try give(officer, "identification")
                if number % 2 == 0 { try give(provider, "recipient") }
                // Given twice, it is listed once; and the border keeps some and is given others.
                if number % 6 == 0 { try give(provider, "recipient") }
                if number % 8 == 0 { try give(border, "recipient") }
                let due = number % 4 == 0 ? "9999-12-31" : "2026-12-0\(1 + number % 7)"
                try tx.run(
                    """
                    UPDATE case_file SET label = \("blue harbour_\(number)"), next_due = \(due),
                        stage = \(["presumed", "identified", "upheld"][number % 3]), path = \(["adult", "child", "unsure"][number % 3]),
                        setting = \(["ngo", "border"][number % 2]), exploitation = \(["forced_labour", "forced_begging"][number / 2 % 2]),
                        region = \(["north", "south", nil][number % 3]), is_urgent = \(number % 7 == 0),
                        deputy = \(number % 6 == 2 ? worker : number % 6 == 3 ? colleague : nil)
                    WHERE id = \(file)
                    """
                )
                if number % 5 == 4 {
                    try tx.run("UPDATE case_file SET closed_at = \(now), closure_reason = 'other' WHERE id = \(file)")
                }
                try tx.run("UPDATE case_share SET next_due = \(due), is_open = \(number % 5 != 4) WHERE case_id = \(file)")
                try tx.run(
                    """
                    UPDATE person SET sex = \(["female", "male"][number / 3 % 2]), age_band = \(["9_17", "27_29"][number % 2]),
                        citizenship = \(["NGA", "MDA", nil][number % 3])
                    WHERE id = (SELECT person_id FROM case_file WHERE id = \(file))
                    """
                )
            }
        }
    }

    /// What somebody reaches, by looking at every file there is, in the order of the queue.
    func plainly(for actor: Actor) async throws -> [PlainFile] {
        let given: SQL =
            switch actor.scope(of: .readCase) {
            case .organisation?:
                "c.id IN (SELECT case_id FROM case_share WHERE organisation_id = \(actor.organisation) AND closed_at IS NULL)"
            case .shared?:
                "c.id IN (SELECT case_id FROM case_share WHERE organisation_id = \(actor.organisation) AND closed_at IS NULL AND seat <> 'keeper')"
            default: .reached(with: .readCase, by: actor)
            }
        return try await database.read { tx in
            let told = Set(
                try tx.rows(
                    "SELECT case_id, parts FROM case_share WHERE organisation_id = \(actor.organisation) AND closed_at IS NULL"
                ) { (try $0.id(0, of: CaseFile.self), CasePart.parts($0.text(1))) }.filter { $0.1.contains(.experience) }.map(\.0))
            let named = Set(
                try tx.rows("SELECT case_id FROM case_member WHERE account_id = \(actor.account) AND ended_at IS NULL") {
                    try $0.id(0, of: CaseFile.self)
                })
            return try tx.rows(
                """
                SELECT c.id, c.next_due, c.stage, c.path, c.setting, c.exploitation, p.sex, p.age_band, c.label, p.citizenship, c.region,
                    c.closed_at, c.is_urgent, c.assigned_to, c.deputy, c.raised_by, c.organisation_id
                FROM case_file c JOIN person p ON p.id = c.person_id WHERE \(sql: given) AND \(sql: .notBarred(actor))
                """
            ) { row in
                let id = try row.id(0, of: CaseFile.self)
                let (worker, deputy) = (try row.optionalID(13, of: Account.self), try row.optionalID(14, of: Account.self))
                let isTheirs =
                    try [worker, deputy, row.id(15, of: Account.self)].contains(actor.account)
                    || row.id(16, of: Organisation.self) == actor.organisation
                return PlainFile(
                    id: id, due: row.text(1), stage: row.text(2), path: row.text(3), setting: row.text(4),
                    form: row.text(5), sex: row.text(6), age: row.text(7), label: row.text(8), citizenship: row.optionalText(9),
                    region: row.optionalText(10), isOpen: row.isNull(11), isUrgent: row.bool(12),
                    worker: worker, deputy: deputy,
                    isGivenExperience: actor.may(.readExperience) && (isTheirs || told.contains(id) || named.contains(id))
                )
            }
        }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    /// A list page after page, each beginning after the last line of the one before.
    func pages(_ narrowing: CaseQueue.Narrowing, of size: Int, for actor: Actor) async throws -> [ID<CaseFile>] {
        var found: [ID<CaseFile>] = []
        var after: (due: String, id: ID<CaseFile>)?
        while true {
            let place = after
            let lines = try await database.read { tx in try CaseQueue.lines(narrowing, after: place, limit: size, for: actor, in: tx) }
            found += lines.map(\.summary.id)
            guard lines.count == size, let last = lines.last?.summary else { return found }
            after = (last.nextDue?.iso ?? CaseSummary.nothingDue, last.id)
        }
    }
}
