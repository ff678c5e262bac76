import Protection
import Vocabulary

extension CaseEvent.Kind {
    static func interview(_ stage: InterviewStage) -> CaseEvent.Kind {
        CaseEvent.Kind("interview." + stage.rawValue.replacing("_", with: "-"), stage.event, part: .interviews)
    }
}

extension CaseMatter {
    static let interpreterAlone = CaseMatter(
        "interview.interpreter-alone",
        Word(
            work: "An interpreter was alone with a person. Look into it before the next interview.",
            fr: "Un interprète a été seul avec une personne. Examinez-le avant le prochain entretien."))
}

extension InterviewStage {
    var word: Word {
        switch self {
        case .planned: Word(work: "Planned", fr: "Prévu")
        case .explained: Word(work: "Explained", fr: "Expliqué")
        case .account: Word(work: "Account taken", fr: "Récit recueilli")
        case .closed: Word(work: "Closed", fr: "Clos")
        case .evaluated: Word(work: "Evaluated", fr: "Évalué")
        case .brokenOff: Word(work: "Broken off", fr: "Interrompu")
        }
    }

    fileprivate var event: Word {
        switch self {
        case .planned: Word(work: "Interview planned", fr: "Entretien prévu")
        case .explained: Word(work: "Interview: purpose and rights explained", fr: "Entretien : but et droits expliqués")
        case .account: Word(work: "Interview: account taken", fr: "Entretien : récit recueilli")
        case .closed: Word(work: "Interview closed", fr: "Entretien clos")
        case .evaluated: Word(work: "Interview evaluated", fr: "Entretien évalué")
        case .brokenOff: Word(work: "Interview broken off", fr: "Entretien interrompu")
        }
    }
}

extension InterviewMatter {
    var word: Word {
        switch self {
        case .events: Word(work: "What happened", fr: "Ce qui s’est passé")
        case .recruitment: Word(work: "Recruitment", fr: "Recrutement")
        case .journey: Word(work: "Journey", fr: "Voyage")
        case .work: Word(work: "Work and pay", fr: "Travail et salaire")
        case .control: Word(work: "Control and violence", fr: "Contrôle et violence")
        case .people: Word(work: "People involved", fr: "Personnes impliquées")
        case .sexualViolence: Word(work: "Sexual violence", fr: "Violence sexuelle")
        case .health: Word(work: "Health", fr: "Santé")
        case .family: Word(work: "Family", fr: "Famille")
        case .debts: Word(work: "Debts and money", fr: "Dettes et argent")
        case .papers: Word(work: "Papers and residence", fr: "Papiers et séjour")
        case .safety: Word(work: "Safety and threats", fr: "Sécurité et menaces")
        case .wishes: Word(work: "The person’s wishes", fr: "Souhaits de la personne")
        case .other: Word(work: "Other", fr: "Autre")
        }
    }
}

extension Interview.Interpreter {
    var word: Word {
        switch self {
        case .planned: Word(work: "An interpreter will be there", fr: "Un interprète sera présent")
        case .notNeeded: Word(work: "None is needed", fr: "Aucun n’est nécessaire")
        case .notWanted: Word(work: "The person does not want one", fr: "La personne n’en veut pas")
        }
    }
}

extension Interview.Support {
    var word: Word {
        switch self {
        case .present: Word(work: "Will be there", fr: "Sera présente")
        case .offered: Word(work: "Offered", fr: "Proposée")
        case .none: Word(work: "None", fr: "Aucune")
        }
    }
}

extension Interview.Training {
    var word: Word {
        switch self {
        case .trained: Word(work: "Trained for interviews with victims", fr: "Formé aux entretiens avec des victimes")
        case .forChildren: Word(work: "Trained for interviews with children", fr: "Formé aux entretiens avec des enfants")
        case .none: Word(work: "Not trained yet", fr: "Pas encore formé")
        }
    }
}

extension Interview.RepeatReason {
    var word: Word {
        switch self {
        case .unclear: Word(work: "What was told is unclear on a point that matters", fr: "Un point important reste obscur")
        case .newFacts: Word(work: "New facts have come up", fr: "Des faits nouveaux sont apparus")
        case .personWishes: Word(work: "The person wishes to add something", fr: "La personne souhaite ajouter quelque chose")
        case .courtOrders: Word(work: "A court orders it", fr: "Un tribunal l’ordonne")
        case .notToldBefore: Word(work: "The person could not speak of it then", fr: "La personne ne pouvait pas en parler alors")
        }
    }
}

