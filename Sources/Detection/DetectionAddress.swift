package import Basics
package import Protection
package import Web

/// The addresses of Detection.
package enum DetectionAddress: Address {
    /// What one's organisation raised.
    case referrals
    /// Where a referral begins.
    case new
    case drafts
    case draft(ID<Draft>)
    case step(ID<Draft>, ReferralStep)
    /// What to do at once about a danger.
    case actNow(ID<Draft>)
    case submission(ID<Draft>)
    case removal(ID<Draft>)
    case referral(ID<Referral>)
    case additions(ID<Referral>)
    case secondAsking(ID<Referral>)
    /// The card for somebody who refused, and whether they may be asked again.
    case card
    case contacts
    case reoffers
    case reoffer(ID<KeptContact>)
    case reofferOutcome(ID<KeptContact>)
    /// Blank forms to print.
    case paperForms
    case paperForm(Setting)
    case people
    case searches
    case matches
    /// What first responders wrote about the person of a file.
    case detection(ID<CaseFile>)

    package var path: String {
        switch self {
        case .referrals: "/work/referrals"
        case .new: "/work/referrals/new"
        case .drafts: "/work/referrals/drafts"
        case .draft(let id): Self.path("work", "referrals", "drafts", "\(id)")
        case .step(let id, let step): Self.path("work", "referrals", "drafts", "\(id)", "steps", step.rawValue)
        case .actNow(let id): Self.path("work", "referrals", "drafts", "\(id)", "act-now")
        case .submission(let id): Self.path("work", "referrals", "drafts", "\(id)", "submission")
        case .removal(let id): Self.path("work", "referrals", "drafts", "\(id)", "removal")
        case .referral(let id): Self.path("work", "referrals", "\(id)")
        case .additions(let id): Self.path("work", "referrals", "\(id)", "additions")
        case .secondAsking(let id): Self.path("work", "referrals", "\(id)", "second-asking")
        case .card: "/work/referrals/card"
        case .contacts: "/work/referrals/contacts"
        case .reoffers: "/work/referrals/reoffers"
        case .reoffer(let id): Self.path("work", "referrals", "reoffers", "\(id)")
        case .reofferOutcome(let id): Self.path("work", "referrals", "reoffers", "\(id)", "outcome")
        case .paperForms: "/work/referrals/paper"
        case .paperForm(let setting): Self.path("work", "referrals", "paper", setting.rawValue)
        case .people: "/work/people"
        case .searches: "/work/people/searches"
        case .matches: "/work/people/matches"
        case .detection(let id): Self.path("work", "cases", "\(id)", "detection")
        }
    }
}
