package import Basics

/// What Access refuses, in words for the person at the screen.
package enum AccessRefused: Refusal, Waiting {
    /// Nobody is signed in, or the session has ended.
    case signInNeeded
    /// No role of the person includes the deed.
    case notYourDeed(Denial)
    /// There is no such thing, or it is not theirs: the two look the same.
    case notFound(Denial)
    /// The session was opened without a second factor, and the deed needs one.
    case secondFactorNeeded(Denial)
    /// The last proof of who is there is older than ten minutes, and the deed needs a newer one.
    case freshSignInNeeded(Denial)
    /// Name, password or code do not match; which of them is never said.
    case signInFailed
    /// Too many failures from there; wait.
    case slowDown(seconds: Int)
    /// More sign-ins at once than the machine can check.
    case busy(seconds: Int)
    /// The link is unknown, used or too old.
    case linkSpent
    /// The purpose is empty or too long.
    case purposeNeeded

    package var code: String {
        switch self {
        case .signInNeeded: "access.sign-in-needed"
        case .notYourDeed: "access.not-your-deed"
        case .notFound: "access.not-found"
        case .secondFactorNeeded: "access.second-factor-needed"
        case .freshSignInNeeded: "access.fresh-sign-in-needed"
        case .signInFailed: "access.sign-in-failed"
        case .slowDown: "access.slow-down"
        case .busy: "access.busy"
        case .linkSpent: "access.link-spent"
        case .purposeNeeded: "access.purpose-needed"
        }
    }

    package var message: String {
        switch self {
        case .signInNeeded: "Sign in to see this page."
        case .notYourDeed: "Your role does not include this. If you need it for your work, ask your administrator."
        case .notFound: "There is no page at this address. It may have been moved, or it may not be for you to see."
        case .secondFactorNeeded: "This needs a second factor. Set one up under “My account”, then sign in again."
        case .freshSignInNeeded: "Your last sign-in is more than ten minutes ago. Give your password again, then repeat this."
        case .signInFailed: "That did not match. Check the name, the password and the code, and try again."
        case .slowDown(let seconds): "There were too many wrong tries from here. Wait \(seconds) seconds, then try again."
        case .busy(let seconds): "Too many people are signing in at this moment. Wait \(seconds) seconds, then try again."
        case .linkSpent: "This link has been used or is too old. Ask whoever gave it to you for a new one."
        case .purposeNeeded: "State what you need it for, in at most 500 characters."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .signInNeeded, .signInFailed: .unauthenticated
        case .notYourDeed, .secondFactorNeeded, .freshSignInNeeded: .forbidden
        case .notFound, .linkSpent: .notFound
        case .slowDown: .tooMany
        case .busy: .unavailable
        case .purposeNeeded: .invalid
        }
    }

    package var retryAfter: Int? {
        switch self {
        case .slowDown(let seconds), .busy(let seconds): seconds
        default: nil
        }
    }

    /// What was tried and turned away, for the audit.
    package var denial: Denial? {
        switch self {
        case .notYourDeed(let denial), .notFound(let denial), .secondFactorNeeded(let denial), .freshSignInNeeded(let denial): denial
        default: nil
        }
    }
}

/// A refusal that passes with time. The answer to it carries `Retry-After`.
package protocol Waiting: Refusal {
    /// Seconds until it is worth trying again; `nil` when waiting does not help.
    var retryAfter: Int? { get }
}

/// What somebody tried and was turned away from.
package struct Denial: Sendable, Hashable {
    package let actor: Actor
    package let deed: Deed
    package let subject: AuditSubject?
    package let purpose: Purpose?

    package init(actor: Actor, deed: Deed, subject: AuditSubject? = nil, purpose: Purpose? = nil) {
        self.actor = actor
        self.deed = deed
        self.subject = subject
        self.purpose = purpose
    }
}

/// What somebody needs a deed for, in their own words or as a standing purpose. Bounded, and kept in the audit.
package struct Purpose: Sendable, Hashable {
    package let text: String
    /// Whether somebody typed it.
    package let isStated: Bool

    /// - Throws: `AccessRefused.purposeNeeded` when it is empty or longer than 500 characters.
    package init(stated text: String) throws(AccessRefused) {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !trimmed.isEmpty, trimmed.count <= 500 else { throw .purposeNeeded }
        (self.text, isStated) = (trimmed, true)
    }

    /// A purpose that goes without saying, named in the program.
    package init(standing text: StaticString) { (self.text, isStated) = ("\(text)", false) }
}
