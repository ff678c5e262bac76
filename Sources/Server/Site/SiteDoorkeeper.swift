import Access
import Basics
import Web

/// Tells the site whose session a cookie is, by Access, and records those turned away.
struct SiteDoorkeeper: Doorkeeper {
    let sessions: Sessions
    let gate: Gate

    func actor(session: String, at now: Instant) async throws -> Actor? {
        try await sessions.actor(for: Secret(text: session))
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {
        guard case .deed(let deed) = route.need else { return }
        try await gate.recordTurnedAway(actor, from: deed, at: route.pattern.text)
    }
}
