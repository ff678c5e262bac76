/// The ways in which a table may be written.
package enum TableFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Values separated by commas, semicolons or tabs: which, is found out.
    case csv
    /// Values separated by tabs.
    case tsv
    /// An array of objects, or one object a line.
    case json
}

/// How the letters of a file are written as bytes.
package enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Western European, as older spreadsheets write it; Latin-1 is read the same.
    case windows1252 = "windows-1252"
}

/// Where a table comes from.
package enum TableInput: Sendable {
    case bytes([UInt8], name: String)
    case file(path: String)

    /// The last part of the path, for reports.
    package var name: String {
        switch self {
        case .bytes(_, let name): name
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        }
    }
}

/// Something that a person should know of a file that is read all the same.
package enum TableNotice: Hashable, Sendable {
    /// Read as Windows-1252, for it is not UTF-8 and nothing speaks against it.
    case takenForWindows1252
    /// The last line has no line end: whole, or cut off inside its last value.
    case noLineEndAtEnd
    /// These columns are not in the mapping and were not read.
    case columnsIgnored([String])

    package var code: String {
        switch self {
        case .takenForWindows1252: "notice.windows-1252"
        case .noLineEndAtEnd: "notice.no-line-end"
        case .columnsIgnored: "notice.columns-ignored"
        }
    }

    package var sentence: Sentence {
        switch self {
        case .takenForWindows1252:
            Sentence(
                en: "The file is not UTF-8 and was read as Western European (Windows-1252). Look whether names with accents are right.",
                fr: "Le fichier n’est pas en UTF-8 et a été lu comme Europe occidentale (Windows-1252). Vérifiez les noms accentués."
            )
        case .noLineEndAtEnd:
            Sentence(
                en: "The last line has no line end. If the file was cut off, its last value may be incomplete.",
                fr: "La dernière ligne n’a pas de fin de ligne. Si le fichier a été coupé, sa dernière valeur peut être incomplète."
            )
        case .columnsIgnored(let columns):
            Sentence(
                en: "Columns that the mapping does not name were not read: \(columns.joined(separator: ", ")).",
                fr: "Les colonnes que la correspondance ne nomme pas n’ont pas été lues : \(columns.joined(separator: ", "))."
            )
        }
    }
}
