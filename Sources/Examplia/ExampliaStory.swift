package import Access
package import Basics
import Protection
package import Server
import Store
import Synchronization

/// A clock that only moves when it is told to: three years are told in a minute.
package final class SteppingClock: Sendable {
    private let time: Mutex<Instant>

    package init(at now: Instant) { time = Mutex(now) }

    package var now: Instant { time.withLock { $0 } }
    package var wall: WallClock { WallClock { self.now } }
    package func go(to instant: Instant) { time.withLock { $0 = instant } }
}

/// Tells three years of Examplia by the program's own deeds, so that every file of it is as the rules would have made it.
package struct ExampliaStory: Sendable {
    let node: RunningNode
    let clock: SteppingClock

    package init(node: RunningNode, clock: SteppingClock) {
        (self.node, self.clock) = (node, clock)
    }

    /// How many files are told deed by deed; more are made in bulk.
    package static let told = 400

    package func tell(cases: Int, seed: Int, progress: @escaping @Sendable (Double) -> Void) async throws {
        guard let room = node.protection else { throw DemonstrationRefused.noDemonstration }
        let end = clock.now
        clock.go(to: end - .days(1_100))
        let cast = try await ExampliaCast.make(on: node, seed: seed, at: clock.now)
        clock.go(to: end)
        if cases > Self.told {
            try await BulkCases(node: node, room: room, cast: cast).make(cases - Self.told, seed: seed, until: end, progress: progress)
        }
    }
}

extension RunningNode {
    /// Where a browser on this machine enters with a link.
    package func demonstrationAddress(_ link: Secret) -> String { settings.address + "/demonstration/" + link.text }

    /// The roles that somebody has, with their titles.
    package func demonstrationRoles() async throws -> [(name: String, title: String)] {
        let held = try await database.read { tx in
            guard try Demonstration.isMarked(in: tx) else { throw DemonstrationRefused.noDemonstration }
            return Set(try tx.rows("SELECT DISTINCT role FROM account_role") { $0.text(0) })
        }
        return roles.roles.filter { held.contains($0.name.rawValue) }.map { ($0.name.rawValue, $0.title.en) }
    }
}
