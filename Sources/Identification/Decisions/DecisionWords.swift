import Protection
import Vocabulary

// Words of identification: stages, decisions, what they rest on and what follows.
extension Word {
    static let decisions = Word(work: "Decisions", fr: "Décisions")
    static let decisionsWillStandHere = Word(
        work:
            "What waits for your authority will stand here: referrals to take up, decisions, confirmations, reviews. They come with a referral.",
        fr:
            "Ce qui attend votre autorité apparaîtra ici : signalements, décisions, confirmations, réexamens. Tout commence par un signalement."
    )
    static let identification = Word(work: "Identification", fr: "Identification")
    static let openIdentification = Word(work: "Decisions, reviews, appeals", fr: "Décisions, réexamens, recours")
    static let openWorking = Word(
        work: "Working: indicators, corroboration, action, review", fr: "Dossier de travail : indices, corroboration, mesures, retour")
    static let sinceMoment = Word(work: "since", fr: "depuis le")
    static let officer = Word(work: "Officer", fr: "Agent")
    static let officerIs = Word(work: "Taken up by", fr: "Pris en charge par")
    static let waitsFor = Word(work: "Waits for", fr: "En attente de")
    static let waitingDays = Word(work: "Days waiting", fr: "Jours d’attente")
    static let waitsForSecondPerson = Word(work: "Waits for a second person", fr: "En attente d’une seconde personne")
    static let whatCanBeDecided = Word(work: "What can be decided now", fr: "Ce qui peut être décidé maintenant")
    static let notTheNextStep = Word(
        work: "This decision can’t be taken at this stage: no stage is skipped.",
        fr: "Cette décision ne peut être prise à ce stade : aucune étape n’est sautée.")
    static let pendingStandsInTheWay = Word(
        work: "A decision waits for a second person. It has to be confirmed or sent back first.",
        fr: "Une décision attend une seconde personne. Elle doit d’abord être confirmée ou renvoyée.")
    static let somebodyWasFaster = Word(work: "Somebody decided before you", fr: "Quelqu’un a décidé avant vous")
    static let stageNow = Word(work: "The stage is now:", fr: "L’étape est désormais :")
    static let decisionsSoFar = Word(work: "Decisions so far", fr: "Décisions prises")
    static let decisionsOfFileWillStandHere = Word(
        work: "Decisions will stand here. The first one is to take the referral up.",
        fr: "Les décisions apparaîtront ici. La première est de prendre le signalement en charge.")
    static let decidedOn = Word(work: "Decided on", fr: "Décidé le")
    static let decidedBy = Word(work: "Decided by", fr: "Décidé par")
    static let decisionGround = Word(work: "In what way", fr: "De quelle façon")
    static let deadline = Word(work: "Deadline", fr: "Délai")
    static let deadlineMet = Word(work: "in time", fr: "dans le délai")
    static let deadlineMissed = Word(work: "late", fr: "hors délai")
    static let confirmedBy = Word(work: "Confirmed by", fr: "Confirmé par")
    static let sentBackBy = Word(work: "Sent back by", fr: "Renvoyé par")
    static let secondPerson = Word(work: "Second person", fr: "Seconde personne")
    static let secondPersonAnswer = Word(work: "Your answer as the second person", fr: "Votre réponse de seconde personne")
    static let confirmDecision = Word(work: "Confirm: it counts from now on", fr: "Confirmer : elle vaut désormais")
    static let sendBackDecision = Word(work: "Send back: nothing changes", fr: "Renvoyer : rien ne change")
    static let answerReasons = Word(work: "What the second person says", fr: "Ce que dit la seconde personne")
    static let answerReasonsWhy = Word(
        work: "Needed to send it back: what is missing, or wrong.", fr: "Nécessaire pour renvoyer : ce qui manque, ou est faux.")
    static let recordAnswer = Word(work: "Record the answer", fr: "Enregistrer la réponse")
    static let legalBasis = Word(work: "Legal basis", fr: "Base légale")
    static let reasons = Word(work: "Reasons", fr: "Motifs")
    static let reasonsWhy = Word(
        work: "The person has a right to them. Sealed: only those who may read the legal side of the file see them.",
        fr: "La personne y a droit. Scellés : seuls ceux qui lisent le volet juridique du dossier les voient.")
    static let elementAct = Word(work: "What was done to the person", fr: "Ce qui a été fait à la personne")
    static let elementActWhy = Word(work: "Tick what was found.", fr: "Cochez ce qui a été établi.")
    static let elementMeans = Word(work: "How they were made to", fr: "Par quel moyen")
    static let elementMeansWhy = Word(
        work: "For a child, or somebody who may be one, no means is needed.",
        fr: "Pour un enfant, ou qui pourrait l’être, aucun moyen n’est exigé.")
    static let elementPurpose = Word(work: "What for", fr: "Dans quel but")
    static let elementPurposeWhy = Word(
        work: "What the person was used for, or was to be used for.", fr: "À quoi la personne a servi, ou devait servir.")
    static let evidence = Word(work: "What bears it out", fr: "Ce qui l’appuie")
    static let evidenceNote = Word(work: "Note on the evidence (sealed)", fr: "Note sur les preuves (scellée)")
    static let consentClaimed = Word(work: "Somebody says that the person agreed", fr: "Quelqu’un dit que la personne était d’accord")
    static let consentClaimedWhy = Word(
        work: "It decides nothing where a means was used, nor for a child.",
        fr: "Cela ne décide de rien si un moyen a été employé, ni pour un enfant.")
    static let lookAtDefinition = Word(work: "See what the definition says", fr: "Voir ce que dit la définition")
    static let whatDefinitionSays = Word(work: "What the definition says of these facts", fr: "Ce que la définition dit de ces faits")
    static let elementsMissing = Word(work: "Missing:", fr: "Manque :")
    static let decide = Word(work: "Decide", fr: "Décider")
    static let propose = Word(work: "Propose to a second person", fr: "Proposer à une seconde personne")
    static let takeUpReferral = Word(work: "Take the referral up", fr: "Prendre le signalement en charge")
    static let whatFollows = Word(work: "What follows from it", fr: "Ce qui s’ensuit")

