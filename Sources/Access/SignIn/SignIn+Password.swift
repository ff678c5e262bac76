import Basics
import Store

extension SignIn {
    /// Changes one's own password, after a fresh sign-in. All sessions end, this one too.
    /// - Returns: the secret of a new session in its place.
    package func changePassword(to password: String, by actor: Actor, network: String) async throws -> Secret {
        let now = gate.clock.now()
        try gate.requireFresh(.changeOwnSecrets, for: actor)
        guard let person = try await gate.database.read({ tx in try Candidate.find(actor.account, in: tx) }) else {
            throw AccessRefused.signInNeeded
        }
        try rules.check(password, signInName: person.name, displayName: person.displayName)
        let stored = try await StoredPassword.make(from: password, with: derivation)
        return try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "password changed") { tx, _ in
            try stored.write(for: actor.account, at: now, in: tx)
            try Notice.post(.passwordChanged, to: .account(actor.account), until: now + .days(90), at: now, in: tx)
            try Sessions.endAll(of: actor.account, at: now, in: tx)
            return try Self.begin(
                actor.account, network: network, how: "password changed", secondFactor: actor.hasSecondFactor, at: now, in: tx
            )
        }
    }
}

extension StoredPassword {
    func write(for account: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO account_password (account_id, cost, salt, hash, changed_at)
            VALUES (\(account), \(cost), \(salt), \(hash), \(now))
            ON CONFLICT (account_id) DO UPDATE SET cost = excluded.cost, salt = excluded.salt, hash = excluded.hash,
                changed_at = excluded.changed_at
            """
        )
    }
}
