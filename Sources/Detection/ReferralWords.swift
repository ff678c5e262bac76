package import Vocabulary

// The words of referrals, in the order of the form.
extension Word {
    static let searchPurpose = Word(work: "What you need the names for", fr: "Pourquoi vous avez besoin des noms")
    static let searchPurposeWhy = Word(
        work:
            "Empty: names are shown for the files that you work on. With a purpose also for others that you may open; it is written down with each.",
        fr:
            "Vide : les noms ne s’affichent que pour les dossiers dont vous vous occupez. Avec un but, aussi pour les autres que vous pouvez ouvrir ; il est consigné pour chacun."
    )
    static let namesOpened = Word(
        work: "Names were opened; that is written down.", fr: "Des noms ont été ouverts ; cela est consigné.")
    static let foundBy = Word(work: "Found by", fr: "Trouvé par")
    static let openWhoItIs = Word(work: "Open who it is", fr: "Ouvrir l’identité")
    package static let filesIRaised = Word(work: "Files I raised", fr: "Dossiers que j’ai signalés")
    static let whatNext = Word(work: "What you can do now", fr: "Ce que vous pouvez faire maintenant")
    static let handItOver = Word(work: "Hand the file over to another organisation", fr: "Transmettre le dossier à une autre organisation")
    static let handItOverWhy = Word(
        work:
            "A shelter, an organisation that helps or an authority looks after the person from then on. You choose which, see what they will see, and ask the person first where that is needed.",
        fr:
            "Un foyer, une organisation qui aide ou une autorité s’occupe dès lors de la personne. Vous choisissez laquelle, voyez ce qu’elle verra, et demandez d’abord à la personne si c’est nécessaire."
    )
    static let referToAService = Word(
        work: "Refer to a service, such as a place for tonight", fr: "Orienter vers un service, par exemple une place pour cette nuit")
    static let referToAServiceWhy = Word(
        work: "You keep the file; the service sees what the person agreed to.",
        fr: "Vous gardez le dossier ; le service voit ce que la personne a accepté.")
    static let openTheFile = Word(work: "Open the file", fr: "Ouvrir le dossier")
    static let openTheFileWhy = Word(
        work: "Its timeline, the consents on record and what is due.", fr: "Sa chronologie, les consentements consignés et les échéances.")
    static let comeBackHere = Word(
        work: "You find this page again under “Files I raised”, also after the file has gone to another organisation.",
        fr: "Vous retrouvez cette page sous « Dossiers que j’ai signalés », même quand le dossier est passé à une autre organisation.")
    static let handedOverNow = Word(
        work: "The file was handed over: the organisation named above looks after the person now. What you add here reaches them.",
        fr:
            "Le dossier a été transmis : l’organisation nommée ci-dessus s’occupe désormais de la personne. Ce que vous ajoutez ici lui parvient."
    )
    static let handOverWaitsFor = Word(
        work: "A hand-over waits for the answer of", fr: "Une transmission attend la réponse de")
    static let detection = Word(work: "Detection", fr: "Détection")
    static let newReferral = Word(work: "New referral", fr: "Nouveau signalement")
    static let referrals = Word(work: "Referrals", fr: "Signalements")
    static let newReferralLead = Word(
        work: "Danger comes first. Each Continue saves: you can stop at any time, and a colleague can go on.",
        fr: "Le danger d’abord. Chaque « Continuer » enregistre : vous pouvez vous arrêter à tout moment, et un collègue peut reprendre.")
    static let searchFirst = Word(
        work: "Is the person known already? Search first", fr: "La personne est-elle déjà connue ? Cherchez d’abord")
    static let immediateDanger = Word(work: "Immediate danger", fr: "Danger immédiat")
    static let immediateDangerLead = Word(
        work: "Look, and ask only what you must. A yes shows what to do now and whom to call.",
        fr: "Observez, et ne demandez que l’indispensable. Un oui montre quoi faire maintenant et qui appeler.")
    static let actNow = Word(work: "Do this now", fr: "À faire maintenant")
    static let call = Word(work: "Call", fr: "Appelez")
    static let draftIsSaved = Word(
        work: "Your answers are saved. Go on when the person is safe.",
        fr: "Vos réponses sont enregistrées. Reprenez quand la personne est en sécurité.")
    static let continueStep = Word(work: "Continue", fr: "Continuer")
    static let back = Word(work: "Back", fr: "Retour")
    static let toCheck = Word(work: "Check and send", fr: "Vérifier et envoyer")
    static let step = Word(work: "Page", fr: "Page")
    static let throwAway = Word(work: "Throw this draft away", fr: "Supprimer ce brouillon")
    static let howOld = Word(work: "How old is the person?", fr: "Quel âge a la personne ?")
    static let howOldWhy = Word(
        work: "Whoever may be under 18 is protected as a child until their age is known, and is not asked to consent.",
        fr: "Quiconque peut avoir moins de 18 ans est protégé comme un enfant jusqu’à ce que l’âge soit connu, et n’a pas à consentir.")
    static let paperHeading = Word(work: "Only if it was written on paper before", fr: "Seulement si cela a d’abord été écrit sur papier")
    static let paperDay = Word(work: "Day it was written", fr: "Jour où cela a été écrit")
    static let paperDayWhy = Word(work: "Leave it empty otherwise.", fr: "Sinon, laissez vide.")
    static let paperTime = Word(work: "Time it was written", fr: "Heure à laquelle cela a été écrit")
    static let paperTimeWhy = Word(work: "As on a clock: 19:30.", fr: "Comme sur une horloge : 19:30.")
    static let paperDayNeeded = Word(work: "Write the day too.", fr: "Écrivez aussi le jour.")
    static let paperTimeNeeded = Word(work: "Write a time such as 19:30.", fr: "Écrivez une heure telle que 19:30.")
    static let paperNotInFuture = Word(work: "It can’t have been written in the future.", fr: "Cela n’a pas pu être écrit dans le futur.")
    static let paperTooOld = Word(
        work: "That is more than a year ago: check the year.", fr: "C’était il y a plus d’un an : vérifiez l’année.")
    static let signsTitle = Word(work: "Signs", fr: "Signes")
    static let signsLead = Word(
        work:
            "Tick what you saw or heard. Under each sign stands a question that can be asked. No sign proves anything, and none is needed.",
        fr:
            "Cochez ce que vous avez vu ou entendu. Sous chaque signe figure une question possible. Aucun signe ne prouve rien, et aucun n’est obligatoire."
    )
    static let personTitle = Word(work: "Who the person is", fr: "Qui est la personne")
    static let personLead = Word(
        work: "Everything here may stay empty. What names the person is encrypted with a key of their own.",
        fr: "Tout peut rester vide ici. Ce qui nomme la personne est chiffré avec une clé qui lui est propre.")
    static let personsLanguage = Word(work: "Language the person speaks best", fr: "Langue que la personne parle le mieux")
    static let personsLanguageWhy = Word(work: "They are asked in it.", fr: "C’est dans cette langue qu’on lui demande.")
    static let birthInFuture = Word(
        work: "Nobody is born in the future: check the year.", fr: "Personne ne naît dans le futur : vérifiez l’année.")
    static let birthSaysChild = Word(
        work: "With this birth date the person may be under 18. Go back and answer “Not sure” or “Under 18”, or correct the date.",
        fr:
            "Avec cette date de naissance, la personne a peut-être moins de 18 ans. Revenez et répondez « Pas sûr » ou « Moins de 18 ans », ou corrigez la date."
    )
    static let needsTonight = Word(work: "Needs tonight", fr: "Besoins de cette nuit")
    static let noNeeds = Word(work: "None were named.", fr: "Aucun n’a été signalé.")
    static let looksLike = Word(work: "What it looks like", fr: "Ce à quoi cela ressemble")
    static let looksLikeWhy = Word(work: "A first impression; it decides nothing.", fr: "Une première impression ; elle ne décide de rien.")
    static let labelHasName = Word(
        work: "The label holds a name of the person. Lists show it to many: choose another.",
        fr: "Le libellé contient un nom de la personne. Les listes le montrent à beaucoup : choisissez-en un autre.")
    static let referralNote = Word(work: "What else is important", fr: "Ce qui importe encore")
    static let referralNoteWhy = Word(
        work: "What you saw and heard, in the person’s own words where you can. It is encrypted.",
        fr: "Ce que vous avez vu et entendu, si possible avec les mots de la personne. C’est chiffré.")
    static let consentTitle = Word(work: "The person’s answer", fr: "La réponse de la personne")
    static let readThisOut = Word(work: "Explain this to the person, in these words:", fr: "Expliquez ceci à la personne, avec ces mots :")
    static let notInTheirLanguage = Word(
        work: "There is no text in the person’s language: have it interpreted.",
        fr: "Il n’y a pas de texte dans la langue de la personne : faites-le interpréter.")
    static let consentAnswer = Word(
        work: "May the identifying authority be told?", fr: "L’autorité d’identification peut-elle être informée ?")
    static let ifYes = Word(
        work: "Yes: the authority sees the file and has to act. The answer can be withdrawn at any time.",
        fr: "Oui : l’autorité voit le dossier et doit agir. La réponse peut être retirée à tout moment.")
    static let ifNotAble = Word(
        work: "Not able now: your organisation keeps the file to itself and asks again.",
        fr: "Pas maintenant : votre organisation garde le dossier pour elle et redemande.")
    static let ifNo = Word(
        work: "No: everything entered is destroyed at once. Only a count without identity stays, and help is still offered.",
        fr: "Non : tout ce qui a été saisi est détruit aussitôt. Seul reste un comptage sans identité, et l’aide reste offerte.")
    static let explainedIn = Word(work: "Language it was explained in", fr: "Langue de l’explication")
    static let neededAfterYes = Word(work: "Needed after a yes.", fr: "Nécessaire après un oui.")
    static let sayHowExplained = Word(
        work: "A yes counts only with how it was explained.", fr: "Un oui ne compte qu’avec le mode d’explication.")
    static let sayHowRecorded = Word(
        work: "A yes counts only with how it was given.", fr: "Un oui ne compte qu’avec la manière dont il a été donné.")
    static let refusalReason = Word(work: "Why not, if they say so", fr: "Pourquoi non, si la personne le dit")
    static let refusalReasonWhy = Word(work: "Only after a no. Do not press.", fr: "Seulement après un non. N’insistez pas.")
    static let checkAndSend = Word(work: "Check and send", fr: "Vérifier et envoyer")
    static let somethingMissing = Word(
        work: "Something is missing or wrong on this page:", fr: "Il manque quelque chose, ou il y a une erreur, sur cette page :")
    static let signsSeen = Word(work: "Signs answered with yes", fr: "Signes avec oui")
    static let entered = Word(work: "entered", fr: "saisi")
    static let whatSendingDoes = Word(work: "What sending does", fr: "Ce que fait l’envoi")
    static let childIsNotAsked = Word(
        work:
            "This person is, or may be, a child: they are not asked to consent. The authorities are told and act until there is a guardian.",
        fr:
            "Cette personne est, ou peut être, un enfant : on ne lui demande pas de consentir. Les autorités sont informées et agissent jusqu’à ce qu’il y ait un tuteur."
    )
    static let childAuthorityAnswersWithin = Word(work: "It has to answer within", fr: "Elle doit répondre dans un délai de")
    static let hoursUnit = Word(work: "hours", fr: "heures")
    static let guardianBy = Word(work: "A guardian by", fr: "Un tuteur avant le")
    static let takenUpBy = Word(work: "Taken up by", fr: "Pris en charge avant le")
    static let presumptionBy = Word(work: "Decision on presumption by", fr: "Décision sur la présomption avant le")
    static let keptAndAskedAgain = Word(
        work: "Nobody outside your organisation is told. You are reminded to ask again on the next working day.",
        fr: "Personne hors de votre organisation n’est informé. Un rappel vous dira de redemander le prochain jour ouvrable.")
    static let goesTo = Word(work: "Goes to", fr: "Destinataire")
    static let goesToNobody = Word(work: "nobody outside your organisation", fr: "personne hors de votre organisation")
    static let sees = Word(work: "It sees", fr: "Elle voit")
    static let noAuthorityNamed = Word(
        work: "No competent authority is named on this node. Ask the administrator to name one; until then nothing can be sent.",
        fr:
            "Aucune autorité compétente n’est désignée sur ce nœud. Demandez à l’administrateur d’en désigner une ; d’ici là, rien ne peut être envoyé."
    )
    static let sendReferral = Word(work: "Send the referral", fr: "Envoyer le signalement")
    static let dangersSeen = Word(work: "Dangers", fr: "Dangers")
    static let noDangerSeen = Word(work: "None was seen.", fr: "Aucun n’a été constaté.")
    static let signsNotAsked = Word(work: "Signs not asked about", fr: "Signes non demandés")
    static let openNotes = Word(work: "Notes of the first responder", fr: "Notes du premier intervenant")
    static let notesTitle = Word(work: "Notes of the first responder", fr: "Notes du premier intervenant")
    static let noNotes = Word(
        work: "What first responders write about the person will stand here. Nobody has written anything yet.",
        fr: "Ce que les premiers intervenants écrivent sur la personne figurera ici. Personne n’a encore rien écrit.")
}
