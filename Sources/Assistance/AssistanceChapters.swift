import Access
import Basics
import Protection
import Store
import Vocabulary

/// How an invented person finds help: consent, referrals and what came of them, nights in a shelter, interpreters.
enum AssistanceChapters {
    static let all: [Chapter] = [
        Chapter(.firstDays) { life, country in
            guard life.file != nil else { return }
            try await interpret(.counselling, &life, country)
            if life.chance.happens(0.75) {
                try await refer(to: life.path.protectsAsChild ? "child_home" : "shelter", .today, &life, country)
            }
            if life.chance.happens(0.4) {
                try await refer(to: life.chance.pick(["general_health", "emergency_health", "basic_needs"]), .week, &life, country)
            }
        },
        Chapter(.care) { life, country in
            guard life.file != nil else { return }
            try life.pass(days: 1...6)
            try await refer(to: life.chance.pick(["legal_advice", "residence_advice"]), .normal, &life, country)
            if life.chance.happens(0.5) {
                try await refer(
                    to: life.chance.pick(["therapy", "peer_support", "crisis_support", "sexual_health"]), .week, &life, country)
            }
            try await interpret(.legal, &life, country)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file else { return }
            try life.pass(days: 5...20)
            try await complete(in: file, half: true, &life, country)
            if life.chance.happens(0.12) { try await moveBed(file, &life, country) }
            if life.chance.happens(0.04) { try await withdrawConsent(file, &life, country) }
            if life.chance.happens(0.6) {
                let kinds = ["language_course", "job_training", "cash_assistance", "family_contact", "interpreter"]
                try await refer(to: life.chance.pick(kinds), .normal, &life, country)
            }
        },
        Chapter(.present) { life, country in
            guard life.file != nil, life.chance.happens(0.2) else { return }
            try await ask(&life, country)
        },
        Chapter(.ending) { life, country in
            guard let file = life.file else { return }
            try life.pass(days: 20...60)
            try await leave(file, &life, country)
            try await complete(in: file, half: false, &life, country)
        },
    ]

    /// What waits for an answer in the queues of services today.
    private static func ask(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file else { return }
        let kinds = ["legal_advice", "therapy", "language_course", "general_health", "cash_assistance", "peer_support", "family_contact"]
        guard let service = try await find(life.chance.pick(kinds), &life, country),
            let basis = try await ground(for: service, [.identity], &life, country)
        else { return }
        let set = ShareSet(services: [service.id], urgency: .normal, basis: basis, parts: [.identity], hidden: HiddenFields())
        try await ReferralDesk(room: country.room).send(set, for: file, by: country.actor(life.worker), at: country.clock.now)
    }

    // MARK: Referrals

    private static func refer(to kind: String, _ urgency: Urgency, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file, let service = try await find(kind, &life, country) else { return }
        let desk = ReferralDesk(room: country.room)
        let parts: Set<CasePart> = ["general_health", "emergency_health", "therapy"].contains(kind) ? [.identity, .care] : [.identity]
        guard let basis = try await ground(for: service, parts, &life, country) else { return }
        let set = ShareSet(services: [service.id], urgency: urgency, basis: basis, parts: parts, hidden: HiddenFields())
        guard let id = try await desk.send(set, for: file, by: country.actor(life.worker), at: country.clock.now).first else { return }
        let what = life.chance.pick([(Answer.accepts, 80), (.declines, 8), (.neverAnswers, 3), (.takenBack, 4), (.byPackage, 5)])
        if what == .byPackage { return try await sendPackage(id, &life, country) }
        if what == .neverAnswers { return }
        switch urgency {
        case .immediate, .today: try life.pass(days: 0...0)
        case .week: try life.pass(days: 1...2)
        case .normal: try life.pass(days: life.chance.happens(0.08) ? 8...10 : 1...5)
        }
        guard let provider = answerer(of: service, country) else { return }
        if what == .takenBack {
            return try await desk.withdraw(id, from: try await version(id, country), by: country.actor(life.worker), at: country.clock.now)
        }
        let bed = urgency == .today ? try await freeBed(in: service, for: file, country) : nil
        guard what == .accepts, urgency != .today || bed != nil else {
            let reason = urgency == .today ? "no_place" : life.chance.pick(country.room.profile.declineReasons).code
            return try await desk.decline(
                id, because: reason, from: try await version(id, country), by: country.actor(provider), at: country.clock.now)
        }
        try await desk.accept(id, from: try await version(id, country), by: country.actor(provider), at: country.clock.now)
        if country.turn("messages", every: 9, of: life) {
            let messages = ServiceMessages(room: country.room)
            try await messages.write(
                "Invented: is the mother tongue spoken there?", about: id, by: country.actor(life.worker), at: country.clock.now)
            try await messages.write("Invented: yes, by two of us.", about: id, by: country.actor(provider), at: country.clock.now)
        }
        if let bed {
            try await stay(in: bed, file, of: service, &life, country)
        } else {
            try life.pass(days: 0...4)
        }
        try await desk.start(id, from: try await version(id, country), by: country.actor(provider), at: country.clock.now)
    }

    private enum Answer { case accepts, declines, neverAnswers, takenBack, byPackage }

    /// A provider answers by a link and a code, without an account.
    private static func sendPackage(_ id: ID<ServiceReferral>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let desk = PackageDesk(room: country.room)
        let made = try await desk.make(id, by: country.actor(life.worker), at: country.clock.now, in: .en)
        try life.pass(days: 0...0)
        guard case .opened(_, let answer) = try await desk.open(made.token, code: made.code, at: country.clock.now) else { return }
        _ = try await desk.answer(answer, accepts: true, reason: nil, at: country.clock.now)
    }

