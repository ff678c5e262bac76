import Access
import Basics
import Foundation
import Instruments
import Protection
import Store
import Vocabulary

/// One decision about whether somebody is a victim: a step from one stage to the next, with everything it rests on. Written once.
struct IdentificationDecision: Sendable {
    let id: ID<IdentificationDecision>
    let from: IdentificationStage
    let to: IdentificationStage
    let ground: Ground
    let authority: ID<Organisation>
    let authorityName: String
    let decidedBy: ID<Account>
    let deciderName: String
    let decidedOn: Day
    let decidedAt: Instant
    /// `nil` for a step that needs none: taking up, and what a court ordered.
    let facts: Facts?
    let evidence: [Classification.Element: [Evidence]]
    let legalBasis: String?
    /// The day by which it was due; `nil` when no clock ran.
    let due: Day?
    let isLate: Bool
    let confirmation: Confirmation?
    /// Opened only for whoever may read the reasons.
    let texts: Texts?

    enum Ground: String, Sendable, Hashable, SQLBindable { case authority, review, court }

    struct Confirmation: Sendable {
        let hasAgreed: Bool
        let by: ID<Account>
        let name: String
        let at: Instant
    }

    struct Texts: Sendable {
        let reasons: String?
        let notes: [Classification.Element: String]
        let confirmation: String?
    }

    /// What says no counts when a second person has agreed; a court needs no second person.
    var isInForce: Bool { !to.needsSecondPerson || confirmation?.hasAgreed == true }
    var isSentBack: Bool { confirmation?.hasAgreed == false }

    /// Whom it involved.
    var participants: Set<ID<Account>> { Set([decidedBy, confirmation?.by].compactMap { $0 }) }
}

/// What bears out that an element of the definition is there, or is not.
enum Evidence: String, CaseIterable, Sendable, Hashable {
    case statement, witness, documents, medical, observation, digital
    case otherAuthority = "other_authority"
    case publicSource = "public_source"
}

extension IdentificationDecision {
    private static let columns: SQL = """
        d.id, d.from_stage, d.to_stage, d.ground, d.authority_id, o.name, d.decided_by, w.display_name, d.decided_on, d.decided_at, d.facts,
        d.evidence_act, d.evidence_means, d.evidence_purpose, d.legal_basis, d.due, d.is_late, c.id, c.answer, c.answered_by,
        v.display_name, c.answered_at, d.reasons, d.note_act, d.note_means, d.note_purpose, c.reasons
        """

    /// Every decision of a file, the newest first.
    /// - Parameter opening: the person's key and a permit, for whoever may read the reasons; `nil` leaves them sealed.
    static func all(
        in file: ID<CaseFile>, opening: Opening?, tx: any Transaction
    ) throws -> [IdentificationDecision] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM identification_decision d JOIN organisation o ON o.id = d.authority_id
                JOIN account w ON w.id = d.decided_by LEFT JOIN identification_confirmation c ON c.decision_id = d.id
                LEFT JOIN account v ON v.id = c.answered_by
            WHERE d.case_id = \(file) ORDER BY d.decided_at DESC, d.id DESC
            """
        ) { row in
            let id = try row.id(0, of: IdentificationDecision.self)
            var confirmation: Confirmation?
            var confirmationID: ID<Confirmation>?
            if !row.isNull(17) {
                confirmationID = try row.id(17, of: Confirmation.self)
                confirmation = Confirmation(
                    hasAgreed: row.text(18) == "agreed", by: try row.id(19, of: Account.self), name: row.text(20), at: row.instant(21))
            }
            return IdentificationDecision(
                id: id, from: try row.choice(1, as: IdentificationStage.self), to: try row.choice(2, as: IdentificationStage.self),
                ground: try row.choice(3, as: Ground.self), authority: try row.id(4, of: Organisation.self), authorityName: row.text(5),
                decidedBy: try row.id(6, of: Account.self), deciderName: row.text(7), decidedOn: try row.day(8), decidedAt: row.instant(9),
                facts: row.optionalText(10).flatMap { Facts(stored: $0) },
                evidence: [
                    .act: Evidence.read(row.optionalText(11)), .means: Evidence.read(row.optionalText(12)),
                    .purpose: Evidence.read(row.optionalText(13)),
                ],
                legalBasis: row.optionalText(14), due: try row.optionalDay(15), isLate: row.optionalInt(16) == 1,
                confirmation: confirmation,
                texts: try opening.map { try texts(row, id, confirmationID, $0) }
            )
        }
    }

    private static func texts(
        _ row: borrowing Row, _ id: ID<IdentificationDecision>, _ confirmation: ID<Confirmation>?, _ opening: Opening
    ) throws -> Texts {
        var notes: [Classification.Element: String] = [:]
        for (column, element) in zip(23...25, Classification.Element.allCases) {
            notes[element] = try opening.text(row.optionalSealed(column, of: Person.self), in: .note(of: id, on: element))
        }
        return Texts(
            reasons: try opening.text(row.optionalSealed(22, of: Person.self), in: .reasons(of: id)), notes: notes,
            confirmation: try confirmation.flatMap {
                try opening.text(row.optionalSealed(26, of: Person.self), in: SealPlace("identification_confirmation", $0, "reasons"))
            }
        )
    }
}

/// The key of a person and the permit to open what is sealed with it, for one page.
struct Opening {
    let key: HolderKey<Person>
    let permit: Permit<Person>

    func text(_ sealed: Sealed<Person, String>?, in place: SealPlace) throws -> String? {
        try sealed.map { try Shown($0, in: place, with: key, under: permit) { $0 }.value }
    }
}

extension SealPlace {
    static func reasons(of decision: ID<IdentificationDecision>) -> SealPlace { SealPlace("identification_decision", decision, "reasons") }
    static func note(of decision: ID<IdentificationDecision>, on element: Classification.Element) -> SealPlace {
        SealPlace("identification_decision", decision, "note_" + element.rawValue)
    }
}

extension Evidence {
    static func text(_ codes: [Evidence]) -> String? {
        codes.isEmpty ? nil : allCases.filter(codes.contains).map(\.rawValue).joined(separator: " ")
    }
    static func read(_ text: String?) -> [Evidence] {
        (text ?? "").split(separator: " ").compactMap { Evidence(rawValue: String($0)) }
    }
}

extension Facts {
    /// Codes alone, as JSON; never a text that somebody typed.
    var stored: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    init?(stored text: String) {
        guard let facts = try? Facts(json: Data(text.utf8)) else { return nil }
        self = facts
    }
}

extension ProtectionPath {
    /// The age as the definition asks for it: whoever may be a child is treated as one.
    var age: Facts.Age {
        switch self {
        case .adult: .adult
        case .child: .child
        case .unsure: .unknown(reasonToBelieveChild: true)
        }
    }
}
