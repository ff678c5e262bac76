package import Basics
import Foundation

/// Who is doing something: a person with a live session, and what they were given.
///
/// `Sessions` makes one for each request; tests make their own.
package struct Actor: Sendable, Hashable {
    package let account: ID<Account>
    package let organisation: ID<Organisation>
    /// What the person is called on screen. Never logged.
    package let displayName: String
    /// The deeds of all the person's roles, each with its widest scope.
    package let grants: [Deed: Scope]
    package let session: ID<Session>
    /// Whether this session was opened with a second factor.
    package let hasSecondFactor: Bool
    /// When the person last proved who they are: by password, or by their provider.
    package let provedAt: Instant
    /// The language tag the person prefers, such as `fr`.
    package let language: String?

    package init(
        account: ID<Account>, organisation: ID<Organisation>, displayName: String, grants: [Deed: Scope],
        session: ID<Session>, hasSecondFactor: Bool, provedAt: Instant, language: String? = nil
    ) {
        self.account = account
        self.organisation = organisation
        self.displayName = displayName
        self.grants = grants
        self.session = session
        self.hasSecondFactor = hasSecondFactor
        self.provedAt = provedAt
        self.language = language
    }

    /// The person's deeds, whatever their scope.
    package var deeds: Set<Deed> { Set(grants.keys) }

    /// Whether a role of this person includes the deed. What it may be done to is for the gate.
    package func may(_ deed: Deed) -> Bool { grants[deed] != nil }

    /// How far the deed reaches for this person; `nil` when no role of theirs includes it. For finders.
    package func scope(of deed: Deed) -> Scope? { grants[deed] }

    /// Whoever has the machine and runs a command on it. Its id is all zeros and no account has it.
    package static func console(at now: Instant) -> Actor {
        Actor(
            account: console, organisation: ID(UUID(uuid: uuid_t(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))),
            displayName: "console", grants: Dictionary(uniqueKeysWithValues: Deed.allCases.map { ($0, Scope.node) }),
            session: ID(UUID(uuid: uuid_t(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))), hasSecondFactor: true, provedAt: now
        )
    }

    /// The id under which the audit records what was done by command on the machine.
    package static let console = ID<Account>(UUID(uuid: uuid_t(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
}
