import Access
import Basics
import Fixtures
import Store
import Testing
import Vocabulary

@testable import Instruments

@Suite struct `Importing a depositary's list` {
    /// France ratified as known, the Czech Republic on a day, Palau is new; everybody else is left out.
    private static let list = """
        treaty,alpha3,signature_date,action_date,action
        TIP,FRA,2000-12-12,2002-10-29,ratification
        TIP,CZE,2002-12-10,2014-12-17,ratification
        TIP,SLB,,2026-01-15,accession

        """

    @Test(arguments: Databases.all) func `shows each difference with both sides before anything is changed`(kind: DatabaseKind) async throws
    {
        try await Shipped.withDatabase(kind) { database in
            let before = try await database.read { try $0.participations(in: "TIP") }
            let one = try await upload(Self.list, isComplete: false, to: database)
            let diff = try await database.read { try one.diff(in: $0) }
            #expect(diff.count(.added) == (before.contains { $0.party == "SLB" } ? 0 : 1))
            let changed = try #require(diff.lines.first { $0.party == "CZE" })
            #expect(changed.kind == .changed)
            #expect(changed.before?.actedOn?.text == "2013-10/2018-07")
            #expect(changed.after?.actedOn?.text == "2014-12-17")
            #expect(diff.count(.removed) == 0)
            #expect(diff.count(.unchanged) + diff.count(.changed) + diff.count(.added) >= before.count)
            #expect(try await database.read { try $0.participations(in: "TIP") } == before)
        }
    }

    @Test(arguments: Databases.all) func `is applied under a permit and written to the audit`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let one = try await upload(Self.list, isComplete: false, to: database)
            let digest = try await database.read { try one.diff(in: $0) }.digest
            let rows = try await database.read { try $0.count("SELECT COUNT(*) FROM audit_row") }
            let diff = try await apply(one, shown: digest, in: database)
            #expect(diff.count(.changed) >= 1)
            let after = try await database.read { try $0.participations(in: "TIP") }
            let czechia = try #require(after.first { $0.party == "CZE" })
            #expect(czechia.actedOn?.text == "2014-12-17")
            #expect(czechia.provenance.confidence == .a)
            #expect(czechia.provenance.source == "A list made for this test")
            #expect(czechia.provenance.asOf?.text == "2026-11-01")
            #expect(after.contains { $0.party == "SLB" && $0.isParty })
            #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM audit_row") } == rows + 1)
            let again = try await database.read { try #require(try $0.treatyImport(one.id)) }
            guard case .applied = again.state else { throw Problem() }
            await #expect(throws: TreatyImportRefused.notWaiting) { _ = try await apply(again, shown: digest, in: database) }
        }
    }

    @Test(arguments: Databases.all) func `removes whoever a complete list leaves out, and says so first`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let one = try await upload(Self.list, isComplete: true, to: database)
            let diff = try await database.read { try one.diff(in: $0) }
            #expect(diff.count(.removed) > 170)
            #expect(diff.lines.filter { $0.kind == .removed }.allSatisfy { $0.before != nil && $0.after == nil })
            _ = try await apply(one, shown: diff.digest, in: database)
            #expect(try await database.read { try $0.participations(in: "TIP") }.map(\.party) == ["CZE", "FRA", "SLB"])
            #expect(try await database.read { try $0.participations(in: "CRC") }.count == 197, "other treaties stay")
        }
    }

    @Test(arguments: Databases.all) func `is not applied when the register has changed since`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let first = try await upload(Self.list, isComplete: false, to: database)
            let second = try await upload(Self.list, isComplete: false, to: database)
            let shown = try await database.read { try second.diff(in: $0) }.digest
            _ = try await apply(first, shown: try await database.read { try first.diff(in: $0) }.digest, in: database)
            await #expect(throws: TreatyImportRefused.differs) { _ = try await apply(second, shown: shown, in: database) }
        }
    }

    @Test(arguments: Databases.all) func `is for those who have the deed`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            await #expect(throws: AccessRefused.self) {
                _ = try await upload(Self.list, isComplete: false, to: database, by: Shipped.amina([:]))
            }
            let imports = try await database.read { try $0.treatyImports() }
            #expect(imports.isEmpty)
        }
    }

    @Test(arguments: Databases.all) func `can be dropped, and then changes nothing`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let one = try await upload(Self.list, isComplete: true, to: database)
            try await gate(database).change(.importTreatyStatus, on: one.id, for: Shipped.amina()) { tx, permit in
                try one.drop(under: permit, at: Databases.now, in: tx)
            }
            #expect(try await database.read { try $0.participations() }.count == 2_337)
            let dropped = try await database.read { try #require(try $0.treatyImport(one.id)) }
            #expect(dropped.state == .dropped(at: Databases.now))
        }
    }

    private struct Problem: Error {}

    private func gate(_ database: any Database) -> Gate { Gate(database: database, clock: .stopped(at: Databases.now)) }

    private func upload(
        _ text: String, isComplete: Bool, to database: any Database, by actor: Actor = Shipped.amina()
    ) async throws -> TreatyImport {
        let treaties = try await database.read { try $0.treaties() }
        let file = try TreatyFile.read(
            Array(text.utf8), named: "list.csv", treaty: nil, known: treaties.map(\.code), vocabulary: Shipped.codebook.get()
        )
        let id = ID<TreatyImport>.new(at: Databases.now)
        let asOf = try #require(Day(iso: "2026-11-01"))
        try await gate(database).change(.importTreatyStatus, on: id, for: actor) { tx, permit in
            try TreatyImport.keep(
                file, id: id, named: "list.csv", source: "A list made for this test", asOf: asOf, isComplete: isComplete, under: permit,
                at: Databases.now, in: tx
            )
        }
        return try await database.read { try #require(try $0.treatyImport(id)) }
    }

    private func apply(_ one: TreatyImport, shown digest: String, in database: any Database) async throws -> TreatyDiff {
        try await gate(database).change(.importTreatyStatus, on: one.id, for: Shipped.amina()) { tx, permit in
            try one.apply(shown: digest, under: permit, at: Databases.now, in: tx)
        }
    }
}
