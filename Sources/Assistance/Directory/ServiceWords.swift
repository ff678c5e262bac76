import Protection
import Vocabulary

extension Word {
    static let services = Word(work: "Services", fr: "Services")
    static let findService = Word(work: "Find by name", fr: "Chercher par nom")
    static let servicesWillStandHere = Word(
        work: "The services that organisations offer will stand here. Each organisation adds its own.",
        fr: "Les services offerts par les organisations figureront ici. Chaque organisation ajoute les siens."
    )
    static let addService = Word(work: "Add a service", fr: "Ajouter un service")
    static let changeService = Word(work: "Change it", fr: "Modifier")
    static let endService = Word(work: "Not offered any more", fr: "N’est plus proposé")
    static let serviceName = Word(work: "Name of the service", fr: "Nom du service")
    static let serviceKind = Word(work: "Kind of help", fr: "Type d’aide")
    static let offeredBy = Word(work: "Offered by", fr: "Proposé par")
    static let groupsServed = Word(work: "For whom", fr: "Pour qui")
    static let languagesSpoken = Word(work: "Languages spoken", fr: "Langues parlées")
    static let serviceAddress = Word(work: "Address", fr: "Adresse")
    static let confidentialAddress = Word(work: "The address is confidential", fr: "L’adresse est confidentielle")
    static let confidentialAddressWhy = Word(
        work: "Shown only to staff who refer people, and to your own.",
        fr: "Montrée seulement au personnel qui oriente, et au vôtre."
    )
    static let addressIsConfidential = Word(work: "confidential", fr: "confidentielle")
    static let serviceTelephone = Word(work: "Telephone", fr: "Téléphone")
    static let serviceRegionWhy = Word(work: "Leave empty when it serves the whole country.", fr: "Laissez vide s’il couvre tout le pays.")
    static let wholeCountry = Word(work: "the whole country", fr: "tout le pays")
    static let openDays = Word(work: "Open on", fr: "Ouvert le")
    static let openingHours = Word(work: "Opening hours", fr: "Heures d’ouverture")
    static let opensAt = Word(work: "Opens at (hour)", fr: "Ouvre à (heure)")
    static let opensAtWhy = Word(
        work: "Leave days and hours empty when it is always open.",
        fr: "Laissez jours et heures vides s’il est toujours ouvert."
    )
    static let closesAt = Word(work: "Closes at (hour)", fr: "Ferme à (heure)")
    static let closesBeforeOpens = Word(
        work: "It closes before it opens. Correct one of the two hours.",
        fr: "La fermeture précède l’ouverture. Corrigez l’une des deux heures."
    )
    static let freePlaces = Word(work: "Places free", fr: "Places libres")
    static let freePlacesWhy = Word(
        work: "As of now. For a shelter with places in the register it is counted by night.",
        fr: "À cet instant. Pour un foyer dont les places sont enregistrées, c’est compté par nuit."
    )
    static let someFree = Word(work: "some", fr: "au moins une")
    static let openNow = Word(work: "open now", fr: "ouvert maintenant")
    static let whoseService = Word(work: "Whose", fr: "À qui")
    static let ourServices = Word(work: "ours", fr: "les nôtres")
    static let notSaid = Word(work: "not said", fr: "non précisé")
    static let verifiedOn = Word(work: "Verified", fr: "Vérifié le")
    static let verifyNow = Word(work: "It is right as it stands", fr: "C’est exact en l’état")
    static let tooOld = Word(work: "over half a year ago", fr: "il y a plus de six mois")
}

extension Word {
    /// Monday first.
    static let weekdays: [Word] = [
        Word(work: "Monday", fr: "lundi"), Word(work: "Tuesday", fr: "mardi"), Word(work: "Wednesday", fr: "mercredi"),
        Word(work: "Thursday", fr: "jeudi"), Word(work: "Friday", fr: "vendredi"), Word(work: "Saturday", fr: "samedi"),
        Word(work: "Sunday", fr: "dimanche"),
    ]
}

extension ServiceKind.Domain {
    var word: Word {
        switch self {
        case .safety: Word(work: "Safety", fr: "Sécurité")
        case .housing: Word(work: "Housing", fr: "Logement")
        case .physicalHealth: Word(work: "Physical health", fr: "Santé physique")
        case .mentalHealth: Word(work: "Mental health", fr: "Santé mentale")
        case .legal: Word(work: "Legal matters and residence", fr: "Droit et séjour")
        case .psychosocial: Word(work: "Psychosocial", fr: "Psychosocial")
        case .education: Word(work: "Education", fr: "Éducation")
        case .work: Word(work: "Work", fr: "Travail")
        case .money: Word(work: "Money", fr: "Argent")
        case .family: Word(work: "Family", fr: "Famille")
        case .interpretation: Word(work: "Interpretation", fr: "Interprétation")
        case .homeward: Word(work: "Return", fr: "Retour")
        }
    }
}
