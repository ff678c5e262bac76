import Access
import Basics
import Protection
import Store
import Vocabulary

// What happens to a file that is taken: what is disclosed, who keeps it, what stays with those who act by law.

extension Transfers {
    /// The ground on which it was proposed is looked at anew, for everything that the receiver will see: a consent may have been
    /// withdrawn meanwhile, or the file may hold more than the person was asked about.
    func discloseAll(
        of file: ID<CaseFile>, from sender: ID<Organisation>, to receiver: ID<Organisation>, through share: ID<CaseShare>,
        under permit: Permit<CaseFile>, at now: Instant, in tx: any Transaction
    ) throws -> DisclosureGround {
        let offered = try tx.row(
            """
            SELECT ground, ground_code, consent_id FROM case_share WHERE id = \(share) AND closed_at IS NULL
            """
        ) { (kind: try $0.choice(0, as: DisclosureGround.Kind.self), code: $0.optionalText(1), isConsent: !$0.isNull(2)) }
        guard let offered, let summary = try CaseSummary.find(file, in: tx) else { throw StewardshipRefused.transferGroundGone }
        let parts = try Self.partsHandedOver(of: file, room, in: tx)
        let ground: DisclosureGround
        do {
            switch offered.kind {
            // What the authority agreed to for a child without a guardian is a consent on record too.
            case .ownConsent, .guardian,
                .childProtection where offered.isConsent:
                ground = try .consent(
                    for: Transfer.purpose, to: receiver, parts: parts, in: file, on: room.day(of: now), tx: tx)
            case .childProtection: ground = try .childProtection(in: file, by: sender, to: receiver, tx: tx)
            case .legalOverride: ground = try .law(continuing: offered.code ?? "", of: room.profiles[summary.profile], to: receiver, tx: tx)
            case .bestInterests: throw ConsentRefused.noGround
            }
        } catch is ConsentRefused {
            throw StewardshipRefused.transferGroundGone
        }
        try CaseShare.disclose(
            parts, of: file, to: receiver, through: share, for: Transfer.purpose, on: ground, under: permit, at: now, tx: tx)
        return ground
    }

    /// Gives what was taken to somebody of the receiver.
    func give(_ file: ID<CaseFile>, to worker: ID<Account>, by actor: Actor, at now: Instant, in tx: any Transaction) throws {
        let isColleague = try tx.exists(
            "SELECT 1 FROM account WHERE id = \(worker) AND organisation_id = \(actor.organisation) AND state = 'active'")
        guard isColleague, try !Barred.from(file, in: tx).accounts.contains(worker) else { throw CaseRefused.notAColleague }
        try tx.runOnOne("UPDATE case_file SET assigned_to = \(worker) WHERE id = \(file)")
        if worker != actor.account { try CaseMatter.post(CaseMatter.assigned.code, to: .account(worker), about: file, at: now, in: tx) }
        try CaseEvent.write(.assigned, in: file, by: actor, subject: worker.bytes, at: now, tx: tx)
    }

    /// The seats are swapped: the receiver keeps the file; the sender sees its summary, on the ground on which it was handed on. The seat
    /// that an authority has by law stays its own, whether it hands a file on or takes one.
    func move(
        _ file: ID<CaseFile>, from sender: ID<Organisation>, to receiver: ID<Organisation>, on ground: DisclosureGround,
        under permit: Permit<CaseFile>, at now: Instant, in tx: any Transaction
    ) throws {
        let actor = permit.actor
        try tx.runOnOne(
            """
            UPDATE case_file SET organisation_id = \(receiver), assigned_to = NULL, deputy = NULL, version = version + 1
            WHERE id = \(file) AND organisation_id = \(sender) AND closed_at IS NULL
            """
        )
        // Whoever raised it may follow it for ever, with all parts: not the people of the organisation that gave it away.
        try tx.run(
            """
            UPDATE case_file SET raised_by = \(actor.account)
            WHERE id = \(file) AND raised_by IN (SELECT id FROM account WHERE organisation_id = \(sender))
            """
        )
        guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.transferCases, actor) }
        try tx.run("UPDATE case_share SET closed_at = \(now) WHERE case_id = \(file) AND seat = 'keeper' AND closed_at IS NULL")
        // What the receiver was given before is part of what it keeps now.
        try tx.run(
            """
            UPDATE case_share SET closed_at = \(now)
            WHERE case_id = \(file) AND organisation_id = \(receiver) AND seat = 'recipient' AND closed_at IS NULL
            """
        )
        let due = try CaseClock.nextDecision(in: file, tx: tx)
        try tx.run(
            """
            INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
            VALUES (\(ID<CaseShare>.new(at: now)), \(file), \(receiver), 'keeper', \(CasePart.text(Set(CasePart.allCases))), \(actor.account),
                \(now), \(due), 1)
            """
        )
        let seat = try CaseShare.seat(of: sender, in: summary, tx: tx)
        let (parts, own) = try following(summary, of: sender, seat, at: now, in: tx) ?? ([.summary], ground)
        try CaseShare.open(parts, of: file, to: sender, seat: seat, for: Transfer.following, on: own, under: permit, at: now, tx: tx)
        // What an authority has to do by a day is its own, whoever keeps the file.
        let stays = seat == .recipient ? [] : room.branches.flatMap(\.clocks).filter { $0.seat == seat }.map(\.code)
        try tx.run(
            """
            UPDATE case_clock SET organisation_id = \(receiver), account_id = NULL
            WHERE case_id = \(file) AND organisation_id = \(sender) AND stopped_at IS NULL AND kind NOT IN \(list: stays)
            """
        )
    }

    /// What an authority that hands a file on still sees, on the ground on which authorities see files: a child without a guardian, or the
    /// consent to be identified. `nil` where there is none, and for everybody else.
    private func following(
        _ file: CaseSummary, of sender: ID<Organisation>, _ seat: CaseShare.Seat, at now: Instant, in tx: any Transaction
    ) throws -> (Set<CasePart>, DisclosureGround)? {
        guard seat != .recipient else { return nil }
        let (told, child): (Set<CasePart>, Set<CasePart>) = (
            [.summary, .identity, .experience, .services, .legal, .interviews],
            seat == .childProtection ? [.care, .childhood] : [.childhood]
        )
        do {
            if file.path.protectsAsChild {
                return (told.union(child), try .childProtection(in: file.id, by: sender, to: sender, tx: tx))
            }
            let ground = try DisclosureGround.consent(
                for: ConsentPurpose.identification, to: sender, parts: told, in: file.id, on: room.day(of: now), tx: tx)
            return (told, ground)
        } catch is ConsentRefused { return nil }
    }
}
