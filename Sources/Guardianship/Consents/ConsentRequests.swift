import Access
import Basics
import Protection
import Store

/// Something that a worker asks the guardian of a child to agree to. The guardian answers in their own session, and records what the
/// child said; the child is never asked in their place.
struct ConsentRequest: Sendable {
    let id: ID<ConsentRequest>
    let file: ID<CaseFile>
    let fileCode: String
    let fileLabel: String
    let purpose: String
    let recipient: String?
    let parts: Set<CasePart>
    let askedBy: ID<Account>
    let askedAt: Instant
    let answer: Consent.Answer?
    let answeredAt: Instant?
    let childView: ChildView?
    let consent: ID<Consent>?
    let version: Int

    static func all(_ which: SQL, tx: any Transaction) throws -> [ConsentRequest] {
        try tx.rows(
            """
            SELECT q.id, q.case_id, c.code, c.label, q.purpose, o.name, q.parts, q.asked_by, q.asked_at, q.answer, q.answered_at,
                q.child_view, q.consent_id, q.version
            FROM consent_request q JOIN case_file c ON c.id = q.case_id LEFT JOIN organisation o ON o.id = q.recipient_id
            WHERE \(sql: which) ORDER BY q.asked_at DESC, q.id DESC LIMIT 200
            """
        ) { row in
            ConsentRequest(
                id: try row.id(0, of: ConsentRequest.self), file: try row.id(1, of: CaseFile.self), fileCode: row.text(2),
                fileLabel: row.text(3), purpose: row.text(4), recipient: row.optionalText(5), parts: CasePart.parts(row.text(6)),
                askedBy: try row.id(7, of: Account.self), askedAt: row.instant(8),
                answer: try row.optionalChoice(9, as: Consent.Answer.self), answeredAt: row.optionalInstant(10),
                childView: try row.optionalChoice(11, as: ChildView.self), consent: try row.optionalID(12, of: Consent.self),
                version: row.int(13)
            )
        }
    }

    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [ConsentRequest] { try all("q.case_id = \(file)", tx: tx) }

    /// What waits for the authority that protects children, of which the actor is: no guardian is there to answer.
    static func waitingForAuthority(_ actor: Actor, tx: any Transaction) throws -> [ConsentRequest] {
        guard try Competence.childProtection.isOf(actor.organisation, in: tx) else { return [] }
        return try all(
            """
            q.answered_at IS NULL AND c.closed_at IS NULL AND c.path <> 'adult' AND NOT EXISTS (SELECT 1 FROM case_member m
                WHERE m.case_id = q.case_id AND m.capacity = 'guardian' AND m.ended_at IS NULL)
            AND \(sql: .reached(with: .protectChildren, by: actor))
            """, tx: tx)
    }

    /// What waits for a guardian, over all their children; nothing of a child of whom they are the guardian no longer.
    static func waiting(for actor: Actor, tx: any Transaction) throws -> [ConsentRequest] {
        try all(
            """
            q.answered_at IS NULL AND c.closed_at IS NULL AND EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = q.case_id
                AND m.account_id = \(actor.account) AND m.capacity = 'guardian' AND m.ended_at IS NULL)
            AND \(sql: .reached(with: .actAsGuardian, by: actor))
            """, tx: tx)
    }
}

