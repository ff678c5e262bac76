import Basics

/// What is refused about a return.
enum ReturnRefused: Refusal {
    case openAlready, noPlan, notNow, optionsMissing, notAssessed, seriousRisk, notChecked, refoulement, mitigationNeeded, noPartner
    case consentMissing, guardianMissing, determinationMissing, unknownOverride, noTravel, datesReversed, inFuture, beforeFile,
        notThePartner
    case noConsentToWithdraw, unanswered, notAfterArrival

    var code: String { "return." + "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) } }

    var message: String {
        switch self {
        case .openAlready: "A return is being planned in this file already. Go on with that one, or stop it first."
        case .noPlan: "No return is being planned in this file. Begin with its options."
        case .notNow: "This step can’t be taken at this stage. Look at the plan again: what comes next stands there."
        case .optionsMissing:
            "Staying, a third country and returning must each be weighed with the person first. Record what is missing."
        case .notAssessed: "The risks of this return have not been assessed. Assess them first."
        case .seriousRisk:
            "A serious risk is unresolved. A return over it is neither arranged nor recorded as safe or voluntary. Resolve it and assess again, or stop the plan."
        case .notChecked: "Whether non-refoulement forbids this return has not been checked. Record the check first."
        case .refoulement:
            "The check of non-refoulement did not find the way free. Ask the authority or a lawyer; until its result is “no obstacle”, nobody travels."
        case .mitigationNeeded: "A serious risk is scored lower than before. Write down what changed, or what protects the person now."
        case .noPartner: "No receiving partner is named. Choose the organisation that will meet the person."
        case .consentMissing:
            "The person’s consent to planning a return with this partner is not in force. Ask them and record their answer, or name the authority that overrides."
        case .guardianMissing:
            "This person is, or may be, a child: the guardian’s consent to planning the return is needed, and is not in force."
        case .determinationMissing:
            "This person is, or may be, a child: a best-interests determination in favour of the return is needed, and none is on record."
        case .unknownOverride: "The country’s profile has no such ground. Choose one from the list."
        case .noTravel: "Day, escort and documents of the journey are not recorded yet. Record them first."
        case .datesReversed: "The arrival can’t be before the departure. Correct the days."
        case .beforeFile: "This day lies before the file was opened, or before the person set out. Look at the year."
        case .inFuture: "This day has not come yet. Write the day on which it happened."
        case .notThePartner: "Only the receiving partner confirms an arrival. Ask them to do so."
        case .noConsentToWithdraw: "No consent carries this plan that could be withdrawn. Stop the plan instead, with its reason."
        case .unanswered: "Every question must be scored. “Not known” is no score: find out, or take the graver level."
        case .notAfterArrival: "The person has arrived: this plan is done. Follow their life in “Reintegration”."
        }
    }

    var kind: RefusalKind {
        switch self {
        case .noPlan: .notFound
        default: .invalid
        }
    }
}
