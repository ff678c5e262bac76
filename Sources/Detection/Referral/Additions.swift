import Access
import Basics
import Protection
import Store

/// Something that a first responder added after the referral was sent.
package enum ReferralAddition {}

extension SealPlace {
    static func note(of addition: ID<ReferralAddition>) -> SealPlace { SealPlace("referral_addition", addition, "note") }
}

extension ReferralDesk {
    /// What one's organisation sees of a referral it raised: coded, and what to do with it.
    struct Followed: Sendable {
        let referral: RaisedReferral
        let profile: CountryProfile
        let clocks: [CaseClock]
        /// Who was told, and in which capacity.
        let recipients: [(name: String, seat: String)]
        let additions: [Instant]
        /// Who keeps the file now.
        let keeper: String
        /// Whether that is another organisation than the one that raised it.
        let isHandedOver: Bool
        /// The organisation that a hand-over waits for.
        let proposedTo: String?
        /// What whoever follows it may do next with the file: each only where it reaches this very file.
        let mayHandOver: Bool
        let mayRefer: Bool
        let mayOpen: Bool
    }

    func follow(_ id: ID<Referral>, for actor: Actor) async throws -> Followed {
        let room = room
        return try await room.gate.look(for: actor) { tx, looking in
            let permit = try looking.permit(.raiseReferral, on: id)
            guard let referral = try RaisedReferral.find(id, in: tx) else {
                throw AccessRefused.notFound(Denial(actor: permit.actor, deed: .raiseReferral, subject: AuditSubject(Referral.self, id)))
            }
            let file = referral.file.id
            let recipients = try tx.rows(
                """
                SELECT o.name, s.seat FROM case_share s JOIN organisation o ON o.id = s.organisation_id
                WHERE s.case_id = \(file) AND s.closed_at IS NULL AND (s.seat = 'identification' OR s.seat = 'child_protection')
                ORDER BY s.opened_at, o.name
                """
            ) { (name: $0.text(0), seat: $0.text(1)) }
            let additions = try tx.rows("SELECT added_at FROM referral_addition WHERE case_id = \(file) ORDER BY added_at DESC LIMIT 50") {
                $0.instant(0)
            }
            func reaches(_ deed: Deed) throws -> Bool {
                try tx.exists("SELECT 1 FROM case_file c WHERE c.id = \(file) AND \(sql: .reached(with: deed, by: actor))")
            }
            let isKept = referral.file.organisation == actor.organisation
            let keeper = try tx.row("SELECT name FROM organisation WHERE id = \(referral.file.organisation)") { $0.text(0) } ?? ""
            return Followed(
                referral: referral, profile: room.profiles[referral.file.profile],
                clocks: try CaseClock.running(in: file, tx: tx), recipients: recipients, additions: additions, keeper: keeper,
                isHandedOver: !isKept, proposedTo: try HandedOver.waiting(file, in: tx),
                mayHandOver: try isKept && referral.file.isOpen && reaches(.transferCases),
                mayRefer: try isKept && referral.file.isOpen && reaches(.referToServices), mayOpen: try reaches(.readCase)
            )
        }
    }

    /// Adds what was learnt since: a sealed note, answers to signs; the authority, or who keeps the file, is told.
    func add(_ note: String?, _ signs: [(code: String, answer: SignAnswer)], to id: ID<Referral>, by actor: Actor) async throws {
        guard note != nil || !signs.isEmpty else { throw ReferralRefused.nothingToAdd }
        let (room, now) = (room, now)
        let addition = ID<ReferralAddition>.new(at: now)
        let person = try await room.database.read { tx in try RaisedReferral.find(id, in: tx)?.file.person }
        let key = if let person, note != nil { try? await room.vault.key(for: person) } else { HolderKey<Person>?.none }
        let sealed: Sealed<Person, String>? = if let note, let key { try key.seal(note, in: .note(of: addition)) } else { nil }
        try await room.gate.change(.raiseReferral, on: id, for: actor, detail: "added") { tx, permit in
            guard let referral = try RaisedReferral.find(id, in: tx), referral.file.isOpen else { throw CaseRefused.closed }
            guard note == nil || sealed != nil else { throw CaseRefused.erased }
            let file = referral.file.id
            try tx.run(
                """
                INSERT INTO referral_addition (id, case_id, referral_id, note, added_by, added_at)
                VALUES (\(addition), \(file), \(id), \(sealed), \(actor.account), \(now))
                """
            )
            try SeenSigns.write(signs, .sign, in: file, of: id, by: actor, at: now, tx: tx)
            try CaseEvent.write(.referralAdded, in: file, by: permit.actor, subject: addition.bytes, at: now, tx: tx)
            let authority = try tx.row(
                """
                SELECT organisation_id FROM case_share
                WHERE case_id = \(file) AND closed_at IS NULL AND seat = 'identification' ORDER BY opened_at LIMIT 1
                """
            ) { try $0.id(0, of: Organisation.self) }
            if let authority {
                try CaseMatter.post(
                    CaseMatter.referralAdded.code, to: .organisation(authority, .assessIdentification), about: file, at: now, in: tx)
            }
            // Whoever looks after the person learns of it; where nobody does yet, those who supervise with the keeper.
            if let worker = referral.file.assignedTo {
                if worker != actor.account {
                    try CaseMatter.post(CaseMatter.referralAdded.code, to: .account(worker), about: file, at: now, in: tx)
                }
            } else if referral.file.organisation != actor.organisation, referral.file.organisation != authority {
                try CaseMatter.post(
                    CaseMatter.referralAdded.code, to: .organisation(referral.file.organisation, .superviseCases), about: file, at: now,
                    in: tx)
            }
        }
    }

