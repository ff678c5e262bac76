import Access
import Basics
import Fixtures
import Foundation
import Store
import Tabular
import Testing
import Vocabulary

@testable import Evidence

@Suite struct `Person records` {
    static let header =
        "cas_IncomingReferralDate,vic_TraffickingStatus,prs_Gender,vic_AgeWhenTrafficked,prs_Citizenship,hte_Country,vic_TypeOfExploitation,vic_ForcedLabourIndustry,vic_MethodsOfControl"

    /// Invented records, as an HTCDS export writes them.
    static func rows(_ count: Int, seed: UInt64) -> [String] {
        var randomness = SeededRandomness(seed: seed)
        func one(_ choices: [String]) -> String { choices.randomElement(using: &randomness) ?? "" }
        return (0..<count).map { _ in
            [
                "20\(Int.random(in: 15...24, using: &randomness))-0\(Int.random(in: 1...9, using: &randomness))-1\(Int.random(in: 0...9, using: &randomness))",
                one(["ActualVictimOfTrafficking", "PossibleVictimOfTrafficking", ""]),
                one(["Feminine", "Masculine", "NonSpecifiedUnknown"]),
                one(["9", "17", "18", "25", "51", ""]),
                one(["NGA", "RO", "MDA", "Mali", "stateless"]),
                one(["FRA", "DEU", "NLD"]),
                one(["ForcedLabour", "SexualExploitation", "ForcedLabour;SexualExploitation", ""]),
                one(["F_Construction", "", "A_AgricultureForestryAndFishing"]),
                one(["DebtBondage;FalsePromises", "", "WithholdsDocuments"]),
            ].joined(separator: ",")
        }
    }

