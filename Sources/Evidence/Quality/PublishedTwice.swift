import Vocabulary

/// Cells that the source publishes more than once with different values. Each is shown as the range of all of them.
struct PublishedTwice: QualityRule {
    var code: String { "published-twice" }
    var aspect: QualityAspect { .consistency }
    var title: Word { .publishedTwice }
    var meaning: Word { .publishedTwiceMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        guard !cells.cells.isEmpty else { return nil }
        let disputed = cells.cells.filter(\.isDisputed)
        return QualityFinding(
            rule: code, verdict: disputed.isEmpty ? .good : .fault, checked: cells.cells.count, failing: disputed.count,
            years: Set(disputed.map(\.year)).sorted()
        )
    }
}
