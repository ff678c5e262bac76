import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `A hand-over by whoever met the person` {
    /// A file that a border guard raised and keeps.
    private func file(_ cast: CaseCast) async throws -> ID<CaseFile> { try await cast.file(by: cast.guardAtBorder, isAssigned: false) }

    private func agree(_ cast: CaseCast, _ file: ID<CaseFile>, to parts: Set<CasePart>) async throws {
        let (room, now, harbour) = (cast.site.room, cast.site.clock.now, cast.worker.actor.organisation)
        try await room.gate.change(.recordConsent, on: file, for: cast.guardAtBorder.actor) { tx, permit in
            let draft = Consent.Draft(
                purpose: ConsentPurpose.transfer, recipient: harbour, answer: .yes, parts: parts, language: "en", explained: .spoken,
                evidence: .spoken)
            try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    private func proposed(_ cast: CaseCast, _ file: ID<CaseFile>) async throws -> ID<Transfer> {
        try #require(
            try await cast.site.database.read { tx in
                try tx.row("SELECT id FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") {
                    try $0.id(0, of: Transfer.self)
                }
            })
    }

    @Test(arguments: Databases.all) func `goes from one page to the next, and says where a consent is missing`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await file(cast)
            let (bogdan, harbour) = (cast.guardAtBorder.visitor, cast.worker.actor.organisation)
            let page = try await bogdan.open("/work/cases/\(file)")
            #expect(page.page.all("a").contains { $0.attributes["href"]?.hasSuffix("/work/cases/\(file)/transfer") ?? false })
            let choosing = try await bogdan.open("/work/cases/\(file)/transfer")
            #expect(choosing.text.contains("Harbour House") && !choosing.text.contains("Border Police of Examplia ·"))
            let before = try await bogdan.open("/work/cases/\(file)/transfer?receiver=\(harbour)")
            // What is missing is named, and the way to ask for it stands beside it, filled in.
            #expect(
                before.text.contains("Another organisation looking after the person")
                    && before.text.contains("nobody has agreed to this yet"))
            #expect(
                before.page.all("a").contains {
                    $0.attributes["href"]?.contains("/consents?purpose=transfer&recipient=\(harbour)&then=hand-over") ?? false
                })
            try await agree(cast, file, to: [.identity, .experience])
            let after = try await bogdan.open("/work/cases/\(file)/transfer?receiver=\(harbour)")
            #expect(after.text.contains("Until they take the file") && after.text.contains("night market"))
            let sent = try await bogdan.fill("/transfer", ["reason": "competence", "ground": "consent"])
            #expect(sent.status == 200 && sent.text.contains("waits for their answer"))
            #expect(try await bogdan.open("/work/cases/\(file)").text.contains("proposed to hand this file over"))
        }
    }

    @Test(arguments: Databases.all) func `is answered by a supervisor of the receiver, who gives it to somebody at once`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await file(cast)
            try await agree(cast, file, to: [.identity, .experience])
            let bogdan = cast.guardAtBorder.visitor
            _ = try await bogdan.open("/work/cases/\(file)/transfer?receiver=\(cast.worker.actor.organisation)")
            _ = try await bogdan.fill("/transfer", ["reason": "competence", "ground": "consent"])
            let transfer = try await proposed(cast, file)
            // Case workers of the receiver don't answer for it, the guard of the border not for the receiver, a stranger finds nothing.
            for nobody in [cast.worker, cast.stranger] {
                #expect(try await nobody.visitor.open("/work/transfers/\(transfer)").status == 404)
            }
            await #expect(throws: (any Error).self) {
                try await Transfers(room: site.room).settle(transfer, as: .accepted, by: cast.guardAtBorder.actor)
            }
            let sami = cast.supervisor.visitor
            #expect(try await sami.open("/work/transfers/\(transfer)").text.contains("night market"))
            let taken = try await sami.fill("/acceptance", ["worker": "\(cast.worker.actor.account)"])
            #expect(taken.status == 200)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/identity").text.contains("Amina Example"))
            // What went with it is in the ledger of disclosures, on the ground of the consent.
            let disclosed = try await site.database.read { tx in
                try tx.count(
                    "SELECT count(*) FROM disclosure WHERE case_id = \(file) AND consent_id IS NOT NULL AND parts LIKE '%identity%'")
            }
            #expect(disclosed == 1)
            // The guard no longer opens the file, and still learns what became of the hand-over.
            #expect(try await bogdan.open("/work/cases/\(file)").status == 404)
            #expect(try await bogdan.open("/work/transfers/\(transfer)").text.contains("They have taken the file"))
        }
    }

    @Test(arguments: Databases.all) func `rests on a consent to everything in the file, also when it is taken`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await file(cast)
            try await agree(cast, file, to: [.care])
            let (bogdan, harbour) = (cast.guardAtBorder.visitor, cast.worker.actor.organisation)
            #expect(
                try await bogdan.open("/work/cases/\(file)/transfer?receiver=\(harbour)").text.contains(
                    "does not cover everything in the file"))
            let refused = try await bogdan.fill("/transfer", ["reason": "competence", "ground": "consent"])
            #expect(refused.status == 422)
            site.clock.pass(.seconds(60))
            try await agree(cast, file, to: [.identity, .experience, .care])
            _ = try await bogdan.open("/work/cases/\(file)/transfer?receiver=\(harbour)")
            _ = try await bogdan.fill("/transfer", ["reason": "competence", "ground": "consent"])
            let transfer = try await proposed(cast, file)
            let sami = cast.supervisor.visitor
            _ = try await sami.open("/work/transfers/\(transfer)")
            // The person takes it back to the name alone before anybody answers.
            site.clock.pass(.seconds(60))
            try await agree(cast, file, to: [.care])
            let late = try await sami.fill("/acceptance")
            #expect(late.status == 422 && late.text.contains("no longer holds"))
            let summary = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) })
            #expect(summary.organisation == cast.guardAtBorder.actor.organisation)
        }
    }
}
