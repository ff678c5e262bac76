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
