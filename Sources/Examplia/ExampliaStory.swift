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
        let country = InventedCountry(room: room, clock: clock, present: present, people: cast.people) { player, now in
            cast.actor(player, on: node, at: now)
        }
        for branch in room.branches { try await branch.prelude(country) }
        let told = min(cases, Self.told)
        var chance = Chance(seed: seed &+ 7)
        for number in 0..<told {
            try await tellOne(of: told, number, in: country, cast, &chance)
            progress(Double(number + 1) / Double(max(cases, told)))
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

    /// One life, from the day it came to notice as far as time reaches. Later lives begin later, and so are told less far; of the last
    /// two months there are more of them.
    private func tellOne(
        of count: Int, _ number: Int, in country: InventedCountry, _ cast: ExampliaCast, _ chance: inout Chance
    ) async throws {
        let older = max(1, count * 86 / 100)
        let minutes = number < older ? 1_090 * 1_440 - 1_030 * 1_440 * number / older : 60 * 1_440 * (count - number) / (count - older + 1)
        clock.go(to: country.present - .minutes(minutes) - .seconds(chance.number(0...20_000)))
        var life = Self.life(in: country, cast, &chance, year: clock.now.day().year)
        do {
            for place in Chapter.Place.allCases where place != .present {
                try await tell(place, number, &life, country)
                // An adult who refused has no file, and nothing more is told of them.
                if life.file == nil { return }
            }
        } catch is InventedLife.Present {}
        try await tellPresent(number, &life, country)
    }

    private func tell(_ place: Chapter.Place, _ number: Int, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        for chapter in country.room.branches.flatMap(\.chapters) where chapter.place == place {
            do { try await chapter.tell(&life, country) } catch let refused as any Refusal {
                throw ChapterRefused(
                    place: place, source: chapter.source, life: number + 1, said: "\(refused.code): \(refused.message)")
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
        do { try await tell(.present, number, &life, country) } catch is InventedLife.Present {}
    }

    private static func life(
        in country: InventedCountry, _ cast: ExampliaCast, _ chance: inout Chance, year: Int
    ) -> InventedLife {
        let isChild = chance.happens(0.24)
        let who = InventedPerson(&chance, year: year, age: isChild ? 7...17 : 20...52)
        let worker = chance.pick(cast.all("case-worker"))
        let officers = cast.all("identifying-officer")
        let officer = chance.pick(officers)
        let profile = country.room.profile
        return InventedLife(
            identity: PersonIdentity(
                names: [who.name], aliases: chance.happens(0.2) ? [chance.pick(["Lily", "Max", "Star", "Tiger"])] : [],
                birth: .year(who.birthYear), documents: chance.happens(0.5) ? ["passport EX-\(chance.number(10_000...99_999))"] : [],
                contact: SafeContact(
                    channel: "+999 555 0\(chance.number(200...899))", how: chance.pick(["mornings", "after six", "by message first"]),
                    mayWrite: chance.happens(0.5), mayCall: chance.happens(0.7))
            ),
            coded: People.Coded(
                sex: who.isFemale ? .female : .male, ageBand: AgeBand(age: year - who.birthYear) ?? .unknown,
                citizenship: who.citizenship(&chance), language: who.language,
                interpreter: chance.happens(0.6) ? .needed : .notNeeded
            ),
            path: isChild ? (chance.happens(0.2) ? .unsure : .child) : .adult,
            setting: chance.pick(Setting.allCases.map { ($0, $0 == .selfReport ? 1 : 3) }),
            exploitation: chance.pick([
                ("sexual_exploitation", 34), ("forced_labour", 32), ("domestic_servitude", 9), ("forced_criminality", 9),
                ("online_scams", 6),
                ("forced_begging", 5), ("forced_marriage", 5),
            ]),
            region: profile.regions.isEmpty ? nil : chance.pick(profile.regions).code, label: chance.pick(InventedNames.labels),
            isUrgent: chance.happens(0.1),
            target: chance.pick([(IdentificationStage.identified, 66), (.notIdentified, 14), (.upheld, 9), (.overturned, 11)]),
            refuses: !isChild && chance.happens(0.06), worker: worker,
            supervisor: cast.all("case-supervisor").first { $0.organisation == worker.organisation } ?? cast.all("case-supervisor")[0],
            officer: officer, secondOfficer: officers.first { $0.account != officer.account } ?? officer,
            identificationSupervisor: chance.pick(cast.all("identification-supervisor")),
            childOfficer: chance.pick(cast.all("child-protection-officer")), guardian: chance.pick(cast.all("guardian")),
            chance: Chance(seed: chance.number(0...1_000_000)), in: country
        )
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
