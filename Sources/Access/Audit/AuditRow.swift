package import Basics
import Store

/// One line of the audit: who did what to what, when, why, and whether it was let through. Written once, never changed.
///
/// It holds ids and codes, no names and no free text: what somebody typed as a purpose lies beside it, see `StatedPurpose`.
package struct AuditRow: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable, SQLBindable {
        /// It was permitted, and committed together with this row.
        case done
        /// The gate turned it away.
        case denied
        /// It was permitted and then refused by a rule, or failed; nothing was changed.
        case failed
    }

    package let id: ID<AuditRow>
    package let at: Instant
    /// `nil` for what nobody signed in did: a failed sign-in, a job.
    package let account: ID<Account>?
    package let organisation: ID<Organisation>?
    package let session: ID<Session>?
    /// A `Deed`, or one of the events that are no deeds: see `AuditEvent`.
    package let deed: String
    package let outcome: Outcome
    package let subject: AuditSubject?
    /// A standing purpose, or the seal of a stated one.
    package let purpose: String?
    /// The words behind the seal, in a row that is about to be written.
    let stated: StatedPurpose?
    /// Codes that say more, such as `role: researcher`. Never a name or a text that somebody typed.
    package let detail: String?

    package init(_ denial: Denial, outcome: Outcome, detail: String?, at now: Instant) {
        id = .new(at: now)
        at = now
        account = denial.actor.account
        organisation = denial.actor.organisation
        session = denial.actor.session
        deed = denial.deed.rawValue
        self.outcome = outcome
        subject = denial.subject
        stated = denial.purpose.flatMap { $0.isStated ? StatedPurpose($0.text) : nil }
        purpose = stated?.seal ?? denial.purpose?.text
        self.detail = detail
    }

    /// A row for something that is no deed of a role.
    package init(
        _ event: AuditEvent, account: ID<Account>?, organisation: ID<Organisation>? = nil, session: ID<Session>? = nil,
        outcome: Outcome = .done, subject: AuditSubject? = nil, detail: String? = nil, at now: Instant
    ) {
        id = .new(at: now)
        at = now
        self.account = account
        self.organisation = organisation
        self.session = session
        deed = event.rawValue
        self.outcome = outcome
        self.subject = subject
        (purpose, stated) = (nil, nil)
        self.detail = detail
    }

    init(
        id: ID<AuditRow>, at: Instant, account: ID<Account>?, organisation: ID<Organisation>?, session: ID<Session>?,
        deed: String, outcome: Outcome, subject: AuditSubject?, purpose: String?, detail: String?
    ) {
        self.id = id
        self.at = at
        self.account = account
        self.organisation = organisation
        self.session = session
        self.deed = deed
        self.outcome = outcome
        self.subject = subject
        (self.purpose, stated) = (purpose, nil)
        self.detail = detail
    }
}

/// Things that are audited and are no deed of a role.
package enum AuditEvent: String, Sendable, Hashable, CaseIterable {
    case signIn = "event.signIn"
    case signOut = "event.signOut"
    case provedAgain = "event.provedAgain"
    case linkMade = "event.linkMade"
    case linkUsed = "event.linkUsed"
    case providerLinked = "event.providerLinked"
    case jobRun = "event.jobRun"
}

/// What an audit row is about: the kind of a thing, and which one.
package struct AuditSubject: Sendable, Hashable {
    /// The Swift name of the kind: `Organisation`, `Account`.
    package let kind: String
    package let id: [UInt8]?

    package init<Subject>(_ kind: Subject.Type, _ id: ID<Subject>?) {
        self.kind = String(describing: kind)
        self.id = id?.bytes
    }

    init(kind: String, id: [UInt8]?) {
        self.kind = kind
        self.id = id
    }
}
