package import Basics
package import Vocabulary

/// Where a published value stands: what makes two rows of a file speak of the same thing.
package struct CellPlace: Hashable, Sendable {
    package let state: CountryCode
    package let indicator: Indicator
    package let dimension: Dimension
    /// `nil` is all together.
    package let sex: Sex?
    /// `nil` is all together.
    package let age: AgeBand?
    package let year: Int
    /// As published; empty for totals.
    package let label: String

    package init(
        state: CountryCode, indicator: Indicator, dimension: Dimension, sex: Sex?, age: AgeBand?, year: Int, label: String
    ) {
        (self.state, self.indicator, self.dimension) = (state, indicator, dimension)
        (self.sex, self.age, self.year, self.label) = (sex, age, year, label)
    }
}

/// What is published in one place: one value, or several that were joined.
package struct CellContent: Hashable, Sendable {
    package private(set) var count: Count
    package private(set) var kind: CellKind
    /// How many rows of the file speak of this place.
    package private(set) var occurrences = 1
    /// The code that the label was read as.
    package let category: String?

    package init(_ count: Count, category: String?) {
        self.count = count
        self.category = category
        kind =
            switch count {
            case .exact: .exact
            case .fewerThanFive: .few
            case .range: .range
            case .absent: .absent
            }
    }

    /// Takes in another row on the same place. Different numbers become the range of both; they are never added.
    /// The order of the rows makes no difference.
    package mutating func join(_ other: CellContent) {
        occurrences += other.occurrences
        guard let mine = count.bounds, let theirs = other.count.bounds else {
            if case .absent(let why) = count {
                if case .absent(let another) = other.count {
                    count = .absent([Absence.withheld, .notCollected, .notApplicable].first { $0 == why || $0 == another } ?? .nothing)
                } else {
                    (count, kind) = (other.count, other.kind)
                }
            }
            return
        }
        let bounds = min(mine.lowerBound, theirs.lowerBound)...max(mine.upperBound, theirs.upperBound)
        if mine == theirs {
            // `<5` and `0-4` say the same: the shorter name is kept, whichever came first.
            if kind == .disputed || other.kind == .disputed {
                (kind, count) = (.disputed, Count(bounds: bounds))
            } else if other.kind == .few {
                (kind, count) = (.few, .fewerThanFive)
            }
        } else {
            (kind, count) = (.disputed, .range(bounds))
        }
    }
}
