import Vocabulary

/// Years with more persons convicted than prosecuted. It can be right: some are convicted in a later year than prosecuted.
struct ConvictedOverProsecuted: QualityRule {
    var code: String { "convicted-over-prosecuted" }
    var aspect: QualityAspect { .consistency }
    var title: Word { .convictedOverProsecuted }
    var meaning: Word { .convictedOverProsecutedMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        let convicted = cells.lowestTotals(of: .convicted)
        let prosecuted = cells.highestTotals(of: .prosecuted)
        let both = Set(convicted.keys).intersection(prosecuted.keys)
        guard !both.isEmpty else { return nil }
        let failing = both.filter { convicted[$0] ?? 0 > prosecuted[$0] ?? 0 }
        return QualityFinding(rule: code, checked: both, failing: failing, otherwise: .warning)
    }
}
