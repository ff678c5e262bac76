import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Instruments
import Store
import Testing
import WebFixtures

@testable import Identification
@testable import Protection

@Suite struct `The stages of identification` {
    @Test func `let nothing be skipped: eight of all steps are ways to go`() {
        var steps: [String] = []
        for from in IdentificationStage.allCases {
            for to in from.next { steps.append("\(from.rawValue) \(to.rawValue)") }
        }
        #expect(
            steps == [
                "detected under_assessment", "under_assessment presumed", "under_assessment not_identified", "presumed identified",
                "presumed not_identified", "not_identified under_review", "under_review upheld", "under_review overturned",
            ])
        #expect(IdentificationStage.allCases.filter { !$0.nextByCourt.isEmpty } == [.notIdentified, .underReview, .upheld])
    }

    @Test(arguments: Databases.all) func `refuse every forbidden pair, whoever asks for it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let quentin = try await play.supervisor("quentin")
            let (file, today) = (play.file, site.room.day(of: site.clock.now))
            for from in IdentificationStage.allCases {
                try await site.database.write { tx in try tx.run("UPDATE case_file SET stage = \(from) WHERE id = \(file)") }
                let found = try await site.database.read { tx in try CaseSummary.find(file, in: tx) }
                let since = try #require(found).stageSince
                // A review is asked for at its own door, with its ground.
                for to in IdentificationStage.allCases where !from.next.contains(to) || to == .underReview {
                    await #expect(throws: IdentificationRefused.stageSkipped, "\(from) to \(to)") {
                        try await Decisions(site.room).decide(
                            .complete(to, on: today), in: file, seen: .init(stage: from, since: since), by: quentin.actor)
                    }
                }
                let now = try await play.stage
                #expect(now == from)
            }
        }
    }

    @Test(arguments: Databases.all) func `are moved by the competent authority of this very file alone`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            // Another competent authority, with which the file was shared for a service.
            let elsewhere = try await site.organisation("Office of Elsewhere", .ministry)
            let other = try await site.person("otto", roles: ["identifying-officer"], in: elsewhere)
            try await site.name(elsewhere, competentFor: .identification)
            try await play.cast.share(play.file, with: other, [.legal])
            await #expect(throws: IdentificationRefused.notCompetent) { try await play.takeReview(.underAssessment, by: other) }
            // The seat without the competence is not enough either.
            let third = try await site.organisation("Office of the Coast", .ministry)
            let coast = try await site.person("cora", roles: ["identifying-officer"], in: third)
            try await play.cast.share(play.file, with: coast, [.legal], seat: .identification)
            await #expect(throws: IdentificationRefused.notCompetent) { try await play.takeReview(.underAssessment, by: coast) }
            let stage = try await play.stage
            #expect(stage == .detected)
        }
    }

    @Test(arguments: Databases.all) func `say yes only when every element is shown and borne out`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let officer = play.cast.officer
            let missing = try await play.decide(.identified, by: officer, ["means": "nothing-known"], basis: "act_15_identified")
            #expect(missing.status == 422)
            let changes: [(@Sendable (inout Decisions.Draft) -> Void, IdentificationRefused)] = [
                ({ $0.facts.means = [] }, .elementMissing), ({ $0.evidence[.purpose] = [] }, .evidenceMissing),
                ({ $0.legalBasis = "act_17_refused" }, .basisNeeded), ({ $0.reasons = nil }, .reasonsNeeded),
                ({ $0.decidedOn = $0.decidedOn.adding(days: 1) }, .dayInFuture),
            ]
            for (change, refusal) in changes {
                var draft = Decisions.Draft.complete(.identified, on: site.room.day(of: site.clock.now))
                change(&draft)
                let (file, wrong) = (play.file, draft)
                let found = try await site.database.read { tx in try CaseSummary.find(file, in: tx) }
                let summary = try #require(found)
                await #expect(throws: refusal) {
                    try await Decisions(site.room).decide(
                        wrong, in: file, seen: .init(stage: .presumed, since: summary.stageSince), by: officer.actor)
                }
            }
            let stage = try await play.stage
            #expect(stage == .presumed)
        }
    }
}
