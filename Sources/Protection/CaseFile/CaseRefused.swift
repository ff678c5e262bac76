import Access
package import Basics
import Store
import Vocabulary

/// What Protection refuses about a case file.
package enum CaseRefused: Refusal {
    case closed, notAColleague, deputyIsWorker, assignedAlready, noAuthority, erased

    package var code: String {
        switch self {
        case .closed: "case.closed"
        case .notAColleague: "case.not-a-colleague"
        case .deputyIsWorker: "case.deputy-is-worker"
        case .assignedAlready: "case.assigned-already"
        case .noAuthority: "case.no-authority"
        case .erased: "case.erased"
        }
    }

    package var message: String {
        switch self {
        case .closed: "This file is closed. Reopen it first, with a reason."
        case .notAColleague: "Only somebody active in the organisation that keeps the file can work on it. Choose one of them."
        case .deputyIsWorker: "The deputy has to be somebody else than the worker. Choose another, or leave it empty."
        case .assignedAlready: "Somebody works on this file already, or it is closed. Look at it again."
        case .noAuthority:
            "No competent authority is named on this node yet. Ask its administrator to name one under “Competent authorities”."
        case .erased: "The person was erased; only the coded record is left."
        }
    }

    package var kind: RefusalKind { self == .assignedAlready ? .conflict : .invalid }
}
