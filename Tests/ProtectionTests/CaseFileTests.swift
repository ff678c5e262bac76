import Access
import Basics
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary

@Suite struct `A case file` {
    @Test(arguments: Databases.all) func `is reached by who keeps it, works on it or was given a share, and by nobody else`(
        _ kind: DatabaseKind
    ) async throws {
        try await withCase(kind) { scene in
            #expect(try await scene.isReached(by: .organisation, scene.keeper))
            #expect(try await scene.isReached(by: .own, scene.raiser))
            #expect(try await !scene.isReached(by: .assigned, scene.keeper))
            #expect(try await !scene.isReached(by: .organisation, scene.stranger))
            try await scene.share(with: scene.stranger.organisation)
            #expect(try await scene.isReached(by: .shared, scene.stranger))
            try await scene.database.write { tx in try tx.run("UPDATE case_share SET closed_at = 2 WHERE case_id = \(scene.file)") }
            #expect(try await !scene.isReached(by: .organisation, scene.stranger))
        }
    }

    @Test(arguments: Databases.all) func `is out of reach of whoever is barred, whatever else they were given`(
        _ kind: DatabaseKind
    ) async throws {
        try await withCase(kind) { scene in
            try await scene.bar(account: scene.keeper.account)
            #expect(try await !scene.isReached(by: .node, scene.keeper))
            #expect(try await scene.isReached(by: .organisation, scene.raiser))
            try await scene.bar(organisation: scene.keeper.organisation)
            #expect(try await !scene.isReached(by: .own, scene.raiser))
            // The person behind the file is kept from them with it.
            let holding = try #require(try await scene.database.read { tx in try Person.holding(of: scene.person, in: tx) })
            #expect(!holding.isReached(by: .node, of: scene.raiser))
        }
    }

    // promise 2: finders and the gate have one rule.
    @Test(arguments: Databases.all) func `is found by a query exactly when the gate would let somebody to it`(_ kind: DatabaseKind)
        async throws
    {
        try await withCase(kind) { scene in
            for step in 0..<3 {
                if step == 1 { try await scene.share(with: scene.stranger.organisation) }
                if step == 2 { try await scene.bar(account: scene.raiser.account) }
                for person in [scene.keeper, scene.raiser, scene.stranger] {
                    for scope in Scope.allCases {
                        let actor = person.with(.useAPI, scope)
                        let found = try await scene.database.read { tx in
                            try tx.exists(
                                "SELECT 1 FROM case_file c WHERE c.id = \(scene.file) AND \(sql: .reached(with: .useAPI, by: actor))")
                        }
                        #expect(try await scene.isReached(by: scope, actor) == found, "\(person.displayName) \(scope) after \(step) steps")
                    }
                }
            }
        }
    }
}

@Suite struct `Who a person is` {
    // promise 26: an older version of who somebody is does not open in the place of the newer.
    @Test(arguments: Databases.all) func `is sealed with a key of their own, and an older version can't be put back`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withVault { _, vault in
            let id = ID<Person>.new(at: Databases.now)
            let key = try await vault.makeKey(for: id, at: Databases.now)
            let identity = PersonIdentity(names: ["Amina Example"], aliases: ["Mina"], birth: .year(2001))
            let sealed = try key.seal(identity, in: .identity(of: id, version: 1))
            #expect(try key.unseal(sealed, in: .identity(of: id, version: 1)) == identity)
            #expect(throws: VaultRefused.tampered) { try key.unseal(sealed, in: .identity(of: id, version: 2)) }
            #expect("\(identity)" == "•••" && String(reflecting: identity) == "•••")
            #expect(!String(decoding: sealed.bytes, as: UTF8.self).contains("Amina"))
        }
    }

    @Test func `is found by any of their names, in any script; a year of birth alone finds nobody`() {
        let person = PersonIdentity(names: ["محمد الرشيد"], aliases: ["Momo"], birth: PartialDate(iso: "1999-05"))
        #expect(!person.tokens.isDisjoint(with: NameTokens.all(of: "Mohammed")))
        #expect(!person.tokens.isDisjoint(with: NameTokens.all(of: "momo")))
        #expect(person.tokens.contains("year 1999"))
        #expect(PersonIdentity(birth: .year(1999)).tokens.isEmpty)
    }
}

