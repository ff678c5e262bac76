import Access
package import Basics
import Oversight
package import Protection
package import Server
import Store
import Vocabulary

/// Very many case files at once, for benchmarks: sealed, indexed, shared and dated like real ones, but without the deeds that led to them.
package struct BulkCases: Sendable {
    let node: RunningNode
    let room: ProtectionRoom
    let cast: ExampliaCast

    package init(node: RunningNode, room: ProtectionRoom, cast: ExampliaCast) {
        (self.node, self.room, self.cast) = (node, room, cast)
    }

    /// How many at one commit.
    private static let portion = 2_000

    /// - Parameter progress: told how much is done, from 0 to 1.
    package func make(_ count: Int, seed: Int, until now: Instant, progress: @Sendable (Double) -> Void) async throws {
        var chance = Chance(seed: seed ^ 0x5EED)
        let workers = cast.all("case-worker")
        let raisers = cast.all("first-responder") + cast.all("helpline-operator") + workers
        var codes = Set(try await node.database.read { tx in try tx.rows("SELECT code FROM case_file") { $0.text(0) } })
        var done = 0
        while done < count {
            let size = min(Self.portion, count - done)
            var drafts: [BulkCase] = []
            drafts.reserveCapacity(size)
            for _ in 0..<size {
                let code = CaseCode.unused(using: &chance) { codes.contains($0) }
                codes.insert(code)
                drafts.append(BulkCase(&chance, code: code, until: now, workers: workers, raisers: raisers, profile: room.profile))
            }
            try await insert(drafts, at: now)
            done += size
            progress(Double(done) / Double(count))
        }
        // The figures are right at once, rather than when the round has come by.
        try await CaseCounts(room).countEverything()
        try await node.database.write { tx in try tx.runSchema("ANALYZE") }
    }

    private func insert(_ drafts: [BulkCase], at now: Instant) async throws {
        let keys = try await node.vault.makeKeys(for: drafts.map(\.person), at: now)
        let sealed = try zip(drafts, keys).map { draft, key in try key.seal(draft.identity, in: .identity(of: draft.person, version: 1)) }
        let names = room.names
        let authority = cast.organisations[Places.identification]
        try await node.database.write { tx in
            try tx.insert(
                "INSERT INTO person (id, identity, identity_version, sex, age_band, citizenship, language, interpreter, added_at, version) VALUES",
                zip(drafts, sealed).flatMap { draft, identity -> [SQLValue] in
                    [
                        draft.person.sqlValue, identity.sqlValue, .integer(1), .text(draft.sex), .text(draft.ageBand),
                        .text(draft.citizenship),
                        .text(draft.language), .text("unknown"), draft.openedAt.sqlValue, .integer(1),
                    ]
                }, columns: 10
            )
            try tx.insert(
                "INSERT INTO blind_index (kind, token, holder) VALUES",
                drafts.flatMap { draft in
                    draft.identity.tokens.flatMap { [.text(names.kind), .bytes(names.hash($0)), draft.person.sqlValue] as [SQLValue] }
                }, columns: 3, " ON CONFLICT DO NOTHING"
            )
            try tx.insert(
                """
                INSERT INTO case_file (id, code, label, person_id, organisation_id, raised_by, assigned_to, path, stage, setting, exploitation,
                    region, is_urgent, profile, opened_at, stage_since, next_due, closed_at, closure_reason, version) VALUES
                """,
                drafts.flatMap { $0.fileValues(room.profile.hash) }, columns: 20
            )
            let everything = CasePart.text(Set(CasePart.allCases))
            try tx.insert(
                """
                INSERT INTO case_share (id, case_id, organisation_id, seat, parts, ground, opened_by, opened_at, next_due, is_open) VALUES
                """,
                drafts.flatMap { draft -> [SQLValue] in
                    var seats: [(SQLValue, String, SQLValue)] = [(draft.keeper.sqlValue, "keeper", .null)]
                    if let authority, authority != draft.keeper {
                        seats.append((authority.sqlValue, "identification", .text("own_consent")))
                    }
                    return seats.flatMap { organisation, seat, ground -> [SQLValue] in
                        [
                            ID<CaseShare>.new(at: draft.openedAt).sqlValue, draft.file.sqlValue, organisation, .text(seat),
                            .text(everything), ground,
                            draft.raiser.sqlValue, draft.openedAt.sqlValue, .text(draft.nextDue), .integer(draft.closedAt == nil ? 1 : 0),
                        ]
                    }
                }, columns: 10
            )
            try tx.insert(
                "INSERT INTO case_event (id, case_id, at, kind, account_id, organisation_id, detail) VALUES",
                drafts.flatMap(\.eventValues), columns: 7
            )
            try tx.insert(
                """
                INSERT INTO case_clock (id, case_id, kind, organisation_id, profile, started_at, due, due_at, late_told_at, stopped_at, outcome) VALUES
                """,
                drafts.flatMap { $0.clockValues(room.profile, of: authority ?? $0.keeper, at: now) }, columns: 11
            )
        }
    }
}

