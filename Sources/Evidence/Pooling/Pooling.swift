import Basics
import Store
package import Vocabulary

/// Figures of many States put together, from one source or several, each State and year taken once.
package struct PooledFigures: Sendable {
    /// The sources asked, in the order in which they are preferred.
    package let sources: [PublishedSource]
    package let question: StatisticsQuestion
    package let rows: [PooledRow]
    /// How many States were asked for.
    package let statesAsked: Int
    /// The States that published in every year of the span: only among these can years be compared.
    package let steady: Set<CountryCode>
}

/// One row of a pool.
package struct PooledRow: Sendable, Hashable {
    package let values: [FacetValue]
    /// The sum over all States that published.
    package let figure: Figure
    /// The sum over the States that published in every year: like compared with like.
    package let steadyFigure: Figure
}

extension Statistics {
    /// Adds up what States published. Where two sources speak of the same State and year, the first in the list is taken
    /// for it, whole: its total and its parts; never both, and never a mixture.
    /// - Parameters:
    ///   - question: `by` must not hold `citizenship`: one country under two names can't be told apart across sources.
    ///   - sources: names, the preferred first; empty is every published source by its precedence.
    package func pool(_ question: StatisticsQuestion, sources names: [String] = []) async throws -> PooledFigures {
        let countries = countries
        return try await database.read { tx in
            try question.checked()
            let chosen =
                names.isEmpty
                ? try tx.rows(.sources(of: .statistics)) { PublishedSource($0) }.filter { $0.isPublished && $0.years != nil }
                : try names.map { try tx.source(named: $0) }
            guard !chosen.isEmpty else { throw QuestionRefused.noSource }
            var pool = Pool(question: question)
            for source in chosen {
                var detailed = question
                detailed.source = source.name
                detailed.by = [.state, .year] + question.by.filter { $0 != .state && $0 != .year && $0 != .region }
                pool.add(try tx.answer(detailed, countries: countries).rows)
            }
            let asked = question.region.map { countries.countries(in: $0).count } ?? question.states?.count ?? countries.all.count
            return pool.figures(sources: chosen, statesAsked: asked) { countries[$0]?.region }
        }
    }
}

/// Collects the rows of several sources and adds them up.
private struct Pool {
    private struct Place: Hashable {
        let state: CountryCode
        let year: Int
    }

    let question: StatisticsQuestion
    private var taken: [Place: [StatisticsRow]] = [:]

    init(question: StatisticsQuestion) { self.question = question }

    mutating func add(_ rows: [StatisticsRow]) {
        var found: [Place: [StatisticsRow]] = [:]
        for row in rows {
            guard case .state(let state)? = row.values.first, case .year(let year)? = row.values.dropFirst().first else { continue }
            found[Place(state: state, year: year), default: []].append(row)
        }
        taken.merge(found) { first, _ in first }
    }

    func figures(
        sources: [PublishedSource], statesAsked: Int, regionOf: (CountryCode) -> String?
    ) -> PooledFigures {
        let known = taken.filter { $0.value.contains { $0.figure.count.bounds != nil } }
        let years = Set(known.keys.map(\.year))
        let yearsOf = Dictionary(grouping: known.keys, by: \.state).mapValues { Set($0.map(\.year)) }
        let steady = Set(yearsOf.filter { $0.value == years }.keys)
        var groups: [[FacetValue]: [(state: CountryCode, figure: Figure)]] = [:]
        for (place, rows) in taken {
            for row in rows {
                let values = question.by.compactMap { facet -> FacetValue? in
                    switch facet {
                    case .state: .state(place.state)
                    case .year: .year(place.year)
                    case .region: .region(regionOf(place.state))
                    default: row.values.dropFirst(2).first { $0.facet == facet }
                    }
                }
                if values.count == question.by.count { groups[values, default: []].append((place.state, row.figure)) }
            }
        }
        let rows = groups.map { values, parts in
            let same = parts.filter { steady.contains($0.state) }
            return PooledRow(
                values: values,
                figure: .sum(parts.map(\.figure), states: Set(parts.map(\.state)).count),
                steadyFigure: same.isEmpty ? .nothing : .sum(same.map(\.figure), states: Set(same.map(\.state)).count)
            )
        }
        return PooledFigures(
            sources: sources, question: question, rows: rows.sorted { $0.values.precedes($1.values) }, statesAsked: statesAsked,
            steady: steady
        )
    }
}

extension FacetValue {
    package var facet: Facet {
        switch self {
        case .year: .year
        case .state: .state
        case .region: .region
        case .sex: .sex
        case .age: .age
        case .form: .form
        case .citizenship: .citizenship
        }
    }
}
