import Access
import Basics
import Protection
import Store
import Vocabulary

/// What assistance refuses.
enum ServiceRefused: Refusal {
    case skips, noService, barred, ownService, notOpen, placeTaken, nightsBackwards, notForThem, vettingExpired, checksMissing, noSuchFile,
        closedPlace, beforeBirth
    case wrongGround

    var code: String {
        switch self {
        case .skips: "service.skips"
        case .noService: "service.none"
        case .barred: "service.barred"
        case .ownService: "service.own"
        case .notOpen: "service.not-open"
        case .placeTaken: "place.taken"
        case .nightsBackwards: "place.nights-backwards"
        case .notForThem: "place.not-for-them"
        case .vettingExpired: "interpreter.vetting-expired"
        case .checksMissing: "interpreter.checks-missing"
        case .noSuchFile: "place.no-such-file"
        case .closedPlace: "place.closed"
        case .beforeBirth: "place.before-birth"
        case .wrongGround: "service.wrong-ground"
        }
    }

    var message: String {
        switch self {
        case .skips: "This can’t come next: a referral is accepted, then started, then completed. Look at it again."
        case .noService: "Choose at least one service that is still in the directory."
        case .barred: "This file is kept from that organisation. Choose another service."
        case .ownService: "Your own organisation keeps this file and sees it already. Assign a colleague instead."
        case .notOpen: "This referral has ended, so nothing can be added to it. Send a new one."
        case .placeTaken: "Somebody stays in this place on one of these nights already. Choose another place or other nights."
        case .nightsBackwards: "The last night lies before the first. Correct one of the two."
        case .notForThem: "This place is not for the person’s group. Choose another, or change whom the place is for."
        case .vettingExpired: "This interpreter’s vetting does not cover that day. Choose another, or have them vetted again first."
        case .checksMissing:
            "An interpreter is assigned only when a tie was ruled out, the person accepts them, and they are never alone together."
        case .noSuchFile: "No file with this code is open to you. Accept the referral first, then enter its code from the file."
        case .closedPlace: "This place is not in use any more. Choose another."
        case .beforeBirth: "The person was not born yet on the first night. Look at the year."
        case .wrongGround: "This ground does not hold for this file. Choose consent, or a law of the country’s profile."
        }
    }

    var kind: RefusalKind { self == .placeTaken ? .conflict : .invalid }
}
