package import Basics
package import Store

/// A database that holds invented people only, to try the program with: marked once, for ever, with a banner on every page.
package enum Demonstration {
    static let migration = Migration(
        "2026-11-25 access: databases that are a demonstration, and the links into them",
        """
        CREATE TABLE demonstration (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            seed INTEGER NOT NULL,
            marked_at INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE demonstration_link (
            id BLOB PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            account_id BLOB NOT NULL REFERENCES account (id),
            expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT
        """
    )

    /// How long a link is good for.
    package static let linkLifetime = Duration.minutes(30)

    /// Whether this database is a demonstration.
    package static func isMarked(in tx: any Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM demonstration") }

    /// Marks an empty database.
    /// - Throws: `DemonstrationRefused.notEmpty` when anybody has an account on it: a node that works is never made a demonstration.
    package static func mark(seed: Int, at now: Instant, in tx: any Transaction) throws {
        guard try !isMarked(in: tx) else { throw DemonstrationRefused.madeAlready }
        guard try !tx.exists("SELECT 1 FROM account") else { throw DemonstrationRefused.notEmpty }
        try tx.run("INSERT INTO demonstration (one, seed, marked_at) VALUES (1, \(seed), \(now))")
    }

    /// A link by which somebody enters as the first account that has a role, and if possible no other: good once and for half an hour.
    /// - Parameter organisation: a part of the name of the organisation they work for; without one, any.
    package static func link(
        as role: RoleName, of organisation: String = "", in database: any Database, at now: Instant
    ) async throws -> Secret {
        try await database.write { tx in
            guard try isMarked(in: tx) else { throw DemonstrationRefused.noDemonstration }
            let account = try tx.row(
                """
                SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id JOIN organisation g ON g.id = a.organisation_id
                WHERE r.role = \(role.rawValue) AND a.state = 'active' AND lower(g.name) LIKE \("%" + organisation.lowercased() + "%")
                ORDER BY (SELECT count(*) FROM account_role o WHERE o.account_id = a.id), a.id LIMIT 1
                """
            ) { try $0.id(0, of: Account.self) }
            guard let account else { throw DemonstrationRefused.nobodyWithRole }
            let secret = Secret.new()
            try tx.run(
                """
                INSERT INTO demonstration_link (id, token_hash, account_id, expires_at)
                VALUES (\(ID<DemonstrationLink>.new(at: now)), \(secret.hash), \(account), \(now + linkLifetime))
                """
            )
            try AuditRow(.linkMade, account: Actor.console, detail: "purpose: demonstration", at: now).write(in: tx)
            return secret
        }
    }

    /// Whom a link leads in as; looking does not use it.
    package static func welcome(_ link: Secret, in database: any Database, at now: Instant) async throws -> (
        name: String, organisation: String
    ) {
        let found = try await database.read { tx in
            try tx.row(
                """
                SELECT a.display_name, o.name FROM demonstration_link l JOIN account a ON a.id = l.account_id
                    JOIN organisation o ON o.id = a.organisation_id
                WHERE l.token_hash = \(link.hash) AND l.used_at IS NULL AND l.expires_at > \(now)
                """
            ) { ($0.text(0), $0.text(1)) }
        }
        guard let found else { throw AccessRefused.linkSpent }
        return (name: found.0, organisation: found.1)
    }

    /// Uses a link: it stands in for password and second factor. Only on a demonstration; whoever serves it sees to it that only this
    /// machine reaches it.
    package static func enter(_ link: Secret, in database: any Database, network: String, at now: Instant) async throws -> Secret {
        try await database.write { tx in
            guard try isMarked(in: tx) else { throw AccessRefused.linkSpent }
            let account = try tx.row(
                "SELECT account_id FROM demonstration_link WHERE token_hash = \(link.hash) AND used_at IS NULL AND expires_at > \(now)"
            ) { try $0.id(0, of: Account.self) }
            guard let account else { throw AccessRefused.linkSpent }
            let used = try tx.run("UPDATE demonstration_link SET used_at = \(now) WHERE token_hash = \(link.hash) AND used_at IS NULL")
            guard used == 1 else { throw AccessRefused.linkSpent }
            return try SignIn.begin(account, network: network, how: "demonstration link", secondFactor: true, at: now, in: tx)
        }
    }

    /// Adds somebody who is active from the start and has no password: only a link leads in as them.
    package static func add(
        _ invitation: Accounts.Invitation, as id: ID<Account>, at now: Instant, in tx: any Transaction
    ) throws {
        guard try isMarked(in: tx) else { throw DemonstrationRefused.noDemonstration }
        try Person(signInName: invitation.signInName, displayName: invitation.displayName).insert(
            id: id, organisation: invitation.organisation, language: invitation.language, state: .active, roles: invitation.roles, at: now,
            in: tx
        )
    }

    /// Somebody of the demonstration, as they would be after a sign-in: for whoever tells its stories by the program's own deeds.
    package static func actor(
        _ account: ID<Account>, _ organisation: ID<Organisation>, _ name: String, roles: [RoleName], in book: RoleBook, at now: Instant
    ) -> Actor {
        Actor(
            account: account, organisation: organisation, displayName: name, grants: book.grants(of: roles), session: .new(at: now),
            hasSecondFactor: true, provedAt: now
        )
    }
}

/// A link into a demonstration.
enum DemonstrationLink {}

/// What is refused about demonstrations.
package enum DemonstrationRefused: Refusal {
    case notEmpty, madeAlready, noDemonstration, nobodyWithRole

    package var code: String {
        switch self {
        case .notEmpty: "demonstration.not-empty"
        case .madeAlready: "demonstration.made-already"
        case .noDemonstration: "demonstration.none"
        case .nobodyWithRole: "demonstration.nobody-with-role"
        }
    }

    package var message: String {
        switch self {
        case .notEmpty:
            "People have accounts on this node, so it can't become a demonstration. Name an empty folder: concord demo --data demo/"
        case .madeAlready:
            "This demonstration is made already. Enter it with “concord demo link case-worker --data …”, or name another folder."
        case .noDemonstration: "There is no demonstration here. Make one first: concord demo --data demo/"
        case .nobodyWithRole: "Nobody there has that role. “concord demo roles” lists those that somebody in the demonstration has."
        }
    }
}
