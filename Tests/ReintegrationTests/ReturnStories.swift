import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Reintegration
import Store
import Testing
import WebFixtures

private func story(_ kind: DatabaseKind, path: ProtectionPath = .adult, _ tell: (ReturnCast) async throws -> Void) async throws {
    try await kind.withCaseSite([ReintegrationBranch.branch]) { site in try await tell(ReturnCast(site, path: path)) }
}

@Suite struct `A return` {
    @Test(arguments: Databases.all) func `is prepared, agreed, made and confirmed, with the person’s own consent`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { it in
            let empty = try await it.cast.worker.visitor.open("/work/returns")
            #expect(empty.status == 200 && empty.page.faults == [])
            #expect(try await it.begin().status == 200)
            // Nothing is concluded before the three ways are weighed, risks assessed and non-refoulement checked.
            #expect(try await it.step("conclusion").status == 422)
            try await it.weighAll()
            #expect(try await it.step("conclusion").status == 422)
            #expect(try await it.assess().status == 200)
            #expect(try await it.check().status == 200)
            #expect(try await it.namePartner().status == 200)
            try await it.step("conclusion")
            #expect(try await it.plan().stage == "assessed")
            // Nobody authorises it without the person's consent.
            #expect(try await it.step("agreement", by: it.cast.supervisor).text.contains("consent to planning a return"))
            #expect(try await it.plan().stage == "assessed")
            try await it.consent()
            try await it.step("agreement", by: it.cast.supervisor)
            #expect(try await it.plan() == ("agreed", "own_consent", nil))
            // No journey without its days; none of it reached the partner before it was shared.
            #expect(try await it.step("departure").status == 422)
            #expect(try await it.cast.returnPartner.visitor.open("/work/cases/\(it.file)/return").status == 404)
            try await it.step("sharing")
            try await it.planTravel()
            try await it.step("departure")
            #expect(try await it.plan().stage == "travelling")
            // The worker can't confirm what only the partner sees.
            #expect(try await it.step("arrival", it.day("arrived", it.today)).status == 422)
            #expect(try await it.arrive().status == 200)
            #expect(try await it.plan().stage == "arrived")
            #expect(try await it.notices("return.arrived", for: it.cast.worker) == 1)
            let page = try await it.cast.worker.visitor.open("/work/cases/\(it.file)/return")
            #expect(page.page.text.contains("voluntary") && page.text.contains("her mother Ngozi") && page.page.faults == [])
            #expect(try await it.cast.worker.visitor.open("/work/returns").text.contains("night market"))
            let file = try await it.cast.worker.visitor.open("/work/cases/\(it.file)")
            #expect(file.status == 200 && file.page.faults == [] && file.page.text.contains("Arrival confirmed"))
        }
    }

    @Test(arguments: Databases.all) func `is never arranged over a serious risk, by anybody and on any ground`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { it in
            try await it.prepare(["reprisal": 3])
            try await it.consent()
            let refused = try await it.step("agreement", by: it.cast.supervisor)
            #expect(refused.status == 422 && refused.text.contains("serious risk is unresolved"))
            #expect(try await it.step("agreement", ["override": "court_removal"], by: it.cast.supervisor).status == 422)
            #expect(try await it.plan() == ("assessed", nil, nil))
            // Scored lower, it says why; then the way is free.
            #expect(try await it.assess().status == 422)
            #expect(try await it.assess(mitigation: "the uncle who threatened is in prison").status == 200)
            try await it.step("agreement", by: it.cast.supervisor)
            #expect(try await it.plan().stage == "agreed")
            // A new risk takes the agreement back …
            #expect(try await it.assess(["persecution": 3]).status == 200)
            #expect(try await it.plan() == ("assessed", nil, nil))
            #expect(try await it.step("departure").status == 422)
            // … and the tables themselves hold no journey over one.
            await #expect(throws: (any Error).self) {
                try await it.site.database.write { tx in
                    try tx.run("UPDATE return_plan SET stage = 'arrived', basis = 'own_consent' WHERE serious_risks > 0")
                }
            }
        }
    }

    @Test(arguments: Databases.all) func `stops when a serious risk is found on the way`(_ kind: DatabaseKind) async throws {
        try await story(kind) { it in
            try await it.prepare()
            try await it.consent()
            try await it.setOut()
            #expect(try await it.assess(["reprisal": 3]).status == 200)
            #expect(try await it.plan() == ("stopped", "own_consent", "serious_risk"))
            #expect(try await it.cast.returnPartner.visitor.open("/work/cases/\(it.file)/return").status == 404)
        }
    }

    @Test(arguments: Databases.all) func `is stopped at the airport when the person withdraws consent`(_ kind: DatabaseKind) async throws {
        try await story(kind) { it in
            try await it.prepare()
            try await it.consent([.homeward, .identity])
            try await it.setOut()
            #expect(try await it.cast.returnPartner.visitor.open("/work/cases/\(it.file)/return").status == 200)
            #expect(try await it.step("withdrawal").status == 200)
            #expect(try await it.plan() == ("stopped", "own_consent", "consent_withdrawn"))
            #expect(try await it.cast.returnPartner.visitor.open("/work/cases/\(it.file)/return").status == 404)
            #expect(try await it.notices("return.stopped", for: it.cast.returnPartner) == 1)
            #expect(try await it.notices("return.stopped", for: it.cast.worker) == 1)
            #expect(try await it.count("SELECT count(*) FROM consent WHERE withdrawn_at IS NOT NULL") == 1)
            #expect(try await it.count("SELECT count(*) FROM case_clock WHERE kind = 'return.arrival' AND stopped_at IS NULL") == 0)
            // A new one may be weighed afterwards.
            #expect(try await it.begin().status == 200)
            #expect(try await it.plan().stage == "considering")
        }
    }

    @Test(arguments: Databases.all) func `stops when consent is withdrawn in the ledger, and nobody sets out meanwhile`(
        _ kind: DatabaseKind
    ) async throws {
        try await story(kind) { it in
            try await it.prepare()
            let consent = try await it.consent()
            try await it.step("agreement", by: it.cast.supervisor)
            try await it.planTravel()
            let (file, now) = (it.file, it.site.clock.now)
            try await it.site.room.gate.change(.recordConsent, on: file, for: it.cast.worker.actor) { tx, permit in
                try ConsentLedger.withdraw(consent, in: file, under: permit, at: now, tx: tx)
            }
            #expect(try await it.step("departure").status == 422)
            it.site.clock.pass(.minutes(2))
            #expect(try await it.site.runJobs().failed == [:])
            #expect(try await it.plan().reason == "consent_withdrawn")
        }
    }

    @Test(arguments: Databases.all) func `of a child needs the guardian and a determination in favour`(_ kind: DatabaseKind) async throws {
        try await story(kind, path: .child) { it in
            try await it.prepare()
            #expect(try await it.step("agreement", by: it.cast.supervisor).text.contains("guardian"))
            await #expect(throws: ConsentRefused.childNotAsked) { try await it.consent() }
            try await it.cast.nameGuardian(of: it.file)
            try await it.consent(by: .guardian(it.cast.guardian.actor.account))
            #expect(try await it.step("agreement", by: it.cast.supervisor).text.contains("best-interests determination"))
            #expect(try await it.plan().stage == "assessed")
            // One that decided that the child stays is none in favour.
            try await it.determine("decided", "stay")
            #expect(try await it.step("agreement", by: it.cast.supervisor).status == 422)
            // One that is being looked at again is none either.
            try await it.determine("decided", "care_return")
            try await it.determine("reviewed", "risk")
            #expect(try await it.step("agreement", by: it.cast.supervisor).status == 422)
            try await it.determine("decided", "family_return")
            try await it.step("agreement", by: it.cast.supervisor)
            #expect(try await it.plan() == ("agreed", "guardian", nil))
        }
    }

    @Test(arguments: Databases.all) func `that an authority overrides is never called voluntary`(_ kind: DatabaseKind) async throws {
        try await story(kind) { it in
            try await it.prepare()
            try await it.step("agreement", ["override": "extradition"], by: it.cast.supervisor)
            #expect(try await it.plan() == ("agreed", "override", nil))
            #expect(try await it.cast.worker.visitor.open("/work/cases/\(it.file)/return").page.text.contains("not voluntary"))
        }
    }

    @Test(arguments: Databases.all) func `without a confirmed arrival alarms the partner and those who sent the person`(
        _ kind: DatabaseKind
    ) async throws {
        try await story(kind) { it in
            try await it.prepare()
            try await it.consent()
            try await it.setOut()
            it.site.clock.pass(.days(3))
            #expect(try await it.site.runJobs().failed == [:])
            #expect(try await it.notices("return.arrival-missing", for: it.cast.worker) == 1)
            #expect(try await it.notices("return.arrival-missing", for: it.cast.supervisor) == 1)
            #expect(try await it.notices("clock.late", for: it.cast.returnPartner) == 1)
        }
    }

    @Test(arguments: Databases.all) func `that two decide at once is decided once, and the second learns of it`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { it in
            try await it.prepare()
            try await it.consent()
            let second = try await it.site.person("selma", roles: ["case-supervisor"], in: it.cast.supervisor.actor.organisation)
            for player in [it.cast.supervisor, second] { try await player.visitor.open("/work/cases/\(it.file)/return/agreement") }
            #expect(try await it.cast.supervisor.visitor.fill("/return/agreement").status == 200)
            let late = try await second.visitor.fill("/return/agreement")
            #expect(late.status == 409 && late.text.contains("Somebody else has changed this"))
        }
    }

    @Test(arguments: Databases.all) func `shows a partner the return alone, and who it is where the person agreed`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { it in
            try await it.prepare()
            try await it.consent()
            try await it.step("agreement", by: it.cast.supervisor)
            // The consent does not cover the identity.
            #expect(try await it.step("sharing", ["identity": "yes"]).status == 422)
            try await it.step("sharing")
            let partner = it.cast.returnPartner.visitor
            #expect(try await partner.open("/work/cases/\(it.file)/return").status == 200)
            #expect(try await partner.open("/work/cases/\(it.file)/identity").status == 404)
            #expect(try await partner.open("/work/cases/\(it.file)/claims").status == 403)
            try await it.consent([.homeward, .identity])
            #expect(try await it.step("sharing", ["identity": "yes"]).status == 200)
            try await partner.open("/work/cases/\(it.file)/identity")
            #expect(try await partner.fill("/identity", ["purpose": "meet her at the airport"]).text.contains("Amina Example"))
        }
    }

    // promise 2: not for strangers.
    @Test(arguments: Databases.all) func `is not there for strangers, on any of its addresses`(_ kind: DatabaseKind) async throws {
        try await story(kind) { it in
            try await it.prepare()
            let stranger = it.cast.stranger.visitor
            let base = "/work/cases/\(it.file)"
            for path in [
                "return", "return/risk", "return/agreement", "removal", "reintegration", "reintegration/stay", "claims", "claims/new",
            ] {
                #expect(try await stranger.open("\(base)/\(path)").status == 404, "\(path)")
            }
            #expect(try await stranger.open("/work/returns").text.contains("night market") == false)
            #expect(try await stranger.open("/work/removals").text.contains("night market") == false)
            #expect(try await stranger.open("/work/reintegration").text.contains("night market") == false)
        }
    }
}

