import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Guardianship

@Suite struct `A determination of best interests` {
    @Test(arguments: Databases.all) func `goes through every step, and only then carries a share`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let officer = children.officer.visitor
            let one = try await children.openDetermination(file)
            #expect(try await officer.open(one).page.faults == [])
            // No step is skipped, whatever is sent.
            for part in ["hearing", "decision", "review", "share"] {
                await #expect(throws: Visitor.NoSuchForm.self) { try await officer.fill("/\(part)") }
                try await officer.open(one)
            }
            try await children.addOption(one, "stay")
            // One option is no choice.
            #expect(try await officer.open(one).text.contains("/hearing\"") == false)
            try await children.addOption(one, "family_return")
            let twice = try await children.addOption(one, "stay")
            #expect(twice.status == 422)
            // Nobody is heard before there is a guardian to hear.
            let orphan = try await children.hear(one)
            #expect(orphan.status == 422 && orphan.text.contains("no guardian yet"))
            try await children.vet(children.guardian)
            try await children.appoint(children.guardian, to: file)
            // The language in which a child was asked is asked for where it is needed, at its own field.
            let languageless = try await children.hear(one, ["language": ""])
            #expect(languageless.status == 422 && languageless.text.contains("The child was not asked"))
            let unsaid = try await children.hear(one, ["child-note": ""])
            #expect(unsaid.status == 422)
            let how = try await children.hear(one, ["how": "not_asked"])
            #expect(how.status == 422 && how.text.contains("how the child was asked"))
            #expect(try await children.hear(one).status == 200)
            let small = try await children.decide(one)
            #expect(small.status == 422 && small.text.contains("three members"))
            for name in ["Mara Example", "Nils Example", "Odile Example"] { try await children.addMember(one, name, children.officer) }
            let single = try await children.decide(one)
            #expect(single.status == 422 && single.text.contains("two organisations"))
            try await children.addMember(one, "Pia Example", children.cast.provider)
            // The last day that is taken stands there: 90 days after 21 November 2026.
            #expect(try await officer.open(one).text.contains("2027-02-19"))
            let never = try await children.decide(one, review: "2028-01-01")
            #expect(never.status == 422 && never.text.contains("review day"))
            let decided = try await children.decide(one)
            #expect(decided.status == 200 && decided.text.contains("Stay in this country") && decided.text.contains("closer to her aunt"))
            #expect(try await children.clocks(file).contains("child.best-interests"))
            // And now it carries a share, with its own number as the ground.
            #expect(try await children.cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await children.share(one, with: children.cast.provider).status == 200)
            #expect(try await children.cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            let codes = try await children.site.database.read { tx in
                try tx.rows("SELECT ground_code FROM disclosure WHERE case_id = \(file) AND ground = 'best_interests'") { $0.text(0) }
            }
            #expect(codes == [String(one.suffix(36)).replacing("-", with: "")])
        }
    }

    @Test(arguments: Databases.all) func `is looked at again on new facts, and carries nothing meanwhile`(_ kind: DatabaseKind) async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.decidedDetermination(file)
            let officer = children.officer.visitor
            let sharing = try await officer.open(one)
            #expect(sharing.text.contains("/share\""))
            try await children.secondOfficer.visitor.open(one)
            #expect(try await officer.fill("/review", ["facts": "family"]).status == 200)
            // Somebody who still has the page open can't share on it.
            let late = try await children.secondOfficer.visitor.fill(
                "/share",
                ["recipient": "\(children.cast.provider.actor.organisation)", "purpose": "service_referral", "parts": "care"])
            #expect(late.status == 422 && late.text.contains("looked at again"))
            #expect(try await children.hear(one).status == 200)
            #expect(try await children.decide(one, "family_return").status == 200)
            // Both decisions stay to be read.
            let text = try await officer.open(one).text
            #expect(text.contains("Return to the family") && text.contains("Stay in this country"))
        }
    }

    @Test(arguments: Databases.all) func `is decided once by two who decide at once`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.heardDetermination(file)
            try await children.secondOfficer.visitor.open(one)
            #expect(try await children.decide(one).status == 200)
            let second = try await children.secondOfficer.visitor.fill(
                "/decision",
                ["chosen": "family_return", "reasons": "mother called"].merging(ChildCast.day("review-on", "2027-01-10")) { $1 })
            #expect(second.status == 409 || second.status == 422)
            let decisions = try await children.site.database.read { tx in try tx.count("SELECT count(*) FROM best_interests_decision") }
            #expect(decisions == 1)
        }
    }

    @Test(arguments: Databases.all) func `has each member of its panel once, and lets one go before it decides`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withChildren { children in
            let file = try await children.child()
            let officer = children.officer.visitor
            let one = try await children.openDetermination(file)
            #expect(try await children.addMember(one, "Mara Example", children.officer).status == 200)
            for again in ["Mara Example", "mara  EXAMPLE", " Mára example "] {
                let twice = try await children.addMember(one, again, children.cast.provider)
                #expect(twice.status == 422 && twice.text.contains("sits on the panel already"), "\(again)")
            }
            #expect(try await children.addMember(one, "Nils Example", children.officer).status == 200)
            let page = try await officer.open(one)
            let seats = page.page.all("li").filter { $0.text.contains("Take off the panel") }
            #expect(seats.count == 2)
            let mara = try #require(seats.first { $0.text.contains("Mara Example") })
            let end = try #require(mara.all("form").first?.attributes["action"])
            try await children.secondOfficer.visitor.open(one)
            let left = try await officer.fill(end)
            #expect(left.status == 200 && !left.text.contains("Mara Example") && left.text.contains("Nils Example"))
            let second = try await children.secondOfficer.visitor.fill(end)
            #expect(second.status == 422 && second.text.contains("not on the panel any more"))
            // The timeline says that it happened and who did it, and no name.
            let changes = try await children.events(file).filter { $0.hasPrefix("best-interests.panel") }.sorted()
            #expect(changes == ["best-interests.panel: joined", "best-interests.panel: joined", "best-interests.panel: left"])
            let by = children.officer.actor.account
            let isTold = try await children.site.database.read { tx in
                try tx.exists("SELECT 1 FROM case_event WHERE kind = 'best-interests.panel' AND detail = 'left' AND account_id = \(by)")
            }
            #expect(isTold)
            // Whoever was taken off may come back.
            #expect(try await children.addMember(one, "Mara Example", children.officer).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `keeps its panel once it is decided`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            let one = try await children.decidedDetermination(file)
            #expect(try await children.officer.visitor.open(one).text.contains("/panel/") == false)
            let id = try #require(ID<BestInterests>(String(one.split(separator: "/").last ?? "")))
            let member = try await children.site.database.read { tx in
                try tx.row("SELECT id FROM best_interests_member LIMIT 1") { try $0.id(0, of: BestInterests.Member.self) }
            }
            await #expect(throws: BestInterestsRefused.notThisStage) {
                try await Determinations(children.site.room)
                    .removeMember(try #require(member), from: id, in: file, by: children.officer.actor)
            }
            #expect(try await children.cast.stranger.visitor.open(one).status == 404)
        }
    }

    @Test(arguments: Databases.all) func `rises to the authority when its day has passed`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            _ = try await children.decidedDetermination(file)
            children.site.clock.pass(.days(70))
            _ = try await children.site.runJobs()
            let officer = try await children.site.signIn(children.officer.actor.account)
            #expect(try await officer.visitor.open("/work").text.contains("is late"))
            #expect(try await officer.visitor.open("/work/children?determination=due&due=late").text.contains("\(file)"))
        }
    }
}

