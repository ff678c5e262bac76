import Protection
import Vocabulary

extension Word {
    static let keeperAsks = Word(
        work: "The person has not agreed to more yet. Whoever keeps the file asks them: write to its worker.",
        fr: "La personne n’a pas encore consenti à davantage. C’est à qui tient le dossier de le lui demander : écrivez à l’intervenant."
    )
    static let askedForHandOver = Word(
        work:
            "Ask the person whether this organisation may look after them from now on, with everything that stands in the file. Leave out what they don’t want to be passed on; the file then stays here. After a yes you go on with the hand-over.",
        fr:
            "Demandez à la personne si cette organisation peut s’occuper d’elle désormais, avec tout ce que contient le dossier. Décochez ce qu’elle ne veut pas transmettre ; le dossier reste alors ici. Après un oui, vous poursuivez la transmission."
    )
    static let consentLedger = Word(work: "Consent and disclosures", fr: "Consentement et communications")
    static let consentsWillStandHere = Word(
        work: "What the person agreed to, and what not, will stand here. Ask about each purpose apart, and record the answer below.",
        fr: "Ce que la personne a accepté ou refusé figurera ici. Posez la question pour chaque finalité, puis notez la réponse ci-dessous."
    )
    static let disclosures = Word(work: "Disclosures", fr: "Communications")
    static let disclosuresWhy = Word(
        work: "Everything that was told to another organisation, each on its ground.",
        fr: "Tout ce qui a été communiqué à une autre organisation, avec son fondement."
    )
    static let disclosuresWillStandHere = Word(
        work: "Nothing was disclosed yet. Each disclosure will stand here with its ground, its parts, its recipient and its day.",
        fr:
            "Rien n’a encore été communiqué. Chaque communication figurera ici avec son fondement, ses parties, son destinataire et son jour."
    )
    static let recordAnswer = Word(work: "Record an answer", fr: "Noter une réponse")
    static let consentPurpose = Word(work: "Purpose", fr: "Finalité")
    static let consentPurposeWhy = Word(
        work: "Read out the explanation that stands under the purpose: it is in the person’s language where the profile has it.",
        fr: "Lisez l’explication sous la finalité : elle est dans la langue de la personne si le profil la contient."
    )
    static let consentRecipient = Word(work: "For whom", fr: "Pour qui")
    static let consentRecipientWhy = Word(
        work:
            "A yes covers the organisation that is named here, and no other. Leave it empty where nothing goes to an organisation of this list; a no without a name is a no to all.",
        fr:
            "Un oui vaut pour l’organisation nommée ici et pour aucune autre. Laissez vide si rien ne va à une organisation de cette liste ; un non sans nom vaut pour toutes."
    )
    static let whoeverThePurposeNames = Word(work: "no organisation of this list", fr: "aucune organisation de cette liste")
    static let partsCovered = Word(work: "Parts covered", fr: "Parties concernées")
    static let partsCoveredWhy = Word(
        work: "Only what the person agreed to. Nothing else can be shared on this answer.",
        fr: "Seulement ce que la personne a accepté. Rien d’autre ne peut être partagé sur cette réponse."
    )
    static let consentAnswer = Word(work: "Answer", fr: "Réponse")
    static let explainedIn = Word(work: "Language in which it was explained", fr: "Langue de l’explication")
    static let consentExpires = Word(work: "Ends on", fr: "Prend fin le")
    static let consentExpiresWhy = Word(
        work: "Leave empty when the person set no end. They can withdraw at any time.",
        fr: "Laissez vide si la personne n’a pas fixé de fin. Elle peut retirer son accord à tout moment."
    )
    static let openToThem = Word(
        work: "The file is open to them, in these parts.", fr: "Le dossier leur est ouvert, dans ces parties.")
    static let openToThemLead = Word(
        work: "They see nothing yet. Once it is open they see these parts until the consent is withdrawn or runs out; it is written down.",
        fr:
            "Elle ne voit encore rien. Une fois le dossier ouvert, elle voit ces parties jusqu’au retrait ou à la fin du consentement ; c’est consigné."
    )
    static let openTheFile = Word(work: "Open the file to them", fr: "Lui ouvrir le dossier")
    static let myAuthority = Word(
        work: "My authority, which protects children, until there is a guardian",
        fr: "Mon autorité, qui protège les enfants, en attendant un tuteur")
    static let givenBy = Word(work: "Answered by", fr: "Réponse donnée par")
    static let thePerson = Word(work: "The person", fr: "La personne")
    static let theGuardian = Word(work: "The guardian", fr: "Le tuteur")
    static let guardianAnswers = Word(
        work: "This person is, or may be, under 18: their guardian answers, and the child’s own view is recorded beside.",
        fr: "Cette personne a, ou pourrait avoir, moins de 18 ans : son tuteur répond, et l’avis de l’enfant est noté à côté."
    )
    static let childView = Word(work: "The child’s view", fr: "L’avis de l’enfant")
    static let childViewWhy = Word(
        work: "Ask in words that the child understands. It is always recorded.",
        fr: "Demandez avec des mots que l’enfant comprend. C’est toujours noté."
    )
    static let childViewNeeded = Word(
        work: "Record the child’s own view beside the guardian’s answer.",
        fr: "Notez l’avis de l’enfant à côté de la réponse du tuteur."
    )
    static let childWords = Word(work: "In the child’s own words", fr: "Avec les mots de l’enfant")
    static let recordedOn = Word(work: "Recorded", fr: "Noté le")
    static let withdrawnOn = Word(work: "Withdrawn", fr: "Retiré le")
    static let withdrawConsent = Word(work: "Withdraw this consent", fr: "Retirer ce consentement")
    static let whatHappensThen = Word(work: "What happens then", fr: "Ce qui se passe alors")
    static let nothingIsShared = Word(
        work: "No file is open to anybody on this consent now.",
        fr: "Aucun dossier n’est ouvert à quiconque sur ce consentement pour l’instant."
    )
    static let losesTheFile = Word(work: "loses the file at once, and is told", fr: "perd le dossier aussitôt et en est avertie")
    static let referralsTakenBack = Word(work: "Referrals that are taken back", fr: "Orientations retirées")
    static let withdrawalStays = Word(
        work: "That it was given and withdrawn stays recorded. To undo it, ask the person again and record a new answer.",
        fr: "Le consentement et son retrait restent notés. Pour revenir en arrière, redemandez à la personne et notez une nouvelle réponse."
    )
    static let onGround = Word(work: "ground", fr: "fondement")
    static let disclosedBy = Word(work: "by", fr: "par")
}
