import Access
import Basics
import Protection
import Store

/// One interview with a person, from its plan to its evaluation.
struct Interview: Sendable {
    let id: ID<Interview>
    let stage: InterviewStage
    let organisation: String
    let plannedAt: Instant
    let plannedFor: Day
    let matters: [InterviewMatter]
    let interpreter: Interpreter
    let support: Support
    let training: Training
    let repeatReason: RepeatReason?
    let willing: Willing?
    let explained: [Explained]
    let explainedOn: Day?
    let heldOn: Day?
    let alone: InterpreterAlone?
    let after: StateAfter?
    let closure: [Closure]
    let closedOn: Day?
    let went: Went?
    let breakReason: BreakReason?
    let version: Int
    /// Opened under a permit.
    let place: String?
    let account: String?
    let evaluation: String?

    enum Interpreter: String, CaseIterable, Sendable, SQLBindable {
        case planned
        case notNeeded = "not_needed"
        case notWanted = "not_wanted"
    }
    enum Support: String, CaseIterable, Sendable, SQLBindable { case present, offered, none }
    enum Training: String, CaseIterable, Sendable, SQLBindable {
        case trained
        case forChildren = "trained_for_children"
        case none = "not_trained"
    }
    enum RepeatReason: String, CaseIterable, Sendable, SQLBindable {
        case unclear
        case newFacts = "new_facts"
        case personWishes = "person_wishes"
        case courtOrders = "court_orders"
        case notToldBefore = "not_told_before"
    }
    enum Willing: String, CaseIterable, Sendable, SQLBindable {
        case yes
        case inPart = "in_part"
        case no
    }
    /// What was explained before anything was asked.
    enum Explained: String, CaseIterable, Sendable {
        case purpose, recording
        case mayStop = "may_stop"
        case mayNotAnswer = "may_not_answer"
        case sharing
        case helpIndependent = "help_independent"
    }
    enum InterpreterAlone: String, CaseIterable, Sendable, SQLBindable {
        case never, once
        case noInterpreter = "no_interpreter"
    }
    enum StateAfter: String, CaseIterable, Sendable, SQLBindable {
        case calm, tired, upset
        case inCrisis = "in_crisis"
    }
    /// What was done so that the person does not leave with it alone.
    enum Closure: String, CaseIterable, Sendable {
        case summarised, questions
        case nextSteps = "next_steps"
        case escort
        case support
    }
    enum Went: String, CaseIterable, Sendable, SQLBindable {
        case asPlanned = "as_planned"
        case inPart = "in_part"
        case badly
    }
    enum BreakReason: String, CaseIterable, Sendable, SQLBindable {
        case personWished = "person_wished"
        case distress, interpreter, danger, other
    }

    /// Texts of codes with a space between them.
    static func codes<Code: RawRepresentable<String>>(_ codes: [Code]) -> String { codes.map(\.rawValue).joined(separator: " ") }
    static func read<Code: RawRepresentable<String>>(_ text: String?, as: Code.Type = Code.self) -> [Code] {
        (text ?? "").split(separator: " ").compactMap { Code(rawValue: String($0)) }
    }
}

/// That something was asked before: what, when, and by which organisation. Without anything that was told.
struct AskedBefore: Sendable {
    let matter: InterviewMatter
    let day: Day
    let organisation: String
}

extension Interview {
    private static let columns: SQL = """
        i.id, i.stage, o.name, i.planned_at, i.planned_for, i.matters, i.interpreter, i.support, i.training, i.repeat_reason, i.willing,
        i.explained, i.explained_on, i.held_on, i.interpreter_alone, i.state_after, i.closure, i.closed_on, i.went, i.break_reason,
        i.version, i.place, i.account, i.evaluation
        """

    /// The interviews of a file, the newest first; their texts stay sealed.
    static func all(
        of file: ID<CaseFile>, limit: Int, after: (at: Int, id: ID<Interview>)?, in tx: any Transaction
    ) throws -> [Interview] {
        let place: SQL = after.map { "AND (i.planned_at, i.id) < (\($0.at), \($0.id))" } ?? .none
        return try tx.rows(
            """
            SELECT \(sql: columns) FROM interview i JOIN organisation o ON o.id = i.organisation_id
            WHERE i.case_id = \(file) \(sql: place) ORDER BY i.planned_at DESC, i.id DESC LIMIT \(limit)
            """
        ) { try Interview($0, with: nil, under: nil) }
    }

    static func one(
        _ id: ID<Interview>, of file: ID<CaseFile>, with key: HolderKey<Person>?, under permit: Permit<Person>?, in tx: any Transaction
    ) throws -> Interview? {
        try tx.row(
            """
            SELECT \(sql: columns) FROM interview i JOIN organisation o ON o.id = i.organisation_id
            WHERE i.id = \(id) AND i.case_id = \(file)
            """
        ) { try Interview($0, with: key, under: permit) }
    }

    private init(_ row: borrowing Row, with key: HolderKey<Person>?, under permit: Permit<Person>?) throws {
        let id = try row.id(0, of: Interview.self)
        func opened(_ column: Int, _ field: String) throws -> String? {
            guard let key, let permit, let sealed = row.optionalSealed(column, of: Person.self, as: String.self) else { return nil }
            return try Shown(sealed, in: .interview(id, field), with: key, under: permit) { $0 }.value
        }
        self.init(
            id: id, stage: try row.choice(1, as: InterviewStage.self), organisation: row.text(2), plannedAt: row.instant(3),
            plannedFor: try row.day(4), matters: Self.read(row.text(5)), interpreter: try row.choice(6, as: Interpreter.self),
            support: try row.choice(7, as: Support.self), training: try row.choice(8, as: Training.self),
            repeatReason: try row.optionalChoice(9, as: RepeatReason.self), willing: try row.optionalChoice(10, as: Willing.self),
            explained: Self.read(row.optionalText(11)), explainedOn: try row.optionalDay(12), heldOn: try row.optionalDay(13),
            alone: try row.optionalChoice(14, as: InterpreterAlone.self), after: try row.optionalChoice(15, as: StateAfter.self),
            closure: Self.read(row.optionalText(16)), closedOn: try row.optionalDay(17), went: try row.optionalChoice(18, as: Went.self),
            breakReason: try row.optionalChoice(19, as: BreakReason.self), version: row.int(20), place: try opened(21, "place"),
            account: try opened(22, "account"), evaluation: try opened(23, "evaluation")
        )
    }

    /// What was asked before, in this file and in those of the same person that somebody may see; the newest of each first.
    static func askedBefore(_ view: CaseView, in tx: any Transaction) throws -> [AskedBefore] {
        try tx.rows(
            """
            SELECT m.matter, m.asked_on, o.name FROM case_file c JOIN interview_matter m ON m.case_id = c.id
            JOIN organisation o ON o.id = m.organisation_id
            WHERE c.person_id = \(view.summary.person) AND \(sql: .reached(with: .readCase, by: view.actor))
            ORDER BY m.asked_on DESC, o.name LIMIT 500
            """
        ) { row in
            guard let matter = InterviewMatter(rawValue: row.text(0)) else { return nil }
            return AskedBefore(matter: matter, day: try row.day(1), organisation: row.text(2))
        }.compactMap { $0 }
    }
}

extension SealPlace {
    static func interview(_ id: ID<Interview>, _ field: String) -> SealPlace { SealPlace("interview", id, field) }
}
