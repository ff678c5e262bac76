import Vocabulary

extension Word {
    static let returns = Word(work: "Returns", fr: "Retours")
    static let returnOfPerson = Word(work: "Return", fr: "Retour")
    static let returnsWillStandHere = Word(
        work: "Returns that are planned or made will stand here. One begins in a case file, under “Return”.",
        fr: "Les retours préparés ou effectués apparaîtront ici. On en commence un dans un dossier, sous « Retour ».")
    static let noReturnYet = Word(
        work: "No return is planned. Nobody is returned without options weighed, risks assessed and their own consent.",
        fr: "Aucun retour n’est préparé. Personne ne repart sans options pesées, risques évalués et consentement.")
    static let planAReturn = Word(work: "Weigh a return", fr: "Envisager un retour")
    static let beginReturnLead = Word(
        work: "This records that a return is being considered. Nothing is shared and nothing arranged by it.",
        fr: "Ceci note qu’un retour est envisagé. Rien n’est partagé ni organisé de ce fait.")
    static let destination = Word(work: "Country", fr: "Pays")
    static let whereTo = Word(work: "Where to", fr: "Destination")
    static let openPlan = Word(work: "Open the return", fr: "Ouvrir le retour")
    static let optionsBeside = Word(work: "The three ways, side by side", fr: "Les trois voies, côte à côte")
    static let pro = Word(work: "What speaks for it", fr: "Ce qui parle pour")
    static let con = Word(work: "What speaks against it", fr: "Ce qui parle contre")
    static let ownView = Word(work: "In the person’s own words", fr: "Dans les mots de la personne")
    static let ownViewWhy = Word(
        work: "A child’s view is recorded too, whatever is decided.", fr: "L’avis d’un enfant est noté aussi, quoi qu’on décide.")
    static let wish = Word(work: "What the person wishes", fr: "Ce que la personne souhaite")
    static let weighOption = Word(work: "Weigh it", fr: "Peser cette voie")
    static let option = Word(work: "Way", fr: "Voie")
    static let riskBefore = Word(work: "Risks of the return", fr: "Risques du retour")
    static let assessRisks = Word(work: "Assess the risks", fr: "Évaluer les risques")
    static let riskLead = Word(
        work:
            "A 3 anywhere is a serious risk: the return can’t go on until a later assessment finds it resolved. If the return was agreed already, the agreement falls; if the person is travelling, the return is stopped.",
        fr:
            "Un 3 quelque part est un risque grave : le retour ne peut continuer tant qu’une évaluation ultérieure ne le trouve pas résolu. Si le retour était convenu, l’accord tombe ; si la personne voyage, le retour est arrêté."
    )
    static let riskNote = Word(work: "What this rests on", fr: "Sur quoi cela repose")
    static let mitigation = Word(work: "What changed, or protects the person now", fr: "Ce qui a changé ou protège la personne")
    static let mitigationWhy = Word(
        work: "Needed where a serious risk is now scored lower.", fr: "Nécessaire lorsqu’un risque grave est maintenant moins élevé.")
    static let seriousRisk = Word(work: "serious risk, unresolved", fr: "risque grave, non résolu")
    static let noAssessmentYet = Word(work: "Not assessed yet.", fr: "Pas encore évalué.")
    static let assessedOn = Word(work: "Assessed", fr: "Évalué le")
    static let before = Word(work: "before", fr: "avant")
    static let nonRefoulement = Word(work: "Non-refoulement", fr: "Non-refoulement")
    static let checkRefoulement = Word(work: "Record the check of non-refoulement", fr: "Noter l’examen du non-refoulement")
    static let refoulementLead = Word(
        work: "Nobody is returned to persecution, torture or other grave harm. With an obstacle, or an unclear result, nobody travels.",
        fr:
            "Personne n’est renvoyé vers la persécution, la torture ou un autre préjudice grave. Avec un obstacle ou un résultat incertain, personne ne part."
    )
    static let checkedBy = Word(work: "Looked at by", fr: "Examiné par")
    static let checkedOn = Word(work: "Day", fr: "Jour")
    static let groundsLookedAt = Word(work: "Grounds looked at", fr: "Motifs examinés")
    static let result = Word(work: "Result", fr: "Résultat")
    static let note = Word(work: "Note", fr: "Note")
    static let notCheckedYet = Word(work: "Not checked yet.", fr: "Pas encore examiné.")
    static let partner = Word(work: "Receiving partner", fr: "Partenaire d’accueil")
    static let partnerWhy = Word(
        work: "Organisations with somebody who receives people who return.",
        fr: "Organisations où quelqu’un accueille les personnes qui rentrent.")
    static let choosePartner = Word(work: "Name the receiving partner", fr: "Désigner le partenaire d’accueil")
    static let partnerLead = Word(
        work: "Nothing is shared with the partner by this. Ask the person for consent to exactly this organisation.",
        fr: "Rien n’est partagé avec le partenaire de ce fait. Demandez à la personne son consentement pour cette organisation précise.")
    static let agreementUsed = Word(work: "Agreement used", fr: "Accord appliqué")
    static let agreementNote = Word(work: "Its reference", fr: "Sa référence")
    static let concludeAssessment = Word(work: "Options and risks are assessed", fr: "Options et risques sont évalués")
    static let concludeLead = Word(
        work: "The plan goes to whoever authorises returns. Until then nothing is arranged.",
        fr: "Le projet va à la personne qui autorise les retours. D’ici là, rien n’est organisé.")
    static let authorise = Word(work: "Authorise the return", fr: "Autoriser le retour")
    static let authoriseLead = Word(
        work: "The journey can then be prepared. The person, or the guardian, can still stop it at any moment.",
        fr: "Le voyage peut alors être préparé. La personne, ou le tuteur, peut encore tout arrêter à tout moment.")
    static let overrideGround = Word(work: "Authority that overrides the want of consent", fr: "Autorité qui passe outre au consentement")
    static let overrideWhy = Word(
        work:
            "Leave it empty for a voluntary return. A return on such a ground is recorded as not voluntary, and no ground overrides a serious risk.",
        fr:
            "Laissez vide pour un retour volontaire. Un retour sur un tel motif est noté comme non volontaire, et aucun motif ne l’emporte sur un risque grave."
    )
    static let openToPartner = Word(work: "Open it to the partner", fr: "L’ouvrir au partenaire")
    static let shareLead = Word(
        work: "The partner sees the return and what comes after it, from this moment until the consent is withdrawn.",
        fr: "Le partenaire voit le retour et la suite, dès maintenant et jusqu’au retrait du consentement.")
    static let shareIdentity = Word(
        work: "Also who the person is, and their safe contact", fr: "Aussi l’identité de la personne et son contact sûr")
    static let shared = Word(work: "opened to the partner", fr: "ouvert au partenaire")
    static let journey = Word(work: "Journey", fr: "Voyage")
    static let planJourney = Word(work: "Record the journey", fr: "Noter le voyage")
    static let travelOn = Word(work: "Departure", fr: "Départ")
    static let arriveBy = Word(work: "Arrival at the latest", fr: "Arrivée au plus tard")
    static let escort = Word(work: "Who travels along", fr: "Qui accompagne")
    static let travelDocuments = Word(work: "Travels on", fr: "Voyage avec")
    static let itinerary = Word(work: "Itinerary", fr: "Itinéraire")
    static let journeyLead = Word(
        work: "From the departure on, the partner must confirm the arrival by this day; otherwise an alarm is raised.",
        fr: "Après le départ, le partenaire doit confirmer l’arrivée avant ce jour ; sinon une alarme est donnée.")
    static let depart = Word(work: "The person sets out now", fr: "La personne part maintenant")
    static let departLead = Word(
        work: "Ask once more: does the person still want to go? Consent, risks and non-refoulement are checked again as you press.",
        fr:
            "Demandez encore une fois : la personne veut-elle toujours partir ? Consentement, risques et non-refoulement sont revérifiés à cet instant."
    )
    static let confirmArrival = Word(work: "Confirm the arrival", fr: "Confirmer l’arrivée")
    static let arrivalLead = Word(
        work:
            "You confirm that your organisation met the person. From this day on you report how they fare; the reports due are set at once.",
        fr:
            "Vous confirmez que votre organisation a accueilli la personne. Dès ce jour vous rendez compte de sa situation ; les rapports sont fixés aussitôt."
    )
    static let arrivedOn = Word(work: "Arrived on", fr: "Arrivée le")
    static let stopPlan = Word(work: "Stop the plan", fr: "Arrêter le projet")
    static let stopLead = Word(
        work: "Nothing more is arranged, the share with the partner closes, and the partner is told that it stops.",
        fr: "Plus rien n’est organisé, le partage avec le partenaire est fermé et le partenaire en est averti.")
    static let stopReason = Word(work: "Reason", fr: "Motif")
    static let personWithdraws = Word(work: "The person no longer wants to go", fr: "La personne ne veut plus partir")
    static let withdrawLead = Word(
        work:
            "The consent is withdrawn and the return stopped at once, even at the gate. The partner loses sight of the file and is told to stop. Nothing else the person receives depends on it.",
        fr:
            "Le consentement est retiré et le retour arrêté aussitôt, même à la porte d’embarquement. Le partenaire n’a plus accès au dossier et en est averti. Aucune autre aide n’en dépend."
    )
    static let voluntary = Word(work: "voluntary", fr: "volontaire")
    static let notVoluntary = Word(work: "not voluntary", fr: "non volontaire")
    static let basis = Word(work: "Rests on", fr: "Repose sur")
    static let whatComesNext = Word(work: "What can be done now", fr: "Ce qui peut être fait maintenant")
    static let planningStage = Word(work: "Stage", fr: "Étape")
    static let begun = Word(work: "Begun", fr: "Commencé le")
    static let earlierPlans = Word(work: "Earlier plans", fr: "Projets antérieurs")
    static let removals = Word(work: "Removals against assessment", fr: "Éloignements contre l’évaluation")
    static let removalsWillStandHere = Word(
        work: "Removals that an authority carried out against the assessment, or without one, will stand here. They are no returns.",
        fr: "Les éloignements effectués par une autorité contre l’évaluation, ou sans elle, apparaîtront ici. Ce ne sont pas des retours.")
    static let recordRemoval = Word(work: "Record a removal against assessment", fr: "Noter un éloignement contre l’évaluation")
    static let removalLead = Word(
        work:
            "Record here what was done without or against the assessment and the person’s consent. It is never shown as a return. The supervisor and the national rapporteur are alerted; the rapporteur learns no identity.",
        fr:
            "Notez ici ce qui a été fait sans ou contre l’évaluation et le consentement. Cela n’apparaît jamais comme un retour. Le responsable et le rapporteur national sont alertés ; le rapporteur n’apprend aucune identité."
    )
    static let removingAuthority = Word(work: "Authority that removed", fr: "Autorité qui a éloigné")
    static let removingOffice = Word(work: "Its office", fr: "Son service")
    static let removalGround = Word(work: "Ground it gave", fr: "Motif invoqué")
    static let noGroundGiven = Word(work: "None given", fr: "Aucun")
    static let removedOn = Word(work: "Removed on", fr: "Éloigné le")
    static let seriousRisksThen = Word(work: "Serious risks unresolved", fr: "Risques graves non résolus")
    static let wasAssessed = Word(work: "Assessed before", fr: "Évalué avant")
    static let hadConsent = Word(work: "Consent in force", fr: "Consentement en vigueur")
    static let whose = Word(work: "Whose", fr: "De qui")
    static let scoreLowest = Word(work: "0 none, 3 grave", fr: "0 aucun, 3 grave")
}
