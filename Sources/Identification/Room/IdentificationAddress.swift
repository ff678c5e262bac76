import Basics
import Protection
import Web

/// The addresses of Identification.
enum IdentificationAddress: Address {
    /// What waits for the authority.
    case decisions
    /// Where a file stands, and every decision in it.
    case file(ID<CaseFile>)
    /// The form of one decision, and what it sets in motion.
    case decision(ID<CaseFile>, IdentificationStage)
    /// The second person's answer.
    case confirmation(ID<CaseFile>)
    case review(ID<CaseFile>)
    case appeals(ID<CaseFile>)
    case appealOutcome(ID<CaseFile>, ID<Appeal>)
    /// What the person was told of their rights, and when.
    case rights(ID<CaseFile>)
    case rightsIn(ID<CaseFile>, String)
    /// Detained, charged or facing removal.
    case punishment(ID<CaseFile>)
    case punishmentTold(ID<CaseFile>, ID<PunishmentAlert>)
    case punishmentOutcome(ID<CaseFile>, ID<PunishmentAlert>)
    /// Reflection period, permits and every clock.
    case periods(ID<CaseFile>)
    case reflectionExtension(ID<CaseFile>)
    case reflectionEnd(ID<CaseFile>)

    var path: String {
        switch self {
        case .decisions: "/work/decisions"
        case .file(let id): Self.path("work", "cases", "\(id)", "identification")
        case .decision(let id, let stage): Self.path("work", "cases", "\(id)", "identification", "decision", stage.rawValue)
        case .confirmation(let id): Self.path("work", "cases", "\(id)", "identification", "confirmation")
        case .review(let id): Self.path("work", "cases", "\(id)", "identification", "review")
        case .appeals(let id): Self.path("work", "cases", "\(id)", "identification", "appeals")
        case .appealOutcome(let id, let appeal): Self.path("work", "cases", "\(id)", "identification", "appeals", "\(appeal)", "outcome")
        case .rights(let id): Self.path("work", "cases", "\(id)", "rights")
        case .rightsIn(let id, let tag): Self.path("work", "cases", "\(id)", "rights", tag)
        case .punishment(let id): Self.path("work", "cases", "\(id)", "non-punishment")
        case .punishmentTold(let id, let alert): Self.path("work", "cases", "\(id)", "non-punishment", "\(alert)", "told")
        case .punishmentOutcome(let id, let alert): Self.path("work", "cases", "\(id)", "non-punishment", "\(alert)", "outcome")
        case .periods(let id): Self.path("work", "cases", "\(id)", "clocks")
        case .reflectionExtension(let id): Self.path("work", "cases", "\(id)", "clocks", "extension")
        case .reflectionEnd(let id): Self.path("work", "cases", "\(id)", "clocks", "end")
        }
    }
}
