import Basics
import Vocabulary

/// In how many of the years with a total of victims it is also published by sex, by age, by form and by citizenship.
struct Disaggregated: QualityRule {
    var code: String { "disaggregated" }
    var aspect: QualityAspect { .completeness }
    var title: Word { .disaggregated }
    var meaning: Word { .disaggregatedMeaning }

    func judge(_ cells: StateCells, in span: ClosedRange<Int>) -> QualityFinding? {
        let reported = cells.reportedYears(of: .victims)
        guard !reported.isEmpty else { return nil }
        var splits: [Int: Set<PartsOverTotal.Split>] = [:]
        for cell in cells.cells where cell.indicator == .victims && cell.count.bounds != nil {
            var found: Set<PartsOverTotal.Split> = []
            switch cell.dimension {
            case .total:
                if cell.sex != nil, cell.sex != .unknown { found.insert(.sex) }
                if cell.age != nil, cell.age != .unknown { found.insert(.age) }
            case .exploitation: found.insert(.form)
            case .citizenship: found.insert(.citizenship)
            case .repatriation: break
            }
            splits[cell.year, default: []].formUnion(found)
        }
        let wanted = PartsOverTotal.Split.allCases.count
        let missing = reported.map { wanted - (splits[$0]?.count ?? 0) }.reduce(0, +)
        let checked = reported.count * wanted
        let verdict: QualityVerdict =
            switch missing * 4 {
            case 0: .good
            case ..<checked: .notice
            case ..<(checked * 3): .warning
            default: .fault
            }
        let years = reported.filter { splits[$0]?.count ?? 0 < wanted }.sorted()
        return QualityFinding(rule: code, verdict: verdict, checked: checked, failing: missing, years: years)
    }
}
