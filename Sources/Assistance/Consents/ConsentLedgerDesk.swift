import Access
import Basics
import Protection
import Store

/// Records, withdraws and ends consent, with all that rests on it.
struct ConsentLedgerDesk: Sendable {
    let room: ProtectionRoom

    private static func require(_ file: ID<CaseFile>, for actor: Actor, in tx: any Transaction) throws -> CaseSummary {
        guard let summary = try CaseSummary.find(file, in: tx), try summary.isLedgerOpen(to: actor, in: tx) else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: .recordConsent, subject: AuditSubject(CaseFile.self, file)))
        }
        return summary
    }

    /// Records an answer, and beside it what the child thinks of it.
    @discardableResult
    func record(
        _ draft: Consent.Draft, view: ChildView?, words: String?, in file: ID<CaseFile>, by actor: Actor, at now: Instant
    ) async throws -> ID<Consent> {
        let person = try await room.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
        // The key comes before the transaction; the place of the sealed words is the id of the case until the consent has one.
        let key = if let person, words != nil { try await room.vault.key(for: person) } else { HolderKey<Person>?.none }
        let room = room
        return try await room.gate.change(.recordConsent, on: file, for: actor, detail: "consent: \(draft.purpose)") { tx, permit in
            let summary = try Self.require(file, for: actor, in: tx)
            guard summary.isOpen else { throw CaseRefused.closed }
            let id = try ConsentLedger.record(
                draft, in: file, under: permit, profile: room.profiles[summary.profile], at: now, tx: tx)
            if draft.answer == .no { try room.consentEnded(in: file, by: actor, at: now, tx: tx) }
            guard let view else { return id }
            let sealed = try words.flatMap { try key?.seal($0, in: SealPlace("consent_view", id, "words")) }
            try tx.run("INSERT INTO consent_view (consent_id, case_id, child_view, words) VALUES (\(id), \(file), \(view), \(sealed))")
            return id
        }
    }

    /// Withdraws one: shares close, referrals that rest on it are taken back, the recipients are told.
    func withdraw(_ consent: ID<Consent>, in file: ID<CaseFile>, by actor: Actor, at now: Instant) async throws {
        let room = room
        try await room.gate.change(.recordConsent, on: file, for: actor, detail: "consent withdrawn") { tx, permit in
            _ = try Self.require(file, for: actor, in: tx)
            try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            try room.consentEnded(in: file, by: actor, at: now, tx: tx)
        }
    }

    /// Closes what rests on a consent that has run out, and takes back what rests on one that ended in another room.
    static func endJob(_ room: ProtectionRoom) -> Job {
        Job("assistance.consents", every: .minutes(10)) { tx, now in
            let today = room.day(of: now)
            let expired = try tx.rows(
                """
                SELECT c.id, c.case_id FROM consent c WHERE c.expires_on < \(today) AND c.withdrawn_at IS NULL
                    AND (EXISTS (SELECT 1 FROM case_share s WHERE s.consent_id = c.id AND s.closed_at IS NULL)
                        OR EXISTS (SELECT 1 FROM service_referral r WHERE r.consent_id = c.id AND r.ended_at IS NULL))
                    AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.case_id = c.case_id AND n.purpose = c.purpose
                        AND n.recipient_id = c.recipient_id AND n.answer = 'yes' AND n.withdrawn_at IS NULL
                        AND (n.expires_on IS NULL OR n.expires_on >= \(today))) LIMIT 500
                """
            ) { (try $0.id(0, of: Consent.self), try $0.id(1, of: CaseFile.self)) }
            for (consent, file) in expired {
                for recipient in try CaseShare.close(restingOn: consent, at: now, tx: tx) {
                    for deed in [Deed.readCase, .answerReferrals] {
                        try CaseMatter.post(
                            CaseMatter.consentRanOut.code, to: .organisation(recipient, deed), about: file, subject: .some(nil), at: now,
                            in: tx)
                    }
                }
                try ServiceReferral.takeBack(restingOn: consent, by: nil, at: now, in: tx)
                try CaseEvent.write(.consentRanOut, in: file, by: nil, subject: consent.bytes, at: now, tx: tx)
                if let summary = try CaseSummary.find(file, in: tx) {
                    try CaseMatter.tell(
                        CaseMatter.askAgain.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
                }
            }
            try ServiceReferral.takeBackEnded(at: now, in: tx)
            try ServiceReferral.takeBackUnseen(at: now, in: tx)
        }
    }
}
