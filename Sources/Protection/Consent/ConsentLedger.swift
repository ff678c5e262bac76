package import Access
package import Basics
package import Store

/// Writes and reads the consent ledger. A permit of the file is asked for wherever something is changed.
package enum ConsentLedger {
    /// Records an answer.
    /// - Throws: `ConsentRefused.childNotAsked` when a child, or somebody who may be one, is asked in place of a guardian.
    @discardableResult
    package static func record(
        _ draft: Consent.Draft, in file: ID<CaseFile>, under permit: Permit<CaseFile>, profile: CountryProfile, at now: Instant,
        tx: any Transaction
    ) throws -> ID<Consent> {
        guard permit.id == file, let summary = try CaseSummary.find(file, in: tx) else { throw ConsentRefused.noGround }
        guard let purpose = profile.consentPurpose(draft.purpose) else { throw ConsentRefused.unknownPurpose }
        let today = profile.calendar.day(of: now)
        guard draft.expiresOn.map({ $0 >= today }) ?? true else { throw ConsentRefused.endedAlready }
        let guardian: ID<Account>?
        var authority: ID<Organisation>?
        switch draft.givenBy {
        case .person:
            if summary.path.protectsAsChild, purpose.needsGuardianForChild { throw ConsentRefused.childNotAsked }
            guardian = nil
        case .guardian(let account):
            let isGuardian = try tx.exists(
                """
                SELECT 1 FROM case_member WHERE case_id = \(file) AND account_id = \(account) AND capacity = 'guardian' AND ended_at IS NULL
                """
            )
            guard isGuardian else { throw ConsentRefused.notTheGuardian }
            guardian = account
        case .childAuthority(let account):
            guard summary.path.protectsAsChild else { throw ConsentRefused.noGround }
            guard account == permit.actor.account, try Competence.childProtection.isOf(permit.actor.organisation, in: tx) else {
                throw ConsentRefused.authorityDecides
            }
            guard try !CaseMember.hasGuardian(file, in: tx) else { throw ConsentRefused.guardianDecides }
            (guardian, authority) = (account, permit.actor.organisation)
        }
        let id = ID<Consent>.new(at: now)
        try tx.run(
            """
            INSERT INTO consent (id, case_id, purpose, recipient_id, answer, given_by, guardian_id, parts, language, explained, evidence,
                recorded_by, recorded_at, expires_on, authority_id)
            VALUES (\(id), \(file), \(draft.purpose), \(draft.recipient), \(draft.answer), \(guardian == nil ? "person" : "guardian"),
                \(guardian), \(CasePart.text(draft.parts)), \(draft.language), \(draft.explained), \(draft.evidence),
                \(permit.actor.account), \(now), \(draft.expiresOn), \(authority))
            """
        )
        if let guardian, guardian != permit.actor.account {
            // What a worker writes down that a guardian signed is shown to the guardian, who can take it back.
            try CaseMatter.post(CaseMatter.answeredForYou.code, to: .account(guardian), about: file, at: now, in: tx)
        }
        if draft.answer == .no { try endContradicted(by: draft, in: file, under: permit, at: now, tx: tx) }
        if draft.answer != .notAbleNow { try takeOver(draft, today, in: file, under: permit, at: now, tx: tx) }
        try CaseEvent.write(
            draft.answer == .yes ? .consentGiven : .consentRefused, in: file, by: permit.actor, subject: id.bytes, detail: draft.purpose,
            at: now, tx: tx
        )
        return id
    }

    /// A no ends every yes that it takes back: the one for the same recipient, or, where it names nobody, all for the purpose.
    private static func endContradicted(
        by draft: Consent.Draft, in file: ID<CaseFile>, under permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws {
        for earlier in try all(in: file, tx: tx) where earlier.purpose == draft.purpose {
            guard earlier.answer == .yes, earlier.withdrawnAt == nil, draft.recipient == nil || draft.recipient == earlier.recipient else {
                continue
            }
            _ = try end(earlier.id, in: file, as: .consentWithdrawn, under: permit, at: now, tx: tx)
        }
    }

    /// The newest answer is the one that counts, for what is open already too: what rests on an earlier yes for the same recipient, or was
    /// carried on until somebody decides for a child, goes over to it as far as it covers that, and ends where it covers less.
    private static func takeOver(
        _ draft: Consent.Draft, _ today: Day, in file: ID<CaseFile>, under permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws {
        let carried: SQL = draft.givenBy.isForChild ? "s.ground = 'child_protection' AND s.consent_id IS NULL" : "1 = 0"
        let shares = try tx.rows(
            """
            SELECT s.id, s.organisation_id, s.parts FROM case_share s LEFT JOIN consent c ON c.id = s.consent_id
            WHERE s.case_id = \(file) AND s.closed_at IS NULL AND s.seat <> 'keeper'
                AND ((c.purpose = \(draft.purpose) AND c.recipient_id = s.organisation_id) OR (\(sql: carried) AND s.seat = 'recipient'
                    AND EXISTS (SELECT 1 FROM disclosure d WHERE d.case_id = \(file) AND d.share_id = s.id AND d.purpose = \(draft.purpose))))
            """
        ) { (id: try $0.id(0, of: CaseShare.self), organisation: try $0.id(1, of: Organisation.self), parts: CasePart.parts($0.text(2))) }
        for share in shares where draft.recipient == nil || draft.recipient == share.organisation {
            if draft.answer == .yes, draft.recipient == nil { continue }
            if draft.answer == .yes, share.parts.subtracting([.summary, .services]).isSubset(of: draft.parts) {
                let ground = try DisclosureGround.consent(
                    for: draft.purpose, to: share.organisation, parts: share.parts, in: file, on: today, tx: tx)
                try CaseShare.carryOn(share.id, of: file, for: draft.purpose, on: ground, under: permit, at: now, tx: tx)
            } else {
                try CaseShare.close(share.id, in: file, at: now, tx: tx)
                try tellClosed(share.organisation, file, at: now, tx: tx)
            }
        }
    }

    /// Without a link: whoever gets it may not see the file any more.
    private static func tellClosed(_ organisation: ID<Organisation>, _ file: ID<CaseFile>, at now: Instant, tx: any Transaction) throws {
        for deed in [Deed.readCase, .answerReferrals] {
            try CaseMatter.post(
                CaseMatter.consentWithdrawn.code, to: .organisation(organisation, deed), about: file, subject: .some(nil), at: now, in: tx)
        }
    }

    /// Withdraws a consent: every share that rests on it is closed in the same transaction, and the recipients are told.
    /// - Returns: the organisations that lost their share.
    @discardableResult
    package static func withdraw(
        _ id: ID<Consent>, in file: ID<CaseFile>, under permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws -> [ID<Organisation>] {
        let all = try all(in: file, tx: tx)
        let recipients = try end(id, in: file, as: .consentWithdrawn, under: permit, at: now, tx: tx)
        // Asked for the same twice, and taken back once: nothing is left of either.
        guard let taken = all.first(where: { $0.id == id }), taken.recipient != nil else { return recipients }
        let others = all.filter { other in
            other.id != id && other.purpose == taken.purpose && other.recipient == taken.recipient && other.answer == .yes
                && other.withdrawnAt == nil
        }
        return try others.reduce(recipients) { told, other in
            try told + end(other.id, in: file, as: .consentWithdrawn, under: permit, at: now, tx: tx)
        }
    }

    /// Ends a consent that nobody withdrew, because whoever gave it could not, or can no longer, give it: they were found to be a child,
    /// or the guardian of somebody found to be an adult. The same happens to what rests on it.
    @discardableResult
    package static func lapse(
        _ id: ID<Consent>, in file: ID<CaseFile>, under permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws -> [ID<Organisation>] {
        try end(id, in: file, as: .consentLapsed, under: permit, at: now, tx: tx)
    }

    private static func end(
        _ id: ID<Consent>, in file: ID<CaseFile>, as event: CaseEvent.Kind, under permit: Permit<CaseFile>, at now: Instant,
        tx: any Transaction
    ) throws -> [ID<Organisation>] {
        guard permit.id == file else { throw ConsentRefused.noGround }
        let changed = try tx.run(
            """
            UPDATE consent SET withdrawn_at = \(now), withdrawal_recorded_by = \(permit.actor.account)
            WHERE id = \(id) AND case_id = \(file) AND withdrawn_at IS NULL
            """
        )
        guard changed == 1 else { throw ConsentRefused.withdrawnAlready }
        let recipients = try CaseShare.close(restingOn: id, at: now, tx: tx)
        for recipient in recipients { try tellClosed(recipient, file, at: now, tx: tx) }
        try CaseEvent.write(event, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        return recipients
    }

    /// The whole ledger of a file, newest first.
    package static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [Consent] {
        try tx.rows("SELECT \(sql: columns) FROM consent WHERE case_id = \(file) ORDER BY recorded_at DESC, id DESC") { try Consent($0) }
    }

    /// The answer that counts for a purpose and a recipient: the newest that names the recipient, unless the person said no to everybody
    /// since. A yes that names nobody covers no organisation, and a withdrawn yes is no yes.
    package static func latest(
        for purpose: String, to recipient: ID<Organisation>?, in file: ID<CaseFile>, tx: any Transaction
    ) throws -> Consent? {
        let whom: SQL = recipient.map { "(recipient_id = \($0) OR (recipient_id IS NULL AND answer = 'no'))" } ?? "recipient_id IS NULL"
        return try tx.row(
            """
            SELECT \(sql: columns) FROM consent WHERE case_id = \(file) AND purpose = \(purpose) AND answer <> 'not_able_now' AND \(sql: whom)
            ORDER BY recorded_at DESC, id DESC LIMIT 1
            """
        ) { try Consent($0) }
    }

    static let columns: SQL = """
        id, case_id, purpose, recipient_id, answer, given_by, guardian_id, parts, language, explained, evidence, recorded_by, recorded_at,
        expires_on, withdrawn_at, authority_id
        """
}

extension Consent {
    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: Consent.self)
        file = try row.id(1, of: CaseFile.self)
        purpose = row.text(2)
        recipient = try row.optionalID(3, of: Organisation.self)
        answer = try row.choice(4, as: Answer.self)
        let isAuthority = !row.isNull(15)
        givenBy = try row.optionalID(6, of: Account.self).map { isAuthority ? .childAuthority($0) : .guardian($0) } ?? .person
        parts = CasePart.parts(row.text(7))
        language = row.text(8)
        explained = try row.choice(9, as: Explanation.self)
        evidence = try row.choice(10, as: Evidence.self)
        recordedBy = try row.id(11, of: Account.self)
        recordedAt = row.instant(12)
        expiresOn = try row.optionalDay(13)
        withdrawnAt = row.optionalInstant(14)
    }
}
