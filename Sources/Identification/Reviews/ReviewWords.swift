import Vocabulary

extension Word {
    static let askForReview = Word(work: "Ask for a review", fr: "Demander un réexamen")
    static let reviewUntil = Word(work: "In time until the end of", fr: "Dans le délai jusqu’à la fin du")
    static let reviewGround = Word(work: "Ground of the review", fr: "Motif du réexamen")
    static let reviewNote = Word(work: "What the person says (sealed)", fr: "Ce que dit la personne (scellé)")
    static let lateReason = Word(work: "Why it comes late (sealed)", fr: "Pourquoi elle est tardive (scellé)")
    static let lateReasonWhy = Word(
        work: "Only when the time is over; a late request is taken all the same.",
        fr: "Seulement si le délai est passé ; la demande tardive est reçue malgré tout.")
    static let reviewAskedOn = Word(work: "Review asked for on", fr: "Réexamen demandé le")
    static let askedBy = Word(work: "Asked by", fr: "Demandé par")
    static let reviewsAndAppeals = Word(work: "Reviews and appeals", fr: "Réexamens et recours")
    static let recordAppeal = Word(work: "Record an appeal to a court", fr: "Enregistrer un recours")
    static let lodgedOn = Word(work: "Appeal lodged on", fr: "Recours formé le")
    static let court = Word(work: "Court (sealed)", fr: "Tribunal (scellé)")
    static let appealOutcome = Word(work: "Outcome of the appeal", fr: "Issue du recours")
    static let courtDecidedOn = Word(work: "The court decided on", fr: "Le tribunal a statué le")
    static let courtNote = Word(work: "What the court said (sealed)", fr: "Ce qu’a dit le tribunal (scellé)")
    static let recordOutcome = Word(work: "Record the outcome", fr: "Enregistrer l’issue")
    static let stillPending = Word(work: "not decided yet", fr: "pas encore tranché")
    static let appealConsequences = Word(
        work: "An appeal that is won makes the person a victim by the court’s order, recorded as such: assistance opens at once.",
        fr:
            "Un recours gagné reconnaît la personne comme victime sur ordre du tribunal, enregistré comme tel : l’assistance s’ouvre aussitôt."
    )
}

extension Review.AskedAs {
    var word: Word {
        switch self {
        case .caseWorker: Word(work: "Case worker, for the person", fr: "Intervenant, pour la personne")
        case .guardian: Word(work: "Guardian, for the child", fr: "Tuteur, pour l’enfant")
        case .authority: Word(work: "Authority, for the person", fr: "Autorité, pour la personne")
        }
    }
}

extension Appeal.Outcome {
    var word: Word {
        switch self {
        case .won: Word(work: "Won: the court undoes the decision", fr: "Gagné : le tribunal annule la décision")
        case .lost: Word(work: "Lost: the decision stands", fr: "Perdu : la décision demeure")
        case .withdrawn: Word(work: "Withdrawn", fr: "Retiré")
        }
    }
}
