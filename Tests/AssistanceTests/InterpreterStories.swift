import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `An interpreter` {
    @Test(arguments: Databases.all) func `is assigned only when vetted, without a tie, accepted and never alone`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (visitor, today) = (cast.worker.visitor, site.room.day(of: site.clock.now))
            try await visitor.open("/work/interpreters")
            let added = try await visitor.fill(
                "/work/interpreters",
                ["name": "Zora Invented", "languages": "en", "sex": "female", "present": "yes"]
                    .merging(day("vetted-on", today.adding(days: -10))) { $1 }.merging(day("vetted-until", today.adding(days: 20))) { $1 })
            #expect(added.status == 200 && added.text.contains("Zora Invented") && added.page.faults == [])
            let interpreter = try await site.database.read { tx in
                try tx.row("SELECT id FROM interpreter") { try $0.id(0, of: Interpreter.self) }
            }.unwrapped()
            let form = try await visitor.open("/work/cases/\(file)/interpreters")
            #expect(form.page.faults == [])
            let session = ["interpreter": "\(interpreter)", "language": "en", "session": "interview"].merging(day("held-on", today)) { $1 }
            let checks = ["no-tie": "yes", "accepted": "yes", "never-alone": "yes"]
            for missing in checks.keys {
                let some = checks.filter { $0.key != missing }
                try await visitor.open("/work/cases/\(file)/interpreters")
                #expect(try await visitor.fill("/interpreters", session.merging(some) { $1 }).status == 422)
            }
            let late = session.merging(checks) { $1 }.merging(day("held-on", today.adding(days: 30))) { $1 }
            #expect(try await visitor.fill("/interpreters", late).status == 422)
            let assigned = try await visitor.fill("/interpreters", session.merging(checks) { $1 })
            #expect(assigned.status == 200 && assigned.text.contains("Zora Invented"))
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/interpreters").status == 404)
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM interpreter_assignment") } == 1)
        }
    }
}
