import Access
import Basics
import Protection
import Store
import Vocabulary

/// That a file goes from the organisation that keeps it to another: proposed on a ground, and accepted, refused or withdrawn.
package enum Transfer {
    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case proposed, accepted, refused, withdrawn }

    package enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case moved
        case safety
        case competence
        case personWishes = "person_wishes"
        case capacity
    }

    /// What a person is asked for: that another organisation looks after them from now on.
    static let purpose = ConsentPurpose.transfer
    /// For what whoever handed a file on still sees its summary.
    static let following = "following"
}

/// Who may take a file over: an organisation where nobody may would leave the person with no one.
struct Takers: Sendable {
    let roles: [RoleName]

    init(_ room: ProtectionRoom) throws {
        roles = try RoleBook.load(from: room.share).roles.filter { $0.grants[.transferCases] != nil && $0.grants[.superviseCases] != nil }
            .map(\.name)
    }

    func are(in organisation: ID<Organisation>, tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM organisation o WHERE o.id = \(organisation) AND \(sql: exist)")
    }

    /// That there is one in organisation `o`.
    var exist: SQL {
        """
        EXISTS (SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
            WHERE a.organisation_id = o.id AND a.state = 'active' AND r.role IN \(list: roles.map(\.rawValue)))
        """
    }
}