extension Interview.Willing {
    var word: Word {
        switch self {
        case .yes: Word(work: "Yes", fr: "Oui")
        case .inPart: Word(work: "About some of it", fr: "Sur une partie")
        case .no: Word(work: "No: the interview ends here", fr: "Non : l’entretien s’arrête ici")
        }
    }
}

extension Interview.Explained {
    var word: Word {
        switch self {
        case .purpose: Word(work: "What the interview is for", fr: "À quoi sert l’entretien")
        case .recording: Word(work: "What is written down or recorded", fr: "Ce qui est écrit ou enregistré")
        case .mayStop: Word(work: "A break or an end at any moment", fr: "Une pause ou la fin à tout moment")
        case .mayNotAnswer: Word(work: "No question has to be answered", fr: "Aucune question n’est obligatoire")
        case .sharing: Word(work: "Who will see it", fr: "Qui le verra")
        case .helpIndependent: Word(work: "Help does not depend on it", fr: "L’aide n’en dépend pas")
        }
    }
}

extension Interview.InterpreterAlone {
    var word: Word {
        switch self {
        case .never: Word(work: "Never, not even in a break", fr: "Jamais, pas même pendant une pause")
        case .once: Word(work: "Yes: a supervisor is told", fr: "Oui : un responsable est averti")
        case .noInterpreter: Word(work: "There was no interpreter", fr: "Il n’y avait pas d’interprète")
        }
    }
}

extension Interview.StateAfter {
    var word: Word {
        switch self {
        case .calm: Word(work: "Calm", fr: "Calme")
        case .tired: Word(work: "Tired", fr: "Fatiguée")
        case .upset: Word(work: "Upset", fr: "Bouleversée")
        case .inCrisis: Word(work: "In crisis: do not leave the person alone", fr: "En crise : ne laissez pas la personne seule")
        }
    }
}

extension Interview.Closure {
    var word: Word {
        switch self {
        case .summarised: Word(work: "Summed up and put right by the person", fr: "Résumé et corrigé par la personne")
        case .questions: Word(work: "The person’s questions were answered", fr: "Réponses aux questions de la personne")
        case .nextSteps: Word(work: "What happens next was explained", fr: "La suite a été expliquée")
        case .escort: Word(work: "The way home was seen to", fr: "Le retour a été assuré")
        case .support: Word(work: "Somebody is with the person afterwards", fr: "Quelqu’un est avec la personne ensuite")
        }
    }
}

extension Interview.Went {
    var word: Word {
        switch self {
        case .asPlanned: Word(work: "As planned", fr: "Comme prévu")
        case .inPart: Word(work: "In part", fr: "En partie")
        case .badly: Word(work: "Badly", fr: "Mal")
        }
    }
}

extension Interview.BreakReason {
    var word: Word {
        switch self {
        case .personWished: Word(work: "The person wished it", fr: "La personne l’a souhaité")
        case .distress: Word(work: "The person was in distress", fr: "La personne était en détresse")
        case .interpreter: Word(work: "The interpreter", fr: "L’interprète")
        case .danger: Word(work: "Danger", fr: "Danger")
        case .other: Word(work: "Other", fr: "Autre")
        }
    }
}

