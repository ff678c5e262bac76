import Access
import Basics
import Protection
import Store

extension Returns {
    /// The journey as it is planned.
    struct TravelDraft: Sendable {
        var travelOn: Day
        var arriveBy: Day
        var escort: Escort
        var documents: TravelDocument
        var itinerary: String?
    }

    func planTravel(_ draft: TravelDraft, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let sealer = try await desk.sealer(for: file)
        guard draft.travelOn <= draft.arriveBy else { throw ReturnRefused.datesReversed }
        try await change(in: file, version: version, by: actor, detail: "return: travel", .travelPlanned) { _, plan, summary in
            guard plan.stage == .agreed else { throw ReturnRefused.notNow }
            guard draft.travelOn >= desk.room.day(of: summary.openedAt) else { throw ReturnRefused.beforeFile }
            let sealed = try sealer.seal(draft.itinerary, "return_plan", plan.id, "itinerary")
            return """
                , travel_on = \(draft.travelOn), arrive_by = \(draft.arriveBy), escort = \(draft.escort), documents = \(draft.documents),
                    itinerary = \(sealed)
                """
        }
    }

    /// The person sets out. All that the return rests on is looked at once more: consent can be withdrawn up to this moment, and after.
    func depart(in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let (room, now) = (desk.room, desk.now)
        try await change(in: file, version: version, by: actor, detail: "return: departed", .departed) { tx, plan, summary in
            _ = try plan.stage.moving(to: .travelling)
            let profile = room.profiles[summary.profile]
            let grounds = try ReturnGrounds.find(
                for: plan, of: summary, override: plan.override, profile: profile, on: room.day(of: now), tx: tx)
            guard let partner = plan.partner, let arriveBy = plan.arriveBy, plan.travelOn != nil else { throw ReturnRefused.noTravel }
            try CaseClock.start(
                .arrival, in: file, of: partner, subject: plan.id.bytes, until: arriveBy, under: profile, at: now, tx: tx)
            return ", stage = 'travelling', departed_at = \(now), basis = \(grounds.basis), consent_id = \(grounds.consent)"
        }
    }

