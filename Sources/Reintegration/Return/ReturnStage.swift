import Store

/// How far a return is prepared. There is no way from a serious risk to a journey: `agreed` is entered with `ReturnGrounds` alone.
enum ReturnStage: String, CaseIterable, Sendable, Hashable, SQLBindable {
    /// Options are weighed, risks looked into.
    case considering
    /// Options, risks and non-refoulement are on record.
    case assessed
    /// The return rests on its grounds, and somebody else than the planner authorised it.
    case agreed
    case travelling
    /// The partner confirmed it.
    case arrived
    case stopped
    /// An authority removed the person all the same. No return.
    case removed

    /// What may come next; everything else is refused.
    var next: Set<ReturnStage> {
        switch self {
        case .considering: [.assessed, .stopped, .removed]
        case .assessed: [.agreed, .stopped, .removed]
        // Back to assessed, when a new assessment finds a serious risk.
        case .agreed: [.assessed, .travelling, .stopped, .removed]
        case .travelling: [.arrived, .stopped, .removed]
        case .arrived, .stopped, .removed: []
        }
    }

    var isOver: Bool { next.isEmpty }

    /// - Throws: `ReturnRefused.notNow` when the step would skip one, or go back.
    func moving(to stage: ReturnStage) throws(ReturnRefused) -> ReturnStage {
        guard next.contains(stage) else { throw .notNow }
        return stage
    }
}

/// Where to.
enum ReturnKind: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case homeCountry = "return"
    case thirdCountry = "third_country"
}

/// Why a plan was stopped.
enum StopReason: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case consentWithdrawn = "consent_withdrawn"
    case seriousRisk = "serious_risk"
    case stays, obstacle
    case notPossible = "not_possible"
}

/// The agreement between States or organisations that a return uses.
enum ReturnAgreement: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case bilateral, regional, partners, none
}

/// Who travels along.
enum Escort: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case none, worker, guardian, partner, health
}

/// On which document.
enum TravelDocument: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case passport
    case travelDocument = "travel_document"
    case laissezPasser = "laissez_passer"
}

/// One of the three ways that are always weighed beside one another.
enum ReturnOption: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case stay
    case thirdCountry = "third_country"
    case homeCountry = "return"

    /// What the person says about it.
    enum Wish: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case wants
        case doesNot = "does_not"
        case unsure
    }
}

/// Whether non-refoulement stands in the way: by whom it was looked at, and on which grounds.
enum RefoulementCheck {
    enum Checker: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case asylumAuthority = "asylum_authority"
        case court, lawyer
        case ownOrganisation = "own_organisation"
    }

    /// What was looked at.
    enum Ground: String, CaseIterable, Sendable, Hashable {
        case persecution, torture
        case deathPenalty = "death_penalty"
        case inhumanTreatment = "inhuman_treatment"
        case traffickedAgain = "trafficked_again"
        case graveIllness = "grave_illness"
        case familyLife = "family_life"
        case bestInterests = "best_interests"
    }

    enum Result: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case noObstacle = "no_obstacle"
        case obstacle, unclear
    }
}
