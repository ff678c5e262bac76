package import Basics
package import Store

/// One sign-in that is still good. Its secret is 256 random bits in a cookie; the database holds only their hash.
package struct Session: Sendable, Hashable {
    package let id: ID<Session>
    package let account: ID<Account>
    package let startedAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
    package let hasSecondFactor: Bool

    /// Without a request for this long it ends.
    package static let idleLimit = Duration.minutes(30)
    /// It ends after this long in any case.
    package static let absoluteLimit = Duration.hours(12)
}

extension Session: Held {
    package static func holding(of id: ID<Session>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT a.organisation_id, a.id FROM session s JOIN account a ON a.id = s.account_id WHERE s.id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self), owner: try $0.id(1, of: Account.self))
        }
    }
}
