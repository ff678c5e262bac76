import Store

/// How far it is decided whether a person is a victim. No stage is skipped, and each step is a decision with its authority and reasons.
package enum IdentificationStage: String, CaseIterable, Sendable, Hashable, SQLBindable {
    /// A referral arrived; nobody of the identifying authority has taken it up.
    case detected
    case underAssessment = "under_assessment"
    /// There are reasonable grounds: assistance is open from here on.
    case presumed
    case identified
    case notIdentified = "not_identified"
    /// The person, or somebody for them, asked for the negative decision to be looked at again.
    case underReview = "under_review"
    /// The review left the negative decision as it was.
    case upheld
    /// The review undid it: the person is a victim.
    case overturned

    /// Where it can go from here.
    package var next: [IdentificationStage] {
        switch self {
        case .detected: [.underAssessment]
        case .underAssessment: [.presumed, .notIdentified]
        case .presumed: [.identified, .notIdentified]
        case .notIdentified: [.underReview]
        case .underReview: [.upheld, .overturned]
        case .identified, .upheld, .overturned: []
        }
    }

    /// Where a court can put it: an appeal that is won undoes a negative decision at whatever point it stands.
    package var nextByCourt: [IdentificationStage] {
        [.notIdentified, .underReview, .upheld].contains(self) ? [.overturned] : []
    }

    /// Whether a second person of the authority must agree before it counts: whatever says no to somebody.
    package var needsSecondPerson: Bool { self == .notIdentified || self == .upheld }

    /// Whether the elements of the definition must be gone through to get here.
    package var needsFacts: Bool { [.presumed, .identified, .notIdentified, .upheld, .overturned].contains(self) }

    /// Whether the person is, or has to be treated as, a victim.
    package var opensAssistance: Bool { self == .presumed || self == .identified || self == .overturned }

    /// Whether a further decision is due.
    package var awaitsDecision: Bool { [.detected, .underAssessment, .presumed, .underReview].contains(self) }
}
