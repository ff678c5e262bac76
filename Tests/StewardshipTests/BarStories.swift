import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `Whoever is barred` {
    // promise 2: a bar is stronger than a share, and looks like nothing.
    @Test(arguments: Databases.all) func `does not find the file, its timeline, its conference or a notice about it`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.shelterWorker, [.care])
            let shelter = cast.shelterWorker.visitor
            #expect(try await shelter.open("/work/cases").text.contains("night market"))
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            let barred = try await cast.worker.visitor.fill(
                "/bars", ["organisation": "\(cast.shelterWorker.actor.organisation)", "asked-by": "person"])
            #expect(barred.status == 200 && barred.text.contains("Lantern Shelter"))
            #expect(try await shelter.open("/work/cases").text.contains("night market") == false)
            #expect(try await shelter.open("/work/cases?q=night").text.contains("night market") == false)
            let missing = try await shelter.open("/work/cases/\(ID<CaseFile>.new(at: site.clock.now))")
            for path in ["", "/timeline", "/missing", "/entries/experience"] {
                let reply = try await shelter.open("/work/cases/\(file)\(path)")
                #expect(reply.status == 404)
                if path == "" { #expect(reply.page.text == missing.page.text) }
            }
            // Notices about the file reach others, and not them.
            let now = site.clock.now
            let (organisation, others) = (cast.shelterWorker.actor.organisation, cast.provider.actor.organisation)
            try await site.database.write { tx in
                for one in [organisation, others] {
                    try CaseMatter.post(CaseMatter.missing.code, to: .organisation(one, .answerReferrals), about: file, at: now, in: tx)
                }
            }
            let count = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM notice WHERE organisation_id = \(organisation)"),
                    try tx.count("SELECT count(*) FROM notice WHERE organisation_id = \(others)")
                )
            }
            #expect(count.0 == 0 && count.1 == 1)
            // Lifted, everything is as before.
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            _ = try await cast.worker.visitor.fill("/end")
            #expect(try await shelter.open("/work/cases/\(file)").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `as one of an organisation hears nothing that their colleagues hear`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let now = site.clock.now
            let house = cast.worker.actor.organisation
            // What was in the inbox already goes as well.
            try await site.database.write { tx in
                try CaseMatter.post(CaseMatter.missing.code, to: .organisation(house, .readCase), about: file, at: now, in: tx)
            }
            #expect(try await Inbox(gate: site.room.gate).unread(for: cast.colleague.actor) == 1)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            #expect(try await cast.worker.visitor.fill("/bars", ["account": "kofi", "asked-by": "person"]).status == 200)
            try await site.database.write { tx in
                try CaseMatter.post(CaseMatter.missing.code, to: .organisation(house, .readCase), about: file, at: now, in: tx)
            }
            #expect(try await Inbox(gate: site.room.gate).unread(for: cast.colleague.actor) == 0)
            #expect(try await Inbox(gate: site.room.gate).unread(for: cast.supervisor.actor) == 2)
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").status == 200)
            // The keeper itself, and oneself, can't be barred.
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            #expect(try await cast.worker.visitor.fill("/bars", ["account": "wanda", "asked-by": "person"]).status == 422)
            #expect(try await cast.worker.visitor.fill("/bars", ["account": "nobody-here", "asked-by": "person"]).status == 422)
        }
    }

    @Test(arguments: Databases.all) func `opens nothing by breaking the glass, and gets the answer of a code that no file has`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let code = try await cast.code(of: file)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            _ = try await cast.worker.visitor.fill("/bars", ["account": "lena", "asked-by": "authority"])
            let lena = cast.shelterWorker.visitor
            _ = try await lena.open("/work/emergency")
            let barred = try await lena.fill("/emergency", ["code": code, "kind": "medical", "reason": "collapsed at the door"])
            _ = try await lena.open("/work/emergency")
            let unknown = try await lena.fill("/emergency", ["code": "ZZZZ-ZZZZ", "kind": "medical", "reason": "collapsed at the door"])
            #expect(barred.status == 422 && unknown.status == 422)
            #expect(barred.page.text.replacing(code, with: "") == unknown.page.text.replacing("ZZZZ-ZZZZ", with: ""))
        }
    }
}
