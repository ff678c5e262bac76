import Access
import Basics
import CaseFixtures
import Fixtures
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `The search for a family` {
    @Test(arguments: Databases.all) func `makes no contact before the risks were checked and somebody else approved`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.requestTracing(file)
            let officer = children.officer.visitor
            let page = try await officer.open(one)
            #expect(page.page.faults == [] && page.text.contains("Asked for: check the risks"))
            // A step sent all the same, from a page of another search that may, is refused.
            let early = try await children.step(one, of: file)
            #expect(early.status == 422 && early.text.contains("before the risks were checked"))
            let unknown = try await children.check(one, ["risk-debt": "unknown"])
            #expect(unknown.status == 200 && unknown.text.contains("speaks against contact"))
            let stillNo = try await officer.fill("/decision", ["approval": "yes"])
            #expect(stillNo.status == 422 && stillNo.text.contains("leaves something unknown"))
            #expect(try await children.check(one).text.contains("waits for approval"))
            let same = try await officer.fill("/decision", ["approval": "yes"])
            #expect(same.status == 422 && same.text.contains("Somebody else"))
            let unapproved = try await children.step(one, of: file)
            #expect(unapproved.status == 422 && unapproved.text.contains("not approved"))
            try await children.secondOfficer.visitor.open(one)
            #expect(try await children.secondOfficer.visitor.fill("/decision", ["approval": "yes"]).text.contains("Contact approved"))
            #expect(try await children.step(one, of: file).status == 200)
            #expect(try await children.events(file).contains("tracing.step: request_sent"))
        }
    }

    @Test(arguments: Databases.all) func `is not made against the child's wish`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.requestTracing(file)
            #expect(try await children.check(one, ["wish": "against"]).text.contains("speaks against contact"))
            try await children.secondOfficer.visitor.open(one)
            let refused = try await children.secondOfficer.visitor.fill("/decision", ["approval": "yes"])
            #expect(refused.status == 422 && refused.text.contains("does not want this contact"))
        }
    }

    @Test(arguments: Databases.all) func `stops at signs of danger`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.approvedTracing(file)
            #expect(try await children.step(one, of: file, "call", "danger_seen").text.contains("signs of danger"))
            let after = try await children.step(one, of: file, "meeting", "welcome")
            #expect(after.status == 422)
        }
    }

    @Test(arguments: Databases.all) func `sends a reference and coded facts, and nothing that identifies`(_ kind: DatabaseKind) async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.requestTracing(file)
            // Before the approval nothing can be sent.
            #expect(try await children.officer.visitor.open(one + "/request").status == 422)
            _ = try await children.check(one)
            try await children.secondOfficer.visitor.open(one)
            try await children.secondOfficer.visitor.fill("/decision", ["approval": "yes"])
            let request = try await children.officer.visitor.open(one + "/request")
            #expect(request.status == 200 && request.text.contains("Mother"))
            let code = try await children.site.database.read { tx in try CaseSummary.find(file, in: tx)?.code } ?? ""
            // What is printed or copied: the page itself, without the frame of the site around it.
            let sent = request.page.all("main").map(\.text).joined()
            #expect(sent.contains("Mother"))
            for secret in ["Amina", "night market", "EX-0001", "555 0101", "river bend", code, "\(file)"] {
                #expect(!sent.contains(secret), "\(secret) is in the request")
            }
        }
    }

    @Test(arguments: Databases.all) func `goes out only on a ground`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.approvedTracing(file)
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            // The authority acts only as long as there is no guardian: now the guardian has to agree.
            let refused = try await children.step(one, of: file)
            #expect(refused.status == 422 && refused.text.contains("has not agreed"))
            try await children.ask(file, "family")
            try await children.answer(file, "yes")
            #expect(try await children.step(one, of: file).status == 200)
            let ground = try await children.site.database.read { tx in
                try tx.row("SELECT ground FROM disclosure WHERE case_id = \(file) AND purpose = 'family'") { $0.text(0) }
            }
            #expect(ground == "guardian")
        }
    }
}

