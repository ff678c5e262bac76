import Access
import Basics
import Instruments
import Protection
import Store
import Vocabulary

/// How the authority decides on an invented person.
enum IdentificationChapters {
    static let all: [Chapter] = [
        Chapter(.firstDays, atOnce: true) { life, country in
            guard let file = life.file, life.target != .detected else { return }
            try life.pass(days: 0...(life.staysWithFinder ? 0 : 2))
            try await decide(.underAssessment, in: file, life, country)
            guard country.turn("working", every: 4, of: life) else { return }
            for (step, bearsOut) in [("indicators", ["act"]), ("corroboration", ["means", "purpose"])] {
                try await country.write(
                    "identification-working",
                    [
                        "step": .code(step), "source": .codes(["statement"]), "bears_out": .codes(bearsOut),
                        "note": .text("Invented: what was looked into."),
                    ],
                    of: &life, by: life.officer)
            }
        },
        Chapter(.firstDays) { life, country in
            guard let file = life.file else { return }
            let today = country.room.day(of: country.clock.now)
            try await RightsHandover.record(
                life.chance.pick([RightsHandover.Means.readAloud, .paper, .interpreter]), in: life.coded.language ?? "en", on: today,
                for: file,
                country.room, by: country.actor(life.worker))
        },
        Chapter(.presumption, atOnce: true) { life, country in
            guard let file = life.file, ![.detected, .underAssessment].contains(life.target) else { return }
            try life.pass(days: life.staysWithFinder ? 1...2 : 1...8)
            try await decide(.presumed, in: file, life, country)
        },
        Chapter(.presumption) { life, country in
            guard let file = life.file else { return }
            if life.chance.happens(0.08) { try await alert(file, life, country) }
        },
        Chapter(.care) { life, country in
            guard life.file != nil, life.chance.happens(0.5) else { return }
            try life.pass(days: 1...10)
            try await speakWithPolice(&life, country)
        },
        Chapter(.recovery) { life, country in
            guard life.file != nil, life.target == .identified, life.coded.citizenship != nil, life.chance.happens(0.35) else { return }
            try life.pass(days: 5...20)
            let today = country.room.day(of: country.clock.now)
            let permit: [String: EntryValue] = [
                "state": .code(ResidencePermit.State.issued.rawValue), "asked_on": .date(today.adding(days: -20).iso),
                "issued_on": .date(today.iso), "ends_on": .date(today.adding(days: life.chance.number(180...720)).iso),
                "renewal": .code(ResidencePermit.Renewal.first.rawValue),
            ]
            try await country.write("residence-permit", permit, of: &life, by: life.worker)
        },
        Chapter(.present) { life, country in
            // Whoever must act against a punishment has done so, but for a few; and somebody was detained today.
            guard let file = life.file else { return }
            if country.turn("alert today", every: 25, of: life) { return try await alert(file, life, country) }
            guard !life.chance.happens(0.3) else { return }
            for clock in try await country.clocks(ClockKind.punishmentAlert.code, of: file) {
                guard let alert = clock.subject.flatMap({ ID<PunishmentAlert>(bytes: $0) }) else { continue }
                try await PunishmentAlerts(country.room).tell(
                    .prosecutor, on: country.room.day(of: country.clock.now), alert, in: file, by: country.actor(life.worker))
                try await PunishmentAlerts(country.room).settle(
                    alert, life.chance.pick(Array(PunishmentAlert.Outcome.allCases)), on: country.room.day(of: country.clock.now), in: file,
                    by: country.actor(life.worker))
            }
        },
        Chapter(.decision) { life, country in
            guard let file = life.file, ![.underAssessment, .presumed].contains(life.target) else { return }
            try life.pass(days: 8...45)
            let isNegative = life.target != .identified
            try await decide(isNegative ? .notIdentified : .identified, in: file, life, country)
            guard isNegative else { return }
            try life.pass(days: 1...5)
            if country.turn("sent back", every: 9, of: life) {
                try await answer(false, in: file, by: life.identificationSupervisor, country)
                try life.pass(days: 1...6)
                try await decide(.notIdentified, in: file, life, country)
                try life.pass(days: 1...3)
            }
            try await answer(true, in: file, by: life.identificationSupervisor, country)
        },
        Chapter(.review) { life, country in
            guard let file = life.file, [.underReview, .upheld, .overturned].contains(life.target) else { return }
            try life.pass(days: 4...25)
            let ground = country.next("review ground", of: country.room.profile.reviewGrounds).code
            // For a child it is the guardian who asks.
            let asker = life.path.protectsAsChild ? life.guardian : life.worker
            try await Reviews(country.room).ask(
                .init(ground: ground, note: "Invented: what was not looked at.", lateReason: nil), in: file, by: country.actor(asker))
            guard life.target != .underReview else { return }
            try life.pass(days: 6...27)
            // Nobody who took part in the first decision takes part in this one.
            let others = country.all("identification-supervisor").filter { $0.account != life.identificationSupervisor.account }
            guard let reviewer = others.first, let second = others.last, second.account != reviewer.account else { return }
            try await decide(life.target, in: file, life, country, by: reviewer)
            guard life.target == .upheld else { return }
            try life.pass(days: 1...5)
            try await answer(true, in: file, by: second, country)
        },
        Chapter(.review) { life, country in
            guard let file = life.file, [.notIdentified, .upheld].contains(life.target), country.turn("appeal", every: 3, of: life) else {
                return
            }
            try life.pass(days: 5...30)
            try await appeal(file, &life, country)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file else { return }
            try await reflect(file, &life, country)
        },
    ]

