package import Access
import Basics
import Store
package import Vocabulary
package import Web

/// What the pages on internal figures need, built once at start.
package struct InternalFiguresRoom: Sendable {
    let gate: Gate
    let codebook: Codebook
    /// The words of what the node's own case files are coded by: another room knows them.
    let words: @Sendable (LiveFacet, String) -> Word

    package init(gate: Gate, codebook: Codebook, words: @escaping @Sendable (LiveFacet, String) -> Word) {
        (self.gate, self.codebook, self.words) = (gate, codebook, words)
    }

    /// The sources of coded records that somebody is cleared for. Counts drawn from case files are for those who may read them for the
    /// whole node, and for nobody who only imports.
    func sources(for actor: Actor) async throws -> [PublishedSource] {
        let all = try await gate.database.read { tx in try tx.rows(.sources(of: .persons)) { PublishedSource($0) } }
        let readsCases = actor.scope(of: .readCaseFigures) == .node
        if readsCases { try gate.requireFresh(.readCaseFigures, for: actor) }
        return all.filter { $0.years != nil && (readsCases || $0.name != LiveRecords.source) }
            .sorted { $0.name == LiveRecords.source && $1.name != LiveRecords.source }
    }

    /// The answer to what somebody chose, as a table.
    func sheet(_ choice: InternalChoice) async throws -> Sheet {
        let naming = Naming(countries: codebook.countries, lists: codebook.lists)
        if let places = choice.places {
            let answer = try await LiveStatistics(database: gate.database).answer(choice.years, by: places)
            return sheet(answer.rows, places, answer.source)
        }
        let facets = choice.facets.compactMap { if case .person(let facet) = $0 { facet } else { nil } }
        let question = PersonQuestion(source: choice.source.name, years: choice.years, by: facets)
        return try await PersonStatistics(database: gate.database).answer(question).sheet(naming, also: [.notForPublication])
    }

    private func sheet(_ rows: [PersonRow], _ places: [LiveFacet?], _ source: PublishedSource) -> Sheet {
        Sheet(
            name: (["persons"] + places.map { $0?.rawValue ?? "year" }).joined(separator: "-"), title: .personsFromRecords,
            columns: places.map { place in
                place.map { Column($0.rawValue, $0.title) } ?? Column("year", .year, .integer)
            } + [Column("persons", .persons, .count)],
            rows: rows.map { row in
                zip(places, row.values).map { place, code in
                    guard let place else { return Int(code).map { .integer($0) } ?? .absent(.nothing) }
                    return .word(code.isEmpty ? .notKnownHere : words(place, code))
                } + [.count(.exact(row.persons))]
            },
            source: source.sheetSource, notes: [.notForPublication]
        )
    }
}

/// What records can be split by, on this page.
enum InternalFacet: Sendable, Hashable {
    case person(PersonFacet)
    case place(LiveFacet)

    static let all = PersonFacet.allCases.map(InternalFacet.person) + LiveFacet.allCases.map(InternalFacet.place)

    var key: String {
        switch self {
        case .person(let facet): facet.rawValue
        case .place(let facet): facet == .setting ? "met" : facet.rawValue
        }
    }

    var title: Word {
        switch self {
        case .person(let facet): facet.title
        case .place(let facet): facet.title
        }
    }

    /// What live records alone can be split by stands in a cube of its own, with the year.
    var isOfPlaces: Bool {
        switch self {
        case .person(let facet): facet == .year
        case .place: true
        }
    }
}

/// What somebody chose to see.
struct InternalChoice: Sendable {
    let source: PublishedSource
    let years: ClosedRange<Int>?
    let facets: [InternalFacet]

    /// - Returns: `nil` when there is no source of this name for them.
    init?(_ query: Query, _ sources: [PublishedSource]) {
        let name = query.filled("source")
        guard let source = name == nil ? sources.first : sources.first(where: { $0.name == name }) else { return nil }
        self.source = source
        let span = source.years ?? 2000...2000
        let first = YearField.read(query, of: span, name: "from") ?? span.lowerBound
        let last = YearField.read(query, of: span, name: "to") ?? span.upperBound
        years = first <= last ? first...last : last...first
        let offered = Self.facets(of: source)
        var chosen: [InternalFacet] = []
        for part in ["by", "and"] {
            guard let facet = offered.first(where: { $0.key == query.filled(part) }), !chosen.contains(facet) else { continue }
            chosen.append(facet)
        }
        if chosen.isEmpty { chosen = [.person(.year)] }
        // The two cubes meet in the year alone; what can't be crossed is left out, and the page says so.
        facets = Self.canCross(chosen) ? chosen : [chosen[0]]
        leftOut = facets.count < chosen.count
    }

    /// Whether a second facet was chosen that can't be crossed with the first.
    let leftOut: Bool

    static func facets(of source: PublishedSource) -> [InternalFacet] {
        source.name == LiveRecords.source ? InternalFacet.all : PersonFacet.allCases.map(InternalFacet.person)
    }

    private static func canCross(_ facets: [InternalFacet]) -> Bool {
        let places = facets.contains { if case .place = $0 { true } else { false } }
        return !places || facets.allSatisfy(\.isOfPlaces)
    }

    /// The facets of the cube of places, `nil` for the year; `nil` when the question goes to the other cube.
    var places: [LiveFacet?]? {
        guard facets.contains(where: { if case .place = $0 { true } else { false } }) else { return nil }
        return facets.map { if case .place(let facet) = $0 { facet } else { nil } }
    }

    var parts: [(name: String, value: String)] {
        [("source", source.name)] + (years.map { [("from", String($0.lowerBound)), ("to", String($0.upperBound))] } ?? [])
            + zip(["by", "and"], facets).map { ($0, $1.key) }
    }
}

/// The addresses of internal figures.
package enum InternalFiguresAddress: Address {
    case figures
    /// The table, as a file under `.csv`, `.xlsx`, `.json`.
    case table

    package var path: String {
        switch self {
        case .figures: "/work/internal-figures"
        case .table: "/work/internal-figures/table"
        }
    }
}

/// The way in.
package enum InternalFiguresMenu {
    package static let entries: [Menu.Entry] = [
        Menu.Entry(.internalFigures, InternalFiguresAddress.figures, at: [.work], needs: .deed(.readInternalFigures), in: .supervision)
    ]
}
