import Access
import Basics
import CaseFixtures
import Fixtures
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `A guardian's consent` {
    @Test(arguments: Databases.all) func `is asked by a worker, answered in the guardian's session with the child's view, and taken back`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            try await children.ask(file, "service_referral", to: children.cast.provider)
            let twice = try await children.ask(file, "service_referral", to: children.cast.provider)
            #expect(twice.status == 422 && twice.text.contains("asked this already"))
            #expect(try await children.guardian.visitor.open("/work").text.contains("asked to agree"))
            let asked = try await children.guardian.visitor.open("/work/my-children/consents")
            #expect(asked.page.faults == [] && asked.text.contains("Sharing with a service"))
            // The worker can't answer in the guardian's place.
            try await children.cast.worker.visitor.open("/work/cases/\(file)/childhood/consents")
            let request = try await children.request(file)
            #expect(
                try await children.cast.worker.visitor.sendAnyway(
                    request, ["answer": "yes"], sealedBy: "/work/cases/\(file)/childhood/consents"
                ).status == 403)
            #expect(try await children.answer(file, "yes").status == 200)
            let ledger = try await children.site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }
            #expect(ledger.map(\.givenBy) == [.guardian(children.guardian.actor.account)])
            #expect(try await children.cast.worker.visitor.open("/work").text.contains("A guardian has answered"))
            #expect(try await children.officer.visitor.open(request).text.contains("I like the clinic"))
            try await children.guardian.visitor.open("/work/cases/\(file)/childhood/consents")
            try await children.guardian.visitor.fill("/withdrawal")
            let after = try await children.site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }
            #expect(after.allSatisfy { $0.withdrawnAt != nil })
        }
    }

    // What rests on it in other rooms ends in the same moment: no round has to come by.
    @Test(arguments: Databases.all) func `that is taken back, or a no, is told to every room at once`(_ kind: DatabaseKind) async throws {
        var other = ProtectionBranch()
        other.consentEnded = { file, _, _, tx in try tx.runOnOne("UPDATE case_file SET label = label || ' ended' WHERE id = \(file)") }
        try await kind.withCaseSite([GuardianshipBranch.branch, other]) { site in
            let children = try await ChildCast(site)
            let file = try await children.child()
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            for answer in ["yes", "no"] {
                site.clock.pass(.seconds(5))
                try await children.ask(file, "service_referral", to: children.cast.provider)
                #expect(try await children.answer(file, answer).status == 200)
                guard answer == "yes" else { continue }
                try await children.guardian.visitor.open("/work/cases/\(file)/childhood/consents")
                #expect(try await children.guardian.visitor.fill("/withdrawal").status == 200)
            }
            let label = try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.label }
            #expect(label?.hasSuffix(" ended ended") == true)
        }
    }

    @Test(arguments: Databases.all) func `waits for a guardian; the child is never asked in their place`(_ kind: DatabaseKind) async throws
    {
        try await kind.withChildren { children in
            for path in [ProtectionPath.child, .unsure] {
                let file = try await children.child(path)
                try await children.ask(file, "service_referral")
                await #expect(throws: ConsentRefused.childNotAsked) {
                    try await children.consent(file, to: children.cast.provider, by: .person)
                }
                await #expect(throws: ConsentRefused.notTheGuardian) {
                    try await children.consent(file, to: children.cast.provider, by: .guardian(children.guardian.actor.account))
                }
            }
            #expect(try await children.guardian.visitor.open("/work/my-children/consents").text.contains("Sharing with") == false)
        }
    }

    // promise 4: nobody but the authority that protects children stands in for a guardian.
    @Test(arguments: Databases.all) func `is given by the child-protection authority as long as there is no guardian, and by nobody else`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withChildren { children in
            let (site, cast) = (children.site, children.cast)
            let (clinic, house, board) = (
                cast.provider.actor.organisation, cast.worker.actor.organisation, children.officer.actor.organisation
            )
            let file = try await children.child()
            let day = site.room.day(of: site.clock.now)
            func claimed(by discloser: ID<Organisation>, to recipient: ID<Organisation>?) async throws -> Bool {
                try await site.database.read { tx in
                    (try? DisclosureGround.childProtection(in: file, by: discloser, to: recipient, tx: tx)) != nil
                }
            }
            // Whoever keeps the file claims it for nobody; the authority is told, and acts by itself.
            let claims = try await [
                claimed(by: house, to: clinic), claimed(by: house, to: nil), claimed(by: house, to: board), claimed(by: board, to: clinic),
            ]
            #expect(claims == [false, false, true, true])
            try await children.ask(file, "service_referral", to: cast.provider)
            #expect(try await children.officer.visitor.open("/work").text.contains("in the place of a child’s guardian"))
            let asked = try await children.officer.visitor.open("/work/children/consents")
            #expect(asked.page.faults == [] && asked.text.contains("Sharing with a service"))
            let path = try await children.request(file)
            let form = try await children.officer.visitor.open(path)
            #expect(form.text.contains("has no guardian") && form.page.faults == [])
            let answer = ["answer": "yes", "view": "agrees", "view-note": "", "language": "en", "explained": "spoken"]
            #expect(try await children.officer.visitor.fill("/authority", answer).status == 200)
            let ledger = try await site.database.read { tx in try ConsentLedger.all(in: file, tx: tx) }
            #expect(ledger.map(\.givenBy) == [.childAuthority(children.officer.actor.account)])
            func ground() async throws -> DisclosureGround {
                try await site.database.read { tx in
                    try .consent(for: "service_referral", to: clinic, parts: [.care], in: file, on: day, tx: tx)
                }
            }
            #expect(try await ground().kind == .childProtection)
            // From the day there is a guardian, the guardian is asked.
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            await #expect(throws: ConsentRefused.guardianDecides) { try await ground() }
            #expect(try await !claimed(by: board, to: clinic))
            // Two services may be asked for at once, and a guardian who comes later is told of what waits.
            #expect(try await children.ask(file, "service_referral", to: children.cast.shelterWorker).status == 200)
            try await children.officer.visitor.open("/work/cases/\(file)/childhood/guardian")
            try await children.officer.visitor.fill("/end", ["reason": "conduct"])
            try await children.vet(children.otherGuardian)
            try await children.appoint(children.otherGuardian, to: file)
            #expect(try await children.otherGuardian.visitor.open("/work").text.contains("asked to agree"))
        }
    }

    @Test(arguments: Databases.all) func `is not given by officers of another organisation in the authority's name`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let site = children.site
            let other = try await site.person(
                "otto", roles: ["child-protection-officer", "case-worker"], in: children.cast.worker.actor.organisation)
            let file = try await children.child()
            try await children.ask(file, "service_referral", to: children.cast.provider)
            #expect(try await other.visitor.open("/work/children/consents").text.contains("Sharing with") == false)
            let path = try await children.request(file)
            #expect(try await other.visitor.open(path).page.element(id: "answer") == nil)
            let answer = ["answer": "yes", "view": "agrees", "view-note": "", "language": "en", "explained": "spoken", "version": "1"]
            let tried = try await other.visitor.sendAnyway(
                path + "/authority", answer, sealedBy: "/work/cases/\(file)/childhood/consents")
            #expect(tried.status == 422 && tried.text.contains("child-protection authority alone"))
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM consent") } == 0)
        }
    }

    @Test(arguments: Databases.all) func `ends with a guardian who is revoked for a conflict of interest`(_ kind: DatabaseKind) async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            try await children.consent(file, to: children.cast.provider, by: .guardian(children.guardian.actor.account))
            #expect(try await children.cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            try await children.officer.visitor.open("/work/cases/\(file)/childhood/guardian")
            try await children.officer.visitor.fill("/end", ["reason": "conflict"])
            #expect(try await children.cast.provider.visitor.open("/work/cases/\(file)").status == 404)
        }
    }
}

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

