/// The rows that answer a question, in the order of their labels, with the source to cite.
package struct StatisticsAnswer: Sendable {
    package let question: StatisticsQuestion
    package let source: PublishedSource
    package let rows: [StatisticsRow]

    /// The figure of the row with exactly these labels; nothing when no cell was published for it.
    package func figure(_ values: FacetValue...) -> Figure { rows.first { $0.values == values }?.figure ?? .nothing }

    /// Whether any figure was published more than once with different values.
    package var isDisputed: Bool { rows.contains { $0.figure.isDisputed } }
}

/// One row of an answer.
package struct StatisticsRow: Sendable, Hashable {
    /// One value for each facet of the question, in its order.
    package let values: [FacetValue]
    package let figure: Figure

    package init(values: [FacetValue], figure: Figure) {
        self.values = values
        self.figure = figure
    }
}

extension [FacetValue] {
    /// The order of rows: label by label, years and codes upwards, what could not be read last.
    func precedes(_ other: [FacetValue]) -> Bool {
        for (mine, theirs) in zip(self, other) where mine != theirs { return mine.precedes(theirs) }
        return count < other.count
    }
}

extension FacetValue {
    fileprivate func precedes(_ other: FacetValue) -> Bool {
        switch (self, other) {
        case (.year(let mine), .year(let theirs)): mine < theirs
        case (.state(let mine), .state(let theirs)): mine < theirs
        case (.citizenship(.state(let mine)), .citizenship(.state(let theirs))): mine < theirs
        case (.sex(let mine), .sex(let theirs)): mine.place < theirs.place
        case (.age(let mine), .age(let theirs)): mine.place < theirs.place
        default: rank < other.rank
        }
    }

    /// A text to sort by where two values are not both plain codes.
    private var rank: String {
        switch self {
        case .citizenship(let whose) where whose.state == nil: "~\(whose.code ?? "~")"
        case .form(nil), .region(nil): "~"
        default: code
        }
    }
}

extension CaseIterable where Self: Equatable {
    /// Where it stands among its kind.
    fileprivate var place: Int {
        var place = 0
        for other in Self.allCases {
            if other == self { break }
            place += 1
        }
        return place
    }
}
