package import Basics
import Store

extension Accounts {
    /// What to look for in the list of accounts.
    package struct Search: Sendable, Hashable {
        package var text = ""
        package var organisation: ID<Organisation>?
        package var role: RoleName?
        package var state: Account.State?
        /// The sign-in name at which the page before ended.
        package var after: String?

        package init() {}
    }

    /// An account with the name of its organisation.
    package struct Line: Sendable, Hashable {
        package let account: Account
        package let organisationName: String
    }

    /// Accounts within the person's reach, by sign-in name. Erased ones only when asked for by state.
    package func list(_ search: Search, limit: Int = 50, for actor: Actor) async throws -> [Line] {
        guard let scope = actor.scope(of: .manageAccounts) else { return [] }
        return try await gate.database.read { tx in
            var conditions: [SQL] = ["a.search LIKE \(search.text.likePattern) ESCAPE '\\'"]
            if scope != .node { conditions.append("a.organisation_id = \(actor.organisation)") }
            if let organisation = search.organisation { conditions.append("a.organisation_id = \(organisation)") }
            if let state = search.state { conditions.append("a.state = \(state)") } else { conditions.append("a.state <> 'erased'") }
            if let after = search.after { conditions.append("a.sign_in_name > \(after)") }
            if let role = search.role {
                conditions.append("EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role = \(role.rawValue))")
            }
            return try Self.lines(
                "WHERE \(sql: SQL.joined(conditions, separator: " AND ")) ORDER BY a.sign_in_name LIMIT \(limit)", in: tx
            )
        }
    }

    /// One account within the person's reach, or their own; `nil` when it is not there or out of reach.
    package func find(_ id: ID<Account>, for actor: Actor) async throws -> Line? {
        let scope = actor.scope(of: .manageAccounts) ?? .own
        return try await gate.database.read { tx in
            guard try Account.holding(of: id, in: tx)?.isReached(by: scope, of: actor) == true else { return nil }
            return try Self.lines("WHERE a.id = \(id)", in: tx).first
        }
    }

    static func find(_ id: ID<Account>, in tx: any Transaction) throws -> Account? {
        try lines("WHERE a.id = \(id)", in: tx).first?.account
    }

    /// Two statements whatever the number of accounts.
    private static func lines(_ filter: SQL, in tx: any Transaction) throws -> [Line] {
        let found = try tx.rows(
            """
            SELECT a.id, a.organisation_id, a.sign_in_name, a.display_name, a.state, a.invited_at, a.version, o.name, f.confirmed_at
            FROM account a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN second_factor f ON f.account_id = a.id
            \(sql: filter)
            """
        ) { row in
            (
                id: try row.id(0, of: Account.self), organisation: try row.id(1, of: Organisation.self), signInName: row.text(2),
                displayName: row.text(3), state: try row.choice(4, as: Account.State.self), invitedAt: row.instant(5),
                version: row.int(6), organisationName: row.text(7), hasSecondFactor: !row.isNull(8)
            )
        }
        var roles: [ID<Account>: [RoleName]] = [:]
        try tx.forEach("SELECT account_id, role FROM account_role WHERE account_id IN \(list: found.map(\.id)) ORDER BY role") { row in
            if let role = RoleName(rawValue: row.text(1)) { roles[try row.id(0, of: Account.self), default: []].append(role) }
        }
        return found.map { one in
            Line(
                account: Account(
                    id: one.id, organisation: one.organisation, signInName: one.signInName, displayName: one.displayName,
                    state: one.state, roles: roles[one.id] ?? [], hasSecondFactor: one.hasSecondFactor, invitedAt: one.invitedAt,
                    version: one.version
                ),
                organisationName: one.organisationName
            )
        }
    }
}
