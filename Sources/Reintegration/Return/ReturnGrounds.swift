import Access
import Basics
import Protection
import Store

/// What a return rests on. Only `find`, in this file, makes one, after looking at each record; so an agreement or a departure over an
/// unresolved serious risk does not compile.
struct ReturnGrounds: Sendable, Hashable {
    let basis: Basis
    let consent: ID<Consent>?
    let override: String?

    enum Basis: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case ownConsent = "own_consent"
        /// The guardian’s consent, and a best-interests determination in favour.
        case guardian
        /// An authority overrides: never called voluntary.
        case override
    }

    private init(_ basis: Basis, consent: ID<Consent>? = nil, override: String? = nil) {
        (self.basis, self.consent, self.override) = (basis, consent, override)
    }

    /// - Parameter override: the ground of the profile on which an authority overrides the want of consent; never a risk.
    static func find(
        for plan: ReturnPlan, of summary: CaseSummary, override: String?, profile: CountryProfile, on day: Day, tx: any Transaction
    ) throws -> ReturnGrounds {
        try requireSafety(of: plan, tx: tx)
        guard let partner = plan.partner else { throw ReturnRefused.noPartner }
        if let override {
            guard profile.overrideOfReturn(override) != nil else { throw ReturnRefused.unknownOverride }
            return ReturnGrounds(.override, override: override)
        }
        let consent = try ConsentLedger.latest(for: purpose, to: partner, in: plan.file, tx: tx)
        if summary.path.protectsAsChild {
            guard let consent, consent.isInForce(on: day), case .guardian = consent.givenBy else { throw ReturnRefused.guardianMissing }
            guard try hasDetermination(for: plan, tx: tx) else { throw ReturnRefused.determinationMissing }
            return ReturnGrounds(.guardian, consent: consent.id)
        }
        guard let consent, consent.isInForce(on: day) else { throw ReturnRefused.consentMissing }
        if case .guardian = consent.givenBy { return ReturnGrounds(.guardian, consent: consent.id) }
        return ReturnGrounds(.ownConsent, consent: consent.id)
    }

    /// What consent is asked for, in every profile.
    static let purpose = "return_planning"

    /// Options weighed, risks assessed with none of them serious, and non-refoulement checked with the way free.
    private static func requireSafety(of plan: ReturnPlan, tx: any Transaction) throws {
        guard let risk = try RiskAssessment.newest(of: plan.id, tx: tx) else { throw ReturnRefused.notAssessed }
        guard risk.serious.isEmpty, plan.seriousRisks == 0 else { throw ReturnRefused.seriousRisk }
        let result = try tx.row(
            "SELECT result FROM return_check WHERE plan_id = \(plan.id) ORDER BY recorded_at DESC, id DESC LIMIT 1"
        ) { try $0.choice(0, as: RefoulementCheck.Result.self) }
        guard let result else { throw ReturnRefused.notChecked }
        guard result == .noObstacle else { throw ReturnRefused.refoulement }
    }

    /// Whether the newest best-interests determination about where a child is to live is in favour of this return, and is not being
    /// looked at again. The room that holds determinations writes these events, with the option that was decided.
    private static func hasDetermination(for plan: ReturnPlan, tx: any Transaction) throws -> Bool {
        let decided = try tx.row(
            """
            SELECT subject_id, detail, at FROM case_event WHERE case_id = \(plan.file) AND kind = 'best-interests.decided'
                AND detail IN ('stay', 'family_return', 'care_return', 'third_country')
            ORDER BY at DESC, id DESC LIMIT 1
            """
        ) { (subject: $0.optionalBytes(0), option: $0.text(1), at: $0.instant(2)) }
        let wanted = plan.kind == .thirdCountry ? ["third_country"] : ["family_return", "care_return"]
        guard let decided, wanted.contains(decided.option) else { return false }
        return try !tx.exists(
            """
            SELECT 1 FROM case_event WHERE case_id = \(plan.file) AND kind = 'best-interests.reviewed' AND subject_id = \(decided.subject)
                AND at >= \(decided.at)
            """
        )
    }
}

/// One assessment of the risks of a return, scored by the profile's form.
struct RiskAssessment: Sendable {
    let id: ID<RiskAssessment>
    let assessedAt: Instant
    /// By question: 0 to 3.
    let scores: [String: Int]

    /// The score that lets nobody travel.
    static let seriousScore = 3

    /// The questions that were scored 3.
    var serious: [String] { scores.filter { $0.value == Self.seriousScore }.map(\.key).sorted() }

    static func newest(of plan: ID<ReturnPlan>, tx: any Transaction) throws -> RiskAssessment? {
        try all(of: plan, limit: 1, tx: tx).first
    }

    /// Newest first.
    static func all(of plan: ID<ReturnPlan>, limit: Int = 100, tx: any Transaction) throws -> [RiskAssessment] {
        let found = try tx.rows(
            "SELECT id, assessed_at FROM return_risk WHERE plan_id = \(plan) ORDER BY assessed_at DESC, id DESC LIMIT \(limit)"
        ) { (try $0.id(0, of: RiskAssessment.self), $0.instant(1)) }
        return try found.map { id, moment in
            let scores = try tx.rows("SELECT question, score FROM return_risk_score WHERE risk_id = \(id)") { ($0.text(0), $0.int(1)) }
            return RiskAssessment(id: id, assessedAt: moment, scores: Dictionary(scores) { first, _ in first })
        }
    }
}
