import Protection
import Vocabulary

extension Word {
    static let clocksAndPermits = Word(work: "Clocks and permits", fr: "Délais et titres")
    static let openPeriods = Word(
        work: "All clocks, the reflection period, permits", fr: "Tous les délais, la période de réflexion, les titres")
    static let reflectionPeriod = Word(work: "Reflection and recovery period", fr: "Période de réflexion et de rétablissement")
    static let reflectionWillStandHere = Word(
        work: "The reflection and recovery period will stand here. It begins by itself when the person is presumed to be a victim.",
        fr: "La période de réflexion apparaîtra ici. Elle commence d’elle-même quand la personne est présumée victime.")
    static let stoppedByClosure = Word(work: "not followed: the file is closed", fr: "non suivie : le dossier est clos")
    static let reflectionRuns = Word(work: "running", fr: "en cours")
    static let extendReflection = Word(work: "Extend the period", fr: "Prolonger la période")
    static let extensionReason = Word(work: "Why it is extended", fr: "Pourquoi elle est prolongée")
    static let noMoreExtensions = Word(
        work: "It was extended as often as the rules of the country allow.", fr: "Elle a été prolongée autant que les règles le permettent."
    )
    static let endReflection = Word(work: "End it before its time", fr: "Y mettre fin avant terme")
    static let endReason = Word(work: "Why it ends", fr: "Pourquoi elle se termine")
    static let consequenceExtension = Word(work: "The period then lasts", fr: "La période dure alors")
    static let consequenceEndReflection = Word(
        work: "It never ends before thirty days. The protection from removal ends with it.",
        fr: "Elle ne se termine jamais avant trente jours. La protection contre l’éloignement cesse avec elle.")
    static let residencePermits = Word(work: "Residence permits", fr: "Titres de séjour")
    static let openPermits = Word(work: "Permits, and recording one", fr: "Titres, et en enregistrer un")
    static let addPermit = Word(work: "Record a permit", fr: "Enregistrer un titre")
    static let permitsWillStandHere = Word(
        work: "Residence permits will stand here, each with its end; you are warned before it.",
        fr: "Les titres de séjour apparaîtront ici, chacun avec son terme ; vous êtes averti avant.")
    static let permitKind = Word(work: "Kind of permit", fr: "Type de titre")
    static let permitState = Word(work: "State", fr: "État")
    static let permitAskedOn = Word(work: "Asked for on", fr: "Demandé le")
    static let permitIssuedOn = Word(work: "Issued on", fr: "Délivré le")
    static let permitEndsOn = Word(work: "Ends on", fr: "Expire le")
    static let permitEndsOnWhy = Word(work: "The last day on which it holds.", fr: "Le dernier jour de validité.")
    static let permitRenewal = Word(work: "Renewal", fr: "Renouvellement")
    static let permitNumber = Word(work: "Number (sealed)", fr: "Numéro (scellé)")
    static let runningClocks = Word(work: "Running", fr: "En cours")
    static let pastClocks = Word(work: "Stopped", fr: "Arrêtés")
    static let noClocks = Word(work: "None.", fr: "Aucun.")
}

extension Reflection.Kind {
    var word: Word {
        switch self {
        case .begun: Word(work: "Began", fr: "Commencée")
        case .extended: Word(work: "Extended", fr: "Prolongée")
        case .ended: Word(work: "Ended early", fr: "Terminée avant terme")
        }
    }
}

extension Reflection.Reason {
    var word: Word {
        switch self {
        case .recovery: Word(work: "The person needs longer to recover", fr: "La personne a besoin de plus de temps")
        case .health: Word(work: "Health", fr: "Santé")
        case .child: Word(work: "A child’s best interests", fr: "Intérêt supérieur de l’enfant")
        case .decisionPending: Word(work: "A decision is not taken yet", fr: "Une décision n’est pas encore prise")
        case .personAsked: Word(work: "The person asked for it", fr: "La personne l’a demandé")
        case .publicOrder: Word(work: "Public order, as the law has it", fr: "Ordre public, selon la loi")
        }
    }
}

extension ResidencePermit.State {
    var word: Word {
        switch self {
        case .askedFor: Word(work: "Asked for", fr: "Demandé")
        case .issued: Word(work: "Issued", fr: "Délivré")
        case .refused: Word(work: "Refused", fr: "Refusé")
        case .withdrawn: Word(work: "Withdrawn", fr: "Retiré")
        }
    }
}

extension ResidencePermit.Renewal {
    var word: Word {
        switch self {
        case .first: Word(work: "First permit", fr: "Premier titre")
        case .renewed: Word(work: "Renews an earlier one", fr: "Renouvelle un titre antérieur")
        case .renewalAsked: Word(work: "Renewal asked for", fr: "Renouvellement demandé")
        }
    }
}

extension CaseClock.Outcome {
    var word: Word {
        switch self {
        case .met: Word(work: "Done", fr: "Fait")
        case .ended: Word(work: "Ran to its end", fr: "Arrivé à terme")
        case .cancelled: Word(work: "Replaced, or does not matter any more", fr: "Remplacé, ou sans objet")
        }
    }
}
