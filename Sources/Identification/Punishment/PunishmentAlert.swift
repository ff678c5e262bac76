import Access
import Basics
import Protection
import Store
import Vocabulary

/// That somebody who must not be punished is detained, charged or facing removal. It stays on top of the file until it is settled, and
/// says which principle stands against it and who must act (Recommended Principles and Guidelines, principle 7 and guideline 2.6).
struct PunishmentAlert: Sendable {
    let id: ID<PunishmentAlert>
    let kind: Kind
    let knownOn: Day
    let mustAct: Post
    /// That removal was threatened while the reflection period ran.
    let isInReflection: Bool
    let raisedAt: Instant
    let outcome: Outcome?
    let outcomeOn: Day?
    let told: [Told]
    /// Opened on the page of the alerts alone.
    let note: String?

    enum Kind: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case detained, charged
        case facingRemoval = "facing_removal"
    }

    /// Who can end it.
    enum Post: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case police, prosecutor, court, immigration, prison
        case identifyingAuthority = "identifying_authority"
    }

    enum Outcome: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case released
        case chargeDropped = "charge_dropped"
        case removalStopped = "removal_stopped"
        case notSo = "not_so"
        case punished, removed
    }

    /// One person or post that was told.
    struct Told: Sendable {
        let post: Post
        let on: Day
        let organisationName: String
    }

    /// The commitments that the alert names.
    static let principles = ["P7", "G2.6"]

    static func all(in file: ID<CaseFile>, opening: Opening?, isOpenOnly: Bool = false, tx: any Transaction) throws -> [PunishmentAlert] {
        let told = try tx.rows(
            """
            SELECT t.alert_id, t.told, t.told_on, o.name FROM punishment_alert a JOIN punishment_told t ON t.alert_id = a.id
                JOIN account w ON w.id = t.told_by JOIN organisation o ON o.id = w.organisation_id
            WHERE a.case_id = \(file) ORDER BY t.recorded_at, t.id
            """
        ) {
            (
                try $0.id(0, of: PunishmentAlert.self),
                Told(post: try $0.choice(1, as: Post.self), on: try $0.day(2), organisationName: $0.text(3))
            )
        }
        let which: SQL = isOpenOnly ? "AND outcome_at IS NULL" : .none
        return try tx.rows(
            """
            SELECT id, kind, known_on, must_act, in_reflection, raised_at, outcome, outcome_on, note FROM punishment_alert
            WHERE case_id = \(file) \(sql: which) ORDER BY raised_at DESC, id DESC
            """
        ) { row in
            let id = try row.id(0, of: PunishmentAlert.self)
            return PunishmentAlert(
                id: id, kind: try row.choice(1, as: Kind.self), knownOn: try row.day(2), mustAct: try row.choice(3, as: Post.self),
                isInReflection: row.int(4) == 1, raisedAt: row.instant(5), outcome: try row.optionalChoice(6, as: Outcome.self),
                outcomeOn: try row.optionalDay(7), told: told.filter { $0.0 == id }.map(\.1),
                note: try opening?.text(row.optionalSealed(8, of: Person.self), in: SealPlace("punishment_alert", id, "note")))
        }
    }
}

