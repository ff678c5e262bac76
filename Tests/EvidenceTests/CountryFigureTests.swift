import Access
import Basics
import Evidence
import Fixtures
import Foundation
import Store
import Tabular
import Testing
import Vocabulary

@Suite struct `UNODC's country figures` {
    @Test func `are read as a careful reader reads them`() async throws {
        let (database, report) = try await EvidenceNode.glotip.value
        let careful = try CarefulReader(EvidenceNode.glotipPath)
        #expect(report.intake?.rows == 58_615)
        #expect(report.intake?.rows == careful.rows)
        #expect(report.intake?.refused == 0)
        #expect(report.cells == careful.values.count)
        #expect(report.duplicateKeys == 492)
        #expect(report.disputedCells == 284)
        #expect(report.cellsNew == report.cells)
        let disputed = try await database.read { tx in
            try tx.rows(
                "SELECT indicator, dimension, sex, age FROM statistic WHERE kind = 'disputed'"
            ) { ($0.text(0), $0.text(1), $0.text(2), $0.text(3)) }
        }
        #expect(disputed.count { $0.0 == "victims" && $0.1 == "total" } == 62)
        #expect(disputed.count { $0.1 == "total" && $0.2 == "total" && $0.3 == "total" } == 0)
    }

    @Test func `give the published sums of detected victims, with what <5 may hide`() async throws {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let answer = try await statistics.answer(StatisticsQuestion(indicator: .victims, by: [.year]))
        #expect(answer.figure(.year(2017)).count.bounds?.lowerBound == 46_000)
        #expect(answer.figure(.year(2021)).count.bounds?.lowerBound == 75_754)
        #expect(answer.figure(.year(2022)).count.bounds?.lowerBound == 75_128)
        #expect(answer.figure(.year(2019)).count == .range(82_291...82_363))
        #expect(answer.figure(.year(2019)).states == 134)
        #expect(answer.source.years == 2_003...2_022)
        #expect(answer.figure(.year(2003)) == .nothing)
    }

    @Test(arguments: Indicator.allCases) func `give the sums of every year as the slow reference does`(_ indicator: Indicator) async throws
    {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let careful = try CarefulReader(EvidenceNode.glotipPath)
        let answer = try await statistics.answer(StatisticsQuestion(indicator: indicator, by: [.year]))
        for year in 2_003...2_022 {
            let expected = careful.sum {
                $0.indicator == indicator.rawValue && $0.dimension == "total" && $0.sex == "T" && $0.age == "T" && $0.year == year
            }
            let figure = answer.figure(.year(year))
            #expect(figure.states == expected.states)
            if expected.states > 0 { #expect(figure.count.bounds == expected.low...expected.high) }
        }
    }

    @Test func `split by form as published`() async throws {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let question = StatisticsQuestion(indicator: .victims, years: 2_019...2_019, by: [.form])
        let answer = try await statistics.answer(question)
        #expect(answer.figure(.form("sexual_exploitation")).count == .range(18_288...18_704))
        #expect(answer.figure(.form("forced_labour")).count == .range(14_443...14_523))
        #expect(answer.figure(.form("other")).count == .range(13_255...16_314))
        #expect(answer.rows.count == 3)
    }

    @Test func `find the contradictions that are in them`() async throws {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let quality = try await statistics.quality()
        let parts = quality.tally(of: "parts-over-total-sex")
        #expect(parts.checked == 1_400)
        #expect(parts.failing == 94)
        let convicted = quality.tally(of: "convicted-over-prosecuted")
        #expect(convicted.checked == 1_376)
        #expect(convicted.failing == 130)
        let twice = quality.tally(of: "published-twice")
        #expect(twice.failing == 284)
        #expect(quality.findings.count == 198)
    }

    @Test func `have labels that can be read and labels that can't`() async throws {
        let (database, report) = try await EvidenceNode.glotip.value
        let labels = try await EvidenceNode.statistics(database).labels()
        func reading(_ label: String) -> LabelReading? { labels.first { $0.label == label && $0.dimension == "citizenship" } }
        #expect(reading("BARSIL")?.category == "BRA")
        #expect(reading("Abania")?.category == "ALB")
        #expect(reading("2 maliens")?.category == nil)
        #expect(report.unreadLabels.contains { $0.label == "2 maliens" && $0.reading == "holds_number" })
        #expect(!report.unreadLabels.contains { $0.label == "BARSIL" })
    }

    @Test func `of one country are the same in memory as by query`() async throws {
        let database = try await EvidenceNode.glotip.value.database
        let statistics = try EvidenceNode.statistics(database)
        let splits: [[Facet]] = [
            [.year], [.year, .sex], [.year, .age], [.year, .sex, .age], [.year, .form], [.form, .age], [.form, .sex, .year], [.citizenship],
            [.year, .citizenship],
        ]
        for code in ["FRA", "ROU", "BGR", "NLD", "USA", "THA", "CHE", "ARG"].compactMap({ CountryCode($0) }) {
            let country = try await statistics.country(code)
            for indicator in [Indicator.victims, .convicted] {
                for by in splits {
                    let answer = try await statistics.answer(StatisticsQuestion(indicator: indicator, states: [code], by: by))
                    #expect(country.cells.rows(indicator, by: by) == answer.rows, "\(code) \(indicator) \(by)")
                }
            }
        }
    }
}
