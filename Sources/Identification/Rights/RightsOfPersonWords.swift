import Vocabulary

extension Word {
    static let rightsOfPerson = Word(work: "Rights", fr: "Droits")
    static let openRights = Word(work: "The rights sheet, and handing it over", fr: "La fiche des droits et sa remise")
    static let rightsNotGiven = Word(
        work: "The person has not been told of their rights yet.", fr: "La personne n’a pas encore été informée de ses droits.")
    static let rightsNoSheetInLanguage = Word(
        work: "The country has no sheet in the person’s language: this one is in English. Have it interpreted.",
        fr: "Le pays n’a pas de fiche dans la langue de la personne : celle-ci est en anglais. Faites-la interpréter.")
    static let printRights = Word(
        work: "To hand it over on paper, print this page, or open the sheet under “Your rights” on any telephone.",
        fr: "Pour la remettre sur papier, imprimez cette page ou ouvrez la fiche sous « Vos droits » sur un téléphone.")
    static let handedOver = Word(work: "Handed over", fr: "Remise")
    static let handoversWillStandHere = Word(
        work: "When, how and in which language it was handed over will stand here.",
        fr: "Quand, comment et dans quelle langue elle a été remise apparaîtra ici.")
    static let recordHandover = Word(work: "Record that it was handed over", fr: "Enregistrer la remise")
    static let handedOverHow = Word(work: "How it was handed over", fr: "Comment elle a été remise")
    static let handedOverOn = Word(work: "Handed over on", fr: "Remise le")
}

extension RightsHandover.Means {
    var word: Word {
        switch self {
        case .readAloud: Word(work: "Read aloud", fr: "Lue à voix haute")
        case .paper: Word(work: "On paper", fr: "Sur papier")
        case .audio: Word(work: "As a recording", fr: "En enregistrement")
        case .interpreter: Word(work: "Through an interpreter", fr: "Par un interprète")
        }
    }
}
