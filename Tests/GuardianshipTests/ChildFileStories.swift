import Access
import Basics
import CaseFixtures
import Fixtures
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `A child's file` {
    // promise 2: not for strangers, whatever their role.
    @Test(arguments: Databases.all) func `is not there for strangers, at any address, whatever their role`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            let determination = try await children.decidedDetermination(file)
            let tracing = try await children.approvedTracing(file)
            let age = try await children.openAssessment(file)
            try await children.ask(file, "service_referral")
            let request = try await children.request(file)
            let stranger = try await children.site.person(
                "zeno", roles: ["case-worker", "case-supervisor", "child-protection-officer", "guardian"],
                in: children.cast.stranger.actor.organisation)
            let root = "/work/cases/\(file)/childhood"
            let pages = [
                root, root + "/age-doubt", root + "/ages", root + "/guardian", root + "/consents", root + "/determinations",
                root + "/tracings",
                age, determination, tracing, tracing + "/request", request,
            ]
            for page in pages { #expect(try await stranger.visitor.open(page).status == 404, "\(page)") }
            #expect(try await stranger.visitor.open("/work/children").text.contains("\(file)") == false)
            #expect(try await stranger.visitor.open("/work/my-children").text.contains("\(file)") == false)
            #expect(try await stranger.visitor.open("/work/my-children/consents").text.contains("\(file)") == false)
            let answers = [
                "ground": "own_statement", "reason": "because", "shares": "close", "agreement": "yes", "view": "agrees",
                "method": "interview",
                "lowest": "15", "highest": "20", "guardian-present": "yes", "outcome": "child", "reasons": "because", "question": "care",
                "option": "stay", "speaks-for": "something", "speaks-against": "something", "facts": "law", "kin": "mother",
                "whom": "somebody",
                "wish": "wants", "approval": "no", "step": "call", "result": "found", "purpose": "family", "parts": "care",
                "kind": "standing",
            ].merging(ChildCast.day("found-on", "2026-11-20")) { $1 }.merging(ChildCast.day("step-on", "2026-11-20")) { $1 }
            let deeds = [
                root + "/acknowledgement", root + "/age-doubt", root + "/ages", age + "/agreement", age + "/findings", age + "/decision",
                age + "/review", root + "/guardian", root + "/consents", request, root + "/determinations", determination + "/panel",
                determination + "/options", determination + "/hearing", determination + "/decision", determination + "/review",
                determination + "/share", root + "/tracings", tracing + "/check", tracing + "/decision", tracing + "/steps",
            ]
            for deed in deeds {
                let reply = try await stranger.visitor.sendAnyway(
                    deed, answers, sealedBy: "/work/guardians/\(children.guardian.actor.account)/vetting")
                #expect(reply.status == 404, "\(deed)")
            }
        }
    }

    @Test(arguments: Databases.all) func `shows the child's part to those whose role and share cover it, and to nobody else`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withChildren { children in
            let (file, cast) = (try await children.child(), children.cast)
            try await cast.share(file, with: cast.officer, [.experience, .childhood])
            try await cast.share(file, with: cast.provider, [.care, .childhood])
            try await cast.share(file, with: cast.shelterWorker, [.care, .childhood])
            try await cast.share(file, with: cast.investigator, [.experience, .childhood])
            try await cast.share(file, with: cast.returnPartner, [.homeward])
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            let page = "/work/cases/\(file)/childhood"
            for player in [cast.worker, cast.supervisor, cast.childOfficer, cast.guardian, cast.officer] {
                #expect(try await player.visitor.open(page).status == 200)
                #expect(try await player.visitor.open("/work/cases/\(file)").text.contains("id=\"childhood\""))
            }
            // What a guardian is asked, and for whom, is read by whoever the ledger is for, and leads nowhere for the others.
            for player in [cast.worker, cast.supervisor, cast.childOfficer, cast.guardian] {
                #expect(try await player.visitor.open(page).text.contains("\(page)/consents"))
                #expect(try await player.visitor.open("\(page)/consents").status == 200)
            }
            #expect(try await !cast.officer.visitor.open(page).text.contains("\(page)/consents"))
            #expect(try await cast.officer.visitor.open("\(page)/consents").status == 404)
            for player in [cast.provider, cast.shelterWorker, cast.investigator, cast.returnPartner, cast.rapporteur, cast.guardAtBorder] {
                #expect(try await player.visitor.open(page).status == 403)
            }
            // A colleague of the worker reads children's parts of their own files only.
            #expect(try await cast.colleague.visitor.open(page).status == 404)
            for player in [cast.provider, cast.shelterWorker, cast.investigator, cast.colleague] {
                let seen = try await player.visitor.open("/work/cases/\(file)")
                #expect(seen.status == 200 && !seen.text.contains("id=\"childhood\"") && !seen.text.contains("Guardian appointed"))
            }
            // A share without the child's part does not show it to a role that could read it.
            let other = try await children.child()
            try await cast.share(other, with: cast.officer, [.experience])
            #expect(try await cast.officer.visitor.open("/work/cases/\(other)/childhood").status == 404)
            // The guardian's role has no part in what was lived through, nor in the police's.
            let mine = try await cast.guardian.visitor.open("/work/cases/\(file)").text
            #expect(!mine.contains("What was lived through") && !mine.contains("Cooperation with the police"))
        }
    }

    // promise 25: in no notice, event or address.
    @Test(arguments: Databases.all)
    func `goes through a whole life up to a determination, and its identity is in no notice, event or address`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withChildren { children in
            let file = try await children.child(.unsure)
            try await children.startGuardianClock(file, notified: true)
            try await children.officer.visitor.open("/work/cases/\(file)/childhood")
            try await children.officer.visitor.fill("/acknowledgement")
            let determination = try await children.heardDetermination(file)
            try await children.guardian.visitor.open("/work/cases/\(file)/entries/guardian-visit")
            let met = try await children.guardian.visitor.fill(
                "/entries/guardian-visit",
                ["how": "visit", "seen_alone": "yes", "concerns": "none", "note": "Amina likes to draw"]
                    .merging(ChildCast.day("met_on", "2026-11-21")) { $1 })
            #expect(met.status == 200)
            try await children.officer.visitor.open("/work/cases/\(file)/entries/best-interests-assessment")
            var factors = ["child_view": "agrees", "note": "Amina sleeps well"].merging(ChildCast.day("assessed_on", "2026-11-21")) { $1 }
            for factor in ["identity", "family", "safety", "vulnerability", "health", "education"] { factors[factor] = "good" }
            #expect(try await children.officer.visitor.fill("/entries/best-interests-assessment", factors).status == 200)
            let age = try await children.agreedAssessment(file)
            _ = try await children.find(age, "multidisciplinary", 14, 17)
            try await children.officer.visitor.open(age)
            try await children.officer.visitor.fill("/decision", ["outcome": "child", "reasons": "Amina is fourteen or so"])
            _ = try await children.care(file)
            let tracing = try await children.requestTracing(file)
            _ = try await children.check(tracing)
            try await children.ask(file, "family")
            try await children.answer(file, "yes")
            #expect(try await children.decide(determination).status == 200)
            let hub = try await children.officer.visitor.open("/work/cases/\(file)/childhood").text
            for shown in ["Gita Example", "Foster family", "Where the child’s life goes on", "Under 18: a child"] {
                #expect(hub.contains(shown))
            }
            let timeline = try await children.guardian.visitor.open("/work/cases/\(file)/timeline").text
            #expect(timeline.contains("Best interests determined") && timeline.contains("Guardian appointed"))
            let traces = try await children.site.database.read { tx in
                try tx.rows("SELECT coalesce(matter, '') FROM notice") { $0.text(0) }
                    + tx.rows("SELECT kind || coalesce(detail, '') FROM case_event") { $0.text(0) }
                    + tx.rows("SELECT coalesce(detail, '') || coalesce(purpose, '') FROM audit_row") { $0.text(0) }
            }
            for trace in traces + [determination, age, tracing] {
                #expect(!trace.contains("Amina") && !trace.contains("draw") && !trace.contains("Heron"))
            }
            // What was typed stands in no column in clear.
            let columns = try await children.site.database.read { tx in
                try tx.rows("SELECT content FROM child_note WHERE content IS NOT NULL") { $0.bytes(0) }
            }
            #expect(!columns.isEmpty)
            for bytes in columns { #expect(!String(decoding: bytes, as: UTF8.self).contains("Amina")) }
        }
    }
}
