package import Vocabulary
import Web

extension CaseEvent.Kind {
    static let opened = CaseEvent.Kind("case.opened", Word(work: "File opened", fr: "Dossier ouvert")) { code, _ in
        Setting(rawValue: code)?.word
    }
    package static let assigned = CaseEvent.Kind("case.assigned", Word(work: "Assigned", fr: "Attribué"))
    static let relabelled = CaseEvent.Kind("case.relabelled", Word(work: "Label or urgency changed", fr: "Libellé ou urgence modifié"))
    /// Its detail is the hash of the version that the file moved to.
    static let profileMoved = CaseEvent.Kind(
        "case.profile-moved", Word(work: "Moved to another version of the rules", fr: "Passé à une autre version des règles")
    ) { hash, profile in hash == profile.hash ? .data(profile.version) : nil }
    static let identityCorrected = CaseEvent.Kind(
        "person.corrected", Word(work: "Who the person is: corrected", fr: "Identité de la personne : corrigée"), part: .identity)
}

extension CaseMatter {
    package static let assigned = CaseMatter(
        "case.assigned", Word(work: "A case file was assigned to you.", fr: "Un dossier vous a été attribué."))
}

extension CasePart {
    package var word: Word {
        switch self {
        case .summary: Word(work: "Summary", fr: "Résumé")
        case .identity: Word(work: "Identity and contact", fr: "Identité et contact")
        case .experience: Word(work: "What was lived through", fr: "Ce qui a été vécu")
        case .care: Word(work: "Needs, risks and goals", fr: "Besoins, risques et objectifs")
        case .services: Word(work: "Services", fr: "Services")
        case .legal: Word(work: "Rights and remedies", fr: "Droits et réparations")
        case .interviews: Word(work: "Interviews", fr: "Entretiens")
        case .cooperation: Word(work: "Cooperation with the police", fr: "Coopération avec la police")
        case .childhood: Word(work: "Child protection", fr: "Protection de l’enfance")
        case .homeward: Word(work: "Return and reintegration", fr: "Retour et réintégration")
        }
    }
}

extension ProtectionPath {
    package var word: Word {
        switch self {
        case .adult: Word(work: "Adult", fr: "Adulte")
        case .child: Word(work: "Child", fr: "Enfant")
        case .unsure: Word(work: "Perhaps a child: protected as one", fr: "Peut-être un enfant : protégé comme tel")
        }
    }
}

extension Setting {
    package var word: Word {
        switch self {
        case .police: Word(work: "Police", fr: "Police")
        case .border: Word(work: "Border", fr: "Frontière")
        case .inspection: Word(work: "Labour inspection", fr: "Inspection du travail")
        case .health: Word(work: "Health care", fr: "Santé")
        case .ngo: Word(work: "Organisation that helps", fr: "Organisation d’aide")
        case .helpline: Word(work: "Helpline", fr: "Ligne d’aide")
        case .selfReport: Word(work: "The person themself", fr: "La personne elle-même")
        }
    }
}

extension InterpreterNeed {
    package var word: Word {
        switch self {
        case .needed: Word(work: "Needed", fr: "Nécessaire")
        case .notNeeded: Word(work: "Not needed", fr: "Pas nécessaire")
        case .unknown: Word(work: "Not known", fr: "Inconnu")
        }
    }
}
