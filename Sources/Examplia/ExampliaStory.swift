package import Access
import Basics
package import Protection
package import Server
import Store
import Vocabulary

/// Tells three years of Examplia by the program's own deeds, so that every file of it is as the rules would have made it.
package struct ExampliaStory: Sendable {
    let node: RunningNode
    let clock: SteppingClock

    package init(node: RunningNode, clock: SteppingClock) {
        (self.node, self.clock) = (node, clock)
    }

    /// How many files are told deed by deed; more are made in bulk.
    package static let told = 400

    /// - Parameter progress: told how much is done, from 0 to 1.
    package func tell(cases: Int, seed: Int, progress: @escaping @Sendable (Double) -> Void) async throws {
        guard let room = node.protection else { throw DemonstrationRefused.noDemonstration }
        let present = clock.now
        clock.go(to: present - .days(1_100))
        let cast = try await ExampliaCast.make(on: node, seed: seed, at: clock.now)
        let (node, clock) = (node, clock)
        let (old, current) = try await rooms(room)
        let country = InventedCountry(room: current, clock: clock, present: present, people: cast.people) { player, now in
            cast.actor(player, on: node, at: now)
        }
        for branch in room.branches { try await branch.prelude(country) }
        let told = min(cases, Self.told)
        var course = InventedCourse(count: told, seed: seed &+ 7, cast: cast)
        while let (life, time) = course.next(in: country) {
            clock.go(to: time)
            let then = present - time > .days(Self.rulesAge) ? country.under(old) : country
            try await tellOne(life, course.told, in: then, later: country)
            progress(Double(course.told) / Double(max(cases, told)))
        }
        clock.go(to: present)
        for branch in room.branches { try await branch.epilogue(country) }
        clock.go(to: present)
        if cases > told {
            try await BulkCases(node: node, room: room, cast: cast).make(cases - told, seed: seed, until: present) { part in
                progress((Double(told) + part * Double(cases - told)) / Double(cases))
            }
        }
        // What fell due in three years is told of once, as after a long night; and the audit is chained.
        let reception = try node.reception()
        for step in 0..<12 {
            clock.go(to: present - .minutes(5 * (11 - step)))
            _ = try await reception.jobs.runDue()
        }
        try await reception.sealer.seal()
    }

    /// For how many days the rules in force today have been so.
    private static let rulesAge = 200

    /// Protection as it was before the country changed its rules, when a decision could take longer; and as it is now, which knows of both.
    private func rooms(_ room: ProtectionRoom) async throws -> (old: ProtectionRoom, current: ProtectionRoom) {
        let text = room.profile.canonicalText
            .replacing("\"version\": \"\(room.profile.version)\"", with: "\"version\": \"before \(room.profile.version)\"")
            .replacing("\"decision\": {\"days\": \"90\"}", with: "\"decision\": {\"days\": \"120\"}")
        func made(_ profile: CountryProfile) async throws -> ProtectionRoom {
            try await ProtectionRoom(
                gate: room.gate, vault: room.vault, erasure: room.erasure, profile: profile, codebook: room.codebook,
                origin: room.origin, share: room.share, branches: room.branches)
        }
        return (try await made(CountryProfile.load(text: text)), try await made(room.profile))
    }

    /// One life, from the day it came to notice as far as time reaches.
    private func tellOne(_ life: InventedLife, _ number: Int, in country: InventedCountry, later: InventedCountry) async throws {
        var life = life
        do {
            for place in Chapter.Place.allCases where place != .present {
                try await tell(place, number, &life, clock.now > later.present - .days(Self.rulesAge) ? later : country)
                // An adult who refused has no file, and nothing more is told of them.
                if life.file == nil { return }
            }
        } catch is InventedLife.Over { return } catch is InventedLife.Present {}
        try await tellPresent(number, &life, later)
    }

    private func tell(_ place: Chapter.Place, _ number: Int, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        for chapter in country.room.branches.flatMap(\.chapters) where chapter.place == place {
            guard chapter.isToldAtOnce || !life.staysWithFinder else { continue }
            do { try await chapter.tell(&life, country) } catch let refused as any Refusal {
                throw ChapterRefused(place: place, source: chapter.source, life: number, said: "\(refused.code): \(refused.message)")
            } catch is InventedLife.Present where place == .present {
                // What takes longer than there is time for is left out, and the rest is told.
                continue
            }
        }
    }

    /// The last days of a life whose file is still open and somebody's.
    private func tellPresent(_ number: Int, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file, let summary = try await node.database.read({ tx in try CaseSummary.find(file, in: tx) }),
            summary.isOpen, summary.assignedTo == life.worker.account, ![.detected, .underAssessment].contains(summary.stage)
        else { return }
        let last = clock.now
        clock.go(to: max(last, country.present - .minutes(life.chance.number(120...6 * 1_440))))
        try await tell(.present, number, &life, country)
    }
}

/// A chapter asked for something that the rules forbid: the story is wrong, not the rule.
struct ChapterRefused: Refusal {
    let place: Chapter.Place
    /// Where the chapter is written.
    let source: String
    let life: Int
    let said: String

    var code: String { "demonstration.chapter-refused" }
    var message: String {
        "The demonstration could not be told to its end. Life \(life), chapter “\(place)” (\(source)): \(said) Remove the folder and report this."
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
