import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `A guardian` {
    @Test(arguments: Databases.all) func `is appointed on no answer that is not known, and none is recorded as a conflict`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian)
            let page = try await children.officer.visitor.open("/work/cases/\(file)/childhood/guardian")
            #expect(page.text.contains("Nobody is appointed on this answer") && page.page.faults == [])
            let unknown = children.appointment(children.guardian).merging(["conflict-employer": "unknown"]) { $1 }
            let refused = try await children.officer.visitor.fill("/childhood/guardian", unknown)
            #expect(refused.status == 422)
            #expect(
                refused.page.element(id: "problems")?.text.contains("Employs the child, or works for who does: This has to be known")
                    == true)
            #expect(try await !children.isGuardian(children.guardian, of: file))
            #expect(try await !children.events(file).contains("guardian.conflict"))
            #expect(try await children.appoint(children.guardian, to: file).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `is vetted, checked, appointed, and sees the named child alone`(_ kind: DatabaseKind) async throws
    {
        try await kind.withChildren { children in
            let (file, other) = (try await children.child(), try await children.child())
            let officer = children.officer.visitor
            let list = try await officer.open("/work/children")
            #expect(list.status == 200 && list.page.faults == [] && list.text.contains("no guardian yet"))
            // Nobody is appointed who was not vetted: they are not even offered.
            let form = try await officer.open("/work/cases/\(file)/childhood/guardian")
            #expect(form.status == 200 && form.page.faults == [] && !form.text.contains("Gita Example"))
            try await children.vet(children.guardian)
            #expect(try await children.guardian.visitor.open("/work/cases/\(file)").status == 404)
            let appointed = try await children.appoint(children.guardian, to: file)
            #expect(appointed.status == 200 && appointed.text.contains("Gita Example"))
            #expect(try await children.guardian.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await children.guardian.visitor.open("/work/cases/\(other)").status == 404)
            let mine = try await children.guardian.visitor.open("/work/my-children")
            #expect(mine.status == 200 && mine.page.faults == [] && mine.text.contains("not yet"))
            #expect(try await children.events(file).contains("guardian.appointed: standing"))
        }
    }

    @Test(arguments: Databases.all) func `stops the clock, and starts it again when revoked; their very next request finds nothing`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.startGuardianClock(file)
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            #expect(try await children.clocks(file).contains("child.guardian") == false)
            let visitor = children.guardian.visitor
            for path in ["", "/childhood", "/childhood/guardian", "/identity", "/entries/guardian-visit"] {
                #expect([200, 403].contains(try await visitor.open("/work/cases/\(file)\(path)").status))
            }
            try await children.officer.visitor.open("/work/cases/\(file)/childhood/guardian")
            try await children.officer.visitor.fill("/end", ["reason": "conduct"])
            for path in ["", "/childhood", "/childhood/guardian", "/childhood/ages", "/identity", "/timeline", "/entries/guardian-visit"] {
                #expect(try await visitor.open("/work/cases/\(file)\(path)").status == 404)
            }
            #expect(try await visitor.open("/work/my-children").text.contains("night market") == false)
            #expect(try await children.clocks(file).contains("child.guardian"))
            let today = try await visitor.open("/work")
            #expect(today.text.contains("no longer the guardian"))
            // What they were told of the child before is gone with it.
            #expect(!today.page.links.contains { $0.contains("\(file)") })
        }
    }

    @Test(arguments: Databases.all, ["employer", "return-interest", "carer", "kin-of-exploiter"])
    func `is refused for a conflict of interest with this child, and the check stays`(_ kind: DatabaseKind, _ conflict: String) async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian)
            let refused = try await children.appoint(children.guardian, to: file, yes: conflict)
            #expect(refused.status == 422 && refused.text.contains("conflict of interest"))
            #expect(try await children.isGuardian(children.guardian, of: file) == false)
            #expect(try await children.guardian.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await children.events(file).contains("guardian.conflict"))
            let kept = try await children.site.database.read { tx in try tx.row("SELECT conflicts FROM guardian_check") { $0.text(0) } }
            #expect(kept == conflict.replacing("-", with: "_"))
        }
    }

    @Test(arguments: Databases.all) func `is warned of with more children than they can stand up for`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let (first, second) = (try await children.child(), try await children.child())
            try await children.vet(children.guardian, most: 1)
            try await children.appoint(children.guardian, to: first)
            let warned = try await children.appoint(children.guardian, to: second)
            #expect(warned.status == 422 && warned.text.contains("as many children"))
            try await children.officer.visitor.open("/work/cases/\(second)/childhood/guardian")
            let answers = children.appointment(children.guardian).merging(["all-the-same": "yes"]) { $1 }
            #expect(try await children.officer.visitor.fill("/childhood/guardian", answers).status == 200)
            #expect(try await children.isGuardian(children.guardian, of: second))
        }
    }

    @Test(arguments: Databases.all) func `for a time only leaves the clock running, and no longer sees the file afterwards`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.startGuardianClock(file)
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file, until: "2026-11-25")
            #expect(try await children.clocks(file) == ["child.guardian", "guardian.temporary"])
            children.site.clock.pass(.days(6))
            _ = try await children.site.runJobs()
            #expect(try await children.isGuardian(children.guardian, of: file) == false)
            let guardian = try await children.site.signIn(children.guardian.actor.account)
            #expect(try await guardian.visitor.open("/work/cases/\(file)").status == 404)
            let officer = try await children.site.signIn(children.officer.actor.account)
            #expect(try await officer.visitor.open("/work").text.contains("without a guardian"))
        }
    }

    @Test(arguments: Databases.all) func `is appointed by one of two who decide at once; the other sees what changed`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian)
            try await children.vet(children.otherGuardian)
            let path = "/work/cases/\(file)/childhood/guardian"
            try await children.officer.visitor.open(path)
            try await children.secondOfficer.visitor.open(path)
            let first = try await children.officer.visitor.fill("/childhood/guardian", children.appointment(children.guardian))
            #expect(first.status == 200)
            let second = try await children.secondOfficer.visitor.fill("/childhood/guardian", children.appointment(children.otherGuardian))
            #expect(second.status == 409)
            #expect(try await children.isGuardian(children.guardian, of: file))
            #expect(try await children.isGuardian(children.otherGuardian, of: file) == false)
            // Having seen it, the second officer may replace the first guardian, who then sees nothing.
            try await children.secondOfficer.visitor.open(path)
            try await children.secondOfficer.visitor.fill("/childhood/guardian", children.appointment(children.otherGuardian))
            #expect(try await children.guardian.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await children.otherGuardian.visitor.open("/work/cases/\(file)").status == 200)
        }
    }

    @Test(arguments: Databases.all) func `is not appointed once the vetting has run out`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian, until: "2026-11-20")
            let refused = try await children.appoint(children.guardian, to: file)
            #expect(refused.status == 422)
            #expect(try await children.isGuardian(children.guardian, of: file) == false)
            #expect(try await children.officer.visitor.open("/work/guardians").text.contains("vetting over"))
        }
    }
}

