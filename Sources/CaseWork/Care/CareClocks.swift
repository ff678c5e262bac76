import Basics
import Protection
import Store
import Vocabulary

extension ClockKind {
    /// A safety plan must be looked at again by the day that was agreed.
    static let safetyPlanReview = ClockKind(
        "safety-plan.review", Word(work: "Look at the safety plan again", fr: "Revoir le plan de sécurité"),
        atEnd: Word(
            work: "The safety plan counts as late: go through it with the person.",
            fr: "Le plan de sécurité est en retard : reprenez-le avec la personne."),
        part: .care, warnDays: { $0.warnings.plans }
    )
    /// An assessment must be repeated.
    static let assessmentReview = ClockKind(
        "assessment.review", Word(work: "Assess again", fr: "Réévaluer"),
        atEnd: Word(
            work: "The assessment counts as late: repeat it with the person.",
            fr: "L’évaluation est en retard : refaites-la avec la personne."),
        part: .care, warnDays: { $0.warnings.plans }
    )
    /// A hearing comes up.
    static let hearing = ClockKind(
        "hearing.day", Word(work: "Hearing or appointment", fr: "Audience ou convocation"),
        atEnd: Word(
            work: "The day of the hearing is over: record what came of it.",
            fr: "Le jour de l’audience est passé : consignez son résultat."),
        part: .legal, warnDays: { $0.warnings.hearing }
    )
}

enum CareClocks {
    /// The clock of a safety plan runs to the day of its review, anew with each version.
    static func safetyPlan(_ written: EntryKind.Written, in tx: any Transaction) throws {
        let outcome: CaseClock.Outcome = written.isWithdrawn ? .cancelled : .met
        try CaseClock.stop(.safetyPlanReview, in: written.file.id, as: outcome, at: written.at, tx: tx)
        guard !written.isWithdrawn, case .date(let iso)? = written.values["review"], let day = Day(iso: iso) else { return }
        try CaseClock.start(
            .safetyPlanReview, in: written.file.id, of: written.file.organisation, account: written.file.assignedTo,
            subject: written.entry.bytes, until: day, under: written.profile, at: written.at, tx: tx
        )
    }
}
