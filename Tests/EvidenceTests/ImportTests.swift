import Access
import Basics
import Evidence
import Fixtures
import Foundation
import Store
import Tabular
import Testing
import Vocabulary

@Suite struct `An import of statistics` {
    @Test(arguments: Databases.all) func `that is repeated changes nothing and says so`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            let file = EvidenceNode.table(["FRA,victims,total,,T,T,2019,10", "FRA,victims,total,,T,T,2020,<5"])
            let first = try await importer.run(file, mapping: "glotip", for: EvidenceNode.console)
            #expect(first.cellsNew == 2)
            #expect(!first.changedNothing)
            let again = try await importer.run(file, mapping: "glotip", for: EvidenceNode.console)
            #expect(again.changedNothing)
            #expect(again.unchangedSince == Databases.now)
            let runs = try await importer.runs()
            #expect(runs.count == 1)
            #expect(runs.first?.rowsTaken == 2)
        }
    }

    @Test(arguments: Databases.all) func `makes a cell that is published twice a marked range`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let file = EvidenceNode.table([
                "FRA,victims,total,,F,T,2019,31", "FRA,victims,total,,F,T,2019,322", "FRA,victims,total,,M,T,2019,7",
                "FRA,victims,total,,M,T,2019,7", "FRA,victims,total,,O,T,2019,<5", "FRA,victims,total,,O,T,2019,11",
            ])
            let report = try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
            #expect((report.cells, report.duplicateKeys, report.disputedCells) == (3, 3, 2))
            let answer = try await EvidenceNode.statistics(database).answer(
                StatisticsQuestion(indicator: .victims, by: [.sex], source: "glotip")
            )
            #expect(answer.figure(.sex(.female)).count == .range(31...322))
            #expect(answer.figure(.sex(.female)).isDisputed)
            #expect(answer.figure(.sex(.male)).count == .exact(7))
            #expect(!answer.figure(.sex(.male)).isDisputed)
            #expect(answer.figure(.sex(.other)).count == .range(0...11))
        }
    }

    @Test(arguments: Databases.all) func `gives the same cells in whatever order the rows stand`(_ kind: DatabaseKind) async throws {
        var rows = [
            "FRA,victims,total,,T,T,2019,10", "FRA,victims,total,,T,T,2019,12", "FRA,victims,total,,T,T,2019,10",
            "FRA,victims,total,,T,T,2018,n/a", "FRA,victims,total,,T,T,2018,x", "FRA,victims,total,,T,T,2017,<5",
            "FRA,victims,total,,T,T,2017,0-4", "FRA,victims,total,,T,T,2016,..", "FRA,victims,total,,T,T,2016,3",
            "FRA,victims,citizenship,Mali,T,T,2019,5", "FRA,victims,citizenship,Mali,T,T,2019,<5",
        ]
        // Many rows between two of one key, so that they come in different statements.
        rows += (0..<1_200).map { "DEU,victims,citizenship,Place \($0),T,T,2019,\($0)" }
        var randomness = SeededRandomness(seed: 7)
        var results: [[String]] = []
        for _ in 0..<3 {
            let shuffled = rows.shuffled(using: &randomness)
            let cells = try await kind.withDatabase(EvidenceNode.migrations) { database in
                try await EvidenceNode.importer(database).run(EvidenceNode.table(shuffled), mapping: "glotip", for: EvidenceNode.console)
                return try await database.read { tx in
                    try tx.rows(
                        """
                        SELECT state, year, label, low, high, kind, absence, occurrences, category FROM statistic
                        ORDER BY state, year, dimension, label
                        """
                    ) { row in (0..<9).map { row.optionalText($0) ?? "-" }.joined(separator: " ") }
                }
            }
            results.append(cells)
        }
        #expect(results[0].count == 1_205)
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
        #expect(results[0].contains { $0.hasPrefix("FRA 2019  10 12 disputed") })
        #expect(results[0].contains { $0.hasPrefix("FRA 2018  - - absent withheld") })
        #expect(results[0].contains { $0.hasPrefix("FRA 2017  0 4 few") })
        #expect(results[0].contains { $0.hasPrefix("FRA 2016  3 3 exact") })
    }

    @Test func `refuses by rule the rows that should never have been published`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let report = try await EvidenceNode.importer(database).run(
            .file(path: EvidenceNode.quarantinePath), mapping: "glotip", for: EvidenceNode.console
        )
        #expect(report.intake?.rows == 128)
        #expect(report.intake?.refused == 128)
        #expect(report.rowsQuarantined == 128)
        #expect(report.intake?.faultCounts["statistic.question-code"] == 120)
        #expect(report.intake?.faultCounts["statistic.question-code-as-value"] == 128)
        #expect(report.cells == 0)
        let fault = try #require(report.intake?.faults.first)
        #expect(fault.line == 2)
        #expect(fault.column == "category")
        #expect(fault.value == "Q6.1_10s_2019")
        #expect(!fault.reason.en.isEmpty && !fault.remedy.en.isEmpty)
    }

    @Test(arguments: Databases.all) func `that is only tried tells all and keeps nothing`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            let file = EvidenceNode.table(["FRA,victims,total,,T,T,2019,10", "XXX,victims,total,,T,T,2019,10"])
            let report = try await importer.run(file, mapping: "glotip", isTrial: true, for: EvidenceNode.console)
            #expect(report.isTrial)
            #expect(report.cells == 1)
            #expect(report.intake?.refused == 1)
            #expect(report.run == nil)
            #expect(try await importer.runs().isEmpty)
            let left = try await database.read { tx in
                try tx.count("SELECT (SELECT COUNT(*) FROM statistic) + (SELECT COUNT(*) FROM quarantined_row)")
            }
            #expect(left == 0)
        }
    }

    @Test(arguments: Databases.all) func `of a newer release keeps what a cell was before`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            let old = EvidenceNode.table(["FRA,victims,total,,T,T,2018,7", "FRA,victims,total,,T,T,2019,10"])
            try await importer.run(old, mapping: "glotip", for: EvidenceNode.console)
            let new = EvidenceNode.table(["FRA,victims,total,,T,T,2019,14", "FRA,victims,total,,T,T,2020,3"])
            let added = try await importer.run(new, mapping: "glotip", for: EvidenceNode.console)
            #expect((added.cellsNew, added.cellsChanged, added.cellsRemoved) == (1, 1, 0))
            let former = try await database.read { tx in
                try tx.row("SELECT low, kind, former_low FROM statistic WHERE year = 2019") { ($0.int(0), $0.text(1), $0.int(2)) }
            }
            #expect(former?.0 == 14)
            #expect(former?.1 == "exact")
            #expect(former?.2 == 10)
            let whole = try await importer.run(new, mapping: "glotip", scope: .whole, for: EvidenceNode.console)
            #expect(whole.cellsRemoved == 1)
            let answer = try await EvidenceNode.statistics(database).answer(StatisticsQuestion(indicator: .victims, by: [.year]))
            #expect(answer.rows.map(\.values) == [[.year(2_019)], [.year(2_020)]])
        }
    }

    @Test func `stops where a column can tell who a person is, by its name or by what stands in it`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let importer = try EvidenceNode.importer(database)
        let named = EvidenceNode.table(
            ["FRA,victims,total,,T,T,2019,10,Amina"], header: "alpha3,indicator,dimension,category,sex,age,year,value,First name"
        )
        await #expect(throws: TableRefused.header([.forbidden("First name")])) {
            try await importer.run(named, mapping: "glotip", for: EvidenceNode.console)
        }
        let shaped = EvidenceNode.table(
            (2_010..<2_020).map { "FRA,victims,total,,T,T,\($0),10,amina\($0)@example.org" },
            header: "alpha3,indicator,dimension,category,sex,age,year,value,remark"
        )
        await #expect(throws: IdentityRefused.values(column: "remark", .email, line: 4)) {
            try await importer.run(shaped, mapping: "glotip", for: EvidenceNode.console)
        }
        let left = try await database.read { tx in try tx.count("SELECT COUNT(*) FROM statistic") }
        #expect(left == 0)
    }

    @Test func `gives up on a file that the mapping is not for, and keeps nothing`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let importer = try EvidenceNode.importer(database)
        let file = EvidenceNode.table((0..<2_000).map { "Nowhere,victims,total,,T,T,2019,\($0)" })
        await #expect(throws: ImportRefused.self) { try await importer.run(file, mapping: "glotip", for: EvidenceNode.console) }
        #expect(try await importer.runs().isEmpty)
    }

    @Test(arguments: Databases.all) func `lets a refused row in once it is corrected`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            let gate = Gate(database: database, clock: .stopped(at: Databases.now))
            let quarantine = Quarantine(importer)
            let file = EvidenceNode.table(["FRA,victims,total,,T,T,2019,10", "FRA,victims,total,,T,T,2020,-3"])
            try await importer.run(file, mapping: "glotip", for: EvidenceNode.console)
            let waiting = try await gate.change(.readQuarantine, for: EvidenceNode.console) { tx, permit in
                try quarantine.rows(under: permit, in: tx)
            }
            let row = try #require(waiting.first)
            #expect((row.line, row.field, row.value, row.code) == (3, "value", "-3", "value.negative"))
            let still = try await gate.change(.releaseQuarantine, on: row.id, for: EvidenceNode.console) { tx, permit in
                try quarantine.release(row.id, correcting: ["value": "three"], under: permit, at: Databases.now, in: tx)
            }
            #expect(still.map(\.code) == ["value.not-a-number"])
            let none = try await gate.change(.releaseQuarantine, on: row.id, for: EvidenceNode.console) { tx, permit in
                try quarantine.release(row.id, correcting: ["value": "3"], under: permit, at: Databases.now, in: tx)
            }
            #expect(none.isEmpty)
            let answer = try await EvidenceNode.statistics(database).answer(StatisticsQuestion(indicator: .victims, by: [.year]))
            #expect(answer.figure(.year(2_020)).count == .exact(3))
            await #expect(throws: ImportRefused.quarantineClosed) {
                try await gate.change(.releaseQuarantine, on: row.id, for: EvidenceNode.console) { tx, permit in
                    try quarantine.drop(row.id, under: permit, at: Databases.now, in: tx)
                }
            }
        }
    }

    @Test func `is refused to whoever may not`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let importer = try EvidenceNode.importer(database)
        let amina = Actor(
            account: .new(at: Databases.now), organisation: .new(at: Databases.now), displayName: "Amina", grants: [:],
            session: .new(at: Databases.now), hasSecondFactor: true, provedAt: Databases.now
        )
        await #expect(throws: AccessRefused.self) {
            try await importer.run(EvidenceNode.table(["FRA,victims,total,,T,T,2019,10"]), mapping: "glotip", for: amina)
        }
    }
}

