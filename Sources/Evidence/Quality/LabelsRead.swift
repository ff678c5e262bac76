import Vocabulary

/// Whether the citizenships that the State publishes can be read as countries or as a known group.
struct LabelsRead: QualityRule {
    var code: String { "labels-read" }
    var aspect: QualityAspect { .completeness }
    var title: Word { .labelsRead }
    var meaning: Word { .labelsReadMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        let labelled = cells.cells.filter { $0.dimension.namesStates }
        guard !labelled.isEmpty else { return nil }
        let unread = labelled.filter { $0.category == nil }
        return QualityFinding(
            rule: code, verdict: unread.isEmpty ? .good : .warning, checked: labelled.count, failing: unread.count,
            years: Set(unread.map(\.year)).sorted()
        )
    }
}
