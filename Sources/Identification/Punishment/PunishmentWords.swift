import Vocabulary

extension Word {
    static let nonPunishment = Word(work: "Detained, charged or facing removal", fr: "Détenue, poursuivie ou menacée d’éloignement")
    static let nonPunishmentLead = Word(
        work:
            "Nobody is punished for what they were forced to do, nor detained or removed for it. If it happens all the same, say so here: those who must act are told at once.",
        fr:
            "Nul n’est puni pour ce qu’il a été forcé de faire, ni détenu ou éloigné pour cela. Si cela arrive malgré tout, dites-le ici : ceux qui doivent agir sont avertis aussitôt."
    )
    static let principlesNamed = Word(
        work: "Against this stand the principle of non-punishment and the guideline that follows from it:",
        fr: "S’y opposent le principe de non-sanction et la directive qui en découle :")
    static let punishmentKind = Word(work: "What happens to the person", fr: "Ce qui arrive à la personne")
    static let punishmentKnownOn = Word(work: "Known since", fr: "Connu depuis le")
    static let mustAct = Word(work: "Who must act", fr: "Qui doit agir")
    static let mustActWhy = Word(work: "The post that can end it.", fr: "L’autorité qui peut y mettre fin.")
    static let punishmentNote = Word(work: "Note (sealed)", fr: "Note (scellée)")
    static let punishmentNoteWhy = Word(
        work: "Where the person is, whom to call, reference numbers.", fr: "Où est la personne, qui appeler, numéros de référence.")
    static let whoWasTold = Word(work: "Told", fr: "Informé")
    static let toldOn = Word(work: "Told on", fr: "Informé le")
    static let nobodyToldYet = Word(work: "nobody yet: call now", fr: "personne encore : appelez maintenant")
    static let recordTold = Word(work: "Record who was told", fr: "Enregistrer qui a été informé")
    static let punishmentOutcome = Word(work: "What came of it", fr: "Ce qu’il en est advenu")
    static let outcomeOn = Word(work: "On", fr: "Le")
    static let settleAlert = Word(work: "Settle the alert", fr: "Régler l’alerte")
    static let raiseAlert = Word(work: "Raise an alert", fr: "Lancer une alerte")
    static let openAlerts = Word(work: "Detained, charged, facing removal: alerts", fr: "Détention, poursuites, éloignement : alertes")
    static let alertsWillStandHere = Word(
        work: "Alerts will stand here. None was raised: the person is neither detained nor charged nor facing removal, as far as is known.",
        fr:
            "Les alertes apparaîtront ici. Aucune n’a été lancée : la personne n’est, à notre connaissance, ni détenue, ni poursuivie, ni menacée d’éloignement."
    )
    static let consequenceAlertTold = Word(
        work: "The worker, their supervisor and the identifying authority are told at once.",
        fr: "L’intervenant, son responsable et l’autorité d’identification sont avertis aussitôt.")
    static let consequenceAlertClock = Word(work: "It has to be stopped", fr: "Il faut y mettre fin")
    static let noRemovalInReflection = Word(
        work: "No removal may take place during the reflection period.",
        fr: "Aucun éloignement ne peut avoir lieu pendant la période de réflexion.")
}

extension PunishmentAlert.Kind {
    var word: Word {
        switch self {
        case .detained: Word(work: "Detained", fr: "Détenue")
        case .charged: Word(work: "Charged with an offence", fr: "Poursuivie pour une infraction")
        case .facingRemoval: Word(work: "Facing removal from the country", fr: "Menacée d’éloignement du pays")
        }
    }
}

extension PunishmentAlert.Post {
    var word: Word {
        switch self {
        case .police: Word(work: "Commanding officer of the police", fr: "Chef de la police")
        case .prosecutor: Word(work: "Prosecutor", fr: "Procureur")
        case .court: Word(work: "Judge", fr: "Juge")
        case .immigration: Word(work: "Head of the immigration office", fr: "Chef du service de l’immigration")
        case .prison: Word(work: "Head of the place of detention", fr: "Chef du lieu de détention")
        case .identifyingAuthority: Word(work: "Identifying authority", fr: "Autorité d’identification")
        }
    }
}

extension PunishmentAlert.Outcome {
    var word: Word {
        switch self {
        case .released: Word(work: "Released", fr: "Libérée")
        case .chargeDropped: Word(work: "Charge dropped, or acquitted", fr: "Poursuites abandonnées, ou acquittement")
        case .removalStopped: Word(work: "Removal stopped", fr: "Éloignement arrêté")
        case .notSo: Word(work: "It was not so", fr: "Ce n’était pas le cas")
        case .punished: Word(work: "Punished all the same", fr: "Punie malgré tout")
        case .removed: Word(work: "Removed all the same", fr: "Éloignée malgré tout")
        }
    }
}
