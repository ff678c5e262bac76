import Basics
import Store

/// The desk where people show who they are: password, code, provider. What it answers, and how long that takes, never tells whether a
/// name exists.
package struct SignIn: Sendable {
    let gate: Gate
    let roles: RoleBook
    let vault: AccountVault
    let derivation: KeyDerivation
    let rules: PasswordRules
    /// Whether the second factor that a provider asked for counts here.
    let providerCountsAsSecondFactor: Bool
    /// The name of the node, as it appears in an authenticator app.
    let nodeName: String

    package init(
        gate: Gate, roles: RoleBook, vault: AccountVault, derivation: KeyDerivation, rules: PasswordRules,
        providerCountsAsSecondFactor: Bool = false, nodeName: String = "Concord"
    ) {
        self.gate = gate
        self.roles = roles
        self.vault = vault
        self.derivation = derivation
        self.rules = rules
        self.providerCountsAsSecondFactor = providerCountsAsSecondFactor
        self.nodeName = nodeName
    }

    /// What comes of a first proof.
    package enum Answer: Sendable {
        /// A session: its secret goes into the cookie.
        case session(Secret)
        /// A second factor is set up: this secret goes into a short-lived cookie, and the page asks for the code.
        case codeNeeded(Secret)
    }

    /// How long a code may be given after the password.
    package static let stepLifetime = Duration.minutes(5)

    /// Somebody gives a name and a password.
    /// - Parameter network: the network they come from, cut to a prefix.
    /// - Throws: `AccessRefused.signInFailed`, `.slowDown` or `.busy`.
    package func open(name typed: String, password: String, network: String) async throws -> Answer {
        let now = gate.clock.now()
        let name = String(Person.normalised(typed).prefix(200))
        let found = try await gate.database.write { tx in
            let found = try Candidate.find(name, in: tx)
            try Guesses.attempt(name: name, network: network, account: found?.account, at: now, in: tx)
            return found
        }
        // Not in the transaction: a derivation takes a tenth of a second or more.
        let isRight = try await orTakingBack(name, network) {
            try await StoredPassword.matches(String(password.prefix(PasswordRules.longest)), found?.password, with: derivation)
        }
        guard let found, isRight, found.maySignIn else {
            try await refuse(found?.account)
        }
        try await renewIfCheaper(found, password)
        return try await gate.database.write { tx in
            // It may have been suspended, or its password changed, while the key was derived.
            guard let still = try Candidate.find(name, in: tx), still.maySignIn, still.account == found.account else {
                throw AccessRefused.signInFailed
            }
            let answer = try Self.proceed(found.account, network: network, how: "password", secondFactor: false, at: now, in: tx)
            // Where a code is still to come, the try stands until it has come: or a thief with the password could guess codes for ever.
            if case .session = answer { try Guesses.takeBack(name: name, network: network, in: tx) }
            return answer
        }
    }

    /// The second step: a code from the app, or a recovery code.
    package func finish(step: Secret, code: String, network: String) async throws -> Secret {
        let now = gate.clock.now()
        let pending = try await gate.database.write { tx -> PendingStep? in
            guard let pending = try PendingStep.find(step, at: now, in: tx) else { return nil }
            try Guesses.attempt(name: pending.name, network: network, account: pending.account, at: now, in: tx)
            try tx.run("UPDATE sign_in_step SET tries = tries + 1 WHERE token_hash = \(step.hash)")
            return pending
        }
        guard let pending else { throw AccessRefused.signInFailed }
        let secret = try await vault.openFactor(pending.sealedSecret, of: pending.account)
        let passed = try await gate.database.write { tx -> Secret? in
            guard try SecondFactor.accept(code, secret: secret, of: pending.account, at: now, in: tx) else { return nil }
            // Used up together with the code: of two who send the same step at once one finds nothing.
            guard try tx.run("DELETE FROM sign_in_step WHERE token_hash = \(step.hash)") == 1 else { return nil }
            try Guesses.takeBack(name: pending.name, network: network, tries: 2, in: tx)
            return try Self.begin(pending.account, network: network, how: "password and code", secondFactor: true, at: now, in: tx)
        }
        guard let passed else { try await refuse(pending.account) }
        return passed
    }

    /// Somebody signed in proves again who they are, before changing what opens the account.
    package func proveAgain(_ actor: Actor, password: String, network: String) async throws {
        let now = gate.clock.now()
        let found = try await gate.database.write { tx -> Candidate? in
            guard let found = try Candidate.find(actor.account, in: tx) else { return nil }
            try Guesses.attempt(name: found.name, network: network, account: found.account, at: now, in: tx)
            return found
        }
        guard let found else { throw AccessRefused.signInFailed }
        let isRight = try await orTakingBack(found.name, network) {
            try await StoredPassword.matches(password, found.password, with: derivation)
        }
        guard isRight else { try await refuse(found.account) }
        try await gate.database.write { tx in
            try Guesses.takeBack(name: found.name, network: network, in: tx)
            try Self.prove(actor, how: "password", at: now, in: tx)
        }
    }
}

