import Access
import Basics
import Protection
import Store

/// Requests, risk checks, approvals, steps of contact.
struct Tracings: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    private var childhood: Childhood { Childhood(room) }

    func request(
        _ kin: Kin, wish: TracingWish, whom: String, childNote: String?, in file: ID<CaseFile>, by actor: Actor
    ) async throws -> ID<FamilyTracing> {
        let now = room.gate.clock.now()
        let id = ID<FamilyTracing>.new(at: now)
        let notes = try await childhood.seal([("whom", whom), ("wish", childNote)], about: id.bytes, in: file, at: now)
        return try await childhood.change(.protectChildren, in: file, for: actor, detail: "tracing requested") { tx, _, _ in
            let reference = try CaseCode.unused { try tx.exists("SELECT 1 FROM family_tracing WHERE reference = \($0)") }
            try tx.run(
                """
                INSERT INTO family_tracing (id, case_id, reference, stage, kin, wish, requested_by, requested_at, version)
                VALUES (\(id), \(file), \(reference), 'requested', \(kin), \(wish), \(actor.account), \(now), 1)
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.tracingRequested, in: file, by: actor, subject: id.bytes, detail: wish.rawValue, at: now, tx: tx)
            return id
        }
    }

    /// Looks at the risks; again after an unfavourable check, when more is known.
    func check(
        _ id: ID<FamilyTracing>, in file: ID<CaseFile>, _ risks: [TracingRisk: RiskAnswer], wish: TracingWish, note: String?,
        from version: Int, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let notes = try await childhood.seal([("risk", note)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "tracing risks checked") { tx, _, _ in
            let tracing = try FamilyTracing.find(id, in: file, tx: tx)
            guard [.requested, .favourable, .unfavourable].contains(tracing.stage) else { throw TracingRefused.notThisStage }
            let stage: FamilyTracing.Stage = FamilyTracing.isFavourable(risks, wish) ? .favourable : .unfavourable
            try tx.runOnOne(
                """
                UPDATE family_tracing SET stage = \(stage), risks = \(FamilyTracing.text(risks)), wish = \(wish),
                    checked_by = \(actor.account), checked_at = \(now), version = version + 1
                WHERE id = \(id) AND case_id = \(file) AND version = \(version)
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.tracingChecked, in: file, by: actor, subject: id.bytes, detail: stage.rawValue, at: now, tx: tx)
        }
    }

    /// The authority approves contact, or refuses it.
    func decide(_ id: ID<FamilyTracing>, in file: ID<CaseFile>, approves: Bool, from version: Int, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "tracing decided") { tx, _, _ in
            let tracing = try FamilyTracing.find(id, in: file, tx: tx)
            guard tracing.stage != .requested else { throw TracingRefused.noRiskCheck }
            guard [.favourable, .unfavourable].contains(tracing.stage) else { throw TracingRefused.notThisStage }
            if approves {
                guard tracing.wish.allowsContact else { throw TracingRefused.againstTheWish }
                guard tracing.stage == .favourable else { throw TracingRefused.notFavourable }
                guard tracing.checkedBy != actor.account else { throw TracingRefused.checkerIsDecider }
            }
            let stage: FamilyTracing.Stage = approves ? .approved : .refused
            try tx.runOnOne(
                """
                UPDATE family_tracing SET stage = \(stage), decided_by = \(actor.account), decided_at = \(now), version = version + 1
                WHERE id = \(id) AND case_id = \(file) AND version = \(version)
                """
            )
            try CaseEvent.write(.tracingDecided, in: file, by: actor, subject: id.bytes, detail: stage.rawValue, at: now, tx: tx)
        }
    }

    /// Records a step of contact: never before the approval. Signs of danger close the search at once.
    func record(
        _ kind: TracingStepKind, _ result: TracingResult, on day: Day, note: String?, in id: ID<FamilyTracing>, of file: ID<CaseFile>,
        by actor: Actor
    ) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let notes = try await childhood.seal([("step", note)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "tracing step") { tx, permit, _ in
            let tracing = try FamilyTracing.find(id, in: file, tx: tx)
            switch tracing.stage {
            case .approved: break
            case .requested: throw TracingRefused.noRiskCheck
            case .unfavourable: throw TracingRefused.notFavourable
            case .favourable, .refused, .closed: throw TracingRefused.noContactYet
            }
            guard day <= room.day(of: now) else { throw TracingRefused.familyDay }
            if kind == .requestSent {
                // What leaves carries a reference and coded facts alone, and stands on a ground like everything else that is disclosed.
                let ground = try Self.ground(in: file, by: actor, on: room.day(of: now), tx: tx)
                try CaseShare.disclose(
                    [.summary], of: file, to: nil, for: ConsentPurpose.family, on: ground, under: permit, at: now, tx: tx)
            }
            try tx.run(
                """
                INSERT INTO tracing_step (id, tracing_id, kind, result, done_on, recorded_by, recorded_at)
                VALUES (\(ID<FamilyTracing.Step>.new(at: now)), \(id), \(kind), \(result), \(day), \(actor.account), \(now))
                """
            )
            if result == .dangerSeen { try tx.run("UPDATE family_tracing SET stage = 'closed', version = version + 1 WHERE id = \(id)") }
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.tracingStep, in: file, by: actor, subject: id.bytes, detail: kind.rawValue, at: now, tx: tx)
        }
    }

    /// On what a request for tracing goes out: a decided determination, else the guardian’s consent, else the authority as long as there
    /// is no guardian.
    private static func ground(
        in file: ID<CaseFile>, by actor: Actor, on day: Day, tx: any Transaction
    ) throws -> DisclosureGround {
        for determination in try BestInterests.all(in: file, tx: tx) where determination.question == .tracing {
            if let ground = try? BestInterests.ground(from: determination.id, in: file, tx: tx) { return ground }
        }
        if try !CaseMember.hasGuardian(file, in: tx), try Competence.childProtection.isOf(actor.organisation, in: tx) {
            return try .childProtection(in: file, by: actor.organisation, to: nil, tx: tx)
        }
        return try .consent(for: ConsentPurpose.family, to: nil, parts: [.summary], in: file, on: day, tx: tx)
    }
}
