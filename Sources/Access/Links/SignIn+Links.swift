package import Basics
package import Store

extension SignIn {
    /// Whom a link was made for, as its page shows it before the button is pressed.
    package struct Welcome: Sendable, Hashable {
        package let purpose: OneTimeLink.Purpose
        package let displayName: String
        package let signInName: String
        package let organisationName: String
        package let expiresAt: Instant
    }

    /// Looks at an invitation, or a link for a new password, and does not use it.
    /// - Throws: `AccessRefused.linkSpent` when it is unknown, used or too old.
    package func welcome(_ link: Secret) async throws -> Welcome {
        let now = gate.clock.now()
        let welcome = try await gate.database.read { tx -> Welcome? in
            guard let found = try OneTimeLink.find(link, for: [.invitation, .newPassword], at: now, in: tx), let id = found.account
            else { return nil }
            return try tx.row(
                """
                SELECT a.display_name, a.sign_in_name, o.name FROM account a JOIN organisation o ON o.id = a.organisation_id
                WHERE a.id = \(id) AND a.state IN ('invited', 'active') AND o.closed_at IS NULL
                """
            ) {
                Welcome(
                    purpose: found.purpose, displayName: $0.text(0), signInName: $0.text(1), organisationName: $0.text(2),
                    expiresAt: found.expiresAt
                )
            }
        }
        guard let welcome else { throw AccessRefused.linkSpent }
        return welcome
    }

    /// Uses the link to make a password. Whoever has a second factor still has to give its code.
    package func accept(_ link: Secret, password: String, network: String) async throws -> Answer {
        let now = gate.clock.now()
        let person = try await welcome(link)
        try rules.check(password, signInName: person.signInName, displayName: person.displayName)
        let stored = try await StoredPassword.make(from: password, with: derivation)
        return try await gate.database.write { tx in
            let id = try Self.use(link, at: now, in: tx)
            try stored.write(for: id, at: now, in: tx)
            if person.purpose == .newPassword {
                try Notice.post(.passwordChanged, to: .account(id), until: now + .days(90), at: now, in: tx)
            }
            return try Self.proceed(id, network: network, how: "link", secondFactor: false, at: now, in: tx)
        }
    }

    /// Uses the link up and makes the account active; whatever was open on it is ended.
    static func use(_ link: Secret, at now: Instant, in tx: any Transaction) throws -> ID<Account> {
        guard let found = try OneTimeLink.find(link, for: [.invitation, .newPassword], at: now, in: tx), let id = found.account
        else { throw AccessRefused.linkSpent }
        try found.use(at: now, in: tx)
        let changed = try tx.run(
            "UPDATE account SET state = 'active', version = version + 1 WHERE id = \(id) AND state IN ('invited', 'active')"
        )
        guard changed == 1 else { throw AccessRefused.linkSpent }
        try Sessions.endAll(of: id, at: now, in: tx)
        return id
    }
}

/// The way in on a node that nobody can look after yet.
package enum FirstAdministrator {
    /// Makes a link, good once and for 15 minutes; one made before stops working.
    /// - Returns: `nil` when somebody can look after the node already.
    package static func link(in database: any Database, roles: RoleBook, at now: Instant) async throws -> Secret? {
        try await database.write { tx in
            guard try !exists(roles, in: tx) else { return nil }
            try AuditRow(.linkMade, account: Actor.console, detail: "purpose: firstAdministrator", at: now).write(in: tx)
            return try OneTimeLink.make(.firstAdministrator, for: nil, at: now, in: tx)
        }
    }

    /// Whether an active account has a role that looks after all accounts.
    static func exists(_ roles: RoleBook, in tx: any Transaction) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
            WHERE a.state = 'active' AND r.role IN \(list: roles.administrators.map(\.rawValue))
            """
        )
    }

    /// What the first administrator fills in.
    package struct Draft: Sendable, Hashable {
        package var organisation: Organisations.Draft
        package var signInName: String
        package var displayName: String

        package init(organisation: Organisations.Draft, signInName: String, displayName: String) {
            self.organisation = organisation
            self.signInName = signInName
            self.displayName = displayName
        }
    }
}

extension SignIn {
    /// Whether the link for the first administrator is good. Does not use it.
    package func mayBegin(_ link: Secret) async throws -> Bool {
        let now = gate.clock.now()
        return try await gate.database.read { tx in
            try OneTimeLink.find(link, for: [.firstAdministrator], at: now, in: tx) != nil && !FirstAdministrator.exists(roles, in: tx)
        }
    }

    /// Uses the link: the node's own organisation, and the first account in it.
    package func begin(_ draft: FirstAdministrator.Draft, link: Secret, password: String, network: String) async throws -> Secret {
        let now = gate.clock.now()
        guard try await mayBegin(link) else { throw AccessRefused.linkSpent }
        let person = try Person(signInName: draft.signInName, displayName: draft.displayName)
        let organisation = try draft.organisation.checked()
        try rules.check(password, signInName: person.signInName, displayName: person.displayName)
        let stored = try await StoredPassword.make(from: password, with: derivation)
        return try await gate.database.write { tx in
            guard let found = try OneTimeLink.find(link, for: [.firstAdministrator], at: now, in: tx) else {
                throw AccessRefused.linkSpent
            }
            guard try !FirstAdministrator.exists(roles, in: tx) else { throw AccountRefused.setUpAlready }
            try found.use(at: now, in: tx)
            let home = ID<Organisation>.new(at: now)
            let id = ID<Account>.new(at: now)
            try Organisations.insert(organisation, id: home, at: now, in: tx)
            try person.insert(
                id: id, organisation: home, language: nil, state: .active, roles: Array(roles.administrators.prefix(1)), at: now, in: tx
            )
            try stored.write(for: id, at: now, in: tx)
            return try Self.begin(id, network: network, how: "first administrator", secondFactor: false, at: now, in: tx)
        }
    }
}
