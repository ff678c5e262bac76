import Vocabulary
import Web

// What reintegration refuses, in French: it stands beside the English of each rule.

extension MonitoringRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .noCheck: "Il n’y a pas de tel rapport à écrire dans ce dossier. Regardez de nouveau la liste des rapports attendus."
        case .reportedAlready: "Le rapport de ce mois est déjà écrit. Regardez-le ; ce qui est nouveau va dans le prochain."
        case .safetyMissing: "La sécurité de la personne doit être jugée, sauf si personne n’a pu la joindre."
        case .followedAlready: "Cette personne est déjà suivie ; les rapports attendus sont dans la liste."
        case .returnPlanned: "Un retour est en préparation dans ce dossier. Arrêtez-le d’abord si la personne reste."
        case .inFuture: "Ce jour n’est pas encore arrivé. Écrivez le jour depuis lequel la personne vit ici de façon autonome."
        case .noCause: "Seul un rapport de danger, ou d’une aggravation, mène d’ici à un nouveau signalement."
        case .referredAlready: "Un nouveau dossier a déjà été ouvert après ce rapport. Il figure dans la chronologie."
        }
    }
}

extension ClaimRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notThere: "Il n’y a pas de telle demande dans ce dossier."
        case .notNow: "Cette démarche n’est pas possible à cette étape de la demande. La page de la demande dit ce qui peut venir ensuite."
        case .amountMissing: "Une décision favorable a besoin de son montant. Écrivez ce qui a été accordé, dans la monnaie de la demande."
        case .tooMuch:
            "Plus serait payé que ce qui a été accordé. Si des intérêts l’ont été aussi, consignez d’abord un montant plus élevé."
        case .noPayments: "Rien n’a été accordé, ou tout est payé. Consignez d’abord le montant accordé."
        case .inFuture: "Ce jour n’est pas encore arrivé. Écrivez le jour où cela s’est produit."
        case .filedAlready: "La demande est déposée : ce qui est demandé est chez le tribunal ou le fonds. Demandez-y une modification."
        case .lawMissing: "Écrivez la loi qui fixe le délai, pour qu’il puisse être vérifié."
        case .nothingDue: "D’après ces périodes, rien n’est dû. Vérifiez les heures, le taux et ce qui a été payé."
        }
    }
}

extension WagesRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .reversed: "Le dernier jour ne peut pas précéder le premier. Corrigez les jours."
        case .tooLong: "Une période dure 30 ans au plus. Divisez-la."
        case .daysAWeek: "Une semaine compte d’un à sept jours de travail."
        case .hours: "Une journée de travail dure entre une minute et 24 heures. Corrigez les heures."
        case .overtime: "Les heures supplémentaires se paient de 100 à 400 pour cent du taux simple. Corrigez le facteur."
        case .noRate: "Sans taux, rien ne peut être calculé. Écrivez ce qui était convenu par heure, ou le minimum légal, ou les deux."
        case .amount: "Ce montant est trop élevé, ou négatif. Corrigez-le."
        case .overlap:
            "Cette période en chevauche une autre de cette demande, et un jour n’est payé qu’une fois. Corrigez les jours, ou supprimez l’autre période."
        }
    }
}

extension ReturnRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .beforeFile: "Ce jour est antérieur à l’ouverture du dossier ou au départ de la personne. Vérifiez l’année."
        case .openAlready: "Un retour est déjà en préparation dans ce dossier. Poursuivez celui-là, ou arrêtez-le d’abord."
        case .noPlan: "Aucun retour n’est en préparation dans ce dossier. Commencez par ses options."
        case .notNow: "Cette démarche n’est pas possible à cette étape. Regardez de nouveau le plan : il dit ce qui vient ensuite."
        case .optionsMissing:
            "Rester, partir vers un pays tiers et rentrer doivent d’abord être pesés avec la personne. Consignez ce qui manque."
        case .notAssessed: "Les risques de ce retour n’ont pas été évalués. Évaluez-les d’abord."
        case .seriousRisk:
            "Un risque grave n’est pas résolu. Un retour malgré lui n’est ni organisé ni consigné comme sûr ou volontaire. Résolvez-le et évaluez de nouveau, ou arrêtez le plan."
        case .notChecked: "On n’a pas vérifié si le non-refoulement interdit ce retour. Consignez d’abord la vérification."
        case .refoulement:
            "La vérification du non-refoulement n’a pas trouvé la voie libre. Demandez à l’autorité ou à un avocat ; tant que le résultat n’est pas « aucun obstacle », personne ne voyage."
        case .mitigationNeeded:
            "Un risque grave est noté plus bas qu’avant. Écrivez ce qui a changé, ou ce qui protège maintenant la personne."
        case .noPartner: "Aucun partenaire d’accueil n’est nommé. Choisissez l’organisation qui accueillera la personne."
        case .consentMissing:
            "Le consentement de la personne à préparer un retour avec ce partenaire n’est pas en vigueur. Demandez-lui et consignez sa réponse, ou nommez l’autorité qui passe outre."
        case .guardianMissing:
            "Cette personne est, ou pourrait être, un enfant : le consentement du tuteur à la préparation du retour est nécessaire, et n’est pas en vigueur."
        case .determinationMissing:
            "Cette personne est, ou pourrait être, un enfant : une détermination de l’intérêt supérieur en faveur du retour est nécessaire, et aucune n’est consignée."
        case .unknownOverride: "Le profil du pays ne comporte pas ce motif. Choisissez-en un dans la liste."
        case .noTravel: "Le jour, l’accompagnement et les documents du voyage ne sont pas encore consignés. Consignez-les d’abord."
        case .datesReversed: "L’arrivée ne peut pas précéder le départ. Corrigez les jours."
        case .inFuture: "Ce jour n’est pas encore arrivé. Écrivez le jour où cela s’est produit."
        case .notThePartner: "Seul le partenaire d’accueil confirme une arrivée. Demandez-lui de le faire."
        case .noConsentToWithdraw: "Aucun consentement pouvant être retiré ne porte ce plan. Arrêtez plutôt le plan, avec son motif."
        case .unanswered:
            "Chaque question doit être notée. « Inconnu » n’est pas une note : renseignez-vous, ou prenez le niveau le plus grave."
        case .notAfterArrival: "La personne est arrivée : ce plan est terminé. Suivez sa vie sous « Réintégration »."
        }
    }
}