/// Asks guardians and takes their answers, through the ledger.
struct ConsentRequests: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    func ask(
        _ purpose: String, for recipient: ID<Organisation>?, parts: Set<CasePart>, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let id = ID<ConsentRequest>.new(at: now)
        try await Childhood(room).change(.recordConsent, in: file, for: actor, detail: "guardian asked for consent") { tx, _, summary in
            guard try summary.isLedgerOpen(to: actor, in: tx) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .recordConsent, subject: AuditSubject(CaseFile.self, file)))
            }
            guard room.profiles[summary.profile].consentPurpose(purpose) != nil else { throw ConsentRefused.unknownPurpose }
            let whom: SQL = recipient.map { "recipient_id = \($0)" } ?? "recipient_id IS NULL"
            let isAsked = try tx.exists(
                """
                SELECT 1 FROM consent_request WHERE case_id = \(file) AND answered_at IS NULL AND purpose = \(purpose) AND \(sql: whom)
                """
            )
            guard !isAsked else { throw ConsentRequestRefused.askedAlready }
            try tx.run(
                """
                INSERT INTO consent_request (id, case_id, purpose, recipient_id, parts, asked_by, asked_at, version)
                VALUES (\(id), \(file), \(purpose), \(recipient), \(CasePart.text(parts)), \(actor.account), \(now), 1)
                """
            )
            try CaseEvent.write(.consentAsked, in: file, by: actor, subject: id.bytes, detail: purpose, at: now, tx: tx)
            if let guardian = try GuardianAppointment.current(in: file, tx: tx) {
                try CaseMatter.post(CaseMatter.guardianAsked.code, to: .account(guardian.account), about: file, at: now, in: tx)
            } else {
                for authority in try Competence.childProtection.organisations(in: tx) {
                    try CaseMatter.post(
                        CaseMatter.authorityAsked.code, to: .organisation(authority, .protectChildren), about: file, at: now, in: tx)
                }
            }
        }
    }

    /// What a guardian answers, or the authority in their place.
    struct Answer: Sendable {
        var answer: Consent.Answer
        var view: ChildView
        var language: String
        var explained: Consent.Explanation
        var note: String?
        var expiresOn: Day?
    }

    /// - Parameter deed: `actAsGuardian`, or `protectChildren` for the authority as long as there is no guardian; the ledger holds each to it.
    func answer(
        _ id: ID<ConsentRequest>, in file: ID<CaseFile>, _ answer: Answer, from version: Int, with deed: Deed = .actAsGuardian,
        by actor: Actor
    ) async throws {
        let giver: Consent.Giver = deed == .protectChildren ? .childAuthority(actor.account) : .guardian(actor.account)
        let (room, now) = (room, room.gate.clock.now())
        let notes = try await Childhood(room).seal([("child_view", answer.note)], about: id.bytes, in: file, at: now)
        try await Childhood(room).change(deed, in: file, for: actor, detail: "consent answered") { tx, permit, summary in
            let request = try ConsentRequest.all("q.case_id = \(file) AND q.id = \(id)", tx: tx).first
            guard let request else { throw ChildRefused.hasNoSuchThing }
            guard request.answer == nil else { throw StoreRefused.changedMeanwhile }
            let recipient = try tx.row("SELECT recipient_id FROM consent_request WHERE id = \(id)") {
                try $0.optionalID(0, of: Organisation.self)
            }
            let consent = try ConsentLedger.record(
                Consent.Draft(
                    purpose: request.purpose, recipient: recipient ?? nil, answer: answer.answer, givenBy: giver,
                    parts: request.parts, language: answer.language, explained: answer.explained, evidence: .signed,
                    expiresOn: answer.expiresOn
                ),
                in: file, under: permit, profile: room.profiles[summary.profile], at: now, tx: tx
            )
            try tx.runOnOne(
                """
                UPDATE consent_request SET answered_by = \(actor.account), answered_at = \(now), answer = \(answer.answer),
                    child_view = \(answer.view), consent_id = \(consent), version = version + 1
                WHERE id = \(id) AND version = \(version) AND answered_at IS NULL
                """
            )
            if answer.answer == .no { try room.consentEnded(in: file, by: actor, at: now, tx: tx) }
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try Self.settle(in: file, tx: tx)
            try CaseMatter.post(CaseMatter.guardianAnswered.code, to: .account(request.askedBy), about: file, at: now, in: tx)
        }
    }

    /// Nobody is told any more that something is asked in a file where nothing is left to answer.
    static func settle(in file: ID<CaseFile>, tx: any Transaction) throws {
        let isWaiting = try tx.exists(
            """
            SELECT 1 FROM consent_request WHERE case_id = \(file) AND answered_at IS NULL
            UNION ALL SELECT 1 FROM age_assessment WHERE case_id = \(file) AND stage = 'opened'
            """
        )
        if !isWaiting { try CaseMatter.settle([.guardianAsked, .authorityAsked], in: file, tx: tx) }
    }

    /// The guardian takes back what they, or a guardian before them, agreed to.
    func withdraw(_ id: ID<Consent>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        try await Childhood(room).change(.actAsGuardian, in: file, for: actor, detail: "consent withdrawn") { tx, permit, _ in
            guard try GuardianAppointment.current(in: file, tx: tx)?.account == actor.account else { throw ConsentRefused.notTheGuardian }
            guard let consent = try ConsentLedger.all(in: file, tx: tx).first(where: { $0.id == id }), consent.givenBy.isForChild
            else {
                throw ChildRefused.hasNoSuchThing
            }
            try ConsentLedger.withdraw(id, in: file, under: permit, at: now, tx: tx)
            try room.consentEnded(in: file, by: actor, at: now, tx: tx)
        }
    }
}

enum ConsentRequestRefused: Refusal {
    case askedAlready

    var code: String { "consent-request.asked-already" }
    var message: String { "The guardian was asked this already and has not answered yet. Wait for the answer, or speak with the guardian." }
}
