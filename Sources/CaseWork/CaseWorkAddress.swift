import Basics
import Protection
import Web

/// The addresses of this room; those of its entries are `CaseAddress.entries`.
enum CaseWorkAddress: Address {
    /// The assessments of a file by one form, and a form for another.
    case assessments(ID<CaseFile>, String)
    case assessment(ID<CaseFile>, String, ID<Assessment>)
    case assessmentWithdrawal(ID<CaseFile>, String, ID<Assessment>)
    case coVictims(ID<CaseFile>)
    case coVictimWithdrawal(ID<CaseFile>, ID<CoVictimLink>)
    case lifeLine(ID<CaseFile>)
    case attachments(ID<CaseFile>)
    /// What is handed on: without what a camera wrote into it.
    case attachmentCopy(ID<CaseFile>, ID<Attachment>)
    case attachmentOriginal(ID<CaseFile>, ID<Attachment>)
    case attachmentWithdrawal(ID<CaseFile>, ID<Attachment>)
    case interviews(ID<CaseFile>)
    case interview(ID<CaseFile>, ID<Interview>)
    case interviewStep(ID<CaseFile>, ID<Interview>, String)

    var path: String {
        switch self {
        case .assessments(let file, let form): Self.path("work", "cases", "\(file)", "assessments", form)
        case .assessment(let file, let form, let id): Self.path("work", "cases", "\(file)", "assessments", form, "\(id)")
        case .assessmentWithdrawal(let file, let form, let id):
            Self.path("work", "cases", "\(file)", "assessments", form, "\(id)", "withdrawal")
        case .coVictims(let file): Self.path("work", "cases", "\(file)", "co-victims")
        case .coVictimWithdrawal(let file, let id): Self.path("work", "cases", "\(file)", "co-victims", "\(id)", "withdrawal")
        case .lifeLine(let file): Self.path("work", "cases", "\(file)", "life-line")
        case .attachments(let file): Self.path("work", "cases", "\(file)", "attachments")
        case .attachmentCopy(let file, let id): Self.path("work", "cases", "\(file)", "attachments", "\(id)", "copy")
        case .attachmentOriginal(let file, let id): Self.path("work", "cases", "\(file)", "attachments", "\(id)", "original")
        case .attachmentWithdrawal(let file, let id): Self.path("work", "cases", "\(file)", "attachments", "\(id)", "withdrawal")
        case .interviews(let file): Self.path("work", "cases", "\(file)", "interviews")
        case .interview(let file, let id): Self.path("work", "cases", "\(file)", "interviews", "\(id)")
        case .interviewStep(let file, let id, let step): Self.path("work", "cases", "\(file)", "interviews", "\(id)", step)
        }
    }
}
