import Basics
import Tabular
package import Vocabulary
import Web

extension UploadRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        case .tooMany:
            Word(
                work: "\(ImportUpload.most) files wait for your decision already. Import or discard one of them first.",
                fr: "\(ImportUpload.most) fichiers attendent déjà votre décision. Importez ou abandonnez-en un d’abord."
            )
        case .expired:
            Word(
                work: "There is no such upload of yours, or its day has passed. Upload the file again.",
                fr: "Vous n’avez pas de tel fichier en attente, ou son délai d’un jour est passé. Téléversez-le de nouveau."
            )
        case .changedSince:
            Word(
                work: "Another import came in since this trial, so nothing was imported. Try the file again, then import it.",
                fr:
                    "Une autre importation a eu lieu depuis cet essai ; rien n’a été importé. Essayez de nouveau le fichier, puis importez-le."
            )
        case .underWay:
            Word(
                work: "This file is being imported already. Look at the list of imports in a while.",
                fr: "Ce fichier est déjà en cours d’importation. Consultez la liste des importations dans un moment."
            )
        case .alreadyImported:
            Word(
                work: "This file was imported already. The list of imports shows it.",
                fr: "Ce fichier a déjà été importé. La liste des importations le montre."
            )
        }
    }
}

extension Word {
    /// What a refusal says, in the languages in which it can say it.
    static func refusal(_ refusal: any Refusal) -> Word {
        if let spoken = refusal as? any SpokenRefusal { return spoken.words }
        if let table = refusal as? TableRefused { return Word(table.sentence) }
        return Word(work: refusal.message, fr: refusal.message)
    }

    init(_ sentence: Sentence) { self.init(work: sentence.en, fr: sentence.fr) }
}
