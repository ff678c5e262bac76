import Basics
import Vocabulary

/// Which column holds what.
struct TreatyFileColumns {
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
            faults.append(
                TreatyFileFault(line: 1, column: column, value: "", problem: "there is no such column; name one of them \(names)"))
        }
        if self.treaty == nil, treaty == nil {
            faults.append(
                TreatyFileFault(
                    line: 1, column: "treaty", value: "", problem: "there is no such column; add it, or choose the treaty beside the file"))
        }
        if party == nil { miss("party", "alpha3, Participant or Country") }
        if date == nil { miss("date", "action_date, Date or Ratification") }
        if action == nil, !dateHoldsAction { miss("action", "action or Status") }
        return faults
    }
}

/// Reads one line and keeps its faults.
struct TreatyLineReader {
    let number: Int
    let fields: [String]
    let columns: TreatyFileColumns
    let known: [String]
    let vocabulary: Codebook
    var faults: [TreatyFileFault] = []

    init(number: Int, fields: [String], columns: TreatyFileColumns, known: [String], vocabulary: Codebook) {
        (self.number, self.fields, self.columns, self.known, self.vocabulary) = (number, fields, columns, known, vocabulary)
    }

    mutating func read(treaty given: String?) -> TreatyFile.Line? {
        let treaty = text(columns.treaty).isEmpty ? given ?? "" : text(columns.treaty)
        if !known.contains(treaty) {
            fault("treaty", treaty, "the register has no such treaty; its codes are \(known.joined(separator: ", "))")
        }
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
