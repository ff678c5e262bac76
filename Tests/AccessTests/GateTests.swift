import Basics
import Fixtures
import Store
import Testing

@testable import Access

@Suite struct `The gate` {
    @Test(arguments: Databases.all)
    func `lets a deed through and writes it down in the same transaction`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let shelter = try await desk.organisation("Harbour Shelter", .shelter)
            let rows = try await desk.auditRows("manageOrganisations")
            #expect(rows.map(\.outcome) == ["done"])
            let found = try await desk.reception.organisations.find(shelter, for: desk.amina)
            #expect(found?.kind == .shelter)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: records a denial though the deed rolls back`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let member = try await desk.actor(try await desk.person("bakary", roles: ["member"]).session)
            await #expect(throws: AccessRefused.self) {
                try await desk.reception.organisations.add(.init(kind: .ngo, name: "Mine", country: nil), by: member)
            }
            let rows = try await desk.auditRows("manageOrganisations")
            #expect(rows.map(\.outcome) == ["denied"])
            #expect(rows.first?.detail == "access.not-your-deed")
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: records what a rule refused after the permit, and keeps none of it`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            _ = try await desk.organisation("Harbour Shelter", .shelter)
            desk.clock.pass(.seconds(1))
            await #expect(throws: AccountRefused.organisationNameTaken) { try await desk.organisation("Harbour Shelter", .shelter) }
            let rows = try await desk.auditRows("manageOrganisations")
            #expect(rows.map(\.outcome) == ["done", "failed"])
            #expect(rows.last?.detail == "organisation.name-taken")
        }
    }

    @Test(arguments: Databases.all)
    func `promise 2: answers alike for what is not there and what is another organisation's`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let harbour = try await desk.organisation("Harbour Shelter", .shelter)
            let boss = try await desk.person("chidi", roles: ["organisation-administrator"], in: harbour)
            let chidi = try await desk.actor(try await desk.secondFactor(for: try await desk.actor(boss.session)).session)
            let missing = ID<Account>.new(at: desk.clock.now)
            for id in [desk.amina.account, missing] {
                let refused = await #expect(throws: AccessRefused.self) { try await desk.reception.accounts.suspend(id, by: chidi) }
                #expect(refused?.code == "access.not-found")
                #expect(refused?.kind == .notFound)
                #expect(try await desk.reception.accounts.find(id, for: chidi) == nil)
            }
            let list = try await desk.reception.accounts.list(.init(), for: chidi)
            #expect(list.map(\.account.signInName) == ["chidi"])
        }
    }

    @Test(arguments: Databases.all)
    func `promise 10: refuses what decides over others without a second factor`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let weak = Actor(
                account: desk.amina.account, organisation: desk.ministry, displayName: "Amina", grants: desk.amina.grants,
                session: desk.amina.session, hasSecondFactor: false, provedAt: desk.amina.provedAt
            )
            let refused = await #expect(throws: AccessRefused.self) {
                try await desk.reception.accounts.endSessions(of: weak.account, by: weak)
            }
            #expect(refused?.code == "access.second-factor-needed")
        }
    }

    @Test(arguments: Databases.all)
    func `promise 12: asks for a fresh sign-in before secrets change`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.actor(try await desk.person("bakary", roles: ["member"]).session)
            desk.clock.pass(.minutes(11))
            let contact = try Contact(email: "bakary@example.org", telephone: nil)
            for change in [
                { @Sendable in try await desk.reception.accounts.setOwnContact(contact, by: bakary) },
                { @Sendable in try await desk.signIn.beginSecondFactor(by: bakary) },
                { @Sendable in _ = try await desk.signIn.changePassword(to: "another long password", by: bakary, network: Desk.network) },
                { @Sendable in _ = try await desk.signIn.renewRecoveryCodes(by: bakary) },
            ] {
                let refused = await #expect(throws: AccessRefused.self) { try await change() }
                #expect(refused?.code == "access.fresh-sign-in-needed")
            }
            try await desk.signIn.proveAgain(bakary, password: Desk.password, network: Desk.network)
        }
    }

    @Test func `reaches as far as the scope says`() {
        let me = ID<Account>.new(at: Databases.now)
        let us = ID<Organisation>.new(at: Databases.now)
        let actor = Actor(
            account: me, organisation: us, displayName: "Amina", grants: [:], session: .new(at: Databases.now), hasSecondFactor: true,
            provedAt: Databases.now
        )
        let others = ID<Organisation>.new(at: Databases.now)
        #expect(Holding(organisation: us).isReached(by: .organisation, of: actor))
        #expect(!Holding(organisation: others).isReached(by: .organisation, of: actor))
        #expect(Holding(organisation: others, sharedWith: [us]).isReached(by: .shared, of: actor))
        #expect(!Holding(organisation: us).isReached(by: .assigned, of: actor))
        #expect(Holding(organisation: others, assigned: [me]).isReached(by: .assigned, of: actor))
        #expect(Holding(organisation: others, owner: me).isReached(by: .own, of: actor))
        #expect(!Holding(organisation: us).isReached(by: .own, of: actor))
        #expect(Holding(organisation: others).isReached(by: .node, of: actor))
    }
}