    static let consequenceYours = Word(
        work: "The decision on presumption becomes yours.", fr: "La décision sur la présomption devient la vôtre.")
    static let consequenceAcknowledged = Word(
        work: "The time for taking it up stops; whoever raised it sees that it is being assessed.",
        fr: "Le délai de prise en charge s’arrête ; l’auteur du signalement voit qu’il est examiné.")
    static let consequenceAssistance = Word(
        work: "Assistance opens at once, and does not depend on the police.",
        fr: "L’assistance s’ouvre aussitôt, sans dépendre de la police.")
    static let consequenceAssistanceGoesOn = Word(work: "Assistance goes on.", fr: "L’assistance continue.")
    static let consequenceReflection = Word(
        work: "The reflection and recovery period begins, and nobody may remove the person",
        fr: "La période de réflexion commence, et nul ne peut éloigner la personne")
    static let consequenceReflectionGoesOn = Word(
        work: "The reflection and recovery period goes on to its end", fr: "La période de réflexion se poursuit jusqu’à son terme")
    static let consequenceDecisionDue = Word(work: "You have to decide for good", fr: "Vous devez décider définitivement")
    static let consequenceWorkerTold = Word(work: "Whoever works on the file is told.", fr: "La personne qui suit le dossier est avertie.")
    static let consequenceWorkerAndGuardianTold = Word(
        work: "Whoever works on the file is told, and the guardian of a child.",
        fr: "La personne qui suit le dossier est avertie, ainsi que le tuteur d’un enfant.")
    static let consequenceSecondPerson = Word(
        work: "Nothing changes until a second person of your authority agrees.",
        fr: "Rien ne change avant l’accord d’une seconde personne de votre autorité.")
    static let consequenceReview = Word(work: "A review can be asked for", fr: "Un réexamen peut être demandé")
    static let consequenceAppeal = Word(work: "An appeal to a court can be lodged", fr: "Un recours peut être formé")
    static let consequenceReviewBegins = Word(
        work: "Somebody who took no part in the first decision decides again.",
        fr: "Une personne qui n’a pas pris part à la première décision statue à nouveau.")

