import Access
import Basics
import Protection
import Store

/// What this room tells of invented lives: some go home and are followed there, some are removed all the same, some claim their wages.
enum HomewardChapter {
    static let all = [
        Chapter(.homeward) { life, country in
            guard let file = life.file, life.path == .adult, !life.refuses else { return }
            if life.chance.happens(0.35) { try await ClaimChapter.tell(&life, file, country) }
            if life.chance.happens(0.25) {
                try await goHome(&life, file, country)
            } else if country.turn("stay followed", every: 6, of: life) {
                try await stay(&life, file, country)
            }
        },
        Chapter(.present) { life, country in
            guard let file = life.file, life.path == .adult else { return }
            if country.turn("claim today", every: 7, of: life) { try await ClaimChapter.today(&life, file, country) }
            let plan = try await country.room.database.read { tx in try ReturnPlan.newest(in: file, tx: tx) }
            if plan == nil, country.turn("return today", every: 7, of: life) { try await weighToday(&life, file, country) }
        },
    ]

    private static func goHome(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let partners = country.all("return-partner")
        guard !partners.isEmpty else { return }
        let (partner, room, returns) = (life.chance.pick(partners), country.room, Returns(country.room))
        func version() async throws -> Int { try await room.database.read { tx in try ReturnPlan.underWay(in: file, tx: tx).version } }
        func worker() -> Actor { country.actor(life.worker) }
        func today() -> Day { room.day(of: country.clock.now) }
        let isGrave = life.chance.happens(0.2)
        try await prepare(partner, isGrave: isGrave, life, file, country)
        try life.pass(days: 3...20)
        let supervisor = country.actor(life.supervisor)
        if isGrave {
            guard country.turn("removed", every: 3, of: life) else {
                return try await returns.stop(.seriousRisk, in: file, version: try await version(), by: worker())
            }
            let removal = Removal.Draft(
                authority: .border, ground: Removal.noGround, destination: life.coded.citizenship ?? "NGA", day: today())
            return try await returns.record(removal, in: file, by: supervisor)
        }
        if country.turn("return stopped", every: 6, of: life) {
            let reason = country.next("stop reason", of: [StopReason.stays, .notPossible])
            return try await returns.stop(reason, in: file, version: try await version(), by: worker())
        }
        try await consent(to: partner, in: file, by: worker(), country)
        try await returns.agree(override: nil, in: file, version: try await version(), by: supervisor)
        try await returns.share(identity: true, in: file, version: try await version(), by: worker())
        let travel = Returns.TravelDraft(travelOn: today(), arriveBy: today().adding(days: 1), escort: .none, documents: .passport)
        try await returns.planTravel(travel, in: file, version: try await version(), by: worker())
        if life.chance.happens(0.1) { return try await returns.withdraw(in: file, version: try await version(), by: worker()) }
        try await returns.depart(in: file, version: try await version(), by: worker())
        try life.pass(days: 1...1)
        try await returns.confirmArrival(on: today(), in: file, version: try await version(), by: country.actor(partner))
        try await follow(&life, file, partner, country)
    }

    /// The three ways weighed, the risks assessed, the way found free; nothing of it is a decision.
    private static func prepare(
        _ partner: InventedCountry.Player, isGrave: Bool, _ life: InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry,
        weighing options: [ReturnOption] = ReturnOption.allCases
    ) async throws {
        let (room, returns, worker) = (country.room, Returns(country.room), country.actor(life.worker))
        func version() async throws -> Int { try await room.database.read { tx in try ReturnPlan.underWay(in: file, tx: tx).version } }
        let isThird = country.next("return to", of: [false, false, false, true])
        let home = isThird ? "CAN" : life.coded.citizenship ?? "NGA"
        try await returns.begin(isThird ? .thirdCountry : .homeCountry, to: home, in: file, by: worker)
        for option in options {
            let isWanted = option == (isThird ? .thirdCountry : .homeCountry)
            let draft = Returns.OptionDraft(
                option: option, wish: isWanted ? .wants : option == .stay ? .unsure : .doesNot, pro: "An invented reason.",
                con: "An invented doubt.", ownView: "Invented: I want to be with my people.")
            try await returns.weigh(draft, in: file, version: try await version(), by: worker)
        }
        guard options.count == ReturnOption.allCases.count else { return }
        let questions = room.profile.assessment("return_risk")?.questions.codes ?? []
        var scores = Dictionary(questions.map { ($0, 1) }) { first, _ in first }
        if isGrave, let first = questions.first { scores[first] = RiskAssessment.seriousScore }
        try await returns.assess(
            scores, note: "Invented: spoken through with the person.", mitigation: nil, in: file, version: try await version(), by: worker)
        let check = Returns.CheckDraft(
            day: room.day(of: country.clock.now), checker: .lawyer, grounds: [.torture, .traffickedAgain], result: .noObstacle)
        try await returns.check(check, in: file, version: try await version(), by: worker)
        try await returns.choosePartner(partner.organisation, .partners, note: nil, in: file, version: try await version(), by: worker)
        try await returns.conclude(in: file, version: try await version(), by: worker)
    }

