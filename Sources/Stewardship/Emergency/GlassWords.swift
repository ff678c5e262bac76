import Basics
import Protection
import Vocabulary

extension GlassOpening.Kind {
    var word: Word {
        switch self {
        case .medical: Word(work: "Somebody’s life or health", fr: "La vie ou la santé de quelqu’un")
        case .threat: Word(work: "A threat or an attack", fr: "Une menace ou une agression")
        case .missing: Word(work: "A person is missing", fr: "Une personne a disparu")
        case .child: Word(work: "A child in danger", fr: "Un enfant en danger")
        case .noShelter: Word(work: "Nowhere to sleep tonight", fr: "Nulle part où dormir cette nuit")
        case .other: Word(work: "Another emergency", fr: "Une autre urgence")
        }
    }
}

extension GlassOpening.Verdict {
    var word: Word {
        switch self {
        case .justified: Word(work: "Right", fr: "Justifiée")
        case .notJustified: Word(work: "Not right", fr: "Non justifiée")
        }
    }
}

extension ClockKind {
    static let glassReview = ClockKind(
        "glass.review", Word(work: "Review of an opening in an emergency", fr: "Examen d’une ouverture en urgence"),
        atEnd: Word(work: "The review is late, and the supervisor is told.", fr: "L’examen est en retard et le responsable en est informé.")
    )
}

extension CaseEvent.Kind {
    static let glassOpened = CaseEvent.Kind("glass.opened", Word(work: "Opened in an emergency", fr: "Ouvert en urgence")) { code, _ in
        GlassOpening.Kind(rawValue: code)?.word
    }
    static let glassReviewed = CaseEvent.Kind(
        "glass.reviewed", Word(work: "Opening in an emergency reviewed", fr: "Ouverture en urgence examinée")
    ) {
        code, _ in GlassOpening.Verdict(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let glassOpened = CaseMatter(
        "glass.opened",
        Word(
            work: "A file that you keep was opened in an emergency. Review it.",
            fr: "Un de vos dossiers a été ouvert en urgence. Examinez-le.")
    ) { bytes in ID<GlassOpening>(bytes: bytes).map { StewardshipAddress.glassReview($0) } }
    static let glassOpenedWorker = CaseMatter(
        "glass.opened-worker",
        Word(work: "A file that you work on was opened in an emergency.", fr: "Un dossier que vous suivez a été ouvert en urgence."))
    static let glassReviewed = CaseMatter(
        "glass.reviewed",
        Word(work: "Your opening of a file in an emergency was reviewed.", fr: "Votre ouverture d’un dossier en urgence a été examinée.")
    ) { _ in nil }
}

extension Word {
    static let emergency = Word(work: "Emergency", fr: "Urgence")
    static let glassLead = Word(
        work: "Only when somebody would come to harm if you waited until those who keep the file are there.",
        fr: "Seulement si quelqu’un serait en danger à attendre ceux qui tiennent le dossier.")
    static let glassShows = Word(
        work: "You see who the person is and what they need; nothing of what was done to them.",
        fr: "Vous voyez qui est la personne et ce dont elle a besoin ; rien de ce qu’elle a subi.")
    static let glassLasts = Word(work: "It ends by itself after 8 hours.", fr: "L’ouverture se ferme d’elle-même après 8 heures.")
    static let glassIsTold = Word(
        work: "Those who keep the file are told at once, with your name and reason.",
        fr: "Ceux qui tiennent le dossier sont informés aussitôt, avec votre nom et votre motif.")
    static let glassIsReviewed = Word(
        work: "Somebody else reviews it the next working day.", fr: "Quelqu’un d’autre l’examine le jour ouvré suivant.")
    static let glassMine = Word(work: "Open for you now", fr: "Ouverts pour vous maintenant")
    static let glassUntil = Word(work: "Open until", fr: "Ouvert jusqu’à")
    static let glassCodeWhy = Word(work: "As the person, or their card, gives it.", fr: "Tel que la personne, ou sa carte, le donne.")
    static let glassKind = Word(work: "What is the emergency", fr: "Quelle est l’urgence")
    static let glassReason = Word(work: "What is happening", fr: "Ce qui se passe")
    static let glassReasonWhy = Word(
        work: "At least ten characters. Sealed; read by whoever reviews it.", fr: "Au moins dix caractères. Scellé ; lu par qui l’examine.")
    static let glassOpen = Word(work: "Open the file for 8 hours", fr: "Ouvrir le dossier pour 8 heures")
    static let glassReviews = Word(work: "Openings in an emergency", fr: "Ouvertures en urgence")
    static let glassReviewOne = Word(work: "An opening in an emergency", fr: "Une ouverture en urgence")
    static let glassReviewsWillStandHere = Word(
        work: "When somebody opens one of your files in an emergency, it stands here to be reviewed the next working day.",
        fr: "Quand quelqu’un ouvre un de vos dossiers en urgence, l’ouverture apparaît ici, à examiner le jour ouvré suivant.")
    static let glassOpenedAt = Word(work: "Opened", fr: "Ouvert le")
    static let glassToReview = Word(work: "to be reviewed", fr: "à examiner")
    static let glassReviewed = Word(work: "Reviewed", fr: "Examinées")
    static let glassVerdict = Word(work: "Was it right", fr: "Était-ce justifié")
    static let glassJudge = Word(work: "Record the review", fr: "Consigner l’examen")
}