    static let working = Word(work: "Working of the identification", fr: "Dossier de travail de l’identification")
    static let addWorking = Word(work: "Add a part of the working", fr: "Ajouter un élément de travail")
    static let workingWillStandHere = Word(
        work: "The working will stand here: indicators, what corroborates them, what was done at once, the look back.",
        fr: "Le travail apparaîtra ici : indices, ce qui les corrobore, mesures immédiates, retour.")
    static let workingStep = Word(work: "Stage of the working", fr: "Étape du travail")
    static let workingStepWhy = Word(
        work: "Indicators first; then what corroborates them; what was done at once; the look back.",
        fr: "D’abord les indices ; puis ce qui les corrobore ; les mesures immédiates ; le retour.")
    static let workingDay = Word(work: "Day", fr: "Jour")
    static let workingSource = Word(work: "Where it comes from", fr: "D’où cela vient")
    static let workingBearsOut = Word(work: "What it speaks to", fr: "Ce que cela concerne")
    static let workingIndicators = Word(work: "Indicators", fr: "Indices")
    static let workingNote = Word(work: "Note (sealed)", fr: "Note (scellée)")
    static let workingNoteWhy = Word(work: "What can’t be coded.", fr: "Ce qui ne peut être codé.")
}

extension IdentificationDecision.Ground {
    var word: Word {
        switch self {
        case .authority: Word(work: "Decision of the authority", fr: "Décision de l’autorité")
        case .review: Word(work: "Decision on a review", fr: "Décision sur réexamen")
        case .court: Word(work: "By order of a court", fr: "Sur ordre d’un tribunal")
        }
    }
}

extension Evidence {
    var word: Word {
        switch self {
        case .statement: Word(work: "The person’s own account", fr: "Récit de la personne")
        case .witness: Word(work: "Witness", fr: "Témoin")
        case .documents: Word(work: "Documents", fr: "Documents")
        case .medical: Word(work: "Medical or psychological report", fr: "Rapport médical ou psychologique")
        case .observation: Word(work: "Seen on the spot", fr: "Constaté sur place")
        case .digital: Word(work: "Messages, accounts, images", fr: "Messages, comptes, images")
        case .otherAuthority: Word(work: "Another authority", fr: "Autre autorité")
        case .publicSource: Word(work: "Public source", fr: "Source publique")
        }
    }
}

extension DecisionQueue.Waiting {
    var word: Word {
        switch self {
        case .acknowledge: Word(work: "Taking up", fr: "Prise en charge")
        case .decide: Word(work: "A decision", fr: "Décision")
        case .confirm: Word(work: "A second person", fr: "Seconde personne")
        case .review: Word(work: "A review", fr: "Réexamen")
        }
    }
}

extension Working.Step {
    var word: Word {
        switch self {
        case .indicators: Word(work: "Indicators", fr: "Indices")
        case .corroboration: Word(work: "Corroboration", fr: "Corroboration")
        case .action: Word(work: "What was done at once", fr: "Mesures immédiates")
        case .review: Word(work: "Look back", fr: "Retour")
        }
    }
}

extension Working.BearsOut {
    var word: Word {
        switch self {
        case .act: Word(work: "The act", fr: "L’acte")
        case .means: Word(work: "The means", fr: "Le moyen")
        case .purpose: Word(work: "The purpose", fr: "Le but")
        case .age: Word(work: "The age", fr: "L’âge")
        case .against: Word(work: "It speaks against", fr: "Cela parle contre")
        }
    }
}