/// The same numbers from the same seed (SplitMix64).
struct SeededRandomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct `A file that is not as it should be` {
    private func refusal(of bytes: [UInt8], _ mapping: String = "glotip") async throws -> (any Error)? {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let importer = try EvidenceNode.importer(database)
        var thrown: (any Error)?
        do { try await importer.run(.bytes(bytes, name: "trial.csv"), mapping: mapping, for: EvidenceNode.console) } catch {
            thrown = error
        }
        let left = try await database.read { tx in
            try tx.count("SELECT (SELECT COUNT(*) FROM statistic) + (SELECT COUNT(*) FROM import_run) + (SELECT COUNT(*) FROM source)")
        }
        if thrown != nil { #expect(left == 0) }
        return thrown
    }

    private let header = "alpha3,indicator,dimension,category,sex,age,year,value\r\n"

    @Test func `is refused in a sentence, and nothing of it is kept`() async throws {
        let row = "FRA,victims,total,,T,T,2019,10\r\n"
        let cases: [(String, [UInt8])] = [
            ("empty", []), ("only a header", Array(header.utf8)),
            ("cut in a quotation", Array((header + row + "FRA,victims,total,\"").utf8)),
            ("a spreadsheet", [0x50, 0x4B, 0x03, 0x04, 0, 0]), ("a column twice", Array(("alpha3," + header + "FRA," + row).utf8)),
            ("a column missing", Array("alpha3,indicator,dimension,category,sex,age,value\r\nFRA,victims,total,,T,T,10\r\n".utf8)),
            ("a million columns", Array(String(repeating: "a,", count: 1_000_000).utf8)),
            ("two encodings", Array((header + "FRA,victims,citizenship,Bén").utf8) + [0xE9] + Array("in,T,T,2019,7\r\n".utf8)),
        ]
        for (name, bytes) in cases {
            let error = try await refusal(of: bytes)
            let refused = try #require(error as? any Refusal, "\(name)")
            #expect(refused.message.count > 20, "\(name)")
        }
        await #expect(throws: ImportRefused.self) {
            let unknown = try await refusal(of: Array((header + row).utf8), "no-such-mapping")
            throw try #require(unknown)
        }
    }

