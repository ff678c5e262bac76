import Protection
import Vocabulary

extension Closure.Outcome {
    var word: Word {
        switch self {
        case .safe: Word(work: "Safe, on their own feet", fr: "En sécurité, autonome")
        case .better: Word(work: "Better than at the start", fr: "Mieux qu’au début")
        case .unchanged: Word(work: "Unchanged", fr: "Inchangé")
        case .worse: Word(work: "Worse than at the start", fr: "Moins bien qu’au début")
        case .unknown: Word(work: "Not known", fr: "Inconnu")
        }
    }
}

extension Closure.Agreement {
    var word: Word {
        switch self {
        case .agrees: Word(work: "Agrees", fr: "D’accord")
        case .disagrees: Word(work: "Does not agree", fr: "Pas d’accord")
        case .notReached: Word(work: "Could not be reached safely", fr: "N’a pas pu être jointe sans danger")
        }
    }
}

extension Closure.FollowUp {
    var word: Word {
        switch self {
        case .yes: Word(work: "Yes", fr: "Oui")
        case .no: Word(work: "No", fr: "Non")
        case .notAsked: Word(work: "Not asked", fr: "Pas demandé")
        }
    }
}

extension Closure.Reopening {
    var word: Word {
        switch self {
        case .newDanger: Word(work: "The person is in danger again", fr: "La personne est de nouveau en danger")
        case .newClaim: Word(work: "A claim or proceeding needs the file", fr: "Une demande ou une procédure en a besoin")
        case .personCameBack: Word(work: "The person came back", fr: "La personne est revenue")
        case .review: Word(work: "A review was asked for", fr: "Un réexamen est demandé")
        case .closedInError: Word(work: "Closed in error", fr: "Clos par erreur")
        }
    }
}

extension CaseEvent.Kind {
    static let closed = CaseEvent.Kind("case.closed", Word(work: "File closed", fr: "Dossier clos")) { code, profile in
        profile.closureReason(code)?.name
    }
    static let reopened = CaseEvent.Kind("case.reopened", Word(work: "File reopened", fr: "Dossier rouvert")) { code, _ in
        Closure.Reopening(rawValue: code)?.word
    }
}

extension CaseMatter {
    /// Its subject is left out: whoever gets it does not see the file any more.
    static let shareEnded = CaseMatter(
        "share.ended",
        Word(
            work: "A file that was shared with your organisation was closed. You do not see it any more.",
            fr: "Un dossier partagé avec votre organisation a été clos. Vous ne le voyez plus.")
    ) { _ in nil }
    static let fileReopened = CaseMatter("case.reopened", Word(work: "A file was opened again.", fr: "Un dossier a été rouvert."))
}

extension Word {
    static let presumptionIsOpen = Word(
        work:
            "A presumption or a review is open: nobody has decided yet whether the person is a victim, and no reason of the country’s profile closes such a file. Ask the identifying authority to decide first.",
        fr:
            "Une présomption ou un réexamen est en cours : personne n’a encore décidé si la personne est une victime, et aucun motif du profil du pays ne clôt un tel dossier. Demandez d’abord à l’autorité d’identification de statuer."
    )
    static let presumptionLeavesThese = Word(
        work:
            "A presumption or a review is open: nobody has decided yet whether the person is a victim. Ask the identifying authority to decide first. Without a decision the file can be closed only for one of the reasons below.",
        fr:
            "Une présomption ou un réexamen est en cours : personne n’a encore décidé si la personne est une victime. Demandez d’abord à l’autorité d’identification de statuer. Sans décision, le dossier ne peut être clos que pour l’un des motifs ci-dessous."
    )
    static let sealedNoteWhy = Word(
        work: "Sealed with the person’s key; read only by those who see this part of the file.",
        fr: "Scellé avec la clé de la personne ; lu seulement par ceux qui voient cette partie du dossier.")
    static let closeFile = Word(work: "Close the file", fr: "Clore le dossier")
    static let reopenFile = Word(work: "Open the file again", fr: "Rouvrir le dossier")
    static let fileIsClosedAlready = Word(work: "This file is closed.", fr: "Ce dossier est clos.")
    static let goesOn = Word(work: "Services, returns and claims that go on", fr: "Services, retours et demandes en cours")
    static let stillOpen = Word(work: "Still open", fr: "Encore ouvert")
    static let nothingStillOpen = Word(
        work: "No clock runs, nothing is shared, no task is open.", fr: "Aucun délai en cours, rien de partagé, aucune tâche ouverte.")
    static let openTasks = Word(work: "Open tasks of case conferences", fr: "Tâches ouvertes des conférences de cas")
    static let sharedWith = Word(work: "Shared with", fr: "Partagé avec")
    static let whatClosingDoes = Word(work: "What closing does", fr: "Ce que fait la clôture")
    static let closingStopsClocks = Word(
        work: "Every running clock stops, and so does the search for a person who is missing: nobody is warned of it any more.",
        fr: "Tous les délais s’arrêtent, ainsi que la recherche d’une personne disparue : plus personne n’en est averti.")
    static let closingEndsShares = Word(
        work: "Organisations with which it was shared no longer see it, and are told so.",
        fr: "Les organisations avec lesquelles il était partagé ne le voient plus, et en sont informées.")
    static let closingSetsRetention = Word(
        work: "The day is set after which the person’s identity is destroyed: by the reason, and for a child not before they are grown.",
        fr: "Le jour après lequel l’identité est détruite est fixé : selon le motif, et pour un enfant pas avant qu’il soit adulte.")
    static let closingCanBeUndone = Word(
        work: "The file can be opened again with a reason; shares and clocks are then taken up one by one.",
        fr: "Le dossier peut être rouvert avec un motif ; partages et délais sont alors repris un à un.")
    static let closureReason = Word(work: "Why it is closed", fr: "Pourquoi il est clos")
    static let closureOutcome = Word(work: "How the person fares", fr: "Comment va la personne")
    static let closureAgreement = Word(work: "What the person says to it", fr: "Ce qu’en dit la personne")
    static let followUp = Word(work: "May we contact the person later?", fr: "Pouvons-nous recontacter la personne plus tard ?")
    static let followUpGuardian = Word(
        work: "Does the guardian agree to being contacted later?", fr: "Le tuteur accepte-t-il d’être recontacté plus tard ?")
    static let followUpWhy = Word(
        work: "To ask how they are, by the safe contact alone.", fr: "Pour demander comment elle va, par le contact sûr seulement.")
    static let closureNote = Word(work: "In words", fr: "En quelques mots")
    static let reopenReason = Word(work: "Why it is opened again", fr: "Pourquoi il est rouvert")
    static let reopeningLead = Word(
        work: "The file comes back to the lists. Shares and clocks that the closure ended stay ended until you take each up again.",
        fr: "Le dossier revient dans les listes. Les partages et délais arrêtés le restent jusqu’à ce que vous repreniez chacun.")
    static let fileIsOpenAgain = Word(work: "The file is open.", fr: "Le dossier est ouvert.")
    static let endedByClosure = Word(work: "What the closure ended", fr: "Ce que la clôture a arrêté")
    static let shareAgain = Word(work: "Share it again", fr: "Partager de nouveau")
    static let runAgain = Word(work: "Let it run again", fr: "Relancer")
    static let retainUntil = Word(work: "Identity kept until", fr: "Identité conservée jusqu’au")
}