    /// The notes about the person of a file, opened for whoever may read what was lived through.
    struct OpenedNotes: Sendable {
        let summary: CaseSummary
        /// Oldest first; the first is that of the referral.
        let notes: [(at: Instant, note: Shown<String>)]
        let extras: [(field: EntryField, value: EntryValue)]
    }

    func notes(of file: ID<CaseFile>, for actor: Actor) async throws -> OpenedNotes {
        let room = room
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(.experience) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .readExperience, subject: AuditSubject(CaseFile.self, file)))
            }
            guard let key else { return OpenedNotes(summary: view.summary, notes: [], extras: []) }
            let permit = try looking.permit(.readExperience, on: view.summary.person, detail: "referral notes")
            var notes = try tx.rows("SELECT id, sent_at, note FROM referral WHERE case_id = \(file) AND note IS NOT NULL") { row in
                let id = try row.id(0, of: Referral.self)
                let sealed = row.sealed(2, of: Person.self, as: String.self)
                return (at: row.instant(1), note: try Shown(sealed, in: .note(of: id), with: key, under: permit) { $0 })
            }
            notes += try tx.rows(
                "SELECT id, added_at, note FROM referral_addition WHERE case_id = \(file) AND note IS NOT NULL ORDER BY added_at, id LIMIT 200"
            ) { row in
                let id = try row.id(0, of: ReferralAddition.self)
                let sealed = row.sealed(2, of: Person.self, as: String.self)
                return (at: row.instant(1), note: try Shown(sealed, in: .note(of: id), with: key, under: permit) { $0 })
            }
            let fields = view.profile.fields(on: .referral).map { EntryField(extra: $0) }
            let extras = try tx.rows(
                """
                SELECT x.record_id, x.code, x.coded, x.sealed FROM extra_field_value x JOIN referral r ON r.id = x.record_id
                WHERE x.case_id = \(file) ORDER BY x.id
                """
            ) { row -> (field: EntryField, value: EntryValue)? in
                let (id, code) = (try row.id(0, of: Referral.self), row.text(1))
                guard let field = fields.first(where: { $0.extraCode == code }) else { return nil }
                if let coded = row.optionalText(2) { return (field, field.value(written: coded)) }
                guard let sealed = row.optionalSealed(3, of: Person.self, as: String.self) else { return nil }
                return (field, field.value(written: try Shown(sealed, in: .extra(id, code), with: key, under: permit) { $0 }.value))
            }
            return OpenedNotes(summary: view.summary, notes: notes, extras: extras.compactMap { $0 })
        }
    }
}

/// How a file that was raised here is on its way to another organisation, as the shared tables tell it.
enum HandedOver {
    /// The organisation that is asked to take the file, while it has not answered.
    static func waiting(_ file: ID<CaseFile>, in tx: any Transaction) throws -> String? {
        let last = try tx.row(
            "SELECT detail FROM case_event WHERE case_id = \(file) AND kind = 'case.transfer' ORDER BY at DESC, id DESC LIMIT 1"
        ) { $0.optionalText(0) }
        guard last == "proposed" else { return nil }
        return try tx.row(
            """
            SELECT o.name FROM disclosure d JOIN organisation o ON o.id = d.recipient_id
            WHERE d.case_id = \(file) AND d.purpose = 'transfer' ORDER BY d.disclosed_at DESC, d.id DESC LIMIT 1
            """
        ) { $0.text(0) }
    }
}