extension ChildCast {
    /// The worker asks the guardian of a child to agree.
    @discardableResult
    func ask(_ file: ID<CaseFile>, _ purpose: String, to player: CasePlayer? = nil) async throws -> Reply {
        try await cast.worker.visitor.open("/work/cases/\(file)/childhood/consents")
        return try await cast.worker.visitor.fill(
            "/childhood/consents",
            ["purpose": purpose, "recipient": player.map { "\($0.actor.organisation)" } ?? "", "parts": "care"])
    }

    /// The address of the newest request.
    func request(_ file: ID<CaseFile>) async throws -> String {
        let id = try await site.database.read { tx in
            try tx.row("SELECT id FROM consent_request WHERE case_id = \(file) ORDER BY asked_at DESC, id DESC LIMIT 1") {
                try $0.id(0, of: CaseFile.self)
            }
        }
        return "/work/cases/\(file)/childhood/consents/" + (id.map { "\($0)" } ?? "")
    }

    /// The guardian answers the newest request in their own session.
    @discardableResult
    func answer(_ file: ID<CaseFile>, _ answer: String) async throws -> Reply {
        let path = try await request(file)
        try await guardian.visitor.open(path)
        return try await guardian.visitor.fill(
            String(path.suffix(36)),
            ["answer": answer, "view": "agrees", "view-note": "I like the clinic", "language": "en", "explained": "spoken"])
    }
}
