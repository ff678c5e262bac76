import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `What the keeper of a file alone decides` {
    // promise 2: a recipient's supervisor has the deeds and the scope, and the file is not theirs.
    @Test(arguments: Databases.all) func `is not there for a supervisor to whom the file was shared`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.stranger, [.identity, .care])
            let visitor = cast.stranger.visitor
            #expect(try await visitor.open("/work/cases/\(file)").status == 200)
            for path in ["bars", "subject-access", "subject-access/sheet", "subject-access/data"] {
                #expect(try await visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path)")
            }
            let reason = try #require(site.room.profile.closureReasons.first)
            let draft = Closure.Draft(reason: reason, outcome: .safe, agreement: .agrees, followUp: .no, note: nil, version: 1)
            await #expect(throws: AccessRefused.self) {
                try await Closures(room: site.room).close(file, draft, by: cast.stranger.actor)
            }
            await #expect(throws: AccessRefused.self) {
                try await Bars(room: site.room).add(.account("wanda"), to: file, askedBy: .person, by: cast.stranger.actor)
            }
            await #expect(throws: AccessRefused.self) {
                try await SubjectAccess(room: site.room).ask(
                    file, on: site.room.day(of: site.clock.now), by: .person, actor: cast.stranger.actor)
            }
            await #expect(throws: AccessRefused.self) {
                try await Forgetting(room: site.room).erase(file, on: .request, by: cast.stranger.actor)
            }
            await #expect(throws: AccessRefused.self) {
                _ = try await SubjectAccess(room: site.room).sheet(of: file, for: cast.stranger.actor)
            }
            let isOpen = try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.isOpen }
            #expect(isOpen == true)
        }
    }

    // promise 3: who is kept from a file is for those who may keep somebody from it.
    @Test(arguments: Databases.all) func `is not told to colleagues, in no list and no timeline`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/bars")
            _ = try await cast.worker.visitor.fill(
                "/bars", ["organisation": "\(cast.shelterWorker.actor.organisation)", "asked-by": "person"])
            // Kofi has the deed for files that are his.
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await cast.colleague.visitor.open("/work/cases/\(file)/bars").status == 404)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/timeline").text.contains("Somebody barred"))
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)/timeline").text.contains("barred") == false)
        }
    }
}

@Suite struct `What somebody is told of themself` {
    // promise 3: a child is not handed their file in place of a guardian, and every handing over has its ground.
    @Test(arguments: Databases.all) func `is handed to a guardian where the person is a child, and written down as disclosed`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (access, today) = (SubjectAccess(room: site.room), site.room.day(of: site.clock.now))
            let child = try await cast.file(path: .child)
            try await access.ask(child, on: today, by: .person, actor: cast.worker.actor)
            await #expect(throws: ConsentRefused.childNotAsked) {
                try await access.handOver(child, by: .inPerson, on: today, actor: cast.worker.actor)
            }
            try await cast.nameGuardian(of: child)
            try await access.handOver(child, by: .guardian, on: today, actor: cast.worker.actor)
            let written = try await site.database.read { tx in
                try tx.rows("SELECT purpose, ground FROM disclosure WHERE case_id = \(child)") { $0.text(0) + ": " + $0.text(1) }
            }
            #expect(written == ["subject_access: guardian"])
        }
    }
}
