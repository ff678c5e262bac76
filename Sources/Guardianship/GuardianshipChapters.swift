import Basics
import Protection
import Store

/// How an invented child is protected.
enum GuardianshipChapters {
    /// The guardians are vetted before the first child needs one.
    static func prelude(_ country: InventedCountry) async throws {
        guard let officer = country.all("child-protection-officer").first else { return }
        let today = country.room.day(of: country.clock.now)
        for guardian in country.all("guardian") {
            try await Guardians(country.room).vet(
                guardian.account, checkedOn: today, trainedOn: today, validUntil: today.adding(days: 1_500), mostChildren: 200,
                by: country.actor(officer))
        }
    }

    static let all: [Chapter] = [
        Chapter(.firstDays) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            let officer = country.actor(life.childOfficer)
            try await Guardians(country.room).acknowledge(file, by: officer)
            try life.pass(days: 0...5)
            try await Guardians(country.room).appoint(
                .init(account: life.guardian.account, conflicts: [], isTemporary: false, until: nil, allTheSame: true, seen: nil),
                for: file,
                by: officer)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file, life.path.protectsAsChild, life.chance.happens(0.6) else { return }
            try life.pass(days: 5...30)
            try await determine(file, &life, country)
        },
    ]

    private static func determine(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, actor) = (country.room, country.actor(life.childOfficer))
        let determinations = Determinations(room)
        let id = try await determinations.open(.durableSolution, in: file, by: actor)
        let members = [(life.childOfficer, Profession.childProtection), (life.worker, .socialWork), (life.officer, .law)]
        for (player, profession) in members {
            try await determinations.addMember(player.name, of: player.organisation, as: profession, to: id, in: file, by: actor)
        }
        for option in [BestInterestsOption.stay, .familyReturn] {
            try await determinations.addOption(
                option, for: "Invented: school goes on, and there is somebody to trust.", against: "Invented: far from the brothers.",
                to: id,
                in: file, by: actor)
        }
        try life.pass(days: 2...8)
        func version() async throws -> Int { try await room.database.read { tx in try BestInterests.find(id, in: file, tx: tx).version } }
        try await determinations.hear(
            .init(
                guardianOn: room.day(of: country.clock.now), view: .agrees, how: .talk, language: life.coded.language, weight: .followed,
                childNote: "Invented: wants to stay near the school.", guardianNote: "Invented: agrees."),
            in: id, of: file, from: try await version(), by: actor)
        try life.pass(days: 1...10)
        try await determinations.decide(
            .stay, reasons: "Invented: the child's wish, and safety here.", reviewOn: room.day(of: country.clock.now).adding(days: 80),
            in: id,
            of: file, from: try await version(), by: actor)
    }
}
