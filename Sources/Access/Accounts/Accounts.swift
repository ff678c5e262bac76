package import Basics
package import Store

/// The accounts of a node: finding, inviting, giving roles, suspending.
package struct Accounts: Sendable {
    let gate: Gate
    let roles: RoleBook
    let vault: AccountVault

    package init(gate: Gate, roles: RoleBook, vault: AccountVault) {
        self.gate = gate
        self.roles = roles
        self.vault = vault
    }

    /// What an administrator fills in about somebody new.
    package struct Invitation: Sendable, Hashable {
        package var organisation: ID<Organisation>
        package var signInName: String
        package var displayName: String
        package var language: String?
        package var roles: [RoleName]

        package init(
            organisation: ID<Organisation>, signInName: String, displayName: String, language: String? = nil, roles: [RoleName]
        ) {
            self.organisation = organisation
            self.signInName = signInName
            self.displayName = displayName
            self.language = language
            self.roles = roles
        }
    }

    /// Adds an account and makes the link that the administrator hands over.
    package func invite(_ invitation: Invitation, by actor: Actor) async throws -> (account: ID<Account>, link: Secret) {
        let now = gate.clock.now()
        let id = ID<Account>.new(at: now)
        let person = try Person(signInName: invitation.signInName, displayName: invitation.displayName)
        try mayGive(invitation.roles, actor)
        let detail = "invited, " + Self.detail(of: invitation.roles)
        let link = try await gate.change(
            .manageAccounts, adding: id, to: Holding(organisation: invitation.organisation), for: actor, detail: detail
        ) { tx, _ in
            guard let organisation = try Organisations.find(invitation.organisation, in: tx), organisation.closedAt == nil else {
                throw AccountRefused.organisationClosed
            }
            try person.insert(
                id: id, organisation: organisation.id, language: invitation.language, state: .invited, roles: invitation.roles, at: now,
                in: tx
            )
            return try OneTimeLink.make(.invitation, for: id, at: now, in: tx)
        }
        return (id, link)
    }

    /// Makes a new link: an invitation for those who have not used theirs, a new password for others. Links before it stop working.
    package func newLink(for id: ID<Account>, by actor: Actor) async throws -> Secret {
        let now = gate.clock.now()
        return try await gate.change(.manageAccounts, on: id, for: actor, detail: "new link") { tx, permit in
            let account = try touchable(permit, in: tx)
            guard account.state == .invited || account.state == .active else { throw AccountRefused.wrongState }
            return try OneTimeLink.make(account.state == .invited ? .invitation : .newPassword, for: id, at: now, in: tx)
        }
    }

    /// Replaces the roles of an account; it works at the person's next request.
    package func setRoles(_ names: [RoleName], of id: ID<Account>, version: Int, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.change(.manageAccounts, on: id, for: actor, detail: Self.detail(of: names)) { tx, permit in
            let account = try touchable(permit, in: tx)
            try mayGive(names, actor)
            try tx.runOnOne("UPDATE account SET version = version + 1 WHERE id = \(id) AND version = \(version)")
            try tx.run("DELETE FROM account_role WHERE account_id = \(account.id)")
            try Self.give(names, to: id, at: now, in: tx)
            try keepsAnAdministrator(tx)
        }
    }

    /// Nobody can sign in with it any more, from this moment.
    package func suspend(_ id: ID<Account>, by actor: Actor) async throws {
        let now = gate.clock.now()
        guard id != actor.account else { throw AccountRefused.ownAccount }
        try await gate.change(.manageAccounts, on: id, for: actor, detail: "suspended") { tx, permit in
            _ = try touchable(permit, in: tx)
            let changed = try tx.run(
                "UPDATE account SET state = 'suspended', version = version + 1 WHERE id = \(id) AND state IN ('active', 'invited')"
            )
            guard changed == 1 else { throw AccountRefused.wrongState }
            try tx.run("UPDATE one_time_link SET used_at = \(now) WHERE account_id = \(id) AND used_at IS NULL")
            try Sessions.endAll(of: id, at: now, in: tx)
            try keepsAnAdministrator(tx)
        }
    }

    /// Lets a suspended person in again: with their password, or, when they never had one, by a new link.
    package func resume(_ id: ID<Account>, by actor: Actor) async throws {
        try await gate.change(.manageAccounts, on: id, for: actor, detail: "resumed") { tx, permit in
            _ = try touchable(permit, in: tx)
            let hasPassword = try tx.exists("SELECT 1 FROM account_password WHERE account_id = \(id)")
            let state: Account.State = hasPassword ? .active : .invited
            let changed = try tx.run(
                "UPDATE account SET state = \(state), version = version + 1 WHERE id = \(id) AND state = 'suspended'"
            )
            guard changed == 1 else { throw AccountRefused.wrongState }
        }
    }

    /// Ends all sessions of an account.
    package func endSessions(of id: ID<Account>, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.change(.endSessions, on: id, for: actor, detail: "all sessions ended") { tx, _ in
            try Sessions.endAll(of: id, at: now, in: tx)
        }
    }

    /// Takes away a second factor that was lost together with its recovery codes; the person sets up a new one.
    package func removeSecondFactor(of id: ID<Account>, by actor: Actor) async throws {
        let now = gate.clock.now()
        guard id != actor.account else { throw AccountRefused.ownAccount }
        try await gate.change(.manageAccounts, on: id, for: actor, detail: "second factor removed") { tx, permit in
            _ = try touchable(permit, in: tx)
            try tx.run("DELETE FROM second_factor WHERE account_id = \(id)")
            try tx.run("DELETE FROM recovery_code WHERE account_id = \(id)")
            try Notice.post(.secondFactorRemoved, to: .account(id), until: now + .days(90), at: now, in: tx)
            try Sessions.endAll(of: id, at: now, in: tx)
        }
    }

    /// Erases what identifies the holder: contact data, names, password, second factor, and the key. The audit keeps its ids.
    /// - Returns: when it is done, and when the last backup of keys that still had it is gone.
    package func erase(_ id: ID<Account>, by actor: Actor) async throws -> ErasureReceipt {
        let now = gate.clock.now()
        guard id != actor.account else { throw AccountRefused.ownAccount }
        try await gate.change(.manageAccounts, on: id, for: actor, detail: "erased") { tx, permit in
            _ = try touchable(permit, in: tx)
            try AccountErasure.clear(id, at: now, in: tx)
            try keepsAnAdministrator(tx)
        }
        // The key goes after the rows: if this is cut off, erasing the account once more completes it.
        return try await vault.erase(id)
    }
}

