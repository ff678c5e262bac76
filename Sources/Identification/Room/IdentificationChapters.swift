import Basics
import Instruments
import Protection
import Store
import Vocabulary

/// How the authority decides on an invented person.
enum IdentificationChapters {
    static let all: [Chapter] = [
        Chapter(.firstDays) { life, country in
            guard let file = life.file else { return }
            try life.pass(days: 0...2)
            try await decide(.underAssessment, in: file, life, country)
            let today = country.room.day(of: country.clock.now)
            try await RightsHandover.record(
                life.chance.pick([RightsHandover.Means.readAloud, .paper, .interpreter]), in: life.coded.language ?? "en", on: today, for: file,
                country.room, by: country.actor(life.worker))
        },
        Chapter(.presumption) { life, country in
            guard let file = life.file, life.target != .underAssessment else { return }
            try life.pass(days: 1...8)
            try await decide(.presumed, in: file, life, country)
            if life.chance.happens(0.08) {
                let today = country.room.day(of: country.clock.now)
                try await PunishmentAlerts(country.room).raise(
                    .init(
                        kind: life.chance.pick([.detained, .charged, .facingRemoval]), knownOn: today,
                        mustAct: life.chance.pick([.police, .prosecutor, .immigration]), note: nil),
                    in: file, by: country.actor(life.worker))
            }
        },
        Chapter(.decision) { life, country in
            guard let file = life.file, ![.underAssessment, .presumed].contains(life.target) else { return }
            try life.pass(days: 15...100)
            let isNegative = life.target != .identified
            try await decide(isNegative ? .notIdentified : .identified, in: file, life, country)
            guard isNegative else { return }
            try life.pass(days: 1...5)
            try await confirm(file, by: life.identificationSupervisor, country)
        },
        Chapter(.review) { life, country in
            guard let file = life.file, [.underReview, .upheld, .overturned].contains(life.target) else { return }
            try life.pass(days: 4...25)
            let ground = life.chance.pick(country.room.profile.reviewGrounds).code
            try await Reviews(country.room).ask(.init(ground: ground, note: nil, lateReason: nil), in: file, by: country.actor(life.worker))
            guard life.target != .underReview else { return }
            try life.pass(days: 10...40)
            let others = country.all("identification-supervisor").filter { $0.account != life.identificationSupervisor.account }
            guard let reviewer = others.first else { return }
            try await decide(life.target, in: file, life, country, by: reviewer)
        },
    ]

    private static func decide(
        _ stage: IdentificationStage, in file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry, by player: InventedCountry.Player? = nil
    ) async throws {
        let room = country.room
        guard let summary = try await room.database.read({ tx in try CaseSummary.find(file, in: tx) }) else { return }
        var draft = Decisions.Draft(to: stage, decidedOn: room.day(of: country.clock.now))
        if stage.needsFacts {
            draft.facts.age = summary.path.age
            draft.facts.acts = [.recruitment, .harbouring]
            draft.evidence[.act] = [.statement, .witness]
            if stage != .notIdentified, stage != .upheld {
                draft.facts.means = [.deception, .abuseOfVulnerability]
                draft.facts.purposes = [Exploitation(rawValue: life.exploitation) ?? .forcedLabour]
                draft.evidence[.means] = [.statement]
                draft.evidence[.purpose] = [.statement, .documents]
            }
            draft.legalBasis = stage.use.flatMap { room.profile.legalBases(for: $0).first?.code }
            draft.reasons = "Invented for the demonstration: the statement was weighed with what others saw."
        }
        try await Decisions(room).decide(
            draft, in: file, seen: .init(stage: summary.stage, since: summary.stageSince), by: country.actor(player ?? life.officer))
    }

    private static func confirm(_ file: ID<CaseFile>, by player: InventedCountry.Player, _ country: InventedCountry) async throws {
        guard let pending = try await country.room.database.read({ tx in try Desk.find(file, in: tx).pending }) else { return }
        try await Decisions(country.room).answer(
            agrees: true, reasons: "Invented: read again from the start.", to: pending, in: file, by: country.actor(player))
    }
}
