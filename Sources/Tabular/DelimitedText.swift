/// Writes rows of separated values.
package struct DelimitedText: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let neutralisesFormulas: Bool

    /// - Parameters:
    ///   - delimiter: one ASCII character.
    ///   - neutralisesFormulas: puts an apostrophe before `=`, `+`, `-`, `@` and control characters, so that a spreadsheet
    ///     shows the text of a stranger's file instead of working it out.
    package init(delimiter: Character = ",", neutralisesFormulas: Bool = false) {
        self.delimiter = delimiter.asciiValue ?? Delimiter.comma
        self.neutralisesFormulas = neutralisesFormulas
    }

    package mutating func append(_ row: [String]) {
        for (place, field) in row.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            append(field, isAlone: row.count == 1)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ field: String, isAlone: Bool) {
        let isFormula = neutralisesFormulas && field.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
        // A row of one empty field would be a blank line, which is no row.
        let needsQuotes = (isAlone && field.isEmpty) || field.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if needsQuotes { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in field.utf8 {
            if byte == 0x22, needsQuotes { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(0x22) }
    }
}
