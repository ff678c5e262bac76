import Vocabulary

extension Word {
    static let determination = Word(work: "Best-interests determination", fr: "Détermination de l’intérêt supérieur")
    static let determinations = Word(work: "Best-interests determinations", fr: "Déterminations de l’intérêt supérieur")
    static let determinationsWillStandHere = Word(
        work: "Determinations will stand here. Open one before any lasting decision about the child.",
        fr: "Les déterminations apparaîtront ici. Ouvrez-en une avant toute décision durable pour l’enfant."
    )
    static let openDetermination = Word(work: "Open a determination", fr: "Ouvrir une détermination")
    static let question = Word(work: "What is to be determined", fr: "Ce qu’il faut déterminer")
    static let panel = Word(work: "Panel", fr: "Collège")
    static let panelRule = Word(
        work: "Three members at least, from two organisations at least. The guardian is heard by it.",
        fr: "Trois membres au moins, de deux organisations au moins. Le tuteur est entendu."
    )
    static let addMember = Word(work: "Add a member", fr: "Ajouter un membre")
    static let takeOffPanel = Word(work: "Take off the panel", fr: "Retirer du collège")
    static let panelMember = Word(work: "Name", fr: "Nom")
    static let profession = Word(work: "Profession", fr: "Profession")
    static let option = Word(work: "Option", fr: "Option")
    static let addOption = Word(work: "Add an option", fr: "Ajouter une option")
    static let speaksFor = Word(work: "What speaks for it", fr: "Ce qui plaide pour")
    static let speaksAgainst = Word(work: "What speaks against it", fr: "Ce qui plaide contre")
    static let heard = Word(work: "Heard", fr: "Entendus")
    static let recordHearing = Word(work: "Record that child and guardian were heard", fr: "Consigner l’audition de l’enfant et du tuteur")
    static let guardianHeardOn = Word(work: "The guardian was heard on", fr: "Tuteur entendu le")
    static let guardianSaid = Word(work: "What the guardian said", fr: "Ce que le tuteur a dit")
    static let viewAlways = Word(
        work: "Always recorded: what the child thinks, or why they could not be asked.",
        fr: "Toujours consigné : ce que pense l’enfant, ou pourquoi il n’a pas pu être interrogé."
    )
    static let howAsked = Word(work: "How the child was asked", fr: "Comment l’enfant a été interrogé")
    static let weightGiven = Word(work: "Weight given to the child’s view", fr: "Poids donné à l’avis de l’enfant")
    static let childSaid = Word(work: "What the child said", fr: "Ce que l’enfant a dit")
    static let childSaidWhy = Word(
        work: "In their own words; or why they could not be asked.",
        fr: "Dans ses mots ; ou pourquoi il n’a pas pu être interrogé."
    )
    static let decideBestInterests = Word(work: "Decide", fr: "Décider")
    static let decisionFollows = Word(
        work: "From now on the decision can carry a share, and it is looked at again by the day below. The guardian is told.",
        fr: "La décision peut dès lors fonder un partage, et elle est réexaminée au jour ci-dessous. Le tuteur est informé."
    )
    static let nextReviewLatest = Word(
        work: "By the country’s rules it is looked at again at the latest on",
        fr: "Selon les règles du pays, elle est réexaminée au plus tard le")
    static let nextReviewWhy = Word(
        work: "Not later than the country’s rules say.",
        fr: "Pas au-delà de ce que prévoient les règles du pays."
    )
    static let lookAgain = Word(work: "Look at it again", fr: "Réexaminer")
    static let lookAgainFollows = Word(
        work: "Until it is decided anew, nothing more can be shared on it. The earlier decision stays to be read.",
        fr: "Jusqu’à la nouvelle décision, rien ne peut plus être partagé à ce titre. La décision antérieure reste lisible."
    )
    static let whatIsNew = Word(work: "What is new", fr: "Ce qui est nouveau")
    static let shareOnDetermination = Word(work: "Share on this determination", fr: "Partager à ce titre")
    static let shareFollows = Word(
        work:
            "The organisation sees these parts of the file from now on. The disclosure is written down with this determination as its ground.",
        fr: "L’organisation voit dès lors ces parties du dossier. La communication est consignée avec cette détermination pour fondement."
    )
}
