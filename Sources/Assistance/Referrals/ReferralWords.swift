import Protection
import Vocabulary

extension Word {
    static let hours = Word(work: "hours", fr: "heures")
    static let days = Word(work: "days", fr: "jours")
    static let referToService = Word(work: "Refer to a service", fr: "Orienter vers un service")
    static let servicesThatFit = Word(
        work: "Services that take the person’s group, those of the person’s region first.",
        fr: "Services ouverts au groupe de la personne, ceux de sa région d’abord."
    )
    static let allServicesShown = Word(work: "All services of the directory.", fr: "Tous les services de l’annuaire.")
    static let whichServices = Word(work: "Which services", fr: "Quels services")
    static let showAllServices = Word(work: "all, for whomever they are", fr: "tous, quel que soit leur public")
    static let servicesForThisPerson = Word(work: "those that take this person’s group", fr: "ceux ouverts au groupe de cette personne")
    static let anyKindOfHelp = Word(work: "any kind of help", fr: "tout type d’aide")
    static let findServiceOrOrganisation = Word(work: "Find a service or an organisation", fr: "Chercher un service ou une organisation")
    static let servicesChoiceWhy = Word(
        work: "Tick one or more. Each gets a referral of its own.", fr: "Cochez-en un ou plusieurs. Chacun reçoit sa propre orientation.")
    static let askForConsent = Word(work: "Ask the person about this organisation", fr: "Demander à la personne pour cette organisation")
    static let showThese = Word(work: "Show these", fr: "Afficher")
    static let noServiceFits = Word(
        work: "No service fits. Take the search away, or show any kind of help, or all services.",
        fr: "Aucun service ne convient. Effacez la recherche, affichez tout type d’aide, ou tous les services."
    )
    static let noServiceChosen = Word(
        work: "No service was chosen. Go back and choose at least one.",
        fr: "Aucun service n’a été choisi. Revenez et choisissez-en au moins un."
    )
    static let urgencyOfReferral = Word(work: "How urgent", fr: "Urgence")
    static let groundOfSharing = Word(work: "Ground", fr: "Fondement")
    static let groundOfSharingWhy = Word(
        work: "Nothing is disclosed without one. With consent, at most what the person agreed to for each recipient.",
        fr: "Rien n’est communiqué sans fondement. Avec le consentement, au plus ce que la personne a accepté pour chaque destinataire."
    )
    static let consentInForce = Word(work: "Consent in force", fr: "Consentement en vigueur")
    static let goOnToShareSet = Word(work: "Go on to what is shared", fr: "Continuer : ce qui est partagé")
    static let shareSet = Word(work: "What is shared", fr: "Ce qui est partagé")
    static let partsShared = Word(work: "Parts shared", fr: "Parties partagées")
    static let partsSharedWhy = Word(
        work: "As few as the service needs. The coded summary always goes along.",
        fr: "Aussi peu que le service en a besoin. Le résumé codé est toujours joint."
    )
    static let onlyCodedIsShared = Word(
        work:
            "On this ground only the coded summary can be shared. To share more, ask the person and record their answer for these recipients.",
        fr:
            "Sur ce fondement, seul le résumé codé peut être partagé. Pour partager davantage, demandez à la personne et notez sa réponse pour ces destinataires."
    )
    static let fieldsLeftOut = Word(work: "Fields left out", fr: "Champs exclus")
    static let fieldsLeftOutWhy = Word(
        work: "Ticked fields stay closed to the recipient although their part is shared.",
        fr: "Les champs cochés restent fermés au destinataire même si leur partie est partagée."
    )
    static let showPreview = Word(work: "Show what they will see", fr: "Montrer ce qu’ils verront")
    static let whatTheyWillSee = Word(work: "What the recipient will see", fr: "Ce que verra le destinataire")
    static let untilAccepted = Word(
        work: "Until they accept, only the coded lines at the top.",
        fr: "Avant leur acceptation, seulement les lignes codées du haut."
    )
    static let sendReferral = Word(work: "Send the referral", fr: "Envoyer l’orientation")
    static let referralsToUs = Word(work: "Referrals to us", fr: "Orientations reçues")
    static let referralsWeSent = Word(work: "Referrals we sent", fr: "Orientations envoyées")
    static let referralsToUsWillStandHere = Word(
        work: "Referrals to your organisation’s services will stand here, the next to answer first.",
        fr: "Les orientations vers les services de votre organisation figureront ici, la plus urgente d’abord."
    )
    static let sentReferralsWillStandHere = Word(
        work: "Referrals that your organisation sent will stand here. Send one from a case file.",
        fr: "Les orientations envoyées par votre organisation figureront ici. Envoyez-en une depuis un dossier."
    )
    static let findReferral = Word(work: "Find by the referral’s code", fr: "Chercher par code d’orientation")
    static let referralCode = Word(work: "Referral", fr: "Orientation")
    static let waitForAnswer = Word(work: "waiting for an answer", fr: "en attente d’une réponse")
    static let sentFrom = Word(work: "From", fr: "De")
    static let sentTo = Word(work: "To", fr: "À")
    static let sentOn = Word(work: "Sent", fr: "Envoyée le")
    static let answerBy = Word(work: "Answer by", fr: "Répondre avant le")
    static let acceptedOn = Word(work: "Accepted", fr: "Acceptée le")
    static let declinedOn = Word(work: "Declined", fr: "Déclinée le")
    static let startedOn = Word(work: "Started", fr: "Commencée le")
    static let endedOn = Word(work: "Ended", fr: "Terminée le")
    static let waited = Word(work: "Waited", fr: "Attente")
    static let waitedForAnswer = Word(work: "Waited for an answer", fr: "Attente de la réponse")
    static let waitedForStart = Word(work: "Waited for the start", fr: "Attente du début")
    static let acceptingOpens = Word(
        work:
            "Accepting opens to your organisation the parts named above. They close when the service ends, is taken back, or the person withdraws their consent.",
        fr:
            "Accepter ouvre à votre organisation les parties ci-dessus. Elles se ferment à la fin du service, s’il est retiré, ou si la personne retire son consentement."
    )
    static let acceptReferral = Word(work: "Accept", fr: "Accepter")
    static let declineReferral = Word(work: "Decline", fr: "Décliner")
    static let declineReason = Word(work: "Reason for declining", fr: "Motif du refus")
    static let serviceHasBegun = Word(work: "The service has begun", fr: "Le service a commencé")
    static let serviceHasEnded = Word(work: "The service has ended", fr: "Le service est terminé")
    static let completingCloses = Word(
        work: "Then the file is closed to your organisation.",
        fr: "Le dossier est alors fermé à votre organisation."
    )
    static let serviceOutcome = Word(work: "Outcome", fr: "Résultat")
    static let satisfaction = Word(work: "What the person says of it", fr: "Ce qu’en dit la personne")
    static let serviceCost = Word(work: "Cost", fr: "Coût")
    static let currencyCode = Word(work: "Currency (three letters)", fr: "Monnaie (trois lettres)")
    static let currencyNeeded = Word(
        work: "Write the currency of the cost, such as EUR.",
        fr: "Indiquez la monnaie du coût, par exemple EUR."
    )
    static let withdrawReferral = Word(work: "Take the referral back", fr: "Retirer l’orientation")
    static let referElsewhere = Word(work: "Refer elsewhere", fr: "Orienter ailleurs")
    static let changedMeanwhile = Word(
        work: "Somebody else answered or changed this referral meanwhile: this is how it stands now. Nothing of yours was saved.",
        fr:
            "Quelqu’un d’autre a répondu à cette orientation ou l’a modifiée entre-temps : voici son état. Rien de votre saisie n’a été enregistré."
    )
    static let messages = Word(work: "Messages", fr: "Messages")
    static let messagesWillStandHere = Word(
        work: "What both sides write about this referral will stand here, sealed.",
        fr: "Ce que les deux côtés écrivent sur cette orientation figurera ici, scellé."
    )
    static let messageText = Word(work: "Message", fr: "Message")
    static let messageWhy = Word(
        work: "Only what the other side needs. It is sealed with the person’s key.",
        fr: "Seulement ce dont l’autre a besoin. C’est scellé avec la clé de la personne."
    )
    static let sendMessage = Word(work: "Send", fr: "Envoyer")
    static let servicePlan = Word(work: "Service plan", fr: "Plan de services")
    static let planWillStandHere = Word(
        work: "What services the person was referred to will stand here, with how long each took.",
        fr: "Les services vers lesquels la personne a été orientée figureront ici, avec leur délai."
    )
    static let needsTonight = Word(work: "What may be needed tonight", fr: "Ce qui peut être nécessaire ce soir")
    static let interpretersOfFile = Word(work: "Interpreters", fr: "Interprètes")
}

