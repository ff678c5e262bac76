import Protection
import Vocabulary

extension Withholding.Reason {
    var word: Word {
        switch self {
        case .investigation: Word(work: "an investigation", fr: "une enquête")
        case .thirdPerson: Word(work: "the safety of somebody else", fr: "la sécurité d’une autre personne")
        case .courtOrder: Word(work: "an order of a court", fr: "une décision d’un tribunal")
        }
    }
}

extension SubjectRequest.AskedBy {
    var word: Word {
        switch self {
        case .person: Word(work: "The person", fr: "La personne")
        case .guardian: Word(work: "The guardian", fr: "Le tuteur")
        case .lawyer: Word(work: "A lawyer", fr: "Un avocat")
        }
    }
}

extension SubjectRequest.Channel {
    var word: Word {
        switch self {
        case .inPerson: Word(work: "Into the person’s own hand", fr: "En main propre")
        case .safeContact: Word(work: "By the safe contact, as the person wishes", fr: "Par le contact sûr, comme la personne le souhaite")
        case .lawyer: Word(work: "To the lawyer", fr: "À l’avocat")
        case .guardian: Word(work: "To the guardian", fr: "Au tuteur")
        }
    }
}

extension Sighting.What {
    var word: Word {
        switch self {
        case .openedIdentity: Word(work: "opened who you are", fr: "a ouvert votre identité")
        case .openedInEmergency: Word(work: "opened it in an emergency", fr: "l’a ouvert en urgence")
        case .read: Word(work: "read in your file", fr: "a lu votre dossier")
        case .worked: Word(work: "worked on your file", fr: "a travaillé sur votre dossier")
        }
    }
}

extension CaseEvent.Kind {
    static let subjectAsked = CaseEvent.Kind(
        "subject.asked", Word(work: "The person asked what is held about them", fr: "La personne a demandé ce qui est détenu sur elle"))
    static let subjectTold = CaseEvent.Kind(
        "subject.told", Word(work: "Told what is held about them", fr: "Informée de ce qui est détenu sur elle")
    ) {
        code, _ in SubjectRequest.Channel(rawValue: code)?.word
    }
}

extension Word {
    static let subjectAccess = Word(work: "What the person asks to be told", fr: "Ce que la personne demande à savoir")
    static let subjectLead = Word(
        work:
            "A person may ask what is held about them and who saw it. Record the request, print the sheet, hand it over in a safe way alone.",
        fr:
            "Une personne peut demander ce qui est détenu sur elle et qui l’a vu. Consignez la demande, imprimez la feuille, remettez-la seulement de façon sûre."
    )
    static let askedOn = Word(work: "Asked on", fr: "Demandé le")
    static let askedBy = Word(work: "By whom", fr: "Par qui")
    static let recordRequest = Word(work: "Record the request", fr: "Consigner la demande")
    static let subjectSheet = Word(work: "What is held about you, and who saw it", fr: "Ce qui est détenu sur vous, et qui l’a vu")
    static let subjectData = Word(work: "The same as JSON", fr: "La même chose en JSON")
    static let madeOn = Word(work: "Made on", fr: "Établie le")
    static let whatIsHeld = Word(work: "What is held", fr: "Ce qui est détenu")
    static let yourConsents = Word(work: "What you were asked, and answered", fr: "Ce qu’on vous a demandé, et vos réponses")
    static let givenTo = Word(work: "What was given to whom", fr: "Ce qui a été communiqué, à qui")
    static let whoSawMyFile = Word(work: "Who saw my file", fr: "Qui a vu mon dossier")
    static let whoSawLead = Word(
        work: "The organisation, the role, for what and on which day; no names of those who work there.",
        fr: "L’organisation, la fonction, le motif et le jour ; pas les noms de ceux qui y travaillent.")
    static let withheldByLaw = Word(work: "Something is withheld by law", fr: "Quelque chose est retenu par la loi")
    static let withhold = Word(
        work: "Withhold a part, or what an organisation did", fr: "Retenir une partie, ou ce qu’une organisation a fait")
    static let withheldBecause = Word(work: "Because of", fr: "En raison de")
    static let orOrganisation = Word(work: "Or what this organisation did", fr: "Ou ce que cette organisation a fait")
    static let safeChannel = Word(work: "How it reaches the person", fr: "Comment elle parvient à la personne")
    static let safeChannelWhy = Word(
        work: "Never by post or to an address that others read.", fr: "Jamais par la poste ni à une adresse que d’autres lisent.")
    static let handedOn = Word(work: "Handed over on", fr: "Remise le")
    static let recordHandover = Word(work: "Record that it was handed over", fr: "Consigner la remise")
}
