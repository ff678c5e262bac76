package import Access
package import Basics

/// Who tells the site whose session a cookie is, and keeps the record of those turned away. Server connects it with Access.
package protocol Doorkeeper: Sendable {
    /// The person whose session this is; `nil` when it is unknown, ended or too old.
    /// - Parameter session: the value of the cookie, as the browser sent it.
    func actor(session: String, at now: Instant) async throws -> Actor?

    /// The owner of a token that a program sent; `nil` when it is unknown, ended or too old. A site without tokens knows none.
    func actor(token: String, at now: Instant) async throws -> Actor?

    /// Someone signed in tried a route that their role does not include: recorded in the audit, in a transaction of its own.
    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws
}

extension Doorkeeper {
    package func actor(token: String, at now: Instant) async throws -> Actor? { nil }
}
