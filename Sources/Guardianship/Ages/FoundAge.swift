import Access
import Basics
import Protection
import Store
import Vocabulary

/// What follows when an age turns out to be other than recorded: the path changes and the history stays, consents of whoever could not
/// give them end, clocks and notices start or stop. All in the transaction of the decision.
struct FoundAge: Sendable {
    let room: ProtectionRoom
    let file: CaseSummary
    let permit: Permit<CaseFile>
    let at: Instant

    private var id: ID<CaseFile> { file.id }

    /// - Parameter keepsShares: whether shares that rested on the consent of somebody now found to be a child stay open on the ground of
    ///   the child-protection authority, until a guardian answers; else they are closed.
    func change(to path: ProtectionPath, keepsShares: Bool, in tx: any Transaction) throws {
        let wasAdult = file.path == .adult
        if file.path != path {
            try tx.runOnOne(
                "UPDATE case_file SET path = \(path), version = version + 1 WHERE id = \(id) AND version = \(file.version)")
            try setAgeBand(path, in: tx)
        }
        try CaseEvent.write(.ageFound, in: id, by: permit.actor, detail: path.rawValue, at: at, tx: tx)
        if wasAdult, path.protectsAsChild { try becomesChild(keepsShares: keepsShares, in: tx) }
        if path == .child { try flagTreatedAsAdult(in: tx) }
        if !wasAdult, path == .adult { try becomesAdult(in: tx) }
    }

    /// The coded age follows, unless it agrees already.
    private func setAgeBand(_ path: ProtectionPath, in tx: any Transaction) throws {
        let text = try tx.row("SELECT age_band FROM person WHERE id = \(file.person)") { $0.text(0) } ?? ""
        let ages = AgeBand(rawValue: text)?.ages
        let band: AgeBand? =
            switch path {
            case .adult: ages.map { $0.lowerBound >= 18 } ?? false ? nil : .adult
            case .child: ages.map { $0.upperBound < 18 } ?? false ? nil : .child
            case .unsure: .unknown
            }
        guard let band else { return }
        try tx.run("UPDATE person SET age_band = \(band.rawValue), version = version + 1 WHERE id = \(file.person)")
    }

    // MARK: recorded as an adult, and a child or perhaps one

    private func becomesChild(keepsShares: Bool, in tx: any Transaction) throws {
        let profile = room.profiles[file.profile]
        guard let authority = try Competence.childProtection.organisations(in: tx).first else { throw CaseRefused.noAuthority }
        let consents = try ConsentLedger.all(in: id, tx: tx).filter { consent in
            consent.givenBy == .person && consent.answer == .yes && consent.withdrawnAt == nil
                && profile.consentPurpose(consent.purpose)?.needsGuardianForChild ?? true
        }
        for consent in consents {
            if keepsShares { try reground(sharesOn: consent, in: tx) }
            try ConsentLedger.lapse(consent.id, in: id, under: permit, at: at, tx: tx)
        }
        if file.organisation != authority, try !seats(authority, in: tx) {
            try CaseShare.open(
                [.identity, .experience, .care, .services, .legal, .childhood, .homeward], of: id, to: authority, seat: .childProtection,
                for: "child_protection", on: try .childProtection(in: id, by: permit.actor.organisation, to: authority, tx: tx),
                under: permit, at: at, tx: tx
            )
        }
        if permit.actor.organisation != authority {
            try CaseClock.start(
                .childNotified, in: id, of: authority, hours: profile.childProtection.notifyHours, under: profile, at: at, tx: tx)
        }
        try CaseClock.start(
            .childGuardian, in: id, of: authority,
            until: profile.childProtection.guardian.due(from: room.day(of: at), in: profile.calendar),
            under: profile, at: at, tx: tx
        )
        try CaseMatter.post(CaseMatter.childToProtect.code, to: .organisation(authority, .protectChildren), about: id, at: at, in: tx)
    }

