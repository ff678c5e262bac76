import Basics
import Store

/// The rows of an account's second factor.
enum SecondFactor {
    /// Whether a code is right; if so it is used up: a code of the app by its step, a recovery code for ever.
    static func accept(
        _ code: String, secret: [UInt8], of account: ID<Account>, at now: Instant, in tx: any Transaction
    ) throws -> Bool {
        let typed = code.filter { !$0.isWhitespace }
        if typed.count == TimeCode.digits, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let last = try tx.row("SELECT last_step FROM second_factor WHERE account_id = \(account)") { $0.int(0) } ?? 0
            guard let step = TimeCode.match(typed, secret: secret, at: now, after: last) else { return false }
            // Compared again by the database: of two who send the same code at once one is refused.
            return try tx.run("UPDATE second_factor SET last_step = \(step) WHERE account_id = \(account) AND last_step < \(step)") == 1
        }
        return try tx.run(
            """
            UPDATE recovery_code SET used_at = \(now)
            WHERE account_id = \(account) AND hash = \(RecoveryCode.hash(typed, of: account)) AND used_at IS NULL
            """
        ) == 1
    }

    /// Replaces all recovery codes.
    /// - Returns: the new ones, to be shown once.
    static func newCodes(for account: ID<Account>, in tx: any Transaction) throws -> [String] {
        try tx.run("DELETE FROM recovery_code WHERE account_id = \(account)")
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.new() }
        for code in codes {
            try tx.run(
                "INSERT INTO recovery_code (account_id, hash, used_at) VALUES (\(account), \(RecoveryCode.hash(code, of: account)), NULL)"
            )
        }
        return codes
    }
}

extension SignIn {
    /// How far somebody is with their second factor.
    package struct SecondFactorState: Sendable, Hashable {
        package let isSetUp: Bool
        package let codesLeft: Int
        /// Whether one of the person's roles needs it.
        package let isNeeded: Bool
    }

    package func secondFactor(of actor: Actor) async throws -> SecondFactorState {
        let isNeeded = actor.deeds.contains(where: \.needsSecondFactor)
        return try await gate.database.read { tx in
            SecondFactorState(
                isSetUp: try tx.exists("SELECT 1 FROM second_factor WHERE account_id = \(actor.account) AND confirmed_at IS NOT NULL"),
                codesLeft: try tx.count(
                    "SELECT count(*) FROM recovery_code WHERE account_id = \(actor.account) AND used_at IS NULL"
                ),
                isNeeded: isNeeded
            )
        }
    }

    /// Begins setting up an app. The one in use, if any, works until the new one is confirmed.
    package func beginSecondFactor(by actor: Actor) async throws {
        let sealed = try await vault.seal(TimeCode.newSecret(), as: .secondFactor, of: actor.account)
        try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "second factor begun") { tx, _ in
            try tx.run(
                """
                INSERT INTO second_factor (account_id, secret, pending, confirmed_at, last_step)
                VALUES (\(actor.account), NULL, \(sealed), NULL, 0)
                ON CONFLICT (account_id) DO UPDATE SET pending = excluded.pending
                """
            )
        }
    }

    /// What to tell the app that is being set up; `nil` when none is. Only shown after a fresh sign-in.
    package func pendingSecondFactor(of actor: Actor) async throws -> SecondFactorSetup? {
        guard let pending = try await pending(of: actor) else { return nil }
        return SecondFactorSetup(
            secret: try await vault.openFactor(pending.sealed, of: actor.account), signInName: pending.name, node: nodeName
        )
    }

    /// Confirms the app with its first code.
    /// - Returns: recovery codes, to be shown once, and the secret of a new session: this one, and no other, has a second factor.
    package func confirmSecondFactor(
        code: String, by actor: Actor, network: String
    ) async throws -> (codes: [String], session: Secret) {
        let now = gate.clock.now()
        guard let pending = try await pending(of: actor) else { throw AccountRefused.noSecondFactorPending }
        let secret = try await vault.openFactor(pending.sealed, of: actor.account)
        let typed = code.filter { !$0.isWhitespace }
        return try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "second factor confirmed") { tx, _ in
            guard let step = TimeCode.match(typed, secret: secret, at: now, after: 0) else { throw AccountRefused.wrongCode }
            let confirmed = try tx.run(
                """
                UPDATE second_factor SET secret = pending, pending = NULL, confirmed_at = \(now), last_step = \(step)
                WHERE account_id = \(actor.account) AND pending = \(pending.sealed)
                """
            )
            guard confirmed == 1 else { throw AccountRefused.noSecondFactorPending }
            let codes = try SecondFactor.newCodes(for: actor.account, in: tx)
            try Sessions.endAll(of: actor.account, at: now, in: tx)
            let session = try Self.begin(
                actor.account, network: network, how: "second factor set up", secondFactor: true, at: now, in: tx
            )
            return (codes, session)
        }
    }

    /// New recovery codes in place of the old.
    package func renewRecoveryCodes(by actor: Actor) async throws -> [String] {
        try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "recovery codes renewed") { tx, _ in
            guard try tx.exists("SELECT 1 FROM second_factor WHERE account_id = \(actor.account) AND confirmed_at IS NOT NULL") else {
                throw AccountRefused.noSecondFactorPending
            }
            return try SecondFactor.newCodes(for: actor.account, in: tx)
        }
    }

    private func pending(of actor: Actor) async throws -> (sealed: Sealed<Account, [UInt8]>, name: String)? {
        try gate.requireFresh(.changeOwnSecrets, for: actor)
        return try await gate.database.read { tx in
            try tx.row(
                """
                SELECT f.pending, a.sign_in_name FROM second_factor f JOIN account a ON a.id = f.account_id
                WHERE f.account_id = \(actor.account) AND f.pending IS NOT NULL
                """
            ) { ($0.sealed(0, of: Account.self), $0.text(1)) }
        }
    }
}
