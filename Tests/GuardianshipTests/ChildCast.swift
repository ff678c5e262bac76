import Access
import Basics
import CaseFixtures
import Fixtures
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

/// The people who stand around a child in these stories: besides the cast, a second officer of the Child Protection Board and a second
/// guardian. All invented.
struct ChildCast {
    let site: CaseSite
    let cast: CaseCast
    let secondOfficer: CasePlayer
    let otherGuardian: CasePlayer

    var officer: CasePlayer { cast.childOfficer }
    var guardian: CasePlayer { cast.guardian }

    init(_ site: CaseSite) async throws {
        self.site = site
        cast = try await CaseCast(site)
        let board = cast.childOfficer.actor.organisation
        secondOfficer = try await site.person("cosima", roles: ["child-protection-officer"], in: board)
        otherGuardian = try await site.person("goran", roles: ["guardian"], in: board)
    }

    /// A child's file, kept by Harbour House and shared with the Board as after a notification.
    func child(_ path: ProtectionPath = .child) async throws -> ID<CaseFile> {
        let file = try await cast.file(path: path)
        try await cast.share(
            file, with: officer, [.identity, .experience, .care, .services, .legal, .childhood, .homeward], seat: .childProtection)
        return file
    }

    static func day(_ name: String, _ iso: String) -> [String: String] {
        let parts = iso.split(separator: "-").map(String.init)
        return [name + "-year": parts[0], name + "-month": parts[1], name: parts[2]]
    }

    /// The Board vets a guardian, in the browser.
    func vet(_ guardian: CasePlayer, until: String = "2027-12-01", most: Int = 5) async throws {
        let path = "/work/guardians/\(guardian.actor.account)/vetting"
        #expect(try await officer.visitor.open(path).status == 200)
        let answers = Self.day("checked-on", "2026-10-01").merging(Self.day("trained-on", "2026-10-15")) { $1 }
            .merging(Self.day("valid-until", until)) { $1 }.merging(["most-children": "\(most)"]) { $1 }
        #expect(try await officer.visitor.fill("/vetting", answers).status == 200)
    }

    /// Answers of the form that appoints a guardian.
    func appointment(_ guardian: CasePlayer, yes: String? = nil, until: String? = nil) -> [String: String] {
        var answers = ["guardian": "\(guardian.actor.account)", "kind": until == nil ? "standing" : "temporary"]
        for conflict in ["employer", "return-interest", "carer", "kin-of-exploiter", "other-interest"] {
            answers["conflict-" + conflict] = conflict == yes ? "yes" : "no"
        }
        if let until { answers.merge(Self.day("until", until)) { $1 } }
        return answers
    }

    @discardableResult
    func appoint(_ guardian: CasePlayer, to file: ID<CaseFile>, yes: String? = nil, until: String? = nil) async throws -> Reply {
        try await officer.visitor.open("/work/cases/\(file)/childhood/guardian")
        return try await officer.visitor.fill("/childhood/guardian", appointment(guardian, yes: yes, until: until))
    }

    /// What stands in the timeline of a file: kinds and details.
    func events(_ file: ID<CaseFile>) async throws -> [String] {
        try await site.database.read { tx in
            try tx.rows("SELECT kind, detail FROM case_event WHERE case_id = \(file) ORDER BY at, id") {
                [$0.text(0), $0.optionalText(1)].compactMap { $0 }.joined(separator: ": ")
            }
        }
    }

    /// The kinds of the clocks that run.
    func clocks(_ file: ID<CaseFile>) async throws -> Set<String> {
        try await site.database.read { tx in Set(try CaseClock.running(in: file, tx: tx).map(\.kind)) }
    }

    func path(_ file: ID<CaseFile>) async throws -> ProtectionPath? {
        try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.path }
    }

    func isGuardian(_ player: CasePlayer, of file: ID<CaseFile>) async throws -> Bool {
        let account = player.actor.account
        return try await site.database.read { tx in
            try tx.exists("SELECT 1 FROM case_member WHERE case_id = \(file) AND account_id = \(account) AND ended_at IS NULL")
        }
    }
}

extension DatabaseKind {
    /// Tells a story about children.
    func withChildren(_ story: (ChildCast) async throws -> Void) async throws {
        try await withCaseSite([GuardianshipBranch.branch]) { site in try await story(try await ChildCast(site)) }
    }
}
