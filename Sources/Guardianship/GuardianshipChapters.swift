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
                guardian.account, checkedOn: today, trainedOn: today, validUntil: today.adding(days: 1_500), mostChildren: 60,
                by: country.actor(officer))
        }
    }

    static let all: [Chapter] = [
        Chapter(.firstDays, atOnce: true) { life, country in
            guard let file = life.file, life.path.protectsAsChild, life.target != .detected else { return }
            try await Guardians(country.room).acknowledge(file, by: country.actor(life.childOfficer))
        },
        Chapter(.firstDays) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            try life.pass(days: 0...5)
            try await appoint(file, &life, country)
        },
        Chapter(.care) { life, country in
            // An adult who may be none, as it turns out: from now on they are protected as a child.
            guard let file = life.file, life.path == .adult, country.turn("age doubted", every: 70, of: life) else { return }
            try life.pass(days: 1...4)
            try await Ages(country.room).doubt(
                file, on: .ownStatement, note: "Invented: gave another year of birth to the nurse.", keepsShares: true,
                by: country.actor(life.worker))
            life.path = .unsure
            try life.pass(days: 0...1)
            try await Guardians(country.room).acknowledge(file, by: country.actor(life.childOfficer))
            try await appoint(file, &life, country)
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
            if country.turn("best-interests assessment", every: 2, of: life) { try await assess(&life, country) }
            if life.path == .unsure { try await ChildhoodChapters.assessAge(file, &life, country) }
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            try life.pass(days: 1...10)
            if country.turn("care visit", every: 2, of: life) {
                try await country.write(
                    "care-visit", ["seen_alone": .code("yes"), "announced": .code("no"), "concerns": .codes(["school"])], of: &life,
                    by: life.childOfficer)
            }
            try await ChildhoodChapters.askGuardian(file, &life, country)
            if country.turn("tracing", every: 3, of: life) { try await ChildhoodChapters.trace(file, &life, country) }
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
        Chapter(.present) { life, country in
            guard let file = life.file, life.path.protectsAsChild else { return }
            try await ChildhoodChapters.present(file, &life, country)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file, life.path.protectsAsChild, life.chance.happens(0.6) else { return }
            try life.pass(days: 5...30)
            try await determine(file, &life, country)
        },
    ]

    /// Most have one guardian from the beginning; some a temporary one first.
    private static func appoint(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (guardians, officer) = (Guardians(country.room), country.actor(life.childOfficer))
        let others = country.all("guardian").filter { $0.account != life.guardian.account }
        let today = country.room.day(of: country.clock.now)
        var seen: ID<GuardianAppointment>?
        if let other = others.first, country.turn("temporary guardian", every: 8, of: life) {
            try await guardians.appoint(
                .init(account: other.account, conflicts: [], isTemporary: true, until: today.adding(days: 60), allTheSame: true, seen: nil),
                for: file, by: officer)
            try life.pass(days: 3...20)
            seen = try await country.room.database.read { tx in try GuardianAppointment.current(in: file, tx: tx)?.id }
        }
        try await guardians.appoint(
            .init(account: life.guardian.account, conflicts: [], isTemporary: false, until: nil, allTheSame: true, seen: seen),
            for: file, by: country.actor(life.childOfficer))
    }

    /// What is best for the child, factor by factor, as it goes on.
    private static func assess(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        try await country.write(
            "best-interests-assessment",
            [
                "child_view": .code(life.chance.pick([ChildView.agrees, .mixed]).rawValue), "safety": .code("good"),
                "education": .code(life.chance.pick(["good", "mixed", "poor"])),
                "note": .text("Invented: asks about the brothers every day."),
            ], of: &life, by: life.childOfficer)
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
