import Basics
import Vocabulary
import Yams

extension ProfileReader {
    /// A text that is not empty.
    mutating func text(_ key: String) -> String {
        guard let node = required(key) else { return "" }
        return written(node, key) ?? ""
    }

    /// A text, or nothing when the key is not there.
    mutating func optionalText(_ key: String) -> String? {
        optional(key).flatMap { written($0, key) }
    }

    /// A code of lower-case letters, digits and `_`.
    mutating func code(_ key: String = "code") -> String {
        let code = text(key)
        if !code.isEmpty, !isCode(code) { refuse(key, "“\(code)” is no code: use lower-case letters, digits and _") }
        return code
    }

    /// A text for work pages: `{en: …, fr: …}`.
    mutating func word(_ key: String) -> Word {
        let missing = String()
        return part(key) { part in Word(work: part.text("en"), fr: part.text("fr")) } ?? Word(work: missing, fr: missing)
    }

    /// The same, or nothing when the key is not there.
    mutating func optionalWord(_ key: String) -> Word? {
        optional(key) == nil ? nil : word(key)
    }

    /// Texts for work pages, as many as are wanted.
    mutating func words(_ key: String, count: Int) -> [Word] {
        let nodes = sequence(key)
        if let nodes, nodes.count != count { refuse(key, "has \(nodes.count) entries; there must be \(count)") }
        return (nodes ?? []).enumerated().map { index, node in
            read(node, at: place + [key, String(index + 1)]) { part in Word(work: part.text("en"), fr: part.text("fr")) }
        }
    }

    /// A whole number within bounds.
    mutating func number(_ key: String, in bounds: ClosedRange<Int>) -> Int {
        guard let node = required(key) else { return bounds.lowerBound }
        return number(node, key, in: bounds)
    }

    /// Whole numbers within bounds, each larger than the one before; nothing when the key is not there.
    mutating func ascending(_ key: String, in bounds: ClosedRange<Int>) -> [Int]? {
        guard optional(key) != nil, let nodes = sequence(key) else { return nil }
        let numbers = nodes.map { number($0, key, in: bounds) }
        if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) { refuse(key, "must go up from one number to the next") }
        return numbers
    }

    /// `true` or `false`; without a value that stands in, the key must be there.
    mutating func flag(_ key: String, unlessSaid standard: Bool? = nil) -> Bool {
        guard let node = standard == nil ? required(key) : optional(key) else { return standard ?? false }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            refuse(key, "must be true or false")
            return standard ?? false
        }
    }

    /// One of the values that the program knows.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, standIn: Choice) -> Choice
    where Choice.RawValue: LosslessStringConvertible {
        let text = text(key)
        return text.isEmpty ? standIn : choice(text, key) ?? standIn
    }

    /// One of the values that the program knows, or nothing.
    mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
    where Choice.RawValue: LosslessStringConvertible {
        optional(key) == nil ? nil : choice(text(key), key)
    }

    /// Some of the values that the program knows, none of them twice.
    mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(_ key: String) -> Set<Choice>
    where Choice.RawValue: LosslessStringConvertible {
        Set(texts(key).compactMap { choice($0, key) })
    }

    /// A list of texts, none of them twice; at least one.
    mutating func texts(_ key: String) -> [String] {
        let texts = (sequence(key) ?? []).compactMap { written($0, key) }
        for text in repeated(texts) { refuse(key, "“\(text)” is there twice") }
        return texts
    }

    /// The same; a list that is not there, or is `[]`, is empty.
    mutating func optionalTexts(_ key: String) -> [String] {
        guard let node = optional(key), node.sequence?.isEmpty != true else { return [] }
        return texts(key)
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ text: String, _ key: String) -> Choice?
    where Choice.RawValue: LosslessStringConvertible {
        if let choice = Choice.RawValue(text).flatMap(Choice.init) { return choice }
        refuse(key, "“\(text)” is not known here; there are \(Choice.allCases.map { $0.rawValue.description }.joined(separator: ", "))")
        return nil
    }

    private mutating func number(_ node: Node, _ key: String, in bounds: ClosedRange<Int>) -> Int {
        if let number = node.scalar.flatMap({ Int($0.string) }), bounds.contains(number) { return number }
        refuse(key, "must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        return bounds.lowerBound
    }

    private mutating func written(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string.trimmingSpace else {
            refuse(key, "must be a text")
            return nil
        }
        if text.isEmpty { refuse(key, "is empty") }
        return text.isEmpty ? nil : text
    }
}
