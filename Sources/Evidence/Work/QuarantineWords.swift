import Tabular
import Vocabulary
import Web

extension Word {
    static let quarantineLead = Word(
        work:
            "Rows that an import refused. Each says what is wrong and what to do; corrected, it is let in as if it had stood right in the file.",
        fr:
            "Les lignes qu’une importation a refusées. Chacune dit son défaut et le remède ; corrigée, elle entre comme si elle avait été juste dans le fichier."
    )
    static let quarantineNone = Word(
        work: "No import has refused a row yet. Refused rows will stand here until somebody corrects or removes them.",
        fr: "Aucune importation n’a encore refusé de ligne. Les lignes refusées figureront ici jusqu’à ce qu’on les corrige ou les retire."
    )
    static let searchRefused = Word(work: "Field, value or reason", fr: "Champ, valeur ou motif")
    static let rowState = Word(work: "State", fr: "État")
    static let rowWaiting = Word(work: "waits", fr: "en attente")
    static let rowReleased = Word(work: "let in", fr: "admise")
    static let rowDropped = Word(work: "removed", fr: "retirée")
    static let sealedValue = Word(work: "sealed", fr: "scellée")
    static let runOfRow = Word(work: "Import", fr: "Importation")
    static let wholeRow = Word(work: "the whole row", fr: "la ligne entière")
    static let expiresOn = Word(work: "Destroyed on", fr: "Détruite le")
    static let whatIsWrong = Word(work: "What is wrong", fr: "Ce qui ne va pas")
    static let correctTheRow = Word(work: "Correct the row", fr: "Corriger la ligne")
    static let letItIn = Word(work: "Let it in", fr: "L’admettre")
    static let removeTheRow = Word(work: "Remove this row", fr: "Retirer cette ligne")
    static let removeTheRowWhy = Word(
        work: "The row is not let in, and what it held about people is destroyed.",
        fr: "La ligne n’est pas admise, et ce qu’elle contenait sur des personnes est détruit."
    )
    static let rowIsSealed = Word(
        work: "This is a record of a person, so it is sealed. Say why you open it: the purpose stands in the audit.",
        fr: "C’est une donnée sur une personne, elle est donc scellée. Dites pourquoi vous l’ouvrez : le motif figure dans l’audit."
    )
    static let openingPurpose = Word(work: "Why you open it", fr: "Pourquoi vous l’ouvrez")
    static let openTheRow = Word(work: "Open the row", fr: "Ouvrir la ligne")
    static let stillWrong = Word(
        work: "Something is still wrong, so the row was not let in.", fr: "Il reste un défaut ; la ligne n’a pas été admise."
    )

    static func refusedLine(_ line: Int) -> Word { Word(work: "Refused row, line \(line)", fr: "Ligne refusée, ligne \(line)") }
}

extension QuarantinedRow.State {
    var words: Word {
        switch self {
        case .waiting: .rowWaiting
        case .released: .rowReleased
        case .dropped: .rowDropped
        }
    }
}

extension QuarantinedRow {
    /// The reason in both languages where the row is not sealed; else as it was written down.
    var reasonWord: Word { row?.faults.first.map { Word($0.reason) } ?? .data(reason) }

    var remedyWord: Word { row?.faults.first.map { Word($0.remedy) } ?? .data(remedy) }

    /// Whether it is a record of a person, opened only for a purpose.
    var isSealed: Bool { row == nil }
}