    @Test func `has its wrong rows told one by one`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let file = EvidenceNode.table([
            "FRA,victims,total,,T,T,2019,-5", "FRA,victims,total,,T,T,2019,9999999999999999999999", "FRA,victims,total,,T,T,219,5",
            "FRA,victims,total,,T,T,2099,5", "XXX,victims,total,,T,T,2019,5", "FRA,victims,total,Mali,T,T,2019,5",
            "FRA,victims,total,,T,T,2019,2000000", "FRA,victims,total,,T,T,2019,5",
        ])
        let report = try await EvidenceNode.importer(database).run(file, mapping: "glotip", for: EvidenceNode.console)
        #expect(report.intake?.refused == 7)
        #expect(report.cells == 1)
        #expect(
            report.intake?.faults.map(\.code) == [
                "value.negative", "value.too-large", "value.not-a-year", "statistic.future-year", "value.not-in-list",
                "statistic.label-on-total", "statistic.absurd",
            ]
        )
        #expect(report.intake?.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    }

    @Test func `may be in another form: tabs, JSON, semicolons in Western European letters`() async throws {
        let tabs = (header + "FRA,victims,citizenship,Bénin,T,T,2019,7\r\n").replacing(",", with: "\t")
        let json = """
            [{"alpha3": "FRA", "indicator": "victims", "dimension": "citizenship", "category": "Bénin", "sex": "T", "age": "T", "year": 2019,
              "value": "7"}]
            """
        let western = (header + "FRA,victims,citizenship,B#nin,T,T,2019,7\r\n").replacing(",", with: ";").utf8.map {
            $0 == 0x23 ? 0xE9 : $0
        }
        for bytes in [Array(tabs.utf8), Array(json.utf8), western] {
            let database = try SQLiteDatabase.inMemory()
            try await database.migrate(EvidenceNode.migrations, at: Databases.now)
            try await EvidenceNode.importer(database).run(.bytes(bytes, name: "trial"), mapping: "glotip", for: EvidenceNode.console)
            let flows = try await EvidenceNode.statistics(database).flows()
            #expect(flows.flows.map { $0.from.alpha3 } == ["BEN"])
            #expect(flows.flows.first?.figure.count == .exact(7))
        }
    }
}
