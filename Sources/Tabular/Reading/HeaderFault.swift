/// What is wrong with the names of the columns.
package enum HeaderFault: Hashable, Sendable {
    /// The mapping needs this column and the file has none by that name; `near` is the name most like it.
    case missing(String, near: String?)
    /// Two columns bear the same name.
    case doubled(String)
    /// The column at this place, counted from 1, has no name.
    case nameless(Int)
    /// A column that may not be brought in at all, such as a name or a telephone number.
    case forbidden(String)
    /// The mapping takes no column but its own, and this is another.
    case unexpected(String)

    package var sentence: Sentence {
        switch self {
        case .missing(let name, let near?):
            Sentence(
                en: "The column “\(name)” is missing; “\(near)” looks like it. Rename it in the file or in the mapping.",
                fr: "La colonne « \(name) » manque ; « \(near) » lui ressemble. Renommez-la dans le fichier ou dans la correspondance."
            )
        case .missing(let name, nil):
            Sentence(
                en: "The column “\(name)” is missing. Add it, or choose the mapping that fits this file.",
                fr: "La colonne « \(name) » manque. Ajoutez-la, ou choisissez la correspondance qui convient à ce fichier."
            )
        case .doubled(let name):
            Sentence(
                en: "Two columns are named “\(name)”. Rename or remove one.",
                fr: "Deux colonnes s’appellent « \(name) ». Renommez ou supprimez l’une d’elles."
            )
        case .nameless(let place):
            Sentence(
                en: "Column \(place) has no name. Name it or remove it.",
                fr: "La colonne \(place) n’a pas de nom. Nommez-la ou supprimez-la."
            )
        case .forbidden(let name):
            Sentence(
                en: "The column “\(name)” can tell who a person is, and is not taken. Remove it from the file.",
                fr: "La colonne « \(name) » peut identifier une personne et n’est pas acceptée. Retirez-la du fichier."
            )
        case .unexpected(let name):
            Sentence(
                en: "The column “\(name)” is not in the mapping. Remove it, or choose the mapping that fits this file.",
                fr: "La colonne « \(name) » n’est pas dans la correspondance. Retirez-la ou choisissez la correspondance qui convient."
            )
        }
    }
}