extension ServiceReferral.Stage {
    var word: Word {
        switch self {
        case .sent: Word(work: "sent", fr: "envoyée")
        case .accepted: Word(work: "accepted", fr: "acceptée")
        case .started: Word(work: "started", fr: "commencée")
        case .completed: Word(work: "completed", fr: "terminée")
        case .declined: Word(work: "declined", fr: "déclinée")
        case .withdrawn: Word(work: "taken back", fr: "retirée")
        case .expired: Word(work: "ran out unanswered", fr: "expirée sans réponse")
        }
    }
}

extension ServiceReferral.Outcome {
    var word: Word {
        switch self {
        case .met: Word(work: "The need is met", fr: "Le besoin est satisfait")
        case .partly: Word(work: "The need is met in part", fr: "Le besoin est satisfait en partie")
        case .notMet: Word(work: "The need is not met", fr: "Le besoin n’est pas satisfait")
        case .personLeft: Word(work: "The person ended it", fr: "La personne y a mis fin")
        case .referredOn: Word(work: "Another service goes on", fr: "Un autre service prend la suite")
        }
    }
}

extension ServiceReferral.Satisfaction {
    var word: Word {
        switch self {
        case .satisfied: Word(work: "Satisfied", fr: "Satisfaite")
        case .partly: Word(work: "In part", fr: "En partie")
        case .notSatisfied: Word(work: "Not satisfied", fr: "Insatisfaite")
        case .notAsked: Word(work: "Not asked", fr: "Non demandé")
        }
    }
}

extension Urgency {
    var word: Word {
        switch self {
        case .immediate: Word(work: "Immediately", fr: "Immédiatement")
        case .today: Word(work: "Today", fr: "Aujourd’hui")
        case .week: Word(work: "This week", fr: "Cette semaine")
        case .normal: Word(work: "Not urgent", fr: "Sans urgence")
        }
    }
}
