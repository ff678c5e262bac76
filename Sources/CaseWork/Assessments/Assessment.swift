import Access
import Basics
import Protection
import Store

/// One assessment of a person's risks or needs: a form of the profile, scored together with the person on one day.
struct Assessment: Sendable {
    let id: ID<Assessment>
    let form: String
    let madeOn: Day
    /// The organisation that made it.
    let organisation: String
    /// The sum of what was scored; a question that was not known that day does not count.
    let total: Int
    let answered: Int
    /// `nil` when nothing was scored.
    let highest: Int?
    let reviewOn: Day
    /// By the code of the question; `nil` was not known that day.
    let scores: [String: Int?]
    /// Opened under a permit; `nil` where there is none, or it is gone with the person.
    let note: String?
}

/// How a question stands against the time before.
enum ScoreChange: Sendable {
    case better, worse, same, first

    init(_ now: Int?, since before: Int?) {
        switch (now, before) {
        case (let now?, let before?): self = now < before ? .better : now > before ? .worse : .same
        default: self = .first
        }
    }
}

/// Makes and reads assessments.
struct Assessments: Sendable {
    let desk: CaseWorkDesk

    private var room: ProtectionRoom { desk.room }

    /// What somebody filled in.
    struct Draft: Sendable {
        var form: AssessmentForm
        var scores: [String: Int?]
        var madeOn: Day
        var reviewOn: Day
        var note: String?
    }

    /// Records an assessment, and starts the clock of the next one.
    @discardableResult
    func record(_ draft: Draft, in file: ID<CaseFile>, by actor: Actor) async throws -> ID<Assessment> {
        let now = room.gate.clock.now()
        guard draft.madeOn <= room.day(of: now) else { throw CaseWorkRefused.dayAhead }
        guard draft.reviewOn > draft.madeOn else { throw CaseWorkRefused.reviewInThePast }
        let id = ID<Assessment>.new(at: now)
        let note = try await sealed(draft.note, id, in: file, actor)
        let scored = draft.scores.values.compactMap { $0 }
        let room = room
        try await desk.change(file, .care, by: actor, detail: "assessment: \(draft.form.code)") { tx, summary, permit in
            let profile = room.profiles[summary.profile]
            guard draft.reviewOn <= profile.horizons.assessment.due(from: draft.madeOn, in: profile.calendar) else {
                throw CaseWorkRefused.reviewInThePast
            }
            let earlier = try tx.rows("SELECT id FROM assessment WHERE case_id = \(file) AND form = \(draft.form.code)") {
                try $0.id(0, of: Assessment.self)
            }
            try tx.run(
                """
                INSERT INTO assessment (id, case_id, form, made_on, made_by, organisation_id, made_at, total, answered, highest, review_on,
                    note)
                VALUES (\(id), \(file), \(draft.form.code), \(draft.madeOn), \(actor.account), \(actor.organisation), \(now),
                    \(scored.reduce(0, +)), \(scored.count), \(scored.max()), \(draft.reviewOn), \(note))
                """
            )
            for (question, score) in draft.scores {
                try tx.run("INSERT INTO assessment_answer (assessment_id, question, score) VALUES (\(id), \(question), \(score))")
            }
            for one in earlier { try CaseClock.stop(.assessmentReview, in: file, subject: one.bytes, as: .met, at: now, tx: tx) }
            try CaseClock.start(
                .assessmentReview, in: file, of: summary.organisation, account: summary.assignedTo, subject: id.bytes,
                until: draft.reviewOn, under: room.profiles[summary.profile], at: now, tx: tx
            )
            try CaseEvent.write(.assessed, in: file, by: permit.actor, subject: id.bytes, detail: draft.form.code, at: now, tx: tx)
        }
        return id
    }

    private func sealed(_ note: String?, _ id: ID<Assessment>, in file: ID<CaseFile>, _ actor: Actor) async throws -> Sealed<
        Person, String
    >? {
        guard let note else { return nil }
        return try await desk.sealingKey(of: file, .care, for: actor).seal(note, in: .note(of: id))
    }

    /// Takes an assessment that was entered by mistake out of the comparison; it stays to be read, and its clock stops.
    func withdraw(_ id: ID<Assessment>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await desk.change(file, .care, by: actor, detail: "assessment withdrawn") { tx, _, permit in
            let changed = try tx.run(
                "UPDATE assessment SET withdrawn_at = \(now) WHERE id = \(id) AND case_id = \(file) AND withdrawn_at IS NULL")
            guard changed == 1 else { throw CaseWorkRefused.unknownForm }
            try CaseClock.stop(.assessmentReview, in: file, subject: id.bytes, as: .cancelled, at: now, tx: tx)
            try CaseEvent.write(.assessmentWithdrawn, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    /// The assessments of a form, the newest day first.
    static func all(
        _ form: String, of file: ID<CaseFile>, limit: Int, after: (day: String, at: Int, id: ID<Assessment>)? = nil, in tx: any Transaction
    ) throws -> [Assessment] {
        let place: SQL = after.map { "AND (a.made_on, a.made_at, a.id) < (\($0.day), \($0.at), \($0.id))" } ?? .none
        return try read("a.case_id = \(file) AND a.form = \(form) AND a.withdrawn_at IS NULL \(sql: place)", limit: limit, in: tx) { _, _ in
            nil
        }
    }

    /// One assessment with its note.
    static func one(
        _ id: ID<Assessment>, of file: ID<CaseFile>, in tx: any Transaction,
        opening: (ID<Assessment>, Sealed<Person, String>) throws -> String?
    ) throws -> Assessment? {
        try read("a.id = \(id) AND a.case_id = \(file) AND a.withdrawn_at IS NULL", limit: 1, in: tx, opening).first
    }

    private static func read(
        _ which: SQL, limit: Int, in tx: any Transaction, _ opening: (ID<Assessment>, Sealed<Person, String>) throws -> String?
    ) throws -> [Assessment] {
        let rows = try tx.rows(
            """
            SELECT a.id, a.form, a.made_on, o.name, a.total, a.answered, a.highest, a.review_on, a.note FROM assessment a
            JOIN organisation o ON o.id = a.organisation_id WHERE \(sql: which)
            ORDER BY a.made_on DESC, a.made_at DESC, a.id DESC LIMIT \(limit)
            """
        ) { row in
            (
                try row.id(0, of: Assessment.self), row.text(1), try row.day(2), row.text(3), row.int(4), row.int(5), row.optionalInt(6),
                try row.day(7), row.optionalSealed(8, of: Person.self, as: String.self)
            )
        }
        var scores: [ID<Assessment>: [String: Int?]] = [:]
        let answers = try tx.rows(
            "SELECT assessment_id, question, score FROM assessment_answer WHERE assessment_id IN \(list: rows.map(\.0))"
        ) {
            (try $0.id(0, of: Assessment.self), $0.text(1), $0.optionalInt(2))
        }
        for (id, question, score) in answers { scores[id, default: [:]].updateValue(score, forKey: question) }
        return try rows.map { row in
            Assessment(
                id: row.0, form: row.1, madeOn: row.2, organisation: row.3, total: row.4, answered: row.5, highest: row.6, reviewOn: row.7,
                scores: scores[row.0] ?? [:], note: try row.8.flatMap { try opening(row.0, $0) }
            )
        }
    }
}

extension SealPlace {
    static func note(of assessment: ID<Assessment>) -> SealPlace { SealPlace("assessment", assessment, "note") }
}