@Suite struct `Where a child lives` {
    @Test(arguments: Databases.all) func `is never detention, never with adults who are not kin, and siblings stay together`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            for (field, value, words) in [
                ("may_leave", "no", "never detained"), ("unrelated_adults", "yes", "not kin"), ("unrelated_adults", "unknown", "not kin"),
                ("carer_vetted", "unknown", "vetted first"), ("siblings", "apart", "stay together"),
            ] {
                let refused = try await children.care(file, [field: value])
                #expect(refused.status == 422 && refused.text.contains(words))
            }
            #expect(try await children.care(file, ["kind": "detention"]).status == 422)
            // A child of 9 to 17 was not in care twenty years ago.
            let unborn = try await children.care(file, ChildCast.day("began", "2006-11-20"))
            #expect(unborn.status == 422 && unborn.page.element(id: "problems")?.text.contains("From: The person was not born yet") == true)
            #expect(try await children.care(file).status == 200)
            #expect(try await children.officer.visitor.open("/work/cases/\(file)").text.contains("Foster family"))
            #expect(try await children.officer.visitor.open("/work/children?care=foster").text.contains("\(file)"))
        }
    }

    @Test(arguments: Databases.all) func `and what was said goes with the person's key`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            _ = try await children.care(file)
            _ = try await children.requestTracing(file)
            let person = try await children.site.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
            guard let person else { return }
            #expect(try await children.sealedLeft(of: file) > 0)
            _ = try await children.site.room.erasure.erase(person, at: children.site.clock.now)
            #expect(try await children.sealedLeft(of: file) == 0)
            let kinds = try await children.site.database.read { tx in try tx.rows("SELECT kind FROM care_arrangement") { $0.text(0) } }
            #expect(kinds == ["foster"])
        }
    }
}

extension ChildCast {
    func requestTracing(_ file: ID<CaseFile>) async throws -> String {
        try await officer.visitor.open("/work/cases/\(file)/childhood/tracings")
        let reply = try await officer.visitor.fill(
            "/childhood/tracings", ["kin": "mother", "whom": "lives at the river bend", "wish": "wants"])
        #expect(reply.status == 200)
        return reply.path
    }

    func check(_ one: String, _ other: [String: String] = [:]) async throws -> Reply {
        try await officer.visitor.open(one)
        var answers = ["wish": "wants"]
        for risk in ["family-involved", "threats", "debt", "watched", "violence", "shame"] { answers["risk-" + risk] = "no" }
        return try await officer.visitor.fill("/check", answers.merging(other) { $1 })
    }

    func approvedTracing(_ file: ID<CaseFile>) async throws -> String {
        let one = try await requestTracing(file)
        _ = try await check(one)
        try await secondOfficer.visitor.open(one)
        try await secondOfficer.visitor.fill("/decision", ["approval": "yes"])
        return one
    }

    /// Records a step of contact, whether or not the page offers it.
    func step(_ one: String, of file: ID<CaseFile>, _ step: String = "request_sent", _ result: String = "waiting") async throws -> Reply {
        let answers = ["step": step, "result": result].merging(Self.day("step-on", "2026-11-21")) { $1 }
        return try await officer.visitor.sendAnyway(one + "/steps", answers, sealedBy: "/work/guardians/\(guardian.actor.account)/vetting")
    }

    func care(_ file: ID<CaseFile>, _ other: [String: String] = [:]) async throws -> Reply {
        try await officer.visitor.open("/work/cases/\(file)/entries/care-arrangement")
        let answers = [
            "kind": "foster", "carer_vetted": "yes", "unrelated_adults": "no", "may_leave": "yes", "siblings": "none",
            "place": "12 Heron Lane", "carer": "Familia Example",
        ].merging(Self.day("began", "2026-11-20")) { $1 }
        return try await officer.visitor.fill("/entries/care-arrangement", answers.merging(other) { $1 })
    }

    func sealedLeft(of file: ID<CaseFile>) async throws -> Int {
        try await site.database.read { tx in
            try tx.count("SELECT count(*) FROM child_note WHERE case_id = \(file) AND content IS NOT NULL")
                + tx.count("SELECT count(*) FROM care_arrangement WHERE case_id = \(file) AND (place IS NOT NULL OR carer IS NOT NULL)")
        }
    }
}

extension Visitor {
    /// Sends what no page offers, with the seal of a page that this browser may open.
    func sendAnyway(_ path: String, _ answers: [String: String], sealedBy page: String) async throws -> Reply {
        try await open(page)
        let form = last.page.all("form").first { $0.attributes["method"] == "post" && ($0.attributes["action"] ?? "").hasPrefix("/work") }
        let seal = form.map { Self.prefilled($0) }?.filter { answers[$0.0] == nil && !$0.1.isEmpty } ?? []
        return try await send(path, seal + answers.map { ($0.key, $0.value) })
    }
}
