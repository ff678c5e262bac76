package import Basics
package import Foundation
package import Vocabulary

/// The forms in which a table is handed out.
package enum SheetFormat: String, CaseIterable, Sendable {
    case csv, xlsx, json

    /// The value of `Content-Type`.
    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// The name on the button; the same in every language.
    package var label: String { rawValue.uppercased() }
}

extension Sheet {
    /// The name under which a download is saved: ASCII letters, digits and hyphens only, so that it is safe in a header.
    package func fileName(_ format: SheetFormat) -> String {
        let safe = name.lowercased().unicodeScalars.map { scalar -> Character in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let stem = String(safe).split(separator: "-").joined(separator: "-")
        return (stem.isEmpty ? "table" : stem) + "." + format.rawValue
    }

    /// The whole table as one file.
    /// - Parameter scratch: a folder for the workbook while it is written; nothing is left in it.
    /// - Throws: `SheetRefused.notWritten` when the workbook could not be written.
    package func file(_ format: SheetFormat, in language: Language, scratch: URL) throws -> [UInt8] {
        switch format {
        case .csv: csv(in: language)
        case .json: json(in: language)
        case .xlsx: try xlsx(in: language, scratch: scratch)
        }
    }

    /// The whole table as one file; a workbook is written in the system's folder for such things.
    package func file(_ format: SheetFormat, in language: Language) throws -> [UInt8] {
        try file(format, in: language, scratch: FileManager.default.temporaryDirectory)
    }
}

/// What can stop a table from becoming a file.
package enum SheetRefused: Refusal {
    case notWritten
    case tooManyRows

    package var code: String {
        switch self {
        case .notWritten: "sheet.not-written"
        case .tooManyRows: "sheet.too-many-rows"
        }
    }

    package var message: String {
        switch self {
        case .notWritten: "The workbook could not be written on the server. Take the CSV file, or try again later."
        case .tooManyRows: "A workbook holds 1,048,576 rows and this table has more. Take the CSV file."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .notWritten: .unavailable
        case .tooManyRows: .tooLarge
        }
    }
}
