import Vocabulary
import Web

// The words of the pages on figures that are not published.
extension Word {
    static let internalFigures = Word(work: "Internal figures", fr: "Chiffres internes")
    static let internalFiguresLead = Word(
        work:
            "Persons counted from coded records: those of imported files, and those of this node’s own case files, which follow them within a minute. No name, no contact and no code of a file is in them.",
        fr:
            "Personnes comptées d’après des dossiers codés : ceux des fichiers importés, et ceux des dossiers du nœud lui-même, qui les suivent à la minute. Ils ne contiennent ni nom, ni contact, ni code de dossier."
    )
    static let notForPublication = Word(
        work: "These counts are exact and unprotected: they are not for publication. What is published goes through a release.",
        fr:
            "Ces comptages sont exacts et non protégés : ils ne sont pas destinés à la publication. Ce qui est publié passe par une diffusion contrôlée."
    )
    static let noRecordsYet = Word(
        work:
            "There are no coded records yet that you are cleared for. They come with an import of person records, and from case files as these are opened.",
        fr:
            "Il n’y a pas encore de dossiers codés que vous puissiez consulter. Ils viennent d’une importation de dossiers individuels, et des dossiers de prise en charge dès leur ouverture."
    )
    static let sourceOfRecords = Word(work: "Source of the records", fr: "Source des dossiers")
    static let splitBy = Word(work: "Split by", fr: "Ventiler par")
    static let splitAlsoBy = Word(work: "and by", fr: "et par")
    static let cannotBeCrossed = Word(
        work:
            "Where people were met, the path, the stage and the region can be crossed with one another and with the year only. The second choice was left out.",
        fr:
            "Le lieu de rencontre, le parcours, l’étape et la région ne se croisent qu’entre eux et avec l’année. Le second choix a été laissé de côté."
    )
    static let personsFromRecords = Word(work: "Persons, from coded records", fr: "Personnes, d’après les dossiers codés")
    static let persons = Word(work: "Persons", fr: "Personnes")
    static let notKnownHere = Word(work: "Not known", fr: "Inconnu")
}

extension LiveFacet {
    var title: Word {
        switch self {
        case .setting: Word(work: "Where they were met", fr: "Lieu de rencontre")
        case .path: Word(work: "Protected as", fr: "Protégée comme")
        case .stage: Word(work: "Stage of identification", fr: "Étape de l’identification")
        case .region: Word(work: "Region", fr: "Région")
        }
    }
}
