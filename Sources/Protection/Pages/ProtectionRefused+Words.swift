import Store
package import Vocabulary
import Web

// What every room of Protection refuses, in French: it stands beside the English of each rule.

extension ConsentRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .childNotAsked:
            "Cette personne a, ou pourrait avoir, moins de 18 ans ; on ne lui demande donc pas son consentement. Demandez au tuteur, et consignez à côté l’avis de l’enfant."
        case .notTheGuardian: "Ce compte n’est pas celui du tuteur de cet enfant. Désignez d’abord le tuteur."
        case .noConsent: "La personne n’y a pas consenti, ou a retiré son consentement. Demandez-lui d’abord, et consignez sa réponse."
        case .consentNotForThis:
            "Le consentement consigné ne couvre pas ce destinataire, cette finalité ou toutes ces parties. Demandez à la personne précisément cela."
        case .noGround: "Rien ne peut être communiqué sans base. Consignez un consentement, ou nommez la loi qui le permet sans lui."
        case .authorityDecides:
            "Tant qu’un enfant n’a pas de tuteur, l’autorité de protection de l’enfance décide seule. Demandez-le-lui sur la page de l’enfant ; si l’enfant est en danger, nommez la loi."
        case .guardianDecides:
            "L’enfant a désormais un tuteur. Demandez-lui : ce que l’autorité de protection de l’enfance avait accepté auparavant n’ouvre plus rien."
        case .openAlready: "Le dossier leur est déjà ouvert, sur ce consentement."
        case .withdrawnAlready: "Ce consentement a déjà été retiré."
        case .endedAlready: "Le jour où ce consentement prend fin est passé. Vérifiez l’année, ou laissez le jour de côté."
        case .reasonNeeded:
            "Dites pourquoi cette loi ne laisse pas d’autre voie. Le responsable est averti, et le motif reste consigné."
        case .lawNotForThem:
            "Cette loi ne permet d’informer que l’autorité qu’elle nomme, et le destinataire n’est pas celle-ci. Choisissez une autre base, ou un autre destinataire."
        case .unknownPurpose: "Le profil du pays ne comporte pas cette finalité. Choisissez-en une dans la liste."
        }
    }
}

extension CaseRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .closed: "Ce dossier est clos. Rouvrez-le d’abord, avec un motif."
        case .notAColleague: "Seule une personne active de l’organisation qui tient le dossier peut s’en occuper. Choisissez-en une."
        case .deputyIsWorker: "Le suppléant doit être quelqu’un d’autre que la personne en charge. Choisissez-en un autre, ou laissez vide."
        case .assignedAlready: "Quelqu’un s’occupe déjà de ce dossier, ou il est clos. Regardez-le de nouveau."
        case .noAuthority:
            "Aucune autorité compétente n’est encore désignée sur ce nœud. Demandez à son administrateur d’en désigner une sous « Autorités compétentes »."
        case .erased: "La personne a été effacée ; seul reste l’enregistrement codé."
        }
    }
}

extension CaseFieldsRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .label: "Le libellé doit avoir de 1 à 80 caractères et ne contenir aucun nom. Revenez en arrière et écrivez-en un."
        }
    }
}

extension DraftRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        "Ce formulaire a déjà été envoyé, ou a été supprimé après 14 jours. Commencez-en un nouveau."
    }
}

extension EntryRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .unknownKind, .notThere: "Ce dossier n’a pas cette entrée. Elle a peut-être été retirée ; regardez le dossier de nouveau."
        case .linkNotThere: "L’entrée à laquelle celle-ci se rattache n’est plus dans ce dossier. Choisissez-en une autre, ou laissez vide."
        case .oneAlready: "Elle figure déjà au dossier. Ouvrez-la là et corrigez-la."
        }
    }
}

extension PrinterRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notInstalled:
            "Ce nœud ne peut pas imprimer de PDF. Demandez à qui s’occupe de la machine d’installer le paquet Debian « weasyprint », puis réessayez. Rien n’a été remis."
        case .busy: "Trop de personnes impriment en ce moment. Attendez une minute, puis réessayez. Rien n’a été remis."
        case .failed:
            "La page n’a pas pu être imprimée. Réessayez ; si cela échoue encore, prévenez votre administrateur. Rien n’a été remis."
        }
    }
}

extension StoreRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    /// Two of them are met at work; the others are for whoever looks after the machine, who reads English messages elsewhere too.
    private var french: String {
        switch self {
        case .changedMeanwhile:
            "Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Regardez-le de nouveau, puis refaites votre changement."
        case .locked: "La base de données est occupée. Attendez un instant et réessayez ; rien n’a été modifié."
        default: message
        }
    }
}