    @Test(arguments: Databases.all) func `are counted from the cube as a scan of the records counts them`(_ kind: DatabaseKind) async throws
    {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let file = EvidenceNode.table(Self.rows(3_000, seed: 3), header: Self.header)
            let report = try await EvidenceNode.importer(database).run(file, mapping: "htcds", for: EvidenceNode.console)
            #expect(report.cells == 3_000)
            let persons = PersonStatistics(database: database)
            for (facet, column) in Self.columns {
                for years in [nil, 2_018...2_020] as [ClosedRange<Int>?] {
                    let answer = try await persons.answer(PersonQuestion(source: "htcds", years: years, by: [.year, facet]))
                    let scan = try await database.read { tx in
                        try tx.rows("SELECT year, \(sql: column), COUNT(*) FROM person_record GROUP BY year, \(sql: column)") {
                            PersonRow(values: [$0.text(0), $0.text(1)], persons: $0.int(2))
                        }
                    }
                    let wanted = scan.filter { years?.contains(Int($0.values[0]) ?? 0) ?? true }
                    #expect(Set(answer.rows) == Set(wanted), "\(facet)")
                    #expect(answer.persons == wanted.reduce(0) { $0 + $1.persons })
                }
            }
        }
    }

    private static let columns: [(PersonFacet, SQL)] = [
        (.sex, "sex"), (.age, "age_band"), (.state, "exploited_in"), (.citizenship, "citizenship"), (.sector, "sector"),
        (.status, "status"), (.quarter, "COALESCE(CAST(quarter AS TEXT), 'unknown')"),
    ]

    @Test func `with several forms are counted in each, and once among the persons`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let rows = [
            "2019-02-03,,Feminine,17,NGA,FRA,ForcedLabour;SexualExploitation,,", "2019-05,,Masculine,30,ROU,FRA,ForcedLabour,,",
            "2020,,,,,,,,",
        ]
        try await EvidenceNode.importer(database).run(
            EvidenceNode.table(rows, header: Self.header), mapping: "htcds", for: EvidenceNode.console
        )
        let answer = try await PersonStatistics(database: database).answer(PersonQuestion(source: "htcds", by: [.form]))
        #expect(
            answer.rows == [
                PersonRow(values: ["forced_labour"], persons: 2), PersonRow(values: ["sexual_exploitation"], persons: 1),
                PersonRow(values: ["unknown"], persons: 1),
            ]
        )
        #expect(answer.persons == 3)
        let kept = try await database.read { tx in
            try tx.rows("SELECT year, quarter, age_band, citizenship FROM person_record ORDER BY record") { row in
                (0..<4).map { row.optionalText($0) ?? "-" }
            }
        }
        #expect(kept == [["2019", "1", "9_17", "NGA"], ["2019", "2", "30_38", "ROU"], ["2020", "-", "unknown", "unknown"]])
    }

    @Test func `that tell who a person is are not taken`() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(EvidenceNode.migrations, at: Databases.now)
        let importer = try EvidenceNode.importer(database)
        for name in ["prs_FirstName", "prs_Birthdate", "Passport no.", "e-mail", "Téléphone", "victim_name", "Nom"] {
            let file = EvidenceNode.table(["2019,,,,,,,,,x"], header: Self.header + "," + name)
            await #expect(throws: TableRefused.self, "\(name)") {
                try await importer.run(file, mapping: "htcds", for: EvidenceNode.console)
            }
        }
        for (value, kind) in [("+33 6 12 34 56 78", IdentityGuard.Kind.telephone), ("2001-02-17", .birthDate), ("X4815162342", .document)] {
            let file = EvidenceNode.table((0..<5).map { _ in "2019,,,,,,,,,\(value)" }, header: Self.header + ",remark")
            await #expect(throws: IdentityRefused.values(column: "remark", kind, line: 4)) {
                try await importer.run(file, mapping: "htcds", for: EvidenceNode.console)
            }
        }
        let left = try await database.read { tx in
            try tx.count("SELECT (SELECT COUNT(*) FROM person_record) + (SELECT COUNT(*) FROM import_run)")
        }
        #expect(left == 0)
    }

    @Test(arguments: Databases.all) func `that are refused are sealed, and expire`(_ kind: DatabaseKind) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let importer = try EvidenceNode.importer(database, vault: vault)
            let rows = ["2019,,Feminine,17,NGA,FRA,,,", "2019,,Amina Example,17,NGA,FRA,,,", "2019,,,,Nowhereland,FRA,,,"]
            let report = try await importer.run(EvidenceNode.table(rows, header: Self.header), mapping: "htcds", for: EvidenceNode.console)
            #expect(report.rowsQuarantined == 2)
            #expect(report.intake?.refused == 2)
            #expect(report.intake?.accepted == 1)
            let kept = try await database.read { tx in
                try tx.rows("SELECT fields, value, sealed FROM quarantined_row") { ($0.optionalText(0), $0.text(1), $0.bytes(2)) }
            }
            #expect(kept.count == 2)
            for row in kept {
                #expect(row.0 == nil && row.1.isEmpty && !row.2.isEmpty)
                #expect(!String(decoding: row.2, as: UTF8.self).contains("Amina"))
            }
            let gone = try await database.write { tx in try Quarantine.expire(in: tx, at: Databases.now + .days(29)) }
            #expect(gone == 0)
            let later = try await database.write { tx in try Quarantine.expire(in: tx, at: Databases.now + .days(31)) }
            #expect(later == 2)
        }
    }

    @Test(arguments: Databases.all) func `of an import that was broken off are counted nowhere, and taken back by the next`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase(EvidenceNode.migrations) { database in
            let importer = try EvidenceNode.importer(database)
            let file = EvidenceNode.table(Self.rows(50, seed: 1), header: Self.header)
            try await importer.run(file, mapping: "htcds", for: EvidenceNode.console)
            try await database.write { tx in
                try tx.run("UPDATE import_run SET state = 'running', started_at = \(Databases.now - .hours(1)), finished_at = NULL")
            }
            let nothing = try await PersonStatistics(database: database).answer(PersonQuestion(source: "htcds", by: [.year]))
            #expect(nothing.persons == 0)
            let again = try await importer.run(file, mapping: "htcds", for: EvidenceNode.console)
            #expect(!again.changedNothing)
            let counted = try await PersonStatistics(database: database).answer(PersonQuestion(source: "htcds", by: [.year]))
            #expect(counted.persons == 50)
            let records = try await database.read { tx in try tx.count("SELECT COUNT(*) FROM person_record") }
            #expect(records == 50)
            let third = try await importer.run(file, mapping: "htcds", for: EvidenceNode.console)
            #expect(third.changedNothing)
        }
    }

    @Test(arguments: Databases.all) func `that are refused open for a stated purpose, and are counted once corrected`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withVault(EvidenceNode.migrations) { database, vault in
            let importer = try EvidenceNode.importer(database, vault: vault)
            let quarantine = Quarantine(importer)
            let rows = ["2019-04,,Feminine,17,NGA,FRA,,,", "2019-05,,Feminin,19,ROU,FRA,,,", "2019,,,,Nowhereland,FRA,,,"]
            try await importer.run(EvidenceNode.table(rows, header: Self.header), mapping: "htcds", for: EvidenceNode.console)
            let waiting = try await importer.gate.change(.readQuarantine, for: EvidenceNode.console) { tx, permit in
                try quarantine.rows(under: permit, in: tx)
            }
            #expect(waiting.map(\.field) == ["prs_Gender", "prs_Citizenship"])
            #expect(waiting.allSatisfy { $0.row == nil && $0.value.isEmpty })
            let (first, second) = (try #require(waiting.first), try #require(waiting.last))
            let opened = try await quarantine.open(first.id, for: EvidenceNode.console, purpose: try Purpose(stated: "to correct it"))
            #expect("\(opened)" == "•••")
            #expect(opened.value["prs_Gender"] == "Feminin")
            let still = try await importer.gate.change(.releaseQuarantine, on: first.id, for: EvidenceNode.console) { tx, permit in
                try quarantine.release(
                    first.id, opened: opened, correcting: ["prs_Gender": "?"], under: permit, at: Databases.now, in: tx
                )
            }
            #expect(still.map(\.code) == ["value.not-in-list"])
            let none = try await importer.gate.change(.releaseQuarantine, on: first.id, for: EvidenceNode.console) { tx, permit in
                try quarantine.release(
                    first.id, opened: opened, correcting: ["prs_Gender": "Feminine"], under: permit, at: Databases.now, in: tx
                )
            }
            #expect(none.isEmpty)
            let answer = try await PersonStatistics(database: database).answer(PersonQuestion(source: "htcds", by: [.sex, .age]))
            #expect(
                answer.rows == [PersonRow(values: ["female", "18_20"], persons: 1), PersonRow(values: ["female", "9_17"], persons: 1)])
            try await importer.gate.change(.releaseQuarantine, on: second.id, for: EvidenceNode.console) { tx, permit in
                try quarantine.drop(second.id, under: permit, at: Databases.now, in: tx)
            }
            let sealed = try await database.read { tx in try tx.count("SELECT COUNT(*) FROM quarantined_row WHERE sealed IS NOT NULL") }
            #expect(sealed == 0)
            func stated() async throws -> Int { try await database.read { tx in try tx.count("SELECT COUNT(*) FROM audit_purpose") } }
            #expect(try await stated() == 1)
            try await importer.destroySpentKeys()
            // What was typed to open them may name the same people.
            #expect(try await stated() == 0)
            let run = try #require(try await importer.runs().first)
            await #expect(throws: VaultRefused.self) { try await vault.key(for: run.id) }
        }
    }
}
