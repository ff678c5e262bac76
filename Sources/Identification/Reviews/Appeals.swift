import Access
import Basics
import Protection
import Store

/// An appeal to a court against a negative decision.
struct Appeal: Sendable {
    let id: ID<Appeal>
    let lodgedOn: Day
    let isLate: Bool
    let outcome: Outcome?
    let decidedOn: Day?
    /// Opened only for whoever may read the reasons.
    let court: String?
    let note: String?

    enum Outcome: String, CaseIterable, Sendable, Hashable, SQLBindable { case won, lost, withdrawn }

    static func all(in file: ID<CaseFile>, opening: Opening?, tx: any Transaction) throws -> [Appeal] {
        try tx.rows(
            """
            SELECT id, lodged_on, is_late, outcome, decided_on, court, outcome_note FROM identification_appeal
            WHERE case_id = \(file) ORDER BY recorded_at DESC, id DESC
            """
        ) { row in
            let id = try row.id(0, of: Appeal.self)
            return Appeal(
                id: id, lodgedOn: try row.day(1), isLate: row.int(2) == 1, outcome: try row.optionalChoice(3, as: Outcome.self),
                decidedOn: try row.optionalDay(4),
                court: try opening?.text(row.optionalSealed(5, of: Person.self), in: SealPlace("identification_appeal", id, "court")),
                note: try opening?.text(row.optionalSealed(6, of: Person.self), in: SealPlace("identification_appeal", id, "outcome_note")))
        }
    }
}

/// Records appeals and what came of them. What a court orders is carried out and recorded as its order, not as the authority's decision.
struct Appeals: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    func lodge(on day: Day, court: String?, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let key = try await Decisions(room).key(of: file, for: actor, .askForReview)
        let id = ID<Appeal>.new(at: now)
        let sealed = try court.map { try key.seal($0, in: SealPlace("identification_appeal", id, "court")) }
        let room = room
        try await room.gate.change(.askForReview, on: file, for: actor, detail: "appeal lodged") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard !summary.stage.nextByCourt.isEmpty else { throw IdentificationRefused.nothingToAppeal }
            let today = room.profiles[summary.profile].calendar.day(of: now)
            guard day <= today else { throw IdentificationRefused.dayInFuture }
            let window = try CaseClock.all(.appealWindow, in: file, tx: tx).first
            try tx.run(
                """
                INSERT INTO identification_appeal (id, case_id, lodged_on, is_late, court, lodged_by, recorded_at)
                VALUES (\(id), \(file), \(day), \(window.map { day > $0.due } ?? false), \(sealed), \(actor.account), \(now))
                """
            )
            try CaseClock.stop(.appealWindow, in: file, as: .met, at: now, tx: tx)
            try CaseEvent.write(.appealLodged, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
            for authority in try DecidingSeat.organisations(in: file, tx: tx) {
                try CaseMatter.post(
                    CaseMatter.appealLodged.code, to: .organisation(authority, .assessIdentification), about: file, at: now, in: tx)
            }
        }
    }

    /// Records what the court decided. An appeal that is won undoes the negative decision by the court's order.
    func end(_ appeal: ID<Appeal>, _ outcome: Appeal.Outcome, on day: Day, note: String?, in file: ID<CaseFile>, by actor: Actor)
        async throws
    {
        let now = room.gate.clock.now()
        let key = try await Decisions(room).key(of: file, for: actor, .assessIdentification)
        let decision = ID<IdentificationDecision>.new(at: now)
        let sealed = try note.map { try key.seal($0, in: SealPlace("identification_appeal", appeal, "outcome_note")) }
        let reasons = try note.map { try key.seal($0, in: .reasons(of: decision)) }
        let room = room
        try await room.gate.change(.assessIdentification, on: file, for: actor, detail: "appeal \(outcome.rawValue)") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            try DecidingSeat.require(actor, in: file, tx: tx)
            let profile = room.profiles[summary.profile]
            guard day <= profile.calendar.day(of: now) else { throw IdentificationRefused.dayInFuture }
            let changed = try tx.run(
                """
                UPDATE identification_appeal SET outcome = \(outcome), decided_on = \(day), outcome_note = \(sealed),
                    outcome_by = \(actor.account), outcome_at = \(now)
                WHERE id = \(appeal) AND case_id = \(file) AND outcome IS NULL
                """
            )
            guard changed == 1 else { throw IdentificationRefused.appealDecided }
            try CaseEvent.write(.appealEnded, in: file, by: permit.actor, subject: appeal.bytes, detail: outcome.rawValue, at: now, tx: tx)
            guard outcome == .won, summary.stage.nextByCourt.contains(.overturned) else { return }
            // A proposal that still waits is overtaken by the court.
            try Desk.settle(file, in: tx)
            let step = StageStep(summary: summary, profile: profile, to: .overturned, actor: actor, at: now)
            try Decisions.insert(
                .init(to: .overturned, decidedOn: day), decision, .init(reasons: reasons), step, due: nil, ground: .court, in: tx)
            try step.enter(decision: decision, in: tx)
        }
    }
}
