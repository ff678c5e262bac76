package import Access
package import Basics
package import Store

/// That an organisation sees parts of a file that another keeps.
package enum CaseShare {
    /// Opens a share, and writes the disclosure down.
    /// - Parameter hidden: fields of these parts that are left out all the same.
    @discardableResult
    package static func open(
        _ parts: Set<CasePart>, of file: ID<CaseFile>, to recipient: ID<Organisation>, seat: Seat = .recipient, for purpose: String,
        without hidden: HiddenFields = HiddenFields(), on ground: DisclosureGround, under permit: Permit<CaseFile>, at now: Instant,
        tx: any Transaction
    ) throws -> ID<CaseShare> {
        guard permit.id == file else { throw ConsentRefused.noGround }
        return try open(
            parts, of: file, to: recipient, seat: seat, for: purpose, without: hidden, on: ground, decidedBy: permit.actor.account,
            doneBy: permit.actor, at: now, tx: tx)
    }

    /// Opens a share that somebody offered under a permit for the file and the recipient accepts now. The ground is looked at anew.
    /// - Parameter acceptance: the permit for the very offer.
    package static func open<Offer: ShareOffer>(
        _ parts: Set<CasePart>, accepting offer: ID<Offer>, for purpose: String, without hidden: HiddenFields, on ground: DisclosureGround,
        under acceptance: Permit<Offer>, at now: Instant, tx: any Transaction
    ) throws -> ID<CaseShare> {
        guard acceptance.id == offer, let terms = try Offer.terms(of: offer, in: tx) else { throw ConsentRefused.noGround }
        return try open(
            parts, of: terms.file, to: terms.recipient, seat: .recipient, for: purpose, without: hidden, on: ground,
            decidedBy: terms.offeredBy, doneBy: acceptance.actor, at: now, tx: tx)
    }

    private static func open(
        _ parts: Set<CasePart>, of file: ID<CaseFile>, to recipient: ID<Organisation>, seat: Seat, for purpose: String,
        without hidden: HiddenFields, on ground: DisclosureGround, decidedBy account: ID<Account>, doneBy actor: Actor, at now: Instant,
        tx: any Transaction
    ) throws -> ID<CaseShare> {
        guard let summary = try CaseSummary.find(file, in: tx) else { throw ConsentRefused.noGround }
        let id = ID<CaseShare>.new(at: now)
        let all = parts.union([.summary])
        let due = try CaseClock.nextDecision(in: file, tx: tx)
        try tx.run(
            """
            INSERT INTO case_share (id, case_id, organisation_id, seat, parts, ground, ground_code, consent_id, opened_by, opened_at,
                next_due, is_open, hidden)
            VALUES (\(id), \(file), \(recipient), \(seat), \(CasePart.text(all)), \(ground.kind), \(ground.code), \(ground.consent),
                \(account), \(now), \(due), \(summary.isOpen), \(hidden.text))
            """
        )
        try write(all, of: file, to: recipient, through: id, for: purpose, on: ground, decidedBy: account, doneBy: actor, at: now, tx: tx)
        return id
    }

    /// Keeps a share open on another ground than the one that ended: it stays the same share, so that what goes by it goes on.
    package static func carryOn(
        _ id: ID<CaseShare>, of file: ID<CaseFile>, for purpose: String, on ground: DisclosureGround, under permit: Permit<CaseFile>,
        at now: Instant, tx: any Transaction
    ) throws {
        guard permit.id == file else { throw ConsentRefused.noGround }
        let share = try tx.row("SELECT organisation_id, parts FROM case_share WHERE id = \(id) AND case_id = \(file) AND closed_at IS NULL")
        {
            (recipient: try $0.id(0, of: Organisation.self), parts: CasePart.parts($0.text(1)))
        }
        guard let share else { throw ConsentRefused.noGround }
        try tx.run(
            """
            UPDATE case_share SET ground = \(ground.kind), ground_code = \(ground.code), consent_id = \(ground.consent) WHERE id = \(id)
            """
        )
        try disclose(
            share.parts, of: file, to: share.recipient, through: id, for: purpose, on: ground, under: permit, at: now, tx: tx)
    }

    /// Writes down something that was disclosed without a lasting share: a package, a print, an export.
    package static func disclose(
        _ parts: Set<CasePart>, of file: ID<CaseFile>, to recipient: ID<Organisation>?, through share: ID<CaseShare>? = nil,
        for purpose: String, on ground: DisclosureGround, under permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws {
        guard permit.id == file else { throw ConsentRefused.noGround }
        try write(
            parts, of: file, to: recipient, through: share, for: purpose, on: ground, decidedBy: permit.actor.account, doneBy: permit.actor,
            at: now, tx: tx)
    }

    private static func write(
        _ parts: Set<CasePart>, of file: ID<CaseFile>, to recipient: ID<Organisation>?, through share: ID<CaseShare>?, for purpose: String,
        on ground: DisclosureGround, decidedBy account: ID<Account>, doneBy actor: Actor, at now: Instant, tx: any Transaction
    ) throws {
        let id = ID<Disclosure>.new(at: now)
        try tx.run(
            """
            INSERT INTO disclosure (id, case_id, share_id, recipient_id, purpose, parts, ground, ground_code, consent_id, disclosed_by,
                disclosed_at)
            VALUES (\(id), \(file), \(share), \(recipient), \(purpose), \(CasePart.text(parts)), \(ground.kind), \(ground.code),
                \(ground.consent), \(account), \(now))
            """
        )
        try CaseEvent.write(.disclosed, in: file, by: actor, subject: id.bytes, detail: ground.kind.rawValue, at: now, tx: tx)
        // Somebody else than whoever did it looks at what goes without consent.
        if ground.kind == .legalOverride, let keeper = try CaseSummary.find(file, in: tx)?.organisation {
            try CaseMatter.post(
                CaseMatter.disclosedByLaw.code, to: .organisation(keeper, .superviseCases), about: file, at: now, in: tx)
        }
    }

    /// Closes one share: its organisation sees nothing of the file from this moment.
    package static func close(_ id: ID<CaseShare>, in file: ID<CaseFile>, at now: Instant, tx: any Transaction) throws {
        try tx.run("UPDATE case_share SET closed_at = \(now) WHERE id = \(id) AND case_id = \(file) AND closed_at IS NULL")
    }

    /// Closes every share that rests on a consent.
    package static func close(restingOn consent: ID<Consent>, at now: Instant, tx: any Transaction) throws -> [ID<Organisation>] {
        let recipients = try tx.rows("SELECT organisation_id FROM case_share WHERE consent_id = \(consent) AND closed_at IS NULL") {
            try $0.id(0, of: Organisation.self)
        }
        try tx.run("UPDATE case_share SET closed_at = \(now) WHERE consent_id = \(consent) AND closed_at IS NULL")
        return Array(Set(recipients)).sorted()
    }

    /// The seat in which an organisation sees a file that it does not keep: an authority takes the one that the law gives it.
    package static func seat(of organisation: ID<Organisation>, in file: CaseSummary, tx: any Transaction) throws -> Seat {
        if try Competence.identification.isOf(organisation, in: tx) { return .identification }
        if try file.path.protectsAsChild && Competence.childProtection.isOf(organisation, in: tx) { return .childProtection }
        return .recipient
    }

    /// In what capacity an organisation sees a file.
    package enum Seat: String, Sendable, Hashable, SQLBindable {
        case keeper, identification
        case childProtection = "child_protection"
        case recipient
    }
}

/// One thing that was disclosed: to whom, for what, on which ground.
package enum Disclosure {}

/// Something that offers parts of a file to an organisation, which sees them once it accepts: a referral to a service.
package protocol ShareOffer: Held {
    /// What is offered of which file, to whom, by whom; `nil` when there is no such offer, or it is not open any more.
    static func terms(of id: ID<Self>, in tx: any Transaction) throws -> ShareTerms?
}

/// Of which file an offer is, to whom, and who decided it.
package struct ShareTerms: Sendable {
    package let file: ID<CaseFile>
    package let recipient: ID<Organisation>
    package let offeredBy: ID<Account>

    package init(file: ID<CaseFile>, recipient: ID<Organisation>, offeredBy: ID<Account>) {
        (self.file, self.recipient, self.offeredBy) = (file, recipient, offeredBy)
    }
}
