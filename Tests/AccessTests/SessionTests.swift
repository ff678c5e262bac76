import Basics
import Fixtures
import Store
import Testing

@testable import Access

@Suite struct `A session` {
    @Test func `promise 11: has 256 random bits, and prints none`() {
        let one = Secret.new()
        #expect(one.text.utf8.count == 43)
        #expect(one != Secret.new())
        #expect("\(one)" == "•••")
        #expect(String(reflecting: one) == "•••")
    }

    @Test(arguments: Databases.all)
    func `promise 11: is kept only as a hash`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            let hashes = try await desk.database.read { tx in try tx.rows("SELECT token_hash FROM session") { $0.bytes(0) } }
            #expect(hashes.contains(bakary.session.hash))
            #expect(!hashes.contains(Array(bakary.session.text.utf8)))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 11: ends at sign-out`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            try await desk.reception.sessions.signOut(try await desk.actor(bakary.session))
            #expect(try await desk.reception.sessions.actor(for: bakary.session) == nil)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 11: ends after 30 idle minutes, and after 12 hours in any case`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let idle = try await desk.person("bakary", roles: ["member"])
            desk.clock.pass(.minutes(29))
            #expect(try await desk.reception.sessions.actor(for: idle.session) != nil)
            desk.clock.pass(.minutes(29))
            #expect(try await desk.reception.sessions.actor(for: idle.session) != nil)
            desk.clock.pass(.minutes(31))
            #expect(try await desk.reception.sessions.actor(for: idle.session) == nil)

            guard case .session(let busy) = try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
            else { return }
            for _ in 0..<35 {
                desk.clock.pass(.minutes(20))
                #expect(try await desk.reception.sessions.actor(for: busy) != nil)
            }
            desk.clock.pass(.minutes(21))
            #expect(try await desk.reception.sessions.actor(for: busy) == nil)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 11: all end when the password changes, and a new one begins`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let first = try await desk.person("bakary", roles: ["member"]).session
            guard case .session(let second) = try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
            else { return }
            let bakary = try await desk.actor(second)
            let third = try await desk.signIn.changePassword(to: "seven green kites", by: bakary, network: Desk.network)
            #expect(try await desk.reception.sessions.actor(for: first) == nil)
            #expect(try await desk.reception.sessions.actor(for: second) == nil)
            #expect(try await desk.actor(third).account == bakary.account)
            await #expect(throws: AccessRefused.signInFailed) {
                try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 4: feels a suspension, a lost role and a closed organisation at the next request`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let harbour = try await desk.organisation("Harbour Shelter", .shelter)
            let steward = try await desk.person("bakary", roles: ["data-steward"])
            let chidi = try await desk.person("chidi", roles: ["member"], in: harbour)
            let dao = try await desk.person("dao", roles: ["member"])
            #expect(try await desk.actor(steward.session).may(.importStatistics))

            let version = try #require(try await desk.reception.accounts.find(steward.id, for: desk.amina)).account.version
            try await desk.reception.accounts.setRoles(
                [try #require(RoleName(rawValue: "member"))], of: steward.id, version: version, by: desk.amina
            )
            #expect(try await !desk.actor(steward.session).may(.importStatistics))

            try await desk.reception.accounts.suspend(dao.id, by: desk.amina)
            #expect(try await desk.reception.sessions.actor(for: dao.session) == nil)

            try await desk.reception.organisations.close(harbour, by: desk.amina)
            #expect(try await desk.reception.sessions.actor(for: chidi.session) == nil)
            await #expect(throws: AccessRefused.signInFailed) {
                try await desk.signIn.open(name: "chidi", password: Desk.password, network: Desk.network)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `is looked up by an index`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            guard kind == .sqlite else { return }
            let plan = try await desk.database.read { tx in
                try tx.rows(
                    """
                    EXPLAIN QUERY PLAN SELECT s.id FROM session s JOIN account a ON a.id = s.account_id
                    JOIN organisation o ON o.id = a.organisation_id LEFT JOIN account_role r ON r.account_id = a.id
                    WHERE s.token_hash = \([UInt8](repeating: 1, count: 32))
                    """
                ) { $0.text(3) }
            }
            #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plan)")
        }
    }

    @Test(arguments: Databases.all)
    func `of somebody else is ended by those who may, within their reach`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            let chidi = try await desk.actor(try await desk.person("chidi", roles: ["member"]).session)
            let his = try await desk.actor(bakary.session).session
            await #expect(throws: AccessRefused.self) { try await desk.reception.sessions.end(his, by: chidi) }
            #expect(try await desk.reception.sessions.actor(for: bakary.session) != nil)
            try await desk.reception.sessions.end(his, by: desk.amina)
            #expect(try await desk.reception.sessions.actor(for: bakary.session) == nil)
            try await desk.reception.sessions.end(chidi.session, by: chidi)
        }
    }
}