    /// To a court: some wait, some are won, lost, or taken back.
    private static func appeal(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, appeals) = (country.room, Appeals(country.room))
        try await appeals.lodge(
            on: room.day(of: country.clock.now), court: "Invented: Administrative Court of Examplia, 2nd chamber", in: file,
            by: country.actor(life.path.protectsAsChild ? life.guardian : life.worker))
        guard let outcome = country.next("appeal", of: [Appeal.Outcome.lost, .won, nil, .withdrawn]) else { return }
        try life.pass(days: 20...70)
        let lodged = try await room.database.read { tx in try Appeal.all(in: file, opening: nil, tx: tx).first?.id }
        guard let lodged else { return }
        try await appeals.end(
            lodged, outcome, on: room.day(of: country.clock.now), note: "Invented: what the court wrote.", in: file,
            by: country.actor(life.officer))
    }

    /// Some need more time to recover and to think, and a few ask for less.
    private static func reflect(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, now) = (country.room, country.clock.now)
        let today = room.day(of: now)
        let found = try await room.database.read { tx in try Reflection.find(in: file, tx: tx) }
        guard let found, found.isRunning(on: today) else { return }
        if country.turn("reflection extended", every: 9, of: life) {
            try await Reflection.extend(
                because: life.path.protectsAsChild ? .child : .recovery, in: file, room, by: country.actor(life.officer))
        } else if today >= found.beganOn.adding(days: Reflection.leastDays), country.turn("reflection ended", every: 20, of: life) {
            try await Reflection.end(because: .personAsked, in: file, room, by: country.actor(life.officer))
        }
    }

    /// Somebody who must not be punished is detained, charged or to be sent away.
    private static func alert(_ file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry) async throws {
        try await PunishmentAlerts(country.room).raise(
            .init(
                kind: country.next("alert", of: [.detained, .charged, .facingRemoval]), knownOn: country.room.day(of: country.clock.now),
                mustAct: country.next("must act", of: [.police, .prosecutor, .immigration]), note: "Invented: what the lawyer said."),
            in: file, by: country.actor(life.worker))
    }

    /// What the person wishes about the police; who wishes it is asked apart what the investigators may see.
    private static func speakWithPolice(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file, let investigator = country.all("investigator").first else { return }
        let (room, now, worker) = (country.room, country.clock.now, country.actor(life.worker))
        let wish = life.chance.pick([(Cooperation.Wish.yes, 4), (.no, 2), (.undecided, 2), (.later, 2)])
        var values: [String: EntryValue] = [
            "wish": .code(wish.rawValue), "asked_on": .date(room.day(of: now).iso),
            "asked_by": .code(Cooperation.Asker.caseWorker.rawValue),
        ]
        if wish == .yes { values["with_whom"] = .codes([Cooperation.Counterpart.police.rawValue]) }
        _ = try await Entries(room).write(values, as: Cooperation.kind, in: file, by: worker)
        guard wish == .yes, !life.path.protectsAsChild else { return }
        let parts: Set<CasePart> = [.experience, .cooperation]
        let draft = Consent.Draft(
            purpose: "police", recipient: investigator.organisation, answer: .yes, parts: parts, language: life.coded.language ?? "en",
            explained: .spoken, evidence: .signed)
        let consent = try await room.gate.change(.recordConsent, on: file, for: worker) { tx, permit in
            try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
        try await ConsentShares(room).open(consent, in: file, by: worker)
    }

    private static func decide(
        _ stage: IdentificationStage, in file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry,
        by player: InventedCountry.Player? = nil
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

    private static func answer(_ agrees: Bool, in file: ID<CaseFile>, by player: InventedCountry.Player, _ country: InventedCountry)
        async throws
    {
        guard let pending = try await country.room.database.read({ tx in try Desk.find(file, in: tx).pending }) else { return }
        try await Decisions(country.room).answer(
            agrees: agrees, reasons: "Invented: read again from the start.", to: pending, in: file, by: country.actor(player))
    }
}
