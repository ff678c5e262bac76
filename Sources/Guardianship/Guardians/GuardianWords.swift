import Vocabulary

extension Word {
    static let guardian = Word(work: "Guardian", fr: "Tuteur")
    static let guardians = Word(work: "Guardians", fr: "Tuteurs")
    static let findGuardian = Word(work: "Find a guardian", fr: "Chercher un tuteur")
    static let noGuardianYet = Word(work: "no guardian yet", fr: "pas encore de tuteur")
    static let noGuardianNeeded = Word(work: "none, for an adult", fr: "aucun, pour un adulte")
    static let temporary = Word(work: "Temporary", fr: "Temporaire")
    static let standing = Word(work: "Permanent", fr: "Durable")
    static let guardiansWillStandHere = Word(
        work: "Accounts with the role of a guardian will stand here. Ask the administrator of the node to invite one.",
        fr: "Les comptes ayant le rôle de tuteur apparaîtront ici. Demandez à l’administrateur du nœud d’en inviter un."
    )
    static let vetting = Word(work: "Vetted", fr: "Agréé")
    static let notVetted = Word(work: "not vetted", fr: "non agréé")
    static let vettingOver = Word(work: "vetting over since", fr: "agrément expiré le")
    static let childrenCount = Word(work: "Children entrusted", fr: "Enfants confiés")
    static let full = Word(work: "full", fr: "complet")
    static let recordVetting = Word(work: "Record a vetting", fr: "Consigner un agrément")
    static let endVetting = Word(work: "Withdraw the vetting", fr: "Retirer l’agrément")
    static let endVettingFollows = Word(
        work: "No further child is entrusted to this guardian. For the children whom they have, revoke the guardian on each child’s page.",
        fr: "Aucun autre enfant ne lui est confié. Pour ceux qui le sont déjà, révoquez le tuteur sur la page de chacun."
    )
    static let checkedOn = Word(work: "Vetted on", fr: "Agréé le")
    static let checkedOnWhy = Word(
        work: "Criminal record, references and an interview, by the authority.",
        fr: "Casier judiciaire, références et entretien, par l’autorité."
    )
    static let trainedOn = Word(work: "Training completed on", fr: "Formation achevée le")
    static let validUntil = Word(work: "Valid until", fr: "Valable jusqu’au")
    static let mostChildren = Word(work: "Most children at a time", fr: "Nombre maximal d’enfants")
    static let mostChildrenWhy = Word(
        work: "As many as one person can know and visit.",
        fr: "Autant qu’une personne peut en connaître et en visiter."
    )
    static let guardianWillStandHere = Word(
        work: "The child’s guardians will stand here. Appoint one below, if need be a temporary one today.",
        fr: "Les tuteurs de l’enfant apparaîtront ici. Désignez-en un ci-dessous, au besoin un temporaire aujourd’hui."
    )
    static let candidateWhy = Word(
        work: "Vetted and trained guardians, each with children entrusted and the most that are possible.",
        fr: "Tuteurs agréés et formés, avec le nombre d’enfants confiés et le maximum."
    )
    static let conflictOfInterest = Word(work: "Conflict of interest", fr: "Conflit d’intérêts")
    static let conflictOfInterestWhy = Word(
        work:
            "Ask for this very child, before anybody is appointed. Any yes rules this person out. What is not known yet has to be found out first.",
        fr:
            "À vérifier pour cet enfant précis, avant toute désignation. Tout oui écarte cette personne. Ce qui n’est pas encore connu doit d’abord être vérifié."
    )
    static let askBeforeAppointing = Word(
        work: "This has to be known before anybody is appointed. Find out, then answer yes or no.",
        fr: "Cela doit être connu avant toute désignation. Renseignez-vous, puis répondez oui ou non.")
    static let guardianKind = Word(work: "For how long", fr: "Pour combien de temps")
    static let guardianKindWhy = Word(
        work: "A temporary guardian has all powers until the last day, and the clock for a permanent one goes on.",
        fr: "Un tuteur temporaire a tous les pouvoirs jusqu’au dernier jour, et le délai pour un tuteur durable continue."
    )
    static let lastDay = Word(work: "Last day", fr: "Dernier jour")
    static let lastDayWhy = Word(work: "Only for a temporary guardian.", fr: "Seulement pour un tuteur temporaire.")
    static let appointAllTheSame = Word(
        work: "Appoint even if this guardian has as many children as they can stand up for",
        fr: "Désigner même si ce tuteur a déjà le maximum d’enfants"
    )
    static let appoint = Word(work: "Appoint a guardian", fr: "Désigner un tuteur")
    static let appointFollows = Word(
        work: "The guardian sees this child’s file at once, in the parts of their role. Whoever is guardian now no longer sees it.",
        fr: "Le tuteur voit aussitôt le dossier de cet enfant, dans les parties de son rôle. Le tuteur actuel ne le voit plus."
    )
    static let appointedOn = Word(work: "Appointed", fr: "Désigné le")
    static let whyRevoked = Word(work: "Why it ended", fr: "Motif de fin")
    static let revoke = Word(work: "Revoke at once", fr: "Révoquer immédiatement")
    static let revokeFollows = Word(
        work:
            "The guardian sees nothing of this child from the next moment, and the clock for a guardian starts anew. After a conflict of interest, what they agreed to ends as well.",
        fr:
            "Le tuteur ne voit plus rien de cet enfant dès l’instant suivant, et le délai pour un tuteur recommence. Après un conflit d’intérêts, ses accords prennent fin aussi."
    )
    static let myChildren = Word(work: "My children", fr: "Mes enfants")
    static let myChildrenWillStandHere = Word(
        work: "The children who are entrusted to you will stand here, as soon as the authority appoints you.",
        fr: "Les enfants qui vous sont confiés apparaîtront ici dès que l’autorité vous désigne."
    )
    static let lastMet = Word(work: "Last met", fr: "Dernière rencontre")
    static let neverMet = Word(work: "not yet", fr: "pas encore")
    static let recordMeeting = Word(work: "Record a meeting", fr: "Consigner une rencontre")
    static let consentsAskedOfMe = Word(work: "Consents asked of me", fr: "Accords qui me sont demandés")
    static let consentsAskedWillStandHere = Word(
        work: "What you are asked to agree to will stand here. Nothing waits now.",
        fr: "Ce qu’on vous demande d’accepter apparaîtra ici. Rien n’attend pour l’instant."
    )
}