@Suite struct `The child-protection authority` {
    @Test(arguments: Databases.all) func `takes a child up, which stops the clock of the notification`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.startGuardianClock(file, notified: true)
            #expect(try await children.clocks(file) == ["child.guardian", "child.notified"])
            try await children.officer.visitor.open("/work/cases/\(file)/childhood")
            #expect(try await children.officer.visitor.fill("/acknowledgement").status == 200)
            #expect(try await children.clocks(file) == ["child.guardian"])
            #expect(try await children.events(file).contains("child.acknowledged"))
        }
    }

    @Test(arguments: Databases.all) func `is told when a guardian is late, and sees those without one first`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let (with, without) = (try await children.child(), try await children.child())
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: with)
            try await children.startGuardianClock(without)
            children.site.clock.pass(.days(5))
            _ = try await children.site.runJobs()
            let officer = try await children.site.signIn(children.officer.actor.account)
            #expect(try await officer.visitor.open("/work").text.contains("Something in a case file is late"))
            #expect(try await officer.visitor.open("/work").text.contains("Children without a guardian"))
            let text = try await officer.visitor.open("/work/children").text
            let (first, second) = (text.range(of: "\(without)"), text.range(of: "\(with)"))
            #expect(first != nil && second != nil)
            if let first, let second { #expect(first.lowerBound < second.lowerBound) }
            #expect(try await officer.visitor.open("/work/children?due=late&guardian=none").text.contains("\(without)"))
            #expect(try await officer.visitor.open("/work/children?guardian=none").text.contains("\(with)") == false)
            for filter in [
                "path=unsure", "age=disputed", "determination=none", "determination=due", "determination=open", "care=none", "care=foster",
                "due=week", "q=market", "q=zzz",
            ] {
                #expect(try await officer.visitor.open("/work/children?\(filter)").status == 200)
            }
        }
    }

    @Test(arguments: Databases.all) func `sees no child of a file that was not shared with it`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.cast.file(path: .child)
            #expect(try await children.officer.visitor.open("/work/children").text.contains("\(file)") == false)
            #expect(try await children.officer.visitor.open("/work/cases/\(file)/childhood").status == 404)
        }
    }
}

extension ChildCast {
    /// What a referral of a child starts.
    func startGuardianClock(_ file: ID<CaseFile>, notified: Bool = false) async throws {
        let (room, now, board) = (site.room, site.clock.now, officer.actor.organisation)
        try await site.database.write { tx in
            let profile = room.profile
            try CaseClock.start(
                .childGuardian, in: file, of: board,
                until: profile.childProtection.guardian.due(from: room.day(of: now), in: profile.calendar), under: profile, at: now, tx: tx)
            if notified {
                try CaseClock.start(
                    .childNotified, in: file, of: board, hours: profile.childProtection.notifyHours, under: profile, at: now, tx: tx)
            }
        }
    }
}
