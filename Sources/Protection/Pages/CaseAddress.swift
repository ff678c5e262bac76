package import Basics
import Web

/// The addresses of case files that every room of Protection links to.
package enum CaseAddress: Address {
    /// The work queue, with its search and filters.
    case files
    /// The same list as a file: a stem to which `.csv` or another ending is added.
    case list
    case file(ID<CaseFile>)
    /// Whole timeline.
    case timeline(ID<CaseFile>)
    /// Who the person is: opened for a purpose.
    case identity(ID<CaseFile>)
    case identityCorrection(ID<CaseFile>)
    /// Worker and deputy.
    case assignment(ID<CaseFile>)
    case takingUp(ID<CaseFile>)
    case label(ID<CaseFile>)
    /// Moving to the current version of the profile.
    case profile(ID<CaseFile>)
    /// The entries of one kind, and a form for another.
    case entries(ID<CaseFile>, String)
    case entry(ID<CaseFile>, String, ID<CaseEntry>)
    case withdrawal(ID<CaseFile>, String, ID<CaseEntry>)
    case authorities
    /// Two files that may be of one person, side by side.
    case join(ID<PersonMatch>)
    case authorityEnd(String, String)

    package var path: String {
        switch self {
        case .files: "/work/cases"
        case .list: "/work/case-list"
        case .file(let id): Self.path("work", "cases", "\(id)")
        case .timeline(let id): Self.path("work", "cases", "\(id)", "timeline")
        case .identity(let id): Self.path("work", "cases", "\(id)", "identity")
        case .identityCorrection(let id): Self.path("work", "cases", "\(id)", "identity", "correction")
        case .assignment(let id): Self.path("work", "cases", "\(id)", "assignment")
        case .takingUp(let id): Self.path("work", "cases", "\(id)", "taking-up")
        case .label(let id): Self.path("work", "cases", "\(id)", "label")
        case .profile(let id): Self.path("work", "cases", "\(id)", "profile")
        case .entries(let id, let kind): Self.path("work", "cases", "\(id)", "entries", kind)
        case .entry(let id, let kind, let entry): Self.path("work", "cases", "\(id)", "entries", kind, "\(entry)")
        case .withdrawal(let id, let kind, let entry): Self.path("work", "cases", "\(id)", "entries", kind, "\(entry)", "withdrawal")
        case .join(let match): Self.path("work", "joins", "\(match)")
        case .authorities: "/work/authorities"
        case .authorityEnd(let competence, let organisation): Self.path("work", "authorities", competence, organisation, "end")
        }
    }
}