    /// A return that is being prepared in these days: each one as far as another.
    private static func weighToday(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let (room, returns) = (country.room, Returns(country.room))
        guard let partner = country.all("return-partner").first else { return }
        func version() async throws -> Int { try await room.database.read { tx in try ReturnPlan.underWay(in: file, tx: tx).version } }
        let left = country.next("return left at", of: [ReturnStage.agreed, .considering, .travelling, .assessed])
        try await prepare(
            partner, isGrave: false, life, file, country,
            weighing: left == .considering ? [.stay, .homeCountry] : ReturnOption.allCases)
        guard left == .agreed || left == .travelling else { return }
        let (worker, today) = (country.actor(life.worker), room.day(of: country.clock.now))
        try await consent(to: partner, in: file, by: worker, country)
        try await returns.agree(override: nil, in: file, version: try await version(), by: country.actor(life.supervisor))
        guard left == .travelling else { return }
        try await returns.share(identity: true, in: file, version: try await version(), by: worker)
        let travel = Returns.TravelDraft(
            travelOn: today, arriveBy: today.adding(days: 3), escort: .none, documents: .passport,
            itinerary: "Invented: by ship, two nights.")
        try await returns.planTravel(travel, in: file, version: try await version(), by: worker)
        try await returns.depart(in: file, version: try await version(), by: worker)
    }

    /// Whoever stays in the country is followed too, by the worker.
    private static func stay(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        try await Monitoring(country.room).followStay(
            from: country.room.day(of: country.clock.now), in: file, by: country.actor(life.worker))
        try await follow(&life, file, life.worker, country)
    }

    private static func consent(to partner: InventedCountry.Player, in file: ID<CaseFile>, by actor: Actor, _ country: InventedCountry)
        async throws
    {
        let (room, now) = (country.room, country.clock.now)
        try await room.gate.change(.recordConsent, on: file, for: actor) { tx, permit in
            try ConsentLedger.record(
                .init(
                    purpose: ReturnGrounds.purpose, recipient: partner.organisation, answer: .yes, givenBy: .person,
                    parts: [.homeward, .identity], language: "en", explained: .spoken, evidence: .signed),
                in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    /// Each report in its month, one in ten of them late; most lives get better.
    private static func follow(
        _ life: inout InventedLife, _ file: ID<CaseFile>, _ partner: InventedCountry.Player, _ country: InventedCountry
    ) async throws {
        let checks = try await country.room.database.read { tx in try MonitoringCheck.all(in: file, tx: tx) }
        var level = life.chance.number(1...2)
        for check in checks where check.state == .due {
            let wait = check.due.daysSinceEpoch - country.room.day(of: country.clock.now).daysSinceEpoch
            try life.pass(days: max(1, wait)...max(1, wait + (life.chance.happens(0.1) ? 30 : 10)))
            level = min(3, max(0, level + life.chance.pick([(1, 5), (0, 4), (-1, 1)])))
            let levels = Dictionary(uniqueKeysWithValues: MonitoringReport.domains.map { ($0, level) })
            let draft = Monitoring.Draft(
                contact: life.chance.pick([.visit, .telephone]), levels: levels, incidents: [], note: "Invented: how it goes.")
            try await Monitoring(country.room).report(draft, on: check.id, in: file, by: country.actor(partner))
            if partner.account != life.worker.account, country.turn("followed no longer", every: 25, of: life) {
                return try await endFollowing(partner, life, file, country)
            }
            if level == 0, country.turn("referred again", every: 3, of: life) { try await referAgain(life, file, country) }
        }
    }

    /// Somebody wishes to be asked no more: with the consent what rested on it ends.
    private static func endFollowing(
        _ partner: InventedCountry.Player, _ life: InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry
    ) async throws {
        let (room, now) = (country.room, country.clock.now)
        try await room.gate.change(.recordConsent, on: file, for: country.actor(life.worker)) { tx, permit in
            let consent = try ConsentLedger.latest(for: ReturnGrounds.purpose, to: partner.organisation, in: file, tx: tx)
            if let consent { try ConsentLedger.withdraw(consent.id, in: file, under: permit, at: now, tx: tx) }
        }
        let job = MonitoringGuard.job()
        try await room.database.write { tx in try job.run(tx, now) }
    }

    /// What is reported gives cause to begin anew: a new file for the same person.
    private static func referAgain(_ life: InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let report = try await country.room.database.read { tx in
            try tx.row(
                """
                SELECT id FROM monitoring_report WHERE case_id = \(file) AND (is_danger = 1 OR is_worse = 1)
                ORDER BY reported_at DESC LIMIT 1
                """
            ) { try $0.id(0, of: MonitoringReport.self) }
        }
        guard let report else { return }
        _ = try await Monitoring(country.room).referAgain(after: report, in: file, by: country.actor(life.worker))
    }
}