extension Word {
    static let interview = Word(work: "Interview", fr: "Entretien")
    static let interviews = Word(work: "Interviews", fr: "Entretiens")
    static let openInterviews = Word(work: "See interviews, plan one", fr: "Voir les entretiens, en prévoir un")
    static let interviewsWillStandHere = Word(
        work: "Interviews will stand here, from plan to evaluation. Plan the first below; ask only what is not known yet.",
        fr:
            "Les entretiens figureront ici, du plan à l’évaluation. Prévoyez le premier ci-dessous ; ne demandez que ce qu’on ignore encore."
    )
    static let askedBefore = Word(work: "Asked before", fr: "Déjà demandé")
    static let askedBeforeWhy = Word(
        work: "Each time of telling can harm. Read what was told, or ask the organisation, before you ask the person again.",
        fr: "Chaque récit peut blesser. Lisez ce qui a été dit, ou demandez à l’organisation, avant de redemander à la personne.")
    static let planInterview = Word(work: "Plan an interview", fr: "Prévoir un entretien")
    static let childInterviewRule = Word(
        work: "A child is interviewed only by somebody trained for it, with a support person there.",
        fr: "Un enfant n’est entendu que par une personne formée, avec une personne de soutien.")
    static let plannedFor = Word(work: "Planned for", fr: "Prévu pour le")
    static let interviewPlace = Word(work: "Place", fr: "Lieu")
    static let interviewPlaceWhy = Word(
        work: "Quiet, and not where uniforms come and go. Sealed.", fr: "Calme, sans va-et-vient d’uniformes. Scellé.")
    static let mattersPlanned = Word(work: "What is to be asked", fr: "Ce qui sera demandé")
    static let mattersPlannedWhy = Word(work: "Only what must be known now.", fr: "Seulement ce qu’il faut savoir maintenant.")
    static let interviewInterpreter = Word(work: "Interpreter", fr: "Interprète")
    static let supportPerson = Word(work: "Support person", fr: "Personne de soutien")
    static let interviewer = Word(work: "Interviewer", fr: "Personne qui mène l’entretien")
    static let interviewerWhy = Word(work: "How whoever asks was trained.", fr: "La formation de qui pose les questions.")
    static let repeatReason = Word(work: "Why it must be asked again", fr: "Pourquoi redemander")
    static let repeatReasonWhy = Word(
        work: "Needed when something is in the plan that was asked before.", fr: "Nécessaire si le plan contient ce qui a déjà été demandé."
    )
    static let explainNow = Word(work: "Engage and explain", fr: "Accueillir et expliquer")
    static let whatWasExplained = Word(work: "Explained and understood", fr: "Expliqué et compris")
    static let willingToSpeak = Word(work: "The person is willing to speak", fr: "La personne accepte de parler")
    static let willingToSpeakWhy = Word(
        work: "With “no” the interview ends here, and nothing else changes for the person.",
        fr: "Avec « non », l’entretien s’arrête ici, et rien d’autre ne change pour la personne.")
    static let interviewDay = Word(work: "On", fr: "Le")
    static let recordAccount = Word(work: "Record the account", fr: "Consigner le récit")
    static let heldOn = Word(work: "Held on", fr: "Tenu le")
    static let whatWasAsked = Word(work: "What was asked", fr: "Ce qui a été demandé")
    static let interviewAccount = Word(work: "What was told", fr: "Ce qui a été dit")
    static let interviewAccountWhy = Word(
        work: "In the person’s words as far as possible. Sealed; others see only what was asked, not what was told.",
        fr: "Dans les mots de la personne autant que possible. Scellé ; les autres voient ce qui a été demandé, pas ce qui a été dit.")
    static let interpreterAlone = Word(
        work: "Was the interpreter ever alone with the person?", fr: "L’interprète a-t-il été seul avec la personne ?")
    static let interpreterAloneWhy = Word(
        work: "Before, in a break, or afterwards. Interpreters can be pressed, or press.",
        fr: "Avant, pendant une pause ou après. Un interprète peut subir ou exercer une pression.")
    static let closeInterview = Word(work: "Close the interview", fr: "Clore l’entretien")
    static let stateAfter = Word(work: "How the person is", fr: "Comment va la personne")
    static let whatWasDoneAtTheEnd = Word(work: "Done at the end", fr: "Fait à la fin")
    static let evaluateInterview = Word(work: "Evaluate it", fr: "L’évaluer")
    static let howItWent = Word(work: "How it went", fr: "Déroulement")
    static let interviewEvaluation = Word(work: "What to do otherwise next time", fr: "À faire autrement la prochaine fois")
    static let breakOff = Word(work: "Break it off", fr: "L’interrompre")
    static let breakOffWhy = Word(
        work: "What was recorded stays; another interview can be planned.",
        fr: "Ce qui est consigné reste ; un autre entretien peut être prévu.")
    static let breakReason = Word(work: "Why it was broken off", fr: "Pourquoi il a été interrompu")
}
