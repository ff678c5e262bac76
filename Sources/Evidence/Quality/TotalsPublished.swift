import Basics
import Vocabulary

/// Years in which parts of the victims detected were published but no total. No total is invented for them.
struct TotalsPublished: QualityRule {
    var code: String { "parts-without-total" }
    var aspect: QualityAspect { .completeness }
    var title: Word { .partsWithoutTotal }
    var meaning: Word { .partsWithoutTotalMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        // Repatriations are another count: they may be of people detected elsewhere.
        let years = Set(
            cells.cells.filter { $0.indicator == .victims && $0.dimension != .repatriation && $0.count.bounds != nil }.map(\.year)
        )
        guard !years.isEmpty else { return nil }
        let totals = cells.reportedYears(of: .victims)
        return QualityFinding(rule: code, checked: years, failing: years.subtracting(totals), otherwise: .notice)
    }
}
