package import Basics
package import Store

/// A person who may sign in. What identifies them further (e-mail, telephone) is sealed and can be erased.
package struct Account: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable, SQLBindable {
        /// A link was made for them, and they have not used it yet.
        case invited
        case active
        /// May not sign in until an administrator says so.
        case suspended
        /// Their contact data is destroyed; the account only keeps the audit's references whole.
        case erased
    }

    package let id: ID<Account>
    package let organisation: ID<Organisation>
    /// What they type to sign in: lower-case letters, digits, dots and hyphens.
    package let signInName: String
    package let displayName: String
    package let state: State
    package let roles: [RoleName]
    package let hasSecondFactor: Bool
    package let invitedAt: Instant
    package let version: Int
}

extension Account: Held {
    package static func holding(of id: ID<Account>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id, id FROM account WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self), owner: try $0.id(1, of: Account.self))
        }
    }
}
