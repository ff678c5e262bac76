package import Access
package import Basics
package import Web

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
    /// Handing the file over to another organisation: which one, what it will see, on which ground.
    case handOver(ID<CaseFile>)
    /// The consent ledger, with its form.
    case consents(ID<CaseFile>)
    /// What one raised oneself, with its state.
    case filesRaised
    /// Choosing services for the person.
    case serviceReferral(ID<CaseFile>)
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
        case .handOver(let id): Self.path("work", "cases", "\(id)", "transfer")
        case .consents(let id): Self.path("work", "cases", "\(id)", "consents")
        case .filesRaised: "/work/referrals?whose=me"
        case .serviceReferral(let id): Self.path("work", "cases", "\(id)", "service-referral")
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

extension CaseAddress {
    /// Handing a file over to this organisation.
    package static func handOver(_ file: ID<CaseFile>, to organisation: ID<Organisation>) -> QualifiedAddress {
        CaseAddress.handOver(file).with("receiver", "\(organisation)")
    }

    /// Asking for a consent that something waits for: the form is filled in with whom and what for, and leads back to a hand-over.
    package static func consent(
        _ file: ID<CaseFile>, for purpose: String, to organisation: ID<Organisation>, thenHandOver: Bool = false
    ) -> QualifiedAddress {
        let parts = [("purpose", purpose), ("recipient", "\(organisation)")] + (thenHandOver ? [("then", "hand-over")] : [])
        return CaseAddress.consents(file).with(parts.map { (name: $0.0, value: $0.1) })
    }
}
