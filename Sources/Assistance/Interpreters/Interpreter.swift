import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// Somebody who interprets and was vetted for it: staff data of an organisation.
struct Interpreter: Sendable {
    let id: ID<Interpreter>
    let organisation: ID<Organisation>
    let name: String
    let languages: [String]
    let sex: String
    let isRemote: Bool
    let isPresent: Bool
    let vettedOn: Day
    let vettedUntil: Day
    let version: Int

    private static let columns: SQL =
        "i.id, i.organisation_id, i.name, i.languages, i.sex, i.is_remote, i.is_present, i.vetted_on, i.vetted_until, i.version"

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: Interpreter.self)
        organisation = try row.id(1, of: Organisation.self)
        name = row.text(2)
        languages = CodeSet.codes(row.text(3))
        sex = row.text(4)
        isRemote = row.int(5) == 1
        isPresent = row.int(6) == 1
        vettedOn = try row.day(7)
        vettedUntil = try row.day(8)
        version = row.int(9)
    }

    static func list(_ asked: ListRequest, today: Day, in tx: any Transaction) throws -> [Interpreter] {
        var rules: [SQL] = ["i.closed_at IS NULL"]
        if let search = asked.search { rules.append("lower(i.name) LIKE \("%" + search.lowercased() + "%")") }
        if let language = asked.filters["language"] { rules.append("i.languages LIKE \(CodeSet.holds(language))") }
        switch asked.filters["vetted"] {
        case "yes"?: rules.append("i.vetted_until >= \(today)")
        case "no"?: rules.append("i.vetted_until < \(today)")
        default: break
        }
        if let place = asked.after, place.values.count == 2, let id = ID<Interpreter>(place.values[1]) {
            rules.append("(i.name > \(place.values[0]) OR (i.name = \(place.values[0]) AND i.id > \(id)))")
        }
        return try tx.rows(
            """
            SELECT \(sql: columns) FROM interpreter i WHERE \(sql: .joined(rules, separator: " AND "))
            ORDER BY i.name, i.id LIMIT \(ListRequest.fetchCount)
            """
        ) { try Interpreter($0) }
    }

    static func vetted(on day: Day, in tx: any Transaction) throws -> [Interpreter] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM interpreter i WHERE i.closed_at IS NULL AND i.vetted_on <= \(day) AND i.vetted_until >= \(day)
            ORDER BY i.name, i.id LIMIT 1000
            """
        ) { try Interpreter($0) }
    }

    static func find(_ id: ID<Interpreter>, in tx: any Transaction) throws -> Interpreter? {
        try tx.row("SELECT \(sql: columns) FROM interpreter i WHERE i.id = \(id) AND i.closed_at IS NULL") { try Interpreter($0) }
    }

    static func add(_ draft: InterpreterForm.Draft, _ room: ProtectionRoom, by actor: Actor, at now: Instant) async throws {
        let id = ID<Interpreter>.new(at: now)
        try await room.gate.change(.manageInterpreters, adding: id, to: Holding(organisation: actor.organisation), for: actor) { tx, _ in
            try tx.run(
                """
                INSERT INTO interpreter (id, organisation_id, name, languages, sex, is_remote, is_present, vetted_on, vetted_until, version)
                VALUES (\(id), \(actor.organisation), \(draft.name), \(CodeSet.text(draft.languages)), \(draft.sex), \(draft.isRemote),
                    \(draft.isPresent), \(draft.vettedOn), \(draft.vettedUntil), 1)
                """
            )
        }
    }

    static func vet(
        _ id: ID<Interpreter>, on day: Day, until end: Day, from version: Int, _ room: ProtectionRoom, by actor: Actor
    ) async throws {
        try await room.gate.change(.manageInterpreters, on: id, for: actor, detail: "vetted again") { tx, _ in
            try tx.runOnOne(
                """
                UPDATE interpreter SET vetted_on = \(day), vetted_until = \(end), version = version + 1
                WHERE id = \(id) AND version = \(version) AND closed_at IS NULL
                """
            )
        }
    }
}

extension Interpreter: Held {
    static func holding(of id: ID<Interpreter>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id FROM interpreter WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self))
        }
    }
}

/// That an interpreter was assigned to a session, with what was asked before.
struct InterpreterAssignment: Sendable {
    let interpreterName: String
    let session: Session
    let heldOn: Day
    let language: String

    enum Session: String, CaseIterable, Sendable, SQLBindable {
        case interview, counselling, medical, legal, other

        var word: Word {
            switch self {
            case .interview: Word(work: "Interview", fr: "Entretien")
            case .counselling: Word(work: "Counselling", fr: "Accompagnement")
            case .medical: Word(work: "Medical appointment", fr: "Rendez-vous médical")
            case .legal: Word(work: "Legal appointment", fr: "Rendez-vous juridique")
            case .other: Word(work: "Something else", fr: "Autre")
            }
        }
    }

    struct Draft: Sendable {
        let interpreter: ID<Interpreter>
        let session: Session
        let heldOn: Day
        let language: String
        /// A tie was ruled out, the person accepts, and they are never alone together.
        let checks: (noTie: Bool, isAccepted: Bool, neverAlone: Bool)
    }

    static func all(of file: ID<CaseFile>, in tx: any Transaction) throws -> [InterpreterAssignment] {
        try tx.rows(
            """
            SELECT i.name, a.session, a.held_on, a.language FROM interpreter_assignment a JOIN interpreter i ON i.id = a.interpreter_id
            WHERE a.case_id = \(file) ORDER BY a.held_on DESC, a.id DESC LIMIT 500
            """
        ) { row in
            InterpreterAssignment(
                interpreterName: row.text(0), session: try row.choice(1, as: Session.self), heldOn: try row.day(2), language: row.text(3))
        }
    }

    /// - Throws: `ServiceRefused.vettingExpired` when the vetting does not hold on that day, `.checksMissing` when one check is not given.
    static func add(_ draft: Draft, to file: ID<CaseFile>, _ room: ProtectionRoom, by actor: Actor, at now: Instant) async throws {
        try await room.gate.change(.manageInterpreters, on: file, for: actor, detail: "interpreter assigned") { tx, _ in
            guard try CaseSummary.find(file, in: tx)?.isOpen == true else { throw CaseRefused.closed }
            guard let interpreter = try Interpreter.find(draft.interpreter, in: tx), interpreter.vettedOn <= draft.heldOn,
                draft.heldOn <= interpreter.vettedUntil
            else { throw ServiceRefused.vettingExpired }
            guard draft.checks == (true, true, true) else { throw ServiceRefused.checksMissing }
            try tx.run(
                """
                INSERT INTO interpreter_assignment (id, interpreter_id, case_id, session, held_on, language, no_tie, is_accepted,
                    never_alone, assigned_by, assigned_at)
                VALUES (\(ID<InterpreterAssignment>.new(at: now)), \(draft.interpreter), \(file), \(draft.session), \(draft.heldOn),
                    \(draft.language), 1, 1, 1, \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.interpreterAssigned, in: file, by: actor, at: now, tx: tx)
        }
    }
}
