import Access
import Basics
import CaseFixtures
import Fixtures
import Store
import Testing
import WebFixtures

@testable import Identification
@testable import Protection

@Suite struct `The rights of a person` {
    @Test(arguments: Databases.all) func `are shown in their language, handed over on a day, and spoken`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            let file = play.file
            try await site.database.write { tx in
                try tx.run("UPDATE person SET language = 'fr' WHERE id = (SELECT person_id FROM case_file WHERE id = \(file))")
            }
            let worker = play.cast.worker.visitor
            #expect(try await worker.open("/work/cases/\(file)").text.contains("not been told of their rights"))
            let page = try await worker.open("/work/cases/\(file)/rights")
            #expect(page.text.contains("Dix choses à savoir") && page.page.faults == [])
            #expect(try await worker.open("/work/cases/\(file)/rights/ar").text.contains("dir=\"rtl\""))
            #expect(try await worker.open("/work/cases/\(file)/rights/tlh").status == 404)
            try await worker.open("/work/cases/\(file)/rights")
            let kept = try await worker.fill("/rights", ["means": "read_aloud"])
            #expect(kept.page.element(id: "handed-over")?.text.contains("Read aloud") == true)
            #expect(try await play.events("rights.given") == 1)
            let stored = try await site.database.read { tx in
                try tx.rows("SELECT language, given_on FROM rights_handover") { $0.text(0) + " " + $0.text(1) }
            }
            #expect(stored == ["fr 2026-11-21"])
        }
    }

    @Test(arguments: Databases.all) func `are spoken by a machine that says so, in every language of Examplia`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let visitor = site.visitor()
            for language in ["en", "fr", "es", "ar", "ru", "zh"] {
                let page = try await visitor.open("/rights/\(language)")
                let audio = try #require(page.page.first("audio"), "\(language)")
                #expect(audio.attributes["controls"] != nil && page.text.contains("A machine reads this"))
                let heard = try await visitor.open(try #require(audio.attributes["src"]))
                #expect(heard.status == 200 && heard.header("content-type") == "audio/mpeg" && heard.body.count < 300_000)
            }
            for name in ["none.mp3", "..%2F..%2Froles.yaml", "en.000000000000.mp3"] {
                #expect([400, 404].contains(try await visitor.open("/rights/audio/\(name)").status), "\(name)")
            }
        }
    }

    @Test(arguments: Databases.all) func `stand against punishment: an alert names the principle and who must act, until it is settled`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.presume()
            let (worker, path) = (play.cast.worker.visitor, "/work/cases/\(play.file)/non-punishment")
            try await worker.open(path)
            let raised = try await worker.fill(
                "/non-punishment", ["kind": "facing_removal", "must-act": "immigration", "note": "cell four"])
            #expect(raised.status == 200 && raised.text.contains("cell four") && raised.page.faults == [])
            #expect(raised.text.contains("No removal may take place during the reflection period"))
            #expect(try await play.running.contains("punishment.alert"))
            // The worker, their supervisors and the authority: three notices.
            #expect(try await play.notices(.removalInReflection) == 3)
            let top = try await worker.open("/work/cases/\(play.file)")
            let panel = try #require(top.page.element(id: "non-punishment"))
            #expect(panel.text.contains("Head of the immigration office") && panel.text.contains("nobody yet: call now"))
            #expect(["P7", "G2.6"].allSatisfy { id in top.page.links.contains { $0.hasSuffix("/commitments/\(id)") } })
            #expect(!top.text.contains("cell four"))
            try await worker.open(path)
            try await worker.fill("/told", ["told": "immigration"])
            #expect(try await worker.open("/work/cases/\(play.file)").text.contains("nobody yet") == false)
            site.clock.pass(.days(5))
            _ = try await site.runJobs()
            #expect(try await play.notices(.clockLate) >= 1)
            let again = try await site.signIn(play.cast.worker.actor.account)
            try await again.visitor.open(path)
            try await again.visitor.fill("/outcome", ["outcome": "removal_stopped"])
            #expect(try await play.running.contains("punishment.alert") == false)
            #expect(try await again.visitor.open("/work/cases/\(play.file)").page.element(id: "non-punishment") == nil)
            // A shelter that was given the needs does not learn that the person was detained.
            try await play.cast.share(play.file, with: play.cast.shelterWorker, [.care])
            let lena = try await site.signIn(play.cast.shelterWorker.actor.account)
            #expect(try await lena.visitor.open(path).status == 403)
        }
    }

    // promise 28: texts go with the person.
    @Test(arguments: Databases.all) func `to be erased takes every text of identification with it and leaves the coded decisions`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([IdentificationBranch.branch]) { site in
            let play = try await IdentificationPlay(site)
            try await play.refuse()
            let worker = play.cast.worker.visitor
            try await worker.open(play.page)
            try await worker.fill("/review", ["review-ground": "new_facts", "review-note": "a letter"])
            try await worker.open("/work/cases/\(play.file)/non-punishment")
            try await worker.fill("/non-punishment", ["kind": "detained", "must-act": "police", "note": "cell four"])
            let file = play.file
            let found = try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
            _ = try await site.room.erasure.erase(try #require(found), at: site.clock.now)
            let left = try await site.database.read { tx in
                try tx.count(
                    """
                    SELECT (SELECT count(*) FROM identification_decision WHERE reasons IS NOT NULL)
                        + (SELECT count(*) FROM identification_review WHERE note IS NOT NULL)
                        + (SELECT count(*) FROM punishment_alert WHERE note IS NOT NULL)
                    """
                )
            }
            #expect(left == 0)
            let decisions = try await site.database.read { tx in try tx.count("SELECT count(*) FROM identification_decision") }
            #expect(decisions == 2)
            #expect(try await play.cast.officer.visitor.open(play.page).status == 200)
        }
    }
}
