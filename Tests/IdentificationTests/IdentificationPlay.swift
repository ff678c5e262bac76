import Access
import Basics
import CaseFixtures
import Fixtures
import Store
import WebFixtures

@testable import Identification
@testable import Protection

/// A referral that has reached the Identification Office of Examplia, with its clocks, and the people who decide about it.
struct IdentificationPlay: Sendable {
    let site: CaseSite
    let cast: CaseCast
    let file: ID<CaseFile>

    init(_ site: CaseSite, path: ProtectionPath = .adult, stage: IdentificationStage = .detected) async throws {
        self.site = site
        cast = try await CaseCast(site)
        let file = try await cast.file(path: path, stage: stage)
        self.file = file
        try await cast.share(file, with: cast.officer, Set(CasePart.allCases).subtracting([.cooperation]), seat: .identification)
        let (profile, now, office) = (site.room.profile, site.clock.now, cast.officer.actor.organisation)
        try await site.database.write { tx in
            let today = profile.calendar.day(of: now)
            for (kind, deadline) in [
                (ClockKind.acknowledgement, profile.deadlines.acknowledgement), (.presumption, profile.deadlines.presumption),
            ] {
                try CaseClock.start(
                    kind, in: file, of: office, until: deadline.due(from: today, in: profile.calendar), under: profile, at: now, tx: tx)
            }
        }
    }

    var page: String { "/work/cases/\(file)/identification" }

    /// Every element, with what bears it out.
    static let everything = [
        "acts": "recruitment", "means": "deception", "purposes": "forced_labour", "evidence-act": "statement",
        "evidence-means": "statement", "evidence-purpose": "documents",
    ]
    static let noPurpose = ["acts": "recruitment", "means": "deception", "evidence-act": "statement", "evidence-means": "statement"]

    /// Opens the form of a decision and sends it.
    @discardableResult
    func decide(
        _ stage: IdentificationStage, by player: CasePlayer, _ facts: [String: String] = [:], basis: String? = nil,
        reasons: String = "the grey ledger", more: [String: String] = [:]
    ) async throws -> Reply {
        site.clock.pass(.seconds(1))
        try await player.visitor.open("\(page)/decision/\(stage.rawValue)")
        var values = facts.merging(more) { $1 }
        if let basis { values["basis"] = basis }
        if stage.needsFacts { values["reasons"] = reasons }
        return try await player.visitor.fill("/decision/\(stage.rawValue)", values)
    }

    /// Up to the presumption.
    func presume() async throws {
        try await decide(.underAssessment, by: cast.officer)
        try await decide(.presumed, by: cast.officer, Self.everything, basis: "act_12_grounds")
    }

    /// A negative decision that counts: Ines proposes, Petra agrees.
    func refuse() async throws {
        try await decide(.underAssessment, by: cast.officer)
        try await decide(.notIdentified, by: cast.officer, Self.noPurpose, basis: "act_17_refused")
        try await answer("agree", by: cast.identificationSupervisor)
    }

    @discardableResult
    func answer(_ answer: String, by player: CasePlayer, _ more: [String: String] = [:]) async throws -> Reply {
        try await player.visitor.open(page)
        return try await player.visitor.fill("/confirmation", ["answer": answer].merging(more) { $1 })
    }

    func supervisor(_ name: String) async throws -> CasePlayer {
        try await site.person(name, roles: ["identification-supervisor"], in: cast.officer.actor.organisation)
    }

    var stage: IdentificationStage? {
        get async throws { try await site.database.read { [file] tx in try CaseSummary.find(file, in: tx)?.stage } }
    }

    /// The kinds of clock that run in the file.
    var running: Set<String> {
        get async throws { Set(try await site.database.read { [file] tx in try CaseClock.running(in: file, tx: tx).map(\.kind) }) }
    }

    /// How many notices of a matter there are, to one account or to an organisation.
    func notices(_ matter: CaseMatter) async throws -> Int {
        let code = matter.code
        return try await site.database.read { tx in try tx.count("SELECT count(*) FROM notice WHERE matter = \(code)") }
    }

    func events(_ kind: String) async throws -> Int {
        try await site.database.read { [file] tx in
            try tx.count("SELECT count(*) FROM case_event WHERE case_id = \(file) AND kind = \(kind)")
        }
    }
}
