import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// A referral that is sealed and ready to be written, in one transaction.
struct Sending: Sendable {
    let id: ID<Referral>
    let room: ProtectionRoom
    let content: ReferralContent
    let draft: ID<Draft>
    let person: People.Sealing
    let file: ID<CaseFile>
    let note: Sealed<Person, String>?
    let extras: [(code: String, coded: String?, sealed: Sealed<Person, String>?)]
    let now: Instant

    private var profile: CountryProfile { room.profile }

    /// Seals what is free text; the keys are fetched here, before the transaction.
    init(_ room: ProtectionRoom, _ content: ReferralContent, draft: ID<Draft>, person: People.Sealing, at now: Instant) async throws {
        let id = ID<Referral>.new(at: now)
        let key = try await room.vault.key(for: person.id)
        (self.id, self.room, self.content, self.draft, self.person, self.now) = (id, room, content, draft, person, now)
        file = .new(at: now)
        note = try content.note.map { try key.seal($0, in: .note(of: id)) }
        extras = try content.extras.compactMap { field, value in
            guard let code = field.extraCode, let text = field.written(value) else { return nil }
            return field.isSealed ? (code, nil, try key.seal(text, in: .extra(id, code))) : (code, text, nil)
        }
    }

    func write(by actor: Actor, in tx: any Transaction) throws {
        let authorities = try Competence.identification.organisations(in: tx)
        guard let authority = authorities.first else { throw CaseRefused.noAuthority }
        let permit = try openFile(by: actor, in: tx)
        let isShared = content.path.protectsAsChild || content.consent?.answer == .yes
        try writeReferral(by: actor, to: isShared ? authority : nil, in: tx)
        if let asked = content.consent, !content.path.protectsAsChild {
            try Handover.record(asked, to: authority, of: file, under: permit, profile: profile, at: now, in: tx)
        }
        try CaseEvent.write(.referralRaised, in: file, by: actor, subject: id.bytes, detail: content.setting.rawValue, at: now, tx: tx)
        if content.path.protectsAsChild {
            try Handover.child(file, to: authority, under: permit, profile: profile, at: now, in: tx)
        } else if isShared {
            try Handover.adult(file, to: authority, under: permit, profile: profile, at: now, in: tx)
        } else {
            try Handover.askAgain(file, by: actor, profile: profile, at: now, in: tx)
        }
    }

    private func openFile(by actor: Actor, in tx: any Transaction) throws -> Permit<CaseFile> {
        try People(room).insert(person, at: now, in: tx)
        let draft = CaseFiles.Draft(
            label: content.label ?? "\(content.setting.word.en) \(room.day(of: now).iso)", path: content.path, setting: content.setting,
            exploitation: content.exploitation.flatMap(Exploitation.init(rawValue:)) ?? .unknown, region: content.region(in: profile),
            isUrgent: content.isUrgent || !content.dangers.isEmpty, openedAt: content.paperAt ?? now
        )
        return try CaseFiles(room).open(draft, for: person.id, as: file, by: actor, deed: .raiseReferral, at: now, in: tx)
    }

    private func writeReferral(by actor: Actor, to authority: ID<Organisation>?, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO referral (id, draft_id, case_id, organisation_id, raised_by, authority_id, setting, said_age, answer,
                needs_tonight, note, paper_at, sent_at)
            VALUES (\(id), \(draft), \(file), \(actor.organisation), \(actor.account), \(authority), \(content.setting), \(content.path),
                \(content.path.protectsAsChild ? nil : content.consent?.answer), \(content.needs.joined(separator: " ")), \(note),
                \(content.paperAt), \(now))
            """
        )
        try SeenSigns.write(content.danger, .danger, in: file, of: id, by: actor, at: now, tx: tx)
        try SeenSigns.write(content.signs, .sign, in: file, of: id, by: actor, at: now, tx: tx)
        for extra in extras {
            try tx.run(
                """
                INSERT INTO extra_field_value (id, case_id, record_id, code, coded, sealed)
                VALUES (\(ID<ReferralExtra>.new(at: now)), \(file), \(id), \(extra.code), \(extra.coded), \(extra.sealed))
                """
            )
        }
    }
}

/// A value of a field that the country adds to referrals.
enum ReferralExtra {}

extension SealPlace {
    static func note(of referral: ID<Referral>) -> SealPlace { SealPlace("referral", referral, "note") }
    static func extra(_ referral: ID<Referral>, _ code: String) -> SealPlace { SealPlace("extra_field_value", referral, code) }
}
