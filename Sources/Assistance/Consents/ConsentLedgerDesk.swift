import Access
import Basics
import Protection
import Store

/// Records, withdraws and ends consent, with all that rests on it.
struct ConsentLedgerDesk: Sendable {
    let room: ProtectionRoom

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
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            let id = try ConsentLedger.record(
                draft, in: file, under: permit, profile: room.profiles[summary.profile], at: now, tx: tx)
            if draft.answer == .no { try ServiceReferral.takeBackEnded(in: file, by: actor, at: now, in: tx) }
            guard let view else { return id }
            let sealed = try words.flatMap { try key?.seal($0, in: SealPlace("consent_view", id, "words")) }
            try tx.run("INSERT INTO consent_view (consent_id, case_id, child_view, words) VALUES (\(id), \(file), \(view), \(sealed))")
            return id
        }
    }

    /// Withdraws one: shares close, referrals that rest on it are taken back, the recipients are told.
    func withdraw(_ consent: ID<Consent>, in file: ID<CaseFile>, by actor: Actor, at now: Instant) async throws {
        try await room.gate.change(.recordConsent, on: file, for: actor, detail: "consent withdrawn") { tx, permit in
            try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            try ServiceReferral.takeBack(restingOn: consent, by: actor, at: now, in: tx)
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
                        OR EXISTS (SELECT 1 FROM service_referral r WHERE r.consent_id = c.id AND r.ended_at IS NULL)) LIMIT 500
                """
            ) { (try $0.id(0, of: Consent.self), try $0.id(1, of: CaseFile.self)) }
            for (consent, file) in expired {
                for recipient in try CaseShare.close(restingOn: consent, at: now, tx: tx) {
                    try CaseMatter.post(
                        CaseMatter.consentRanOut.code, to: .organisation(recipient, .answerReferrals), about: file, subject: .some(nil),
                        at: now, in: tx)
                }
                try ServiceReferral.takeBack(restingOn: consent, by: nil, at: now, in: tx)
                try CaseEvent.write(.consentRanOut, in: file, by: nil, subject: consent.bytes, at: now, tx: tx)
                if let summary = try CaseSummary.find(file, in: tx) {
                    try CaseMatter.tell(
                        CaseMatter.askAgain.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
                }
            }
            let ended = try tx.rows(
                """
                SELECT DISTINCT c.id FROM service_referral r JOIN consent c ON c.id = r.consent_id
                WHERE r.stage IN ('sent', 'accepted', 'started') AND c.withdrawn_at IS NOT NULL LIMIT 500
                """
            ) { try $0.id(0, of: Consent.self) }
            for consent in ended { try ServiceReferral.takeBack(restingOn: consent, by: nil, at: now, in: tx) }
            try ServiceReferral.takeBackUnseen(at: now, in: tx)
        }
    }
}
