import Basics
import Protection
import Vocabulary

extension Transfer.State {
    var word: Word {
        switch self {
        case .proposed: Word(work: "Proposed", fr: "Proposé")
        case .accepted: Word(work: "Accepted", fr: "Accepté")
        case .refused: Word(work: "Refused", fr: "Refusé")
        case .withdrawn: Word(work: "Withdrawn", fr: "Retiré")
        }
    }
}

extension Transfer.Reason {
    var word: Word {
        switch self {
        case .moved: Word(work: "The person moved", fr: "La personne a déménagé")
        case .safety: Word(work: "Safer elsewhere", fr: "Plus sûre ailleurs")
        case .competence: Word(work: "The other is competent", fr: "L’autre est compétente")
        case .personWishes: Word(work: "The person wishes it", fr: "La personne le souhaite")
        case .capacity: Word(work: "No room here", fr: "Pas de place ici")
        }
    }
}

extension CaseEvent.Kind {
    static let transfer = CaseEvent.Kind(
        "case.transfer", Word(work: "Transfer to another organisation", fr: "Transfert à une autre organisation")
    ) {
        code, _ in Transfer.State(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let transferProposed = CaseMatter(
        "transfer.proposed",
        Word(work: "Another organisation wants to hand a file on to you.", fr: "Une autre organisation veut vous transmettre un dossier.")
    ) { bytes in ID<Transfer>(bytes: bytes).map { StewardshipAddress.transfer($0) } }
    static let transferSettled = CaseMatter(
        "transfer.settled",
        Word(work: "A transfer of a file was answered or withdrawn.", fr: "Un transfert de dossier a reçu une réponse ou a été retiré.")
    ) { bytes in ID<Transfer>(bytes: bytes).map { StewardshipAddress.transfer($0) } }
}

extension Word {
    static let transfers = Word(work: "Transfers", fr: "Transferts")
    static let transfer = Word(work: "Transfer of a file", fr: "Transfert d’un dossier")
    static let transfersWillStandHere = Word(
        work: "Files that are to go from one organisation to another will stand here. Propose one from its page.",
        fr: "Les dossiers qui doivent passer d’une organisation à l’autre apparaîtront ici. Proposez-le depuis sa page.")
    static let transferFile = Word(
        work: "Hand the file over to another organisation", fr: "Transmettre le dossier à une autre organisation")
    static let transferWay = Word(work: "From or to", fr: "De ou vers")
    static let transferFrom = Word(work: "from", fr: "de")
    static let transferTo = Word(work: "to", fr: "à")
    static let transferReason = Word(work: "Why it goes there", fr: "Pourquoi il y va")
    static let proposedAt = Word(work: "Proposed", fr: "Proposé le")
    static let settledAt = Word(work: "Answered", fr: "Réponse le")
    static let acceptTransfer = Word(work: "Take the file", fr: "Prendre le dossier")
    static let refuseTransfer = Word(work: "Do not take it", fr: "Ne pas le prendre")
    static let withdrawTransfer = Word(work: "Take the proposal back", fr: "Retirer la proposition")
    static let proposeTransfer = Word(work: "Hand it over", fr: "Transmettre")
    static let lookAndAnswer = Word(work: "Look at it and answer", fr: "Regarder et répondre")
    static let lookAtTransfer = Word(work: "Look at it", fr: "Regarder")

    // The way there, step after step.
    static let toWhom = Word(work: "To whom", fr: "À qui")
    static let whatTheyWillSee = Word(work: "What they will see", fr: "Ce qu’ils verront")
    static let transferGround = Word(work: "On which ground", fr: "Sur quelle base")
    static let groundItRestsOn = Word(work: "What the hand-over rests on", fr: "Ce sur quoi repose la transmission")
    static let confirmIt = Word(work: "Confirm", fr: "Confirmer")
    static let stepsOfHandOver = Word(work: "Steps", fr: "Étapes")
    static let toWhomLead = Word(
        work:
            "Choose who is to look after the person from now on: a shelter, an organisation that helps, an authority. Nothing happens yet: the next page shows what they will see.",
        fr:
            "Choisissez qui s’occupera désormais de la personne : un foyer, une organisation qui aide, une autorité. Rien ne se passe encore : la page suivante montre ce qu’ils verront."
    )
    static let onlyAService = Word(
        work: "If the person only needs one service, and you go on looking after them, refer them to the service and keep the file.",
        fr:
            "Si la personne n’a besoin que d’un service et que vous continuez à la suivre, orientez-la vers ce service et gardez le dossier."
    )
    static let referInstead = Word(work: "Refer to a service", fr: "Orienter vers un service")
    static let findOrganisation = Word(work: "Find an organisation", fr: "Chercher une organisation")
    static let organisation = Word(work: "Organisation", fr: "Organisation")
    static let offersOfOrganisation = Word(work: "Offers", fr: "Propose")
    static let offersNothing = Word(work: "nothing in the directory", fr: "rien dans l’annuaire")
    static let organisationsWillStandHere = Word(
        work: "No organisation fits this search. Search for another name, or take the filter away.",
        fr: "Aucune organisation ne correspond. Cherchez un autre nom ou retirez le filtre.")
    static let anotherOrganisation = Word(work: "Choose another organisation", fr: "Choisir une autre organisation")
    static let untilTheyTakeIt = Word(work: "Until they take the file", fr: "Tant qu’ils n’ont pas pris le dossier")
    static let untilTheyTakeItWhy = Word(
        work:
            "They see the summary alone: these lines, sex, age and citizenship, and which steps were taken when. Nobody’s name, and nothing of what was told.",
        fr:
            "Ils ne voient que le résumé : ces lignes, le sexe, l’âge et la nationalité, et quelles étapes ont eu lieu quand. Aucun nom, rien de ce qui a été raconté."
    )
    static let onceTheyTakeIt = Word(work: "Once they have taken it", fr: "Une fois qu’ils l’ont pris")
    static let onceTheyTakeItWhy = Word(
        work:
            "They keep the file, with all its parts and running clocks, and look after the person. What stands in it now:",
        fr:
            "Ils tiennent le dossier, avec toutes ses parties et ses délais, et s’occupent de la personne. Ce qu’il contient aujourd’hui :")
    static let summaryStaysHere = Word(
        work:
            "Here only the summary stays. Whoever raised the file still finds it under “Files I raised”, with its state, and can add information.",
        fr:
            "Ici ne reste que le résumé. Qui a signalé la situation retrouve le dossier sous « Dossiers que j’ai signalés », avec son état, et peut ajouter des informations."
    )
    static let historyStaysWhole = Word(work: "The history stays whole.", fr: "L’historique reste entier.")
    static let groundLead = Word(
        work: "Nothing may leave without a ground. These are in force for exactly this organisation:",
        fr: "Rien ne peut sortir sans base. Celles-ci sont en vigueur pour cette organisation précise :")
    static let noGroundYet = Word(
        work:
            "There is no consent for this organisation yet. Ask the person, in their language, and record the answer; then come back here.",
        fr:
            "Il n’y a pas encore de consentement pour cette organisation. Demandez à la personne, dans sa langue, consignez sa réponse, puis revenez ici."
    )
    static let noGroundYetChild = Word(
        work:
            "There is no ground for this organisation yet. A child is not asked: the guardian is, and the child’s own view is recorded beside it.",
        fr:
            "Il n’y a pas encore de base pour cette organisation. On ne demande pas à un enfant : on demande au tuteur, et l’avis de l’enfant est consigné à côté."
    )
    static let askForConsent = Word(work: "Ask for this consent", fr: "Demander ce consentement")
    static let notAskedYet = Word(work: "nobody has agreed to this yet", fr: "personne n’y a encore consenti")
    static let doesNotCoverAll = Word(
        work: "there is a consent, but it does not cover everything in the file",
        fr: "un consentement existe, mais ne couvre pas tout le dossier")
    static let guardianIsAsked = Word(work: "the guardian has to be asked", fr: "le tuteur doit être consulté")
    static let inForce = Word(work: "in force", fr: "en vigueur")
    static let lawHint = Word(
        work: "Only where this law leaves no other way: the person is told afterwards.",
        fr: "Seulement si cette loi ne laisse pas d’autre voie : la personne en est informée ensuite.")
    static let whatFollows = Word(work: "What happens then", fr: "Ce qui se passe ensuite")
    static let theyAreTold = Word(
        work: "They are told at once, and take the file or not. Until they do, you keep it and can take the proposal back.",
        fr: "Ils sont avertis aussitôt et prennent le dossier ou non. D’ici là, vous le tenez et pouvez retirer la proposition.")

    // One transfer.
    static let waitsForThem = Word(
        work: "It waits for their answer. They see the summary alone; your organisation keeps the file until they take it.",
        fr: "La réponse est attendue. Ils ne voient que le résumé ; votre organisation tient le dossier jusqu’à ce qu’ils le prennent.")
    static let waitsForYou = Word(
        work:
            "It waits for your answer. You see the summary alone. If you take the file, you keep it from now on, with all its parts and clocks; choose here who works on it.",
        fr:
            "Votre réponse est attendue. Vous ne voyez que le résumé. Si vous prenez le dossier, vous le tenez désormais, avec toutes ses parties et ses délais ; choisissez ici qui s’en occupe."
    )
    static let takenByThem = Word(
        work: "They have taken the file and look after the person now.",
        fr: "Ils ont pris le dossier et s’occupent désormais de la personne.")
    static let takenByYou = Word(work: "Your organisation keeps the file now.", fr: "Votre organisation tient désormais le dossier.")
    static let notTaken = Word(
        work: "The file was not taken, and stays where it was.", fr: "Le dossier n’a pas été pris et reste où il était.")
    static let proposalTakenBack = Word(work: "The proposal was taken back.", fr: "La proposition a été retirée.")
    static let whoWorksOnIt = Word(work: "Who works on it", fr: "Qui s’en occupe")
    static let whoWorksOnItWhy = Word(
        work: "They are told at once. You can also choose later, on the page of the file.",
        fr: "La personne en est avertie aussitôt. Vous pouvez aussi choisir plus tard, sur la page du dossier.")
    static let backToRaised = Word(work: "Files I raised", fr: "Dossiers que j’ai signalés")
    static let handOverPending = Word(work: "Handed over", fr: "Transmission")
    static let handOverWaits = Word(work: "It is proposed to hand this file over to", fr: "Il est proposé de transmettre ce dossier à")
    static let handOverWaitsForYou = Word(
        work: "This file is to be handed over to you. It comes from", fr: "Ce dossier doit vous être transmis. Il vient de")
}
