import Basics
import Store
package import Vocabulary

/// Everything for the page of the world, of one moment.
package struct WorldFigures: Sendable {
    package let source: PublishedSource
    /// The year that the splits and the map are of.
    package let year: Int
    /// The sums of published totals, by indicator; each row has the year, and how many States are in it.
    package let series: [Indicator: StatisticsAnswer]
    /// The published totals of the year, State by State: the map.
    package let byState: StatisticsAnswer
    package let byForm: StatisticsAnswer
    package let bySexAndAge: StatisticsAnswer
    package let byRegion: StatisticsAnswer
}

extension Statistics {
    /// - Parameters:
    ///   - year: `nil` is the last year of the source.
    ///   - indicator: what the map and the splits are of.
    package func world(
        year: Int? = nil, indicator: Indicator = .victims, source name: String? = nil
    ) async throws -> WorldFigures {
        let countries = countries
        return try await database.read { tx in
            let source = try tx.source(named: name)
            guard let last = source.years?.upperBound else { throw QuestionRefused.noSource }
            let chosen = year ?? last
            func ask(_ indicator: Indicator, _ by: [Facet], in years: ClosedRange<Int>?) throws -> StatisticsAnswer {
                let question = StatisticsQuestion(indicator: indicator, years: years, by: by, source: source.name)
                return try tx.answer(question, countries: countries)
            }
            var series: [Indicator: StatisticsAnswer] = [:]
            for each in Indicator.allCases { series[each] = try ask(each, [.year], in: nil) }
            return WorldFigures(
                source: source,
                year: chosen,
                series: series,
                byState: try ask(indicator, [.state], in: chosen...chosen),
                byForm: try ask(indicator, [.form], in: chosen...chosen),
                bySexAndAge: try ask(indicator, [.sex, .age], in: chosen...chosen),
                byRegion: try ask(indicator, [.region], in: chosen...chosen)
            )
        }
    }

    /// Countries or regions side by side, year by year.
    package func compare(
        _ indicator: Indicator, states: Set<CountryCode>, years: ClosedRange<Int>? = nil, source name: String? = nil
    ) async throws -> StatisticsAnswer {
        try await answer(StatisticsQuestion(indicator: indicator, years: years, states: states, by: [.state, .year], source: name))
    }

    /// The M49 regions side by side, year by year, with how many States published in each.
    package func compareRegions(
        _ indicator: Indicator, years: ClosedRange<Int>? = nil, source name: String? = nil
    ) async throws -> StatisticsAnswer {
        try await answer(StatisticsQuestion(indicator: indicator, years: years, by: [.region, .year], source: name))
    }
}
