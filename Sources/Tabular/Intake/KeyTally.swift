/// Finds records with the same key as an earlier one, and tells whether they say the same.
struct KeyTally {
    /// Keys that stand in more than one record.
    private(set) var repeated = 0
    /// Of these, those whose records differ.
    private(set) var conflicting = 0
    /// Whether the file held more keys than are remembered, so that the two numbers are lower bounds.
    private(set) var isPartial = false

    private struct Seen {
        var rest: Int
        var isRepeated = false
        var isConflicting = false
    }

    private var seen: [Int: Seen] = [:]
    private let keyPlaces: [Int]
    private let otherPlaces: [Int]
    private let limit: Int

    init(mapping: Mapping, layout: RecordLayout, limit: Int) {
        keyPlaces = mapping.key.compactMap { layout.place(of: $0) }
        otherPlaces = layout.names.indices.filter { !mapping.key.contains(layout.names[$0]) }
        self.limit = limit
    }

    var isCounting: Bool { !keyPlaces.isEmpty }

    mutating func add(_ record: Record) {
        guard !keyPlaces.isEmpty else { return }
        let (key, rest) = (hash(of: record, at: keyPlaces), hash(of: record, at: otherPlaces))
        guard var known = seen[key] else {
            if seen.count < limit { seen[key] = Seen(rest: rest) } else { isPartial = true }
            return
        }
        if !known.isRepeated { repeated += 1 }
        known.isRepeated = true
        if known.rest != rest, !known.isConflicting {
            known.isConflicting = true
            conflicting += 1
        }
        seen[key] = known
    }

    /// 64 bits stand for the key: of a quarter of a million keys two share them once in six hundred million files.
    private func hash(of record: Record, at places: [Int]) -> Int {
        var hasher = Hasher()
        for place in places { hasher.combine(record.values[place]) }
        return hasher.finalize()
    }
}
