import Basics
import Fixtures
import Store
import Testing

@testable import Access

@Suite struct `Signing in` {
    @Test(arguments: Databases.all)
    func `opens a session for the right password`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            guard case .session(let secret) = try await desk.signIn.open(name: " Bakary ", password: Desk.password, network: Desk.network)
            else { return #expect(Bool(false), "no session") }
            #expect(try await desk.actor(secret).account == bakary.id)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 8: says the same for an unknown name, a wrong password and a suspended account`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            _ = try await desk.person("chidi", roles: ["member"])
            try await desk.reception.accounts.suspend(bakary.id, by: desk.amina)
            for (name, password) in [("nobody", Desk.password), ("chidi", "not the password"), ("bakary", Desk.password)] {
                await #expect(throws: AccessRefused.signInFailed) {
                    try await desk.signIn.open(name: name, password: password, network: Desk.network)
                }
            }
            #expect(try await desk.auditRows("event.signIn").filter { $0.outcome == "denied" }.count == 3)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 8: does the same work for an unknown name as for a wrong password`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind, cost: 7) { desk in
            _ = try await desk.reception.accounts.invite(
                .init(organisation: desk.ministry, signInName: "dao", displayName: "Dao", roles: []), by: desk.amina
            )
            // One with a password, one who was invited and has none yet, one who does not exist.
            for name in ["amina", "dao", "nobody"] {
                let before = await desk.signIn.derivation.work
                _ = try? await desk.signIn.open(name: name, password: "wrong", network: Desk.network)
                #expect(await desk.signIn.derivation.work - before == 1 << 7, "for \(name)")
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 9: is slowed for whoever guesses, and for nobody else`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            _ = try await desk.person("bakary", roles: ["member"])
            _ = try await desk.person("chidi", roles: ["member"])
            let attacker = "203.0.113.0/24"
            for _ in 0..<8 {
                await #expect(throws: AccessRefused.signInFailed) {
                    try await desk.signIn.open(name: "bakary", password: "guess", network: attacker)
                }
            }
            let refused = await #expect(throws: AccessRefused.self) {
                try await desk.signIn.open(name: "bakary", password: Desk.password, network: attacker)
            }
            #expect(refused?.kind == .tooMany)
            #expect((refused?.retryAfter ?? 0) > 0)
            // Bakary from his own network, and Chidi from the attacker's, get in.
            _ = try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
            _ = try await desk.signIn.open(name: "chidi", password: Desk.password, network: attacker)
            // After the wait the attacker may try again, and each failure doubles the next wait.
            desk.clock.pass(.seconds(2))
            await #expect(throws: AccessRefused.signInFailed) {
                try await desk.signIn.open(name: "bakary", password: "guess", network: attacker)
            }
            let second = await #expect(throws: AccessRefused.self) {
                try await desk.signIn.open(name: "bakary", password: "guess", network: attacker)
            }
            #expect((second?.retryAfter ?? 0) > (refused?.retryAfter ?? 0))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 9: can't be locked by guesses from a hundred networks`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            _ = try await desk.person("bakary", roles: ["member"])
            var slowed = 0
            for index in 0..<40 {
                do {
                    _ = try await desk.signIn.open(name: "bakary", password: "guess", network: "203.0.\(index).0/24")
                } catch AccessRefused.slowDown { slowed += 1 } catch AccessRefused.signInFailed {}
            }
            #expect(slowed > 10)
            _ = try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
        }
    }

    @Test func `promise 13: is refused for a moment when too many keys are being derived`() async throws {
        try await withDesk(.sqlite, cost: 12, places: 2) { desk in
            let outcomes = await withTaskGroup(of: String.self) { group in
                for index in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await desk.signIn.open(name: "nobody\(index)", password: "x", network: "192.0.2.\(index)")
                            return "in"
                        } catch { return (error as? any Refusal)?.code ?? "fault" }
                    }
                }
                return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes["access.busy", default: 0] > 0)
            #expect(outcomes["access.sign-in-failed", default: 0] >= 2)
            #expect(outcomes["fault"] == nil)
            #expect(AccessRefused.busy(seconds: 2).kind == .unavailable)
            #expect(AccessRefused.busy(seconds: 2).retryAfter == 2)
            // Whoever was turned away as busy has not used up a guess.
            let most = try await desk.database.read { tx in try tx.count("SELECT coalesce(max(failures), 0) FROM guess") }
            #expect(most == 1)
        }
    }

    @Test(arguments: Databases.all)
    func `keeps a password anew when the cost has been raised`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            try await desk.database.write { tx in
                let weak = try #require(
                    try tx.row("SELECT salt FROM account_password WHERE account_id = \(bakary.id)") { $0.bytes(0) }
                )
                #expect(weak.count == 16)
            }
            let stronger = SignIn(
                gate: desk.reception.gate, roles: desk.reception.roles, vault: desk.signIn.vault, derivation: KeyDerivation(cost: 6),
                rules: desk.signIn.rules
            )
            _ = try await stronger.open(name: "bakary", password: Desk.password, network: Desk.network)
            let cost = try await desk.database.read { tx in
                try tx.count("SELECT cost FROM account_password WHERE account_id = \(bakary.id)")
            }
            #expect(cost == 6)
            _ = try await stronger.open(name: "bakary", password: Desk.password, network: Desk.network)
        }
    }
}

