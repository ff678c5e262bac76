import Vocabulary

/// How far the State's last report of victims lies behind the source's last year.
struct LatestYear: QualityRule {
    var code: String { "latest-year" }
    var aspect: QualityAspect { .timeliness }
    var title: Word { .latestYear }
    var meaning: Word { .latestYearMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        guard let last = cells.reportedYears(of: .victims).max() else { return nil }
        let behind = max(0, span.upperBound - last)
        let verdict: QualityVerdict =
            switch behind {
            case 0: .good
            case 1: .notice
            case 2...3: .warning
            default: .fault
            }
        let missing = behind == 0 ? [] : Array((last + 1)...span.upperBound)
        return QualityFinding(rule: code, verdict: verdict, checked: 1, failing: behind == 0 ? 0 : 1, years: missing)
    }
}
