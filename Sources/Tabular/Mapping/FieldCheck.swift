import Basics

/// What one field may hold, made ready to be checked.
struct FieldCheck {
    let mapping: FieldMapping
    private let reader: FieldReader
    private let always: [ShapeRule]
    /// Rules for some rows only: their answer can't be remembered with the value.
    private let sometimes: [ShapeRule]

    private struct ShapeRule {
        let regex: Regex<AnyRegexOutput>
        let conditions: [PlacedCondition]
        let complaint: Complaint

        func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            (try? regex.wholeMatch(in: String(decoding: bytes, as: UTF8.self))) != nil
        }
    }

    init(mapping: FieldMapping, codes: any CodeSource, layout: RecordLayout, rules: [PatternRule]) {
        self.mapping = mapping
        reader = FieldReader(mapping: mapping, codes: codes)
        let ready = rules.compactMap { rule -> ShapeRule? in
            guard let regex = try? Regex(rule.pattern) else { return nil }
            return ShapeRule(
                regex: regex,
                conditions: rule.conditions.compactMap { PlacedCondition($0, layout: layout) },
                complaint: Complaint("rule.\(rule.name)", rule.reason, remedy: rule.remedy)
            )
        }
        always = ready.filter { $0.conditions.isEmpty }
        sometimes = ready.filter { !$0.conditions.isEmpty }
    }

    var missing: Result<Value, Complaint> { mapping.isRequired ? .failure(.missing) : .success(.absent(.nothing)) }

    func conditionalComplaint(_ bytes: UnsafeBufferPointer<UInt8>, after earlier: [Value]) -> Complaint? {
        sometimes.first { $0.conditions.allSatisfy { $0.holds(in: earlier) } && $0.matches(bytes) }?.complaint
    }

    /// Reads what stands there: one value, or several.
    func readAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Complaint> {
        mapping.separator == nil ? read(bytes) : readSeveral(bytes)
    }

    /// Reads one value, which is not empty.
    private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Complaint> {
        if let rule = always.first(where: { $0.matches(bytes) }) { return .failure(rule.complaint) }
        if !mapping.absences.isEmpty || !mapping.replacements.isEmpty || mapping.total != nil {
            let text = String(decoding: bytes, as: UTF8.self)
            if let why = mapping.absences[text] { return mapping.isRequired ? .failure(.missing) : .success(.absent(why)) }
            if text == mapping.total { return .success(.total) }
            if var replacement = mapping.replacements[text] { return replacement.withUTF8 { reader.read($0) } }
        }
        return reader.read(bytes)
    }

    /// Reads every value by itself; one that is wrong makes the field wrong.
    private func readSeveral(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Complaint> {
        let given = mapping.separator?.asciiValue ?? UInt8(ascii: ";")
        let separator = bytes.contains(JSONText.separator) ? JSONText.separator : given
        var codes: [String] = []
        for part in bytes.split(separator: separator) {
            let item = UnsafeBufferPointer(rebasing: part).withoutBlanks
            if item.isEmpty { continue }
            switch read(item) {
            case .success(.absent): continue
            case .success(let value): if !codes.contains(value.description) { codes.append(value.description) }
            case .failure(let complaint): return .failure(complaint)
            }
        }
        return codes.isEmpty ? missing : .success(.codes(codes))
    }
}

/// A condition whose field has been found in the layout.
struct PlacedCondition {
    private let place: Int
    /// A few at most: looking through them is quicker than hashing.
    private let values: [String]

    init?(_ condition: Condition, layout: RecordLayout) {
        guard let place = layout.place(of: condition.field) else { return nil }
        (self.place, values) = (place, condition.values.sorted())
    }

    func holds(in earlier: [Value]) -> Bool {
        guard place < earlier.count else { return false }
        if let text = earlier[place].string { return values.contains(text) }
        return values.contains(earlier[place].description)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without blanks and tabs at either end.
    var withoutBlanks: UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, count)
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }
}
