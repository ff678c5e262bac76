import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Access

@Suite struct `The audit trail` {
    /// Three organisations added, so that there is something to damage.
    private func filled(_ desk: Desk) async throws {
        for name in ["Harbour Shelter", "Port Example Police", "Examplia Court"] { _ = try await desk.organisation(name) }
    }

    private func tamper(_ desk: Desk, _ sql: SQL) async throws {
        try await desk.database.write { tx in
            switch tx.dialect {
            case .sqlite:
                for name in [
                    "audit_row_is_not_changed", "audit_row_is_not_removed", "audit_link_is_not_changed", "audit_link_is_not_removed",
                ] {
                    try tx.runSchema("DROP TRIGGER \(name)")
                }
            case .postgres:
                try tx.runSchema("ALTER TABLE audit_row DISABLE TRIGGER USER")
                try tx.runSchema("ALTER TABLE audit_link DISABLE TRIGGER USER")
            }
        }
        try await desk.database.write { tx in try tx.run(sql) }
    }

    @Test(arguments: Databases.all)
    func `promise 29: is whole after work, and tells what waits to be sealed`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            let before = try await desk.reception.audit.verify()
            #expect(before.isWhole)
            #expect(before.unsealed > 3)
            #expect(before.copied == nil)
            let sealed = try await desk.reception.sealer.seal()
            #expect(sealed == before.unsealed)
            let after = try await desk.reception.audit.verify()
            #expect(after == AuditVerification(links: sealed, fault: nil, unsealed: 0, copied: sealed))
            #expect(try await desk.reception.sealer.seal() == 0)
        }
    }

    @Test(arguments: Databases.all)
    func `keeps what somebody typed as a purpose beside the chain, notices when it is changed, and lets it be destroyed`(
        _ kind: DatabaseKind
    ) async throws {
        try await withDesk(kind) { desk in
            let thing = try await desk.organisation("Harbour Shelter")
            let purpose = try Purpose(stated: "to call Amina's sister")
            try await desk.reception.gate.change(.manageOrganisations, on: thing, for: desk.amina, purpose: purpose) {
                (_: any Transaction, _: Permit<Organisation>) in
            }
            try await desk.reception.sealer.seal()
            let stored = try await desk.database.read { tx in
                try tx.rows("SELECT purpose FROM audit_row WHERE purpose IS NOT NULL") { $0.text(0) }
            }
            #expect(stored.count == 1 && stored.allSatisfy { $0.hasPrefix("sha256:") && !$0.contains("Amina") })
            func shown() async throws -> [ShownPurpose] {
                var search = AuditTrail.Search()
                search.subject = thing.bytes
                return try await desk.reception.audit.lines(search, for: desk.amina).compactMap(\.purpose)
            }
            #expect(try await shown() == [.words("to call Amina's sister")])
            #expect(try await desk.reception.audit.verify().isWhole)
            try await desk.database.write { tx in try tx.run("UPDATE audit_purpose SET words = 'something else'") }
            let found = try await desk.reception.audit.verify()
            #expect(found.sentences.first?.contains("has been changed") == true)
            try await desk.database.write { tx in try StatedPurpose.forget(about: [thing.bytes], in: tx) }
            #expect(try await shown() == [.destroyed])
            #expect(try await desk.reception.audit.verify().isWhole)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: names the first row that was changed`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            try await desk.reception.sealer.seal()
            let victim = try await desk.database.read { tx in
                try tx.row("SELECT row_id FROM audit_link WHERE number = 3") { try $0.id(0, of: AuditRow.self) }
            }
            let id = try #require(victim)
            try await tamper(desk, "UPDATE audit_row SET outcome = 'denied' WHERE id = \(id)")
            let found = try await desk.reception.audit.verify()
            #expect(found.fault == .changed(number: 3, row: id))
            #expect(found.sentences.first?.contains("Audit row 3") == true)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: names a link that is missing, and a chain that was cut short or slipped in`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            let count = try await desk.reception.sealer.seal()
            try await tamper(desk, "DELETE FROM audit_link WHERE number = \(count)")
            #expect(try await desk.reception.audit.verify().fault == .cutShort(copied: count, last: count - 1))
            try await desk.database.write { tx in try tx.run("DELETE FROM audit_link WHERE number = 2") }
            #expect(try await desk.reception.audit.verify().fault == .linkMissing(number: 2))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: notices a chain that was written anew from end to end`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            let count = try await desk.reception.sealer.seal()
            try await tamper(desk, "UPDATE audit_row SET detail = 'something else' WHERE detail IS NOT NULL")
            try await desk.database.write { tx in
                try tx.run("DELETE FROM audit_link")
                try tx.run("INSERT INTO audit_pending (row_id) SELECT id FROM audit_row")
            }
            // Somebody with the program and the database, but without the node's folder.
            try await AuditSealer(database: desk.database, head: nil).seal()
            #expect(try await desk.reception.audit.verify().fault == .rewritten(number: count))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: notices a row that was put in behind the program`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            try await desk.reception.sealer.seal()
            let row = AuditRow(.signIn, account: desk.amina.account, at: desk.clock.now)
            try await desk.database.write { tx in
                try row.write(in: tx)
                try tx.run("DELETE FROM audit_pending WHERE row_id = \(row.id)")
            }
            #expect(try await desk.reception.audit.verify().fault == .slippedIn(row: row.id))
        }
    }

    @Test(arguments: Databases.all)
    func `refuses to have its rows changed or removed`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            try await desk.reception.sealer.seal()
            for sql in [
                "UPDATE audit_row SET detail = 'x'", "DELETE FROM audit_row", "UPDATE audit_link SET number = number + 1000",
                "DELETE FROM audit_link",
            ] as [SQL] {
                await #expect(throws: (any Error).self) { try await desk.database.write { tx in try tx.run(sql) } }
            }
            #expect(try await desk.reception.audit.verify().isWhole)
        }
    }

    @Test(arguments: Databases.all)
    func `is found by who, what and when, newest first, and reading it is written down`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            desk.clock.pass(.seconds(1))
            var search = AuditTrail.Search()
            search.deed = Deed.manageOrganisations.rawValue
            search.account = desk.amina.account
            search.from = desk.clock.now.day()
            search.to = desk.clock.now.day()
            let first = try await desk.reception.audit.lines(search, limit: 2, for: desk.amina)
            #expect(first.count == 2)
            #expect(first[0].row.id > first[1].row.id)
            #expect(first[0].accountName == "Amina Example")
            search.before = first[1].row.id
            #expect(try await desk.reception.audit.lines(search, limit: 2, for: desk.amina).count == 1)
            search.to = desk.clock.now.day().adding(days: -1)
            #expect(try await desk.reception.audit.lines(search, limit: 2, for: desk.amina).isEmpty)
            #expect(try await desk.auditRows("readAudit").count == 3)

            let counted = Counter()
            try await desk.reception.audit.export(.init(), for: desk.amina) { lines in await counted.add(lines.count) }
            #expect(await counted.total > 5)
        }
    }

    @Test func `is found without reading all of it`() async throws {
        try await withDesk(.sqlite) { desk in
            let old = [UInt8](repeating: 1, count: 16)
            for condition in ["a.id >= \(old)", "a.account_id = \(old)", "a.deed = 'readAudit'", "a.subject_id = \(old)"] as [SQL] {
                let plan = try await desk.database.read { tx in
                    try tx.rows(
                        "EXPLAIN QUERY PLAN SELECT a.id FROM audit_row a WHERE \(sql: condition) AND a.id < \(old) ORDER BY a.id DESC LIMIT 50"
                    ) { $0.text(3) }
                }
                #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
            }
        }
    }

    @Test func `tells rows apart that differ only in where a field ends`() {
        func row(_ deed: String, _ detail: String?) -> AuditRow {
            AuditRow(
                id: ID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))), at: Databases.now, account: nil, organisation: nil,
                session: nil, deed: deed, outcome: .done, subject: nil, purpose: nil, detail: detail
            )
        }
        #expect(AuditLink.beginning.next(row("ab", "c")) != AuditLink.beginning.next(row("a", "bc")))
        #expect(AuditLink.beginning.next(row("a", nil)) != AuditLink.beginning.next(row("a", "")))
        #expect(row("a", nil).canonicalBytes.count == 11 + 3 * 8 + 16 + 8 + 1 + 8 + 4 - 8 + 8)
    }

    @Test(arguments: Databases.all)
    func `is sealed once when two processes try at the same time`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            try await filled(desk)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { _ = try? await AuditSealer(database: desk.database, head: nil).seal() }
                }
                try await group.waitForAll()
            }
            try await desk.reception.sealer.seal()
            let found = try await desk.reception.audit.verify()
            #expect(found.isWhole && found.unsealed == 0, "\(found.sentences)")
        }
    }
}

private actor Counter {
    private(set) var total = 0
    func add(_ number: Int) { total += number }
}
