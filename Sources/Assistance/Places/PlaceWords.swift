import Vocabulary

extension Word {
    static let places = Word(work: "Shelter places", fr: "Places d’hébergement")
    static let placesByNight = Word(work: "Places by night", fr: "Places par nuit")
    static let placesWillStandHere = Word(
        work:
            "The places of your shelter will stand here, night by night. A shelter is first a housing service of your organisation in the directory; then add its places below.",
        fr:
            "Les places de votre foyer figureront ici, nuit par nuit. Un foyer est d’abord un service de logement de votre organisation dans l’annuaire ; ajoutez ensuite ses places ci-dessous."
    )
    static let addPlace = Word(work: "Add a place", fr: "Ajouter une place")
    static let place = Word(work: "Place", fr: "Place")
    static let placeName = Word(work: "Name of the place", fr: "Nom de la place")
    static let placeNameWhy = Word(
        work: "Such as “room 3, bed 1”. One for each place that one person or family sleeps in.",
        fr: "Par exemple « chambre 3, lit 1 ». Une par place où dort une personne ou une famille."
    )
    static let shelter = Word(work: "Shelter", fr: "Foyer")
    static let shelterWhy = Word(
        work: "A housing service of your organisation in the directory.",
        fr: "Un service de logement de votre organisation dans l’annuaire."
    )
    static let placeIsTaken = Word(work: "taken", fr: "occupée")
    static let placeIsFree = Word(work: "free", fr: "libre")
    static let staysWillStandHere = Word(
        work: "Who stays here will stand here. Enter the code of the file and the first night.",
        fr: "Les personnes hébergées ici figureront ici. Saisissez le code du dossier et la première nuit."
    )
    static let addStay = Word(work: "Somebody comes to stay", fr: "Accueillir une personne")
    static let stayFileWhy = Word(
        work: "Of a file that is open to you: accept the referral first.",
        fr: "D’un dossier qui vous est ouvert : acceptez d’abord l’orientation."
    )
    static let firstNight = Word(work: "First night", fr: "Première nuit")
    static let lastNightPlanned = Word(work: "Last night", fr: "Dernière nuit")
    static let lastNightPlannedWhy = Word(
        work: "Leave empty when it is not known yet.",
        fr: "Laissez vide si elle n’est pas encore connue."
    )
    static let lastNight = Word(work: "Last night slept here", fr: "Dernière nuit passée ici")
    static let endStay = Word(work: "They leave", fr: "Départ")
    static let moveTo = Word(work: "Moves to", fr: "Déménage vers")
    static let moveFrom = Word(work: "From the night of", fr: "À partir de la nuit du")
    static let moveStay = Word(work: "Move", fr: "Déménager")
    static let closePlace = Word(work: "Not in use any more", fr: "N’est plus utilisée")
    static let stays = Word(work: "Where the person sleeps", fr: "Où dort la personne")
    static let inAShelter = Word(work: "in a shelter", fr: "dans un foyer")
    static let movedHere = Word(work: "moved here", fr: "arrivée par changement de place")
}
