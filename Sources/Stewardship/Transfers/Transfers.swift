import Access
import Basics
import Protection
import Store
import Vocabulary

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
                case .law(let code): try .law(code, of: room.profiles[summary.profile], to: receiver, under: permit, tx: tx)
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
            try CaseMatter.settle([.transferProposed], in: file, subject: id.bytes, tx: tx)
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
            try CaseMatter.settle([.transferProposed], in: file, subject: id.bytes, tx: tx)
            for side in [sender, receiver] {
                try CaseMatter.post(
                    CaseMatter.transferSettled.code, to: .organisation(side, .transferCases), about: file, subject: id.bytes, at: now,
                    in: tx)
            }
            try CaseEvent.write(.transfer, in: file, by: actor, subject: id.bytes, detail: "withdrawn", at: now, tx: tx)
        }
    }
}
