import Basics
import Crypto
import Foundation
import Store

extension SignIn {
    /// Somebody comes back from the provider. No account is made: the identity must have been linked to one before.
    package func open(_ identity: ProvenIdentity, network: String) async throws -> Answer {
        let now = gate.clock.now()
        let secondFactor = identity.hadSecondFactor && providerCountsAsSecondFactor
        return try await gate.database.write { tx in
            guard let id = try Self.account(of: identity, in: tx), try Candidate.find(id, in: tx)?.maySignIn == true else {
                throw ProviderRefused.unknownPerson
            }
            return try Self.proceed(id, network: network, how: "provider", secondFactor: secondFactor, at: now, in: tx)
        }
    }

    /// Somebody signed in proves again at the provider who they are.
    package func proveAgain(_ actor: Actor, with identity: ProvenIdentity) async throws {
        let now = gate.clock.now()
        guard let at = identity.authenticatedAt, now - at <= .minutes(2) else { throw ProviderRefused.notFresh }
        try await gate.database.write { tx in
            guard try Self.account(of: identity, in: tx) == actor.account else { throw ProviderRefused.unknownPerson }
            try Self.prove(actor, how: "provider", at: now, in: tx)
        }
    }

    /// Somebody invited takes up their account with the provider in place of a password.
    package func accept(_ link: Secret, with identity: ProvenIdentity, network: String) async throws -> Answer {
        let now = gate.clock.now()
        let secondFactor = identity.hadSecondFactor && providerCountsAsSecondFactor
        return try await gate.database.write { tx in
            let id = try Self.use(link, at: now, in: tx)
            try Self.link(identity, to: id, at: now, in: tx)
            return try Self.proceed(id, network: network, how: "provider", secondFactor: secondFactor, at: now, in: tx)
        }
    }

    /// Links one's own account to the provider, after a fresh sign-in.
    package func link(_ identity: ProvenIdentity, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "provider linked") { tx, _ in
            try Self.link(identity, to: actor.account, at: now, in: tx)
        }
    }

    /// Ends the link. Refused where it is the only way in.
    package func unlinkProvider(by actor: Actor) async throws {
        try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "provider unlinked") { tx, _ in
            guard try tx.exists("SELECT 1 FROM account_password WHERE account_id = \(actor.account)") else {
                throw AccountRefused.wrongState
            }
            try tx.run("DELETE FROM provider_identity WHERE account_id = \(actor.account)")
        }
    }

    /// Whether the account can be opened by password, and by the provider.
    package func waysIn(of actor: Actor) async throws -> (password: Bool, provider: Bool) {
        try await gate.database.read { tx in
            (
                try tx.exists("SELECT 1 FROM account_password WHERE account_id = \(actor.account)"),
                try tx.exists("SELECT 1 FROM provider_identity WHERE account_id = \(actor.account)")
            )
        }
    }

    private static func account(of identity: ProvenIdentity, in tx: any Transaction) throws -> ID<Account>? {
        try tx.row("SELECT account_id FROM provider_identity WHERE hash = \(hash(identity))") { try $0.id(0, of: Account.self) }
    }

    private static func link(_ identity: ProvenIdentity, to id: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        if let other = try account(of: identity, in: tx), other != id { throw AccountRefused.providerIdentityTaken }
        try tx.run("DELETE FROM provider_identity WHERE account_id = \(id)")
        try tx.run("INSERT INTO provider_identity (hash, account_id, linked_at) VALUES (\(hash(identity)), \(id), \(now))")
        try AuditRow(.providerLinked, account: id, at: now).write(in: tx)
    }

    /// The provider's name for a person may be their e-mail address: only its hash is kept.
    private static func hash(_ identity: ProvenIdentity) -> [UInt8] {
        Array(SHA256.hash(data: Data("\(identity.issuer)\u{1F}\(identity.subject)".utf8)))
    }
}
