package import Vocabulary

/// What is known of one person's situation, as far as the definition of trafficking asks for it. Holds no identity.
///
/// Nothing has to be known: an empty set of facts is a valid one, and its classification says what is missing.
package struct Facts: Hashable, Sendable {
    /// What was done to the person (article 3 (a): the act).
    package var acts: Set<Act> = []
    /// How (article 3 (a): the means).
    package var means: Set<Means> = []
    /// What for (article 3 (a): the purpose). `Exploitation.unknown` names no purpose and counts as none.
    package var purposes: Set<Exploitation> = []
    package var age: Age = .unknown(reasonToBelieveChild: false)
    /// Whether somebody says that the person agreed.
    package var consentClaimed = false
    package var crossedBorder = false
    package var organisedGroup = false
    package var labour: Set<LabourBreach> = []
    package var smuggling: Set<SmugglingSign> = []

    package init() {}

    /// What is known of the person's age.
    package enum Age: Hashable, Sendable {
        /// Completed years, 0 to 125.
        case years(Int)
        case child, adult
        /// Not known; with or without a reason to believe that the person is under eighteen.
        case unknown(reasonToBelieveChild: Bool)
    }

    /// The person is a child, or has to be treated as one until the contrary is known.
    package var concernsChild: Bool {
        switch age {
        case .years(let years): years < 18
        case .child: true
        case .adult: false
        case .unknown(let reason): reason
        }
    }

    /// The purposes that name a form of exploitation.
    package var knownPurposes: Set<Exploitation> { purposes.subtracting([.unknown]) }
}

/// A breach of labour law that is not by itself exploitation in the sense of the definition.
package enum LabourBreach: String, CaseIterable, Sendable, Codable {
    case wagesWithheld = "wages_withheld"
    case belowMinimumWage = "below_minimum_wage"
    case excessiveHours = "excessive_hours"
    case unsafeConditions = "unsafe_conditions"
    case noContract = "no_contract"
    case recruitmentFees = "recruitment_fees"
}

/// What points to smuggling: help to cross a border unlawfully, for a benefit.
package enum SmugglingSign: String, CaseIterable, Sendable, Codable {
    /// Somebody was paid to bring the person across a border.
    case paidForCrossing = "paid_for_crossing"
    /// Those who brought the person had no more to do with them once the border was crossed.
    case endedWithCrossing = "ended_with_crossing"
}
