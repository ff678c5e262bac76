package import Vocabulary

extension Competence {
    package var word: Word {
        switch self {
        case .identification: Word(work: "Identifies victims", fr: "Identifie les victimes")
        case .childProtection: Word(work: "Protects children", fr: "Protège les enfants")
        }
    }
}

// Words of case files that several rooms of Protection share.
extension Word {
    static let summaryAlone = Word(
        work: "You see the summary of this file, and which steps were taken when: not who it is, nor what was told.",
        fr: "Vous voyez le résumé de ce dossier et quelles étapes ont eu lieu quand : ni qui est la personne, ni ce qui a été raconté.")
    static let isWith = Word(work: "It is with", fr: "Il est confié à")
    static let isWithNobody = Word(work: "Nobody works on it yet.", fr: "Personne ne s’en occupe encore.")
    static let askToSeeMore = Word(
        work: "If you need more of it for your work, ask your supervisor to give it to you or to name you as deputy.",
        fr: "S’il vous en faut davantage pour votre travail, demandez à votre responsable de vous l’attribuer ou de vous nommer suppléant.")
    static let takeItUpToSeeMore = Word(
        work: "Take it up at the end of this page, or ask your supervisor to give it to somebody.",
        fr: "Prenez-le en charge au bas de cette page, ou demandez à votre responsable de l’attribuer.")
    static let keptByAnother = Word(
        work: "You see what was shared of this file alone. It is kept by",
        fr: "Vous ne voyez que ce qui a été partagé de ce dossier. Il est tenu par")
    static let askThemToShare = Word(
        work: "If you need more of it, ask them: they share it on the ground of the person’s consent or of a law.",
        fr: "S’il vous en faut davantage, demandez-le-leur : elle le partage sur la base du consentement de la personne ou d’une loi.")
    static let joinedTimeline = Word(
        work: "Files of the same person are joined: what happened in each stands here, with the number of its file.",
        fr: "Des dossiers de la même personne sont réunis : ce qui s’est passé dans chacun figure ici, avec le numéro du dossier.")
    package static let caseFiles = Word(work: "Case files", fr: "Dossiers")
    package static let allCaseFiles = Word(work: "All case files", fr: "Tous les dossiers")
    package static let findCase = Word(work: "Find by code or label", fr: "Chercher par code ou libellé")
    package static let caseFilesWillStandHere = Word(
        work:
            "Case files will stand here: those of your organisation, those assigned to you, and those shared with you. They begin with a referral.",
        fr:
            "Les dossiers apparaîtront ici : ceux de votre organisation, ceux qui vous sont attribués et ceux partagés avec vous. Ils commencent par un signalement."
    )
    package static let caseCode = Word(work: "File", fr: "Dossier")
    package static let caseLabel = Word(work: "Label", fr: "Libellé")
    package static let caseLabelWhy = Word(
        work: "What you call the file in lists. Never a name, and nothing by which a stranger would know the person.",
        fr: "Comment vous appelez le dossier dans les listes. Jamais un nom, ni rien qui fasse reconnaître la personne."
    )
    package static let changeLabel = Word(work: "Label and urgency", fr: "Libellé et urgence")
    package static let due = Word(work: "Due", fr: "Échéance")
    package static let dueLate = Word(work: "late", fr: "en retard")
    package static let dueThisWeek = Word(work: "Due within a week", fr: "Échéance dans la semaine")
    package static let dueThisMonth = Word(work: "Due within 30 days", fr: "Échéance dans les 30 jours")
    package static let nothingDue = Word(work: "nothing due", fr: "rien à échéance")
    package static let late = Word(work: "late", fr: "en retard")
    package static let ended = Word(work: "ended", fr: "terminé")
    package static let untilDay = Word(work: "until the end of", fr: "jusqu’à la fin du")
    package static let untilMoment = Word(work: "until", fr: "jusqu’au")
    package static let thenAtEnd = Word(work: "Then", fr: "Ensuite")
    package static let urgent = Word(work: "Urgent", fr: "Urgent")
    package static let stage = Word(work: "Stage", fr: "Étape")
    package static let path = Word(work: "Protected as", fr: "Protégé comme")
    package static let person = Word(work: "Person", fr: "Personne")
    package static let worker = Word(work: "Worker", fr: "Intervenant")
    package static let workerIsMe = Word(work: "me", fr: "moi")
    package static let workerIsNobody = Word(work: "nobody yet", fr: "personne encore")
    package static let workerIsOther = Word(work: "a colleague", fr: "un collègue")
    package static let deputy = Word(work: "Deputy", fr: "Suppléant")
    package static let deputyWhy = Word(
        work: "Sees and does the same, while the worker is away.", fr: "Voit et fait la même chose, en l’absence de l’intervenant.")
    package static let keeper = Word(work: "Kept by", fr: "Tenu par")
    package static let state = Word(work: "State", fr: "État")
    package static let caseIsOpen = Word(work: "Open", fr: "Ouvert")
    package static let caseIsClosed = Word(work: "Closed", fr: "Clos")
    package static let openAndClosed = Word(work: "Open and closed", fr: "Ouverts et clos")
    package static let setting = Word(work: "Where detected", fr: "Lieu de détection")
    package static let formOfExploitation = Word(work: "Form of exploitation", fr: "Forme d’exploitation")
    package static let sex = Word(work: "Sex", fr: "Sexe")
    package static let ageBand = Word(work: "Age", fr: "Âge")
    package static let citizenship = Word(work: "Citizenship", fr: "Nationalité")
    package static let region = Word(work: "Region", fr: "Région")
    package static let language = Word(work: "Language", fr: "Langue")
    package static let interpreter = Word(work: "Interpreter", fr: "Interprète")
    package static let openedOn = Word(work: "Opened", fr: "Ouvert le")
    package static let profileVersion = Word(work: "Rules of", fr: "Règles de")
    package static let yes = Word(work: "Yes", fr: "Oui")
    package static let no = Word(work: "No", fr: "Non")
    package static let notAnswered = Word(work: "not answered", fr: "sans réponse")
    package static let currency = Word(work: "Currency", fr: "Monnaie")
    package static let noneYet = Word(work: "none yet", fr: "aucune pour l’instant")
    package static let findInEntries = Word(
        work: "Find by what is coded, not by a name", fr: "Chercher par ce qui est codé, pas par un nom")
    package static let saveChange = Word(work: "Save", fr: "Enregistrer")
    package static let takeUp = Word(work: "Work on this file", fr: "Prendre ce dossier")
    package static let assign = Word(work: "Who works on it", fr: "Qui s’en occupe")
    package static let whatIsDue = Word(work: "What is due", fr: "Échéances")
    package static let whatHappened = Word(work: "What happened", fr: "Ce qui s’est passé")
    package static let wholeTimeline = Word(work: "The whole timeline", fr: "Toute la chronologie")
    package static let onThisPage = Word(work: "On this page", fr: "Sur cette page")
    package static let partsOfTheFile = Word(work: "Parts of the file", fr: "Parties du dossier")
    package static let openEntry = Word(work: "Open, correct, see its history", fr: "Ouvrir, corriger, voir l’historique")
    package static let currentEntry = Word(work: "As it stands", fr: "État actuel")
    package static let earlierEntry = Word(work: "As it was before", fr: "État antérieur")
    package static let withdrawnEntry = Word(work: "Withdrawn", fr: "Retirée")
    package static let correctEntry = Word(work: "Correct it", fr: "Corriger")
    package static let correctEntryWhy = Word(
        work: "What stands here now is kept in the history.", fr: "Ce qui figure ici maintenant reste dans l’historique.")
    package static let withdrawEntry = Word(work: "Entered by mistake: withdraw", fr: "Saisie par erreur : retirer")
    package static let openIdentity = Word(work: "Open who the person is", fr: "Ouvrir l’identité de la personne")
    package static let whoItIs = Word(work: "Who the person is", fr: "Qui est la personne")
    package static let openingRecorded = Word(
        work: "That you opened this is recorded with its purpose, and the person can ask who saw their file.",
        fr: "Votre consultation est enregistrée avec son motif, et la personne peut demander qui a vu son dossier."
    )
    package static let purpose = Word(work: "What you need it for", fr: "Pour quoi vous en avez besoin")
    package static let purposeWhy = Word(
        work: "One sentence; without the person’s name.", fr: "Une phrase ; sans le nom de la personne.")
    package static let purposeLead = Word(
        work:
            "You do not work on this file. State what you need to know the person’s identity for: it is recorded, and can be read by the person.",
        fr:
            "Vous ne travaillez pas sur ce dossier. Indiquez pourquoi vous devez connaître l’identité de la personne : c’est enregistré, et la personne peut le lire."
    )
    package static let correctIdentity = Word(work: "Correct who the person is", fr: "Corriger l’identité")
    package static let names = Word(work: "Names", fr: "Noms")
    package static let namesWhy = Word(
        work: "As the person gives them, in any script, one on each line. The first is how they want to be called.",
        fr: "Tels que la personne les donne, dans toute écriture, un par ligne. Le premier est celui qu’elle souhaite entendre."
    )
    package static let aliases = Word(work: "Other names", fr: "Autres noms")
    package static let aliasesWhy = Word(
        work: "Names used in exploitation, nicknames, earlier names; one on each line.",
        fr: "Noms utilisés dans l’exploitation, surnoms, noms antérieurs ; un par ligne.")
    package static let birth = Word(work: "Date of birth", fr: "Date de naissance")
    package static let birthWhy = Word(
        work: "As far as it is known: the year alone is enough.", fr: "Autant qu’on la connaît : l’année seule suffit.")
    package static let documents = Word(work: "Documents", fr: "Documents")
    package static let documentsWhy = Word(
        work: "Kind and number, one on each line.", fr: "Type et numéro, un par ligne.")
    package static let contactChannel = Word(work: "Safe contact", fr: "Contact sûr")
    package static let contactChannelWhy = Word(
        work: "A number, an address, or through whom. Only what the person calls safe.",
        fr: "Un numéro, une adresse, ou par qui. Seulement ce que la personne dit sûr.")
    package static let contactHow = Word(work: "When and how", fr: "Quand et comment")
    package static let contactHowWhy = Word(
        work: "Safe hours, what to say if somebody else answers.", fr: "Heures sûres, que dire si quelqu’un d’autre répond.")
    package static let safeToWrite = Word(work: "Safe to write", fr: "On peut écrire sans danger")
    package static let safeToCall = Word(work: "Safe to call", fr: "On peut appeler sans danger")
    package static let authorities = Word(work: "Competent authorities", fr: "Autorités compétentes")
    package static let authority = Word(work: "Organisation", fr: "Organisation")
    package static let competence = Word(work: "Competence", fr: "Compétence")
    package static let authoritiesLead = Word(
        work: "Referrals go to the organisations that identify victims; those about children also to those that protect children.",
        fr:
            "Les signalements vont aux organisations qui identifient les victimes ; ceux qui concernent des enfants aussi à celles qui les protègent."
    )
    package static let authoritiesWillStandHere = Word(
        work: "No organisation is named yet. Until one is, no referral can be sent.",
        fr: "Aucune organisation n’est encore désignée. D’ici là, aucun signalement ne peut être envoyé.")
    package static let nameAuthority = Word(work: "Name a competent authority", fr: "Désigner une autorité compétente")
    package static let noLongerCompetent = Word(work: "No longer competent", fr: "N’est plus compétente")
}
