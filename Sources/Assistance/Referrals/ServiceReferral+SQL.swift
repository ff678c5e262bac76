import Access
import Basics
import Protection
import Store
import Vocabulary

extension ServiceReferral {
    /// The ground as it was chosen, to be looked at anew: see `ShareSet.basis`. An answer of the authority is in the ledger like any other.
    var basis: String { groundCode ?? (ground == .childProtection && consent == nil ? "child_protection" : "consent") }
}

extension ServiceReferral: ShareOffer {
    static func terms(of id: ID<ServiceReferral>, in tx: any Transaction) throws -> ShareTerms? {
        guard let referral = try find(id, in: tx), referral.stage == .sent else { return nil }
        return ShareTerms(file: referral.file, recipient: referral.to, offeredBy: referral.sentBy)
    }
}

extension ServiceReferral {
    static let columns: SQL = """
        r.id, r.code, r.case_id, r.service_id, s.name, s.kind, r.from_organisation, r.to_organisation, r.sent_by, r.urgency, r.parts,
        r.hidden, r.ground, r.ground_code, r.consent_id, r.stage, r.sent_at, r.accept_by, r.answered_at, r.started_at, r.ended_at,
        r.late_at, r.decline_reason, r.outcome, r.satisfaction, r.cost, r.currency, r.share_id, r.version
        """

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ServiceReferral.self)
        code = row.text(1)
        file = try row.id(2, of: CaseFile.self)
        service = try row.id(3, of: AssistanceService.self)
        serviceName = row.text(4)
        serviceKind = row.text(5)
        from = try row.id(6, of: Organisation.self)
        to = try row.id(7, of: Organisation.self)
        sentBy = try row.id(8, of: Account.self)
        urgency = Urgency(rawValue: row.text(9)) ?? .normal
        parts = CasePart.parts(row.text(10))
        hidden = HiddenFields(text: row.text(11))
        ground = try row.choice(12, as: DisclosureGround.Kind.self)
        groundCode = row.optionalText(13)
        consent = try row.optionalID(14, of: Consent.self)
        stage = try row.choice(15, as: Stage.self)
        sentAt = row.instant(16)
        acceptBy = row.instant(17)
        answeredAt = row.optionalInstant(18)
        startedAt = row.optionalInstant(19)
        endedAt = row.optionalInstant(20)
        lateAt = row.optionalInstant(21)
        declineReason = row.optionalText(22)
        outcome = try row.optionalChoice(23, as: Outcome.self)
        satisfaction = try row.optionalChoice(24, as: Satisfaction.self)
        cost = row.optionalInt(25)
        currency = row.optionalText(26)
        share = try row.optionalID(27, of: CaseShare.self)
        version = row.int(28)
    }

    static func find(_ id: ID<ServiceReferral>, in tx: any Transaction) throws -> ServiceReferral? {
        try tx.row(
            "SELECT \(sql: columns) FROM service_referral r JOIN assistance_service s ON s.id = r.service_id WHERE r.id = \(id)"
        ) { try ServiceReferral($0) }
    }

    /// All of a file, newest first; whoever reads it went through the gate.
    static func all(of file: ID<CaseFile>, in tx: any Transaction) throws -> [ServiceReferral] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM service_referral r JOIN assistance_service s ON s.id = r.service_id
            WHERE r.case_id = \(file) ORDER BY r.sent_at DESC, r.id DESC LIMIT 500
            """
        ) { try ServiceReferral($0) }
    }

    /// Those of a file that somebody sees: its keeper all, whoever sent some or was asked their own. A recipient does not learn where else
    /// the person is helped.
    static func seen(by actor: Actor, of file: CaseSummary, in tx: any Transaction) throws -> [ServiceReferral] {
        try all(of: file.id, in: tx).filter {
            file.organisation == actor.organisation || $0.from == actor.organisation
                || ($0.to == actor.organisation && $0.stage.isShared)
        }
    }

    /// Moves on from the stage that somebody looked at.
    /// - Throws: `StoreRefused.changedMeanwhile` when it is at another by now; `ServiceRefused.skips` for a stage that can't come next.
    func move(to next: Stage, from seen: Int, _ changes: SQL, in tx: any Transaction) throws {
        guard seen == version else { throw StoreRefused.changedMeanwhile }
        guard stage.next.contains(next) else { throw ServiceRefused.skips }
        try tx.runOnOne(
            """
            UPDATE service_referral SET stage = \(next), version = version + 1\(sql: changes)
            WHERE id = \(id) AND version = \(version) AND stage = \(stage)
            """
        )
    }

    /// Closes what its recipient sees, and its clock; a notice of theirs must not lead to what they don't see any more.
    func close(as outcome: CaseClock.Outcome, at now: Instant, in tx: any Transaction) throws {
        try Notice.takeBack(about: id.bytes, from: .organisation(to), in: tx)
        if let share { try CaseShare.close(share, in: file, at: now, tx: tx) }
        try CaseClock.stop(.acceptBy, in: file, subject: id.bytes, as: outcome, at: now, tx: tx)
        try tx.run("UPDATE service_package SET content = NULL, destroyed_at = \(now) WHERE referral_id = \(id) AND destroyed_at IS NULL")
    }

    /// Takes back all that rest on a consent that ended.
    static func takeBack(restingOn consent: ID<Consent>, by actor: Actor?, at now: Instant, in tx: any Transaction) throws {
        try takeBack("r.consent_id = \(consent)", by: actor, at: now, in: tx)
    }

    /// Takes back all of a file that rest on a consent which ended, and on nothing else.
    static func takeBackEnded(in file: ID<CaseFile>, by actor: Actor, at now: Instant, in tx: any Transaction) throws {
        try takeBack("r.case_id = \(file) AND \(sql: hasEnded)", by: actor, at: now, in: tx)
    }

    /// The same of all files: of those where a consent ended in another room, or nobody was there to end anything.
    static func takeBackEnded(at now: Instant, in tx: any Transaction) throws { try takeBack(hasEnded, by: nil, at: now, in: tx) }

    /// The consent of referral `r` ended, and its share was not carried on: who is found to be a child stays in the shelter they are in.
    static let hasEnded: SQL = """
        EXISTS (SELECT 1 FROM consent k WHERE k.id = r.consent_id AND k.withdrawn_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM case_share h WHERE h.id = r.share_id AND h.closed_at IS NULL)
        AND r.to_organisation <> (SELECT f.organisation_id FROM case_file f WHERE f.id = r.case_id)
        """

    /// Takes back what a recipient can't see any more: the ground of its share ended, whichever that was.
    static func takeBackUnseen(at now: Instant, in tx: any Transaction) throws {
        try takeBack(
            """
            EXISTS (SELECT 1 FROM case_share h WHERE h.id = r.share_id AND h.closed_at IS NOT NULL)
            AND r.to_organisation <> (SELECT f.organisation_id FROM case_file f WHERE f.id = r.case_id)
            """, by: nil, at: now, in: tx)
    }

    private static func takeBack(_ which: SQL, by actor: Actor?, at now: Instant, in tx: any Transaction) throws {
        let resting = try tx.rows(
            """
            SELECT \(sql: columns) FROM service_referral r JOIN assistance_service s ON s.id = r.service_id
            WHERE r.stage IN ('sent', 'accepted', 'started') AND \(sql: which) LIMIT 500
            """
        ) { try ServiceReferral($0) }
        for referral in resting {
            try referral.move(to: .withdrawn, from: referral.version, ", ended_at = \(now)", in: tx)
            try referral.close(as: .cancelled, at: now, in: tx)
            try CaseMatter.post(
                CaseMatter.serviceTakenBack.code, to: .organisation(referral.to, .answerReferrals), about: referral.file,
                subject: .some(nil), named: referral.code, at: now, in: tx)
            try CaseEvent.write(
                .serviceWithdrawn, in: referral.file, by: actor, subject: referral.id.bytes, detail: referral.serviceKind, at: now, tx: tx)
        }
    }
}
