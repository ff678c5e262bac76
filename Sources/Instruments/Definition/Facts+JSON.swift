package import Foundation
import Vocabulary

extension Facts: Codable {
    /// Reads facts from the text of a JSON file.
    ///
    /// ```json
    /// {"acts": ["recruitment"], "means": ["deception"], "purposes": ["forced_labour"], "age": "unknown",
    ///  "reason_to_believe_child": true, "consent_claimed": false, "crossed_border": true, "organised_group": false,
    ///  "labour": ["wages_withheld"], "smuggling": ["paid_for_crossing"]}
    /// ```
    /// Every field may be left out. `age` is a number of years, or `child`, `adult` or `unknown`.
    /// - Throws: `FactsRefused` with every fault.
    package init(json: Data) throws(FactsRefused) {
        guard let value = try? JSONDecoder().decode(LooseJSON.self, from: json) else {
            throw FactsRefused(faults: [.notAnObject])
        }
        try self.init(value)
    }

    package init(from decoder: any Decoder) throws { try self.init(try LooseJSON(from: decoder)) }

    init(_ json: LooseJSON) throws(FactsRefused) {
        guard case .object(let fields) = json else { throw FactsRefused(faults: [.notAnObject]) }
        var reader = FactsReader(fields: fields)
        self.init()
        acts = reader.codes(.acts)
        means = reader.codes(.means)
        purposes = reader.codes(.purposes)
        labour = reader.codes(.labour)
        smuggling = reader.codes(.smuggling)
        consentClaimed = reader.flag(.consentClaimed)
        crossedBorder = reader.flag(.crossedBorder)
        organisedGroup = reader.flag(.organisedGroup)
        age = reader.age()
        guard reader.faults.isEmpty else { throw FactsRefused(faults: reader.faults) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func codes<C: RawRepresentable<String>>(_ set: Set<C>, _ field: FactsField) throws {
            try container.encode(set.map(\.rawValue).sorted(), forKey: Key(field))
        }
        try codes(acts, .acts)
        try codes(means, .means)
        try codes(purposes, .purposes)
        try codes(labour, .labour)
        try codes(smuggling, .smuggling)
        switch age {
        case .years(let years): try container.encode(years, forKey: Key(.age))
        case .child: try container.encode("child", forKey: Key(.age))
        case .adult: try container.encode("adult", forKey: Key(.age))
        case .unknown(let reason):
            try container.encode("unknown", forKey: Key(.age))
            try container.encode(reason, forKey: Key(.reasonToBelieveChild))
        }
        try container.encode(consentClaimed, forKey: Key(.consentClaimed))
        try container.encode(crossedBorder, forKey: Key(.crossedBorder))
        try container.encode(organisedGroup, forKey: Key(.organisedGroup))
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ field: FactsField) { stringValue = field.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// Reads the fields one by one and keeps every fault, so that one answer tells them all.
private struct FactsReader {
    let fields: [String: LooseJSON]
    var faults: [FactsRefused.Fault]

    init(fields: [String: LooseJSON]) {
        self.fields = fields
        faults = fields.keys.filter { FactsField(rawValue: $0) == nil }.sorted().map { .unknownField($0) }
    }

    mutating func codes<C: RawRepresentable<String> & CaseIterable & Hashable>(_ field: FactsField) -> Set<C> {
        let allowed = C.allCases.map(\.rawValue)
        var found: Set<C> = []
        switch fields[field.rawValue] {
        case nil, .null: break
        case .list(let entries):
            for entry in entries {
                guard case .text(let code) = entry else {
                    faults.append(.wrongKind(field: field.rawValue, expected: "a list of codes: \(allowed.joined(separator: ", "))"))
                    return found
                }
                if let value = C(rawValue: code) {
                    found.insert(value)
                } else {
                    faults.append(.unknownCode(field: field.rawValue, code: code, allowed: allowed))
                }
            }
        default: faults.append(.wrongKind(field: field.rawValue, expected: "a list of codes: \(allowed.joined(separator: ", "))"))
        }
        return found
    }

    mutating func flag(_ field: FactsField) -> Bool {
        switch fields[field.rawValue] {
        case nil, .null: return false
        case .bool(let value): return value
        default:
            faults.append(.wrongKind(field: field.rawValue, expected: "true or false"))
            return false
        }
    }

    mutating func age() -> Facts.Age {
        let perhapsChild = flag(.reasonToBelieveChild)
        let age: Facts.Age
        switch fields[FactsField.age.rawValue] {
        case nil, .null, .text("unknown"): age = .unknown(reasonToBelieveChild: perhapsChild)
        case .text("child"): age = .child
        case .text("adult"): age = .adult
        case .integer(let years) where (0...AgeBand.oldest).contains(years): age = .years(years)
        case .integer(let years):
            faults.append(.ageOutOfRange(years))
            return .unknown(reasonToBelieveChild: perhapsChild)
        case .text(let code):
            faults.append(.unknownCode(field: "age", code: code, allowed: ["child", "adult", "unknown", "or a whole number of years"]))
            return .unknown(reasonToBelieveChild: perhapsChild)
        default:
            faults.append(.wrongKind(field: "age", expected: "a whole number of years, or child, adult or unknown"))
            return .unknown(reasonToBelieveChild: perhapsChild)
        }
        if perhapsChild {
            switch age {
            case .adult: faults.append(.adultAndPerhapsChild)
            case .years(let years) where years >= 18: faults.append(.adultAndPerhapsChild)
            default: break
            }
        }
        return age
    }
}
