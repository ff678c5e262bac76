import Basics
import Protection
import Web

/// The addresses of assistance.
enum AssistanceAddress: Address {
    case consents(ID<CaseFile>)
    case consentShare(ID<CaseFile>, ID<Consent>)
    case consentWithdrawal(ID<CaseFile>, ID<Consent>)
    case services
    case newService
    case service(ID<AssistanceService>)
    case verification(ID<AssistanceService>)
    case serviceEnd(ID<AssistanceService>)
    /// Choosing services for the person of a file.
    case refer(ID<CaseFile>)
    /// Choosing what is shared, with a look at it as the recipient will have it.
    case shareSet(ID<CaseFile>)
    case referrals(ID<CaseFile>)
    case referralsToUs
    case referralsWeSent
    case referral(ID<ServiceReferral>)
    /// The answer to it, the start, the completion, the withdrawal, a message: what is posted to a referral.
    case deed(ID<ServiceReferral>, String)
    case package(String)
    case packageAnswer(String)
    /// What happened after a yes.
    case packageReport(String)
    case places
    case place(ID<ShelterPlace>)
    case stays(ID<ShelterPlace>)
    case placeEnd(ID<ShelterPlace>)
    case stayEnd(ID<ShelterStay>)
    case stayMove(ID<ShelterStay>)
    case interpreters
    case interpreter(ID<Interpreter>)
    case assignments(ID<CaseFile>)

    var path: String {
        switch self {
        case .consents(let id): Self.path("work", "cases", "\(id)", "consents")
        case .consentShare(let id, let consent): Self.path("work", "cases", "\(id)", "consents", "\(consent)", "share")
        case .consentWithdrawal(let id, let consent): Self.path("work", "cases", "\(id)", "consents", "\(consent)", "withdrawal")
        case .services: "/work/services"
        case .newService: "/work/services/new"
        case .service(let id): Self.path("work", "services", "\(id)")
        case .verification(let id): Self.path("work", "services", "\(id)", "verification")
        case .serviceEnd(let id): Self.path("work", "services", "\(id)", "end")
        case .refer(let id): Self.path("work", "cases", "\(id)", "service-referral")
        case .shareSet(let id): Self.path("work", "cases", "\(id)", "service-referral", "share-set")
        case .referrals(let id): Self.path("work", "cases", "\(id)", "service-referrals")
        case .referralsToUs: "/work/referrals-to-us"
        case .referralsWeSent: "/work/referrals-we-sent"
        case .referral(let id): Self.path("work", "service-referrals", "\(id)")
        case .deed(let id, let noun): Self.path("work", "service-referrals", "\(id)", noun)
        case .package(let token): Self.path("package", token)
        case .packageAnswer(let token): Self.path("package", token, "answer")
        case .packageReport(let token): Self.path("package", token, "report")
        case .places: "/work/places"
        case .place(let id): Self.path("work", "places", "\(id)")
        case .stays(let id): Self.path("work", "places", "\(id)", "stays")
        case .placeEnd(let id): Self.path("work", "places", "\(id)", "end")
        case .stayEnd(let id): Self.path("work", "stays", "\(id)", "end")
        case .stayMove(let id): Self.path("work", "stays", "\(id)", "move")
        case .interpreters: "/work/interpreters"
        case .interpreter(let id): Self.path("work", "interpreters", "\(id)")
        case .assignments(let id): Self.path("work", "cases", "\(id)", "interpreters")
        }
    }
}
