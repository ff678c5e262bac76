import Vocabulary

extension Word {
    static let consentsAskedOfGuardian = Word(work: "Consents asked of the guardian", fr: "Accords demandés au tuteur")
    static let consentAsked = Word(work: "Consent asked of the guardian", fr: "Accord demandé au tuteur")
    static let requestsWillStandHere = Word(
        work: "What the guardian is asked to agree to will stand here.",
        fr: "Ce qu’on demande au tuteur d’accepter apparaîtra ici."
    )
    static let waitsForAuthority = Word(
        work: "waits for the child-protection authority, as long as there is no guardian",
        fr: "en attente de l’autorité de protection de l’enfance, tant qu’il n’y a pas de tuteur")
    static let authorityAnswers = Word(
        work:
            "This child has no guardian. Your authority answers in their place, for what can’t wait. When there is a guardian, the guardian is asked anew.",
        fr:
            "Cet enfant n’a pas de tuteur. Votre autorité répond à sa place, pour ce qui ne peut attendre. Dès qu’il y a un tuteur, on l’interroge à nouveau."
    )
    static let consentsAskedOfAuthority = Word(
        work: "Consents asked of the authority, in a guardian’s place", fr: "Accords demandés à l’autorité, à la place d’un tuteur")
    static let waitsForGuardian = Word(work: "waits for the guardian", fr: "en attente du tuteur")
    static let askGuardian = Word(work: "Ask the guardian", fr: "Demander au tuteur")
    static let askGuardianWhy = Word(
        work:
            "The child is not asked in place of the guardian. The guardian answers in their own account, with the child’s view beside it; as long as there is no guardian, the child-protection authority does.",
        fr:
            "L’enfant n’est pas interrogé à la place du tuteur. Le tuteur répond dans son propre compte, avec l’avis de l’enfant ; tant qu’il n’y a pas de tuteur, l’autorité de protection de l’enfance répond."
    )
    static let purposeOfConsent = Word(work: "For what", fr: "Pour quoi")
    static let recipient = Word(work: "To whom", fr: "À qui")
    static let recipientWhy = Word(
        work: "A yes covers the organisation that is named, and no other. Empty: nothing goes to an organisation of this list.",
        fr: "Un oui vaut pour l’organisation nommée et pour aucune autre. Vide : rien ne va à une organisation de cette liste."
    )
    static let namedByPurpose = Word(work: "no organisation of this list", fr: "aucune organisation de cette liste")
    static let whichParts = Word(work: "Which parts of the file", fr: "Quelles parties du dossier")
    static let viewBesideYours = Word(
        work: "What the child said when you asked. It stands beside your answer.",
        fr: "Ce que l’enfant a dit quand vous l’avez interrogé. Son avis figure à côté du vôtre."
    )
    static let howExplainedToChild = Word(work: "How it was explained to the child", fr: "Comment cela a été expliqué à l’enfant")
    static let languageAsked = Word(work: "Language in which the child was asked", fr: "Langue dans laquelle l’enfant a été interrogé")
    static let languageAskedWhy = Word(
        work: "A child who was too young or unwell to be asked: choose the last line.",
        fr: "Pour un enfant trop jeune ou souffrant, choisissez la dernière ligne.")
    static let childWasNotAsked = Word(work: "The child was not asked", fr: "L’enfant n’a pas été interrogé")
    static let languageOfTalk = Word(work: "Language", fr: "Langue")
    static let consentUntil = Word(work: "Until", fr: "Jusqu’au")
    static let consentUntilWhy = Word(work: "Empty: until you take it back.", fr: "Vide : jusqu’à ce que vous le retiriez.")
    static let agreedByGuardian = Word(work: "Agreed to by the guardian", fr: "Accepté par le tuteur")
    static let withdrawConsent = Word(work: "Take it back", fr: "Retirer")
    static let withdrawFollows = Word(
        work: "Everything that was shared on it is closed at once, and those who saw it are told.",
        fr: "Tout ce qui a été partagé à ce titre est fermé aussitôt, et les destinataires sont prévenus."
    )
}
