import Basics
import Protection
import Vocabulary

/// The lives of the demonstration one after the other, each with the time at which it came to notice. Later lives begin later, and so are
/// told less far; of the last two months there are more of them, and the last few came to notice in these days.
struct InventedCourse {
    let count: Int
    let cast: ExampliaCast
    private(set) var told = 0
    private var chance: Chance
    private var names = InventedNaming()
    /// Who came before, for those who are met a second time.
    private var before: [(who: InventedPerson, path: ProtectionPath, worker: InventedCountry.Player)] = []

    init(count: Int, seed: Int, cast: ExampliaCast) {
        (self.count, self.cast) = (count, cast)
        chance = Chance(seed: seed)
    }

    /// So many are still with whoever met the person.
    private var fresh: Int { max(5, count / 25) }
    private var older: Int { max(1, (count - fresh) * 9 / 10) }

    mutating func next(in country: InventedCountry) -> (life: InventedLife, time: Instant)? {
        guard told < count else { return nil }
        let number = told
        told += 1
        let time = country.present - .minutes(minutes(number)) - .seconds(chance.number(0...3_000))
        return (life(number, in: country, year: time.day().year), time)
    }

    /// How long before the present.
    private func minutes(_ number: Int) -> Int {
        let (latest, day) = (count - fresh, 1_440)
        if number >= latest {
            // The newest an hour or two ago, the oldest of them a week.
            let index = count - 1 - number
            return 75 + index * 110 + index * index * 8 * day / (fresh * fresh)
        }
        if number < older { return 1_090 * day - 1_020 * day * number / older }
        return 9 * day + 61 * day * (latest - number) / (latest - older + 1)
    }

    /// Where identification is to lead. What came to notice in these days was not taken up yet, or lately.
    private mutating func target(_ number: Int) -> IdentificationStage {
        let index = count - 1 - number
        if index < fresh {
            return index * 3 < fresh ? .detected : index * 3 < fresh * 2 ? .underAssessment : .presumed
        }
        // What was asked in these weeks to be looked at again still is.
        if number >= older, number % 4 == 1 { return .underReview }
        return chance.pick([(IdentificationStage.identified, 64), (.notIdentified, 14), (.upheld, 11), (.overturned, 11)])
    }

    private mutating func life(_ number: Int, in country: InventedCountry, year: Int) -> InventedLife {
        let isFresh = number >= count - fresh
        let workers = cast.all("case-worker")
        let worker = pick(workers)
        // Some are met again by somebody else, months or years later.
        let again = !isFresh && number % 30 == 17 ? before.suffix(60).first { $0.worker.organisation != worker.organisation } : nil
        let refuses = !isFresh && again == nil && refuses(number)
        let isChild = again.map { $0.path != .adult } ?? (!refuses && chance.happens(0.24))
        var who = InventedPerson(&chance, &names, year: year, age: isChild ? 7...17 : 20...52)
        if let again { who = again.who.metAgain() }
        let path = again?.path ?? (isChild ? (chance.happens(0.25) ? .unsure : .child) : .adult)
        before.append((who, path, worker))
        let officers = cast.all("identifying-officer")
        let officer = pick(officers)
        let profile = country.room.profile
        return InventedLife(
            identity: identity(of: who),
            coded: People.Coded(
                sex: who.isFemale ? .female : .male, ageBand: AgeBand(age: max(0, year - who.birthYear)) ?? .unknown,
                citizenship: who.citizenship(&chance), language: who.language,
                interpreter: chance.happens(0.6) ? .needed : .notNeeded
            ),
            path: path, setting: setting(number, isFresh),
            exploitation: chance.pick([
                ("sexual_exploitation", 34), ("forced_labour", 32), ("domestic_servitude", 9), ("forced_criminality", 9),
                ("online_scams", 6), ("forced_begging", 5), ("forced_marriage", 5),
            ]),
            region: profile.regions.isEmpty ? nil : chance.pick(profile.regions).code, label: chance.pick(InventedNames.labels),
            isUrgent: chance.happens(0.1), target: target(number), refuses: refuses, worker: worker,
            supervisor: cast.all("case-supervisor").first { $0.organisation == worker.organisation } ?? cast.all("case-supervisor")[0],
            officer: officer, secondOfficer: officers.first { $0.account != officer.account } ?? officer,
            identificationSupervisor: chance.pick(cast.all("identification-supervisor")),
            childOfficer: pick(cast.all("child-protection-officer")), guardian: pick(cast.all("guardian")),
            chance: Chance(seed: chance.number(0...1_000_000)), staysWithFinder: isFresh, isSeenAgain: again != nil, in: country
        )
    }

    /// The first of those with a role is who a link leads in as: they have a little more to do than the others.
    private mutating func pick(_ players: [InventedCountry.Player]) -> InventedCountry.Player {
        chance.pick(players.enumerated().map { ($1, $0 == 0 ? 8 : 5) })
    }

    /// Of the last weeks more adults refuse, so that there is somebody to be asked again.
    private mutating func refuses(_ number: Int) -> Bool {
        number >= older ? number % 4 == 2 : chance.happens(0.06)
    }

    /// Those who are still with whoever met them were met by authorities, and often at the border.
    private mutating func setting(_ number: Int, _ isFresh: Bool) -> Setting {
        if isFresh { return [.border, .border, .police, .border, .inspection, .border, .health][(count - 1 - number) % 7] }
        if number >= older, number % 4 == 2 { return number % 8 == 2 ? .border : .helpline }
        return chance.pick(Setting.allCases.map { ($0, $0 == .selfReport ? 1 : 3) })
    }

    private mutating func identity(of who: InventedPerson) -> PersonIdentity {
        PersonIdentity(
            names: [who.name],
            aliases: chance.happens(0.2) ? [chance.pick(["Lily", "Max", "Star", "Tiger", "Rose", "Sky", "Panther", "Shadow"])] : [],
            birth: .year(who.birthYear), documents: chance.happens(0.5) ? ["passport EX-\(chance.number(10_000...99_999))"] : [],
            contact: SafeContact(
                channel: "+999 555 0\(chance.number(200...899))", how: chance.pick(["mornings", "after six", "by message first"]),
                mayWrite: chance.happens(0.5), mayCall: chance.happens(0.7))
        )
    }
}
