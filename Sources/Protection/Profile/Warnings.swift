/// How many days before each end the people concerned are warned.
package struct Warnings: Sendable, Hashable, ProfilePart {
    /// Before the decision on identification, and before the end of the time to ask for a review or to appeal.
    package let decision: Int
    /// Before a review has to be decided.
    package let review: Int
    /// Before a determination of best interests has to be looked at again.
    package let bestInterests: Int
    /// Before the last day of a temporary guardian.
    package let temporaryGuardian: Int
    /// Before an assessment or a safety plan has to be gone through again.
    package let plans: Int
    /// Before a hearing in proceedings, and before one about a claim.
    package let hearing: Int
    package let claimHearing: Int
    /// Before the last day to file a claim, the earliest first.
    package let claimLimit: [Int]

    init(_ part: inout ProfileReader) {
        decision = part.number("decision", in: 1...60)
        review = part.number("review", in: 1...60)
        bestInterests = part.number("bestInterests", in: 1...90)
        temporaryGuardian = part.number("temporaryGuardian", in: 1...60)
        plans = part.number("plans", in: 1...60)
        hearing = part.number("hearing", in: 1...60)
        claimHearing = part.number("claimHearing", in: 1...60)
        let limits = part.ascending("claimLimit", in: 1...365) ?? []
        claimLimit = limits.reversed()
        if limits.isEmpty { part.refuse("claimLimit", "must hold at least one number") }
    }

    private init(
        _ days: (decision: Int, review: Int, bestInterests: Int, guardian: Int, plans: Int, hearing: Int, claim: Int), _ limit: [Int]
    ) {
        (decision, review, bestInterests, temporaryGuardian) = (days.decision, days.review, days.bestInterests, days.guardian)
        (plans, hearing, claimHearing, claimLimit) = (days.plans, days.hearing, days.claim, limit)
    }

    /// For a country whose profile says nothing of them.
    static let usual = Warnings((decision: 7, review: 3, bestInterests: 14, guardian: 7, plans: 3, hearing: 7, claim: 3), [90, 30, 7])
}

/// How far ahead a day may be set where somebody sets it.
package struct Horizons: Sendable, Hashable, ProfilePart {
    /// The last day of a temporary guardian.
    package let temporaryGuardian: Deadline
    /// The day on which an assessment is repeated.
    package let assessment: Deadline
    /// When somebody who could not be reached is tried again.
    package let tryAgain: Deadline

    init(_ part: inout ProfileReader) {
        (temporaryGuardian, assessment) = (part.part("temporaryGuardian"), part.part("assessment"))
        tryAgain = part.part("tryAgain")
    }

    private init(_ temporaryGuardian: Deadline, _ assessment: Deadline, _ tryAgain: Deadline) {
        (self.temporaryGuardian, self.assessment, self.tryAgain) = (temporaryGuardian, assessment, tryAgain)
    }

    /// For a country whose profile says nothing of them.
    static let usual = Horizons(.days(366), .days(366), .days(7))
}
