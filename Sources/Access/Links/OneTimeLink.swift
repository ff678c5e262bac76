package import Basics
import Store

/// Links with a token: good once and for a short time, kept only as a hash, never logged. Opening one shows a button; only pressing it
/// uses the link, so that a mail scanner that follows links spends none.
package struct OneTimeLink: Sendable, Hashable {
    package enum Purpose: String, Sendable, Hashable, CaseIterable, SQLBindable {
        /// Makes the first administrator of a node: 15 minutes.
        case firstAdministrator
        /// Makes the password of an invited person: 7 days.
        case invitation
        /// A new password for somebody who lost theirs: 1 day.
        case newPassword

        package var lifetime: Duration {
            switch self {
            case .firstAdministrator: .minutes(15)
            case .invitation: .days(7)
            case .newPassword: .days(1)
            }
        }
    }

    package let id: ID<OneTimeLink>
    package let purpose: Purpose
    package let account: ID<Account>?
    package let expiresAt: Instant

    /// Makes a link; those made before for the same account stop working.
    static func make(
        _ purpose: Purpose, for account: ID<Account>?, at now: Instant, in tx: any Transaction
    ) throws -> Secret {
        let secret = Secret.new()
        if let account {
            try tx.run("UPDATE one_time_link SET used_at = \(now) WHERE account_id = \(account) AND used_at IS NULL")
        } else {
            try tx.run("UPDATE one_time_link SET used_at = \(now) WHERE purpose = \(purpose) AND used_at IS NULL")
        }
        try tx.run(
            """
            INSERT INTO one_time_link (id, token_hash, purpose, account_id, made_at, expires_at, used_at)
            VALUES (\(ID<OneTimeLink>.new(at: now)), \(secret.hash), \(purpose), \(account), \(now), \(now + purpose.lifetime), NULL)
            """
        )
        return secret
    }

    /// The link, if it is still good. Looking does not use it.
    static func find(_ secret: Secret, for purposes: [Purpose], at now: Instant, in tx: any Transaction) throws -> OneTimeLink? {
        try tx.row(
            """
            SELECT id, purpose, account_id, expires_at FROM one_time_link
            WHERE token_hash = \(secret.hash) AND used_at IS NULL AND expires_at > \(now) AND purpose IN \(list: purposes)
            """
        ) { row in
            OneTimeLink(
                id: try row.id(0, of: OneTimeLink.self), purpose: try row.choice(1, as: Purpose.self),
                account: try row.optionalID(2, of: Account.self), expiresAt: row.instant(3)
            )
        }
    }

    /// Uses it up. Of two who try at once one is refused.
    /// - Throws: `AccessRefused.linkSpent`.
    func use(at now: Instant, in tx: any Transaction) throws {
        guard try tx.run("UPDATE one_time_link SET used_at = \(now) WHERE id = \(id) AND used_at IS NULL") == 1 else {
            throw AccessRefused.linkSpent
        }
        try AuditRow(
            .linkUsed, account: account, subject: AuditSubject(OneTimeLink.self, id), detail: "purpose: \(purpose.rawValue)", at: now
        ).write(in: tx)
    }
}
