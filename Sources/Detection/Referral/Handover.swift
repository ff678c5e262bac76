import Access
import Basics
import Protection
import Store

/// How a file reaches those who must act: the authority that identifies, and for a child the one that protects children.
enum Handover {
    /// What the identifying authority is given, and what an adult is asked for: as little as a decision needs.
    static let forDecision: Set<CasePart> = [.summary, .identity, .experience, .services, .legal, .interviews]
    /// What a child's authorities are given.
    static let forChild: Set<CasePart> = [.summary, .identity, .experience, .services, .legal, .interviews, .childhood]
    static let forChildProtection: Set<CasePart> = [.summary, .identity, .experience, .care, .services, .legal, .interviews, .childhood]

    /// Writes down what an adult answered.
    static func record(
        _ asked: ReferralContent.Asked, to authority: ID<Organisation>, of file: ID<CaseFile>, under permit: Permit<CaseFile>,
        profile: CountryProfile, at now: Instant, in tx: any Transaction
    ) throws {
        let draft = Consent.Draft(
            purpose: ConsentPurpose.identification, recipient: authority, answer: asked.answer, parts: forDecision,
            language: asked.language,
            explained: asked.explained, evidence: asked.evidence
        )
        try ConsentLedger.record(draft, in: file, under: permit, profile: profile, at: now, tx: tx)
    }

    /// An adult said yes: the authority sees the file and has to act.
    static func adult(
        _ file: ID<CaseFile>, to authority: ID<Organisation>, under permit: Permit<CaseFile>, profile: CountryProfile, at now: Instant,
        in tx: any Transaction
    ) throws {
        let ground = try DisclosureGround.consent(
            for: ConsentPurpose.identification, to: authority, parts: forDecision, in: file, on: profile.calendar.day(of: now), tx: tx)
        try toAuthority(file, authority, forDecision, on: ground, under: permit, profile: profile, at: now, in: tx)
    }

    /// A child, or somebody who may be one, is not asked: the authorities act until there is a guardian.
    static func child(
        _ file: ID<CaseFile>, to authority: ID<Organisation>, under permit: Permit<CaseFile>, profile: CountryProfile, at now: Instant,
        in tx: any Transaction
    ) throws {
        guard let board = try Competence.childProtection.organisations(in: tx).first else { throw ReferralRefused.noChildAuthority }
        let ground = try DisclosureGround.childProtection(in: file, by: permit.actor.organisation, to: authority, tx: tx)
        try toAuthority(file, authority, forChild, on: ground, under: permit, profile: profile, at: now, in: tx)
        if board != permit.actor.organisation {
            try CaseShare.open(
                forChildProtection, of: file, to: board, seat: .childProtection, for: "child_protection", on: ground, under: permit,
                at: now, tx: tx)
        }
        let guardianBy = profile.childProtection.guardian.due(from: profile.calendar.day(of: now), in: profile.calendar)
        try CaseClock.start(
            .childNotified, in: file, of: board, hours: profile.childProtection.notifyHours, under: profile, at: now, tx: tx)
        try CaseClock.start(.childGuardian, in: file, of: board, until: guardianBy, under: profile, at: now, tx: tx)
        try CaseMatter.post(CaseMatter.childArrived.code, to: .organisation(board, .protectChildren), about: file, at: now, in: tx)
    }

    /// An adult could not answer: the organisation keeps the file to itself and asks again by the day that the country sets.
    static func askAgain(
        _ file: ID<CaseFile>, by actor: Actor, profile: CountryProfile, at now: Instant, in tx: any Transaction
    ) throws {
        let day = profile.deadlines.askAgain.due(from: profile.calendar.day(of: now), in: profile.calendar)
        try CaseClock.start(
            .consentAskAgain, in: file, of: actor.organisation, account: actor.account, until: day, under: profile, at: now, tx: tx)
    }

    private static func toAuthority(
        _ file: ID<CaseFile>, _ authority: ID<Organisation>, _ parts: Set<CasePart>, on ground: DisclosureGround,
        under permit: Permit<CaseFile>, profile: CountryProfile, at now: Instant, in tx: any Transaction
    ) throws {
        // An officer of the authority who met the person themself shares with nobody.
        if authority != permit.actor.organisation {
            try CaseShare.open(
                parts, of: file, to: authority, seat: .identification, for: ConsentPurpose.identification, on: ground, under: permit,
                at: now, tx: tx)
        }
        let today = profile.calendar.day(of: now)
        let deadlines = profile.deadlines
        try CaseClock.start(
            .acknowledgement, in: file, of: authority, until: deadlines.acknowledgement.due(from: today, in: profile.calendar),
            under: profile, at: now, tx: tx)
        try CaseClock.start(
            .presumption, in: file, of: authority, until: deadlines.presumption.due(from: today, in: profile.calendar), under: profile,
            at: now, tx: tx)
        try CaseMatter.post(
            CaseMatter.referralArrived.code, to: .organisation(authority, .assessIdentification), about: file, at: now, in: tx)
    }
}

extension ReferralDesk {
    /// Asks somebody again who could not answer before.
    func askAgain(_ id: ID<Referral>, _ asked: ReferralContent.Asked, by actor: Actor) async throws {
        let (room, now) = (room, now)
        let file = try await room.gate.look(for: actor) { tx, looking in
            _ = try looking.permit(.raiseReferral, on: id)
            return try RaisedReferral.find(id, in: tx)?.file
        }
        guard let file else { throw ReferralRefused.notAskedAgain }
        let profile = room.profiles[file.profile]
        try await room.gate.change(.recordConsent, on: file.id, for: actor, detail: "asked again") { tx, permit in
            guard let authority = try Competence.identification.organisations(in: tx).first else { throw CaseRefused.noAuthority }
            guard let summary = try CaseSummary.find(file.id, in: tx), summary.isOpen else { throw CaseRefused.closed }
            // Who is found to be a child meanwhile is asked no more.
            guard summary.path == .adult else { throw ConsentRefused.childNotAsked }
            let changed = try tx.run(
                """
                UPDATE referral SET answer = \(asked.answer), authority_id = \(asked.answer == .yes ? authority : nil)
                WHERE id = \(id) AND answer = 'not_able_now'
                """
            )
            guard changed == 1 else { throw ReferralRefused.notAskedAgain }
            try Handover.record(asked, to: authority, of: file.id, under: permit, profile: profile, at: now, in: tx)
            try CaseClock.stop(.consentAskAgain, in: file.id, as: .met, at: now, tx: tx)
            switch asked.answer {
            case .yes: try Handover.adult(file.id, to: authority, under: permit, profile: profile, at: now, in: tx)
            case .notAbleNow: try Handover.askAgain(file.id, by: actor, profile: profile, at: now, in: tx)
            case .no: break
            }
        }
    }
}