extension ChildCast {
    func openDetermination(_ file: ID<CaseFile>, _ question: String = "durable_solution") async throws -> String {
        try await officer.visitor.open("/work/cases/\(file)/childhood/determinations")
        let reply = try await officer.visitor.fill("/childhood/determinations", ["question": question])
        #expect(reply.status == 200)
        return reply.path
    }

    @discardableResult
    func addOption(_ one: String, _ option: String) async throws -> Reply {
        try await officer.visitor.open(one)
        return try await officer.visitor.fill(
            "/options", ["option": option, "speaks-for": "closer to her aunt", "speaks-against": "far from the sea"])
    }

    @discardableResult
    func addMember(_ one: String, _ name: String, _ player: CasePlayer) async throws -> Reply {
        try await officer.visitor.open(one)
        return try await officer.visitor.fill(
            "/panel", ["member": name, "member-of": "\(player.actor.organisation)", "profession": "social_work"])
    }

    func hear(_ one: String, _ other: [String: String] = [:]) async throws -> Reply {
        try await officer.visitor.open(one)
        let answers = [
            "guardian-note": "wants what she wants", "view": "agrees", "how": "talk", "language": "en",
            "child-note": "I want to stay at school",
            "weight": "followed",
        ].merging(Self.day("guardian-on", "2026-11-20")) { $1 }
        return try await officer.visitor.fill("/hearing", answers.merging(other) { $1 })
    }

    func decide(_ one: String, _ option: String = "stay", review: String = "2027-01-20") async throws -> Reply {
        try await officer.visitor.open(one)
        return try await officer.visitor.fill(
            "/decision", ["chosen": option, "reasons": "all things weighed"].merging(Self.day("review-on", review)) { $1 })
    }

    func share(_ one: String, with player: CasePlayer) async throws -> Reply {
        try await officer.visitor.open(one)
        return try await officer.visitor.fill(
            "/share", ["recipient": "\(player.actor.organisation)", "purpose": "service_referral", "parts": "care"])
    }

    func heardDetermination(_ file: ID<CaseFile>) async throws -> String {
        try await vet(guardian)
        try await appoint(guardian, to: file)
        let one = try await openDetermination(file)
        try await addOption(one, "stay")
        try await addOption(one, "family_return")
        try await addMember(one, "Mara Example", officer)
        try await addMember(one, "Nils Example", officer)
        try await addMember(one, "Pia Example", cast.provider)
        #expect(try await hear(one).status == 200)
        return one
    }

    func decidedDetermination(_ file: ID<CaseFile>) async throws -> String {
        let one = try await heardDetermination(file)
        #expect(try await decide(one).status == 200)
        return one
    }
}

@Suite struct `A determination in a file with fields left out` {
    // promise 3: nobody gives on what was left out for themselves.
    @Test(arguments: Databases.all) func `gives on no more than whoever shares sees`(_ kind: DatabaseKind) async throws {
        try await kind.withChildren { children in
            let file = try await children.child()
            _ = try await children.decidedDetermination(file)
            let (officer, recipient) = (children.officer.actor, children.cast.provider.actor.organisation)
            let determination = try await children.site.database.write { tx in
                try tx.run(
                    """
                    UPDATE case_share SET hidden = \(IdentityPart.contact.name)
                    WHERE case_id = \(file) AND organisation_id = \(officer.organisation)
                    """
                )
                return try tx.row("SELECT id FROM best_interests WHERE case_id = \(file)") { try $0.id(0, of: BestInterests.self) }
            }
            try await Determinations(children.site.room).share(
                [.identity], with: recipient, for: "service_referral", on: try #require(determination), in: file, by: officer)
            let hidden = try await children.site.database.read { tx in
                try tx.row(
                    "SELECT hidden FROM case_share WHERE case_id = \(file) AND organisation_id = \(recipient)"
                ) { $0.text(0) }
            }
            #expect(hidden == IdentityPart.contact.name)
        }
    }
}
