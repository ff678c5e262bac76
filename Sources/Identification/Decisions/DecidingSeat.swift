import Access
import Basics
import Protection
import Store

/// Who decides: an organisation that is competent to identify victims, and sits at this very file as the authority or keeps it itself.
enum DecidingSeat {
    static func isTaken(by organisation: ID<Organisation>, in file: ID<CaseFile>, tx: any Transaction) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM competent_authority a JOIN case_share s ON s.organisation_id = a.organisation_id
            WHERE a.competence = 'identification' AND a.organisation_id = \(organisation) AND s.case_id = \(file) AND s.closed_at IS NULL
                AND (s.seat = 'identification' OR s.seat = 'keeper')
            """
        )
    }

    static func require(_ actor: Actor, in file: ID<CaseFile>, tx: any Transaction) throws {
        guard try isTaken(by: actor.organisation, in: file, tx: tx) else { throw IdentificationRefused.notCompetent }
    }

    /// The authorities at a file: those who are told.
    static func organisations(in file: ID<CaseFile>, tx: any Transaction) throws -> [ID<Organisation>] {
        try tx.rows(
            """
            SELECT DISTINCT a.organisation_id FROM competent_authority a JOIN case_share s ON s.organisation_id = a.organisation_id
            WHERE a.competence = 'identification' AND s.case_id = \(file) AND s.closed_at IS NULL
                AND (s.seat = 'identification' OR s.seat = 'keeper') ORDER BY a.organisation_id
            """
        ) { try $0.id(0, of: Organisation.self) }
    }
}

/// What Identification refuses.
enum IdentificationRefused: Refusal {
    case notCompetent
    /// The stage was changed, or a proposal made, by somebody else in the meantime.
    case decidedMeanwhile
    case stageSkipped, pendingFirst, nothingPending
    case ownProposal, tookPart, tookPartAsSecond
    case elementMissing, elementsShown, evidenceMissing, basisNeeded, reasonsNeeded, dayInFuture, dayBeforeFile
    case lateReasonNeeded, nothingToReview, nothingToAppeal, appealDecided
    case alertSettled, notInReflection, noMoreExtensions, underThirtyDays, permitDays, permitEndNeeded, answerNeeded

    var code: String {
        switch self {
        case .notCompetent: "identification.not-competent"
        case .decidedMeanwhile: "identification.decided-meanwhile"
        case .stageSkipped: "identification.stage-skipped"
        case .pendingFirst: "identification.pending-first"
        case .nothingPending: "identification.nothing-pending"
        case .ownProposal: "identification.own-proposal"
        case .tookPart: "identification.took-part"
        case .tookPartAsSecond: "identification.took-part-as-second"
        case .elementMissing: "identification.element-missing"
        case .elementsShown: "identification.elements-shown"
        case .evidenceMissing: "identification.evidence-missing"
        case .basisNeeded: "identification.basis-needed"
        case .reasonsNeeded: "identification.reasons-needed"
        case .dayInFuture: "identification.day-in-future"
        case .dayBeforeFile: "identification.day-before-file"
        case .lateReasonNeeded: "identification.late-reason-needed"
        case .nothingToReview: "identification.nothing-to-review"
        case .nothingToAppeal: "identification.nothing-to-appeal"
        case .appealDecided: "identification.appeal-decided"
        case .alertSettled: "identification.alert-settled"
        case .notInReflection: "identification.not-in-reflection"
        case .noMoreExtensions: "identification.no-more-extensions"
        case .underThirtyDays: "identification.under-thirty-days"
        case .permitDays: "identification.permit-days"
        case .permitEndNeeded: "identification.permit-end-needed"
        case .answerNeeded: "identification.answer-needed"
        }
    }

    var message: String {
        switch self {
        case .notCompetent:
            "Your organisation is not the identifying authority of this file, so it can’t decide here. The authority decides; you can add to its working."
        case .decidedMeanwhile:
            "Somebody else decided while you had this page open. Your decision was not taken. What stands now is shown on the page: look at it, then decide whether anything is left to do."
        case .stageSkipped:
            "This decision can’t be taken at this stage: no stage is skipped. Look at where the file stands, and take the next step."
        case .pendingFirst: "A decision that says no waits for a second person. It has to be confirmed or sent back first."
        case .nothingPending: "Nothing waits for a second person here any more. Look at the file again."
        case .ownProposal: "You proposed this decision, so somebody else has to confirm it or send it back."
        case .tookPart: "You took part in the first decision, so somebody else has to decide the review."
        case .tookPartAsSecond: "You took part in the first decision, so somebody else has to confirm the review."
        case .elementMissing:
            "By these facts an element of the definition is missing, so the person can’t be found to be a victim. Add what shows the element, or take another decision."
        case .elementsShown:
            "By these facts every element of the definition is there, so the person can’t be found not to be a victim. Correct the facts, or take another decision."
        case .evidenceMissing: "An element is said to be there without anything that bears it out. Tick what the finding rests on."
        case .basisNeeded: "Choose the law that this decision rests on."
        case .reasonsNeeded: "Write down the reasons: the person has a right to them."
        case .dayBeforeFile: "This day lies before the file was opened. Look at the year."
        case .dayInFuture: "This day lies in the future. Write the day on which it happened."
        case .lateReasonNeeded: "The time for asking for a review is over. It can still be recorded: write why it comes late."
        case .nothingToReview: "There is no negative decision here that can be reviewed."
        case .nothingToAppeal: "There is no negative decision here that can be appealed against."
        case .appealDecided: "The outcome of this appeal is recorded already, or the appeal is not in this file."
        case .alertSettled: "This alert is settled already, or is not in this file. Look at the file again."
        case .notInReflection: "No reflection period runs in this file."
        case .noMoreExtensions: "The reflection period was extended as often as the rules of the country allow."
        case .underThirtyDays: "A reflection period can’t end before thirty days, whatever the reason."
        case .permitDays: "The permit ends before it was issued. Correct one of the two days."
        case .permitEndNeeded: "A permit that was issued has a day on which it was issued and one on which it ends. Write both."
        case .answerNeeded: "Choose whether to confirm the decision or to send it back; whoever sends it back says why."
        }
    }

    var kind: RefusalKind {
        switch self {
        case .notCompetent, .ownProposal, .tookPart, .tookPartAsSecond: .forbidden
        case .decidedMeanwhile, .nothingPending, .appealDecided, .alertSettled: .conflict
        default: .invalid
        }
    }
}
