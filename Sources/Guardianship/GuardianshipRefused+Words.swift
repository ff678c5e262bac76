import Vocabulary
import Web

// What guardianship refuses, in French: it stands beside the English of each rule.

extension CareRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .detention:
            "Un enfant n’est jamais détenu pour être pris en charge. Trouvez un autre lieu, et prévenez votre responsable aujourd’hui."
        case .unrelatedAdults:
            "Un enfant ne vit pas avec des adultes qui ne sont pas de sa famille, ni là où personne ne le sait. Trouvez un autre lieu."
        case .carerNotVetted: "Qui s’occupe d’un enfant est d’abord habilité. Consignez l’habilitation, ou trouvez un autre lieu."
        case .siblingsApart: "Les frères et sœurs restent ensemble, sauf raison. Dites laquelle."
        case .endsBeforeItBegins: "Le séjour ne peut pas finir avant d’avoir commencé."
        }
    }
}

extension GuardianRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .noGuardianAccount: "Ce compte n’est pas actif avec le rôle de tuteur. Choisissez-en un autre."
        case .notVetted:
            "Cette personne n’est pas habilitée et formée, ou son habilitation a expiré. Consignez d’abord une nouvelle habilitation sous « Tuteurs »."
        case .conflict:
            "Il y a un conflit d’intérêts, et il est consigné. Cette personne ne peut pas être le tuteur de cet enfant : choisissez-en une autre."
        case .worksOnTheFile: "Qui s’occupe du dossier ne peut pas être aussi le tuteur de l’enfant. Choisissez quelqu’un d’autre."
        case .barred: "Cette personne ne peut pas être le tuteur de cet enfant. Choisissez quelqu’un d’autre."
        case .tooManyChildren:
            "Ce tuteur a autant d’enfants qu’il peut en défendre. Choisissez-en un autre, ou cochez que vous le désignez tout de même."
        case .noDayForTemporary: "Un tuteur temporaire a besoin d’un dernier jour."
        case .dayIsPast: "Le dernier jour d’un tuteur temporaire doit être à venir, et pas plus tard que ne le disent les règles du pays."
        case .isGuardianAlready: "Cette personne est déjà le tuteur de cet enfant."
        }
    }
}

extension AgeRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .openAlready: "Une évaluation de cet âge est déjà ouverte. Terminez-la."
        case .notThisStage:
            "L’évaluation en est à une autre étape : le tuteur accepte d’abord, puis les constats sont consignés, puis l’âge est décidé."
        case .medicalFirst:
            "Un examen médical est le dernier recours. Consignez d’abord ce que les documents, un entretien et plusieurs professions ont dit."
        case .nothingFound: "Rien n’a encore été constaté. Consignez au moins un constat avec sa marge avant de décider."
        case .benefitOfTheDoubt:
            "La fourchette constatée comprend des âges de moins de 18 ans. La personne a le bénéfice du doute : elle reste protégée comme un enfant."
        case .reviewerIsDecider: "Après un réexamen, c’est quelqu’un d’autre que le premier décideur qui décide."
        case .ended: "Le délai pour demander un réexamen est passé. Ouvrez une nouvelle évaluation s’il y a de nouveaux motifs."
        case .rangeReversed: "L’âge le plus bas ne peut pas dépasser le plus haut."
        case .viewNotAsked:
            "Un âge est évalué après que l’enfant a été interrogé à ce sujet. Interrogez d’abord l’enfant ; s’il est souffrant, attendez."
        }
    }
}

extension ChildRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notAChild:
            "Cette personne est protégée comme un adulte. Si elle peut avoir moins de 18 ans, dites-le d’abord : elle est alors protégée comme un enfant."
        case .isAChild: "Cette personne est déjà protégée comme un enfant."
        case .noGuardian: "L’enfant n’a pas encore de tuteur. Désignez-en d’abord un, au besoin temporaire."
        case .hasNoSuchThing: "Il n’y a rien de tel dans ce dossier. Regardez-le de nouveau."
        }
    }
}

extension BestInterestsRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notThisStage:
            "La détermination en est à une autre étape. L’ordre est : les options, puis l’enfant et le tuteur sont entendus, puis la décision."
        case .openAlready: "Une détermination de cette question est déjà ouverte. Terminez-la."
        case .tooFewOptions: "Pesez au moins deux options, avec le pour et le contre de chacune, avant d’entendre quiconque."
        case .panelTooSmall: "Le collège a besoin d’au moins trois membres. Ajoutez ceux qui manquent."
        case .panelOfOne: "Les membres du collège doivent venir d’au moins deux organisations. Ajoutez quelqu’un d’une autre."
        case .optionTwice: "Cette option est déjà dans la liste."
        case .noSuchOption: "Choisissez l’une des options pesées."
        case .reviewPast: "Le jour du réexamen doit être à venir, et pas plus tard que ne le disent les règles du pays."
        case .notDecided: "Rien ne peut être partagé sur cette détermination : elle n’est pas décidée, ou elle est réexaminée."
        case .decidedAgainst: "La détermination n’a pas décidé cela ; rien ne peut donc être partagé sur cette base."
        case .viewWithoutHow: "Consignez comment l’enfant a été interrogé et dans quelle langue."
        case .viewWithoutReason: "Écrivez ce que l’enfant a dit, ou pourquoi il n’a pas pu être interrogé."
        case .memberTwice: "Une personne de ce nom siège déjà. Chaque membre est une personne : écrivez un autre nom."
        case .noSuchMember: "Cette personne ne siège plus. Regardez de nouveau la détermination."
        case .notYourParts: "Vous ne pouvez partager aucune partie du dossier qui n’a pas été donnée à votre propre organisation."
        }
    }
}

extension TracingRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        switch self {
        case .notThisStage: "La recherche en est à une autre étape : d’abord les risques, puis l’approbation, puis les prises de contact."
        case .noRiskCheck:
            "Personne n’est contacté avant que les risques soient vérifiés et que l’autorité ait approuvé. Vérifiez d’abord les risques."
        case .notFavourable:
            "La vérification des risques parle contre un contact, ou laisse quelque chose d’inconnu. Renseignez-vous davantage et vérifiez de nouveau."
        case .checkerIsDecider: "C’est quelqu’un d’autre que la personne qui a vérifié les risques qui approuve."
        case .againstTheWish: "L’enfant ne veut pas de ce contact, ou n’a pas encore pu le dire. Redemandez à l’enfant plus tard."
        case .noContactYet: "Cette recherche n’a pas été approuvée, ou est close : aucune prise de contact ne peut être consignée."
        case .familyDay: "Une démarche ne peut pas avoir eu lieu après aujourd’hui."
        }
    }
}

extension ConsentRequestRefused: SpokenRefusal {
    var words: Word { Word(work: message, fr: french) }

    private var french: String {
        "Cela a déjà été demandé au tuteur, qui n’a pas encore répondu. Attendez la réponse, ou parlez avec le tuteur."
    }
}
