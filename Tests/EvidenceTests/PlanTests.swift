import Basics
import Fixtures
import Store
import Testing
import Vocabulary

@testable import Evidence

/// Every question that a page asks finds its cells through an index.
@Suite struct `The questions of a page` {
    @Test func `never read all cells`() async throws {
        let database = try await EvidenceNode.glotip.value.database
        let questions: [[Facet]] = [
            [.year], [.state], [.year, .sex], [.year, .age], [.year, .sex, .age], [.form], [.citizenship], [.state, .citizenship],
            [.region],
        ]
        var statements: [(String, SQL)] = questions.map { by in
            ("\(by)", .figures(StatisticsQuestion(indicator: .victims, years: 2_019...2_019, by: by), source: 1, states: nil))
        }
        let france = try #require(CountryCode("FRA"))
        statements += [
            ("cells of a country", .cells(of: france, source: 1)), ("its citizens", .citizensDetected(of: france, source: 1)),
            ("reports", .reports(of: .victims, source: 1)), ("verdicts", .verdicts(source: 1)),
        ]
        let citizens = try await database.read { tx in
            try tx.rows("EXPLAIN QUERY PLAN \(sql: .citizensDetected(of: france, source: 1))") { $0.text(3) }
        }
        #expect(citizens.contains { $0.contains("statistic_by_category") })
        for (name, sql) in statements {
            let plan = try await database.read { tx in try tx.rows("EXPLAIN QUERY PLAN \(sql: sql)") { $0.text(3) } }
            for step in plan where step.contains("statistic") || step.hasPrefix("SCAN s") {
                #expect(step.contains("SEARCH") && step.contains("INDEX") || step.contains("PRIMARY KEY"), "\(name): \(step)")
            }
            #expect(!plan.contains { $0.hasPrefix("SCAN s") || $0.hasPrefix("SCAN statistic") || $0.hasPrefix("SCAN quality") }, "\(name)")
        }
    }
}
