package import Vocabulary
import Web

// What stewardship refuses, in French: it stands beside the English of each rule.

extension StewardshipRefused: SpokenRefusal {
    package var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .closedAlready: "Ce dossier est déjà clos. Regardez-le de nouveau."
        case .notClosed: "Ce dossier n’est pas clos. Fermez-le d’abord, puis revenez."
        case .notDecidedSo: "Personne n’a décidé que cette personne n’est pas une victime. Choisissez un autre motif."
        case .presumptionOpen:
            "Une présomption ou un réexamen est en cours dans ce dossier. Demandez d’abord à l’autorité d’identification de statuer, ou choisissez un motif qui y met fin : la personne est décédée ou partie, ou le dossier a été ouvert par erreur."
        case .followUpNeedsGuardian:
            "Pour un enfant, c’est le tuteur qui accepte un contact ultérieur, et cet enfant n’en a pas. Désignez d’abord un tuteur, ou indiquez que personne n’a accepté."
        case .retentionNotOver: "Le dossier doit encore être conservé. Effacez-le après ce jour, ou à la demande de la personne."
        case .heldBack: "L’effacement du dossier est suspendu. Levez d’abord la suspension, si son motif a disparu."
        case .otherFileKept:
            "Un autre dossier a encore besoin de cette personne. Il doit être clos et sa durée écoulée avant tout effacement."
        case .joinedFileElsewhere:
            "Ce dossier est réuni à un autre que tient une autre organisation : les deux concernent une même personne, qui est effacée en entier. Adressez-vous à qui a réuni les dossiers, ou à l’organisation qui tient l’autre."
        case .erasedAlready: "La personne a déjà été effacée."
        case .barsKeeper:
            "L’organisation qui tient le dossier ne peut pas en être exclue. Transmettez d’abord le dossier à une autre organisation."
        case .barsYourself:
            "Vous ne pouvez pas vous exclure vous-même. Demandez à votre responsable de confier le dossier à quelqu’un d’autre."
        case .nobodyNamed: "Personne de ce nom n’a de compte ici. Vérifiez l’identifiant, ou choisissez toute l’organisation."
        case .conferenceOver: "Cette réunion est terminée ou a été annulée. Convoquez-en une nouvelle."
        case .nobodyTakes:
            "Personne de cette organisation ne peut reprendre un dossier sur ce nœud. Choisissez-en une autre, ou demandez à son administrateur d’y nommer un responsable."
        case .notInvitable:
            "Seule une organisation avec laquelle le dossier est partagé peut être invitée ou recevoir une tâche. Partagez-le d’abord, sur une base."
        case .conferenceNotHeld: "Consignez que la réunion a eu lieu, et qui est venu, avant ses décisions."
        case .taskSettled: "Cette tâche est déjà faite ou retirée. Regardez la liste de nouveau."
        case .meetsInThePast:
            "Une réunion se convoque pour l’heure en cours ou plus tard, et celle-là est passée. Écrivez une heure ou un jour ultérieurs."
        case .notYetMet:
            "Cette réunion n’a pas commencé : personne n’a pu venir. Consignez les présences après le jour et l’heure prévus, ou annulez-la et convoquez-en une autre."
        case .taskDueInThePast: "Le jour de l’échéance est passé. Écrivez aujourd’hui ou un jour à venir."
        case .notMissing: "Personne n’est signalé disparu dans ce dossier. Regardez-le de nouveau."
        case .missingAlready: "La personne est déjà signalée disparue. Regardez le dossier de nouveau."
        case .glassShut: "Cette ouverture est terminée. En cas de nouvelle urgence, rouvrez le dossier avec son motif."
        case .noSuchCode: "Aucun dossier ne peut être ouvert avec ce code. Vérifiez-le lettre par lettre."
        case .reviewsOwn: "Une ouverture est examinée par quelqu’un d’autre que la personne qui a ouvert. Laissez-la à un collègue."
        case .reviewedAlready: "Cette ouverture a déjà été examinée. Regardez la liste de nouveau."
        case .nothingChosen: "Choisissez au moins un dossier, et à qui il va."
        case .sameWorker: "Les dossiers sont déjà chez cette personne. Choisissez quelqu’un d’autre."
        case .leaveBackwards: "Le dernier jour précède le premier. Corrigez l’un des deux."
        case .sameFile: "C’est le même dossier."
        case .joinedAlready: "L’un de ces dossiers est déjà réuni à un autre. Séparez-les d’abord."
        case .notJoined: "Ce dossier n’est pas réuni à un autre. Regardez-le de nouveau."
        case .matchSettled: "Ce rapprochement a déjà été traité. Regardez la liste de nouveau."
        case .nothingToHandOver: "Consignez d’abord que la personne l’a demandé, et par quelle voie cela lui parvient sans danger."
        case .transferSettled: "Ce transfert a déjà reçu une réponse ou a été retiré. Regardez la liste de nouveau."
        case .transferPending: "Un transfert de ce dossier attend sa réponse. Retirez-le d’abord."
        case .transferToSelf: "Votre organisation tient déjà le dossier. Choisissez-en une autre."
        case .transferGroundGone:
            "La base de cette transmission ne tient plus : le consentement a été retiré ou a expiré, ou le dossier contient désormais plus que ce qui a été demandé à la personne. Demandez à qui l’a proposée de revoir le consentement, puis de la proposer de nouveau."
        case .diedAlready: "Le décès est déjà consigné. Corrigez-le dans l’historique du dossier."
        }
    }
}