/// Proposes and answers transfers.
package struct Transfers: Sendable {
    let room: ProtectionRoom

    /// On which ground the other organisation may learn of the file at all.
    enum Ground: Sendable, Hashable {
        /// Consent in force to this very thing.
        case consent
        case childProtection
        case law(String)
    }

    /// What a consent to a hand-over has to name: everything that stands in the file. What is coded goes with any of it; how the person
    /// was found, with what was seen then, stands in every file.
    static func partsHandedOver(of file: ID<CaseFile>, _ room: ProtectionRoom, in tx: any Transaction) throws -> Set<CasePart> {
        try Entries(room).heldParts(of: file, tx: tx).union([.experience]).subtracting([.summary, .services])
    }

    /// Proposes it: the receiver sees the summary alone until it accepts.
    @discardableResult
    func propose(
        _ file: ID<CaseFile>, to receiver: ID<Organisation>, for reason: Transfer.Reason, on ground: Ground, because words: String? = nil,
        by actor: Actor
    ) async throws -> ID<Transfer> {
        let (now, room) = (room.gate.clock.now(), room)
        let (takers, purpose) = (try Takers(room), try LawReason.purpose(words))
        return try await room.gate.change(.transferCases, on: file, for: actor, purpose: purpose, detail: "transfer: proposed") {
            tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard summary.organisation == actor.organisation else { throw notThere(.transferCases, actor) }
            guard receiver != summary.organisation else { throw StewardshipRefused.transferToSelf }
            guard try !tx.exists("SELECT 1 FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") else {
                throw StewardshipRefused.transferPending
            }
            guard try !Barred.from(file, in: tx).organisations.contains(receiver) else { throw StewardshipRefused.notInvitable }
            guard try takers.are(in: receiver, tx: tx) else { throw StewardshipRefused.nobodyTakes }
            let disclosure: DisclosureGround =
                switch ground {
                case .consent:
                    try .consent(
                        for: Transfer.purpose, to: receiver, parts: Self.partsHandedOver(of: file, room, in: tx), in: file,
                        on: room.day(of: now),
                        tx: tx)
                case .childProtection: try .childProtection(in: file, by: actor.organisation, to: receiver, tx: tx)
                case .law(let code): try .law(code, of: room.profiles[summary.profile], under: permit)
                }
            let share = try CaseShare.open(
                [.summary], of: file, to: receiver, for: Transfer.purpose, on: disclosure, under: permit, at: now, tx: tx)
            let id = ID<Transfer>.new(at: now)
            try tx.run(
                """
                INSERT INTO file_transfer (id, case_id, from_id, to_id, share_id, reason, state, proposed_by, proposed_at)
                VALUES (\(id), \(file), \(actor.organisation), \(receiver), \(share), \(reason), 'proposed', \(actor.account), \(now))
                """
            )
            try CaseMatter.post(
                CaseMatter.transferProposed.code, to: .organisation(receiver, .transferCases), about: file, subject: id.bytes, at: now,
                in: tx)
            try CaseEvent.write(.transfer, in: file, by: permit.actor, subject: id.bytes, detail: "proposed", at: now, tx: tx)
            return id
        }
    }

    /// The receiver takes or refuses it; the sender withdraws it.
    /// - Parameter worker: to whom the receiver gives it at once.
    func settle(_ id: ID<Transfer>, as state: Transfer.State, worker: ID<Account>? = nil, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let found = try await room.database.read { tx in
            try tx.row("SELECT case_id, from_id, to_id, share_id FROM file_transfer WHERE id = \(id)") { row in
                (
                    try row.id(0, of: CaseFile.self), try row.id(1, of: Organisation.self), try row.id(2, of: Organisation.self),
                    try row.id(3, of: CaseShare.self)
                )
            }
        }
        guard let (file, sender, receiver, share) = found else { throw notThere(.transferCases, actor) }
        try await room.gate.change(.transferCases, on: file, for: actor, detail: "transfer: \(state.rawValue)") { tx, permit in
            guard actor.organisation == (state == .withdrawn ? sender : receiver) else { throw notThere(.transferCases, actor) }
            let changed = try tx.run(
                """
                UPDATE file_transfer SET state = \(state), settled_by = \(actor.account), settled_at = \(now)
                WHERE id = \(id) AND state = 'proposed'
                """
            )
            guard changed == 1 else { throw StewardshipRefused.transferSettled }
            if state == .accepted {
                let ground = try discloseAll(of: file, from: sender, to: receiver, through: share, under: permit, at: now, in: tx)
                try move(file, from: sender, to: receiver, on: ground, under: permit, at: now, in: tx)
                if let worker { try give(file, to: worker, by: actor, at: now, in: tx) }
            } else {
                try CaseShare.close(share, in: file, at: now, tx: tx)
            }
            let other = state == .withdrawn ? receiver : sender
            try CaseMatter.post(
                CaseMatter.transferSettled.code, to: .organisation(other, .transferCases), about: file, subject: id.bytes, at: now, in: tx)
            try CaseEvent.write(.transfer, in: file, by: permit.actor, subject: id.bytes, detail: state.rawValue, at: now, tx: tx)
        }
    }

    /// A proposal ends with its ground, or with the file: nobody waits for an answer that can't be given.
    static func endGroundless(in file: ID<CaseFile>, by actor: Actor, at now: Instant, tx: any Transaction) throws {
        let ended = try tx.rows(
            """
            SELECT t.id, t.from_id, t.to_id FROM file_transfer t JOIN case_share s ON s.id = t.share_id
            WHERE t.case_id = \(file) AND t.state = 'proposed' AND s.closed_at IS NOT NULL
            """
        ) { (try $0.id(0, of: Transfer.self), try $0.id(1, of: Organisation.self), try $0.id(2, of: Organisation.self)) }
        for (id, sender, receiver) in ended {
            try tx.run(
                """
                UPDATE file_transfer SET state = 'withdrawn', settled_by = \(actor.account), settled_at = \(now)
                WHERE id = \(id) AND state = 'proposed'
                """
            )
            for side in [sender, receiver] {
                try CaseMatter.post(
                    CaseMatter.transferSettled.code, to: .organisation(side, .transferCases), about: file, subject: id.bytes, at: now,
                    in: tx)
            }
            try CaseEvent.write(.transfer, in: file, by: actor, subject: id.bytes, detail: "withdrawn", at: now, tx: tx)
        }
    }

    /// The ground on which it was proposed is looked at anew, for everything that the receiver will see: a consent may have been
    /// withdrawn meanwhile, or the file may hold more than the person was asked about.
    private func discloseAll(
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
            case .legalOverride: ground = try .law(continuing: offered.code ?? "", of: room.profiles[summary.profile])
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
    private func give(_ file: ID<CaseFile>, to worker: ID<Account>, by actor: Actor, at now: Instant, in tx: any Transaction) throws {
        let isColleague = try tx.exists(
            "SELECT 1 FROM account WHERE id = \(worker) AND organisation_id = \(actor.organisation) AND state = 'active'")
        guard isColleague, try !Barred.from(file, in: tx).accounts.contains(worker) else { throw CaseRefused.notAColleague }
        try tx.runOnOne("UPDATE case_file SET assigned_to = \(worker) WHERE id = \(file)")
        if worker != actor.account { try CaseMatter.post(CaseMatter.assigned.code, to: .account(worker), about: file, at: now, in: tx) }
        try CaseEvent.write(.assigned, in: file, by: actor, subject: worker.bytes, at: now, tx: tx)
    }

    /// The seats are swapped: the receiver keeps the file; the sender sees its summary, on the ground on which it was handed on. The seat
    /// that an authority has by law stays its own, whether it hands a file on or takes one.
    private func move(
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
        try tx.run(
            """
            INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
            VALUES (\(ID<CaseShare>.new(at: now)), \(file), \(receiver), 'keeper', \(CasePart.text(Set(CasePart.allCases))), \(actor.account),
                \(now), \(summary.nextDue?.iso ?? CaseSummary.nothingDue), 1)
            """
        )
        let seat = try CaseShare.seat(of: sender, in: summary, tx: tx)
        let (parts, own) = try following(summary, of: sender, seat, at: now, in: tx) ?? ([.summary], ground)
        try CaseShare.open(parts, of: file, to: sender, seat: seat, for: Transfer.following, on: own, under: permit, at: now, tx: tx)
        try tx.run(
            """
            UPDATE case_clock SET organisation_id = \(receiver), account_id = NULL
            WHERE case_id = \(file) AND organisation_id = \(sender) AND stopped_at IS NULL AND kind NOT IN \(list: seat.clocks)
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

extension CaseShare.Seat {
    /// The deadlines that stay with whoever has the seat: they are the authority's, not the keeper's.
    fileprivate var clocks: [String] {
        switch self {
        case .keeper, .recipient: []
        case .identification: [ClockKind.acknowledgement.code, ClockKind.presumption.code, "decision.final", "decision.review"]
        case .childProtection: [ClockKind.childNotified.code, ClockKind.childGuardian.code]
        }
    }
}
