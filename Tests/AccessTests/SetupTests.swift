import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Access

@Suite struct `The first administrator` {
    private func draft(_ name: String) -> FirstAdministrator.Draft {
        .init(organisation: .init(kind: .ministry, name: "Ministry \(name)", country: nil), signInName: name, displayName: name)
    }

    @Test(arguments: Databases.all)
    func `is made by a link that is good once and for 15 minutes`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations) { database in
            let roles = try Shipped.roles()
            let clock = StoryClock()
            let signIn = try await plain(database, clock)
            let old = try #require(try await FirstAdministrator.link(in: database, roles: roles, at: clock.now))
            clock.pass(.minutes(16))
            #expect(try await !signIn.mayBegin(old))
            let first = try #require(try await FirstAdministrator.link(in: database, roles: roles, at: clock.now))
            let second = try #require(try await FirstAdministrator.link(in: database, roles: roles, at: clock.now))
            #expect(try await !signIn.mayBegin(first))
            _ = try await signIn.begin(draft("amina"), link: second, password: Desk.password, network: Desk.network)
            await #expect(throws: AccessRefused.linkSpent) {
                try await signIn.begin(draft("bakary"), link: second, password: Desk.password, network: Desk.network)
            }
            #expect(try await FirstAdministrator.link(in: database, roles: roles, at: clock.now) == nil)
        }
    }

    @Test(arguments: Databases.all)
    func `is one, though two press the button at once`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations) { database in
            let clock = StoryClock()
            let signIn = try await plain(database, clock)
            let link = try #require(try await FirstAdministrator.link(in: database, roles: try Shipped.roles(), at: clock.now))
            await withTaskGroup(of: Void.self) { group in
                for name in ["amina", "bakary", "chidi"] {
                    group.addTask {
                        _ = try? await signIn.begin(draft(name), link: link, password: Desk.password, network: Desk.network)
                    }
                }
            }
            let accounts = try await database.read { tx in try tx.count("SELECT count(*) FROM account") }
            #expect(accounts == 1)
        }
    }

    private func plain(_ database: any Database, _ clock: StoryClock) async throws -> SignIn {
        let keys = try SQLiteDatabase.inMemory()
        return try await withFolder { folder in
            let vault = try await Vault.open(
                try KeyFolder(path: folder.appendingPathComponent("keys").path), keys: keys,
                node: try await database.nodeID(at: clock.now), at: clock.now
            )
            let erasure = Erasure(vault, database, log: TombstoneLog(path: folder.path + "/stones"), steps: [], keyBackupsLast: 30)
            return SignIn(
                gate: Gate(database: database, clock: clock.wall), roles: try Shipped.roles(),
                vault: AccountVault(vault: vault, erasure: erasure, clock: clock.wall), derivation: KeyDerivation(cost: 4),
                rules: try Shipped.rules()
            )
        }
    }
}

@Suite struct `The jobs of a node` {
    @Test(arguments: Databases.all)
    func `are done when due, once, and what fell due meanwhile is caught up`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(
            StoreSchema.migrations + AccessSchema.migrations + [Migration("job test", "CREATE TABLE done (at INTEGER) STRICT")]
        ) { database in
            let clock = StoryClock()
            let job = Job("test.daily", every: .days(1)) { tx, now in try tx.run("INSERT INTO done (at) VALUES (\(now))") }
            let jobs = Jobs([job], database: database, clock: clock.wall)
            func times() async throws -> Int { try await database.read { tx in try tx.count("SELECT count(*) FROM done") } }
            let first = try await jobs.runDue().done
            #expect(first == ["test.daily"])
            #expect(try await jobs.runDue().done == [])
            clock.pass(.days(5))
            #expect(try await jobs.runDue().done == ["test.daily"])
            #expect(try await times() == 2)
        }
    }

    @Test(arguments: Databases.all)
    func `are done by one process, and by another when that one has died`(_ kind: DatabaseKind) async throws {
        try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations) { database in
            let clock = StoryClock()
            let job = Job("test.minutely", every: .minutes(1)) { _, _ in }
            let one = Jobs([job], database: database, clock: clock.wall)
            let two = Jobs([job], database: database, clock: clock.wall)
            let first = try await one.runDue().done
            #expect(first == ["test.minutely"])
            clock.pass(.minutes(2))
            #expect(try await two.runDue().done == [])
            clock.pass(.minutes(2))
            #expect(try await two.runDue().done == ["test.minutely"])
        }
    }

    @Test(arguments: Databases.all)
    func `that fail leave nothing half-done, are recorded, and are tried again`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let job = Job("test.failing", every: .days(1)) { tx, now in
                try tx.run("INSERT INTO notice (id, at, kind, deed) VALUES (\(ID<Notice>.new(at: now)), \(now), 'importDone', 'readAudit')")
                throw AccountRefused.wrongState
            }
            let jobs = Jobs([job], database: desk.database, clock: desk.clock.wall)
            #expect(try await jobs.runDue().failed == ["test.failing": "account.wrong-state"])
            let notices = try await desk.reception.inbox.notices(for: desk.amina)
            #expect(notices.map(\.kind) == [.jobFailed])
            #expect(try await jobs.runDue().failed.isEmpty)
            desk.clock.pass(.minutes(11))
            #expect(try await jobs.runDue().failed.count == 1)
            #expect(try await desk.reception.inbox.unread(for: desk.amina) == 1)
            try await desk.reception.inbox.putAway(notices[0].id, by: desk.amina)
            #expect(try await desk.reception.inbox.unread(for: desk.amina) == 0)
        }
    }
}
