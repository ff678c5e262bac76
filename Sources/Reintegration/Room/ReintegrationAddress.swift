import Basics
import Protection
import Web

/// The addresses of returns, monitoring and claims.
enum ReintegrationAddress: Address {
    case returns
    case removals
    case plan(ID<CaseFile>)
    case step(ID<CaseFile>, ReturnStep)
    case removal(ID<CaseFile>)
    /// Reports due.
    case reports
    case life(ID<CaseFile>)
    case stay(ID<CaseFile>)
    case report(ID<CaseFile>, ID<MonitoringCheck>)
    case renewal(ID<CaseFile>, ID<MonitoringReport>)
    case claims
    case claimsOf(ID<CaseFile>)
    case newClaim(ID<CaseFile>)
    case claim(ID<CaseFile>, ID<Claim>)
    case claimChange(ID<CaseFile>, ID<Claim>)
    case claimStage(ID<CaseFile>, ID<Claim>)
    case hearing(ID<CaseFile>, ID<Claim>)
    case payment(ID<CaseFile>, ID<Claim>)
    case wages(ID<CaseFile>, ID<Claim>)
    case wageEnd(ID<CaseFile>, ID<Claim>, ID<KeptWagePeriod>)
    case wageAsking(ID<CaseFile>, ID<Claim>)

    var path: String {
        switch self {
        case .returns: "/work/returns"
        case .removals: "/work/removals"
        case .plan(let file): Self.path("work", "cases", "\(file)", "return")
        case .step(let file, let step): Self.path("work", "cases", "\(file)", "return", step.rawValue)
        case .removal(let file): Self.path("work", "cases", "\(file)", "removal")
        case .reports: "/work/reintegration"
        case .life(let file): Self.path("work", "cases", "\(file)", "reintegration")
        case .stay(let file): Self.path("work", "cases", "\(file)", "reintegration", "stay")
        case .report(let file, let check): Self.path("work", "cases", "\(file)", "reintegration", "\(check)")
        case .renewal(let file, let report): Self.path("work", "cases", "\(file)", "reintegration", "\(report)", "referral")
        case .claims: "/work/claims"
        case .claimsOf(let file): Self.path("work", "cases", "\(file)", "claims")
        case .newClaim(let file): Self.path("work", "cases", "\(file)", "claims", "new")
        case .claim(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)")
        case .claimChange(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "change")
        case .claimStage(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "stage")
        case .hearing(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "hearings")
        case .payment(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "payments")
        case .wages(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "wages")
        case .wageEnd(let file, let claim, let period):
            Self.path("work", "cases", "\(file)", "claims", "\(claim)", "wages", "\(period)", "withdrawal")
        case .wageAsking(let file, let claim): Self.path("work", "cases", "\(file)", "claims", "\(claim)", "wages", "asking")
        }
    }
}
