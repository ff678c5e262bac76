import Access
import Basics
import CaseFixtures
import Protection
import Reintegration
import Store
import Vocabulary
import WebFixtures

/// The steps of a return as the people of the invented Examplia take them in their browsers.
struct ReturnCast: Sendable {
    let site: CaseSite
    let cast: CaseCast
    let file: ID<CaseFile>

    init(_ site: CaseSite, path: ProtectionPath = .adult) async throws {
        self.site = site
        cast = try await CaseCast(site)
        file = try await cast.file(path: path)
    }

    var today: Day { site.room.day(of: site.clock.now) }
    var partner: ID<Organisation> { cast.returnPartner.actor.organisation }

    /// A day as its three fields.
    func day(_ name: String, _ day: Day) -> [String: String] {
        [name: "\(day.parts.day)", name + "-month": "\(day.parts.month)", name + "-year": "\(day.parts.year)"]
    }

    /// Takes one step with what is filled in.
    @discardableResult
    func step(_ step: String, _ values: [String: String] = [:], by player: CasePlayer? = nil) async throws -> Reply {
        // What is decided later is later.
        site.clock.pass(.seconds(1))
        let visitor = (player ?? cast.worker).visitor
        let asked = try await visitor.open("/work/cases/\(file)/return/\(step)")
        guard asked.status == 200 else { return asked }
        return try await visitor.fill("/return/\(step)", values)
    }

    func begin() async throws -> Reply {
        site.clock.pass(.seconds(1))
        try await cast.worker.visitor.open("/work/cases/\(file)/return")
        return try await cast.worker.visitor.fill("/return", ["kind": "return", "country": "NGA"])
    }

    func weighAll() async throws {
        for way in ["stay", "third-country", "home"] {
            let wish = way == "home" ? "wants" : "does_not"
            try await step(way, ["wish": wish, "pro": "her mother Ngozi is there", "con": "debt", "own-view": "I want to see my son"])
        }
    }

    func assess(_ graver: [String: Int] = [:], mitigation: String? = nil) async throws -> Reply {
        var values: [String: String] = [:]
        for code in site.room.profile.assessment("return_risk")?.questions.codes ?? [] { values["score-" + code] = "\(graver[code] ?? 1)" }
        if let mitigation { values["mitigation"] = mitigation }
        return try await step("risk", values)
    }

    func check(_ result: String = "no_obstacle") async throws -> Reply {
        try await step("refoulement", ["checker": "lawyer", "grounds": "torture", "result": result].merging(day("checked", today)) { $1 })
    }

    func namePartner() async throws -> Reply { try await step("partner", ["partner": "\(partner)", "agreement": "partners"]) }

    /// Options, risks, non-refoulement and partner are on record.
    func prepare(_ graver: [String: Int] = [:]) async throws {
        _ = try await begin()
        try await weighAll()
        _ = try await assess(graver)
        _ = try await check()
        _ = try await namePartner()
        try await step("conclusion")
    }

    @discardableResult
    func consent(_ parts: Set<CasePart> = [.homeward], by giver: Consent.Giver = .person) async throws -> ID<Consent> {
        let (room, now, partner, file) = (site.room, site.clock.now, partner, file)
        return try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
            try ConsentLedger.record(
                .init(
                    purpose: "return_planning", recipient: partner, answer: .yes, givenBy: giver, parts: parts, language: "en",
                    explained: .spoken, evidence: .signed),
                in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    /// What the room that holds best-interests determinations writes of one and the same.
    func determine(_ what: String, _ detail: String) async throws {
        site.clock.pass(.seconds(1))
        let (file, now) = (file, site.clock.now)
        try await site.database.write { tx in
            let kind = CaseEvent.Kind("best-interests." + what, Word(work: "Best interests", fr: "Intérêt supérieur"))
            try CaseEvent.write(kind, in: file, by: nil, subject: file.bytes, detail: detail, at: now, tx: tx)
        }
    }

    /// From the agreement to the departure.
    func setOut() async throws {
        try await step("agreement", by: cast.supervisor)
        try await step("sharing")
        try await planTravel()
        try await step("departure")
    }

    @discardableResult
    func planTravel() async throws -> Reply {
        try await step(
            "travel",
            ["escort": "none", "documents": "passport", "itinerary": "flight EX 123"].merging(day("travel", today)) { $1 }
                .merging(day("arrive", today.adding(days: 1))) { $1 })
    }

    func arrive() async throws -> Reply { try await step("arrival", day("arrived", today), by: cast.returnPartner) }

    /// The newest plan: stage, basis, why it stopped.
    func plan() async throws -> (stage: String, basis: String?, reason: String?) {
        let file = file
        return try await site.database.read { tx in
            try tx.row("SELECT stage, basis, stop_reason FROM return_plan WHERE case_id = \(file) ORDER BY opened_at DESC, id DESC LIMIT 1")
            {
                (stage: $0.text(0), basis: $0.optionalText(1), reason: $0.optionalText(2))
            }
        } ?? (stage: "none", basis: nil, reason: nil)
    }

    /// How many notices of a matter lie in the inbox of somebody.
    func notices(_ matter: String, for player: CasePlayer) async throws -> Int {
        try await Inbox(gate: site.room.gate).notices(for: player.actor).filter { $0.matter == matter }.reduce(0) { $0 + 1 + $1.before }
    }

    func count(_ sql: SQL) async throws -> Int { try await site.database.read { tx in try tx.count(sql) } }
}
