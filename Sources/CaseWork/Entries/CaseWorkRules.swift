import Basics
import Protection
import Vocabulary
import Web

/// Rules over several fields of one entry.
enum CaseWorkRules {
    /// The second of two dates, whole or partial, can't be before the first for certain.
    static func inOrder(_ values: [String: EntryValue], _ first: String, _ last: String) throws(CaseWorkRefused) {
        guard case .date(let start)? = values[first], case .date(let end)? = values[last], let began = PartialDate(iso: start),
            let ended = PartialDate(iso: end)
        else { return }
        if ended.days.upperBound < began.days.lowerBound { throw .endBeforeBeginning }
    }

    /// A goal has a day on which it was reached when it was, and none otherwise.
    static func reached(_ values: [String: EntryValue]) throws(CaseWorkRefused) {
        let isReached = values["progress"] == .code("reached")
        let hasDay = if case .date? = values["reached_on"] { true } else { false }
        if hasDay, !isReached { throw .notReached }
        if isReached, !hasDay { throw .dayOfReachingNeeded }
    }
}

/// What this room refuses.
enum CaseWorkRefused: SpokenRefusal, CaseIterable {
    case endBeforeBeginning, notReached, dayOfReachingNeeded, ageAgainstPath
    case unknownForm, reviewInThePast, dayAhead, hearingAhead
    case notACode, ownCode, linkedAlready
    case fileMissing, fileTooLarge, fileOfAnotherKind, fileBroken, imageWithoutEnd, attachmentNotThere
    case interviewNotThere, wrongStage, reasonToRepeatNeeded, interpreterNeeded, childInterviewer

    var code: String {
        switch self {
        case .endBeforeBeginning: "casework.end-before-beginning"
        case .notReached: "casework.not-reached"
        case .dayOfReachingNeeded: "casework.day-of-reaching-needed"
        case .ageAgainstPath: "casework.age-against-path"
        case .unknownForm: "casework.unknown-form"
        case .reviewInThePast: "casework.review-in-the-past"
        case .dayAhead: "casework.day-ahead"
        case .hearingAhead: "casework.hearing-ahead"
        case .notACode: "casework.not-a-code"
        case .ownCode: "casework.own-code"
        case .linkedAlready: "casework.linked-already"
        case .fileMissing: "casework.file-missing"
        case .fileTooLarge: "casework.file-too-large"
        case .fileOfAnotherKind: "casework.file-of-another-kind"
        case .fileBroken: "casework.file-broken"
        case .imageWithoutEnd: "casework.image-without-end"
        case .attachmentNotThere: "casework.attachment-not-there"
        case .interviewNotThere: "casework.interview-not-there"
        case .wrongStage: "casework.wrong-stage"
        case .reasonToRepeatNeeded: "casework.reason-to-repeat-needed"
        case .interpreterNeeded: "casework.interpreter-needed"
        case .childInterviewer: "casework.child-interviewer"
        }
    }

    var message: String { words[.en] }

    var kind: RefusalKind {
        switch self {
        case .unknownForm, .attachmentNotThere, .interviewNotThere: .notFound
        case .wrongStage: .conflict
        case .fileTooLarge: .tooLarge
        default: .invalid
        }
    }
}
