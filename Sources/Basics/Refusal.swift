/// A thing that the program will not do, said so that the person at the screen knows what stopped it and what to do next.
package protocol Refusal: Error, Sendable, Equatable {
    /// Stays the same for ever: for logs, tests and other programs. Lower-case words with dots: `referral.no-consent`.
    var code: String { get }
    /// One or two sentences: what stopped, and the remedy. Holds no identity and no secret.
    var message: String { get }
    /// What kind of refusal it is; decides the HTTP status and the exit status.
    var kind: RefusalKind { get }
}

extension Refusal {
    package var kind: RefusalKind { .invalid }
}

/// The kinds of refusal, as an HTTP status tells them apart.
package enum RefusalKind: Int, Sendable {
    /// What was given can't be used as it is.
    case invalid = 422
    /// A sign-in is needed first.
    case unauthenticated = 401
    /// The person may not do this.
    case forbidden = 403
    /// There is no such thing, or it is not theirs: the two look the same.
    case notFound = 404
    /// It has changed since it was read.
    case conflict = 409
    /// It is larger than what is taken.
    case tooLarge = 413
    /// Too many tries; later.
    case tooMany = 429
    /// The machine can't do it now; the same call may go through later.
    case unavailable = 503
}
