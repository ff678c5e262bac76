/// How soon each thing must happen.
package struct Deadlines: Sendable, Hashable, ProfilePart {
    /// The identifying authority answers that a referral arrived.
    package let acknowledgement: Deadline
    /// It decides whether to presume that the person is a victim, from the arrival of the referral.
    package let presumption: Deadline
    /// It decides, from the presumption.
    package let decision: Deadline
    /// The person may ask for a review, from the day they were told.
    package let review: Deadline
    /// The person may appeal, from the day they were told.
    package let appeal: Deadline
    /// An adult who could not answer is asked again: the next working day where the country says nothing.
    package let askAgain: Deadline
    /// An adult who refused, and let a safe contact be kept, is asked again.
    package let reoffer: Deadline
    /// How many days a safe contact of an adult who refused is kept: 90 at most.
    package let safeContactKept: Int
    /// Somebody else reviews an opening of a file by breaking the glass.
    package let glassReview: Deadline
    /// After how many hours a person who is missing from care is taken to the next level.
    package let missingHours: Int

    init(_ part: inout ProfileReader) {
        acknowledgement = part.part("acknowledgement")
        presumption = part.part("presumption")
        decision = part.part("decision")
        review = part.part("review")
        appeal = part.part("appeal")
        if let node = part.optional("askAgain") {
            askAgain = part.read(node, at: part.place + ["askAgain"]) { Deadline(&$0) }
        } else {
            askAgain = .workingDays(1)
        }
        reoffer = part.part("reoffer")
        safeContactKept = part.part("safeContactKept") { $0.number("days", in: 1...90) } ?? 1
        glassReview = part.part("glassReview")
        missingHours = part.part("missing") { $0.number("hours", in: 1...168) } ?? 1
        if case .days(let asked) = reoffer, asked > safeContactKept, safeContactKept > 1 {
            part.refuse("reoffer", "comes after the safe contact is gone, which is kept for \(safeContactKept) days")
        }
    }
}
