/// Why a cell holds no number. The five are different things, on screen and in the data.
package enum Absence: String, Hashable, Sendable, Codable, CaseIterable {
    /// The source says nothing about this cell.
    case nothing
    /// The question was not asked, or the figure is not collected there.
    case notCollected = "not_collected"
    /// The question has no meaning for this cell.
    case notApplicable = "not_applicable"
    /// The figure is known and kept back to protect people.
    case withheld
}

/// A published number of persons or events: exact, known only within bounds, or absent for a stated reason.
///
/// Sums keep what is known: a total over cells that say "fewer than five" is a range.
package enum Count: Hashable, Sendable {
    case exact(Int)
    /// Published as `<5`: 0 to 4, for the source prints no zero.
    case fewerThanFive
    /// Known to lie between two numbers, both included.
    case range(ClosedRange<Int>)
    case absent(Absence)

    /// The lowest and highest number that it can be; `nil` when absent.
    package var bounds: ClosedRange<Int>? {
        switch self {
        case .exact(let number): number...number
        case .fewerThanFive: 0...4
        case .range(let range): range
        case .absent: nil
        }
    }

    /// A count known by its bounds: exact when they are equal.
    package init(bounds: ClosedRange<Int>) {
        self = bounds.count == 1 ? .exact(bounds.lowerBound) : .range(bounds)
    }

    /// The sum of what is known. Absent cells add nothing; when all are absent the sum is absent,
    /// for the strongest reason among them (withheld, then not collected, then not applicable, then nothing).
    package static func sum(_ counts: some Sequence<Count>) -> Count {
        var low = 0
        var high = 0
        var known = false
        var absences: Set<Absence> = []
        for count in counts {
            if case .absent(let why) = count { absences.insert(why) }
            guard let bounds = count.bounds else { continue }
            known = true
            low += bounds.lowerBound
            high += bounds.upperBound
        }
        if known { return Count(bounds: low...high) }
        let strongest: [Absence] = [.withheld, .notCollected, .notApplicable]
        return .absent(strongest.first(where: absences.contains) ?? .nothing)
    }
}

extension Count: CustomStringConvertible {
    /// For files and terminals: `12`, `<5`, `82291-82363`, or the name of the absence in brackets.
    package var description: String {
        switch self {
        case .exact(let number): String(number)
        case .fewerThanFive: "<5"
        case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
        case .absent(let why): "[\(why.rawValue)]"
        }
    }
}
