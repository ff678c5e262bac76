import Access
import Basics
import Protection
import Store

/// What a closure ended, to be taken up again one by one after a reopening.
struct EndedByClosure: Sendable {
    struct Share: Sendable {
        let id: ID<CaseShare>
        let organisation: ID<Organisation>
        let name: String
        let parts: Set<CasePart>
        let seat: CaseShare.Seat
        let ground: DisclosureGround.Kind
        let groundCode: String?
        let purpose: String
        let hidden: HiddenFields
    }

    let shares: [Share]
    let clocks: [CaseClock]

    /// What the last closure ended, without what has been taken up since.
    init(_ file: ID<CaseFile>, _ room: ProtectionRoom, in tx: any Transaction) throws {
        guard let closure = try Closures.last(of: file, in: tx) else {
            (shares, clocks) = ([], [])
            return
        }
        shares = try tx.rows(
            """
            SELECT s.id, s.organisation_id, o.name, s.parts, s.seat, s.ground, s.ground_code, d.purpose, s.hidden FROM case_share s
            JOIN organisation o ON o.id = s.organisation_id JOIN disclosure d ON d.share_id = s.id
                AND NOT EXISTS (SELECT 1 FROM disclosure e WHERE e.case_id = s.case_id AND e.share_id = s.id AND e.id < d.id)
            WHERE s.case_id = \(file) AND s.closed_at = \(closure.closedAt) AND s.seat <> 'keeper'
                AND NOT EXISTS (SELECT 1 FROM case_share n WHERE n.case_id = s.case_id AND n.organisation_id = s.organisation_id
                    AND n.closed_at IS NULL)
            ORDER BY o.name, s.id
            """
        ) { row in
            Share(
                id: try row.id(0, of: CaseShare.self), organisation: try row.id(1, of: Organisation.self), name: row.text(2),
                parts: CasePart.parts(row.text(3)), seat: try row.choice(4, as: CaseShare.Seat.self),
                ground: try row.choice(5, as: DisclosureGround.Kind.self), groundCode: row.optionalText(6), purpose: row.text(7),
                hidden: HiddenFields(text: row.text(8))
            )
        }
        clocks = try room.branches.flatMap(\.clocks).flatMap { try CaseClock.all($0, in: file, tx: tx) }.filter { clock in
            clock.stoppedAt == closure.closedAt && clock.outcome == .cancelled
        }.filter { clock in
            try !tx.exists(
                """
                SELECT 1 FROM case_clock WHERE case_id = \(file) AND kind = \(clock.kind) AND stopped_at IS NULL AND due = \(clock.due)
                """
            )
        }
    }
}

extension Closures {
    /// Opens again a share that a closure ended, on the ground that it had, looked at anew: a consent may have been withdrawn since.
    func shareAgain(_ share: ID<CaseShare>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.shareCase, on: file, for: actor, detail: "share reopened") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard let ended = try EndedByClosure(file, room, in: tx).shares.first(where: { $0.id == share }) else {
                throw StoreRefused.changedMeanwhile
            }
            let profile = room.profiles[summary.profile]
            let ground: DisclosureGround =
                switch ended.ground {
                case .ownConsent, .guardian:
                    try .consent(for: ended.purpose, to: ended.organisation, parts: ended.parts, in: file, on: room.day(of: now), tx: tx)
                case .childProtection:
                    try childProtection(ended, in: file, by: actor, at: now, tx: tx)
                // A determination is looked at again meanwhile, perhaps: what rests on one is shared anew from its own page.
                case .bestInterests: throw ConsentRefused.noGround
                case .legalOverride: try .law(continuing: ended.groundCode ?? "", of: profile, to: ended.organisation, tx: tx)
                }
            try CaseShare.open(
                ended.parts, of: file, to: ended.organisation, seat: ended.seat, for: ended.purpose, without: ended.hidden, on: ground,
                under: permit, at: now,
                tx: tx)
            try CaseMatter.post(
                CaseMatter.fileReopened.code, to: .organisation(ended.organisation, .readCase), about: file, at: now, in: tx)
        }
    }

    /// The authority agreed to this very recipient, or acts by itself.
    private func childProtection(
        _ ended: EndedByClosure.Share, in file: ID<CaseFile>, by actor: Actor, at now: Instant, tx: any Transaction
    ) throws -> DisclosureGround {
        do {
            return try .consent(
                for: ended.purpose, to: ended.organisation, parts: ended.parts, in: file, on: room.day(of: now), tx: tx)
        } catch is ConsentRefused {
            return try .childProtection(in: file, by: actor.organisation, to: ended.organisation, tx: tx)
        }
    }

    /// Starts again a clock that a closure stopped, until the day on which it would have ended.
    func runAgain(_ clock: ID<CaseClock>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.closeCases, on: file, for: actor, detail: "clock reopened") { tx, _ in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard let ended = try EndedByClosure(file, room, in: tx).clocks.first(where: { $0.id == clock }),
                let kind = room.clockKind(ended.kind)
            else { throw StoreRefused.changedMeanwhile }
            try CaseClock.start(
                kind, in: file, of: ended.organisation, account: ended.account, subject: ended.subject, until: ended.due,
                under: room.profiles[ended.profile], at: now, tx: tx
            )
        }
    }
}