/// A file that Harbour House keeps, and three people; all invented.
private struct Scene {
    let database: any Database
    let file: ID<CaseFile>
    let person: ID<Person>
    let keeper: Actor
    let raiser: Actor
    let stranger: Actor

    func isReached(by scope: Scope, _ actor: Actor) async throws -> Bool {
        let file = file
        return try await database.read { tx in try CaseFile.holding(of: file, in: tx) }?.isReached(by: scope, of: actor) ?? false
    }

    func share(with organisation: ID<Organisation>) async throws {
        let (file, by) = (file, keeper.account)
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO case_share (id, case_id, organisation_id, seat, parts, ground, opened_by, opened_at, next_due, is_open)
                VALUES (\(ID<Scene>.new(at: Databases.now)), \(file), \(organisation), 'recipient', 'summary', 'own_consent', \(by), 1,
                    '9999-12-31', 1)
                """
            )
        }
    }

    func bar(account: ID<Account>? = nil, organisation: ID<Organisation>? = nil) async throws {
        let (file, by) = (file, keeper.account)
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO case_bar (id, case_id, account_id, organisation_id, asked_by, barred_by, barred_at)
                VALUES (\(ID<Scene>.new(at: Databases.now)), \(file), \(account), \(organisation), 'person', \(by), 1)
                """
            )
        }
    }
}

extension Actor {
    fileprivate func with(_ deed: Deed, _ scope: Scope) -> Actor {
        Actor(
            account: account, organisation: organisation, displayName: displayName, grants: [deed: scope], session: session,
            hasSecondFactor: true, provedAt: provedAt
        )
    }
}

private func withCase(_ kind: DatabaseKind, _ story: (Scene) async throws -> Void) async throws {
    try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations + ProtectionSchema.migrations) { database in
        let now = Databases.now
        func actor(_ name: String, _ organisation: ID<Organisation>) -> Actor {
            Actor(
                account: .new(at: now), organisation: organisation, displayName: name, grants: [:], session: .new(at: now),
                hasSecondFactor: true, provedAt: now
            )
        }
        let (house, unit) = (ID<Organisation>.new(at: now), ID<Organisation>.new(at: now))
        let people = [actor("keeper", house), actor("raiser", house), actor("stranger", unit)]
        let (file, person) = (ID<CaseFile>.new(at: now), ID<Person>.new(at: now))
        try await database.write { tx in
            for (id, name) in [(house, "Harbour House"), (unit, "Port Example Police")] {
                try tx.run(
                    "INSERT INTO organisation (id, kind, name, search, added_at, version) VALUES (\(id), 'ngo', \(name), '', 0, 1)"
                )
            }
            for one in people {
                try tx.run(
                    """
                    INSERT INTO account (id, organisation_id, sign_in_name, display_name, search, state, invited_at, version)
                    VALUES (\(one.account), \(one.organisation), \(one.displayName), \(one.displayName), '', 'active', 0, 1)
                    """
                )
            }
            let hash = String(repeating: "a", count: 64)
            try tx.run("INSERT INTO country_profile (hash, name, version, text, stored_at) VALUES (\(hash), 'Examplia', '1', '', 0)")
            try tx.run(
                """
                INSERT INTO person (id, identity, identity_version, sex, age_band, interpreter, added_at, version)
                VALUES (\(person), \([UInt8](repeating: 0, count: 40)), 1, \(Sex.female.rawValue), 'adult', 'unknown', 0, 1)
                """
            )
            try tx.run(
                """
                INSERT INTO case_file (id, code, label, person_id, organisation_id, raised_by, path, stage, setting, exploitation, is_urgent,
                    profile, opened_at, stage_since, next_due, version)
                VALUES (\(file), 'K7-4F3-9QX', 'blue harbour', \(person), \(house), \(people[1].account), 'adult', 'detected', 'police',
                    'unknown', 0, \(hash), 0, 0, '9999-12-31', 1)
                """
            )
            try tx.run(
                """
                INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
                VALUES (\(ID<Scene>.new(at: Databases.now)), \(file), \(house), 'keeper', 'summary', \(people[0].account), 0, '9999-12-31', 1)
                """
            )
        }
        try await story(
            Scene(database: database, file: file, person: person, keeper: people[0], raiser: people[1], stranger: people[2]))
    }
}
