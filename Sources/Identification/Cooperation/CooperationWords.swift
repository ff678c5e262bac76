import Vocabulary

extension Word {
    static let cooperation = Word(work: "What the person wishes about the police", fr: "Ce que la personne souhaite concernant la police")
    static let recordCooperation = Word(work: "Record what the person wishes", fr: "Enregistrer ce que la personne souhaite")
    static let cooperationWillStandHere = Word(
        work: "What the person wishes will stand here. Nothing else in Concord depends on it, and nothing may.",
        fr: "Ce que la personne souhaite apparaîtra ici. Rien d’autre dans Concord n’en dépend, ni ne le doit.")
    static let cooperationWish = Word(work: "Does the person wish to speak with them?", fr: "La personne souhaite-t-elle leur parler ?")
    static let cooperationWishWhy = Word(
        work: "Recorded apart. No help, no time and no permit depends on the answer; the person can change it on any day.",
        fr: "Consigné à part. Aucune aide, aucun délai, aucun titre n’en dépend ; la personne peut changer d’avis à tout moment.")
    static let cooperationWith = Word(work: "With whom", fr: "Avec qui")
    static let askedOn = Word(work: "Asked on", fr: "Demandé le")
    static let noteOfPerson = Word(work: "In the person’s own words (sealed)", fr: "Avec les mots de la personne (scellé)")
}

extension Cooperation.Wish {
    var word: Word {
        switch self {
        case .yes: Word(work: "Yes", fr: "Oui")
        case .no: Word(work: "No", fr: "Non")
        case .undecided: Word(work: "Does not know yet", fr: "Ne sait pas encore")
        case .later: Word(work: "Asks not to be asked now", fr: "Demande qu’on ne lui pose pas la question maintenant")
        }
    }
}

extension Cooperation.Counterpart {
    var word: Word {
        switch self {
        case .police: Word(work: "Police", fr: "Police")
        case .prosecutor: Word(work: "Prosecutor", fr: "Procureur")
        case .court: Word(work: "Court", fr: "Tribunal")
        }
    }
}

extension Cooperation.Asker {
    var word: Word {
        switch self {
        case .caseWorker: Word(work: "Case worker", fr: "Intervenant social")
        case .lawyer: Word(work: "Lawyer", fr: "Avocat")
        case .guardian: Word(work: "Guardian", fr: "Tuteur")
        case .police: Word(work: "Police", fr: "Police")
        case .prosecutor: Word(work: "Prosecutor", fr: "Procureur")
        }
    }
}
