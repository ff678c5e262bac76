import Vocabulary

/// In how many of the source's years the State published how many victims it detected.
struct YearsReported: QualityRule {
    var code: String { "years-reported" }
    var aspect: QualityAspect { .coverage }
    var title: Word { .yearsReported }
    var meaning: Word { .yearsReportedMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        .gaps(rule: code, reported: cells.reportedYears(of: .victims), span: span)
    }
}

/// In how many of the source's years the State published any of: suspected, prosecuted, convicted.
struct CriminalJusticeReported: QualityRule {
    var code: String { "criminal-justice-reported" }
    var aspect: QualityAspect { .coverage }
    var title: Word { .criminalJusticeReported }
    var meaning: Word { .criminalJusticeReportedMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        let reported = [Indicator.suspected, .prosecuted, .convicted].map(cells.reportedYears)
        return .gaps(rule: code, reported: reported.reduce([]) { $0.union($1) }, span: span)
    }
}

extension QualityFinding {
    /// Years without a report: a warning from a quarter of the years on, a fault from three quarters on.
    fileprivate static func gaps(rule: String, reported: Set<Int>, span: ClosedRange<Int>) -> QualityFinding {
        let missing = span.filter { !reported.contains($0) }
        let verdict: QualityVerdict =
            switch missing.count * 4 {
            case 0: .good
            case ..<span.count: .notice
            case ..<(span.count * 3): .warning
            default: .fault
            }
        return QualityFinding(rule: rule, verdict: verdict, checked: span.count, failing: missing.count, years: missing)
    }
}