    /// The partner met the person. From this day their life is followed.
    func confirmArrival(on day: Day, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let (room, now) = (desk.room, desk.now)
        guard day <= room.day(of: now) else { throw ReturnRefused.inFuture }
        try await change(in: file, version: version, by: actor, deed: .monitorReintegration, detail: "return: arrived", .arrived) {
            tx, plan, summary in
            _ = try plan.stage.moving(to: .arrived)
            guard let partner = plan.partner, actor.organisation == partner else { throw ReturnRefused.notThePartner }
            let departed = try tx.row("SELECT departed_at FROM return_plan WHERE id = \(plan.id)") { $0.optionalInstant(0) } ?? nil
            guard day >= room.day(of: departed ?? summary.openedAt) else { throw ReturnRefused.beforeFile }
            if let consent = plan.consent, try Self.isWithdrawn(consent, tx: tx) { throw ReturnRefused.consentMissing }
            try CaseClock.stop(.arrival, in: file, subject: plan.id.bytes, as: .met, at: now, tx: tx)
            try CaseMatter.settle([.arrivalMissing], in: file, tx: tx)
            try MonitoringCourse.begin(
                .homeCountry, of: plan.id, by: partner, from: day, in: file, profile: room.profiles[summary.profile], actor: actor, at: now,
                tx: tx)
            try CaseMatter.tell(
                CaseMatter.arrivalConfirmed.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
            return ", stage = 'arrived', arrived_on = \(day), arrival_confirmed_by = \(actor.account), ended_at = \(now)"
        }
    }

    func stop(_ reason: StopReason, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let now = desk.now
        try await change(in: file, version: version, by: actor, detail: "return: stopped", .returnStopped) { tx, plan, _ in
            _ = try plan.stage.moving(to: .stopped)
            try Self.stopped(plan, reason, by: nil, at: now, tx: tx)
            return ", stage = 'stopped', stop_reason = \(reason), ended_at = \(now)"
        }
    }

    /// The person no longer wants it: the consent is withdrawn and the return stopped in one transaction, at any moment.
    func withdraw(in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let now = desk.now
        try await desk.change(.planReturn, in: file, for: actor, detail: "return: consent withdrawn") { tx, permit, _ in
            let plan = try ReturnPlan.underWay(in: file, tx: tx)
            let consent = try plan.consent ?? ConsentLedger.latest(for: ReturnGrounds.purpose, to: plan.partner, in: file, tx: tx)?.id
            guard let consent else { throw ReturnRefused.noConsentToWithdraw }
            if try !Self.isWithdrawn(consent, tx: tx) {
                try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            }
            try tx.runOnOne(
                """
                UPDATE return_plan SET stage = 'stopped', stop_reason = 'consent_withdrawn', ended_at = \(now), version = version + 1
                WHERE id = \(plan.id) AND version = \(version)
                """
            )
            try Self.stopped(plan, .consentWithdrawn, by: actor, at: now, tx: tx)
        }
    }

    /// What follows whenever a plan ends without an arrival: its clock, its share, and those who must know at once.
    static func stopped(
        _ plan: ReturnPlan, _ reason: StopReason, by actor: Actor?, at now: Instant, tx: any Transaction
    ) throws {
        try CaseClock.stop(.arrival, in: plan.file, subject: plan.id.bytes, as: .cancelled, at: now, tx: tx)
        if let partner = plan.partner, plan.share != nil {
            // Without a link: the file is closed to them from now on.
            try CaseMatter.post(
                CaseMatter.returnStopped.code, to: .organisation(partner, .answerReferrals), about: plan.file, subject: .some(nil), at: now,
                in: tx)
        }
        if let share = plan.share { try CaseShare.close(share, in: plan.file, at: now, tx: tx) }
        if let summary = try CaseSummary.find(plan.file, in: tx) {
            try CaseMatter.tell(
                CaseMatter.returnStopped.code, worker: summary.assignedTo, of: summary.organisation, about: plan.file, at: now, in: tx)
        }
        if let actor {
            try CaseEvent.write(
                .returnStopped, in: plan.file, by: actor, subject: plan.id.bytes, detail: reason.rawValue, at: now, tx: tx)
        }
    }

    static func isWithdrawn(_ consent: ID<Consent>, tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM consent WHERE id = \(consent) AND withdrawn_at IS NOT NULL")
    }
}

/// Stops what no consent carries any more: it may have been withdrawn in the ledger, or have run out before the journey.
enum ReturnGuard {
    static func job(_ room: ProtectionRoom) -> Job {
        Job("reintegration.consent", every: .minutes(1)) { tx, now in
            let today = room.day(of: now)
            let plans = try tx.rows(
                """
                SELECT \(sql: ReturnPlan.columns) FROM \(sql: ReturnPlan.source) JOIN consent k ON k.id = p.consent_id
                WHERE p.stage IN ('agreed', 'travelling') AND (k.withdrawn_at IS NOT NULL OR (p.stage = 'agreed' AND k.expires_on < \(today)))
                """
            ) { try ReturnPlan($0) }
            for plan in plans {
                try tx.run(
                    """
                    UPDATE return_plan SET stage = 'stopped', stop_reason = 'consent_withdrawn', ended_at = \(now), version = version + 1
                    WHERE id = \(plan.id)
                    """
                )
                try Returns.stopped(plan, .consentWithdrawn, by: nil, at: now, tx: tx)
                try CaseEvent.write(
                    .returnStopped, in: plan.file, by: nil, subject: plan.id.bytes, detail: StopReason.consentWithdrawn.rawValue, at: now,
                    tx: tx)
            }
        }
    }
}
