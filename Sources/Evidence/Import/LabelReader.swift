import Basics
import Vocabulary

/// Reads the labels of published cells as codes, and remembers how each was read.
struct LabelReader {
    private let codebook: Codebook
    private var countries: [String: CountryReading] = [:]
    private var forms: [String: String] = [:]
    private var counts: [Label: Int] = [:]

    /// More different labels than this are no names of countries and forms.
    private static let limit = 20_000

    private struct Label: Hashable {
        let dimension: Dimension
        let label: String
    }

    init(_ codebook: Codebook) { self.codebook = codebook }

    /// - Returns: the code, `nil` when the label could not be read.
    mutating func category(_ label: String, _ dimension: Dimension, state: CountryCode) throws(ImportRefused) -> String? {
        guard dimension != .total else { return nil }
        counts[Label(dimension: dimension, label: label), default: 0] += 1
        guard counts.count <= LabelReader.limit else { throw .tooManyLabels(LabelReader.limit) }
        switch dimension {
        case .total: return nil
        case .exploitation: return form(label)
        case .citizenship, .repatriation:
            let reading = country(label)
            guard let whose = Citizenship(reading, reportedBy: state) else { return Citizenship.columnTotal }
            return whose.code
        }
    }

    /// How every label was read, those not read first, then by how often they stand there.
    func readings() -> [LabelReading] {
        counts.map { label, rows in
            let (reading, category) = reading(label)
            return LabelReading(dimension: label.dimension.rawValue, label: label.label, reading: reading, category: category, rows: rows)
        }.sorted {
            if ($0.category == nil) != ($1.category == nil) { return $0.category == nil }
            if $0.rows != $1.rows { return $0.rows > $1.rows }
            return ($0.dimension, $0.label) < ($1.dimension, $1.label)
        }
    }

    private func reading(_ label: Label) -> (String, String?) {
        guard label.dimension.namesStates else {
            let form = forms[label.label] ?? ""
            return form.isEmpty ? ("unrecognised", nil) : ("exact", form)
        }
        let reading = countries[label.label] ?? .unresolved(.unrecognised)
        switch reading {
        case .exact(let code), .alias(let code), .likely(let code, _): return (reading.code, code.alpha3)
        case .group(let group): return (reading.code, group.rawValue)
        case .unresolved: return (reading.code, nil)
        }
    }

    private mutating func country(_ label: String) -> CountryReading {
        if let known = countries[label] { return known }
        let reading = codebook.labels.read(label)
        countries[label] = reading
        return reading
    }

    private mutating func form(_ label: String) -> String? {
        if let known = forms[label] { return known.isEmpty ? nil : known }
        let list = codebook.lists[Exploitation.self]
        let code =
            list.entry(glotip: label)?.code ?? list[label]?.code
            ?? list.entries.first { entry in Language.allCases.contains { entry.name[$0].lowercased() == label.lowercased() } }?.code
        forms[label] = code ?? ""
        return code
    }
}
