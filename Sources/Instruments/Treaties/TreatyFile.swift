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
        let columns = Columns(header)
        var faults = columns.faults(treaty: treaty)
        guard faults.isEmpty else { throw TreatyFileRefused(faults: faults) }
        var lines: [Line] = []
        var seen: Set<String> = []
        for row in rows where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
            var reader = LineReader(number: row.line, fields: row.fields, columns: columns, known: known, vocabulary: vocabulary)
            if let line = reader.read(treaty: treaty) {
                if seen.insert("\(line.treaty) \(line.party)").inserted {
                    lines.append(line)
                } else {
                    reader.faults.append(
                        TreatyFileFault(line: row.line, column: "party", value: line.party, problem: "stands in the file twice for this treaty; keep one line")
                    )
                }
            }
            faults += reader.faults
            if faults.count >= 200 { break }
        }
        if lines.isEmpty, faults.isEmpty {
            faults.append(TreatyFileFault(line: 1, column: "", value: "", problem: "the file has column names but no rows; export it again"))
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

/// Which column holds what.
private struct Columns {
    let treaty: Int?
    let party: Int?
    let signature: Int?
    let date: Int?
    let action: Int?
    /// The date column also names the act, by a letter after the date.
    let dateHoldsAction: Bool

    init(_ header: [String]) {
        let names = header.map { $0.trimmed.lowercased() }
        func first(_ wanted: String...) -> Int? { names.firstIndex { wanted.contains($0) } }
        treaty = first("treaty", "instrument")
        party = first("alpha3", "participant", "country", "state", "party")
        signature = first("signature_date", "signature", "signed")
        let combined = names.firstIndex { $0.contains("ratification") || $0.contains("accession") }
        date = first("action_date", "date") ?? combined
        action = first("action", "status")
        dateHoldsAction = action == nil && combined != nil
    }

    func faults(treaty: String?) -> [TreatyFileFault] {
        var faults: [TreatyFileFault] = []
        func miss(_ column: String, _ names: String) {
            faults.append(TreatyFileFault(line: 1, column: column, value: "", problem: "there is no such column; name one of them \(names)"))
        }
        if self.treaty == nil, treaty == nil {
            faults.append(TreatyFileFault(line: 1, column: "treaty", value: "", problem: "there is no such column; add it, or choose the treaty beside the file"))
        }
        if party == nil { miss("party", "alpha3, Participant or Country") }
        if date == nil { miss("date", "action_date, Date or Ratification") }
        if action == nil, !dateHoldsAction { miss("action", "action or Status") }
        return faults
    }
}

/// Reads one line and keeps its faults.
private struct LineReader {
    let number: Int
    let fields: [String]
    let columns: Columns
    let known: [String]
    let vocabulary: Codebook
    var faults: [TreatyFileFault] = []

    init(number: Int, fields: [String], columns: Columns, known: [String], vocabulary: Codebook) {
        (self.number, self.fields, self.columns, self.known, self.vocabulary) = (number, fields, columns, known, vocabulary)
    }

    mutating func read(treaty given: String?) -> TreatyFile.Line? {
        let treaty = text(columns.treaty).isEmpty ? given ?? "" : text(columns.treaty)
        if !known.contains(treaty) { fault("treaty", treaty, "the register has no such treaty; its codes are \(known.joined(separator: ", "))") }
        let party = readParty()
        let signedOn = readSignature()
        let (action, actedOn) = readAction()
        guard faults.isEmpty, let party else { return nil }
        if action == nil, signedOn == nil {
            fault("signature", "", "there is neither a signature nor an action; give one, or leave the line out")
            return nil
        }
        return TreatyFile.Line(treaty: treaty, party: party, signedOn: signedOn, action: action, actedOn: actedOn)
    }

    private func text(_ column: Int?) -> String {
        guard let column, column < fields.count else { return "" }
        return fields[column].trimmed
    }

    private mutating func fault(_ column: String, _ value: String, _ problem: String) {
        faults.append(TreatyFileFault(line: number, column: column, value: value, problem: problem))
    }

    private mutating func readParty() -> String? {
        let label = text(columns.party)
        if Parties.isKnown(label, in: vocabulary.countries) { return label }
        // The Treaty Collection puts the numbers of its notes after the name.
        let name = String(label.reversed().drop { $0.isNumber || " ,[]*".contains($0) }.reversed())
        if name.lowercased() == Word.europeanUnion.en.lowercased() { return Parties.europeanUnion }
        switch vocabulary.labels.read(name) {
        case .exact(let code), .alias(let code): return code.alpha3
        case .likely(let code, _):
            fault("party", label, "it is not a known name; if it is \(vocabulary.countries.name(of: code, in: .en)), write \(code.alpha3)")
        case .group, .unresolved: fault("party", label, "it names no State or area; write its alpha-3 code")
        }
        return nil
    }

    private mutating func readSignature() -> Day? {
        let raw = text(columns.signature)
        guard !raw.isEmpty else { return nil }
        guard case .at(.day(let day))? = DepositaryDate.read(raw)?.span else {
            fault("signature", raw, "it is not a day; write it as 2000-12-13")
            return nil
        }
        return day
    }

    private mutating func readAction() -> (Participation.Action?, DateSpan?) {
        let raw = text(columns.date)
        let read = raw.isEmpty ? nil : DepositaryDate.read(raw)
        if !raw.isEmpty, read == nil { fault("date", raw, "it is not a date; write it as 2003-09-29, 2003-09 or 2003") }
        if columns.dateHoldsAction { return (read.map(\.action), read?.span) }
        let name = text(columns.action)
        guard !name.isEmpty else {
            if read != nil { fault("action", "", "there is a date without an action; say what was done on it") }
            return (nil, nil)
        }
        guard let action = DepositaryDate.action(named: name) else {
            let allowed = Participation.Action.allCases.map(\.rawValue).joined(separator: ", ")
            fault("action", name, "it is not a known action; write one of \(allowed)")
            return (nil, nil)
        }
        return (action, read?.span)
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
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
                    TreatyFileFault(line: reader.line, column: "", value: "", problem: "the file has more than \(mostRows) rows; no list of parties is so long")
                ])
            }
            rows.append((reader.line, (0..<reader.fieldCount).map { reader.text($0) }))
        }
        return try TreatyFile(header: reader.columns, rows: rows, treaty: treaty, known: known, vocabulary: vocabulary)
    }
}
