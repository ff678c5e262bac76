package import Access
package import Basics
package import Protection
import Web

/// The addresses of stewardship: what a file lives through besides the help itself.
package enum StewardshipAddress: Address {
    case closure(ID<CaseFile>)
    case reopening(ID<CaseFile>)
    case closedShare(ID<CaseFile>, ID<CaseShare>)
    case stoppedClock(ID<CaseFile>, ID<CaseClock>)
    case toBeForgotten
    case erasure(ID<CaseFile>)
    case hold(ID<CaseFile>)
    case holdEnd(ID<CaseFile>, ID<RetentionHold>)
    case bars(ID<CaseFile>)
    case barEnd(ID<CaseFile>, ID<Bar>)
    case conferences
    case newConference(ID<CaseFile>)
    case conference(ID<Conference>)
    case conferencePart(ID<Conference>, String)
    case minutes(ID<Conference>)
    case tasks
    case taskCompletion(ID<ConferenceTask>)
    case taskWithdrawal(ID<ConferenceTask>)
    case missing
    case missingReport(ID<CaseFile>)
    case missingEnd(ID<CaseFile>)
    case returnInterview(ID<CaseFile>)
    case glass
    case glassOpening(ID<GlassOpening>)
    case glassReviews
    case glassReview(ID<GlassOpening>)
    case caseloads
    case caseload(ID<Account>)
    case handOver(ID<Account>)
    case leave(ID<Account>)
    case leaveEnd(ID<Account>, ID<Leave>)
    case joins
    case join(ID<PersonMatch>)
    case joinPart(ID<PersonMatch>, String)
    case parting(ID<CaseFile>)
    case subjectAccess(ID<CaseFile>)
    case subjectSheet(ID<CaseFile>)
    case subjectData(ID<CaseFile>)
    case subjectHandover(ID<CaseFile>)
    case withholding(ID<CaseFile>)
    case withholdingEnd(ID<CaseFile>, ID<Withholding>)
    case transfers
    case newTransfer(ID<CaseFile>)
    case transfer(ID<Transfer>)
    case transferAnswer(ID<Transfer>, String)
    case death(ID<CaseFile>)

    package var path: String {
        switch self {
        case .closure(let id): Self.path("work", "cases", "\(id)", "closure")
        case .reopening(let id): Self.path("work", "cases", "\(id)", "reopening")
        case .closedShare(let id, let share): Self.path("work", "cases", "\(id)", "reopening", "shares", "\(share)")
        case .stoppedClock(let id, let clock): Self.path("work", "cases", "\(id)", "reopening", "clocks", "\(clock)")
        case .toBeForgotten: "/work/to-be-forgotten"
        case .erasure(let id): Self.path("work", "cases", "\(id)", "erasure")
        case .hold(let id): Self.path("work", "cases", "\(id)", "retention-hold")
        case .holdEnd(let id, let hold): Self.path("work", "cases", "\(id)", "retention-hold", "\(hold)", "end")
        case .bars(let id): Self.path("work", "cases", "\(id)", "bars")
        case .barEnd(let id, let bar): Self.path("work", "cases", "\(id)", "bars", "\(bar)", "end")
        case .conferences: "/work/conferences"
        case .newConference(let id): Self.path("work", "cases", "\(id)", "conferences")
        case .conference(let id): Self.path("work", "conferences", "\(id)")
        case .conferencePart(let id, let part): Self.path("work", "conferences", "\(id)", part)
        case .minutes(let id): Self.path("work", "conferences", "\(id)", "minutes")
        case .tasks: "/work/tasks"
        case .taskCompletion(let id): Self.path("work", "tasks", "\(id)", "completion")
        case .taskWithdrawal(let id): Self.path("work", "tasks", "\(id)", "withdrawal")
        case .missing: "/work/missing"
        case .missingReport(let id): Self.path("work", "cases", "\(id)", "missing")
        case .missingEnd(let id): Self.path("work", "cases", "\(id)", "missing", "end")
        case .returnInterview(let id): Self.path("work", "cases", "\(id)", "missing", "return-interview")
        case .glass: "/work/emergency"
        case .glassOpening(let id): Self.path("work", "emergency", "\(id)")
        case .glassReviews: "/work/emergency-reviews"
        case .glassReview(let id): Self.path("work", "emergency-reviews", "\(id)")
        case .caseloads: "/work/caseloads"
        case .caseload(let id): Self.path("work", "caseloads", "\(id)")
        case .handOver(let id): Self.path("work", "caseloads", "\(id)", "hand-over")
        case .leave(let id): Self.path("work", "caseloads", "\(id)", "leave")
        case .leaveEnd(let id, let leave): Self.path("work", "caseloads", "\(id)", "leave", "\(leave)", "end")
        case .joins: "/work/joins"
        case .join(let id): Self.path("work", "joins", "\(id)")
        case .joinPart(let id, let part): Self.path("work", "joins", "\(id)", part)
        case .parting(let id): Self.path("work", "cases", "\(id)", "parting")
        case .subjectAccess(let id): Self.path("work", "cases", "\(id)", "subject-access")
        case .subjectSheet(let id): Self.path("work", "cases", "\(id)", "subject-access", "sheet")
        case .subjectData(let id): Self.path("work", "cases", "\(id)", "subject-access", "data")
        case .subjectHandover(let id): Self.path("work", "cases", "\(id)", "subject-access", "handover")
        case .withholding(let id): Self.path("work", "cases", "\(id)", "subject-access", "withholding")
        case .withholdingEnd(let id, let one): Self.path("work", "cases", "\(id)", "subject-access", "withholding", "\(one)", "end")
        case .transfers: "/work/transfers"
        case .newTransfer(let id): CaseAddress.handOver(id).path
        case .transfer(let id): Self.path("work", "transfers", "\(id)")
        case .transferAnswer(let id, let answer): Self.path("work", "transfers", "\(id)", answer)
        case .death(let id): Self.path("work", "cases", "\(id)", "death")
        }
    }
}
