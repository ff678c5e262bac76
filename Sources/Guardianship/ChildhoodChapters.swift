import Access
import Basics
import Protection
import Store

/// What else an invented child lives through: an age in doubt, consents asked of the guardian, the search for the family.
enum ChildhoodChapters {
    // MARK: Ages

    /// How far an assessment gets.
    private enum AgeEnd: CaseIterable { case child, adult, found, refused, reviewed, opened }

    /// Whoever may be an adult is assessed with the guardian's agreement, and counts as a child until it is decided otherwise.
    static func assessAge(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, ages) = (country.room, Ages(country.room))
        func version(_ id: ID<AgeAssessment>) async throws -> Int {
            try await room.database.read { tx in try AgeAssessment.find(id, in: file, tx: tx).version }
        }
        let end = country.next("age", of: AgeEnd.allCases)
        let id = try await ages.open(
            file, on: life.chance.pick(Array(AgeGround.allCases)), note: "Invented: the papers say one year, the person another.",
            by: country.actor(life.childOfficer))
        if end == .opened { return }
        try life.pass(days: 1...5)
        try await ages.answer(
            id, in: file, agrees: end != .refused, end == .refused ? .disagrees : .agrees, note: "Invented: wants it settled.",
            from: try await version(id), by: country.actor(life.guardian))
        if end == .refused { return }
        try life.pass(days: 2...10)
        let range = end == .adult ? (lowest: 19, highest: 23) : (lowest: 15, highest: 17)
        for method in [AgeMethod.documents, .interview] {
            try await ages.find(
                id, in: file, by: method, range, on: room.day(of: country.clock.now), note: nil, by: country.actor(life.childOfficer))
        }
        if end == .found { return }
        try life.pass(days: 1...6)
        try await ages.decide(
            id, in: file, end == .adult ? .adult : .child, reasons: "Invented: both findings say the same.", from: try await version(id),
            by: country.actor(life.childOfficer))
        life.path = end == .adult ? .adult : .child
        if end == .adult { try await askAnew(file, life, country) }
        guard end == .reviewed else { return }
        try life.pass(days: 2...9)
        try await ages.review(id, in: file, from: try await version(id), by: country.actor(life.guardian))
        guard let other = colleague(of: life, country), country.next("age review", of: [true, false]) else { return }
        try life.pass(days: 2...9)
        try await ages.decide(
            id, in: file, .child, reasons: "Invented: looked at again from the start.", from: try await version(id),
            by: country.actor(other))
    }

    /// Nobody decided for an adult: whether the identifying authority goes on seeing the file is for them to say.
    private static func askAnew(_ file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry) async throws {
        let (room, now, worker, authority) = (country.room, country.clock.now, country.actor(life.worker), life.officer.organisation)
        let parts: Set<CasePart> = [.summary, .identity, .experience, .services, .legal, .interviews]
        let draft = Consent.Draft(
            purpose: "identification", recipient: authority, answer: .yes, parts: parts, language: life.coded.language ?? "en",
            explained: .spoken, evidence: .signed)
        let consent = try await room.gate.change(.recordConsent, on: file, for: worker) { tx, permit in
            try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
        try await ConsentShares(room).open(consent, in: file, by: worker)
    }

    /// Another officer of the authority: who checks is never who decides.
    private static func colleague(of life: InventedLife, _ country: InventedCountry) -> InventedCountry.Player? {
        country.all("child-protection-officer").first { $0.account != life.childOfficer.account }
    }

    // MARK: Consents

    /// The worker asks, the guardian answers, and now and then takes it back.
    static func askGuardian(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let clinic = country.all("service-provider").first else { return }
        try await ask("health_information", for: clinic.organisation, [.identity, .care], in: file, life, country)
        try life.pass(days: 0...3)
        let answer = country.next("guardian answers", of: [Consent.Answer.yes, .yes, .no, .yes, .notAbleNow])
        let consent = try await self.answer(answer, view: answer == .yes ? .agrees : .mixed, in: file, life, country)
        guard answer == .yes, let consent, country.turn("guardian withdraws", every: 6, of: life) else { return }
        try life.pass(days: 2...10)
        try await ConsentRequests(country.room).withdraw(consent, in: file, by: country.actor(life.guardian))
    }

    private static func ask(
        _ purpose: String, for recipient: ID<Organisation>?, _ parts: Set<CasePart>, in file: ID<CaseFile>, _ life: InventedLife,
        _ country: InventedCountry
    ) async throws {
        try await ConsentRequests(country.room).ask(purpose, for: recipient, parts: parts, in: file, by: country.actor(life.worker))
    }

    /// - Returns: the consent that came of it.
    @discardableResult
    private static func answer(
        _ answer: Consent.Answer, view: ChildView, in file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry
    ) async throws -> ID<Consent>? {
        let room = country.room
        let asked = try await room.database.read { tx in try ConsentRequest.all(in: file, tx: tx).first { $0.answer == nil } }
        guard let asked else { return nil }
        try await ConsentRequests(room).answer(
            asked.id, in: file,
            .init(
                answer: answer, view: view, language: life.coded.language ?? "en", explained: .spoken,
                note: "Invented: what the child said to it.", expiresOn: room.day(of: country.clock.now).adding(days: 1_200)),
            from: asked.version, by: country.actor(life.guardian))
        return try await room.database.read { tx in try ConsentRequest.all(in: file, tx: tx).first { $0.id == asked.id }?.consent }
    }

    // MARK: Tracing

    /// How far a search gets.
    private enum TraceEnd: CaseIterable { case danger, found, requested, unfavourable, favourable, refused, approved }

    /// The search for the family: as the child wishes, with the risks looked at first, by one officer, and approved by another.
    static func trace(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let other = colleague(of: life, country) else { return }
        let (room, tracings) = (country.room, Tracings(country.room))
        func officer() -> Actor { country.actor(life.childOfficer) }
        func version(_ id: ID<FamilyTracing>) async throws -> Int {
            try await room.database.read { tx in try FamilyTracing.find(id, in: file, tx: tx).version }
        }
        let end = country.next("tracing", of: TraceEnd.allCases)
        let id = try await tracings.request(
            country.next("kin", of: Kin.allCases), wish: .wants, whom: "Invented: the mother, last heard of in the village by the river.",
            childNote: "Invented: wants to hear her voice.", in: file, by: officer())
        if end == .requested { return }
        try life.pass(days: 2...9)
        var risks = Dictionary(uniqueKeysWithValues: TracingRisk.allCases.map { ($0, RiskAnswer.no) })
        if end == .unfavourable { risks[.debt] = .yes }
        try await tracings.check(
            id, in: file, risks, wish: .wants, note: "Invented: asked the worker and the guardian.", from: try await version(id),
            by: officer())
        if end == .unfavourable || end == .favourable { return }
        try life.pass(days: 1...5)
        try await tracings.decide(id, in: file, approves: end != .refused, from: try await version(id), by: country.actor(other))
        if end == .refused || end == .approved { return }
        // What leaves the house stands on the guardian's consent.
        try await ask("family", for: nil, [.summary], in: file, life, country)
        try await answer(.yes, view: .agrees, in: file, life, country)
        let steps: [(TracingStepKind, TracingResult)] =
            end == .danger
            ? [(.requestSent, .waiting), (.answer, .dangerSeen)] : [(.requestSent, .waiting), (.answer, .found), (.call, .welcome)]
        for (step, result) in steps {
            try await tracings.record(
                step, result, on: room.day(of: country.clock.now), note: "Invented: what was heard.", in: id, of: file, by: officer())
            try life.pass(days: 2...12)
        }
    }

    // MARK: Today

    /// What waits in these days: for the guardian, for the authority, for a panel.
    static func present(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        if country.turn("guardian asked today", every: 4, of: life) {
            let lawyers = country.people.first { $0.place == "Free Counsel Lawyers" }
            try await ask("service_referral", for: lawyers?.organisation, [.identity, .services], in: file, life, country)
        }
        if country.turn("tracing today", every: 8, of: life) { try await trace(file, &life, country) }
        if life.path == .unsure, country.turn("age today", every: 3, of: life) {
            let isOpen = try await country.room.database.read { tx in
                try AgeAssessment.all(in: file, tx: tx).contains { $0.stage != .decided && $0.stage != .refused }
            }
            if !isOpen {
                _ = try await Ages(country.room).open(file, on: .documentsFound, note: nil, by: country.actor(life.childOfficer))
            }
        }
        if country.turn("panel today", every: 6, of: life) { try await openPanel(file, life, country) }
        guard country.turn("panel again", every: 9, of: life) else { return }
        let room = country.room
        let decided = try await room.database.read { tx in try BestInterests.all(in: file, tx: tx).first { $0.stage == .decided } }
        guard let decided else { return }
        try await Determinations(room).review(
            decided.id, in: file, because: .childView, note: "Invented: has thought about it.", from: decided.version,
            by: country.actor(life.childOfficer))
    }

    /// A determination that is begun: opened, with options, or heard.
    private static func openPanel(_ file: ID<CaseFile>, _ life: InventedLife, _ country: InventedCountry) async throws {
        let (room, actor, determinations) = (country.room, country.actor(life.childOfficer), Determinations(country.room))
        let id = try await determinations.open(.care, in: file, by: actor)
        let left = country.next("panel", of: [BestInterests.Stage.heard, .opened, .options])
        if left == .opened { return }
        for (player, profession) in [(life.childOfficer, Profession.childProtection), (life.worker, .socialWork), (life.officer, .law)] {
            try await determinations.addMember(player.name, of: player.organisation, as: profession, to: id, in: file, by: actor)
        }
        for option in [BestInterestsOption.foster, .groupHome] {
            try await determinations.addOption(
                option, for: "Invented: near the school.", against: "Invented: a long way from the clinic.", to: id, in: file, by: actor)
        }
        if left == .options { return }
        let version = try await room.database.read { tx in try BestInterests.find(id, in: file, tx: tx).version }
        try await determinations.hear(
            .init(
                guardianOn: room.day(of: country.clock.now), view: .mixed, how: .talk, language: life.coded.language, weight: .partly,
                childNote: "Invented: likes the garden.", guardianNote: "Invented: the school matters most."),
            in: id, of: file, from: version, by: actor)
    }
}
