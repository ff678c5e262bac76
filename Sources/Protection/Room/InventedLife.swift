package import Access
package import Basics
import Synchronization

/// A clock that only moves when it is told to: three years of a demonstration are told in a minute.
package final class SteppingClock: Sendable {
    private let time: Mutex<Instant>

    package init(at now: Instant) { time = Mutex(now) }

    package var now: Instant { time.withLock { $0 } }
    package var wall: WallClock { WallClock { self.now } }
    package func go(to instant: Instant) { time.withLock { $0 = instant } }
}

/// The organisations and people of an invented country, for whoever tells a life in it.
package struct InventedCountry: Sendable {
    package private(set) var room: ProtectionRoom
    package let clock: SteppingClock
    /// The present: nothing is told of what comes after it.
    package let present: Instant
    package let people: [Player]
    let makeActor: @Sendable (Player, Instant) -> Actor
    let rota = Rota()

    /// Somebody with an account.
    package struct Player: Sendable {
        package let account: ID<Account>
        package let organisation: ID<Organisation>
        package let place: String
        package let name: String
        package let roles: [RoleName]

        package init(account: ID<Account>, organisation: ID<Organisation>, place: String, name: String, roles: [RoleName]) {
            (self.account, self.organisation, self.place, self.name, self.roles) = (account, organisation, place, name, roles)
        }
    }

    package init(
        room: ProtectionRoom, clock: SteppingClock, present: Instant, people: [Player],
        makeActor: @escaping @Sendable (Player, Instant) -> Actor
    ) {
        (self.room, self.clock, self.present, self.people, self.makeActor) = (room, clock, present, people, makeActor)
    }

    /// The same country at a time when other rules were in force, or these are again.
    package func under(_ room: ProtectionRoom) -> InventedCountry {
        var country = self
        country.room = room
        return country
    }

    /// Everybody with a role: of one organisation, or of all.
    package func all(_ role: String, of organisation: ID<Organisation>? = nil) -> [Player] {
        people.filter { player in
            player.roles.contains { $0.rawValue == role } && (organisation == nil || player.organisation == organisation)
        }
    }

    /// Somebody as the gate knows them: signed in, by the clock of the story, a moment ago.
    package func actor(_ player: Player) -> Actor { makeActor(player, clock.now) }
}

/// One invented life in a demonstration: who it is, what it is to become, and how far it has been told.
///
/// Each room tells its chapters by its own deeds, so that every record is as the rules would have made it.
package struct InventedLife: Sendable {
    package let identity: PersonIdentity
    package let coded: People.Coded
    /// Another one, once an age turns out to be other than it was taken for.
    package var path: ProtectionPath
    package let setting: Setting
    package let exploitation: String
    package let region: String?
    package let label: String
    package let isUrgent: Bool
    /// Where identification is to lead, if time suffices.
    package let target: IdentificationStage
    /// Whether an adult refuses at the first question.
    package let refuses: Bool
    /// The worker who keeps the file, and their supervisor.
    package let worker: InventedCountry.Player
    package let supervisor: InventedCountry.Player
    /// The officer of the identifying authority, a colleague, and their supervisor.
    package let officer: InventedCountry.Player
    package let secondOfficer: InventedCountry.Player
    package let identificationSupervisor: InventedCountry.Player
    package let childOfficer: InventedCountry.Player
    package let guardian: InventedCountry.Player
    /// Whether the file is, for the time being, with whoever met the person: it came to notice only lately.
    package let staysWithFinder: Bool
    /// Whether it is the same person as in an earlier life, met again by somebody else.
    package let isSeenAgain: Bool
    /// Set by the chapter of the referral.
    package var file: ID<CaseFile>?
    package var chance: Chance
    let country: InventedCountry

    package init(
        identity: PersonIdentity, coded: People.Coded, path: ProtectionPath, setting: Setting, exploitation: String, region: String?,
        label: String, isUrgent: Bool, target: IdentificationStage, refuses: Bool, worker: InventedCountry.Player,
        supervisor: InventedCountry.Player, officer: InventedCountry.Player, secondOfficer: InventedCountry.Player,
        identificationSupervisor: InventedCountry.Player, childOfficer: InventedCountry.Player, guardian: InventedCountry.Player,
        chance: Chance, staysWithFinder: Bool = false, isSeenAgain: Bool = false, in country: InventedCountry
    ) {
        (self.identity, self.coded, self.path, self.setting, self.exploitation) = (identity, coded, path, setting, exploitation)
        (self.region, self.label, self.isUrgent, self.target, self.refuses) = (region, label, isUrgent, target, refuses)
        (self.worker, self.supervisor, self.officer, self.secondOfficer) = (worker, supervisor, officer, secondOfficer)
        (self.identificationSupervisor, self.childOfficer, self.guardian) = (identificationSupervisor, childOfficer, guardian)
        (self.chance, self.country) = (chance, country)
        (self.staysWithFinder, self.isSeenAgain) = (staysWithFinder, isSeenAgain)
    }

    /// Lets so many days go by.
    /// - Throws: `InventedLife.Present` when that is later than the present: the life goes on untold.
    package mutating func pass(days: ClosedRange<Int>) throws {
        let next = country.clock.now + .days(chance.number(days)) + .seconds(chance.number(0...30_000))
        guard next < country.present else { throw Present() }
        country.clock.go(to: next)
    }

    /// Lets so many minutes go by: what is done in one sitting.
    package mutating func pass(minutes: ClosedRange<Int>) throws {
        let next = country.clock.now + .minutes(chance.number(minutes))
        guard next < country.present else { throw Present() }
        country.clock.go(to: next)
    }

    /// The story has come up to the present.
    package struct Present: Error {}
    /// There is nothing more to tell of this life.
    package struct Over: Error {
        package init() {}
    }
}

/// A piece of an invented life that a room tells.
package struct Chapter: Sendable {
    /// When in a life it comes.
    package enum Place: Int, CaseIterable, Sendable {
        case referral, firstDays, presumption, care, decision, review, recovery, homeward, ending
        /// The last few days, in a file that is still open: what waits today, and what was looked at lately.
        case present
    }

    package let place: Place
    /// Whether it is told even while the file is still with whoever met the person.
    package let isToldAtOnce: Bool
    /// Where it is written, for whoever has to mend it.
    package let source: String
    package let tell: @Sendable (inout InventedLife, InventedCountry) async throws -> Void

    package init(
        _ place: Place, atOnce: Bool = false, in file: StaticString = #fileID, line: UInt = #line,
        tell: @escaping @Sendable (inout InventedLife, InventedCountry) async throws -> Void
    ) {
        (self.place, self.isToldAtOnce, self.tell) = (place, atOnce, tell)
        source = "\(file):\(line)"
    }
}
