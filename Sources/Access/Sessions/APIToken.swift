package import Basics
package import Store

/// What lets a program ask in somebody's name. Its secret is 256 random bits, shown once; the database holds only their hash.
package struct APIToken: Sendable, Hashable {
    package let id: ID<APIToken>
    package let account: ID<Account>
    /// What its owner calls it: the program that uses it.
    package let name: String
    package let madeAt: Instant
    package let expiresAt: Instant
    /// The day on which it was last used; `nil` for one that never was.
    package let lastUsedOn: Day?
    package let endedAt: Instant?
    /// Whether the session that it was made in had a second factor.
    package let hasSecondFactor: Bool

    package func isGood(at now: Instant) -> Bool { endedAt == nil && expiresAt > now }

    /// For how many days somebody may make one.
    package static let lifetimes = [30, 90, 365]
    /// How many good ones somebody may have at once.
    package static let most = 20
}

extension APIToken: Held {
    package static func holding(of id: ID<APIToken>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT a.organisation_id, a.id FROM api_token t JOIN account a ON a.id = t.account_id WHERE t.id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self), owner: try $0.id(1, of: Account.self))
        }
    }
}

/// What is refused about tokens of the API.
package enum APITokenRefused: Refusal {
    case name, lifetime, tooMany

    package var code: String {
        switch self {
        case .name: "api-token.name"
        case .lifetime: "api-token.lifetime"
        case .tooMany: "api-token.too-many"
        }
    }

    package var message: String {
        switch self {
        case .name: "The name of a token has 1 to 60 characters. Write which program uses it."
        case .lifetime: "A token is good for a year at most. Choose one of the spans offered."
        case .tooMany: "You have \(APIToken.most) tokens already. End one that is not used any more, then make a new one."
        }
    }
}

/// The tokens of a node: looked up on the database at each request, so that what ends one works at once, in every process.
package struct APITokens: Sendable {
    let gate: Gate
    let roles: RoleBook

    package init(gate: Gate, roles: RoleBook) {
        self.gate = gate
        self.roles = roles
    }

    /// Makes one for oneself.
    /// - Returns: the secret, which nobody can be shown again.
    package func make(_ name: String, days: Int, by actor: Actor) async throws -> Secret {
        let (now, name) = (gate.clock.now(), name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard (1...60).contains(name.count) else { throw APITokenRefused.name }
        guard (1...365).contains(days) else { throw APITokenRefused.lifetime }
        guard actor.may(.useAPI) else { throw AccessRefused.notYourDeed(Denial(actor: actor, deed: .useAPI)) }
        let (id, secret) = (ID<APIToken>.new(at: now), Secret.new())
        try await gate.change(.changeOwnSecrets, on: actor.account, for: actor, detail: "api token made: \(id)") { tx, _ in
            let good = try tx.count(
                "SELECT COUNT(*) FROM api_token WHERE account_id = \(actor.account) AND ended_at IS NULL AND expires_at > \(now)")
            guard good < APIToken.most else { throw APITokenRefused.tooMany }
            try tx.run(
                """
                INSERT INTO api_token (id, token_hash, account_id, name, made_at, expires_at, last_used_on, ended_at, second_factor)
                VALUES (\(id), \(secret.hash), \(actor.account), \(name), \(now), \(now + .days(days)), NULL, NULL,
                    \(actor.hasSecondFactor))
                """
            )
        }
        return secret
    }

    /// Ends one of one's own at once.
    package func end(_ id: ID<APIToken>, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.change(.viewOwnAccount, on: id, for: actor, detail: "api token ended") { tx, _ in
            try tx.run(
                "UPDATE api_token SET ended_at = \(now) WHERE id = \(id) AND account_id = \(actor.account) AND ended_at IS NULL")
        }
    }

    /// One's own that are still good, the newest first.
    package func own(of actor: Actor) async throws -> [APIToken] {
        let now = gate.clock.now()
        return try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT id, account_id, name, made_at, expires_at, last_used_on, ended_at, second_factor FROM api_token
                WHERE account_id = \(actor.account) AND ended_at IS NULL AND expires_at > \(now) ORDER BY made_at DESC, id DESC
                """
            ) { row in
                APIToken(
                    id: try row.id(0, of: APIToken.self), account: try row.id(1, of: Account.self), name: row.text(2),
                    madeAt: row.instant(3), expiresAt: row.instant(4), lastUsedOn: row.optionalText(5).flatMap { Day(iso: $0) },
                    endedAt: row.optionalInstant(6), hasSecondFactor: row.bool(7)
                )
            }
        }
    }

    /// The owner of a token, with the roles that they have now; `nil` when it is unknown, ended or too old, when the account is not
    /// active, or when its organisation is closed.
    ///
    /// The audit knows what it does by the token's id, where that of a session stands. It never counts as a fresh sign-in.
    package func actor(for secret: Secret) async throws -> Actor? {
        let now = gate.clock.now()
        let today = now.day()
        guard let found = try await gate.database.read({ tx in try Self.find(secret, at: now, in: tx) }) else { return nil }
        // The day, and no more: written at most once in it.
        if found.lastUsedOn != today {
            try await gate.database.write { tx in
                try tx.run("UPDATE api_token SET last_used_on = \(today) WHERE id = \(found.id) AND ended_at IS NULL")
            }
        }
        return Actor(
            account: found.account, organisation: found.organisation, displayName: found.displayName,
            grants: roles.grants(of: found.roles), session: ID<Session>(found.id.uuid), hasSecondFactor: found.hasSecondFactor,
            provedAt: Instant(microseconds: 0), language: found.language
        )
    }

    private struct Found: Sendable {
        let id: ID<APIToken>
        let account: ID<Account>
        let organisation: ID<Organisation>
        let displayName: String
        let language: String?
        let lastUsedOn: Day?
        let hasSecondFactor: Bool
        var roles: [RoleName]
    }

    private static func find(_ secret: Secret, at now: Instant, in tx: any Transaction) throws -> Found? {
        var found: Found?
        try tx.forEach(
            """
            SELECT t.id, a.id, a.organisation_id, a.display_name, a.language, t.last_used_on, t.second_factor, r.role
            FROM api_token t JOIN account a ON a.id = t.account_id JOIN organisation o ON o.id = a.organisation_id
            LEFT JOIN account_role r ON r.account_id = a.id
            WHERE t.token_hash = \(secret.hash) AND t.ended_at IS NULL AND t.expires_at > \(now) AND a.state = 'active'
                AND o.closed_at IS NULL
            """
        ) { row in
            if found == nil {
                found = Found(
                    id: try row.id(0, of: APIToken.self), account: try row.id(1, of: Account.self),
                    organisation: try row.id(2, of: Organisation.self), displayName: row.text(3), language: row.optionalText(4),
                    lastUsedOn: row.optionalText(5).flatMap { Day(iso: $0) }, hasSecondFactor: row.bool(6), roles: []
                )
            }
            if let role = row.optionalText(7).flatMap(RoleName.init(rawValue:)) { found?.roles.append(role) }
        }
        return found
    }

    /// Ends all of an account: its password changed, it was suspended, or somebody ended all its sessions.
    static func endAll(of account: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE api_token SET ended_at = \(now) WHERE account_id = \(account) AND ended_at IS NULL")
    }
}