    /// Closes a share that rested on a consent and opens the same on the authority’s ground; written down as a disclosure of its own.
    private func reground(sharesOn consent: Consent, in tx: any Transaction) throws {
        let shares = try tx.rows("SELECT id FROM case_share WHERE case_id = \(id) AND consent_id = \(consent.id) AND closed_at IS NULL") {
            try $0.id(0, of: CaseShare.self)
        }
        for share in shares {
            let ground = try DisclosureGround.childProtection(continuing: share, in: id, tx: tx)
            try CaseShare.carryOn(share, of: id, for: consent.purpose, on: ground, under: permit, at: at, tx: tx)
        }
    }

    private func seats(_ authority: ID<Organisation>, in tx: any Transaction) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM case_share WHERE case_id = \(id) AND organisation_id = \(authority) AND seat = 'child_protection'
            AND closed_at IS NULL
            """
        )
    }

    /// A child who was treated as an adult is counted by the rapporteur: one coded line, once.
    private func flagTreatedAsAdult(in tx: any Transaction) throws {
        let wasDoubted = try tx.exists("SELECT 1 FROM case_event WHERE case_id = \(id) AND kind = \(CaseEvent.Kind.ageDoubted.code)")
        let isFlagged = try tx.exists("SELECT 1 FROM case_event WHERE case_id = \(id) AND kind = \(CaseEvent.Kind.treatedAsAdult.code)")
        let foundAdult = try tx.exists(
            "SELECT 1 FROM case_event WHERE case_id = \(id) AND kind = \(CaseEvent.Kind.ageFound.code) AND detail = 'adult'")
        guard file.path == .adult || wasDoubted || foundAdult, !isFlagged else { return }
        try CaseEvent.write(.treatedAsAdult, in: id, by: permit.actor, detail: "adult_while_child", at: at, tx: tx)
    }

    // MARK: protected as a child, and an adult

    private func becomesAdult(in tx: any Transaction) throws {
        if let guardian = try GuardianAppointment.current(in: id, tx: tx) {
            try guardian.end(.childIsAdult, in: file, by: permit.actor, at: at, tx: tx)
        }
        for consent in try ConsentLedger.all(in: id, tx: tx) where consent.answer == .yes && consent.withdrawnAt == nil {
            guard consent.givenBy.isForChild else { continue }
            try ConsentLedger.lapse(consent.id, in: id, under: permit, at: at, tx: tx)
        }
        // What rested on somebody being a child has no ground any more. The authority keeps its seat until the decision can’t be reviewed.
        let shares = try tx.rows(
            """
            SELECT id, organisation_id FROM case_share WHERE case_id = \(id) AND closed_at IS NULL AND seat <> 'child_protection'
            AND (ground = 'child_protection' OR ground = 'best_interests' OR ground = 'guardian')
            """
        ) { (try $0.id(0, of: CaseShare.self), try $0.id(1, of: Organisation.self)) }
        for (share, recipient) in shares {
            try CaseShare.close(share, in: id, at: at, tx: tx)
            try CaseMatter.post(
                CaseMatter.shareEnded.code, to: .organisation(recipient, .readCase), about: id, subject: .some(nil), at: at, in: tx)
        }
        for clock in [ClockKind.childNotified, .childGuardian, .bestInterests, .temporaryGuardian] {
            try CaseClock.stop(clock, in: id, as: .cancelled, at: at, tx: tx)
        }
        try CaseMatter.tell(CaseMatter.askAnew.code, worker: file.assignedTo, of: file.organisation, about: id, at: at, in: tx)
    }

    /// Ends the authority’s seat in the file of somebody found to be an adult, once nobody can ask for a review any more.
    static func closeSeat(_ clock: CaseClock, _ tx: any Transaction, _ now: Instant) throws {
        guard try CaseSummary.find(clock.file, in: tx)?.path == .adult else { return }
        try tx.run(
            """
            UPDATE case_share SET closed_at = \(now) WHERE case_id = \(clock.file) AND seat = 'child_protection' AND closed_at IS NULL
            """
        )
    }
}
