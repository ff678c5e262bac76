package import Basics
import Store

/// The sessions of a node: looked up on the database at each request, so that what ends one works at once, in every process.
package struct Sessions: Sendable {
    let gate: Gate
    let roles: RoleBook

    package init(gate: Gate, roles: RoleBook) {
        self.gate = gate
        self.roles = roles
    }

    /// Starts a session inside the transaction that checked who it is.
    static func start(
        for account: ID<Account>, secondFactor: Bool, at now: Instant, in tx: any Transaction
    ) throws -> (secret: Secret, id: ID<Session>) {
        let secret = Secret.new()
        let id = ID<Session>.new(at: now)
        try tx.run(
            """
            INSERT INTO session (id, token_hash, account_id, started_at, seen_at, proved_at, second_factor, ended_at)
            VALUES (\(id), \(secret.hash), \(account), \(now), \(now), \(now), \(secondFactor), NULL)
            """
        )
        return (secret, id)
    }

    /// The person whose session this is; `nil` when it is unknown, ended, idle for 30 minutes or 12 hours old, when the account is not
    /// active, or when its organisation is closed.
    package func actor(for secret: Secret) async throws -> Actor? {
        let now = gate.clock.now()
        let found = try await gate.database.read { tx in try Self.find(secret, at: now, in: tx) }
        guard let found else { return nil }
        // Written at most once a minute: a page with twenty pictures is not twenty writes.
        if now - found.seenAt >= .minutes(1) {
            try await gate.database.write { tx in
                try tx.run("UPDATE session SET seen_at = \(now) WHERE id = \(found.id) AND seen_at < \(now) AND ended_at IS NULL")
            }
        }
        return Actor(
            account: found.account, organisation: found.organisation, displayName: found.displayName,
            grants: roles.grants(of: found.roles), session: found.id, hasSecondFactor: found.hasSecondFactor,
            provedAt: found.provedAt, language: found.language
        )
    }

    private struct Found: Sendable {
        let id: ID<Session>
        let account: ID<Account>
        let organisation: ID<Organisation>
        let displayName: String
        let language: String?
        let seenAt: Instant
        let provedAt: Instant
        let hasSecondFactor: Bool
        var roles: [RoleName]
    }

    private static func find(_ secret: Secret, at now: Instant, in tx: any Transaction) throws -> Found? {
        var found: Found?
        try tx.forEach(
            """
            SELECT s.id, a.id, a.organisation_id, a.display_name, a.language, s.seen_at, s.proved_at, s.second_factor, r.role
            FROM session s JOIN account a ON a.id = s.account_id JOIN organisation o ON o.id = a.organisation_id
            LEFT JOIN account_role r ON r.account_id = a.id
            WHERE s.token_hash = \(secret.hash) AND s.ended_at IS NULL AND a.state = 'active' AND o.closed_at IS NULL
                AND s.seen_at > \(now - Session.idleLimit) AND s.started_at > \(now - Session.absoluteLimit)
            """
        ) { row in
            if found == nil {
                found = Found(
                    id: try row.id(0, of: Session.self), account: try row.id(1, of: Account.self),
                    organisation: try row.id(2, of: Organisation.self), displayName: row.text(3), language: row.optionalText(4),
                    seenAt: row.instant(5), provedAt: row.instant(6), hasSecondFactor: row.bool(7), roles: []
                )
            }
            if let role = row.optionalText(8).flatMap(RoleName.init(rawValue:)) { found?.roles.append(role) }
        }
        return found
    }
}

extension Sessions {
    /// The person signs out.
    package func signOut(_ actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.database.write { tx in
            try tx.run("UPDATE session SET ended_at = \(now) WHERE id = \(actor.session) AND ended_at IS NULL")
            try AuditRow(
                .signOut, account: actor.account, organisation: actor.organisation, session: actor.session, at: now
            ).write(in: tx)
        }
    }

    /// One's own sessions that are still good, the newest first.
    package func own(of actor: Actor) async throws -> [Session] {
        let now = gate.clock.now()
        return try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT s.id, s.account_id, s.started_at, s.seen_at, s.second_factor FROM session s
                WHERE s.account_id = \(actor.account) AND \(sql: Self.isGood(at: now)) ORDER BY s.started_at DESC
                """
            ) { try Session($0) }
        }
    }

    /// A session with whose it is.
    package struct Line: Sendable, Hashable {
        package let session: Session
        package let displayName: String
        package let organisationName: String
    }

    /// Everybody's sessions that are still good and that the deed `endSessions` reaches, the last used first; at most 200.
    package func all(for actor: Actor) async throws -> [Line] {
        let now = gate.clock.now()
        guard let scope = actor.scope(of: .endSessions) else { return [] }
        return try await gate.database.read { tx in
            let reach: SQL = scope == .node ? .none : "AND a.organisation_id = \(actor.organisation)"
            return try tx.rows(
                """
                SELECT s.id, s.account_id, s.started_at, s.seen_at, s.second_factor, a.display_name, o.name
                FROM session s JOIN account a ON a.id = s.account_id JOIN organisation o ON o.id = a.organisation_id
                WHERE \(sql: Self.isGood(at: now)) \(sql: reach) ORDER BY s.seen_at DESC LIMIT 200
                """
            ) { Line(session: try Session($0), displayName: $0.text(5), organisationName: $0.text(6)) }
        }
    }

    /// Ends one session: one's own, or, with the deed `endSessions`, another's.
    package func end(_ id: ID<Session>, by actor: Actor) async throws {
        let now = gate.clock.now()
        let own = try await gate.database.read { tx in try Session.holding(of: id, in: tx)?.owner == actor.account }
        try await gate.change(own ? .viewOwnAccount : .endSessions, on: id, for: actor, detail: "session ended") { tx, _ in
            try tx.run("UPDATE session SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
        }
    }

    /// Ends all sessions of an account and its tokens, as after a change of password; one session may be spared.
    static func endAll(of account: ID<Account>, but spared: ID<Session>? = nil, at now: Instant, in tx: any Transaction) throws {
        let others: SQL = spared.map { "AND id <> \($0)" } ?? .none
        try tx.run("UPDATE session SET ended_at = \(now) WHERE account_id = \(account) AND ended_at IS NULL \(sql: others)")
        try APITokens.endAll(of: account, at: now, in: tx)
    }

    private static func isGood(at now: Instant) -> SQL {
        "s.ended_at IS NULL AND s.seen_at > \(now - Session.idleLimit) AND s.started_at > \(now - Session.absoluteLimit)"
    }
}

extension Session {
    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: try row.id(0, of: Session.self), account: try row.id(1, of: Account.self), startedAt: row.instant(2),
            seenAt: row.instant(3), hasSecondFactor: row.bool(4)
        )
    }
}
