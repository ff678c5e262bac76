import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Protection
import Store
import Testing
import WebFixtures

@testable import Detection

@Suite struct `The search for a person` {
    private func found(_ name: String, by player: CasePlayer, born: String? = nil) async throws -> Reply {
        try await player.visitor.open("/work/people")
        var values = ["name": name]
        if let born { values["birth-year"] = born }
        return try await player.visitor.fill("/searches", values)
    }

    // promise 25: a name that is searched for stands in no address.
    @Test(arguments: Databases.all) func `finds a name in another script, with the reasons`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(of: ["محمد"])
            let page = try await found("Mohammed", by: cast.worker, born: "1998")
            #expect(page.status == 200 && page.text.contains("night market"))
            // The worker of the file sees the name beside the reasons.
            #expect(page.text.contains("same birth year") && page.text.contains("محمد") && page.page.faults == [])
            #expect(page.text.contains("/work/cases/\(file)"))
            // A name never stands in an address.
            #expect(!page.path.contains("Mohammed"))
            let searches = try await site.database.read { tx in
                try tx.count("SELECT count(*) FROM audit_row WHERE deed = 'searchPeople' AND outcome = 'done'")
            }
            #expect(searches == 2)
        }
    }

    @Test(arguments: Databases.all) func `shows the name to its worker, and to others who may open it for a purpose that is written down`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file(of: ["Nadira Example"])
            func openings() async throws -> Int {
                try await site.database.read { tx in
                    try tx.count("SELECT count(*) FROM audit_row WHERE deed = 'readIdentity' AND outcome = 'done'")
                }
            }
            let plain = try await found("Nadira", by: cast.supervisor)
            #expect(!plain.text.contains("Nadira Example") && plain.text.contains("Open who it is"))
            #expect(try await openings() == 0)
            try await cast.supervisor.visitor.open("/work/people")
            let named = try await cast.supervisor.visitor.fill("/searches", ["name": "Nadira", "purpose": "the clinic asks who came"])
            #expect(named.text.contains("Nadira Example"))
            #expect(try await openings() == 1)
            // A colleague finds the file and may not open who it is: with a purpose as without one.
            try await cast.colleague.visitor.open("/work/people")
            let colleague = try await cast.colleague.visitor.fill("/searches", ["name": "Nadira", "purpose": "the clinic asks who came"])
            #expect(!colleague.text.contains("Nadira Example") && !colleague.text.contains("Open who it is"))
        }
    }

    // promise 2: what is not theirs is not found, and looks like what is not there.
    @Test(arguments: Databases.all) func `shows a stranger, a recipient without the name, and somebody barred what it shows for nobody`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(of: ["Nadira Example"])
            #expect(try await found("Nadira Example", by: cast.worker).text.contains("night market"))
            func differs(_ player: CasePlayer) async throws -> Bool {
                let there = try await found("Nadira Example", by: player)
                let nowhere = try await found("Nobody Atall", by: player)
                func plain(_ reply: Reply) -> String {
                    reply.page.text.replacingOccurrences(of: "Nadira Example", with: "X").replacingOccurrences(
                        of: "Nobody Atall", with: "X")
                }
                return there.status != nowhere.status || plain(there) != plain(nowhere)
            }
            #expect(try await !differs(cast.stranger))
            #expect(try await !differs(cast.guardAtBorder))
            // A share that does not name the person does not let them be found by name.
            try await cast.share(file, with: cast.officer, [.experience])
            #expect(try await !differs(cast.officer))
            // Nor does one that leaves the names out.
            try await cast.share(file, with: cast.officer, [.identity], without: [IdentityPart.names.name])
            #expect(try await !differs(cast.officer))
            try await cast.share(file, with: cast.officer, [.identity])
            #expect(try await differs(cast.officer))
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, organisation_id, asked_by, barred_by, barred_at)
                    SELECT \(ID<CaseFile>.new(at: site.clock.now)), \(file), \(cast.officer.actor.organisation), 'person', id, 1
                    FROM account ORDER BY id LIMIT 1
                    """
                )
            }
            #expect(try await !differs(cast.officer))
        }
    }
}

@Suite struct `A search among many of a common name` {
    @Test(arguments: Databases.all) func `finds whoever shares most of it, however many share a part`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            for number in 0..<55 {
                _ = try await cast.file(of: ["Amina Other\(number)"])
                _ = try await cast.file(of: ["Boris\(number) Common"])
            }
            let sought = try await cast.file(of: ["Amina Common"])
            let found = try await PeopleSearch(site.room).matches(["Amina Common"], born: nil, for: cast.worker.actor)
            #expect(found.matches.first?.file.id == sought && found.matches.first?.likeness.score == 100)
            // Whoever searches is told that not everybody who shares a part was looked at.
            #expect(found.isCut)
            let few = try await PeopleSearch(site.room).matches(["Boris7"], born: nil, for: cast.worker.actor)
            #expect(few.matches.count == 1 && !few.isCut)
        }
    }
}

@Suite struct `The time that a search takes` {
    @Test func `ends with a step, so that it does not say what was looked at`() async throws {
        let rests = [0, 3, 19, 20, 57].map { EvenAnswer.rest(after: .milliseconds($0)) }
        #expect(rests == [25, 22, 6, 5, 18].map { Duration.milliseconds($0) })
        let begun = ContinuousClock.now
        #expect(try await EvenAnswer.given { 7 } == 7)
        await #expect(throws: CancellationError.self) { try await EvenAnswer.given { throw CancellationError() } }
        // Two steps at the least: a refusal waits as an answer does.
        #expect(begun.duration(to: .now) >= .milliseconds(39))
    }
}

@Suite struct `Matching across organisations` {
    @Test(arguments: Databases.all) func `reaches the identifying authority alone, and whoever raises a referral can't tell`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            _ = try await cast.file(of: ["Mohammed Example"])
            let play = ReferralPlay(site: site, player: cast.guardAtBorder)
            let known = try await play.send(names: "محمد Example")
            let unknown = try await play.send(names: "Zofia Nowhere")
            func plain(_ reply: Reply) -> String { reply.page.text.replacing(/[0-9A-Z]{4}-[0-9A-Z]{4}/, with: "CODE") }
            #expect(known.status == unknown.status && plain(known) == plain(unknown))
            _ = try await site.runJobs()
            #expect(try await play.count("SELECT count(*) FROM person_match") == 1)
            #expect(try await play.count("SELECT count(*) FROM person_to_match") == 0)
            let after = try await cast.guardAtBorder.visitor.open(known.path)
            let other = try await cast.guardAtBorder.visitor.open(unknown.path)
            #expect(plain(after) == plain(other))
            #expect(try await cast.guardAtBorder.visitor.open("/work/people/matches").status == 403)
            #expect(try await cast.worker.visitor.open("/work/people/matches").status == 403)
            let list = try await cast.officer.visitor.open("/work/people/matches")
            #expect(list.status == 200 && list.text.contains("Harbour House") && list.text.contains("Border Police"))
            #expect(!list.text.contains("Mohammed") && !list.text.contains("محمد"))
            #expect(try await cast.officer.visitor.open("/work").text.contains("files of two organisations"))
            for player in [cast.guardAtBorder, cast.worker, cast.supervisor, cast.stranger] {
                #expect(!(try await player.visitor.open("/work").text.contains("two organisations")))
            }
            // Again: nothing twice.
            site.clock.pass(.minutes(2))
            _ = try await site.runJobs()
            #expect(try await play.count("SELECT count(*) FROM person_match") == 1)
        }
    }

    @Test(arguments: Databases.all) func `is silent about a file from which the authority is barred`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let older = try await cast.file(of: ["Mohammed Example"])
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, organisation_id, asked_by, barred_by, barred_at)
                    SELECT \(ID<CaseFile>.new(at: site.clock.now)), \(older), \(cast.officer.actor.organisation), 'person', id, 1
                    FROM account ORDER BY id LIMIT 1
                    """
                )
            }
            try await ReferralPlay(site: site, player: cast.guardAtBorder).send(names: "Mohammed Example")
            _ = try await site.runJobs()
            #expect(!(try await cast.officer.visitor.open("/work").text.contains("two organisations")))
            #expect(!(try await cast.officer.visitor.open("/work/people/matches").text.contains("Harbour House")))
        }
    }
}

