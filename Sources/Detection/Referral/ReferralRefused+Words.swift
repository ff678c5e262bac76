package import Vocabulary
import Web

// What detection refuses, in French: it stands beside the English of each rule.

extension ReferralRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .incomplete: "Il manque encore quelque chose. Revenez à la page indiquée et complétez-la."
        case .noChildAuthority:
            "Aucune autorité de protection de l’enfance n’est désignée sur ce nœud, et la personne est, ou pourrait être, un enfant. Appelez tout de suite le service de protection de l’enfance, et demandez à l’administrateur de désigner l’autorité sous « Autorités compétentes »."
        case .notAskedAgain: "Cette personne a déjà répondu. Regardez de nouveau le signalement."
        case .nothingToAdd: "Écrivez quelque chose, ou répondez à une question, avant d’envoyer."
        }
    }
}
