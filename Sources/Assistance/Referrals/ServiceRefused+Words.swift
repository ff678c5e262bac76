import Vocabulary
import Web

// What assistance refuses, in French: it stands beside the English of each rule.

extension ServiceRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .skips:
            "Cette étape ne peut pas venir maintenant : une orientation est acceptée, puis commencée, puis terminée. Regardez-la de nouveau."
        case .noService: "Choisissez au moins un service encore présent dans l’annuaire."
        case .barred: "Ce dossier est fermé à cette organisation. Choisissez un autre service."
        case .ownService: "Votre propre organisation tient ce dossier et le voit déjà. Attribuez-le plutôt à un collègue."
        case .notOpen: "Cette orientation est terminée ; on ne peut plus rien y ajouter. Envoyez-en une nouvelle."
        case .placeTaken: "Quelqu’un occupe déjà cette place l’une de ces nuits. Choisissez une autre place ou d’autres nuits."
        case .nightsBackwards: "La dernière nuit précède la première. Corrigez l’une des deux."
        case .notForThem:
            "Cette place n’est pas prévue pour le groupe de la personne. Choisissez-en une autre, ou changez pour qui elle est."
        case .vettingExpired:
            "L’habilitation de cet interprète ne couvre pas ce jour. Choisissez-en un autre, ou faites d’abord renouveler l’habilitation."
        case .checksMissing:
            "Un interprète n’est désigné que si tout lien est exclu, que la personne l’accepte et qu’ils ne sont jamais seuls ensemble."
        case .beforeBirth: "La personne n’était pas encore née la première nuit. Vérifiez l’année."
        case .noSuchFile:
            "Aucun dossier portant ce code ne vous est ouvert. Acceptez d’abord l’orientation, puis saisissez son code tel qu’il figure au dossier."
        case .closedPlace: "Cette place n’est plus utilisée. Choisissez-en une autre."
        case .wrongGround: "Cette base ne vaut pas pour ce dossier. Choisissez le consentement, ou une loi du profil du pays."
        }
    }
}
