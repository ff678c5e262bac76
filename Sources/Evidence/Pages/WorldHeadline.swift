import Basics
import Vocabulary
package import Web

/// The sums of what States published for one year: a few figures in large type, each with its number of States.
package struct WorldHeadline: Sendable {
    package let year: Int
    package let source: PageSource
    let figures: [(indicator: Indicator, figure: Figure)]

    /// Prints the figures.
    package func body(_ html: inout Markup) {
        html.dl(.class("cards")) { html in
            for (indicator, figure) in figures {
                html.div(.class("card")) { html in
                    html.dt(indicator.name)
                    html.dd { html in
                        html.strong(.class("big")) { $0.count(figure.count) }
                        if figure.states > 1 { html.small(.statesCounted(figure.states)) }
                    }
                }
            }
        }
    }
}

extension Statistics {
    /// - Parameter year: `nil` is the last year of the main source.
    package func headline(_ year: Int? = nil) async throws -> WorldHeadline {
        let source = try await mainSource()
        guard let last = source.years?.upperBound else { throw QuestionRefused.noSource }
        let year = year ?? last
        let indicators: [Indicator] = [.victims, .suspected, .prosecuted, .convicted]
        let totals = try await answers(indicators.map { StatisticsQuestion(indicator: $0, years: year...year, by: []) })
        return WorldHeadline(
            year: year, source: PageSource(source),
            figures: zip(indicators, totals).map { ($0, $1.rows.first?.figure ?? .nothing) }
        )
    }
}
