import Basics
import Fixtures
import Store
import Tabular
import Testing
import Vocabulary
import Web

@testable import Evidence

@Suite struct `A question to the statistics` {
    @Test(arguments: [
        ("victims", "2019", "form"), ("convicted", "2015-2019", "state,year"), ("victims", nil, "region"), ("offences", "", ""),
    ]) func `is read from a command line`(_ indicator: String, _ year: String?, _ by: String) throws {
        let question = try StatisticsQuestion(indicator: indicator, year: year, by: by)
        #expect(question.indicator.rawValue == indicator)
        #expect(question.by.map(\.rawValue).joined(separator: ",") == by)
    }

    @Test func `that nobody publishes an answer to is refused in words`() throws {
        #expect(throws: QuestionRefused.indicator("escaped")) { try StatisticsQuestion(indicator: "escaped") }
        for year in ["19", "2019-", "2020-2019", "2019-2020-2021", "x"] {
            #expect(throws: QuestionRefused.year(year)) { try StatisticsQuestion(indicator: "victims", year: year) }
        }
        #expect(throws: QuestionRefused.facet("colour")) { try StatisticsQuestion(indicator: "victims", by: "year,colour") }
        #expect(throws: QuestionRefused.together("sex", "citizenship")) {
            try StatisticsQuestion(indicator: "victims", by: "citizenship,sex")
        }
        #expect(throws: QuestionRefused.state("FRANCE")) { try StatisticsQuestion(indicator: "victims", states: "france") }
    }

    @Test(arguments: Databases.all) func `before anything was imported says so`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            await #expect(throws: QuestionRefused.noSource) {
                try await EvidenceNode.statistics(database).answer(StatisticsQuestion(indicator: .victims))
            }
        }
    }

    @Test func `gives a table with its source, that downloads with lowest and highest values`() async throws {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let answer = try await statistics.answer(try StatisticsQuestion(indicator: "victims", year: "2019", by: "form"))
        let codebook = try EvidenceNode.codebook.get()
        let sheet = answer.sheet(Naming(countries: codebook.countries, lists: codebook.lists))
        let text = String(decoding: sheet.csv(in: .en), as: UTF8.self)
        #expect(text.contains("sexual_exploitation,Sexual exploitation,"))
        #expect(text.contains("18288,18704"))
        #expect(text.contains("UNODC, Global Report on Trafficking in Persons data"))
        #expect(sheet.source?.date == Day(iso: "2025-04-14"))
        #expect(sheet.source?.notice?.fr.contains("licence") == true)
    }

    @Test(arguments: Databases.all) func `adds ranges up as a slow reference does`(_ kind: DatabaseKind) async throws {
        var randomness = SeededRandomness(seed: 11)
        var rows: [String] = []
        var expected: [Int: [Int: (low: Int, high: Int)]] = [:]
        for state in ["FRA", "DEU", "NLD", "ROU", "THA"].indices {
            for year in 2_010...2_020 {
                for _ in 0..<Int.random(in: 0...3, using: &randomness) {
                    let value = Bool.random(using: &randomness) ? nil : Int.random(in: 5...60, using: &randomness)
                    rows.append("\(["FRA", "DEU", "NLD", "ROU", "THA"][state]),victims,total,,T,T,\(year),\(value.map { "\($0)" } ?? "<5")")
                    let (low, high) = (value ?? 0, value ?? 4)
                    let known = expected[year]?[state] ?? (low, high)
                    expected[year, default: [:]][state] = (min(known.low, low), max(known.high, high))
                }
            }
        }
        let (file, reference) = (EvidenceNode.table(rows.shuffled(using: &randomness)), expected)
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
            let answer = try await EvidenceNode.statistics(database).answer(StatisticsQuestion(indicator: .victims, by: [.year]))
            for year in 2_010...2_020 {
                guard let cells = reference[year]?.values, !cells.isEmpty else {
                    #expect(answer.figure(.year(year)) == .nothing)
                    continue
                }
                let (low, high) = (cells.reduce(0) { $0 + $1.low }, cells.reduce(0) { $0 + $1.high })
                #expect(answer.figure(.year(year)).count.bounds == low...high)
                #expect(answer.figure(.year(year)).states == cells.count)
            }
        }
    }

    @Test(arguments: Databases.all) func `keeps nothing, zero, <5, not collected and withheld apart`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let file = EvidenceNode.table([
                "FRA,victims,total,,T,T,2010,0", "FRA,victims,total,,T,T,2011,<5", "FRA,victims,total,,T,T,2012,..",
                "FRA,victims,total,,T,T,2013,n/a", "FRA,victims,total,,T,T,2014,x", "FRA,victims,total,,T,T,2015,",
                "DEU,victims,total,,T,T,2012,7", "DEU,victims,total,,T,T,2014,..",
            ])
            try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
            let answer = try await EvidenceNode.statistics(database).answer(StatisticsQuestion(indicator: .victims, by: [.year]))
            #expect(answer.figure(.year(2_010)).count == .exact(0))
            #expect(answer.figure(.year(2_011)).count == .fewerThanFive)
            #expect(answer.figure(.year(2_012)).count == .exact(7))
            #expect(answer.figure(.year(2_013)).count == .absent(.notApplicable))
            #expect(answer.figure(.year(2_014)).count == .absent(.withheld))
            #expect(answer.figure(.year(2_016)).count == .absent(.nothing))
        }
    }

    @Test(arguments: Databases.all) func `follows citizens to where they were detected`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let file = EvidenceNode.table([
                "FRA,victims,citizenship,Nigerians,T,T,2019,20", "FRA,victims,citizenship,NIGERIA,T,T,2019,8",
                "FRA,victims,citizenship,Nationals,T,T,2019,9", "ITA,victims,citizenship,Nigeria,T,T,2018,<5",
                "ITA,victims,citizenship,Other Asia,T,T,2018,6", "ITA,victims,citizenship,TOTAL,T,T,2018,99",
            ])
            try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
            let statistics = try EvidenceNode.statistics(database)
            let flows = try await statistics.flows()
            let (nigeria, france, italy) = (CountryCode("NGA"), CountryCode("FRA"), CountryCode("ITA"))
            #expect(flows.flows.map { $0.from } == [nigeria, nigeria])
            #expect(flows.flows.map { $0.to } == [france, italy])
            // Twice under two names: at least the larger, at most both.
            #expect(flows.flows.first?.figure.count == .range(20...28))
            #expect(flows.flows.last?.figure.count == .fewerThanFive)
            #expect(flows.domestic.map { $0.to } == [france])
            #expect(flows.withoutState.count == .exact(6))
            let home = try await statistics.country(try #require(nigeria))
            #expect(home.isEmpty)
            #expect(home.citizensElsewhere().map { $0.to } == [france, italy])
            #expect(home.citizensElsewhere().first?.figure.count == .range(20...28))
        }
    }

    @Test(arguments: Databases.all) func `pools sources without counting a State's year twice`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            try await importer.run(
                EvidenceNode.table([
                    "FRA,victims,total,,T,T,2018,10", "FRA,victims,total,,T,T,2019,12", "DEU,victims,total,,T,T,2019,<5",
                ]), mapping: "glotip", for: EvidenceNode.console
            )
            try await importer.run(
                EvidenceNode.table(
                    ["FRA,victims,total,,total,total,2019,15", "NLD,victims,total,,total,total,2019,30"],
                    header: "state,indicator,dimension,label,sex,age,year,value"
                ), mapping: "statistics", for: EvidenceNode.console
            )
            let statistics = try EvidenceNode.statistics(database)
            let question = StatisticsQuestion(indicator: .victims, by: [.year])
            let pool = try await statistics.pool(question, sources: ["glotip", "national"])
            #expect(pool.rows.map(\.values) == [[.year(2_018)], [.year(2_019)]])
            #expect(pool.rows.map(\.figure.count) == [.exact(10), .range(42...46)])
            #expect(pool.rows.map(\.figure.states) == [1, 3])
            #expect(pool.steady == [try #require(CountryCode("FRA"))])
            #expect(pool.rows.map(\.steadyFigure.count) == [.exact(10), .exact(12)])
            let other = try await statistics.pool(question, sources: ["national", "glotip"])
            #expect(other.rows.last?.figure.count == .range(45...49))
            // What is not published stays out unless it is asked for by name.
            let published = try await statistics.pool(question)
            #expect(published.sources.map(\.name) == ["glotip"])
        }
    }

    @Test func `about who reported shows the gaps`() async throws {
        let statistics = try EvidenceNode.statistics(try await EvidenceNode.glotip.value.database)
        let grid = try await statistics.reporting()
        #expect(grid.years == Array(2_003...2_022))
        #expect(grid.count(of: .victims, in: 2_019) == 134)
        #expect(grid.count(of: .victims, in: 2_005) == 0)
        let angola = try #require(CountryCode("AGO"))
        #expect(grid.years(of: .victims, by: angola).contains(2_009))
        #expect(grid.indicators(angola, in: 2_005).isEmpty)
    }
}
