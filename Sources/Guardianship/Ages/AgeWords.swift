import Vocabulary

extension Word {
    static let ageAssessment = Word(work: "Age assessment", fr: "Évaluation de l’âge")
    static let ageAssessments = Word(work: "Age assessments", fr: "Évaluations de l’âge")
    static let ageDisputed = Word(work: "Age disputed", fr: "Âge contesté")
    static let presumptionOfAge = Word(
        work:
            "Until the age is known, whoever may be under 18 is protected as a child. An assessment is made only when there is a ground for it, never as a routine.",
        fr:
            "Tant que l’âge n’est pas connu, toute personne peut-être mineure est protégée comme enfant. Une évaluation n’est faite que pour un motif, jamais d’office."
    )
    static let agesWillStandHere = Word(
        work: "Assessments will stand here. Most children need none: open one only on a ground.",
        fr: "Les évaluations apparaîtront ici. La plupart des enfants n’en ont pas besoin : n’en ouvrez une que pour un motif."
    )
    static let mayBeAChild = Word(work: "This person may be under 18", fr: "Cette personne a peut-être moins de 18 ans")
    static let mayBeAChildFollows = Word(
        work:
            "From this moment the person is protected as a child until their age is known. The child-protection authority is told and sees the file, the clock for a guardian starts, and what the person agreed to as an adult is no longer in force.",
        fr:
            "Dès cet instant, la personne est protégée comme enfant jusqu’à ce que son âge soit connu. L’autorité de protection est informée et voit le dossier, le délai pour un tuteur commence, et ce que la personne a accepté comme adulte n’a plus effet."
    )
    static let protectedAlready = Word(
        work: "This person is protected as a child already.",
        fr: "Cette personne est déjà protégée comme enfant."
    )
    static let protectAsChild = Word(work: "Protect as a child from now", fr: "Protéger comme enfant dès maintenant")
    static let ground = Word(work: "Ground", fr: "Motif")
    static let groundWhy = Word(work: "How somebody looks is no ground by itself.", fr: "L’apparence n’est pas un motif à elle seule.")
    static let whatItRestsOn = Word(work: "What it rests on", fr: "Sur quoi cela repose")
    static let sharesOnOwnConsent = Word(
        work: "Shares that rest on the person’s own consent",
        fr: "Partages fondés sur le consentement de la personne"
    )
    static let sharesOnOwnConsentWhy = Word(
        work: "A child’s own consent carries no share. Close them, unless closing would cut off help that the child needs.",
        fr: "Le consentement d’un enfant ne fonde aucun partage. Fermez-les, sauf si cela prive l’enfant d’une aide nécessaire."
    )
    static let guardianFirst = Word(
        work: "A guardian has to be there: appoint one first",
        fr: "Un tuteur doit être présent : désignez-en un d’abord"
    )
    static let openAssessment = Word(work: "Open an age assessment", fr: "Ouvrir une évaluation de l’âge")
    static let rangeOfAges = Word(work: "Range of ages", fr: "Fourchette d’âge")
    static let reviewUntil = Word(work: "A review can be asked for until", fr: "Réexamen possible jusqu’au")
    static let askForReview = Word(work: "Ask for a review", fr: "Demander un réexamen")
    static let yourAnswerAsGuardian = Word(work: "Your answer as guardian", fr: "Votre réponse de tuteur")
    static let doYouAgree = Word(work: "Do you agree?", fr: "Êtes-vous d’accord ?")
    static let doYouAgreeWhy = Word(
        work: "You decide for the child, after listening to them. You may say no, and nothing is taken from the child for it.",
        fr: "Vous décidez pour l’enfant, après l’avoir écouté. Vous pouvez refuser sans que l’enfant en pâtisse."
    )
    static let method = Word(work: "How", fr: "Comment")
    static let methodWhy = Word(
        work: "The gentlest first. A medical examination only after all others.",
        fr: "Le plus doux d’abord. L’examen médical seulement après tous les autres."
    )
    static let lowestAge = Word(work: "Lowest age that is possible", fr: "Âge le plus bas possible")
    static let lowestAgeWhy = Word(
        work: "A finding is a range, with its margin of error; never one number.",
        fr: "Un constat est une fourchette, avec sa marge d’erreur ; jamais un seul chiffre."
    )
    static let highestAge = Word(work: "Highest age that is possible", fr: "Âge le plus élevé possible")
    static let guardianWasPresent = Word(work: "The guardian was present", fr: "Le tuteur était présent")
    static let recordFinding = Word(work: "Record a finding", fr: "Consigner un constat")
    static let decideAge = Word(work: "Decide on the age", fr: "Statuer sur l’âge")
    static let decideAgeFollows = Word(
        work:
            "Found to be a child: the child’s path goes on, and a child who was treated as an adult is counted for the rapporteur. Found to be an adult: the guardian no longer sees the file, the person is asked anew for what the guardian agreed to, and a review can be asked for. The history stays.",
        fr:
            "Reconnu enfant : le parcours de l’enfant continue, et un enfant traité comme adulte est compté pour le rapporteur. Reconnu adulte : le tuteur ne voit plus le dossier, on redemande à la personne ce que le tuteur avait accepté, et un réexamen est possible. L’historique demeure."
    )
    static let benefitOfTheDoubt = Word(
        work: "A range that includes under 18 leaves no choice: the person is a child.",
        fr: "Une fourchette qui inclut moins de 18 ans ne laisse pas de choix : la personne est un enfant."
    )
}