extension SignIn {
    /// A code step or a session, whichever the account needs.
    static func proceed(
        _ account: ID<Account>, network: String, how: String, secondFactor: Bool, at now: Instant, in tx: any Transaction
    ) throws -> Answer {
        let needsCode =
            try !secondFactor
            && tx.exists(
                "SELECT 1 FROM second_factor WHERE account_id = \(account) AND confirmed_at IS NOT NULL"
            )
        guard needsCode else {
            return .session(try begin(account, network: network, how: how, secondFactor: secondFactor, at: now, in: tx))
        }
        let step = Secret.new()
        try tx.run("DELETE FROM sign_in_step WHERE account_id = \(account)")
        try tx.run(
            """
            INSERT INTO sign_in_step (token_hash, account_id, expires_at, tries)
            VALUES (\(step.hash), \(account), \(now + stepLifetime), 0)
            """
        )
        return .codeNeeded(step)
    }

    /// A new session, with its audit row.
    static func begin(
        _ account: ID<Account>, network: String, how: String, secondFactor: Bool, at now: Instant, in tx: any Transaction
    ) throws -> Secret {
        let session = try Sessions.start(for: account, secondFactor: secondFactor, at: now, in: tx)
        try Guesses.remember(network, of: account, at: now, in: tx)
        try AuditRow(.signIn, account: account, session: session.id, detail: "by: \(how)", at: now).write(in: tx)
        return session.secret
    }

    static func prove(_ actor: Actor, how: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE session SET proved_at = \(now) WHERE id = \(actor.session) AND ended_at IS NULL")
        try AuditRow(
            .provedAgain, account: actor.account, organisation: actor.organisation, session: actor.session, detail: "by: \(how)", at: now
        ).write(in: tx)
    }

    /// Records that it failed and refuses, in the same words whatever the reason.
    private func refuse(_ account: ID<Account>?) async throws -> Never {
        let now = gate.clock.now()
        try await gate.database.write { tx in
            try AuditRow(.signIn, account: account, outcome: .denied, detail: AccessRefused.signInFailed.code, at: now).write(in: tx)
        }
        throw AccessRefused.signInFailed
    }

    /// A derivation that was refused because the machine is busy does not count as a wrong guess.
    private func orTakingBack<Value>(_ name: String, _ network: String, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch {
            try await gate.database.write { tx in try Guesses.takeBack(name: name, network: network, in: tx) }
            throw error
        }
    }

    /// A password that was kept at a lower cost than the present one is kept anew.
    private func renewIfCheaper(_ found: Candidate, _ password: String) async throws {
        guard let stored = found.password, stored.cost < derivation.cost else { return }
        let renewed = try await StoredPassword.make(from: password, with: derivation)
        try await gate.database.write { tx in
            try tx.run(
                """
                UPDATE account_password SET cost = \(renewed.cost), salt = \(renewed.salt), hash = \(renewed.hash)
                WHERE account_id = \(found.account) AND hash = \(stored.hash)
                """
            )
        }
    }
}

/// The account that a typed name leads to.
struct Candidate: Sendable {
    let account: ID<Account>
    let name: String
    let displayName: String
    let maySignIn: Bool
    let password: StoredPassword?

    static func find(_ name: String, in tx: any Transaction) throws -> Candidate? {
        try find(where: "a.sign_in_name = \(name)", in: tx)
    }

    static func find(_ id: ID<Account>, in tx: any Transaction) throws -> Candidate? { try find(where: "a.id = \(id)", in: tx) }

    private static func find(where condition: SQL, in tx: any Transaction) throws -> Candidate? {
        try tx.row(
            """
            SELECT a.id, a.sign_in_name, a.display_name, a.state, o.closed_at, p.cost, p.salt, p.hash
            FROM account a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN account_password p ON p.account_id = a.id
            WHERE \(sql: condition)
            """
        ) { row in
            Candidate(
                account: try row.id(0, of: Account.self), name: row.text(1), displayName: row.text(2),
                maySignIn: row.text(3) == Account.State.active.rawValue && row.isNull(4),
                password: row.isNull(5) ? nil : StoredPassword(cost: row.int(5), salt: row.bytes(6), hash: row.bytes(7))
            )
        }
    }
}

/// A sign-in that waits for its code.
private struct PendingStep: Sendable {
    let account: ID<Account>
    let name: String
    let sealedSecret: Sealed<Account, [UInt8]>

    static func find(_ step: Secret, at now: Instant, in tx: any Transaction) throws -> PendingStep? {
        try tx.row(
            """
            SELECT s.account_id, f.secret, a.sign_in_name FROM sign_in_step s JOIN account a ON a.id = s.account_id
            JOIN organisation o ON o.id = a.organisation_id JOIN second_factor f ON f.account_id = s.account_id
            WHERE s.token_hash = \(step.hash) AND s.expires_at > \(now) AND s.tries < 5 AND f.confirmed_at IS NOT NULL
                AND a.state = 'active' AND o.closed_at IS NULL
            """
        ) { PendingStep(account: try $0.id(0, of: Account.self), name: $0.text(2), sealedSecret: $0.sealed(1, of: Account.self)) }
    }
}
