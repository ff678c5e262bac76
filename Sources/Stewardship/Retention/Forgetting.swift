import Access
import Basics
import Protection
import Store

/// What holds an erasure back for a while: a pending claim, an order of a court.
package enum RetentionHold {
    package enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case pendingClaim = "pending_claim"
        case courtOrder = "court_order"
        case review
        case personWishes = "person_wishes"
    }
}

/// Erases people whose time is over, or who ask for it.
package struct Forgetting: Sendable {
    let room: ProtectionRoom

    package enum Basis: String, CaseIterable, Sendable, Hashable, SQLBindable {
        /// The day until which the file had to be kept is over.
        case retention
        /// The person asked for it.
        case request
    }

    /// Destroys the person's key and everything that could name or find them; a coded record is left that leads back to nobody. Whoever
    /// was joined with them is the same person, and goes with them.
    /// - Returns: when the last backup of the keys that still holds this key has expired.
    func erase(_ file: ID<CaseFile>, on basis: Basis, by actor: Actor) async throws -> ErasureReceipt {
        let (now, room) = (room.gate.clock.now(), room)
        let today = room.day(of: now)
        let people = try await room.gate.change(.erasePeople, on: file, for: actor, detail: "erasure: \(basis.rawValue)") { tx, _ in
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.erasePeople, actor) }
            let others = try Self.joined(with: summary.person, in: tx)
            try check(summary, basis, today, and: others, for: actor, in: tx)
            for person in others + [summary.person] { try order(person, file, basis, by: actor, at: now, in: tx) }
            return others + [summary.person]
        }
        // Whom the order is about comes last: where this is cut off, it can be ordered again, and goes on with who is left.
        for person in people.dropLast() { try await carryOut(person, at: now) }
        guard let person = people.last else { throw notThere(.erasePeople, actor) }
        return try await carryOut(person, at: now)
    }

    /// The others that a join made one person with this one, and who are not erased yet.
    private static func joined(with person: ID<Person>, in tx: any Transaction) throws -> [ID<Person>] {
        let kept = try tx.row("SELECT merged_into FROM person WHERE id = \(person)") { try $0.optionalID(0, of: Person.self) } ?? nil
        let root = kept ?? person
        return try tx.rows(
            "SELECT id FROM person WHERE (id = \(root) OR merged_into = \(root)) AND id <> \(person) AND erased_at IS NULL ORDER BY id"
        ) { try $0.id(0, of: Person.self) }
    }

    private func order(
        _ person: ID<Person>, _ file: ID<CaseFile>, _ basis: Basis, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {
        // An order whose erasure was cut off before the tombstone is simply carried out again.
        try tx.run(
            """
            INSERT INTO erasure_order (person_id, case_id, basis, ordered_by, ordered_at)
            VALUES (\(person), \(file), \(basis), \(actor.account), \(now)) ON CONFLICT (person_id) DO NOTHING
            """
        )
        let files = try tx.rows("SELECT id FROM case_file WHERE person_id = \(person)") { try $0.id(0, of: CaseFile.self) }
        for file in files {
            try tx.run("UPDATE case_share SET closed_at = \(now) WHERE case_id = \(file) AND closed_at IS NULL AND seat <> 'keeper'")
            try CaseClock.stopAll(in: file, at: now, tx: tx)
            try CaseEvent.write(.erased, in: file, by: actor, detail: basis.rawValue, at: now, tx: tx)
        }
    }

    @discardableResult
    private func carryOut(_ person: ID<Person>, at now: Instant) async throws -> ErasureReceipt {
        let receipt = try await room.erasure.erase(person, at: now)
        try await room.database.write { tx in
            try tx.run("UPDATE erasure_order SET complete_on = \(receipt.completeOn) WHERE person_id = \(person)")
        }
        return receipt
    }

    private func check(
        _ summary: CaseSummary, _ basis: Basis, _ today: Day, and others: [ID<Person>], for actor: Actor, in tx: any Transaction
    ) throws {
        guard !summary.isOpen else { throw StewardshipRefused.notClosed }
        guard try !tx.exists("SELECT 1 FROM person WHERE id = \(summary.person) AND erased_at IS NOT NULL") else {
            throw StewardshipRefused.erasedAlready
        }
        let files = try tx.rows(
            "SELECT id, closed_at, retain_until, person_id FROM case_file WHERE person_id IN \(list: [summary.person] + others)"
        ) { (try $0.id(0, of: CaseFile.self), $0.optionalInstant(1), try $0.optionalDay(2), try $0.id(3, of: Person.self)) }
        for (id, closed, until, person) in files {
            // Who erases a joined file has to be allowed to; out of reach, it is kept by somebody else.
            if person != summary.person {
                do {
                    let _: Permit<CaseFile> = try room.gate.permit(
                        .erasePeople, on: id, for: actor, detail: "erasure: joined", in: tx)
                } catch is AccessRefused { throw StewardshipRefused.joinedFileElsewhere }
            }
            guard closed != nil else { throw StewardshipRefused.otherFileKept }
            guard try !Self.isHeld(id, on: today, in: tx) else { throw StewardshipRefused.heldBack }
            if basis == .retention, until.map({ $0 >= today }) ?? true {
                throw id == summary.id ? StewardshipRefused.retentionNotOver : StewardshipRefused.otherFileKept
            }
        }
    }

    static func isHeld(_ file: ID<CaseFile>, on day: Day, in tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM retention_hold WHERE case_id = \(file) AND ended_at IS NULL AND until >= \(day)")
    }

    func hold(_ file: ID<CaseFile>, for reason: RetentionHold.Reason, until day: Day, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.erasePeople, on: file, for: actor, detail: "held: \(reason.rawValue)") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), !summary.isOpen else { throw StewardshipRefused.notClosed }
            let id = ID<RetentionHold>.new(at: now)
            try tx.run(
                """
                INSERT INTO retention_hold (id, case_id, reason, until, held_by, held_at)
                VALUES (\(id), \(file), \(reason), \(day), \(actor.account), \(now))
                """
            )
            try CaseMatter.settle([.toBeForgotten], in: file, tx: tx)
            try CaseEvent.write(.held, in: file, by: permit.actor, subject: id.bytes, detail: reason.rawValue, at: now, tx: tx)
        }
    }

    func release(_ hold: ID<RetentionHold>, of file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.erasePeople, on: file, for: actor, detail: "hold ended") { tx, _ in
            try tx.runOnOne(
                """
                UPDATE retention_hold SET ended_by = \(actor.account), ended_at = \(now)
                WHERE id = \(hold) AND case_id = \(file) AND ended_at IS NULL
                """
            )
        }
    }
}

