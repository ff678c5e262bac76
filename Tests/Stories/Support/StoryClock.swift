import Basics
import Fixtures
import Synchronization

/// A clock that a story moves on.
final class StoryClock: Sendable {
    private let time = Mutex(Databases.now)

    var now: Instant { time.withLock { $0 } }
    var wall: WallClock { WallClock { self.now } }
    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}
