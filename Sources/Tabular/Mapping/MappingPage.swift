import Yams

/// One mapping of a YAML file, read key by key; what is wrong is collected instead of thrown.
struct MappingPage {
    private let node: Node
    /// Its own table of keys: Yams compares keys by their tags, which takes a regular expression each time.
    private let values: [String: Node]
    var place: String
    var faults: [MappingFault] = []

    init(node: Node, place: String) {
        (self.node, self.place) = (node, place)
        var values: [String: Node] = [:]
        for (key, value) in node.mapping ?? [:] { values[key.scalar?.string ?? ""] = value }
        self.values = values
    }

    mutating func add(_ key: String, _ problem: String) {
        let line = (values[key] ?? node).mark?.line ?? 0
        faults.append(MappingFault(line: line, place: key.contains("/") ? key : "\(place)/\(key)", problem: problem))
    }

    /// Says of every other key that it is not known: a misspelt one would do nothing, in silence.
    mutating func allow(_ keys: Set<String>) {
        for name in values.keys.sorted() where !keys.contains(name) { add(name, "is not a key that is known here") }
    }

    func optionalString(_ key: String) -> String? { values[key]?.scalar?.string }

    mutating func string(_ key: String) -> String {
        guard let text = optionalString(key), !text.isEmpty else {
            add(key, "is missing")
            return ""
        }
        return text
    }

    mutating func integer(_ key: String, default standard: Int) -> Int {
        guard let text = optionalString(key) else { return standard }
        guard let number = Int(text.filter { $0 != "_" }) else {
            add(key, "\(text) is not a whole number")
            return standard
        }
        return number
    }

    mutating func flag(_ key: String) -> Bool {
        guard let text = optionalString(key) else { return false }
        if text != "true", text != "false" { add(key, "should be true or false") }
        return text == "true"
    }

    mutating func choice(_ key: String, among choices: [String], default standard: String) -> String? {
        let text = optionalString(key) ?? standard
        if !choices.contains(text) { add(key, "\(text) is not one of \(choices.joined(separator: ", "))") }
        return text
    }

    /// One text, or several.
    mutating func strings(_ key: String, isRequired: Bool = false) -> [String] {
        guard let value = values[key] else {
            if isRequired { add(key, "is missing") }
            return []
        }
        let texts = value.sequence.map { $0.compactMap { $0.scalar?.string } } ?? value.scalar.map { [$0.string] } ?? []
        if texts.isEmpty, isRequired { add(key, "is empty") }
        return texts
    }

    mutating func dictionary(_ key: String) -> [String: String] {
        guard let value = values[key] else { return [:] }
        guard let mapping = value.mapping else {
            add(key, "should hold keys and values")
            return [:]
        }
        var result: [String: String] = [:]
        for (key, value) in mapping { result[key.scalar?.string ?? ""] = value.scalar?.string ?? "" }
        return result
    }

    /// The same sentence in English and French.
    mutating func sentence(_ key: String) -> Sentence {
        let both = dictionary(key)
        for language in ["en", "fr"] where (both[language] ?? "").isEmpty { add(key, "has no \(language)") }
        return Sentence(en: both["en"] ?? "", fr: both["fr"] ?? "")
    }

    mutating func range(default standard: ClosedRange<Int>) -> ClosedRange<Int> {
        let smallest = integer("smallest", default: standard.lowerBound)
        let largest = integer("largest", default: standard.upperBound)
        guard smallest <= largest else {
            add("smallest", "is larger than the largest")
            return standard
        }
        return smallest...largest
    }

    mutating func items(_ key: String, isRequired: Bool = true) -> [MappingPage] {
        guard let value = values[key]?.sequence else {
            if isRequired || values[key] != nil { add(key, "should be a list") }
            return []
        }
        return value.map { MappingPage(node: $0, place: key) }
    }

    /// `when: {field: value}` or `when: {field: [value, value]}`.
    mutating func conditions() -> [Condition] {
        guard let value = values["when"] else { return [] }
        guard let mapping = value.mapping else {
            add("when", "should hold fields and values")
            return []
        }
        return mapping.map { field, values in
            let texts = values.sequence.map { $0.compactMap { $0.scalar?.string } } ?? values.scalar.map { [$0.string] } ?? []
            return Condition(field: field.scalar?.string ?? "", values: Set(texts))
        }
    }
}
