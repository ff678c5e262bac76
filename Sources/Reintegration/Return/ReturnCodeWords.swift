import Vocabulary

// What the codes of a return are called.

extension ReturnStage {
    var word: Word {
        switch self {
        case .considering: Word(work: "Considering", fr: "Envisagé")
        case .assessed: Word(work: "Assessed", fr: "Évalué")
        case .agreed: Word(work: "Agreed", fr: "Convenu")
        case .travelling: Word(work: "Travelling", fr: "En voyage")
        case .arrived: Word(work: "Arrived", fr: "Arrivé")
        case .stopped: Word(work: "Stopped", fr: "Arrêté")
        case .removed: Word(work: "Removed against assessment", fr: "Éloigné contre l’évaluation")
        }
    }
}

extension ReturnKind {
    var word: Word {
        switch self {
        case .homeCountry: Word(work: "Return home", fr: "Retour au pays")
        case .thirdCountry: Word(work: "Move to a third country", fr: "Départ vers un pays tiers")
        }
    }
}

extension ReturnOption {
    var word: Word {
        switch self {
        case .stay: Word(work: "Staying", fr: "Rester")
        case .thirdCountry: Word(work: "A third country", fr: "Un pays tiers")
        case .homeCountry: Word(work: "Returning", fr: "Rentrer")
        }
    }
}

extension ReturnOption.Wish {
    var word: Word {
        switch self {
        case .wants: Word(work: "Wants this", fr: "Le souhaite")
        case .doesNot: Word(work: "Does not want this", fr: "Ne le souhaite pas")
        case .unsure: Word(work: "Not sure", fr: "Hésite")
        }
    }
}

extension StopReason {
    var word: Word {
        switch self {
        case .consentWithdrawn: Word(work: "Consent withdrawn", fr: "Consentement retiré")
        case .seriousRisk: Word(work: "Serious risk", fr: "Risque grave")
        case .stays: Word(work: "The person stays", fr: "La personne reste")
        case .obstacle: Word(work: "Non-refoulement forbids it", fr: "Le non-refoulement l’interdit")
        case .notPossible: Word(work: "Could not be arranged", fr: "N’a pas pu être organisé")
        }
    }
}

extension ReturnAgreement {
    var word: Word {
        switch self {
        case .bilateral: Word(work: "Between the two States", fr: "Entre les deux États")
        case .regional: Word(work: "Regional", fr: "Régional")
        case .partners: Word(work: "Between the organisations", fr: "Entre les organisations")
        case .none: Word(work: "None", fr: "Aucun")
        }
    }
}

extension Escort {
    var word: Word {
        switch self {
        case .none: Word(work: "Nobody", fr: "Personne")
        case .worker: Word(work: "Case worker", fr: "Intervenant")
        case .guardian: Word(work: "Guardian", fr: "Tuteur")
        case .partner: Word(work: "Somebody of the partner", fr: "Quelqu’un du partenaire")
        case .health: Word(work: "Health worker", fr: "Soignant")
        }
    }
}

extension TravelDocument {
    var word: Word {
        switch self {
        case .passport: Word(work: "Passport", fr: "Passeport")
        case .travelDocument: Word(work: "Travel document", fr: "Titre de voyage")
        case .laissezPasser: Word(work: "Laissez-passer", fr: "Laissez-passer")
        }
    }
}

extension RefoulementCheck.Checker {
    var word: Word {
        switch self {
        case .asylumAuthority: Word(work: "Asylum authority", fr: "Autorité d’asile")
        case .court: Word(work: "Court", fr: "Tribunal")
        case .lawyer: Word(work: "Lawyer", fr: "Avocat")
        case .ownOrganisation: Word(work: "This organisation", fr: "Cette organisation")
        }
    }
}

extension RefoulementCheck.Ground {
    var word: Word {
        switch self {
        case .persecution: Word(work: "Persecution", fr: "Persécution")
        case .torture: Word(work: "Torture", fr: "Torture")
        case .deathPenalty: Word(work: "Death penalty", fr: "Peine de mort")
        case .inhumanTreatment: Word(work: "Inhuman treatment", fr: "Traitement inhumain")
        case .traffickedAgain: Word(work: "Being trafficked again", fr: "Nouvelle traite")
        case .graveIllness: Word(work: "Grave illness without care", fr: "Maladie grave sans soins")
        case .familyLife: Word(work: "Family and private life here", fr: "Vie familiale et privée ici")
        case .bestInterests: Word(work: "Best interests of a child", fr: "Intérêt supérieur d’un enfant")
        }
    }
}

extension RefoulementCheck.Result {
    var word: Word {
        switch self {
        case .noObstacle: Word(work: "No obstacle", fr: "Pas d’obstacle")
        case .obstacle: Word(work: "It forbids the return", fr: "Il interdit le retour")
        case .unclear: Word(work: "Unclear", fr: "Incertain")
        }
    }
}

extension ReturnGrounds.Basis {
    var word: Word {
        switch self {
        case .ownConsent: Word(work: "the person’s own consent", fr: "consentement de la personne")
        case .guardian: Word(work: "the guardian’s consent", fr: "consentement du tuteur")
        case .override: Word(work: "an authority that overrides", fr: "une autorité qui passe outre")
        }
    }
}

extension Removal.Authority {
    var word: Word {
        switch self {
        case .police: Word(work: "Police", fr: "Police")
        case .border: Word(work: "Border authority", fr: "Autorité frontalière")
        case .ministry: Word(work: "Ministry", fr: "Ministère")
        case .court: Word(work: "Court", fr: "Tribunal")
        case .other: Word(work: "Another", fr: "Une autre")
        }
    }
}
