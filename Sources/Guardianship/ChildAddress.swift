import Basics
import Protection
import Web

/// The addresses of the protection of children.
enum ChildAddress: Address {
    case children, guardians, myChildren, consentsAsked, consentsOfAuthority
    case vetting(String)
    /// All about a child, in one place.
    case file(ID<CaseFile>)
    case acknowledgement(ID<CaseFile>)
    case doubt(ID<CaseFile>)
    case ages(ID<CaseFile>)
    case age(ID<CaseFile>, ID<AgeAssessment>)
    case agePart(ID<CaseFile>, ID<AgeAssessment>, String)
    case guardian(ID<CaseFile>)
    case guardianEnd(ID<CaseFile>, ID<GuardianAppointment>)
    case consents(ID<CaseFile>)
    case consent(ID<CaseFile>, ID<ConsentRequest>)
    case consentAnswer(ID<CaseFile>, ID<ConsentRequest>)
    case consentEnd(ID<CaseFile>, ID<Consent>)
    case determinations(ID<CaseFile>)
    case determination(ID<CaseFile>, ID<BestInterests>)
    case determinationPart(ID<CaseFile>, ID<BestInterests>, String)
    case panelMemberEnd(ID<CaseFile>, ID<BestInterests>, ID<BestInterests.Member>)
    case tracings(ID<CaseFile>)
    case tracing(ID<CaseFile>, ID<FamilyTracing>)
    case tracingPart(ID<CaseFile>, ID<FamilyTracing>, String)

    var path: String {
        switch self {
        case .children: "/work/children"
        case .guardians: "/work/guardians"
        case .myChildren: "/work/my-children"
        case .consentsAsked: "/work/my-children/consents"
        case .consentsOfAuthority: "/work/children/consents"
        case .vetting(let account): Self.path("work", "guardians", account, "vetting")
        case .file(let id): of(id)
        case .acknowledgement(let id): of(id, "acknowledgement")
        case .doubt(let id): of(id, "age-doubt")
        case .ages(let id): of(id, "ages")
        case .age(let id, let one): of(id, "ages", "\(one)")
        case .agePart(let id, let one, let part): of(id, "ages", "\(one)", part)
        case .guardian(let id): of(id, "guardian")
        case .guardianEnd(let id, let one): of(id, "guardian", "\(one)", "end")
        case .consents(let id): of(id, "consents")
        case .consent(let id, let one): of(id, "consents", "\(one)")
        case .consentAnswer(let id, let one): of(id, "consents", "\(one)", "authority")
        case .consentEnd(let id, let one): of(id, "consents", "\(one)", "withdrawal")
        case .determinations(let id): of(id, "determinations")
        case .determination(let id, let one): of(id, "determinations", "\(one)")
        case .determinationPart(let id, let one, let part): of(id, "determinations", "\(one)", part)
        case .panelMemberEnd(let id, let one, let member): of(id, "determinations", "\(one)", "panel", "\(member)", "end")
        case .tracings(let id): of(id, "tracings")
        case .tracing(let id, let one): of(id, "tracings", "\(one)")
        case .tracingPart(let id, let one, let part): of(id, "tracings", "\(one)", part)
        }
    }

    private func of(_ id: ID<CaseFile>, _ rest: String...) -> String {
        CaseAddress.file(id).path + "/childhood" + rest.map { Self.path($0) }.joined()
    }
}
