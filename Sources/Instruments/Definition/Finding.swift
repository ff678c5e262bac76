/// What one step of the reasoning found. The raw value is the code that programs read; it never changes its meaning.
package enum Finding: String, CaseIterable, Sendable, Codable {
    case ageChild = "age.child"
    case agePresumedChild = "age.presumed_child"
    case ageAdult = "age.adult"
    case ageUnknown = "age.unknown"
    case actShown = "act.shown"
    case actMissing = "act.missing"
    case purposeShown = "purpose.shown"
    case purposeBeyondList = "purpose.beyond_list"
    case purposeMissing = "purpose.missing"
    case meansNotNeeded = "means.not_needed"
    case meansShown = "means.shown"
    case meansMissing = "means.missing"
    case consentCancelledByMeans = "consent.cancelled_by_means"
    case consentOfChild = "consent.of_child"
    case consentWithoutMeans = "consent.without_means"
    case borderNotRequired = "border.not_required"
    case groupNotRequired = "group.not_required"
    case smugglingSigns = "smuggling.signs"
    case smugglingGoesOn = "smuggling.goes_on"
    case smugglingBeside = "smuggling.beside"
    case labourSigns = "labour.signs"
    case labourBeside = "labour.beside"
    case resultTrafficking = "result.trafficking"
    case resultTraffickingInChild = "result.trafficking_in_child"
    case resultElementMissing = "result.element_missing"
    case resultSmuggling = "result.signs_of_smuggling"
    case resultLabour = "result.labour_violation"

    /// The question of the step: what stands before the dot of the code.
    package var question: Question {
        switch self {
        case .ageChild, .agePresumedChild, .ageAdult, .ageUnknown: .age
        case .actShown, .actMissing: .act
        case .purposeShown, .purposeBeyondList, .purposeMissing: .purpose
        case .meansNotNeeded, .meansShown, .meansMissing: .means
        case .consentCancelledByMeans, .consentOfChild, .consentWithoutMeans: .consent
        case .borderNotRequired: .border
        case .groupNotRequired: .group
        case .smugglingSigns, .smugglingGoesOn, .smugglingBeside: .smuggling
        case .labourSigns, .labourBeside: .labour
        case .resultTrafficking, .resultTraffickingInChild, .resultElementMissing, .resultSmuggling, .resultLabour: .result
        }
    }

    /// The questions, in the order in which they are asked.
    package enum Question: String, CaseIterable, Sendable, Codable {
        case age, act, purpose, means, consent, border, group, smuggling, labour, result
    }

    /// What the finding rests on.
    package var clauses: [Clause] {
        switch self {
        case .ageChild, .ageAdult, .ageUnknown: [.child]
        case .agePresumedChild: [.childIdentified, .child]
        case .actShown, .actMissing, .purposeShown, .purposeBeyondList, .purposeMissing, .meansShown, .meansMissing: [.definition]
        case .meansNotNeeded: [.noMeansForChild, .childDefinition]
        case .consentCancelledByMeans, .consentWithoutMeans: [.consent]
        case .consentOfChild: [.noMeansForChild, .childDefinition]
        case .borderNotRequired: [.scope, .anyOffender]
        case .groupNotRequired: [.scope, .anyOffender]
        case .smugglingSigns, .smugglingGoesOn, .smugglingBeside: [.smuggling, .notSmuggling]
        case .labourSigns, .labourBeside: [.labourLaw, .hiddenExploitation]
        case .resultTrafficking: [.definition, .oneDefinition]
        case .resultTraffickingInChild: [.noMeansForChild, .child, .oneDefinition]
        case .resultElementMissing: [.definition, .oneDefinition]
        case .resultSmuggling: [.smuggling, .oneDefinition]
        case .resultLabour: [.labourLaw, .oneDefinition]
        }
    }
}
