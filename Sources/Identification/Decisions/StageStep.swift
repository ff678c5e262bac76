import Access
import Basics
import Protection
import Store

/// One step from a stage to the next, with all that it sets in motion: clocks, the reflection period, who is told. In one transaction.
struct StageStep: Sendable {
    let summary: CaseSummary
    let profile: CountryProfile
    let to: IdentificationStage
    let actor: Actor
    let now: Instant

    init(summary: CaseSummary, profile: CountryProfile, to: IdentificationStage, actor: Actor, at now: Instant) {
        (self.summary, self.profile, self.to, self.actor, self.now) = (summary, profile, to, actor, now)
    }

    var file: ID<CaseFile> { summary.id }
    var today: Day { profile.calendar.day(of: now) }

    /// The clock that this step answers.
    var answered: ClockKind? {
        switch summary.stage {
        case .detected: .acknowledgement
        case .underAssessment: .presumption
        case .presumed: .finalDecision
        case .notIdentified: .reviewWindow
        case .underReview: .reviewDecision
        case .identified, .upheld, .overturned: nil
        }
    }

    /// The day by which it was due.
    func due(in tx: any Transaction) throws -> Day? {
        guard let answered else { return nil }
        return try CaseClock.running(in: file, tx: tx).first { $0.kind == answered.code }?.due
    }

    /// Moves the file on. Nobody else can have moved it since it was read: the stage and its moment stand in the condition.
    func enter(decision: ID<IdentificationDecision>?, in tx: any Transaction) throws {
        let changed = try tx.run(
            """
            UPDATE case_file SET stage = \(to), stage_since = \(now), version = version + 1
            WHERE id = \(file) AND stage = \(summary.stage) AND stage_since = \(summary.stageSince) AND closed_at IS NULL
            """
        )
        guard changed == 1 else { throw IdentificationRefused.decidedMeanwhile }
        if summary.stage == .underReview { try CaseMatter.settle([.reviewAsked], in: file, tx: tx) }
        if let answered { try CaseClock.stop(answered, in: file, as: .met, at: now, tx: tx) }
        try CaseEvent.write(.stageReached(to), in: file, by: actor, subject: decision?.bytes, detail: to.rawValue, at: now, tx: tx)
        switch to {
        case .underAssessment: try takeUp(in: tx)
        case .presumed: try presume(in: tx)
        case .identified: try openAssistance(in: tx)
        case .notIdentified:
            try start(.reviewWindow, until: profile.deadlines.review, in: tx)
            try startAppealWindow(in: tx)
        case .underReview: try startReview(in: tx)
        case .upheld: try startAppealWindow(in: tx)
        case .overturned:
            for kind in [ClockKind.reviewWindow, .reviewDecision, .appealWindow] {
                try CaseClock.stop(kind, in: file, as: .cancelled, at: now, tx: tx)
            }
            try openAssistance(in: tx)
        case .detected: break
        }
        try CaseMatter.tell(
            CaseMatter.stageChanged.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
        if to == .notIdentified || to == .upheld || to == .overturned { try tellGuardians(in: tx) }
    }

    /// Counts the file on without moving it: a page that was opened before is out of date.
    func touch(in tx: any Transaction) throws {
        try tx.runOnOne("UPDATE case_file SET version = version + 1 WHERE id = \(file) AND stage = \(summary.stage) AND closed_at IS NULL")
    }

    private func takeUp(in tx: any Transaction) throws {
        try Desk.take(file, by: actor.account, in: tx)
        try CaseMatter.settle([.referralArrived], in: file, tx: tx)
        // The decision that is due from now on is this officer's; it rises to the supervisor when it is late.
        try tx.run(
            """
            UPDATE case_clock SET account_id = \(actor.account)
            WHERE case_id = \(file) AND stopped_at IS NULL AND kind = \(ClockKind.presumption.code)
                AND organisation_id = \(actor.organisation)
            """
        )
    }

    private func presume(in tx: any Transaction) throws {
        try CaseClock.start(
            .finalDecision, in: file, of: actor.organisation, account: actor.account,
            until: profile.deadlines.decision.due(from: today, in: profile.calendar), under: profile, at: now, tx: tx)
        try openAssistance(in: tx)
    }

    /// Assistance is open from this moment, whatever is decided later; so is the time to recover and to think.
    private func openAssistance(in tx: any Transaction) throws {
        try Reflection.begin(in: summary, profile, at: now, tx: tx)
        guard ![.presumed, .overturned].contains(summary.stage) else { return }
        try CaseEvent.write(.assistanceOpened, in: file, by: actor, detail: to.rawValue, at: now, tx: tx)
        try CaseMatter.tell(
            CaseMatter.assistanceOpened.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
    }

    private func startAppealWindow(in tx: any Transaction) throws {
        try CaseClock.stop(.appealWindow, in: file, as: .cancelled, at: now, tx: tx)
        try start(.appealWindow, until: profile.deadlines.appeal, in: tx)
    }

    /// The authority has as long to decide a review as the person had to ask for it.
    private func startReview(in tx: any Transaction) throws {
        let due = profile.deadlines.review.due(from: today, in: profile.calendar)
        for authority in try DecidingSeat.organisations(in: file, tx: tx) {
            try CaseClock.start(.reviewDecision, in: file, of: authority, until: due, under: profile, at: now, tx: tx)
            try CaseMatter.post(CaseMatter.reviewAsked.code, to: .organisation(authority, .confirmDecisions), about: file, at: now, in: tx)
        }
    }

    private func start(_ kind: ClockKind, until deadline: Deadline, in tx: any Transaction) throws {
        try CaseClock.start(
            kind, in: file, of: summary.organisation, until: deadline.due(from: today, in: profile.calendar), under: profile, at: now,
            tx: tx)
    }

    private func tellGuardians(in tx: any Transaction) throws {
        let guardians = try tx.rows(
            "SELECT account_id FROM case_member WHERE case_id = \(file) AND capacity = 'guardian' AND ended_at IS NULL"
        ) { try $0.id(0, of: Account.self) }
        for guardian in guardians {
            try CaseMatter.post(CaseMatter.stageChanged.code, to: .account(guardian), about: file, at: now, in: tx)
        }
    }
}
