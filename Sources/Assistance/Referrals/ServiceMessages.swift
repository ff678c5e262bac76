import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What sender and recipient write to one another about a referral: sealed with the key of the person.
struct ServiceMessages: Sendable {
    let room: ProtectionRoom

    func write(_ text: String, about id: ID<ServiceReferral>, by actor: Actor, at now: Instant) async throws {
        let missing = AccessRefused.notFound(Denial(actor: actor, deed: .readCase, subject: AuditSubject(ServiceReferral.self, id)))
        let found = try await room.database.read { tx in
            try ServiceReferral.find(id, in: tx).flatMap { referral in
                try CaseSummary.find(referral.file, in: tx).map { (referral, $0.person) }
            }
        }
        guard let (referral, person) = found else { throw missing }
        let message = ID<ServiceMessages>.new(at: now)
        let sealed = try await room.vault.key(for: person).seal(text, in: SealPlace("service_message", message, "content"))
        let isRecipient = referral.to == actor.organisation
        let room = room
        try await room.gate.change(isRecipient ? .readCase : .referToServices, on: referral.file, for: actor, detail: "message") { tx, _ in
            guard let referral = try ServiceReferral.find(id, in: tx) else { throw missing }
            guard isRecipient || [referral.from].contains(actor.organisation) else { throw missing }
            guard referral.stage.isOpen, !isRecipient || referral.stage.isShared else { throw ServiceRefused.notOpen }
            try tx.run(
                """
                INSERT INTO service_message (id, referral_id, case_id, written_by, organisation_id, written_at, content)
                VALUES (\(message), \(id), \(referral.file), \(actor.account), \(actor.organisation), \(now), \(sealed))
                """
            )
            let reader: Notice.Reader = isRecipient ? .account(referral.sentBy) : .organisation(referral.to, .answerReferrals)
            try CaseMatter.post(
                CaseMatter.serviceMessage.code, to: reader, about: referral.file, subject: id.bytes, named: referral.code, at: now,
                in: tx)
        }
    }

    static func all(
        of referral: ServiceReferral, _ person: ID<Person>, _ names: OrganisationNames, _ key: HolderKey<Person>?,
        _ looking: inout Gate.Looking, tx: any Transaction
    ) throws -> [(at: Instant, organisation: String, text: Shown<String>)] {
        guard let key, try tx.exists("SELECT 1 FROM service_message WHERE referral_id = \(referral.id) AND content IS NOT NULL") else {
            return []
        }
        let permit: Permit<Person> = try looking.permit(.readCase, on: person, detail: "messages of a service referral")
        return try tx.rows(
            """
            SELECT id, written_at, organisation_id, content FROM service_message
            WHERE referral_id = \(referral.id) AND content IS NOT NULL ORDER BY written_at, id LIMIT 500
            """
        ) { row in
            let place = SealPlace("service_message", try row.id(0, of: ServiceMessages.self), "content")
            let sealed: Sealed<Person, String> = row.sealed(3, of: Person.self)
            return (
                row.instant(1), names[try row.id(2, of: Organisation.self)], try Shown(sealed, in: place, with: key, under: permit) { $0 }
            )
        }
    }
}
