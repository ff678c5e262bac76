package import Vocabulary

/// One question about how far a State's published figures can be relied on. One rule, one file, one test, one line on the page.
package protocol QualityRule: Sendable {
    /// Stays the same for ever: `parts-over-total-sex`.
    var code: String { get }
    var aspect: QualityAspect { get }
    /// What is checked, in a few words.
    var title: Word { get }
    /// What a failure means, and what it does not.
    var meaning: Word { get }

    /// Judges everything that one source publishes on one State.
    /// - Returns: `nil` when there is nothing that the rule could look at.
    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding?
}

/// The four sides of quality.
package enum QualityAspect: String, CaseIterable, Sendable {
    case completeness, timeliness, consistency, coverage
}

/// How a rule came out, from good to bad.
package enum QualityVerdict: String, CaseIterable, Sendable, Comparable {
    case good
    /// Worth knowing; no fault of anyone's.
    case notice
    case warning
    /// The figures contradict one another.
    case fault

    package static func < (left: QualityVerdict, right: QualityVerdict) -> Bool { left.place < right.place }

    private var place: Int { QualityVerdict.allCases.firstIndex(of: self) ?? 0 }
}

/// What one rule found in one State's figures.
package struct QualityFinding: Sendable, Hashable {
    package let rule: String
    package let verdict: QualityVerdict
    /// How many things were looked at: cells, or years, as the rule says.
    package let checked: Int
    /// How many of them failed.
    package let failing: Int
    /// The years in which they failed, in order.
    package let years: [Int]

    package init(rule: String, verdict: QualityVerdict, checked: Int, failing: Int, years: [Int]) {
        (self.rule, self.verdict, self.checked, self.failing, self.years) = (rule, verdict, checked, failing, years)
    }

    /// A finding where each year passes or fails.
    init(rule: String, checked: Set<Int>, failing: Set<Int>, otherwise verdict: QualityVerdict) {
        self.init(
            rule: rule, verdict: failing.isEmpty ? .good : verdict, checked: checked.count, failing: failing.count,
            years: failing.sorted()
        )
    }

    /// The years as text: `2009, 2012-2015`.
    package var yearsText: String { QualityFinding.text(of: years) }

    /// Years in order, runs of three or more joined by a dash.
    static func text(of years: [Int]) -> String {
        var parts: [String] = []
        var index = 0
        while index < years.count {
            var end = index
            while end + 1 < years.count, years[end + 1] == years[end] + 1 { end += 1 }
            if end - index >= 2 {
                parts.append("\(years[index])-\(years[end])")
            } else {
                parts += years[index...end].map(String.init)
            }
            index = end + 1
        }
        return parts.joined(separator: ", ")
    }
}

/// The rules, in the order in which a page shows them.
package enum QualityRules {
    package static let all: [any QualityRule] =
        [YearsReported(), CriminalJusticeReported(), LatestYear(), Disaggregated(), LabelsRead(), TotalsPublished()]
        + PartsOverTotal.all + [ConvictedOverProsecuted(), PublishedTwice()]

    package static func rule(_ code: String) -> (any QualityRule)? { all.first { $0.code == code } }

    /// All findings on one State, in the order of the rules.
    package static func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> [QualityFinding] {
        all.compactMap { $0.judge(cells, in: span) }
    }
}
