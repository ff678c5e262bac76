package import Basics

/// One number of an answer, with what a reader must know to trust it.
package struct Figure: Hashable, Sendable {
    /// What is known: exact, `<5`, a range, or absent for a reason.
    package let count: Count
    /// How many published cells it was made from.
    package let cells: Int
    /// How many of these were published more than once with different values.
    package let disputed: Int
    /// How many States published something that is in it.
    package let states: Int

    package init(count: Count, cells: Int, disputed: Int = 0, states: Int) {
        (self.count, self.cells, self.disputed, self.states) = (count, cells, disputed, states)
    }

    /// No cell at all.
    package static let nothing = Figure(count: .absent(.nothing), cells: 0, states: 0)

    /// Whether part of it was published more than once with different values: to be marked wherever it is shown.
    package var isDisputed: Bool { disputed > 0 }

    /// A figure over several others that count different people. One figure alone stays as it was published.
    package static func sum(_ figures: [Figure], states: Int) -> Figure {
        let known = figures.filter { $0.cells > 0 }
        if known.count == 1, let only = known.first {
            return Figure(count: only.count, cells: only.cells, disputed: only.disputed, states: states)
        }
        return Figure(
            count: .sum(known.map(\.count)),
            cells: known.reduce(0) { $0 + $1.cells },
            disputed: known.reduce(0) { $0 + $1.disputed },
            states: states
        )
    }
}

/// The cells of one group while a database adds them up.
struct CellSum: Sendable {
    var cells = 0
    var absent = 0
    var disputed = 0
    var states = 0
    var low = 0
    var high = 0
    /// Whether each cell with a number is one published as `<5`.
    var few = 0
    /// The strongest reason for absence: 3 withheld, 2 not collected, 1 not applicable, 0 nothing.
    var reason = 0

    var figure: Figure {
        let known = cells - absent
        let count: Count =
            if known == 0 {
                .absent(CellSum.reasons[min(max(reason, 0), 3)])
            } else if known == 1, few == 1 {
                .fewerThanFive
            } else {
                Count(bounds: low...max(low, high))
            }
        return Figure(count: count, cells: cells, disputed: disputed, states: known == 0 ? 0 : states)
    }

    mutating func add(_ other: CellSum) {
        cells += other.cells
        absent += other.absent
        disputed += other.disputed
        states += other.states
        low += other.low
        high += other.high
        few += other.few
        reason = max(reason, other.reason)
    }

    private static let reasons: [Absence] = [.nothing, .notApplicable, .notCollected, .withheld]
}
