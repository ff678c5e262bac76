import Yams

/// Reads one mapping of a profile key by key, and keeps every fault that it meets instead of stopping at the first.
///
/// A reading that fails gives a stand-in. Nobody ever uses one, for a profile with a single fault is refused whole.
/// A value is read for what the key wants, never for what YAML takes it to be: `no` is Norwegian, `112` is a telephone number.
struct ProfileReader {
    /// The keys that lead here.
    let place: [String]
    /// What was found wrong here and below.
    private(set) var faults: [ProfileFault] = []
    private let values: [String: Node]
    private var asked: Set<String> = []

    /// - Parameter node: a mapping; anything else is a fault, and then nothing is missed in it besides.
    init(_ node: Node, at place: [String] = []) {
        self.place = place
        values = Dictionary(
            (node.mapping ?? [:]).compactMap { pair in pair.key.scalar.map { ($0.string, pair.value) } }, uniquingKeysWith: { $1 })
        if node.mapping == nil { faults = [Self.fault(at: place, "is no list of keys with values")] }
        isReadable = node.mapping != nil
    }

    /// False for a node of another shape: one fault is told, not one for every key that it lacks.
    private let isReadable: Bool

    /// The keys that stand here, in the order of the alphabet.
    var keys: [String] { values.keys.sorted() }

    /// Notes that something is wrong with a key.
    mutating func refuse(_ key: String, _ problem: String) {
        if isReadable { faults.append(Self.fault(at: place + [key], problem)) }
    }

    /// Notes that something is wrong with the part as a whole.
    mutating func refuse(_ problem: String) {
        if isReadable { faults.append(Self.fault(at: place, problem)) }
    }

    /// What stands at a key; `nil` when there is nothing, or only `~`.
    mutating func optional(_ key: String) -> Node? {
        asked.insert(key)
        guard let node = values[key], !node.isNothing else { return nil }
        return node
    }

    /// What stands at a key; a fault when there is nothing.
    mutating func required(_ key: String) -> Node? {
        if let node = optional(key) { return node }
        refuse(key, "is missing")
        return nil
    }

    /// Takes over what a part found wrong, after telling which of its keys nobody knows.
    mutating func absorb(_ part: ProfileReader) {
        faults += part.faults + part.unknownKeys
    }

    /// A key that nobody asked for is most often misspelt; to pass over it would be to pass over a rule.
    var unknownKeys: [ProfileFault] {
        keys.filter { !asked.contains($0) }.map { Self.fault(at: place + [$0], "is a key that no profile has here") }
    }

    private static func fault(at place: [String], _ problem: String) -> ProfileFault {
        ProfileFault(place: place.joined(separator: " / "), problem: problem)
    }
}

extension Node {
    /// Whether it is empty, `~` or `null`, not in quotation marks.
    var isNothing: Bool {
        guard let scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}