@Suite struct `A removal against assessment` {
    @Test(arguments: Databases.all) func `is recorded as what it is, alarms, and is never listed among returns`(_ kind: DatabaseKind)
        async throws
    {
        try await story(kind) { it in
            try await it.prepare(["reprisal": 3])
            try await it.consent()
            let supervisor = it.cast.supervisor.visitor
            try await supervisor.open("/work/cases/\(it.file)/removal")
            let values = ["authority": "police", "office": "Unit of Officer Example", "ground": "none_given", "country": "NGA"]
            let done = try await supervisor.fill("/removal", values.merging(it.day("removed", it.today)) { $1 })
            #expect(done.status == 200 && done.page.text.contains("Removals against assessment"))
            #expect(done.page.text.contains("badge good") == false)
            #expect(try await it.plan() == ("removed", nil, nil))
            #expect(try await it.count("SELECT serious_risks FROM removal") == 1)
            #expect(try await it.notices("removal.recorded", for: it.cast.supervisor) == 1)
            #expect(try await it.notices("removal.counted", for: it.cast.rapporteur) == 1)
            // Whoever counts for the node is told of no file, not even by its code.
            let counted = try await Inbox(gate: it.site.room.gate).notices(for: it.cast.rapporteur.actor).first
            #expect(counted?.code == nil)
            let inbox = try await it.cast.rapporteur.visitor.open("/work")
            #expect(inbox.text.contains("removal against assessment was recorded"))
            #expect(!inbox.text.contains("\(it.file)") && !inbox.text.contains("night market"))
            #expect(try await it.cast.worker.visitor.open("/work/returns").text.contains("night market") == false)
            #expect(try await it.cast.worker.visitor.open("/work/removals").text.contains("night market"))
            // The worker, who prepares returns, can't record one.
            #expect(try await it.cast.worker.visitor.open("/work/cases/\(it.file)/removal").status == 403)
        }
    }
}

@Suite struct `What was written about a return` {
    // promise 28: texts go with the person.
    @Test(arguments: Databases.all) func `goes when the person is erased, and what is coded stays`(_ kind: DatabaseKind) async throws {
        try await story(kind) { it in
            try await it.prepare()
            let file = it.file
            let person = try await it.site.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
            #expect(try await it.count("SELECT count(*) FROM return_option WHERE pro IS NOT NULL") == 3)
            if let person { _ = try await it.site.room.erasure.erase(person, at: it.site.clock.now) }
            #expect(try await it.count("SELECT count(*) FROM return_option WHERE pro IS NOT NULL OR own_view IS NOT NULL") == 0)
            #expect(try await it.count("SELECT count(*) FROM return_option") == 3)
            #expect(try await it.cast.worker.visitor.open("/work/cases/\(file)/return").status == 200)
        }
    }
}
