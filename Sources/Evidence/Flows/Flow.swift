import Basics
import Store
package import Vocabulary

/// Citizens of one State, detected as victims in another (or in their own): origin and place of detection.
///
/// A citizenship is where somebody comes from on paper. It is no route, and says nothing of transit.
package struct Flow: Sendable, Hashable {
    /// The State whose citizens they are.
    package let from: CountryCode
    /// The State that detected them.
    package let to: CountryCode
    package let figure: Figure

    package var isDomestic: Bool { from == to }

    /// The order of a list: the surest and largest first.
    package static func larger(_ left: Flow, _ right: Flow) -> Bool {
        let (mine, theirs) = (left.figure.count.bounds ?? 0...0, right.figure.count.bounds ?? 0...0)
        if mine.lowerBound != theirs.lowerBound { return mine.lowerBound > theirs.lowerBound }
        if mine.upperBound != theirs.upperBound { return mine.upperBound > theirs.upperBound }
        return (left.from, left.to) < (right.from, right.to)
    }
}

/// All flows of a span of years, and how much of what was detected they explain.
package struct FlowFigures: Sendable {
    package let source: PublishedSource
    package let years: ClosedRange<Int>?
    /// The largest first; own citizens detected at home are kept apart.
    package let flows: [Flow]
    package let domestic: [Flow]
    /// Victims whose citizenship was published without a State: unknown, stateless, "Other Asia", unreadable.
    package let withoutState: Figure
}

extension Statistics {
    /// Who was detected where, from citizenship to country of detection.
    package func flows(
        _ indicator: Indicator = .victims, years: ClosedRange<Int>? = nil, source name: String? = nil
    ) async throws -> FlowFigures {
        let question = StatisticsQuestion(indicator: indicator, years: years, by: [.state, .citizenship], source: name)
        let answer = try await answer(question)
        var flows: [Flow] = []
        var domestic: [Flow] = []
        var rest: [Figure] = []
        var places: Set<CountryCode> = []
        for row in answer.rows {
            guard case .state(let place)? = row.values.first, case .citizenship(let whose)? = row.values.last else { continue }
            guard let origin = whose.state else {
                rest.append(row.figure)
                places.insert(place)
                continue
            }
            let flow = Flow(from: origin, to: place, figure: row.figure)
            if flow.isDomestic { domestic.append(flow) } else { flows.append(flow) }
        }
        return FlowFigures(
            source: answer.source,
            years: years ?? answer.source.years,
            flows: flows.sorted(by: Flow.larger),
            domestic: domestic.sorted(by: Flow.larger),
            withoutState: .sum(rest, states: places.count)
        )
    }
}

extension SQL {
    /// Where, and in which years, others detected the citizens of a State: state, year, and a sum.
    static func citizensDetected(of code: CountryCode, source: Int) -> SQL {
        """
        SELECT state, year, COUNT(*), SUM(CASE WHEN kind = 'absent' THEN 1 ELSE 0 END),
            SUM(CASE WHEN kind = 'disputed' THEN 1 ELSE 0 END), 1, COALESCE(MAX(low), 0), COALESCE(SUM(high), 0),
            SUM(CASE WHEN kind = 'few' THEN 1 ELSE 0 END),
            MAX(CASE absence WHEN 'withheld' THEN 3 WHEN 'not_collected' THEN 2 WHEN 'not_applicable' THEN 1 ELSE 0 END)
        FROM statistic
        WHERE source = \(source) AND category = \(code.alpha3) AND dimension = 'citizenship' AND indicator = 'victims'
            AND sex = 'total' AND age = 'total' AND state <> \(code.alpha3)
        GROUP BY state, year ORDER BY state, year
        """
    }
}
