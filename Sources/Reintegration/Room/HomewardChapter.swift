import Access
import Basics
import Protection
import Store

/// What this room tells of invented lives: some go home and are followed there, some are removed all the same, some claim their wages.
enum HomewardChapter {
    static let all = [
        Chapter(.homeward) { life, country in
            guard let file = life.file, life.path == .adult, !life.refuses else { return }
            if life.chance.happens(0.35) { try await claim(&life, file, country) }
            if life.chance.happens(0.25) { try await goHome(&life, file, country) }
        }
    ]

    private static func claim(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let claims = Claims(country.room)
        func worker() -> Actor { country.actor(life.worker) }
        let today = country.room.day(of: country.clock.now)
        let claim = try await claims.add(
            .init(
                kind: .labour, currency: "EUR", against: "Invented Fisheries Ltd", limitOn: today.adding(days: 300),
                limitLaw: "Invented Labour Code, section 12"),
            in: file, by: worker())
        let first = today.adding(days: -life.chance.number(200...700))
        try await claims.add(
            WagePeriod(
                first: first, last: first.adding(days: life.chance.number(30...180)), minutesADay: 60 * life.chance.number(9...14),
                normalMinutes: 480, daysAWeek: life.chance.number(6...7), agreedRate: life.chance.number(100...300), minimumRate: 420,
                overtimePercent: 150, saidPaid: 40_000, deducted: 25_000), to: claim, in: file, by: worker())
        try await claims.askForWages(claim, in: file, version: 1, by: worker())
        try life.pass(days: 5...40)
        try await move(claim, to: .filed, nil, in: file, by: worker(), country)
        try life.pass(days: 60...200)
        guard life.chance.happens(0.6), let asked = try await find(claim, in: file, country).asked else {
            return try await move(claim, to: .refused, nil, in: file, by: worker(), country)
        }
        try await move(claim, to: .awarded, asked * 8 / 10, in: file, by: worker(), country)
        try life.pass(days: 20...90)
        let open = try await find(claim, in: file, country)
        let amount = (open.outstanding ?? 0) / (life.chance.happens(0.5) ? 1 : 3)
        guard amount > 0 else { return }
        try await claims.pay(
            amount, to: .person, on: country.room.day(of: country.clock.now), for: claim, in: file, version: open.version, by: worker())
    }

    private static func find(_ claim: ID<Claim>, in file: ID<CaseFile>, _ country: InventedCountry) async throws -> Claim {
        try await country.room.database.read { tx in try Claim.find(claim, in: file, tx: tx) }
    }

    private static func move(
        _ claim: ID<Claim>, to stage: ClaimStage, _ amount: Int?, in file: ID<CaseFile>, by actor: Actor, _ country: InventedCountry
    ) async throws {
        let version = try await find(claim, in: file, country).version
        try await Claims(country.room).move(
            claim, to: stage, on: country.room.day(of: country.clock.now), amount: amount, in: file, version: version, by: actor)
    }

    private static func goHome(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let partners = country.all("return-partner")
        guard !partners.isEmpty else { return }
        let (partner, room, returns) = (life.chance.pick(partners), country.room, Returns(country.room))
        func version() async throws -> Int { try await room.database.read { tx in try ReturnPlan.underWay(in: file, tx: tx).version } }
        func worker() -> Actor { country.actor(life.worker) }
        func today() -> Day { room.day(of: country.clock.now) }
        let home = life.coded.citizenship ?? "NGA"
        try await returns.begin(.homeCountry, to: home, in: file, by: worker())
        for option in ReturnOption.allCases {
            let draft = Returns.OptionDraft(
                option: option, wish: option == .homeCountry ? .wants : .doesNot, pro: "An invented reason.", con: "An invented doubt.",
                ownView: "Invented: I want to be with my people.")
            try await returns.weigh(draft, in: file, version: try await version(), by: worker())
        }
        let isGrave = life.chance.happens(0.2)
        let questions = room.profile.assessment("return_risk")?.questions.codes ?? []
        var scores = Dictionary(questions.map { ($0, 1) }) { first, _ in first }
        if isGrave, let first = questions.first { scores[first] = RiskAssessment.seriousScore }
        try await returns.assess(scores, note: nil, mitigation: nil, in: file, version: try await version(), by: worker())
        let check = Returns.CheckDraft(day: today(), checker: .lawyer, grounds: [.torture, .traffickedAgain], result: .noObstacle)
        try await returns.check(check, in: file, version: try await version(), by: worker())
        try await returns.choosePartner(
            partner.organisation, .partners, note: nil, in: file, version: try await version(), by: worker())
        try await returns.conclude(in: file, version: try await version(), by: worker())
        try life.pass(days: 3...20)
        let supervisor = country.actor(life.supervisor)
        if isGrave {
            guard life.chance.happens(0.3) else {
                return try await returns.stop(.seriousRisk, in: file, version: try await version(), by: worker())
            }
            let removal = Removal.Draft(authority: .border, ground: Removal.noGround, destination: home, day: today())
            return try await returns.record(removal, in: file, by: supervisor)
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
            let draft = Monitoring.Draft(contact: life.chance.pick([.visit, .telephone]), levels: levels, incidents: [], note: nil)
            try await Monitoring(country.room).report(draft, on: check.id, in: file, by: country.actor(partner))
        }
    }
}