@Suite struct `A second factor` {
    @Test(arguments: Databases.all)
    func `promise 10: is asked for after the password, and a code works once`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            #expect(try await desk.actor(factor.session).hasSecondFactor)
            // The session from before is gone.
            #expect(try await desk.reception.sessions.actor(for: bakary.session) == nil)
            desk.clock.pass(.minutes(1))
            let code = desk.code(factor.key)
            _ = try await enter(desk, code)
            await #expect(throws: AccessRefused.signInFailed) { try await enter(desk, code) }
            await #expect(throws: AccessRefused.signInFailed) { try await enter(desk, "000000") }
            desk.clock.pass(.minutes(1))
            #expect(try await desk.actor(try await enter(desk, desk.code(factor.key))).hasSecondFactor)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 10: can be replaced once by each recovery code`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            #expect(factor.codes.count == 10)
            let code = try #require(factor.codes.first)
            let session = try await enter(desk, code.uppercased())
            await #expect(throws: AccessRefused.signInFailed) { try await enter(desk, code) }
            #expect(try await desk.signIn.secondFactor(of: try await desk.actor(session)).codesLeft == 9)
            let kept = try await desk.database.read { tx in try tx.rows("SELECT hash FROM recovery_code") { $0.bytes(0) } }
            #expect(!kept.contains(Array(code.utf8)))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 9: five wrong codes end the step`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            desk.clock.pass(.minutes(1))
            let step = try await step(desk)
            for _ in 0..<5 {
                await #expect(throws: AccessRefused.signInFailed) {
                    try await desk.signIn.finish(step: step, code: "12345a", network: Desk.network)
                }
            }
            await #expect(throws: AccessRefused.signInFailed) {
                try await desk.signIn.finish(step: step, code: desk.code(factor.key), network: Desk.network)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 9: can't be guessed by somebody who has the password and begins again and again`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            var tries = 0
            let thief = "203.0.113.0/24"
            await #expect(throws: AccessRefused.self) {
                while tries < 100 {
                    tries += 1
                    guard case .codeNeeded(let step) = try await desk.signIn.open(name: "bakary", password: Desk.password, network: thief)
                    else { return }
                    do {
                        _ = try await desk.signIn.finish(step: step, code: "12345\(tries % 10)", network: thief)
                    } catch AccessRefused.signInFailed {}
                }
            }
            #expect(tries < 10)
            desk.clock.pass(.minutes(1))
            _ = try await enter(desk, desk.code(factor.key))
        }
    }

    @Test(arguments: Databases.all)
    func `is sealed in the database`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            let kept = try await desk.database.read { tx in try tx.rows("SELECT secret FROM second_factor") { $0.bytes(0) } }
            #expect(kept.count == 1)
            #expect(kept.allSatisfy { $0.hex.contains(factor.key.hex) == false })
        }
    }

    private func step(_ desk: Desk) async throws -> Secret {
        guard case .codeNeeded(let step) = try await desk.signIn.open(name: "bakary", password: Desk.password, network: Desk.network)
        else { throw AccessRefused.signInNeeded }
        return step
    }

    private func enter(_ desk: Desk, _ code: String) async throws -> Secret {
        try await desk.signIn.finish(step: try await step(desk), code: code, network: Desk.network)
    }
}
