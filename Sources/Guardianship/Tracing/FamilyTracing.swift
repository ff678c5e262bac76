import Access
import Basics
import Protection
import Store

/// The search for a child’s family: only as the child wishes, and no contact before the risks were looked at and the authority approved.
///
/// requested → favourable (or unfavourable) → approved (or refused) → closed
struct FamilyTracing: Sendable {
    enum Stage: String, CaseIterable, Sendable, SQLBindable {
        case requested, favourable, unfavourable, approved, refused, closed
    }

    let id: ID<FamilyTracing>
    /// What stands on a request that leaves the country’s hands: random, and no code of the file.
    let reference: String
    let stage: Stage
    let kin: Kin
    let wish: TracingWish
    let risks: [TracingRisk: RiskAnswer]
    let requestedAt: Instant
    let checkedBy: ID<Account>?
    let version: Int

    struct Step: Sendable {
        let kind: TracingStepKind
        let result: TracingResult
        let on: Day
    }

    static func find(_ id: ID<FamilyTracing>, in file: ID<CaseFile>, tx: any Transaction) throws -> FamilyTracing {
        guard let found = try all(in: file, tx: tx).first(where: { $0.id == id }) else { throw ChildRefused.hasNoSuchThing }
        return found
    }

    /// Newest first.
    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [FamilyTracing] {
        try tx.rows(
            """
            SELECT id, reference, stage, kin, wish, risks, requested_at, checked_by, version FROM family_tracing
            WHERE case_id = \(file) ORDER BY requested_at DESC, id DESC
            """
        ) { row in
            FamilyTracing(
                id: try row.id(0, of: FamilyTracing.self), reference: row.text(1), stage: try row.choice(2, as: Stage.self),
                kin: try row.choice(3, as: Kin.self), wish: try row.choice(4, as: TracingWish.self),
                risks: read(row.optionalText(5) ?? ""), requestedAt: row.instant(6), checkedBy: try row.optionalID(7, of: Account.self),
                version: row.int(8)
            )
        }
    }

    func steps(tx: any Transaction) throws -> [Step] {
        try tx.rows("SELECT kind, result, done_on FROM tracing_step WHERE tracing_id = \(id) ORDER BY recorded_at, id") { row in
            Step(kind: try row.choice(0, as: TracingStepKind.self), result: try row.choice(1, as: TracingResult.self), on: try row.day(2))
        }
    }

    /// `family_involved:no threats:unknown`: what stands in the column.
    static func text(_ risks: [TracingRisk: RiskAnswer]) -> String {
        TracingRisk.allCases.compactMap { risk in risks[risk].map { "\(risk.rawValue):\($0.rawValue)" } }.joined(separator: " ")
    }

    private static func read(_ text: String) -> [TracingRisk: RiskAnswer] {
        let pairs = text.split(separator: " ").compactMap { part -> (TracingRisk, RiskAnswer)? in
            let halves = part.split(separator: ":")
            guard halves.count == 2, let risk = TracingRisk(rawValue: String(halves[0])),
                let answer = RiskAnswer(rawValue: String(halves[1]))
            else { return nil }
            return (risk, answer)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Favourable only when every risk was looked at and none is there. What is not known is no "no".
    static func isFavourable(_ risks: [TracingRisk: RiskAnswer], _ wish: TracingWish) -> Bool {
        wish.allowsContact && TracingRisk.allCases.allSatisfy { risks[$0] == .no }
    }
}

/// What is refused about tracing.
enum TracingRefused: Refusal {
    case notThisStage, noRiskCheck, notFavourable, checkerIsDecider, againstTheWish, noContactYet, familyDay

    var code: String {
        switch self {
        case .notThisStage: "tracing.not-this-stage"
        case .noRiskCheck: "tracing.no-risk-check"
        case .notFavourable: "tracing.not-favourable"
        case .checkerIsDecider: "tracing.checker-is-decider"
        case .againstTheWish: "tracing.against-the-wish"
        case .noContactYet: "tracing.no-contact-yet"
        case .familyDay: "tracing.day-ahead"
        }
    }

    var message: String {
        switch self {
        case .notThisStage: "The search is at another step: risks first, then the approval, then steps of contact."
        case .noRiskCheck: "Nobody is contacted before the risks were checked and the authority approved. Check the risks first."
        case .notFavourable: "The risk check speaks against contact, or leaves something unknown. Find out more and check again."
        case .checkerIsDecider: "Somebody else than who checked the risks approves."
        case .againstTheWish: "The child does not want this contact, or could not say so yet. Ask the child again later."
        case .noContactYet: "This search was not approved, or is closed: no step of contact can be recorded."
        case .familyDay: "A step can’t have been done after today."
        }
    }
}
