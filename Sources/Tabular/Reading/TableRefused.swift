package import Basics

/// Why a file can't be read as a table, or can't be read to its end. Nothing of it has been kept.
package enum TableRefused: Refusal {
    case unreadable(file: String)
    case empty
    case onlyHeader
    case notText(Lookalike)
    /// The bytes are no text in the encoding. `byte` counts from 1 within the file.
    case undecodable(TextEncoding, line: Int, byte: Int)
    case mixedEncodings(line: Int, byte: Int)
    case unknownEncoding(line: Int, byte: Int)
    case tooManyColumns(line: Int, limit: Int)
    case rowTooLong(line: Int, limit: Int)
    case fieldTooLong(line: Int, limit: Int)
    case quoteNeverClosed(line: Int)
    case cutShort(line: Int)
    case notJSON(line: Int, problem: String)
    case header([HeaderFault])

    /// What a file that is no text looks like.
    package enum Lookalike: Sendable, Hashable {
        case spreadsheet, compressed, pdf, utf16WithoutMark, binary
    }

    package var code: String {
        switch self {
        case .unreadable: "table.unreadable"
        case .empty: "table.empty"
        case .onlyHeader: "table.only-header"
        case .notText: "table.not-text"
        case .undecodable: "table.undecodable"
        case .mixedEncodings: "table.mixed-encodings"
        case .unknownEncoding: "table.unknown-encoding"
        case .tooManyColumns: "table.too-many-columns"
        case .rowTooLong: "table.row-too-long"
        case .fieldTooLong: "table.field-too-long"
        case .quoteNeverClosed: "table.quote-never-closed"
        case .cutShort: "table.cut-short"
        case .notJSON: "table.not-json"
        case .header: "table.header"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .tooManyColumns, .rowTooLong, .fieldTooLong: .tooLarge
        case .unreadable: .notFound
        default: .invalid
        }
    }

    package var message: String { sentence.en }

    /// The message in both languages of the work pages.
    package var sentence: Sentence {
        switch self {
        case .unreadable(let file):
            Sentence(
                en: "The file \(file) is not there or can't be read. Check its name and its permissions.",
                fr: "Le fichier \(file) n’existe pas ou ne peut pas être lu. Vérifiez son nom et ses droits d’accès."
            )
        case .empty: Sentence(en: "The file is empty. Export it again.", fr: "Le fichier est vide. Exportez-le de nouveau.")
        case .onlyHeader:
            Sentence(
                en: "The file holds the names of its columns and no row. Export it again with its rows.",
                fr: "Le fichier contient les noms de ses colonnes et aucune ligne. Exportez-le de nouveau avec ses lignes."
            )
        case .notText(let lookalike): lookalike.sentence
        case .undecodable(let encoding, let line, let byte):
            Sentence(
                en: "Line \(line) holds bytes that are no letters in \(encoding.rawValue) (byte \(byte) of the file). Save it as UTF-8.",
                fr: "La ligne \(line) contient des octets illisibles en \(encoding.rawValue) (octet \(byte)). Enregistrez-le en UTF-8."
            )
        case .mixedEncodings(let line, let byte):
            Sentence(
                en: "The file mixes UTF-8 with another encoding: line \(line), byte \(byte) of the file. Save the whole file as UTF-8.",
                fr: "Le fichier mêle UTF-8 et un autre codage : ligne \(line), octet \(byte). Enregistrez tout le fichier en UTF-8."
            )
        case .unknownEncoding(let line, let byte):
            Sentence(
                en: "The file is neither UTF-8 nor Western European: line \(line), byte \(byte) of the file. Save it as UTF-8.",
                fr:
                    "Le fichier n’est ni en UTF-8 ni en codage d’Europe occidentale : ligne \(line), octet \(byte). Enregistrez-le en UTF-8."
            )
        case .tooManyColumns(let line, let limit):
            Sentence(
                en: "Line \(line) has more than \(limit) columns. This is no table of the kind that is read here; check the separator.",
                fr: "La ligne \(line) a plus de \(limit) colonnes. Ce n’est pas un tableau attendu ici ; vérifiez le séparateur."
            )
        case .rowTooLong(let line, let limit):
            Sentence(
                en: "The row on line \(line) is longer than \(limit) bytes. Check whether a quotation mark that opens there is closed.",
                fr: "La ligne \(line) dépasse \(limit) octets. Vérifiez si un guillemet ouvert à cet endroit est refermé."
            )
        case .fieldTooLong(let line, let limit):
            Sentence(
                en: "A value on line \(line) is longer than \(limit) bytes. Shorten it, or check its quotation marks.",
                fr: "Une valeur de la ligne \(line) dépasse \(limit) octets. Raccourcissez-la ou vérifiez ses guillemets."
            )
        case .quoteNeverClosed(let line):
            Sentence(
                en: "A quotation mark that opens in the row on line \(line) is never closed. The file may be cut off: export it again.",
                fr: "Un guillemet ouvert à la ligne \(line) n’est jamais refermé. Le fichier est peut-être coupé : exportez-le de nouveau."
            )
        case .cutShort(let line):
            Sentence(
                en: "The file ends in the middle of the row on line \(line). It looks cut off: export or send it again.",
                fr: "Le fichier s’arrête au milieu de la ligne \(line). Il semble coupé : exportez-le ou envoyez-le de nouveau."
            )
        case .notJSON(let line, let problem):
            Sentence(
                en: "Line \(line) is not JSON of the form that is read here, an array of objects or one object a line: \(problem).",
                fr: "La ligne \(line) n’est pas du JSON de la forme attendue, un tableau d’objets ou un objet par ligne : \(problem)."
            )
        case .header(let faults):
            Sentence(
                en: faults.map(\.sentence.en).joined(separator: " "),
                fr: faults.map(\.sentence.fr).joined(separator: " ")
            )
        }
    }
}

extension TableRefused.Lookalike {
    fileprivate var sentence: Sentence {
        switch self {
        case .spreadsheet:
            Sentence(
                en: "This is a spreadsheet or another packed file, not text. Save the sheet as CSV (UTF-8) and import that.",
                fr: "C’est un classeur ou un autre fichier compressé, pas du texte. Enregistrez la feuille en CSV (UTF-8)."
            )
        case .compressed:
            Sentence(en: "This file is compressed. Unpack it first.", fr: "Ce fichier est compressé. Décompressez-le d’abord.")
        case .pdf:
            Sentence(en: "This is a PDF, not a table. Ask for the CSV.", fr: "C’est un PDF, pas un tableau. Demandez le CSV.")
        case .utf16WithoutMark:
            Sentence(
                en: "This looks like UTF-16 without its byte order mark. Save it as UTF-8.",
                fr: "Cela ressemble à de l’UTF-16 sans indicateur d’ordre des octets. Enregistrez-le en UTF-8."
            )
        case .binary:
            Sentence(
                en: "This file is not text: it holds bytes that no text has. Export the table as CSV (UTF-8).",
                fr: "Ce fichier n’est pas du texte. Exportez le tableau en CSV (UTF-8)."
            )
        }
    }
}
