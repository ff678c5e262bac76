import Access
import Basics
import Protection
import Store

/// The deeds of pursuing a claim.
struct Claims: Sendable {
    let desk: FileDesk

    init(_ room: ProtectionRoom) { desk = FileDesk(room: room, part: .legal) }

    private var room: ProtectionRoom { desk.room }

    struct Draft: Sendable {
        var kind: ClaimKind
        var currency: String
        var asked: Int?
        var against: String?
        var court: String?
        var reference: String?
        var legalAid: ID<Organisation>?
        var limitOn: Day?
        var limitLaw: String?
    }

    func add(_ draft: Draft, in file: ID<CaseFile>, by actor: Actor) async throws -> ID<Claim> {
        let (room, now) = (room, desk.now)
        let id = ID<Claim>.new(at: now)
        guard draft.limitOn == nil || draft.limitLaw != nil else { throw ClaimRefused.lawMissing }
        let texts = try await sealed(draft, id, in: file)
        return try await desk.change(.pursueRemedies, in: file, for: actor, detail: "claim: added") { tx, _, summary in
            try tx.run(
                """
                INSERT INTO claim (id, case_id, kind, stage, currency, asked, paid, against, court, reference, legal_aid_id, limit_on,
                    limit_law, added_by, added_at, version)
                VALUES (\(id), \(file), \(draft.kind), 'prepared', \(draft.currency), \(draft.asked), 0, \(texts.against), \(texts.court),
                    \(texts.reference), \(draft.legalAid), \(draft.limitOn), \(texts.law), \(actor.account), \(now), 1)
                """
            )
            try Self.setLimit(draft.limitOn, of: id, summary, room, at: now, tx: tx)
            try Self.step(id, .prepared, on: room.day(of: now), amount: draft.asked, by: actor, at: now, tx: tx)
            try CaseEvent.write(.claimAdded, in: file, by: actor, subject: id.bytes, detail: draft.kind.rawValue, at: now, tx: tx)
            return id
        }
    }

    /// Corrects what is asked and from whom, as long as it is not filed; court, reference and legal aid at any time.
    func change(_ draft: Draft, of id: ID<Claim>, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let (room, now) = (room, desk.now)
        guard draft.limitOn == nil || draft.limitLaw != nil else { throw ClaimRefused.lawMissing }
        let texts = try await sealed(draft, id, in: file)
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "claim: changed") { tx, _, summary in
            let claim = try Claim.find(id, in: file, tx: tx)
            if claim.stage != .prepared, claim.asked != draft.asked || claim.currency != draft.currency || claim.kind != draft.kind {
                throw ClaimRefused.filedAlready
            }
            try tx.runOnOne(
                """
                UPDATE claim SET kind = \(draft.kind), currency = \(draft.currency), asked = \(draft.asked), against = \(texts.against),
                    court = \(texts.court), reference = \(texts.reference), legal_aid_id = \(draft.legalAid), limit_on = \(draft.limitOn),
                    limit_law = \(texts.law), version = version + 1
                WHERE id = \(id) AND version = \(version)
                """
            )
            if claim.stage == .prepared, claim.limitOn != draft.limitOn {
                try Self.setLimit(draft.limitOn, of: id, summary, room, at: now, tx: tx)
            }
            try CaseEvent.write(.claimChanged, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    /// Takes the claim one stage on.
    func move(_ id: ID<Claim>, to stage: ClaimStage, on day: Day, amount: Int?, in file: ID<CaseFile>, version: Int, by actor: Actor)
        async throws
    {
        let (room, now) = (room, desk.now)
        guard day <= room.day(of: now) else { throw ClaimRefused.inFuture }
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "claim: \(stage.rawValue)") { tx, _, _ in
            let claim = try Claim.find(id, in: file, tx: tx)
            guard claim.version == version else { throw StoreRefused.changedMeanwhile }
            guard claim.stage.next.contains(stage) else { throw ClaimRefused.notNow }
            if stage == .awarded, amount == nil { throw ClaimRefused.amountMissing }
            if stage == .filed, claim.asked == nil, claim.kind != .criminal { throw ClaimRefused.amountMissing }
            var set: SQL = "stage = \(stage), version = version + 1"
            switch stage {
            case .filed: set += ", filed_on = \(day)"
            case .awarded: set += ", awarded = \(amount), decided_on = \(day)"
            // On appeal the award is open again; nothing was paid on it, for a claim with payments can't be appealed here.
            case .refused: set += ", awarded = NULL, decided_on = \(day)"
            default: break
            }
            try tx.runOnOne("UPDATE claim SET \(sql: set) WHERE id = \(id) AND version = \(version)")
            if stage == .filed || stage == .withdrawn {
                try CaseClock.stop(
                    .claimLimit, in: file, subject: id.bytes, as: stage == .filed ? .met : .cancelled, at: now, tx: tx)
            }
            try Self.step(id, stage, on: day, amount: stage == .awarded ? amount : nil, by: actor, at: now, tx: tx)
            try CaseEvent.write(.claimMoved, in: file, by: actor, subject: id.bytes, detail: stage.rawValue, at: now, tx: tx)
        }
    }

    enum Payee: String, CaseIterable, Sendable, Hashable, SQLBindable { case person, guardian, lawyer, trust }

    /// Records a payment; what is still outstanding decides whether all is paid.
    func pay(_ amount: Int, to payee: Payee, on day: Day, for id: ID<Claim>, in file: ID<CaseFile>, version: Int, by actor: Actor)
        async throws
    {
        let (room, now) = (room, desk.now)
        guard day <= room.day(of: now) else { throw ClaimRefused.inFuture }
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "claim: payment") { tx, _, _ in
            let claim = try Claim.find(id, in: file, tx: tx)
            guard claim.version == version else { throw StoreRefused.changedMeanwhile }
            guard claim.stage.takesPayments, let outstanding = claim.outstanding else { throw ClaimRefused.noPayments }
            guard amount <= outstanding else { throw ClaimRefused.tooMuch }
            let stage: ClaimStage = amount == outstanding ? .paid : .paidInPart
            try tx.run(
                """
                INSERT INTO claim_payment (id, claim_id, paid_on, payee, amount, recorded_by, recorded_at)
                VALUES (\(ID<Payee>.new(at: now)), \(id), \(day), \(payee), \(amount), \(actor.account), \(now))
                """
            )
            try tx.runOnOne(
                """
                UPDATE claim SET paid = paid + \(amount), stage = \(stage), version = version + 1 WHERE id = \(id) AND version = \(version)
                """
            )
            try Self.step(id, stage, on: day, amount: amount, by: actor, at: now, tx: tx)
            try CaseEvent.write(.claimMoved, in: file, by: actor, subject: id.bytes, detail: stage.rawValue, at: now, tx: tx)
        }
    }