/// Raises alerts, records who was told, and settles them.
struct PunishmentAlerts: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    struct Draft: Sendable {
        var kind: PunishmentAlert.Kind
        var knownOn: Day
        var mustAct: PunishmentAlert.Post
        var note: String?
    }

    func raise(_ draft: Draft, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let key = try await Decisions(room).key(of: file, for: actor, .writeLegal)
        let id = ID<PunishmentAlert>.new(at: now)
        let note = try draft.note.map { try key.seal($0, in: SealPlace("punishment_alert", id, "note")) }
        let room = room
        try await room.gate.change(.writeLegal, on: file, for: actor, detail: "alert raised") { tx, permit in
            let summary = try Self.writable(file, room, actor, tx: tx)
            let profile = room.profiles[summary.profile]
            let today = profile.calendar.day(of: now)
            guard draft.knownOn <= today else { throw IdentificationRefused.dayInFuture }
            let reflection = try Reflection.find(in: file, tx: tx)
            let isInReflection = draft.kind == .facingRemoval && reflection?.isRunning(on: today) == true
            try tx.run(
                """
                INSERT INTO punishment_alert (id, case_id, kind, known_on, must_act, in_reflection, note, raised_by, raised_at)
                VALUES (\(id), \(file), \(draft.kind), \(draft.knownOn), \(draft.mustAct), \(isInReflection), \(note), \(actor.account), \(now))
                """
            )
            // The next working day: somebody is locked up, or about to be sent away.
            try CaseClock.start(
                .punishmentAlert, in: file, of: summary.organisation, subject: id.bytes, until: profile.calendar.workingDay(after: today),
                under: profile, at: now, tx: tx)
            try CaseEvent.write(
                .punishmentRaised, in: file, by: permit.actor, subject: id.bytes, detail: draft.kind.rawValue, at: now, tx: tx)
            try Self.tellEverybody(isInReflection ? .removalInReflection : .punishment, of: summary, at: now, tx: tx)
        }
    }

    /// The worker, their deputy, whoever supervises them, and the authority: all of them at once.
    private static func tellEverybody(_ matter: CaseMatter, of summary: CaseSummary, at now: Instant, tx: any Transaction) throws {
        for account in [summary.assignedTo, summary.deputy].compactMap({ $0 }) {
            try CaseMatter.post(matter.code, to: .account(account), about: summary.id, at: now, in: tx)
        }
        try CaseMatter.post(matter.code, to: .organisation(summary.organisation, .superviseCases), about: summary.id, at: now, in: tx)
        for authority in try DecidingSeat.organisations(in: summary.id, tx: tx) {
            try CaseMatter.post(matter.code, to: .organisation(authority, .assessIdentification), about: summary.id, at: now, in: tx)
        }
    }

    /// Records that the person or post who must act was told.
    func tell(_ post: PunishmentAlert.Post, on day: Day, _ alert: ID<PunishmentAlert>, in file: ID<CaseFile>, by actor: Actor) async throws
    {
        let now = room.gate.clock.now()
        let room = room
        try await room.gate.change(.writeLegal, on: file, for: actor, detail: "alert told") { tx, permit in
            let summary = try Self.writable(file, room, actor, tx: tx)
            guard day <= room.profiles[summary.profile].calendar.day(of: now) else { throw IdentificationRefused.dayInFuture }
            guard try tx.exists("SELECT 1 FROM punishment_alert WHERE id = \(alert) AND case_id = \(file) AND outcome_at IS NULL") else {
                throw IdentificationRefused.alertSettled
            }
            try tx.run(
                """
                INSERT INTO punishment_told (id, alert_id, case_id, told, told_on, told_by, recorded_at)
                VALUES (\(ID<PunishmentAlert.Told>.new(at: now)), \(alert), \(file), \(post), \(day), \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.punishmentTold, in: file, by: permit.actor, subject: alert.bytes, detail: post.rawValue, at: now, tx: tx)
        }
    }

    func settle(
        _ alert: ID<PunishmentAlert>, _ outcome: PunishmentAlert.Outcome, on day: Day, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let room = room
        try await room.gate.change(.writeLegal, on: file, for: actor, detail: "alert settled") { tx, permit in
            let summary = try Self.writable(file, room, actor, tx: tx)
            guard day <= room.profiles[summary.profile].calendar.day(of: now) else { throw IdentificationRefused.dayInFuture }
            let changed = try tx.run(
                """
                UPDATE punishment_alert SET outcome = \(outcome), outcome_on = \(day), outcome_by = \(actor.account), outcome_at = \(now)
                WHERE id = \(alert) AND case_id = \(file) AND outcome_at IS NULL
                """
            )
            guard changed == 1 else { throw IdentificationRefused.alertSettled }
            try CaseClock.stop(.punishmentAlert, in: file, subject: alert.bytes, as: .met, at: now, tx: tx)
            if try !tx.exists("SELECT 1 FROM punishment_alert WHERE case_id = \(file) AND outcome_at IS NULL") {
                try CaseMatter.settle([.punishment, .removalInReflection], in: file, tx: tx)
            }
            try CaseEvent.write(
                .punishmentSettled, in: file, by: permit.actor, subject: alert.bytes, detail: outcome.rawValue, at: now, tx: tx)
        }
    }

    private static func writable(_ file: ID<CaseFile>, _ room: ProtectionRoom, _ actor: Actor, tx: any Transaction) throws -> CaseSummary {
        guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
        guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(.legal) else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: .writeLegal, subject: AuditSubject(CaseFile.self, file)))
        }
        return summary
    }
}

extension ClockKind {
    static let punishmentAlert = ClockKind(
        "punishment.alert", Word(work: "Stop the punishment or removal", fr: "Faire cesser la sanction ou l’éloignement"),
        atEnd: Word(
            work: "Somebody who must not be punished still is: the supervisor is told.",
            fr: "Une personne qui ne doit pas être punie l’est encore : le responsable est averti."),
        part: .legal, warnDays: { _ in nil }
    )
}
