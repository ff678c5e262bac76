package import Basics

/// What stewardship refuses.
package enum StewardshipRefused: Refusal, CaseIterable {
    case closedAlready, notClosed, followUpNeedsGuardian, presumptionOpen, notDecidedSo
    case retentionNotOver, heldBack, otherFileKept, joinedFileElsewhere, erasedAlready
    case barsKeeper, barsYourself, nobodyNamed
    case conferenceOver, notInvitable, nobodyTakes, conferenceNotHeld, taskSettled, meetsInThePast, notYetMet, taskDueInThePast
    case notMissing, missingAlready
    case glassShut, noSuchCode, reviewsOwn, reviewedAlready
    case nothingChosen, sameWorker, leaveBackwards
    case sameFile, joinedAlready, notJoined, matchSettled
    case nothingToHandOver
    case transferSettled, transferPending, transferToSelf, transferGroundGone
    case diedAlready

    package var code: String {
        switch self {
        case .closedAlready: "closure.already"
        case .notClosed: "closure.not-closed"
        case .presumptionOpen: "closure.presumption-open"
        case .notDecidedSo: "closure.not-decided-so"
        case .followUpNeedsGuardian: "closure.follow-up-needs-guardian"
        case .retentionNotOver: "erasure.retention-not-over"
        case .heldBack: "erasure.held-back"
        case .otherFileKept: "erasure.other-file-kept"
        case .joinedFileElsewhere: "erasure.joined-file-elsewhere"
        case .erasedAlready: "erasure.already"
        case .barsKeeper: "bar.keeper"
        case .barsYourself: "bar.yourself"
        case .nobodyNamed: "bar.nobody-named"
        case .conferenceOver: "conference.over"
        case .notInvitable: "conference.not-invitable"
        case .nobodyTakes: "transfer.nobody-takes"
        case .conferenceNotHeld: "conference.not-held"
        case .taskSettled: "conference.task-settled"
        case .meetsInThePast: "conference.meets-in-the-past"
        case .notYetMet: "conference.not-yet-met"
        case .taskDueInThePast: "conference.task-due-in-the-past"
        case .notMissing: "missing.not-missing"
        case .missingAlready: "missing.already"
        case .glassShut: "glass.shut"
        case .noSuchCode: "glass.no-such-code"
        case .reviewsOwn: "glass.own-opening"
        case .reviewedAlready: "glass.reviewed-already"
        case .nothingChosen: "caseload.nothing-chosen"
        case .sameWorker: "caseload.same-worker"
        case .leaveBackwards: "leave.backwards"
        case .sameFile: "join.same-file"
        case .joinedAlready: "join.already"
        case .notJoined: "join.not-joined"
        case .matchSettled: "join.match-settled"
        case .nothingToHandOver: "subject.nothing-to-hand-over"
        case .transferSettled: "transfer.settled"
        case .transferPending: "transfer.pending"
        case .transferToSelf: "transfer.to-self"
        case .transferGroundGone: "transfer.ground-gone"
        case .diedAlready: "death.already"
        }
    }

    package var message: String {
        switch self {
        case .closedAlready: "This file is closed already. Look at it again."
        case .notClosed: "This file is not closed. Close it first, then come back."
        case .notDecidedSo: "Nobody has decided that this person is no victim. Choose another reason."
        case .presumptionOpen:
            "A presumption or a review is open in this file. Ask the identifying authority to decide first, or choose a reason that ends it: the person died or left, or the file was opened in error."
        case .followUpNeedsGuardian:
            "For a child the guardian agrees to being contacted later, and this child has none. Name a guardian first, or choose that nobody agreed."
        case .retentionNotOver: "The file must still be kept. Erase it after that day, or on the person’s own request."
        case .heldBack: "The file is held back from erasure. End the hold first, if its reason is gone."
        case .otherFileKept:
            "Another file still needs this person. It has to be closed, and its time to be over, before anything is erased."
        case .joinedFileElsewhere:
            "This file is joined with one that another organisation keeps: both are of one person, who is erased as a whole. Ask whoever joined the files, or the organisation that keeps the other one."
        case .erasedAlready: "The person was erased already."
        case .barsKeeper: "The organisation that keeps the file can’t be barred from it. Transfer the file to another organisation first."
        case .barsYourself: "You can’t bar yourself. Ask your supervisor to give the file to somebody else."
        case .nobodyNamed: "Nobody of that name has an account here. Check the sign-in name, or choose the whole organisation."
        case .conferenceOver: "This conference is over, or was cancelled. Call a new one."
        case .nobodyTakes:
            "Nobody of that organisation may take a file over on this node. Choose another, or ask its administrator to name a supervisor."
        case .notInvitable:
            "Only an organisation with which the file is shared can be invited or given a task. Share it first, on a ground."
        case .conferenceNotHeld: "Record that the conference was held, and who came, before its decisions."
        case .taskSettled: "This task is done or withdrawn already. Look at the list again."
        case .meetsInThePast:
            "A conference is called for this hour or a later one, and that one is over. Write a later hour, or a later day."
        case .notYetMet:
            "This conference has not begun, so nobody can have come. Record who came after its day and hour, or cancel it and call another."
        case .taskDueInThePast: "The day by which it is to be done is over. Write today or a day to come."
        case .notMissing: "Nobody is reported missing in this file. Look at it again."
        case .missingAlready: "The person is reported missing already. Look at the file again."
        case .glassShut: "This opening has ended. If there is a new emergency, open the file again with its reason."
        case .noSuchCode: "No file can be opened with this code. Check it letter by letter."
        case .reviewsOwn: "An opening is reviewed by somebody else than the person who opened. Leave it to a colleague."
        case .reviewedAlready: "This opening was reviewed already. Look at the list again."
        case .nothingChosen: "Choose at least one file, and whom it goes to."
        case .sameWorker: "The files are with this person already. Choose somebody else."
        case .leaveBackwards: "The last day lies before the first. Correct one of them."
        case .sameFile: "These are the same file."
        case .joinedAlready: "One of these files is joined to another already. Part them first."
        case .notJoined: "This file is not joined to another. Look at it again."
        case .matchSettled: "This match was settled already. Look at the list again."
        case .nothingToHandOver: "Record first that the person asked, and in which way it reaches them safely."
        case .transferSettled: "This transfer has been answered or withdrawn already. Look at the list again."
        case .transferPending: "A transfer of this file is waiting for its answer. Withdraw it first."
        case .transferToSelf: "Your organisation keeps the file already. Choose another."
        case .transferGroundGone:
            "The ground of this hand-over no longer holds: the consent was withdrawn or has ended, or the file now holds more than the person was asked about. Ask whoever proposed it to look after the consent, then to propose it again."
        case .diedAlready: "The death is recorded already. Correct it in the file’s history."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .closedAlready, .erasedAlready, .conferenceOver, .taskSettled, .missingAlready, .notMissing, .reviewedAlready, .joinedAlready,
            .matchSettled, .transferSettled, .transferPending, .diedAlready, .notJoined:
            .conflict
        case .noSuchCode, .glassShut: .notFound
        default: .invalid
        }
    }
}
