import Protection
import Vocabulary

extension ClockKind {
    /// The authority decides for good, counted from the presumption.
    static let finalDecision = ClockKind(
        "decision.final", Word(work: "Decide whether the person is a victim", fr: "Décider si la personne est une victime"),
        atEnd: Word(
            work: "The decision is overdue: it stands at the top of the queue, and the supervisor is told. The presumption goes on.",
            fr: "La décision est en retard : elle remonte en tête de liste et le responsable est averti. La présomption demeure."),
        seat: .identification,
        warnDays: { $0.warnings.decision }, rule: { $0.deadlines.decision }
    )
    static let reviewWindow = ClockKind(
        "decision.review-window", Word(work: "A review can be asked for", fr: "Un réexamen peut être demandé"),
        atEnd: Word(
            work: "After this day a review needs a reason for coming late.", fr: "Après ce jour, une demande tardive doit être motivée."),
        isPeriod: true, warnDays: { $0.warnings.decision }, rule: { $0.deadlines.review }
    )
    static let appealWindow = ClockKind(
        "decision.appeal-window", Word(work: "An appeal to a court can be lodged", fr: "Un recours peut être formé"),
        atEnd: Word(
            work: "After this day a court may refuse the appeal as late.", fr: "Après ce jour, le tribunal peut le rejeter comme tardif."),
        isPeriod: true, warnDays: { $0.warnings.decision }, rule: { $0.deadlines.appeal }
    )
    static let reviewDecision = ClockKind(
        "decision.review", Word(work: "Decide the review", fr: "Statuer sur le réexamen"),
        atEnd: Word(
            work: "The review is overdue: it stands at the top of the queue.",
            fr: "Le réexamen est en retard : il remonte en tête de liste."), seat: .identification,
        warnDays: { $0.warnings.review }, rule: { $0.deadlines.review }
    )
}
