import Basics
import Evidence
import Fixtures
import Store
import Tabular
import Testing

@Suite struct `The report of an import` {
    @Test(arguments: Databases.all) func `tells which cells are new, which are changed, and which lost their number`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            func take(_ rows: [String]) async throws -> ImportReport {
                try await importer.run(EvidenceNode.table(rows), mapping: "glotip", for: EvidenceNode.console)
            }
            _ = try await take(["FRA,victims,total,,T,T,2018,..", "FRA,victims,total,,T,T,2019,10", "FRA,victims,total,,T,T,2020,4"])
            let second = try await take([
                "FRA,victims,total,,T,T,2018,7", "FRA,victims,total,,T,T,2019,..", "FRA,victims,total,,T,T,2020,4",
                "FRA,victims,total,,T,T,2021,1",
            ])
            #expect((second.cellsNew, second.cellsChanged) == (1, 2))
            // A State that says "not collected" has published no victims.
            let answer = try await EvidenceNode.statistics(database).answer(
                StatisticsQuestion(indicator: .victims, by: [.year], source: "glotip")
            )
            #expect(answer.figure(.year(2018)).states == 1 && answer.figure(.year(2019)).states == 0)
        }
    }

    @Test(arguments: ["value", "category"]) func `is refused when the file has lost a column that a row may leave empty`(
        _ column: String
    ) async throws {
        try await DatabaseKind.sqlite.withDatabase(EvidenceNode.migrations) { database in
            let names = ["alpha3", "indicator", "dimension", "category", "sex", "age", "year", "value"].filter { $0 != column }
            let row = ["alpha3": "FRA", "indicator": "victims", "dimension": "total", "sex": "T", "age": "T", "year": "2019", "value": "5"]
            let file = EvidenceNode.table([names.map { row[$0] ?? "" }.joined(separator: ",")], header: names.joined(separator: ","))
            await #expect(throws: TableRefused.header([.missing(column, near: nil)])) {
                try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
            }
        }
    }
}
