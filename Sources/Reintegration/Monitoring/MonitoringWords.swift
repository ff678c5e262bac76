import Protection
import Vocabulary

extension Word {
    static let reintegration = Word(work: "Reintegration", fr: "Réintégration")
    static let reportsDue = Word(work: "Reports due", fr: "Rapports attendus")
    static let reportsWillStandHere = Word(
        work:
            "Reports on how people fare will stand here, with the day by which each is due: those your organisation writes, and those it waits for. They begin with a confirmed arrival, or when somebody who stays is followed.",
        fr:
            "Les rapports sur la situation des personnes apparaîtront ici, avec leur échéance : ceux que votre organisation rédige et ceux qu’elle attend. Ils commencent avec une arrivée confirmée ou le suivi d’une personne qui reste."
    )
    static let toWrite = Word(work: "to write here", fr: "à rédiger ici")
    static let awaited = Word(work: "awaited from others", fr: "attendus d’autres")
    static let monthsAfter = Word(work: "Months after arrival", fr: "Mois après l’arrivée")
    static let lookOn = Word(work: "To look on", fr: "Visite le")
    static let reportBy = Word(work: "Report by", fr: "Rapport avant le")
    static let reporter = Word(work: "Who reports", fr: "Qui rend compte")
    static let writeReport = Word(work: "Write the report", fr: "Rédiger le rapport")
    static let reportLead = Word(
        work:
            "A level of “in danger”, an attack, contact by a trafficker, or being trafficked again alarms the worker and the supervisor as you save.",
        fr:
            "Un niveau « en danger », une agression, un contact du trafiquant ou une nouvelle traite alerte l’intervenant et le responsable dès l’enregistrement."
    )
    static let howLearnt = Word(work: "How it was learnt", fr: "Comment on l’a appris")
    static let whatHappenedSince = Word(work: "What happened since", fr: "Ce qui s’est passé depuis")
    static let notReported = Word(work: "not reported yet", fr: "pas encore rédigé")
    static let wasLate = Word(work: "late", fr: "en retard")
    static let inDanger = Word(work: "in danger", fr: "en danger")
    static let gotWorse = Word(work: "got worse", fr: "s’est dégradé")
    static let sinceLast = Word(work: "since the report before", fr: "depuis le rapport précédent")
    static let howTheyFare = Word(work: "How the person fares", fr: "Situation de la personne")
    static let byReport = Word(work: "level 0 (worst) to 3, by report in their order", fr: "niveau 0 (pire) à 3, par rapport dans l’ordre")
    static let reportNumber = Word(work: "Report", fr: "Rapport")
    static let notFollowed = Word(
        work: "Nobody is followed yet. After a return this begins with the arrival that the partner confirms.",
        fr: "Personne n’est encore suivi. Après un retour, cela commence avec l’arrivée confirmée par le partenaire.")
    static let followStay = Word(work: "Follow somebody who stays", fr: "Suivre une personne qui reste")
    static let followStayLead = Word(
        work: "The reports of the profile’s months are set for your organisation, from this day.",
        fr: "Les rapports aux mois du profil sont fixés pour votre organisation, à partir de ce jour.")
    static let followFrom = Word(work: "Lives here on their own footing since", fr: "Vit ici de façon autonome depuis")
    static let referAgain = Word(work: "Refer again in a new file", fr: "Signaler à nouveau dans un autre dossier")
    static let referAgainLead = Word(
        work:
            "Opens a new, urgent file for the same person, linked to this one, assigned to you. If only help is needed, refer to services from this file instead; a closed file is reopened instead.",
        fr:
            "Ouvre un nouveau dossier urgent pour la même personne, lié à celui-ci et attribué à vous. S’il ne faut que de l’aide, orientez vers des services depuis ce dossier ; un dossier clos se rouvre."
    )
    static let openMonitoring = Word(work: "How life goes on, and its reports", fr: "La suite, et ses rapports")
}

extension MonitoringCourse.Kind {
    var word: Word {
        switch self {
        case .homeCountry: Word(work: "after a return", fr: "après un retour")
        case .stay: Word(work: "in this country", fr: "dans ce pays")
        }
    }
}

extension MonitoringReport.Contact {
    var word: Word {
        switch self {
        case .visit: Word(work: "Visit", fr: "Visite")
        case .telephone: Word(work: "By telephone", fr: "Par téléphone")
        case .message: Word(work: "By message", fr: "Par message")
        case .throughOther: Word(work: "Through somebody else", fr: "Par une autre personne")
        case .notReached: Word(work: "Could not be reached", fr: "Pas joignable")
        }
    }
}

extension MonitoringReport.Incident {
    var word: Word {
        switch self {
        case .threatened: Word(work: "Threatened", fr: "Menaces")
        case .attacked: Word(work: "Attacked", fr: "Agression")
        case .contactedByTrafficker: Word(work: "Contacted by a trafficker", fr: "Contact d’un trafiquant")
        case .traffickedAgain: Word(work: "Trafficked again", fr: "Nouvelle traite")
        case .lostHousing: Word(work: "Lost the place to live", fr: "Perte du logement")
        case .lostWork: Word(work: "Lost the work", fr: "Perte du travail")
        case .arrested: Word(work: "Arrested", fr: "Arrestation")
        }
    }
}

extension MonitoringCheck.State {
    var word: Word {
        switch self {
        case .due: .notReported
        case .reported: Word(work: "reported", fr: "rédigé")
        case .cancelled: Word(work: "no longer needed", fr: "plus nécessaire")
        }
    }
}