/// One of very many.
struct BulkCase {
    let person: ID<Person>
    let file: ID<CaseFile>
    let identity: PersonIdentity
    let sex: String
    let ageBand: String
    let citizenship: String
    let language: String
    let keeper: ID<Organisation>
    let raiser: ID<Account>
    let worker: ID<Account>?
    let path: ProtectionPath
    let stage: IdentificationStage
    let setting: Setting
    let exploitation: String
    let region: String?
    let isUrgent: Bool
    let code: String
    let label: String
    let openedAt: Instant
    let stageSince: Instant
    let due: Day?
    let closedAt: Instant?

    var nextDue: String { due?.iso ?? CaseSummary.nothingDue }

    init(
        _ chance: inout Chance, code: String, until now: Instant, workers: [ExampliaCast.Player], raisers: [ExampliaCast.Player],
        profile: CountryProfile
    ) {
        openedAt = now - .days(chance.number(0...1_094)) - .seconds(chance.number(0...86_399))
        let isChild = chance.happens(0.22)
        let year = openedAt.day().year
        let who = InventedPerson(&chance, year: year, age: isChild ? 6...17 : 18...55)
        person = .new(at: openedAt, using: &chance)
        file = .new(at: openedAt, using: &chance)
        identity = PersonIdentity(
            names: [who.name], birth: .year(who.birthYear),
            documents: chance.happens(0.5) ? ["passport EX-\(chance.number(10_000...99_999))"] : [])
        sex = who.isFemale ? Sex.female.rawValue : Sex.male.rawValue
        ageBand = (AgeBand(age: year - who.birthYear) ?? .unknown).rawValue
        citizenship = who.citizenship(&chance)
        language = who.language
        let raisedBy = chance.pick(raisers)
        keeper = raisedBy.organisation
        raiser = raisedBy.account
        let colleagues = workers.filter { $0.organisation == raisedBy.organisation }
        worker = colleagues.isEmpty || chance.happens(0.1) ? nil : chance.pick(colleagues).account
        path = isChild ? .child : chance.happens(0.03) ? .unsure : .adult
        stage = chance.pick([
            (IdentificationStage.detected, 6), (.underAssessment, 8), (.presumed, 18), (.identified, 45), (.notIdentified, 14),
            (.underReview, 3),
            (.upheld, 3), (.overturned, 3),
        ])
        setting = chance.pick(Setting.allCases.map { ($0, $0 == .police || $0 == .ngo ? 3 : 1) })
        exploitation = chance.pick([
            ("sexual_exploitation", 34), ("forced_labour", 30), ("domestic_servitude", 9), ("forced_criminality", 9), ("online_scams", 6),
            ("forced_begging", 5), ("forced_marriage", 3), ("unknown", 4),
        ])
        region = profile.regions.isEmpty ? nil : chance.pick(profile.regions).code
        isUrgent = chance.happens(0.06)
        self.code = code
        label = chance.pick(InventedNames.labels)
        stageSince = openedAt + .days(chance.number(0...20))
        let isClosed = !stage.awaitsDecision && now - openedAt > .days(200) && chance.happens(0.7)
        closedAt = isClosed ? min(now, openedAt + .days(chance.number(120...400))) : nil
        due = isClosed || chance.happens(0.25) ? nil : now.day().adding(days: chance.number(-6...120))
    }

    func fileValues(_ profile: String) -> [SQLValue] {
        [
            file.sqlValue, .text(code), .text(label), person.sqlValue, keeper.sqlValue, raiser.sqlValue, worker?.sqlValue ?? .null,
            path.sqlValue,
            stage.sqlValue, setting.sqlValue, .text(exploitation), region?.sqlValue ?? .null, isUrgent.sqlValue, .text(profile),
            openedAt.sqlValue,
            stageSince.sqlValue, .text(nextDue), closedAt?.sqlValue ?? .null, closedAt == nil ? .null : .text("goals_reached"), .integer(1),
        ]
    }

    var eventValues: [SQLValue] {
        [(openedAt, "case.opened"), (openedAt + .hours(1), "case.assigned"), (stageSince, "consent.given")].flatMap {
            at, kind -> [SQLValue] in
            [
                ID<CaseEvent>.new(at: at).sqlValue, file.sqlValue, at.sqlValue, .text(kind), raiser.sqlValue, keeper.sqlValue,
                kind == "case.opened" ? setting.sqlValue : .null,
            ]
        }
    }

    func clockValues(_ profile: CountryProfile, of authority: ID<Organisation>, at now: Instant) -> [SQLValue] {
        guard let due else { return [] }
        let dueAt = profile.calendar.start(of: due.adding(days: 1))
        return [
            ID<CaseClock>.new(at: openedAt).sqlValue, file.sqlValue, .text("decision.presumption"), authority.sqlValue, .text(profile.hash),
            openedAt.sqlValue, due.sqlValue, dueAt.sqlValue, dueAt < now ? dueAt.sqlValue : .null, .null, .null,
        ]
    }
}
