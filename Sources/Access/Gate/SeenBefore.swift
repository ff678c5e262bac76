import Basics
import Synchronization

/// What was opened before in a session under a standing purpose, so that the worker's own list is written down once for each case and
/// session, and not at each look. It forgets at a restart, and then the next look is written down again.
final class SeenBefore: Sendable {
    struct Opening: Hashable, Sendable {
        let session: ID<Session>
        let deed: Deed
        let subject: AuditSubject
    }

    private static let most = 200_000
    private let openings = Mutex<Set<Opening>>([])

    func contains(_ opening: Opening) -> Bool { openings.withLock { $0.contains(opening) } }

    /// Only called when the row of the opening is on disk.
    func remember(_ new: [Opening]) {
        guard !new.isEmpty else { return }
        openings.withLock { openings in
            if openings.count > Self.most { openings.removeAll() }
            openings.formUnion(new)
        }
    }
}
