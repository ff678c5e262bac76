import Yams

extension ProfileReader {
    /// A mapping below this one, read as a part of its own; `nil`, with a fault, when it is not there.
    mutating func part<Part>(_ key: String, _ reading: (inout ProfileReader) -> Part) -> Part? {
        guard let node = required(key) else { return nil }
        return read(node, at: place + [key], reading)
    }

    /// A mapping below this one. When it is not there, that is the only fault told of it.
    mutating func part<Part: ProfilePart>(_ key: String) -> Part {
        if let part = part(key, { Part(&$0) }) { return part }
        var nothing = ProfileReader([:])
        return Part(&nothing)
    }

    /// The same, or nothing when the key is not there.
    mutating func optionalPart<Part: ProfilePart>(_ key: String) -> Part? { optional(key) == nil ? nil : part(key) }

    /// A list of mappings, each with a code that no other one has; at least one.
    mutating func list<Part: ProfilePart & Coded>(_ key: String) -> [Part] {
        let parts: [Part] = (sequence(key) ?? []).enumerated().map { index, node in
            read(node, at: place + [key, Self.name(of: node) ?? String(index + 1)]) { Part(&$0) }
        }
        for code in repeated(parts.codes) where !code.isEmpty { refuse(key, "“\(code)” is there twice") }
        return parts
    }

    /// The same; a list that is not there, or is `[]`, is empty.
    mutating func optionalList<Part: ProfilePart & Coded>(_ key: String) -> [Part] {
        guard let node = optional(key), node.sequence?.isEmpty != true else { return [] }
        return list(key)
    }

    /// The nodes of a list that holds at least one.
    mutating func sequence(_ key: String) -> [Node]? {
        guard let node = required(key) else { return nil }
        guard let sequence = node.sequence else {
            refuse(key, "must be a list")
            return nil
        }
        if sequence.isEmpty { refuse(key, "must hold at least one entry") }
        return Array(sequence)
    }

    /// Reads a node below this one, and takes over its faults.
    mutating func read<Part>(_ node: Node, at place: [String], _ reading: (inout ProfileReader) -> Part) -> Part {
        var reader = ProfileReader(node, at: place)
        let part = reading(&reader)
        absorb(reader)
        return part
    }

    /// What stands there more than once, each told once, in order.
    func repeated(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        var told: Set<String> = []
        return texts.filter { !seen.insert($0).inserted && told.insert($0).inserted }
    }

    /// How a fault names an entry of a list: by its code, or a language by its tag.
    private static func name(of node: Node) -> String? {
        guard let mapping = node.mapping, let text = (mapping["code"] ?? mapping["tag"])?.scalar?.string, !text.isEmpty else { return nil }
        return text
    }
}