    private static func find(_ kind: String, _ life: inout InventedLife, _ country: InventedCountry) async throws -> AssistanceService? {
        let today = country.room.day(of: country.clock.now)
        let group = ServedGroup.of(life.path, sex: life.coded.sex.rawValue)
        let found = try await country.room.database.read { tx in
            try AssistanceService.list(.init(kind: kind, group: group), after: nil, limit: 20, tonight: today, in: tx)
        }
        let others = found.filter { $0.organisation != life.worker.organisation }
        return others.isEmpty ? nil : life.chance.pick(others)
    }

    /// The consent of the person, or of a child's guardian; before there is one, the authority that protects children.
    /// - Returns: `nil` when the answer was no.
    private static func ground(
        for service: AssistanceService, _ parts: Set<CasePart>, _ life: inout InventedLife, _ country: InventedCountry
    ) async throws -> String? {
        guard let file = life.file else { return nil }
        let isChild = try await country.room.database.read { tx in try CaseSummary.find(file, in: tx)?.path.protectsAsChild ?? true }
        let guardian = isChild ? try await guardian(of: file, country) : nil
        let stands = isChild && guardian == nil
        let giver: Consent.Giver = stands ? .childAuthority(life.childOfficer.account) : guardian.map { .guardian($0) } ?? .person
        let answer = life.chance.pick([(Consent.Answer.yes, 93), (.no, 5), (.notAbleNow, 2)])
        let today = country.room.day(of: country.clock.now)
        let draft = Consent.Draft(
            purpose: ShareSet.purpose, recipient: service.organisation, answer: answer, givenBy: giver, parts: parts,
            language: life.coded.language ?? "en",
            explained: life.coded.interpreter == .needed ? .interpreter : life.chance.pick([.spoken, .written, .audio]),
            evidence: life.chance.pick([.signed, .spoken]), expiresOn: today.adding(days: 1_200))
        try await ConsentLedgerDesk(room: country.room).record(
            draft, view: isChild ? .agrees : nil, words: nil, in: file, by: country.actor(stands ? life.childOfficer : life.worker),
            at: country.clock.now)
        return answer == .yes ? "consent" : nil
    }

    private static func guardian(of file: ID<CaseFile>, _ country: InventedCountry) async throws -> ID<Account>? {
        try await country.room.database.read { tx in
            try tx.row("SELECT account_id FROM case_member WHERE case_id = \(file) AND capacity = 'guardian' AND ended_at IS NULL") {
                try $0.id(0, of: Account.self)
            }
        }
    }

    private static func answerer(of service: AssistanceService, _ country: InventedCountry) -> InventedCountry.Player? {
        let roles = ["service-provider", "shelter-worker", "case-supervisor", "case-worker"]
        return roles.lazy.compactMap { country.all($0, of: service.organisation).first }.first
    }

    private static func version(_ id: ID<ServiceReferral>, _ country: InventedCountry) async throws -> Int {
        try await country.room.database.read { tx in try ServiceReferral.find(id, in: tx)?.version ?? 0 }
    }

    /// Services end: some by then, or all that are open.
    private static func complete(in file: ID<CaseFile>, half: Bool, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (desk, job, now) = (ReferralDesk(room: country.room), ConsentLedgerDesk.endJob(country.room), country.clock.now)
        // What has no ground any more is taken back within minutes.
        try await country.room.database.write { tx in try job.run(tx, now) }
        let open = try await country.room.database.read { tx in try ServiceReferral.all(of: file, in: tx) }.filter(\.stage.isOpen)
        for referral in open.reversed()
        where !half || (life.chance.happens(0.5) && !["shelter", "child_home"].contains(referral.serviceKind)) {
            let player = ["service-provider", "shelter-worker", "case-supervisor", "case-worker"].lazy
                .compactMap { country.all($0, of: referral.to).first }.first
            guard let player else { continue }
            var version = referral.version
            if referral.stage == .sent {
                if !half { try await desk.withdraw(referral.id, from: version, by: country.actor(life.worker), at: country.clock.now) }
                continue
            }
            if referral.stage == .accepted {
                try await desk.start(referral.id, from: version, by: country.actor(player), at: country.clock.now)
                version += 1
            }
            let completion = ReferralDesk.Completion(
                outcome: life.chance.pick([(.met, 6), (.partly, 2), (.notMet, 1), (.personLeft, 1), (.referredOn, 1)]),
                satisfaction: life.chance.pick([(.satisfied, 5), (.partly, 2), (.notSatisfied, 1), (.notAsked, 2)]),
                cost: life.chance.happens(0.3) ? life.chance.number(2_000...60_000) : nil, currency: "EUR")
            try await desk.complete(referral.id, completion, from: version, by: country.actor(player), at: country.clock.now)
        }
    }

    private static func withdrawConsent(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let today = country.room.day(of: country.clock.now)
        let consent = try await country.room.database.read { tx in
            try ConsentLedger.all(in: file, tx: tx).first { $0.purpose == ShareSet.purpose && $0.isInForce(on: today) }
        }
        guard let consent else { return }
        try await ConsentLedgerDesk(room: country.room).withdraw(
            consent.id, in: file, by: country.actor(life.worker), at: country.clock.now)
    }

}
