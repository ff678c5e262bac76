import Vocabulary

// The words of what comes after a referral, of refusals, of the search and of paper.
extension Word {
    static let draftsWaiting = Word(work: "Drafts that wait", fr: "Brouillons en attente")
    static let draftsWaitingWhy = Word(
        work: "Any colleague can go on. A draft that nobody saves for 14 days is destroyed.",
        fr: "Tout collègue peut reprendre. Un brouillon que personne n’enregistre pendant 14 jours est détruit.")
    static let goOn = Word(work: "Go on with it", fr: "Reprendre")
    static let removedOn = Word(work: "Destroyed on", fr: "Détruit le")
    static let referralsWillStandHere = Word(
        work: "What your organisation raises will stand here, with its state since.",
        fr: "Ce que votre organisation signale figurera ici, avec son état.")
    static let sentOn = Word(work: "Sent", fr: "Envoyé")
    static let writtenOnPaper = Word(work: "Written on paper", fr: "Écrit sur papier")
    static let raisedBy = Word(work: "Raised by", fr: "Signalé par")
    static let notSentOn = Word(work: "Kept here: ask again", fr: "Gardé ici : redemander")
    static let since = Word(work: "Since", fr: "Depuis")
    static let askAgain = Word(work: "Ask again", fr: "Redemander")
    static let recordAnswer = Word(work: "Record the answer", fr: "Enregistrer la réponse")
    static let addInformation = Word(work: "Add information", fr: "Ajouter des informations")
    static let addInformationWhy = Word(
        work: "What you learnt since. It is encrypted, and the authority is told that there is something new.",
        fr: "Ce que vous avez appris depuis. C’est chiffré, et l’autorité apprend qu’il y a du nouveau.")
    static let addedOn = Word(work: "Added", fr: "Ajouté")
    static let helpStillOffered = Word(work: "Help is still offered", fr: "L’aide reste offerte")
    static let refusalRecorded = Word(
        work: "The draft is destroyed. What stays is a count without identity.",
        fr: "Le brouillon est détruit. Il ne reste qu’un comptage sans identité.")
    static let handOverCard = Word(
        work: "Hand over this number, printed or written. The card says nothing that could betray the person.",
        fr: "Remettez ce numéro, imprimé ou écrit. La carte ne dit rien qui puisse trahir la personne.")
    static let callAnyTime = Word(
        en: "You can call at any time. Free of charge.", fr: "Vous pouvez appeler à tout moment. Gratuit.",
        es: "Puede llamar en cualquier momento. Gratis.", ar: "يمكنك الاتصال في أي وقت. مجانًا.",
        ru: "Вы можете позвонить в любое время. Бесплатно.", zh: "您可以随时拨打。免费。")
    static let askedApart = Word(work: "One question, asked apart", fr: "Une question, posée à part")
    static let mayAskAgain = Word(
        work: "May this organisation keep a safe way to reach you, to ask once more?",
        fr: "Cette organisation peut-elle garder un moyen sûr de vous joindre, pour redemander une fois ?")
    static let mayAskAgainWhy = Word(
        work:
            "No: nothing is kept, and nobody asks again. Yes: only your organisation can open it, and it is destroyed after the days below.",
        fr:
            "Non : rien n’est gardé, et personne ne redemande. Oui : seule votre organisation peut l’ouvrir, et c’est détruit après les jours ci-dessous."
    )
    static let contactKeptDays = Word(work: "Days it is kept", fr: "Jours de conservation")
    static let contactNeeded = Word(
        work: "Write how to reach the person, or answer no.", fr: "Écrivez comment joindre la personne, ou répondez non.")
    static let reoffers = Word(work: "Ask again after a no", fr: "Redemander après un refus")
    static let reoffersLead = Word(
        work: "Adults who refused and let your organisation keep a safe contact. Each opening is recorded.",
        fr: "Adultes qui ont refusé et permis à votre organisation de garder un contact sûr. Chaque ouverture est enregistrée.")
    static let reoffersWillStandHere = Word(
        work: "Whom to ask again will stand here. It begins with a referral that an adult refuses.",
        fr: "Les personnes à recontacter figureront ici. Cela commence par un signalement qu’un adulte refuse.")
    static let reoffer = Word(work: "Ask once more", fr: "Redemander une fois")
    static let reofferDue = Word(work: "Ask again on", fr: "Redemander le")
    static let reofferOutcome = Word(work: "What came of it", fr: "Résultat")
    static let keptUntil = Word(work: "Kept until", fr: "Conservé jusqu’au")
    static let keptBy = Word(work: "Kept by", fr: "Conservé par")
    static let tries = Word(work: "Tries", fr: "Essais")
    static let findPerson = Word(work: "Find a person", fr: "Chercher une personne")
    static let findPersonLead = Word(
        work: "Finds people of your organisation and those shared with it, in any script. That you searched is recorded.",
        fr:
            "Trouve les personnes de votre organisation et celles partagées avec elle, dans toute écriture. Votre recherche est enregistrée."
    )
    static let nameSought = Word(work: "Name or alias", fr: "Nom ou alias")
    static let nameSoughtWhy = Word(work: "One part is enough; spelling may differ.", fr: "Une partie suffit ; l’orthographe peut varier.")
    static let search = Word(work: "Search", fr: "Chercher")
    static let whoWasFound = Word(work: "Who was found", fr: "Personnes trouvées")
    static let moreShareTheName = Word(
        work: "More people share a part of this name than are looked at: add a second name, or the year of birth.",
        fr: "Plus de personnes partagent une partie de ce nom qu’il n’en est examiné : ajoutez un second nom ou l’année de naissance.")
    static let nobodyFound = Word(
        work: "Nobody among your organisation’s people and those shared with it.",
        fr: "Personne parmi les personnes de votre organisation et celles partagées avec elle.")
    static let matches = Word(work: "People known twice", fr: "Personnes connues deux fois")
    static let matchesLead = Word(
        work: "People who may be one and the same, in files of two organisations. Neither organisation is told.",
        fr: "Personnes qui n’en sont peut-être qu’une, dans les dossiers de deux organisations. Aucune des deux n’est informée.")
    static let matchesWillStandHere = Word(
        work: "Matches will stand here. New people are compared with all others every minute.",
        fr: "Les correspondances figureront ici. Les nouvelles personnes sont comparées à toutes les autres chaque minute.")
    static let newerFile = Word(work: "Newer file", fr: "Dossier plus récent")
    static let olderFile = Word(work: "Older file", fr: "Dossier plus ancien")
    static let likeness = Word(work: "Likeness of 100", fr: "Ressemblance sur 100")
    static let matchReasons = Word(work: "Why", fr: "Pourquoi")
    static let foundOn = Word(work: "Found", fr: "Trouvé le")
    static let matchOpen = Word(work: "to be settled", fr: "à trancher")
    static let matchSettled = Word(work: "settled", fr: "tranché")
    static let paperForms = Word(work: "Blank forms to print", fr: "Formulaires vierges à imprimer")
    static let paperForm = Word(work: "Referral on paper", fr: "Signalement sur papier")
    static let paperFormsLead = Word(
        work: "For where there is no signal. Enter it later with the day and time at which it was written, and destroy the paper.",
        fr: "Pour les lieux sans réseau. Saisissez-le plus tard avec le jour et l’heure de rédaction, et détruisez le papier.")
    static let enterPaperForm = Word(work: "Enter a paper form", fr: "Saisir un formulaire papier")
    static let onlyAdultsAsked = Word(
        work: "Only somebody who is surely 18 or older is asked.", fr: "On ne demande qu’à une personne qui a sûrement 18 ans ou plus.")
}
