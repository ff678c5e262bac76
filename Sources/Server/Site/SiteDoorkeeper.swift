import Access
import Basics
import Web

/// Tells the site whose session a cookie is, by Access, and records those turned away.
struct SiteDoorkeeper: Doorkeeper {
    let sessions: Sessions
    let tokens: APITokens
    let gate: Gate

    func actor(session: String, at now: Instant) async throws -> Actor? {
        try await sessions.actor(for: Secret(text: session))
    }

    func actor(token: String, at now: Instant) async throws -> Actor? {
        try await tokens.actor(for: Secret(text: token))
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {
        guard case .deed(let deed) = route.need else { return }
        try await gate.recordTurnedAway(actor, from: deed, at: route.pattern.text)
    }
}
