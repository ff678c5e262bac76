import Basics
import Store

/// The jobs of Access: what ran out is removed.
package enum AccessJobs {
    package static let all: [Job] = [expireLinks, removeOldSessions, forgetGuesses, removeOldNotices, forgetAnswers]

    /// Invitations that ran out: the people who can invite again get a notice.
    static let expireLinks = Job("access.expire-links", every: .hours(1)) { tx, now in
        let expired = try tx.rows(
            """
            SELECT account_id FROM one_time_link
            WHERE used_at IS NULL AND expires_at <= \(now) AND purpose = 'invitation' AND account_id IS NOT NULL
            """
        ) { try $0.id(0, of: Account.self) }
        for account in expired {
            try Notice.post(
                .invitationExpired, to: .deed(.manageAccounts), subject: account.bytes, until: now + .days(30), at: now, in: tx
            )
        }
        // Expired ones are marked, so that the notice comes once; rows go after 30 days.
        try tx.run("UPDATE one_time_link SET used_at = \(now) WHERE used_at IS NULL AND expires_at <= \(now)")
        try tx.run("DELETE FROM one_time_link WHERE expires_at < \(now - .days(30))")
        try tx.run("DELETE FROM sign_in_step WHERE expires_at <= \(now)")
    }

    /// Sessions that ended, or could not be used any more, a day ago. The audit keeps when they began.
    static let removeOldSessions = Job("access.remove-old-sessions", every: .days(1)) { tx, now in
        try tx.run("DELETE FROM session WHERE seen_at < \(now - .days(1) - Session.absoluteLimit)")
    }

    static let forgetGuesses = Job("access.forget-guesses", every: .days(1)) { tx, now in try Guesses.forget(at: now, in: tx) }

    static let removeOldNotices = Job("access.remove-old-notices", every: .days(1)) { tx, now in
        try tx.run("DELETE FROM notice_read WHERE notice_id IN (SELECT id FROM notice WHERE until <= \(now))")
        try tx.run("DELETE FROM notice_kept_from WHERE notice_id IN (SELECT id FROM notice WHERE until <= \(now))")
        try tx.run("DELETE FROM notice WHERE until <= \(now)")
    }

    static let forgetAnswers = Job("access.forget-answers", every: .hours(1)) { tx, now in
        try tx.run("DELETE FROM api_answer WHERE begun_at <= \(now - KeptAnswers.lifetime)")
    }
}
