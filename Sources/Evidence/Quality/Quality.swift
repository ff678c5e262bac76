import Basics
import Store
package import Vocabulary

/// The verdicts on every State of a source, as they were reached when its file was imported.
package struct QualityOverview: Sendable {
    package let source: PublishedSource
    /// By State, in order of their codes; each in the order of the rules.
    package let findings: [(state: CountryCode, findings: [QualityFinding])]

    /// How many States a rule looked at, how many of them failed it, and the same for the single things it checked.
    package func tally(of rule: String) -> QualityTally {
        var tally = QualityTally()
        for finding in findings.lazy.flatMap(\.findings) where finding.rule == rule {
            tally.states += 1
            tally.statesFailing += finding.failing > 0 ? 1 : 0
            tally.checked += finding.checked
            tally.failing += finding.failing
        }
        return tally
    }
}

/// The sum of one rule over many States.
package struct QualityTally: Sendable, Hashable {
    package fileprivate(set) var states = 0
    package fileprivate(set) var statesFailing = 0
    package fileprivate(set) var checked = 0
    package fileprivate(set) var failing = 0
}

extension CountryFigures {
    /// How reliable all this is: every rule that has something to look at.
    package var quality: [QualityFinding] {
        guard let span = source.years else { return [] }
        return isEmpty ? [] : QualityRules.judge(cells, in: span)
    }
}

extension Statistics {
    /// The verdicts on every State.
    package func quality(source name: String? = nil) async throws -> QualityOverview {
        try await database.read { tx in
            let source = try tx.source(named: name)
            var found: [CountryCode: [String: QualityFinding]] = [:]
            try tx.forEach(.verdicts(source: source.number)) { row in
                guard let state = CountryCode(row.text(0)), let verdict = QualityVerdict(rawValue: row.text(2)) else { return }
                let years = row.text(5).split(separator: " ").compactMap { Int($0) }
                found[state, default: [:]][row.text(1)] = QualityFinding(
                    rule: row.text(1), verdict: verdict, checked: row.int(3), failing: row.int(4), years: years
                )
            }
            let order = QualityRules.all.map(\.code)
            return QualityOverview(
                source: source,
                findings: found.keys.sorted().map { state in (state, order.compactMap { found[state]?[$0] }) }
            )
        }
    }
}

extension Transaction {
    /// Judges every State of a source anew and keeps the verdicts. Holds the cells of one State at a time.
    func judgeQuality(of source: Int, in span: ClosedRange<Int>) throws {
        try run("DELETE FROM quality_verdict WHERE source = \(source)")
        var state: CountryCode?
        var cells: [StatisticCell] = []
        var verdicts: [SQL] = []
        func close() {
            guard let closing = state, !cells.isEmpty else { return }
            for finding in QualityRules.judge(StateCells(state: closing, cells: cells), in: span) {
                let years = finding.years.map(String.init).joined(separator: " ")
                verdicts.append(
                    """
                    (\(source), \(closing.alpha3), \(finding.rule), \(finding.verdict.rawValue), \(finding.checked),
                        \(finding.failing), \(years))
                    """
                )
            }
            cells.removeAll(keepingCapacity: true)
        }
        try stream(.cellsByState(source: source)) { row in
            let next = CountryCode(row.text(11))
            if next != state {
                close()
                state = next
            }
            if let cell = StatisticCell(row) { cells.append(cell) }
        }
        close()
        for start in stride(from: 0, to: verdicts.count, by: 200) {
            let rows = SQL.joined(Array(verdicts[start..<min(start + 200, verdicts.count)]), separator: ", ")
            try run(
                """
                INSERT INTO quality_verdict (source, state, rule, verdict, checked, failing, years)
                VALUES \(sql: rows)
                """
            )
        }
    }
}

extension SQL {
    static func verdicts(source: Int) -> SQL {
        "SELECT state, rule, verdict, checked, failing, years FROM quality_verdict WHERE source = \(source) ORDER BY state"
    }
}
