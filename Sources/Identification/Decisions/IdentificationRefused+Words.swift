import Vocabulary
import Web

// What identification refuses, in French: it stands beside the English of each rule.

extension IdentificationRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notCompetent:
            "Votre organisation n’est pas l’autorité d’identification de ce dossier ; elle ne peut donc pas décider ici. L’autorité décide ; vous pouvez compléter ses éléments."
        case .decidedMeanwhile:
            "Quelqu’un d’autre a décidé pendant que cette page était ouverte chez vous. Votre décision n’a pas été prise. La page montre ce qui vaut maintenant : regardez-la, puis voyez s’il reste quelque chose à faire."
        case .stageSkipped:
            "Cette décision ne peut pas être prise à cette étape : aucune étape n’est sautée. Regardez où en est le dossier et passez à l’étape suivante."
        case .pendingFirst: "Une décision négative attend une seconde personne. Elle doit d’abord être confirmée ou renvoyée."
        case .nothingPending: "Plus rien n’attend ici une seconde personne. Regardez le dossier de nouveau."
        case .ownProposal: "Vous avez proposé cette décision ; quelqu’un d’autre doit la confirmer ou la renvoyer."
        case .tookPart: "Vous avez pris part à la première décision ; quelqu’un d’autre doit statuer sur le réexamen."
        case .tookPartAsSecond: "Vous avez pris part à la première décision ; quelqu’un d’autre doit confirmer le réexamen."
        case .elementMissing:
            "D’après ces faits, un élément de la définition manque : la personne ne peut pas être reconnue victime. Ajoutez ce qui montre l’élément, ou prenez une autre décision."
        case .elementsShown:
            "D’après ces faits, tous les éléments de la définition sont réunis : la qualité de victime ne peut pas être refusée. Corrigez les faits, ou prenez une autre décision."
        case .evidenceMissing: "Un élément est dit présent sans que rien ne l’étaye. Cochez ce sur quoi repose le constat."
        case .basisNeeded: "Choisissez la loi sur laquelle repose cette décision."
        case .reasonsNeeded: "Écrivez les motifs : la personne y a droit."
        case .dayBeforeFile: "Ce jour est antérieur à l’ouverture du dossier. Vérifiez l’année."
        case .dayInFuture: "Ce jour est dans l’avenir. Écrivez le jour où cela s’est passé."
        case .lateReasonNeeded:
            "Le délai pour demander un réexamen est passé. La demande peut encore être consignée : écrivez pourquoi elle est tardive."
        case .nothingToReview: "Il n’y a pas ici de décision négative à réexaminer."
        case .nothingToAppeal: "Il n’y a pas ici de décision négative contre laquelle former un recours."
        case .appealDecided: "L’issue de ce recours est déjà consignée, ou il n’est pas dans ce dossier."
        case .alertSettled: "Cette alerte est déjà traitée, ou n’est pas dans ce dossier. Regardez le dossier de nouveau."
        case .notInReflection: "Aucune période de réflexion n’est en cours dans ce dossier."
        case .noMoreExtensions: "La période de réflexion a été prolongée autant que les règles du pays le permettent."
        case .underThirtyDays: "Une période de réflexion ne peut pas finir avant trente jours, quel qu’en soit le motif."
        case .permitDays: "Le titre expire avant d’avoir été délivré. Corrigez l’un des deux jours."
        case .permitEndNeeded: "Un titre délivré a un jour de délivrance et un jour d’expiration. Écrivez les deux."
        case .answerNeeded: "Choisissez de confirmer la décision ou de la renvoyer ; qui la renvoie dit pourquoi."
        }
    }
}
