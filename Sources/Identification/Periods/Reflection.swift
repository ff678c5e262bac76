import Access
import Basics
import Protection
import Store
import Vocabulary

/// The time to recover and to think: it begins by itself with the presumption, can be extended as often as the country's rules allow, and
/// ends on its day. Nobody is removed in it (Council of Europe Convention, article 13).
struct Reflection: Sendable {
    let beganOn: Day
    let endsOn: Day
    let extensions: Int
    let steps: [Step]

    struct Step: Sendable {
        let kind: Kind
        let at: Instant
        let endsOn: Day
        let reason: Reason?
    }

    enum Kind: String, Sendable, Hashable, SQLBindable { case begun, extended, ended }

    /// Why it is extended, or ends before its time.
    enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case recovery, health, child
        case decisionPending = "decision_pending"
        case personAsked = "person_asked"
        case publicOrder = "public_order"

        static let ofExtension: [Reason] = [.recovery, .health, .child, .decisionPending, .personAsked]
        static let ofEnd: [Reason] = [.personAsked, .publicOrder]
    }

    /// No period is shorter, whatever a profile or an authority says.
    static let leastDays = 30

    func isRunning(on day: Day) -> Bool { steps.first?.kind != .ended && day <= endsOn }

    static func find(in file: ID<CaseFile>, tx: any Transaction) throws -> Reflection? {
        var began: Day?
        let steps = try tx.rows(
            "SELECT step, at, began_on, ends_on, reason FROM reflection_step WHERE case_id = \(file) ORDER BY at DESC, ends_on DESC"
        ) { row in
            began = try row.day(2)
            return Step(
                kind: try row.choice(0, as: Kind.self), at: row.instant(1), endsOn: try row.day(3),
                reason: try row.optionalChoice(4, as: Reason.self))
        }
        guard let began, let newest = steps.first else { return nil }
        return Reflection(beganOn: began, endsOn: newest.endsOn, extensions: steps.count { $0.kind == .extended }, steps: steps)
    }

    /// Begins the period, unless it has begun before.
    static func begin(in summary: CaseSummary, _ profile: CountryProfile, at now: Instant, tx: any Transaction) throws {
        guard try find(in: summary.id, tx: tx) == nil else { return }
        let today = profile.calendar.day(of: now)
        let end = today.adding(days: max(profile.reflection.days, leastDays))
        try write(.begun, summary.id, at: now, began: today, ends: end, reason: nil, by: nil, tx: tx)
        try run(until: end, in: summary, profile, at: now, tx: tx)
        try CaseEvent.write(.reflectionBegun, in: summary.id, by: nil, at: now, tx: tx)
    }

    /// Extends it once more.
    static func extend(because reason: Reason, in file: ID<CaseFile>, _ room: ProtectionRoom, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.assessIdentification, on: file, for: actor, detail: "reflection extended") { tx, permit in
            let (summary, profile, current) = try running(file, room, actor, at: now, tx: tx)
            guard current.extensions < profile.reflection.extensions else { throw IdentificationRefused.noMoreExtensions }
            let end = current.endsOn.adding(days: profile.reflection.extensionDays)
            try CaseClock.stop(.reflection, in: file, as: .cancelled, at: now, tx: tx)
            try write(.extended, file, at: now, began: current.beganOn, ends: end, reason: reason, by: actor.account, tx: tx)
            try run(until: end, in: summary, profile, at: now, tx: tx)
            try CaseEvent.write(.reflectionExtended, in: file, by: permit.actor, at: now, tx: tx)
        }
    }

    /// The file moved to rules under which the period is longer: only one that was not extended runs by the rule.
    static func move(_ clock: CaseClock, to end: Day, tx: any Transaction) throws {
        try tx.run("UPDATE reflection_step SET ends_on = \(end) WHERE case_id = \(clock.file) AND step = 'begun'")
    }

    /// Ends it before its time, and never before thirty days.
    static func end(because reason: Reason, in file: ID<CaseFile>, _ room: ProtectionRoom, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.assessIdentification, on: file, for: actor, detail: "reflection ended") { tx, permit in
            let (_, profile, current) = try running(file, room, actor, at: now, tx: tx)
            let today = profile.calendar.day(of: now)
            guard today >= current.beganOn.adding(days: leastDays) else { throw IdentificationRefused.underThirtyDays }
            try CaseClock.stop(.reflection, in: file, as: .ended, at: now, tx: tx)
            try write(.ended, file, at: now, began: current.beganOn, ends: today, reason: reason, by: actor.account, tx: tx)
            try CaseEvent.write(.reflectionEnded, in: file, by: permit.actor, at: now, tx: tx)
        }
    }

    private static func running(
        _ file: ID<CaseFile>, _ room: ProtectionRoom, _ actor: Actor, at now: Instant, tx: any Transaction
    ) throws -> (CaseSummary, CountryProfile, Reflection) {
        guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
        try DecidingSeat.require(actor, in: file, tx: tx)
        let profile = room.profiles[summary.profile]
        guard let current = try find(in: file, tx: tx), current.isRunning(on: profile.calendar.day(of: now)) else {
            throw IdentificationRefused.notInReflection
        }
        return (summary, profile, current)
    }

    private static func run(
        until end: Day, in summary: CaseSummary, _ profile: CountryProfile, at now: Instant, tx: any Transaction
    ) throws {
        try CaseClock.start(.reflection, in: summary.id, of: summary.organisation, until: end, under: profile, at: now, tx: tx)
    }

    private static func write(
        _ kind: Kind, _ file: ID<CaseFile>, at now: Instant, began: Day, ends: Day, reason: Reason?, by account: ID<Account>?,
        tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO reflection_step (id, case_id, step, at, began_on, ends_on, reason, decided_by)
            VALUES (\(ID<Step>.new(at: now)), \(file), \(kind), \(now), \(began), \(ends), \(reason), \(account))
            """
        )
    }
}

extension ClockKind {
    static let reflection = ClockKind(
        "reflection", Word(work: "Reflection and recovery period", fr: "Période de réflexion et de rétablissement"),
        atEnd: Word(
            work:
                "Until then nobody may remove the person, and nobody may ask them to decide whether to cooperate. Before it ends, see to a permit or an extension.",
            fr:
                "D’ici là, nul ne peut éloigner la personne ni lui demander de décider de coopérer. Avant la fin, prévoyez un titre ou une prolongation."
        ),
        isPeriod: true, warnDays: { $0.reflection.warnDays.first }, laterWarnings: { Array($0.reflection.warnDays.dropFirst()) },
        rule: { .days(max($0.reflection.days, Reflection.leastDays)) }, whenMoved: Reflection.move
    )
    static let residencePermit = ClockKind(
        "residence-permit", Word(work: "Residence permit", fr: "Titre de séjour"),
        atEnd: Word(
            work: "The permit ends, and with it the right to stay and to work. Ask for a renewal before that day.",
            fr: "Le titre expire, et avec lui le droit de séjourner et de travailler. Demandez le renouvellement avant ce jour."),
        part: .legal, isPeriod: true, warnDays: { $0.reflection.warnDays.first },
        laterWarnings: { Array($0.reflection.warnDays.dropFirst()) }
    )
}
