package import Basics
import Tabular
package import Vocabulary

/// A list of parties and signatories as a depositary publishes it, read into lines.
///
/// Three shapes are understood, by their columns: this program's own (`treaty, alpha3, signature_date, action_date, action`),
/// that of the United Nations Treaty Collection (`Participant, Signature, Ratification, Accession(a) …`, where a letter after
/// the date names the act), and that of the ILO (`Country, Date, Status`).
package struct TreatyFile: Sendable, Hashable {
    package let lines: [Line]

    /// One party or signatory.
    package struct Line: Sendable, Hashable {
        package let treaty: String
        package let party: String
        package let signedOn: Day?
        package let action: Participation.Action?
        package let actedOn: DateSpan?
    }

    /// - Parameters:
    ///   - header: the names of the columns.
    ///   - rows: the fields of each row, with the number of its line in the file.
    ///   - treaty: what the list is about, where the file has no column that says so.
    ///   - known: the codes of the register.
    /// - Throws: `TreatyFileRefused` with every fault, at most 200 of them.
    package init(
        header: [String], rows: [(line: Int, fields: [String])], treaty: String?, known: [String], vocabulary: Codebook
    ) throws(TreatyFileRefused) {
        let columns = TreatyFileColumns(header)
        var faults = columns.faults(treaty: treaty)
        guard faults.isEmpty else { throw TreatyFileRefused(faults: faults) }
        var lines: [Line] = []
        var seen: Set<String> = []
        for row in rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
            var reader = TreatyLineReader(number: row.line, fields: row.fields, columns: columns, known: known, vocabulary: vocabulary)
            if let line = reader.read(treaty: treaty) {
                if seen.insert("\(line.treaty) \(line.party)").inserted {
                    lines.append(line)
                } else {
                    reader.faults.append(
                        TreatyFileFault(
                            line: row.line, column: "party", value: line.party,
                            problem: "stands in the file twice for this treaty; keep one line")
                    )
                }
            }
            faults += reader.faults
            if faults.count >= 200 { break }
        }
        if lines.isEmpty, faults.isEmpty {
            faults.append(
                TreatyFileFault(line: 1, column: "", value: "", problem: "the file has column names but no rows; export it again"))
        }
        guard faults.isEmpty else { throw TreatyFileRefused(faults: faults) }
        self.lines = lines
    }
}

/// One thing that is wrong in a depositary's file, with the remedy.
package struct TreatyFileFault: Sendable, Hashable {
    package let line: Int
    package let column: String
    package let value: String
    /// What is wrong and what to do, as the end of a sentence.
    package let problem: String

    package var sentence: String {
        let place = column.isEmpty ? "Line \(line)" : "Line \(line), \(column)"
        return value.isEmpty ? "\(place): \(problem)." : "\(place), “\(value.prefix(60))”: \(problem)."
    }
}

/// A depositary's file can't be used: every fault of it. Nothing was taken in.
package struct TreatyFileRefused: Refusal {
    package let faults: [TreatyFileFault]

    package var code: String { "treaty-file.faulty" }

    package var message: String {
        let shown = faults.prefix(20).map(\.sentence).joined(separator: " ")
        let more = faults.count > 20 ? " And \(faults.count - 20) more." : ""
        return "The file can't be used, and nothing was taken in. \(shown)\(more)"
    }
}

extension TreatyFile {
    /// No list of parties is longer: a larger file is something else.
    static let mostRows = 20_000

    /// Reads a file as it was uploaded; encoding and separator are found out.
    /// - Throws: `TableRefused` when it is no table, `TreatyFileRefused` with every fault of its lines.
    package static func read(
        _ bytes: [UInt8], named name: String, treaty: String?, known: [String], vocabulary: Codebook
    ) throws -> TreatyFile {
        var reader = try TableReader.open(.bytes(bytes, name: name))
        var rows: [(line: Int, fields: [String])] = []
        while try reader.next() {
            guard rows.count < mostRows else {
                throw TreatyFileRefused(faults: [
                    TreatyFileFault(
                        line: reader.line, column: "", value: "",
                        problem: "the file has more than \(mostRows) rows; no list of parties is so long")
                ])
            }
            rows.append((reader.line, (0..<reader.fieldCount).map { reader.text($0) }))
        }
        return try TreatyFile(header: reader.columns, rows: rows, treaty: treaty, known: known, vocabulary: vocabulary)
    }
}
