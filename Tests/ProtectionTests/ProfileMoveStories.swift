import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Store
import Testing
import Vocabulary
import WebFixtures

@testable import Protection

/// A later version of Examplia's rules: one deadline longer, one shorter, and a law that is no longer there.
private func laterRules() throws -> CountryProfile {
    let file = CaseSiteFiles.root.appending(path: "Profiles/examplia.yaml")
    let changes = [
        ("version: \"2026.1\"", "version: \"2027.1\""), ("presumption: {workingDays: 5}", "presumption: {workingDays: 20}"),
        ("appeal: {days: 60}", "appeal: {days: 30}"), ("review: {days: 30}", "review: {days: 45}"),
    ]
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("act_16_foreign_decision") }
    let changed = changes.reduce(lines.joined(separator: "\n")) { text, change in
        #expect(text.contains(change.0))
        return text.replacing(change.0, with: change.1)
    }
    return try CountryProfile.load(text: changed)
}

/// Two periods that a person was promised, and a duty whose day somebody sets.
private let periods: ProtectionBranch = {
    var branch = ProtectionBranch()
    branch.clocks = [.shrinking, .growing, .byHand]
    return branch
}()

extension ClockKind {
    fileprivate static let shrinking = ClockKind(
        "story.appeal", Word(work: "Story appeal", fr: "Recours"), atEnd: Word(work: "It ends", fr: "Fin"), isPeriod: true,
        rule: { $0.deadlines.appeal })
    fileprivate static let growing = ClockKind(
        "story.review", Word(work: "Story review", fr: "Réexamen"), atEnd: Word(work: "It ends", fr: "Fin"), isPeriod: true,
        rule: { $0.deadlines.review })
    fileprivate static let byHand = ClockKind(
        "story.by-hand", Word(work: "Story by hand", fr: "À la main"), atEnd: Word(work: "It is late", fr: "Retard"),
        rule: { $0.deadlines.review })
}

@Suite struct `A case and the version of the rules it was opened under` {
    /// A file of the old rules with its clocks, on a node that runs by the new ones.
    private func story(_ kind: DatabaseKind, _ tell: (CaseCast, ID<CaseFile>, CountryProfile, CountryProfile) async throws -> Void)
        async throws
    {
        let (old, new) = (try CaseSiteFiles.examplia(), try laterRules())
        try await kind.withCaseSite([periods], after: old, under: new) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (now, office) = (site.clock.now, cast.officer.actor.organisation)
            let today = old.calendar.day(of: now)
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET profile = \(old.hash) WHERE id = \(file)")
                for kind in [ClockKind.presumption, .shrinking, .growing] {
                    let due = try #require(kind.rule(old)).due(from: today, in: old.calendar)
                    try CaseClock.start(kind, in: file, of: office, until: due, under: old, at: now, tx: tx)
                }
                try CaseClock.start(.byHand, in: file, of: office, until: today.adding(days: 12), under: old, at: now, tx: tx)
            }
            try await tell(cast, file, old, new)
        }
    }

    private func due(_ site: CaseSite, _ file: ID<CaseFile>) async throws -> [String: Day] {
        try await site.database.read { tx in
            Dictionary(uniqueKeysWithValues: try CaseClock.running(in: file, tx: tx).map { ($0.kind, $0.due) })
        }
    }

    @Test(arguments: Databases.all) func `shows the changed days before it is moved, and what the new rules lack`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { cast, file, old, new in
            let page = try await cast.supervisor.visitor.open("/work/cases/\(file)")
            #expect(page.text.contains("/work/cases/\(file)/profile"))
            let shown = try await cast.supervisor.visitor.open("/work/cases/\(file)/profile")
            #expect(shown.status == 200 && shown.page.faults == [])
            let today = old.calendar.day(of: cast.site.clock.now)
            for day in [old.deadlines.presumption, new.deadlines.presumption].map({ $0.due(from: today, in: old.calendar) }) {
                #expect(shown.text.contains("datetime=\"\(day.iso)\""))
            }
            #expect(shown.text.contains("2026.1") && shown.text.contains("2027.1"))
            #expect(shown.text.contains("a decision of another State is taken over"))
            // Looking changes nothing.
            #expect(try await due(cast.site, file)["decision.presumption"] == old.deadlines.presumption.due(from: today, in: old.calendar))
        }
    }

    @Test(arguments: Databases.all) func `is moved by a supervisor, and its days are counted from their beginning`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { cast, file, old, new in
            let (site, before) = (cast.site, try await due(cast.site, file))
            let today = old.calendar.day(of: site.clock.now)
            site.clock.pass(.days(2))
            let supervisor = try await site.signIn(cast.supervisor.actor.account)
            _ = try await supervisor.visitor.open("/work/cases/\(file)/profile")
            let moved = try await supervisor.visitor.fill("/profile", [:])
            #expect(moved.status == 200 && moved.text.contains("2027.1") && !moved.text.contains("/work/cases/\(file)/profile"))
            let after = try await due(site, file)
            #expect(after["decision.presumption"] == new.deadlines.presumption.due(from: today, in: new.calendar))
            #expect(after["story.review"] == today.adding(days: 45))
            // A promised time never gets shorter, and a day that somebody set stays.
            #expect(after["story.appeal"] == before["story.appeal"])
            #expect(after["story.by-hand"] == before["story.by-hand"])
            let (events, rows, next) = try await site.database.read { tx in
                (
                    try tx.count("SELECT COUNT(*) FROM case_event WHERE case_id = \(file) AND kind = 'case.profile-moved'"),
                    try tx.count(
                        "SELECT COUNT(*) FROM audit_row WHERE deed = 'superviseCases' AND detail = 'profile moved' AND outcome = 'done'"),
                    try tx.row("SELECT next_due FROM case_file WHERE id = \(file)") { $0.text(0) }
                )
            }
            #expect(events == 1 && rows == 1)
            #expect(next == after.values.min()?.iso)
        }
    }

    @Test(arguments: Databases.all) func `is moved as it was shown, or not at all`(_ kind: DatabaseKind) async throws {
        try await story(kind) { cast, file, old, _ in
            let now = cast.site.clock.now
            _ = try await cast.supervisor.visitor.open("/work/cases/\(file)/profile")
            // Meanwhile the decision was taken, and nothing is left of its deadline.
            try await cast.site.database.write { tx in
                _ = try CaseClock.stop(.presumption, in: file, as: .met, at: now, tx: tx)
            }
            #expect(try await cast.supervisor.visitor.fill("/profile", [:]).status == 409)
            let kept = try await cast.site.database.read { tx in try CaseSummary.find(file, in: tx)?.profile }
            #expect(kept == old.hash)
        }
    }

    @Test(arguments: Databases.all) func `is not there for strangers, and workers have not this deed`(_ kind: DatabaseKind) async throws {
        try await story(kind) { cast, file, _, _ in
            let stranger = try await cast.stranger.visitor.open("/work/cases/\(file)/profile")
            #expect(stranger.status == 404)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/profile").status == 403)
        }
    }
}