extension Accounts {
    /// The account, unless it holds a role that is not this administrator's to give: whoever can hand out a new password for it could
    /// take it over.
    private func touchable(_ permit: Permit<Account>, in tx: any Transaction) throws -> Account {
        guard let id = permit.id, let account = try Self.find(id, in: tx) else {
            throw AccessRefused.notFound(Denial(actor: permit.actor, deed: permit.deed))
        }
        guard account.id == permit.actor.account || (try? mayGive(account.roles.filter { roles[$0] != nil }, permit.actor)) != nil else {
            throw AccountRefused.roleNotYoursToGive
        }
        return account
    }

    private func mayGive(_ names: [RoleName], _ actor: Actor) throws(AccountRefused) {
        let givable = Set(roles.roles(givenBy: actor).map(\.name))
        for name in names {
            guard roles[name] != nil else { throw .unknownRole }
            guard givable.contains(name) else { throw .roleNotYoursToGive }
        }
    }

    /// Refuses a change after which nobody could look after the accounts of the node.
    private func keepsAnAdministrator(_ tx: any Transaction) throws {
        guard
            try tx.exists(
                """
                SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id JOIN organisation o ON o.id = a.organisation_id
                WHERE a.state = 'active' AND o.closed_at IS NULL AND r.role IN \(list: roles.administrators.map(\.rawValue))
                """
            )
        else { throw AccountRefused.lastAdministrator }
    }

    static func give(_ names: [RoleName], to id: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        for name in Set(names) {
            try tx.run("INSERT INTO account_role (account_id, role, given_at) VALUES (\(id), \(name.rawValue), \(now))")
        }
    }

    private static func detail(of names: [RoleName]) -> String {
        "roles: " + names.sorted().map(\.rawValue).joined(separator: ", ")
    }
}