/// Tells those who answer for erasure that a file's time is over, once for each file. It erases nobody: a person looks first.
enum RetentionJob {
    static func job(_ room: ProtectionRoom) -> Job {
        Job("stewardship.retention", every: .hours(6)) { tx, now in
            let today = room.day(of: now)
            let over = try tx.rows(
                """
                SELECT c.id, c.organisation_id FROM case_file c JOIN person p ON p.id = c.person_id
                WHERE c.retain_until < \(today) AND c.closed_at IS NOT NULL AND p.erased_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM retention_notice n WHERE n.case_id = c.id)
                ORDER BY c.retain_until LIMIT 500
                """
            ) { (try $0.id(0, of: CaseFile.self), try $0.id(1, of: Organisation.self)) }
            for (file, keeper) in over {
                try CaseMatter.post(CaseMatter.toBeForgotten.code, to: .organisation(keeper, .erasePeople), about: file, at: now, in: tx)
                try tx.run("INSERT INTO retention_notice (case_id, told_at) VALUES (\(file), \(now))")
            }
        }
    }
}

/// What stewardship does when a person is erased: its sealed texts go, and the coded record is written, at once and again after a
/// restore from an older backup.
enum StewardshipErasure {
    static let texts = ErasureStep("stewardship: sealed texts") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "(SELECT id FROM case_file WHERE person_id = \(person))"
        try tx.run("UPDATE closure SET note = NULL, reopen_note = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE agenda_item SET text = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE conference_decision SET text = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE conference_task SET text = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE missing_report SET last_seen = NULL, return_interview = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE glass_opening SET reason = NULL, review_note = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE death SET note = NULL, died_on = NULL WHERE case_id IN \(sql: files)")
    }

    /// One coded record for each file: a random id, a quarter, an age band. Nothing in it, and nothing elsewhere, leads from the record
    /// to the person, the file or whoever worked on it.
    static let record = ErasureStep("stewardship: statistical record") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        guard try tx.exists("SELECT 1 FROM person WHERE id = \(person)"),
            try tx.run("INSERT INTO forgotten (person_id) VALUES (\(person)) ON CONFLICT (person_id) DO NOTHING") == 1
        else { return }
        let records = try tx.rows(
            """
            SELECT p.sex, p.age_band, p.citizenship, c.setting, c.exploitation, c.stage, c.path, c.closure_reason, c.opened_at
            FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.person_id = \(person)
            """
        ) { row in
            (
                row.text(0), row.text(1), row.optionalText(2), row.text(3), row.text(4), row.text(5), row.text(6), row.optionalText(7),
                row.instant(8)
            )
        }
        for record in records {
            let (year, month, _) = record.8.day().parts
            let quarter = "\(year)-Q\((month - 1) / 3 + 1)"
            try tx.run(
                """
                INSERT INTO statistical_record (id, quarter, sex, age_band, citizenship, setting, form, stage, path, closure_reason)
                VALUES (\(randomBytes()), \(quarter), \(record.0), \(record.1), \(record.2), \(record.3), \(record.4), \(record.5), \(record.6),
                    \(record.7))
                """
            )
        }
    }

    /// Not an id of ours: those begin with the time at which they were made.
    private static func randomBytes() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
