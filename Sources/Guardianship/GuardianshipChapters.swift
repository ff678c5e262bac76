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
        Chapter(.care) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            try life.pass(days: 1...6)
            try await country.write(
                "care-arrangement",
                [
                    "carer_vetted": .code("yes"), "unrelated_adults": .code("no"), "may_leave": .code("yes"),
                    "siblings": .code(life.chance.pick(["together", "none"])),
                ], of: &life, by: life.childOfficer)
            try await country.write(
                "guardian-visit", ["how": .code("visit"), "seen_alone": .code("yes"), "concerns": .codes(["none"])], of: &life,
                by: life.guardian)
            if life.path == .unsure { try await assessAge(file, &life, country) }
        },
        Chapter(.present) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            if life.chance.happens(0.7) {
                try await country.write(
                    "guardian-visit", ["how": .code("call"), "seen_alone": .code("yes"), "concerns": .codes(["none"])], of: &life,
                    by: life.guardian)
            }
            // A best-interests determination is reviewed in time, but for a few.
            let soon = country.room.day(of: country.present).adding(days: 5)
            guard !life.chance.happens(0.15),
                try await country.clocks(ClockKind.bestInterests.code, of: file).contains(where: { $0.due < soon })
            else { return }
            try await determine(file, &life, country)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file, life.path.protectsAsChild, life.chance.happens(0.6) else { return }
            try life.pass(days: 5...30)
            try await determine(file, &life, country)
        },
    ]

    /// Whoever may be an adult is assessed with the guardian's agreement, and counts as a child until it is decided otherwise.
    private static func assessAge(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, ages) = (country.room, Ages(country.room))
        func version(_ id: ID<AgeAssessment>) async throws -> Int {
            try await room.database.read { tx in try AgeAssessment.find(id, in: file, tx: tx).version }
        }
        let ground = life.chance.pick(Array(AgeGround.allCases))
        let id = try await ages.open(file, on: ground, note: nil, by: country.actor(life.childOfficer))
        try life.pass(days: 1...5)
        try await ages.answer(
            id, in: file, agrees: true, .agrees, note: nil, from: try await version(id), by: country.actor(life.guardian))
        try life.pass(days: 2...10)
        try await ages.find(
            id, in: file, by: life.chance.pick(Array(AgeMethod.allCases.prefix(2))), (lowest: 15, highest: 17),
            on: room.day(of: country.clock.now), note: nil, by: country.actor(life.childOfficer))
    }

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
