import Access
import Basics
import Protection
import Store

/// An assessment of somebody’s age: only on a ground, with the guardian’s consent and the child’s view, the gentlest method first.
///
/// opened → agreed (or refused, and the child stays a child) → decided → under review → decided
struct AgeAssessment: Sendable {
    enum Stage: String, CaseIterable, Sendable, SQLBindable {
        case opened, agreed, refused, decided
        case underReview = "under_review"
    }

    let id: ID<AgeAssessment>
    let stage: Stage
    let ground: AgeGround
    let openedAt: Instant
    let guardian: ID<Account>?
    let childView: ChildView?
    let outcome: AgeOutcome?
    let version: Int

    static func find(_ id: ID<AgeAssessment>, in file: ID<CaseFile>, tx: any Transaction) throws -> AgeAssessment {
        guard let found = try all(in: file, tx: tx).first(where: { $0.id == id }) else { throw ChildRefused.hasNoSuchThing }
        return found
    }

    /// Newest first.
    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [AgeAssessment] {
        try tx.rows(
            """
            SELECT id, stage, ground, opened_at, guardian_id, child_view, outcome, version FROM age_assessment
            WHERE case_id = \(file) ORDER BY opened_at DESC, id DESC
            """
        ) { row in
            AgeAssessment(
                id: try row.id(0, of: AgeAssessment.self), stage: try row.choice(1, as: Stage.self),
                ground: try row.choice(2, as: AgeGround.self), openedAt: row.instant(3), guardian: try row.optionalID(4, of: Account.self),
                childView: try row.optionalChoice(5, as: ChildView.self), outcome: try row.optionalChoice(6, as: AgeOutcome.self),
                version: row.int(7)
            )
        }
    }
}

/// What one method found, with its margin: never a single number.
struct AgeFinding: Sendable {
    let method: AgeMethod
    let lowest: Int
    let highest: Int
    let foundOn: Day

    /// Oldest first.
    static func all(of assessment: ID<AgeAssessment>, tx: any Transaction) throws -> [AgeFinding] {
        try tx.rows(
            "SELECT method, lowest, highest, found_on FROM age_finding WHERE assessment_id = \(assessment) ORDER BY recorded_at, id"
        ) { row in
            AgeFinding(method: try row.choice(0, as: AgeMethod.self), lowest: row.int(1), highest: row.int(2), foundOn: try row.day(3))
        }
    }
}

/// A decision on an age; each stays to be read when a review decides anew.
struct AgeDecision: Sendable {
    let outcome: AgeOutcome
    let lowest: Int
    let highest: Int
    let decidedBy: ID<Account>
    let decidedAt: Instant
    let reviewUntil: Day

    /// Newest first.
    static func all(of assessment: ID<AgeAssessment>, tx: any Transaction) throws -> [AgeDecision] {
        try tx.rows(
            """
            SELECT outcome, lowest, highest, decided_by, decided_at, review_until FROM age_decision
            WHERE assessment_id = \(assessment) ORDER BY decided_at DESC, id DESC
            """
        ) { row in
            AgeDecision(
                outcome: try row.choice(0, as: AgeOutcome.self), lowest: row.int(1), highest: row.int(2),
                decidedBy: try row.id(3, of: Account.self), decidedAt: row.instant(4), reviewUntil: try row.day(5)
            )
        }
    }
}

/// What is refused about an age.
enum AgeRefused: Refusal {
    case openAlready, notThisStage, medicalFirst, nothingFound, benefitOfTheDoubt, reviewerIsDecider, ended, rangeReversed
    case viewNotAsked

    var code: String {
        switch self {
        case .openAlready: "age.open-already"
        case .notThisStage: "age.not-this-stage"
        case .medicalFirst: "age.medical-first"
        case .nothingFound: "age.nothing-found"
        case .benefitOfTheDoubt: "age.benefit-of-the-doubt"
        case .reviewerIsDecider: "age.reviewer-is-decider"
        case .ended: "age.review-time-over"
        case .rangeReversed: "age.range-reversed"
        case .viewNotAsked: "age.child-not-asked"
        }
    }

    var message: String {
        switch self {
        case .openAlready: "An assessment of this age is open already. Finish that one."
        case .notThisStage:
            "The assessment is at another step: the guardian agrees first, then findings are recorded, then the age is decided."
        case .medicalFirst:
            "A medical examination is the last resort. Record what documents, an interview and several professions together have told first."
        case .nothingFound: "Nothing was found yet. Record at least one finding with its margin before deciding."
        case .benefitOfTheDoubt:
            "The range that was found includes ages under 18. The person has the benefit of the doubt: they stay protected as a child."
        case .reviewerIsDecider: "Somebody else than who decided before decides after a review."
        case .ended: "The time to ask for a review is over. Open a new assessment if there are new grounds."
        case .rangeReversed: "The lowest age can’t be above the highest."
        case .viewNotAsked: "An age is assessed after the child was asked about it. Ask the child first; if unwell, wait."
        }
    }
}