    func addHearing(on day: Day, note: String?, of id: ID<Claim>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (room, desk.now)
        let hearing = ID<Hearing>.new(at: now)
        let sealed = try await desk.sealer(for: file).seal(note, "claim_hearing", hearing, "note")
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "claim: hearing") { tx, _, summary in
            _ = try Claim.find(id, in: file, tx: tx)
            try tx.run(
                """
                INSERT INTO claim_hearing (id, claim_id, case_id, on_day, note, added_by, added_at)
                VALUES (\(hearing), \(id), \(file), \(day), \(sealed), \(actor.account), \(now))
                """
            )
            if day >= room.day(of: now) {
                try CaseClock.start(
                    .hearing, in: file, of: summary.organisation, subject: hearing.bytes, until: day, under: room.profiles[summary.profile],
                    at: now, tx: tx)
            }
            try CaseEvent.write(.hearingSet, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    enum Hearing {}

    private func sealed(_ draft: Draft, _ id: ID<Claim>, in file: ID<CaseFile>) async throws -> (
        against: Sealed<Person, String>?, court: Sealed<Person, String>?, reference: Sealed<Person, String>?, law: Sealed<Person, String>?
    ) {
        let sealer = try await desk.sealer(for: file)
        return (
            try sealer.seal(draft.against, "claim", id, "against"), try sealer.seal(draft.court, "claim", id, "court"),
            try sealer.seal(draft.reference, "claim", id, "reference"), try sealer.seal(draft.limitLaw, "claim", id, "limit_law")
        )
    }

    /// Runs the clock of a limit, in place of the one before.
    private static func setLimit(
        _ day: Day?, of id: ID<Claim>, _ summary: CaseSummary, _ room: ProtectionRoom, at now: Instant, tx: any Transaction
    ) throws {
        try CaseClock.stop(.claimLimit, in: summary.id, subject: id.bytes, as: .cancelled, at: now, tx: tx)
        guard let day else { return }
        try CaseClock.start(
            .claimLimit, in: summary.id, of: summary.organisation, subject: id.bytes, until: day, under: room.profiles[summary.profile],
            at: now, tx: tx)
    }

    private static func step(
        _ id: ID<Claim>, _ stage: ClaimStage, on day: Day, amount: Int?, by actor: Actor, at now: Instant, tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO claim_step (id, claim_id, stage, on_day, amount, taken_by, taken_at)
            VALUES (\(ID<ClaimStage>.new(at: now)), \(id), \(stage), \(day), \(amount), \(actor.account), \(now))
            """
        )
    }
}
