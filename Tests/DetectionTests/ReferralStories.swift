import Access
import Basics
import CaseFixtures
import Detection
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Web
import WebFixtures

@Suite struct `A referral` {
    @Test(arguments: Databases.all) func `goes from danger to the authority, which sees it with its clocks`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            let danger = try await play.begin(["danger-exploiter_near": "yes"])
            // A yes shows at once what to do, and whom to call.
            #expect(danger.path.hasSuffix("/act-now") && danger.text.contains("555 0101"))
            #expect(danger.page.faults == [])

            let sent = try await play.send(signs: ["sign-documents_held": "yes", "sign-met_online": "no"])
            #expect(sent.status == 200 && sent.text.contains("harbour gate") && sent.text.contains("Identification Office"))
            let file = try await play.file()
            let seen = try await cast.officer.visitor.open("/work/cases/\(file)")
            #expect(seen.status == 200 && seen.text.contains("Take the referral up"))
            #expect(try await cast.officer.visitor.open("/work").text.contains("new referral"))
            let row = try await site.database.read { tx in
                try tx.row("SELECT ground, parts FROM case_share WHERE case_id = \(file) AND seat = 'identification'") {
                    ($0.text(0), $0.text(1))
                }
            }
            #expect(row?.0 == "own_consent" && row?.1 == "summary identity experience services legal interviews")
            #expect(
                try await play.count("SELECT count(*) FROM consent WHERE case_id = \(file) AND answer = 'yes' AND language = 'ar'") == 1)
            // The draft that was sent is gone; the one that was begun before it still waits.
            #expect(try await play.count("SELECT count(*) FROM draft") == 1)
            #expect(seen.text.contains("Recruitment") || seen.text.contains("Documents"))
        }
    }

    @Test(arguments: Databases.all) func `of a child asks nobody for consent, and tells those who protect children`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            for age in ["child", "unsure"] {
                let play = ReferralPlay(site: site, player: cast.guardAtBorder)
                try await play.fillIn(age: age, birth: age == "child" ? "2012" : nil)
                let check = cast.guardAtBorder.visitor
                let last = await check.last
                #expect(last.path.hasSuffix("/steps/check") && !last.text.contains("name=\"consent\""))
                // Nor does the server take an answer that somebody sends all the same.
                let address = last.path.replacingOccurrences(of: "/check", with: "/consent")
                #expect(try await check.open(address).path.hasSuffix("/steps/check"))
                let form = try #require(
                    await check.last.page.all("form").first { ($0.attributes["action"] ?? "").hasSuffix("/submission") })
                let hidden = Visitor.prefilled(form)
                let refused = try await check.send(address, hidden + [("consent", "yes"), ("explained", "spoken"), ("evidence", "spoken")])
                #expect(refused.status == 422 && refused.text.contains("Ask the guardian"))
                try await check.open(last.path)
                let sent = try await check.fill("/submission")
                #expect(sent.status == 200 && sent.text.contains("Child Protection Board"))
                let file = try await play.file()
                #expect(try await play.count("SELECT count(*) FROM consent WHERE case_id = \(file)") == 0)
                let grounds = try await site.database.read { tx in
                    try tx.rows("SELECT seat, ground FROM case_share WHERE case_id = \(file) AND seat <> 'keeper' ORDER BY seat") {
                        $0.text(0) + " " + $0.text(1)
                    }
                }
                #expect(grounds == ["child_protection child_protection", "identification child_protection"])
                let clocks = try await site.database.read { tx in
                    try tx.rows("SELECT kind FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL ORDER BY kind") { $0.text(0) }
                }
                #expect(clocks == ["child.guardian", "child.notified", "decision.acknowledgement", "decision.presumption"])
                #expect(try await cast.childOfficer.visitor.open("/work/cases/\(file)").status == 200)
            }
            #expect(try await cast.childOfficer.visitor.open("/work").text.contains("guardian"))
        }
    }

    @Test(arguments: Databases.all) func `does not take somebody for an adult whose birth date may say otherwise`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            try await play.begin()
            let visitor = cast.guardAtBorder.visitor
            try await visitor.fill("/steps/setting", ["setting": "police", "age": "adult"])
            try await visitor.fill("/steps/signs")
            let refused = try await visitor.fill("/steps/person", ["names": "Amina Example", "birth-year": "2010"])
            #expect(refused.status == 422 && refused.text.contains("may be under 18"))
        }
    }

    @Test(arguments: Databases.all) func `is saved at each Continue, gone on with by a colleague, and thrown away`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.fillIn(names: "Amina Secretname")
            let rows = try await site.database.read { tx in
                try tx.rows("SELECT id, content FROM draft") { (try $0.id(0, of: CaseFile.self), $0.bytes(1)) }
            }
            #expect(rows.count == 1)
            // Nothing of it can be read in the row.
            #expect(!String(decoding: rows[0].1, as: UTF8.self).contains("Secretname"))
            let list = try await cast.colleague.visitor.open("/work/referrals")
            #expect(list.text.contains("Go on with it") && !list.text.contains("Secretname"))
            let draft = "/work/referrals/drafts/\(rows[0].0)"
            #expect(try await cast.colleague.visitor.open(draft).path == draft + "/steps/consent")
            #expect(try await cast.colleague.visitor.open(draft + "/steps/person").text.contains("Amina Secretname"))
            // Whoever is of another organisation finds nothing there, in the same words as for a draft that never was.
            for path in ["", "/steps/person", "/act-now"] {
                #expect(try await cast.guardAtBorder.visitor.open(draft + path).status == 404)
            }
            let never = try await cast.guardAtBorder.visitor.open("/work/referrals/drafts/\(ID<CaseFile>.new(at: site.clock.now))")
            #expect(never.status == 404)
            try await cast.colleague.visitor.open(draft + "/steps/person")
            try await cast.colleague.visitor.fill("/removal")
            #expect(try await play.count("SELECT count(*) FROM draft") == 0)
            #expect(try await cast.worker.visitor.open(draft).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `sent twice is one referral`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.fillIn()
            try await cast.worker.visitor.fill("/steps/consent", ["consent": "yes", "explained": "spoken", "evidence": "signed"])
            let form = try #require(
                await cast.worker.visitor.last.page.all("form").first { ($0.attributes["action"] ?? "").hasSuffix("/submission") })
            let address = try #require(form.attributes["action"])
            // A seal sent again is answered from memory; the second comes without one memory of the first, from a colleague.
            try await cast.colleague.visitor.open("/work/referrals/drafts/" + address.split(separator: "/")[3] + "/steps/check")
            async let one = cast.worker.visitor.fill("/submission")
            async let two = cast.colleague.visitor.fill("/submission")
            let replies = try await [one, two]
            #expect(replies.map(\.status) == [200, 200])
            #expect(replies[0].path == replies[1].path)
            #expect(try await play.count("SELECT count(*) FROM referral") == 1)
            #expect(try await play.count("SELECT count(*) FROM person") == 1)
        }
    }

    @Test(arguments: Databases.all) func `by sixty-four people at once has sixty-four codes`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let desk = ReferralDesk(site.room)
            let actor = cast.guardAtBorder.actor
            let answers = [
                ("setting", "border"), ("age", "adult"), ("names", "Amina Example"), ("consent", "yes"), ("explained", "spoken"),
                ("evidence", "signed"),
            ]
            let form = FormBody(Query(answers.map { (name: $0.0, value: $0.1) }))
            var drafts: [ID<Draft>] = []
            for _ in 0..<64 {
                drafts.append(
                    try await SealedDrafts(site.room, for: .raiseReferral).save(
                        form, as: nil, kind: "referral", for: actor, at: site.clock.now))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for draft in drafts { group.addTask { _ = try await desk.send(draft, by: actor) } }
                try await group.waitForAll()
            }
            let codes = try await site.database.read { tx in try tx.rows("SELECT code FROM case_file") { $0.text(0) } }
            #expect(codes.count == 64 && Set(codes).count == 64)
        }
    }

    @Test(arguments: Databases.all) func `is refused in words where no authority is named`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            try await site.database.write { tx in try tx.run("DELETE FROM competent_authority") }
            let play = ReferralPlay(site: site, player: cast.worker)
            let refused = try await play.send()
            #expect(refused.status == 422 && refused.text.contains("No competent authority"))
            // Nothing was written, and the draft is still there.
            #expect(try await play.count("SELECT count(*) FROM person") == 0)
            #expect(try await play.count("SELECT count(*) FROM draft") == 1)
        }
    }

    @Test(arguments: Databases.all) func `written on paper keeps its day and hour`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let visitor = cast.worker.visitor
            let blank = try await visitor.open("/work/referrals/paper/self_report")
            #expect(blank.status == 200 && blank.page.faults == [])
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.begin()
            let tomorrow = site.room.day(of: site.clock.now).adding(days: 1).parts
            let refused = try await visitor.fill(
                "/steps/setting",
                [
                    "setting": "self_report", "age": "unsure", "paper-day": "\(tomorrow.day)", "paper-day-month": "\(tomorrow.month)",
                    "paper-day-year": "\(tomorrow.year)",
                ])
            #expect(refused.status == 422)
            let past = site.room.day(of: site.clock.now).adding(days: -3)
            try await visitor.fill(
                "/steps/setting",
                [
                    "setting": "self_report", "age": "unsure", "paper-day": "\(past.parts.day)", "paper-day-month": "\(past.parts.month)",
                    "paper-day-year": "\(past.parts.year)", "paper-time": "19:30",
                ])
            for step in ["signs", "person", "needs"] { try await visitor.fill("/steps/\(step)") }
            #expect(try await visitor.fill("/submission").status == 200)
            let opened = try await site.database.read { tx in try tx.row("SELECT opened_at FROM case_file") { $0.instant(0) } }
            #expect(opened == site.room.profile.calendar.start(of: past) + .hours(19) + .minutes(30))
        }
    }

    @Test(arguments: Databases.all) func `of somebody who cannot answer stays at home until they are asked again`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.fillIn()
            try await cast.worker.visitor.fill("/steps/consent", ["consent": "not_able_now"])
            let sent = try await cast.worker.visitor.fill("/submission")
            #expect(
                sent.status == 200 && sent.text.contains("nobody outside your organisation") && sent.text.contains("Ask the person again"))
            let file = try await play.file()
            #expect(try await cast.officer.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await play.count("SELECT count(*) FROM case_share WHERE seat <> 'keeper'") == 0)
            site.clock.pass(.minutes(5))
            let answered = try await cast.worker.visitor.fill(
                "/second-asking", ["consent": "yes", "explained": "spoken", "evidence": "witnessed"])
            #expect(answered.status == 200 && answered.text.contains("Identification Office"))
            #expect(try await cast.officer.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await play.count("SELECT count(*) FROM case_clock WHERE kind = 'consent.ask-again' AND outcome = 'met'") == 1)
        }
    }

    @Test(arguments: Databases.all) func `is followed by those who raised it, who can add to it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            let sent = try await play.send()
            let file = try await play.file()
            let added = try await cast.guardAtBorder.visitor.fill(
                "/additions", ["note": "A grey van waited outside.", "sign-escorted_at_crossing": "yes"])
            #expect(added.status == 200 && !added.text.contains("grey van"))
            #expect(try await cast.officer.visitor.open("/work").text.contains("Information was added"))
            let notes = try await cast.officer.visitor.open("/work/cases/\(file)/detection")
            #expect(notes.status == 200 && notes.text.contains("A grey van waited outside."))
            // The row holds it sealed, and the timeline, the notices and the audit not at all.
            #expect(try await play.count("SELECT count(*) FROM case_event WHERE detail LIKE '%van%'") == 0)
            #expect(try await play.count("SELECT count(*) FROM audit_row WHERE detail LIKE '%van%' OR detail LIKE '%Amina%'") == 0)
            try await site.database.write { tx in try tx.run("UPDATE case_file SET stage = 'presumed' WHERE id = \(file)") }
            #expect(try await cast.guardAtBorder.visitor.open(sent.path).text.contains("Presumed victim"))
            // Somebody of another organisation, and somebody barred from the file, find nothing.
            for path in [sent.path, "/work/cases/\(file)/detection"] {
                #expect(try await cast.stranger.visitor.open(path).status == 404)
            }
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, account_id, asked_by, barred_by, barred_at)
                    SELECT \(ID<CaseFile>.new(at: site.clock.now)), \(file), \(cast.guardAtBorder.actor.account), 'person', id, 1
                    FROM account ORDER BY id LIMIT 1
                    """
                )
            }
            #expect(try await cast.guardAtBorder.visitor.open(sent.path).status == 404)
            #expect(!(try await cast.guardAtBorder.visitor.open("/work/referrals").text.contains("harbour gate")))
        }
    }

    @Test(arguments: Databases.all) func `with nothing to add, or closed meanwhile, shows its form again and says so`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let visitor = cast.guardAtBorder.visitor
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            let sent = try await play.send()
            let empty = try await visitor.fill("/additions")
            #expect(empty.status == 422 && empty.page.faults == [])
            let told = empty.page.element(id: "problems")
            #expect(told?.text.contains("Write something, or answer a question") == true)
            #expect(told?.all("a").first?.attributes["href"] == "#note" && empty.page.element(id: "note") != nil)
            #expect(try await play.count("SELECT count(*) FROM referral_addition") == 0)
            try await visitor.open(sent.path)
            let file = try await play.file()
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET closed_at = 1, closure_reason = 'opened_in_error' WHERE id = \(file)")
            }
            let closed = try await visitor.fill("/additions", ["note": "A grey van waited outside."])
            #expect(closed.status == 422 && closed.page.element(id: "problems")?.text.contains("This file is closed") == true)
        }
    }

    // A person may speak a language that the country has no sheets in.
    @Test(arguments: Databases.all) func `asks for the language of the person among all there are`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let visitor = cast.guardAtBorder.visitor
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            try await play.begin()
            try await visitor.fill("/steps/setting", ["setting": "border", "age": "adult"])
            let page = try await visitor.fill("/steps/signs").page
            let offered = page.element(id: "language")?.all("option").compactMap { $0.attributes["value"] } ?? []
            #expect(offered.prefix(2) == ["", "en"] && offered.contains("ti") && offered.last == "mis")
            #expect(Set(offered).count == offered.count)
            try await visitor.fill("/steps/person", ["names": "Amina Example", "birth-year": "1998", "language": "ti"])
            let asking = try await visitor.fill("/steps/needs", ["label": "harbour gate"]).page
            // In the same words as in the ledger and on paper.
            for words in ["How the answer was given", "Spoken answer before a witness", "Signed answer", "Through an interpreter"] {
                #expect(asking.text.contains(words), "\(words)")
            }
            let asked = try await visitor.fill(
                "/steps/consent", ["consent": "yes", "explained": "interpreter", "evidence": "spoken", "explained-in": "ti"])
            #expect(asked.status == 200)
            #expect(try await visitor.fill("/submission").status == 200)
            #expect(try await play.count("SELECT count(*) FROM person WHERE language = 'ti'") == 1)
            #expect(try await cast.officer.visitor.open("/work/cases/\(play.file())").text.contains("Tigrinya"))
        }
    }

    // Several of a kind on one morning are told apart.
    @Test(arguments: Databases.all) func `names its file in each notice`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            try await play.send(names: "Amina Example")
            let first = try await play.code()
            try await play.send(names: "Bola Example")
            let second = try await play.code()
            let page = try await cast.officer.visitor.open("/work").page
            let notices = page.all("li").map(\.text).filter { $0.contains("Put away") }
            #expect(notices.filter { $0.contains(first) }.count == 1, "\(notices)")
            #expect(notices.filter { $0.contains(second) }.count == 1, "\(notices)")
        }
    }

    // P1: whoever met the person sees the state afterwards and can add information, also when others look after them.
    @Test(arguments: Databases.all) func `is still found by whoever raised it after the file was handed over`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            let sent = try await play.send()
            // The way on stands on the page that follows the sending.
            let file = try await play.file()
            #expect(sent.text.contains("Hand the file over to another organisation"))
            #expect(sent.page.all("a").contains { $0.attributes["href"]?.hasSuffix("/work/cases/\(file)/transfer") ?? false })
            let (harbour, supervisor) = (cast.worker.actor.organisation, cast.supervisor.actor.account)
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET organisation_id = \(harbour), raised_by = \(supervisor) WHERE id = \(file)")
            }
            let bogdan = cast.guardAtBorder.visitor
            #expect(try await bogdan.open("/work/cases/\(file)").status == 404)
            let list = try await bogdan.open("/work/referrals?whose=me")
            #expect(list.text.contains("harbour gate") && list.text.contains("Harbour House"))
            let page = try await bogdan.open(sent.path)
            #expect(page.text.contains("Harbour House") && page.text.contains("looks after the person now"))
            #expect(!page.page.all("a").contains { $0.attributes["href"]?.hasSuffix("/transfer") ?? false })
            try await bogdan.fill("/additions", ["note": "A grey van waited outside."])
            #expect(try await cast.supervisor.visitor.open("/work").text.contains("Information was added"))
        }
    }

    // promise 28: notes go with the person.
    @Test(arguments: Databases.all) func `keeps nothing of its notes when the person is erased`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let play = ReferralPlay(site: site, player: cast.worker)
            try await play.send()
            try await cast.worker.visitor.fill("/additions", ["note": "A grey van waited outside."])
            let file = try await play.file()
            let person = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.person })
            _ = try await site.room.erasure.erase(person, at: site.clock.now)
            #expect(try await play.count("SELECT count(*) FROM referral_addition WHERE note IS NOT NULL") == 0)
            #expect(try await play.count("SELECT count(*) FROM person_to_match_token") == 0)
        }
    }
}
