import Basics

/// One field of a mapping with its place in the file and what it has read so far.
struct FieldColumn {
    var mapping: FieldMapping { check.mapping }
    /// The place of its column; `nil` while the file has none.
    var place: Int?

    private let check: FieldCheck
    private let conditions: [PlacedCondition]
    // Asked for every field of every row, and so kept apart from the lists that they stand for.
    private let isConditional: Bool
    private let isRuledByOthers: Bool
    private let remembers: Bool
    private var cache = ReadingCache()

    init(mapping: FieldMapping, codes: any CodeSource, layout: RecordLayout, rules: [PatternRule]) {
        check = FieldCheck(mapping: mapping, codes: codes, layout: layout, rules: rules)
        conditions = mapping.conditions.compactMap { PlacedCondition($0, layout: layout) }
        isConditional = !mapping.conditions.isEmpty
        isRuledByOthers = rules.contains { !$0.conditions.isEmpty }
        let isNumber =
            switch mapping.type {
            case .count, .integer, .year: true
            default: false
            }
        remembers = !isNumber || !rules.isEmpty || !mapping.absences.isEmpty || !mapping.replacements.isEmpty
    }

    func name(in columns: [String]) -> String? { place.map { $0 < columns.count ? columns[$0] : "" } ?? mapping.columns.first }

    func text(_ row: RawRow) -> String { place.map { row.text($0) } ?? "" }

    /// - Parameter earlier: the values of the fields before this one, for conditions.
    mutating func read(_ row: RawRow, after earlier: [Value], isJSON: Bool) -> Result<Value, Complaint> {
        if isConditional, !conditions.allSatisfy({ $0.holds(in: earlier) }) { return .success(.absent(.notApplicable)) }
        guard let place else { return check.missing }
        switch row.form(place) {
        case .absent: return check.missing
        case .malformed: return .failure(isJSON ? .keyTwice : .textAfterQuote)
        case .nested: return .failure(.nested)
        default: break
        }
        let bytes = row[place].withoutBlanks
        if bytes.isEmpty { return check.missing }
        if isRuledByOthers, let complaint = check.conditionalComplaint(bytes, after: earlier) { return .failure(complaint) }
        guard remembers else { return check.readAll(bytes) }
        switch cache.find(bytes) {
        case .value(let value): return .success(value)
        case .full: return check.readAll(bytes)
        case .free(let place, let hash):
            let reading = check.readAll(bytes)
            if case .success(let value) = reading { cache.remember(value, for: bytes, at: place, hash: hash) }
            return reading
        }
    }
}
