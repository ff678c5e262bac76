import Access
import Basics
import Protection
import Store

/// The deeds of planning a return. Each checks its stage and the version that somebody looked at, in one transaction.
struct Returns: Sendable {
    let desk: FileDesk

    init(_ room: ProtectionRoom) { desk = FileDesk(room: room, part: .homeward) }

    private var room: ProtectionRoom { desk.room }

    func begin(_ kind: ReturnKind, to country: String, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.now
        try await desk.change(.planReturn, in: file, for: actor, detail: "return: begun") { tx, _, _ in
            if let plan = try ReturnPlan.newest(in: file, tx: tx), !plan.stage.isOver { throw ReturnRefused.openAlready }
            let id = ID<ReturnPlan>.new(at: now)
            try tx.run(
                """
                INSERT INTO return_plan (id, case_id, kind, stage, destination, opened_by, opened_at, version)
                VALUES (\(id), \(file), \(kind), 'considering', \(country), \(actor.account), \(now), 1)
                """
            )
            try CaseEvent.write(.returnBegun, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    /// What was weighed about one of the three ways, and what the person says.
    struct OptionDraft: Sendable {
        var option: ReturnOption
        var wish: ReturnOption.Wish
        var pro: String?
        var con: String?
        var ownView: String?
    }

    func weigh(_ draft: OptionDraft, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let now = desk.now
        let id = ID<OptionDraft>.new(at: now)
        let sealer = try await desk.sealer(for: file)
        let pro = try sealer.seal(draft.pro, "return_option", id, "pro")
        let con = try sealer.seal(draft.con, "return_option", id, "con")
        let view = try sealer.seal(draft.ownView, "return_option", id, "own_view")
        try await change(in: file, version: version, by: actor, detail: "return: option", .optionWeighed) { tx, plan, _ in
            try tx.run(
                """
                UPDATE return_option SET replaced_at = \(now)
                WHERE plan_id = \(plan.id) AND kind = \(draft.option) AND replaced_at IS NULL
                """
            )
            try tx.run(
                """
                INSERT INTO return_option (id, plan_id, case_id, kind, wish, pro, con, own_view, recorded_by, recorded_at)
                VALUES (\(id), \(plan.id), \(file), \(draft.option), \(draft.wish), \(pro), \(con), \(view), \(actor.account), \(now))
                """
            )
            return .none
        }
    }

    /// Records an assessment. One that finds a serious risk takes an agreement back, and stops a journey.
    func assess(
        _ scores: [String: Int], note: String?, mitigation: String?, in file: ID<CaseFile>, version: Int, by actor: Actor
    ) async throws {
        let now = desk.now
        let id = ID<RiskAssessment>.new(at: now)
        let sealer = try await desk.sealer(for: file)
        let sealedNote = try sealer.seal(note, "return_risk", id, "note")
        let sealedMitigation = try sealer.seal(mitigation, "return_risk", id, "mitigation")
        let profiles = room.profiles
        try await change(in: file, version: version, by: actor, detail: "return: risk", .risksAssessed) { tx, plan, summary in
            let form = profiles[summary.profile].assessment("return_risk")
            guard let form, Set(form.questions.codes) == Set(scores.keys) else { throw ReturnRefused.unanswered }
            let assessment = RiskAssessment(id: id, assessedAt: now, scores: scores)
            let before = try RiskAssessment.newest(of: plan.id, tx: tx)
            let isEased = before?.serious.contains { scores[$0].map { $0 < RiskAssessment.seriousScore } ?? false } ?? false
            guard !isEased || mitigation != nil else { throw ReturnRefused.mitigationNeeded }
            try tx.run(
                """
                INSERT INTO return_risk (id, plan_id, case_id, serious, note, mitigation, assessed_by, assessed_at)
                VALUES (\(id), \(plan.id), \(file), \(assessment.serious.count), \(sealedNote), \(sealedMitigation), \(actor.account),
                    \(now))
                """
            )
            for (question, score) in scores {
                try tx.run("INSERT INTO return_risk_score (risk_id, question, score) VALUES (\(id), \(question), \(score))")
            }
            guard !assessment.serious.isEmpty else { return ", serious_risks = 0" }
            try CaseEvent.write(.seriousRiskFound, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
            let count: SQL = ", serious_risks = \(assessment.serious.count)"
            switch plan.stage {
            case .agreed:
                return count
                    + ", stage = 'assessed', basis = NULL, consent_id = NULL, override_code = NULL, agreed_by = NULL, agreed_at = NULL"
            case .travelling:
                try Self.stopped(plan, .seriousRisk, by: actor, at: now, tx: tx)
                return count + ", stage = 'stopped', stop_reason = 'serious_risk', ended_at = \(now)"
            default: return count
            }
        }
    }

    /// A check of non-refoulement.
    struct CheckDraft: Sendable {
        var day: Day
        var checker: RefoulementCheck.Checker
        var grounds: [RefoulementCheck.Ground]
        var result: RefoulementCheck.Result
        var note: String?
    }

    func check(_ draft: CheckDraft, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let now = desk.now
        let id = ID<CheckDraft>.new(at: now)
        let note = try await desk.sealer(for: file).seal(draft.note, "return_check", id, "note")
        guard draft.day <= room.day(of: now) else { throw ReturnRefused.inFuture }
        try await change(in: file, version: version, by: actor, detail: "return: non-refoulement", .refoulementChecked) {
            tx, plan, summary in
            // What somebody found about a danger years before the person was met says nothing of today.
            guard draft.day >= room.day(of: summary.openedAt) else { throw ReturnRefused.beforeFile }
            try tx.run(
                """
                INSERT INTO return_check (id, plan_id, case_id, checked_on, checker, grounds, result, note, recorded_by, recorded_at)
                VALUES (\(id), \(plan.id), \(file), \(draft.day), \(draft.checker), \(draft.grounds.map(\.rawValue).joined(separator: " ")),
                    \(draft.result), \(note), \(actor.account), \(now))
                """
            )
            guard draft.result == .obstacle else { return .none }
            switch plan.stage {
            case .agreed:
                return ", stage = 'assessed', basis = NULL, consent_id = NULL, override_code = NULL, agreed_by = NULL, agreed_at = NULL"
            case .travelling:
                try Self.stopped(plan, .obstacle, by: actor, at: now, tx: tx)
                return ", stage = 'stopped', stop_reason = 'obstacle', ended_at = \(now)"
            default: return .none
            }
        }
    }

    func choosePartner(
        _ partner: ID<Organisation>, _ agreement: ReturnAgreement, note: String?, in file: ID<CaseFile>, version: Int, by actor: Actor
    ) async throws {
        let sealer = try await desk.sealer(for: file)
        try await change(in: file, version: version, by: actor, detail: "return: partner", .partnerChosen) { tx, plan, _ in
            guard plan.stage == .considering || plan.stage == .assessed else { throw ReturnRefused.notNow }
            let isPartner = try OrganisationChoice.partners(in: tx).contains { $0.id == partner }
            guard isPartner else { throw ReturnRefused.noPartner }
            let sealed = try sealer.seal(note, "return_plan", plan.id, "agreement_note")
            return ", partner_id = \(partner), agreement = \(agreement), agreement_note = \(sealed)"
        }
    }

    /// All three ways are weighed, the risks assessed and non-refoulement checked: what comes next is a decision.
    func conclude(in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        try await change(in: file, version: version, by: actor, detail: "return: assessed", .returnAssessed) { tx, plan, _ in
            _ = try plan.stage.moving(to: .assessed)
            guard plan.stage == .considering else { throw ReturnRefused.notNow }
            let weighed = try tx.count("SELECT count(*) FROM return_option WHERE plan_id = \(plan.id) AND replaced_at IS NULL")
            guard weighed == ReturnOption.allCases.count else { throw ReturnRefused.optionsMissing }
            guard try RiskAssessment.newest(of: plan.id, tx: tx) != nil else { throw ReturnRefused.notAssessed }
            guard try tx.exists("SELECT 1 FROM return_check WHERE plan_id = \(plan.id)") else { throw ReturnRefused.notChecked }
            return ", stage = 'assessed'"
        }
    }

    /// Authorises the return on its grounds.
    func agree(override: String?, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let (room, now) = (room, desk.now)
        try await change(in: file, version: version, by: actor, deed: .authoriseReturn, detail: "return: agreed", .returnAgreed) {
            tx, plan, summary in
            _ = try plan.stage.moving(to: .agreed)
            let grounds = try ReturnGrounds.find(
                for: plan, of: summary, override: override, profile: room.profiles[summary.profile], on: room.day(of: now), tx: tx)
            return """
                , stage = 'agreed', basis = \(grounds.basis), consent_id = \(grounds.consent), override_code = \(grounds.override),
                    agreed_by = \(actor.account), agreed_at = \(now)
                """
        }
    }

    /// Lets the partner see what the person agreed to: the return, and who they are where the consent covers that.
    func share(identity: Bool, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let (room, now) = (room, desk.now)
        try await desk.change(.shareCase, in: file, for: actor, detail: "return: shared") { tx, permit, summary in
            let plan = try ReturnPlan.underWay(in: file, tx: tx)
            guard let partner = plan.partner else { throw ReturnRefused.noPartner }
            let parts: Set<CasePart> = identity ? [.homeward, .identity] : [.homeward]
            let ground: DisclosureGround
            do {
                ground = try DisclosureGround.consent(
                    for: ReturnGrounds.purpose, to: partner, parts: parts, in: file, on: room.day(of: now), tx: tx)
            } catch ConsentRefused.childNotAsked { throw ReturnRefused.guardianMissing }
            if let old = plan.share { try CaseShare.close(old, in: file, at: now, tx: tx) }
            let share = try CaseShare.open(
                parts, of: file, to: partner, for: ReturnGrounds.purpose, on: ground, under: permit, at: now, tx: tx)
            try tx.runOnOne(
                """
                UPDATE return_plan SET share_id = \(share), version = version + 1 WHERE id = \(plan.id) AND version = \(version)
                """
            )
            try CaseMatter.post(
                CaseMatter.returnShared.code, to: .organisation(partner, .answerReferrals), about: file, at: now, in: tx)
        }
    }

    /// Changes the plan under way, from the version that somebody looked at; what the body gives is set besides.
    func change(
        in file: ID<CaseFile>, version: Int, by actor: Actor, deed: Deed = .planReturn, detail: String, _ event: CaseEvent.Kind,
        _ body: @escaping @Sendable (any Transaction, ReturnPlan, CaseSummary) throws -> SQL
    ) async throws {
        let now = desk.now
        try await desk.change(deed, in: file, for: actor, detail: detail) { tx, _, summary in
            let plan = try ReturnPlan.underWay(in: file, tx: tx)
            guard plan.version == version else { throw StoreRefused.changedMeanwhile }
            let set = try body(tx, plan, summary)
            try tx.runOnOne("UPDATE return_plan SET version = version + 1\(sql: set) WHERE id = \(plan.id) AND version = \(version)")
            try CaseEvent.write(event, in: file, by: actor, subject: plan.id.bytes, at: now, tx: tx)
        }
    }
}

extension OrganisationChoice {
    /// The open organisations in which somebody receives people who return.
    static func partners(in tx: any Transaction) throws -> [OrganisationChoice] {
        try tx.rows(
            """
            SELECT DISTINCT o.id, o.name FROM account_role r JOIN account a ON a.id = r.account_id
                JOIN organisation o ON o.id = a.organisation_id
            WHERE r.role = 'return-partner' AND a.state = 'active' AND o.closed_at IS NULL ORDER BY o.name LIMIT 500
            """
        ) { OrganisationChoice(id: try $0.id(0, of: Organisation.self), name: $0.text(1)) }
    }
}
