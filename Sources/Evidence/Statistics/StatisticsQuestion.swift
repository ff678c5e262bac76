package import Basics
package import Vocabulary

/// A question to the published statistics: what is counted, where, when, and split by what.
package struct StatisticsQuestion: Sendable, Hashable {
    package var indicator: Indicator
    /// `nil` is every year of the source.
    package var years: ClosedRange<Int>?
    /// `nil` is every State; an empty set is none.
    package var states: Set<CountryCode>?
    /// Only the States of this M49 region.
    package var region: String?
    /// In the order in which the labels stand in a row.
    package var by: [Facet]
    /// The name of the source; `nil` is the first published one.
    package var source: String?

    package init(
        indicator: Indicator,
        years: ClosedRange<Int>? = nil,
        states: Set<CountryCode>? = nil,
        region: String? = nil,
        by: [Facet] = [],
        source: String? = nil
    ) {
        var seen: Set<Facet> = []
        (self.indicator, self.years, self.states, self.region) = (indicator, years, states, region)
        self.by = by.filter { seen.insert($0).inserted }
        self.source = source
    }

    /// Reads what a command line or an address gives.
    /// - Parameters:
    ///   - year: `2019`, or `2015-2019`.
    ///   - by: facets with commas between them: `form,sex`.
    ///   - states: alpha-3 codes with commas between them.
    /// - Throws: `QuestionRefused`, saying what can be asked.
    package init(
        indicator: String, year: String? = nil, by: String? = nil, states: String? = nil, region: String? = nil, source: String? = nil
    ) throws(QuestionRefused) {
        guard let counted = Indicator(rawValue: indicator) else { throw .indicator(indicator) }
        var years: ClosedRange<Int>?
        if let year, !year.isEmpty {
            guard let span = StatisticsQuestion.years(year) else { throw .year(year) }
            years = span
        }
        var facets: [Facet] = []
        for name in (by ?? "").split(separator: ",").map({ $0.trimmingSpaces }) {
            guard let facet = Facet(rawValue: name) else { throw .facet(name) }
            facets.append(facet)
        }
        var codes: Set<CountryCode>?
        for name in (states ?? "").split(separator: ",").map({ $0.trimmingSpaces.uppercased() }) {
            guard let code = CountryCode(name) else { throw .state(name) }
            codes = (codes ?? []).union([code])
        }
        self.init(indicator: counted, years: years, states: codes, region: region, by: facets, source: source)
        try checked()
    }

    /// Reads `2019`, or `2015-2019`; `nil` when it is neither.
    static func years(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last, (1_900...2_200).contains(first), (1_900...2_200).contains(last),
            text == "\(first)" || text == "\(first)-\(last)"
        else { return nil }
        return first...last
    }

    /// Refuses splits that no table publishes: form and citizenship together, sex or age of citizenships.
    package func checked() throws(QuestionRefused) {
        if by.contains(.form), by.contains(.citizenship) { throw .together("form", "citizenship") }
        for facet in [Facet.sex, .age] where by.contains(facet) && by.contains(.citizenship) {
            throw .together(facet.rawValue, "citizenship")
        }
        if by.contains(.state), by.contains(.region) { throw .together("state", "region") }
    }
}

/// What is wrong with a question to the statistics.
package enum QuestionRefused: Refusal {
    case indicator(String)
    case year(String)
    case facet(String)
    case state(String)
    case region(String)
    case together(String, String)
    case source(String)
    case noSource

    package var code: String {
        switch self {
        case .indicator: "statistics.unknown-indicator"
        case .year: "statistics.not-a-year"
        case .facet: "statistics.unknown-facet"
        case .state: "statistics.unknown-state"
        case .region: "statistics.unknown-region"
        case .together: "statistics.not-published-together"
        case .source: "statistics.unknown-source"
        case .noSource: "statistics.no-source"
        }
    }

    package var message: String {
        switch self {
        case .indicator(let name):
            "“\(name)” is not counted. Ask for one of: \(Indicator.allCases.map(\.rawValue).joined(separator: ", "))."
        case .year(let text): "“\(text)” is not a year. Write one year (2019) or a span of years (2015-2019)."
        case .facet(let name):
            "A table can't be split by “\(name)”. Choose among: \(Facet.allCases.map(\.rawValue).joined(separator: ", "))."
        case .state(let code): "“\(code)” is not the three-letter code of a State or area, such as FRA."
        case .region(let code): "“\(code)” is not the code of an M49 region, such as 150 for Europe."
        case .together(let one, let other): "No source publishes \(one) and \(other) together. Ask for one of them at a time."
        case .source(let name): "There is no source called “\(name)”. “concord statistics --sources” lists them."
        case .noSource: "No statistics have been imported yet. Import a file with “concord import FILE --mapping glotip”."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .source, .noSource: .notFound
        default: .invalid
        }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmingSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
