import Access
import Basics
import Protection
import Store

/// A removal that an authority carried out against the assessment, or without one: recorded as that, and as nothing else.
enum Removal {
    enum Authority: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case police, border, ministry, court, other
    }

    /// What stands in place of a ground of the profile where the authority gave none.
    static let noGround = "none_given"

    struct Draft: Sendable {
        var authority: Authority
        var authorityName: String?
        /// A ground of the profile, or `noGround`. It never makes the removal a return.
        var ground: String
        var destination: String
        var day: Day
        var note: String?
    }

    /// One line of the list of removals.
    struct Line: Sendable {
        let id: ID<Draft>
        let file: ID<CaseFile>
        let code: String
        let label: String
        let authority: Authority
        let ground: String
        let destination: String
        let day: Day
        let wasAssessed: Bool
        let seriousRisks: Int
        let hadConsent: Bool

        static let columns: SQL = """
            r.id, r.case_id, c.code, c.label, r.authority, r.ground, r.destination, r.removed_on, r.was_assessed, r.serious_risks, r.had_consent
            """

        init(_ row: borrowing Row) throws {
            id = try row.id(0, of: Draft.self)
            file = try row.id(1, of: CaseFile.self)
            code = row.text(2)
            label = row.text(3)
            authority = try row.choice(4, as: Authority.self)
            ground = row.text(5)
            destination = row.text(6)
            day = try row.day(7)
            wasAssessed = row.bool(8)
            seriousRisks = row.int(9)
            hadConsent = row.bool(10)
        }
    }

    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [Line] {
        try tx.rows(
            """
            SELECT \(sql: Line.columns) FROM removal r JOIN case_file c ON c.id = r.case_id WHERE r.case_id = \(file) ORDER BY r.removed_on DESC
            """
        ) { try Line($0) }
    }
}

extension Returns {
    /// Records a removal: what was planned ends as that, the supervisor and the rapporteur are alerted, and it counts on its own.
    func record(_ draft: Removal.Draft, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (desk.room, desk.now)
        let id = ID<Removal.Draft>.new(at: now)
        let sealer = try await desk.sealer(for: file)
        let name = try sealer.seal(draft.authorityName, "removal", id, "authority_name")
        let note = try sealer.seal(draft.note, "removal", id, "note")
        guard draft.day <= room.day(of: now) else { throw ReturnRefused.inFuture }
        try await desk.change(.authoriseReturn, in: file, for: actor, detail: "removal against assessment") { tx, _, summary in
            let profile = room.profiles[summary.profile]
            guard draft.ground == Removal.noGround || profile.overrideOfReturn(draft.ground) != nil else {
                throw ReturnRefused.unknownOverride
            }
            let newest = try ReturnPlan.newest(in: file, tx: tx)
            let risk = try newest.flatMap { try RiskAssessment.newest(of: $0.id, tx: tx) }
            let consent = try ConsentLedger.latest(for: ReturnGrounds.purpose, to: newest?.partner, in: file, tx: tx)
            let hadConsent = consent?.isInForce(on: draft.day) ?? false
            try tx.run(
                """
                INSERT INTO removal (id, case_id, plan_id, authority, authority_name, ground, destination, removed_on, was_assessed,
                    serious_risks, had_consent, note, recorded_by, recorded_at)
                VALUES (\(id), \(file), \(newest?.id), \(draft.authority), \(name), \(draft.ground), \(draft.destination), \(draft.day),
                    \(risk != nil), \(risk?.serious.count ?? 0), \(hadConsent), \(note), \(actor.account), \(now))
                """
            )
            if let plan = newest, !plan.stage.isOver {
                try tx.run(
                    "UPDATE return_plan SET stage = 'removed', ended_at = \(now), version = version + 1 WHERE id = \(plan.id)")
                try CaseClock.stop(.arrival, in: file, subject: plan.id.bytes, as: .cancelled, at: now, tx: tx)
                if let share = plan.share { try CaseShare.close(share, in: file, at: now, tx: tx) }
            }
            try CaseEvent.write(.removed, in: file, by: actor, subject: id.bytes, detail: draft.ground, at: now, tx: tx)
            try Monitoring.tellKeeper(CaseMatter.removed, summary, at: now, tx: tx)
            // Those who watch over the figures of the node learn that it happened, and nothing of whom it happened to.
            try CaseMatter.post(
                CaseMatter.removalCounted.code, to: .deed(.readCaseFigures), about: file, subject: .some(nil), at: now, in: tx)
        }
    }
}
