import Access
import Basics
import Protection
import Store

/// A negative decision that somebody asked to be looked at again.
struct Review: Sendable {
    let id: ID<Review>
    let ground: String
    let askedAs: AskedAs
    let organisationName: String
    let askedOn: Day
    let windowEnd: Day
    let isLate: Bool
    /// Opened only for whoever may read the reasons.
    let note: String?
    let lateReason: String?

    /// For the person, by whom.
    enum AskedAs: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case caseWorker = "case_worker"
        case guardian, authority
    }

    static func all(in file: ID<CaseFile>, opening: Opening?, tx: any Transaction) throws -> [Review] {
        try tx.rows(
            """
            SELECT r.id, r.ground, r.asked_as, o.name, r.asked_on, r.window_end, r.is_late, r.note, r.late_reason
            FROM identification_review r JOIN organisation o ON o.id = r.organisation_id
            WHERE r.case_id = \(file) ORDER BY r.asked_at DESC, r.id DESC
            """
        ) { row in
            let id = try row.id(0, of: Review.self)
            return Review(
                id: id, ground: row.text(1), askedAs: try row.choice(2, as: AskedAs.self), organisationName: row.text(3),
                askedOn: try row.day(4), windowEnd: try row.day(5), isLate: row.int(6) == 1,
                note: try opening?.text(row.optionalSealed(7, of: Person.self), in: SealPlace("identification_review", id, "note")),
                lateReason: try opening?.text(
                    row.optionalSealed(8, of: Person.self), in: SealPlace("identification_review", id, "late_reason")))
        }
    }
}

/// Asks for reviews.
struct Reviews: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    struct Draft: Sendable {
        var ground: String
        var note: String?
        var lateReason: String?
    }

    /// Until when a review can be asked for without a reason for coming late; `nil` where there is nothing to review.
    static func windowEnd(of summary: CaseSummary, _ profile: CountryProfile, tx: any Transaction) throws -> Day? {
        guard summary.stage == .notIdentified else { return nil }
        let window = try CaseClock.all(.reviewWindow, in: summary.id, tx: tx).first { $0.startedAt >= summary.stageSince }
        return window?.due ?? profile.deadlines.review.due(from: profile.calendar.day(of: summary.stageSince), in: profile.calendar)
    }

    /// Asks for a review on behalf of the person. One that comes late is taken too, with its reason.
    func ask(_ draft: Draft, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let key = try await Decisions(room).key(of: file, for: actor, .askForReview)
        let id = ID<Review>.new(at: now)
        let note = try draft.note.map { try key.seal($0, in: SealPlace("identification_review", id, "note")) }
        let lateReason = try draft.lateReason.map { try key.seal($0, in: SealPlace("identification_review", id, "late_reason")) }
        let room = room
        try await room.gate.change(.askForReview, on: file, for: actor, detail: "review asked") { tx, _ in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            let profile = room.profiles[summary.profile]
            guard let end = try Self.windowEnd(of: summary, profile, tx: tx), profile.reviewGround(draft.ground) != nil else {
                throw IdentificationRefused.nothingToReview
            }
            let today = profile.calendar.day(of: now)
            let isLate = today > end
            guard !isLate || lateReason != nil else { throw IdentificationRefused.lateReasonNeeded }
            let decision = try IdentificationDecision.all(in: file, opening: nil, tx: tx).first { $0.to == .notIdentified && $0.isInForce }
            try tx.run(
                """
                INSERT INTO identification_review (id, case_id, decision_id, ground, asked_as, asked_by, organisation_id, asked_at, asked_on,
                    window_end, is_late, late_reason, note)
                VALUES (\(id), \(file), \(decision?.id), \(draft.ground), \(try Self.capacity(of: actor, in: file, tx: tx)), \(actor.account),
                    \(actor.organisation), \(now), \(today), \(end), \(isLate), \(isLate ? lateReason : nil), \(note))
                """
            )
            try StageStep(summary: summary, profile: profile, to: .underReview, actor: actor, at: now).enter(decision: nil, in: tx)
        }
    }

    private static func capacity(of actor: Actor, in file: ID<CaseFile>, tx: any Transaction) throws -> Review.AskedAs {
        let isGuardian = try tx.exists(
            """
            SELECT 1 FROM case_member WHERE case_id = \(file) AND account_id = \(actor.account) AND capacity = 'guardian' AND ended_at IS NULL
            """
        )
        if isGuardian { return .guardian }
        return try DecidingSeat.isTaken(by: actor.organisation, in: file, tx: tx) ? .authority : .caseWorker
    }
}