@Suite struct `Name pairs` {
    /// Invented combinations of common given names; each line: a name, another, and whether they may be one and the same.
    @Test func `that are the same are found, and those that are not are left apart`() throws {
        let file = CaseSiteFiles.root.appending(path: "Tests/DetectionTests/Files/name-pairs.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        var (hits, misses, falseAlarms, right) = (0, [String](), [String](), 0)
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 3)
            let identity = PersonIdentity(names: [cells[1]])
            // As in a search: somebody who shares no token is not even looked at.
            let isCandidate = !PersonIdentity(names: [cells[0]]).tokens.isDisjoint(with: identity.tokens)
            let isFound = isCandidate && NameLikeness(of: [cells[0]], born: nil, to: identity).score >= NameLikeness.threshold
            switch (cells[2] == "same", isFound) {
            case (true, true): hits += 1
            case (true, false): misses.append(String(line))
            case (false, true): falseAlarms.append(String(line))
            case (false, false): right += 1
            }
        }
        #expect(lines.count >= 250)
        let recall = Double(hits) / Double(hits + misses.count)
        let precision = Double(hits) / Double(hits + falseAlarms.count)
        #expect(recall >= 0.97, "\(recall): \(misses)")
        #expect(precision >= 0.9, "\(precision): \(falseAlarms)")
    }

    /// Names that nobody takes for one another, each with each: a key that grows too coarse shows here first.
    @Test func `of people who are called quite differently don't meet`() throws {
        let file = CaseSiteFiles.root.appending(path: "Tests/DetectionTests/Files/unlike-names.txt")
        let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        try #require(names.count >= 140)
        var (met, pairs) = ([String](), 0)
        for (index, name) in names.enumerated() {
            for other in names[(index + 1)...] {
                pairs += 1
                if NameLikeness(of: [name], born: nil, to: PersonIdentity(names: [other])).score >= NameLikeness.threshold {
                    met.append("\(name) \(other)")
                }
            }
        }
        #expect(Double(met.count) / Double(pairs) <= 0.003, "\(met)")
        let tokens = names.map { PersonIdentity(names: [$0]).tokens.count }
        #expect(Double(tokens.reduce(0, +)) / Double(names.count) <= 5, "each token is a row, and a question of each search")
    }
}
