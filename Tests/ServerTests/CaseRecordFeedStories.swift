import Access
import Basics
import CaseFixtures
import CaseWork
import Evidence
import Fixtures
import FoundationEssentials
import Protection
import Server
import Stewardship
import Store
import Tabular
import Testing
import Vocabulary
import Web
import WebFixtures

/// Something happens in a file.
let moved = CaseEvent.Kind("story.moved", Word(work: "The story goes on", fr: "L’histoire continue"))

/// The case files of an invented country as Evidence sees them: coded records, and nothing else.
@Suite struct `Case files in the internal figures` {
    @Test(arguments: Databases.all) func `are there within a minute, with their source named, and follow what happens in them`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFeed { site, cast in
            let file = try await cast.file()
            try await site.minute()
            let rapporteur = try await site.signIn(cast.rapporteur.actor.account).visitor
            let page = try await rapporteur.open("/work/internal-figures?by=sex")
            #expect(page.status == 200 && page.page.faults == [])
            #expect(page.text.contains("Case files of this node") && page.text.contains("not for publication"))
            #expect(try await site.persons(by: .sex) == ["female": 1])
            #expect(try await site.persons(by: .citizenship) == ["NGA": 1])
            #expect(try await site.persons(by: .status) == ["presumed": 1])
            #expect(try await site.persons(by: .form) == ["forced_labour": 1])
            // Where they were met, against how far they are identified.
            let met = try await rapporteur.open("/work/internal-figures?by=met&and=stage")
            #expect(met.status == 200 && met.text.contains("Presumed"), "\(met.text.prefix(400))")
            // The file goes on, and so does its record; it is counted once.
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET stage = 'identified' WHERE id = \(file)")
                try CaseEvent.write(moved, in: file, by: nil, at: site.clock.now, tx: tx)
            }
            try await Entries(site.room).write(
                [
                    "exploitation": .code("domestic_servitude"), "other_forms": .codes(["forced_labour"]),
                    "control": .codes(["isolation", "withholds_documents"]),
                ],
                as: try #require(site.room.entryKind("experience")), in: file, by: cast.worker.actor)
            try await site.minute()
            #expect(try await site.persons(by: .status) == ["identified": 1])
            #expect(try await site.persons(by: .form) == ["forced_labour": 1, "domestic_servitude": 1])
            #expect(try await site.count("SELECT COUNT(*) FROM person_record WHERE control_methods = 'isolation withholds_documents'") == 1)
            for _ in 0..<3 { try await site.minute() }
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 1)
            #expect(try await site.count("SELECT SUM(persons) FROM live_cube") == 1)
            // The figures say of which day they are.
            site.clock.pass(.days(2))
            try await site.minute()
            let today = site.clock.now.day().iso
            #expect(try await site.count("SELECT COUNT(*) FROM source WHERE retrieved_on = \(today)") == 1)
        }
    }

    // promise 27: nothing of who somebody is, and nothing that leads to their file, is in the records.
    @Test(arguments: Databases.all) func `hold no name, no code of a file, no text and no day`(_ kind: DatabaseKind) async throws {
        try await kind.withFeed { site, cast in
            let file = try await cast.file(of: ["Amina Example"])
            let code = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.code })
            try await site.minute()
            let rows = try await site.database.read { tx in
                try tx.rows(
                    """
                    SELECT p.run, p.record, p.year, p.quarter, p.status, p.sex, p.age_band, p.citizenship, p.exploited_in, p.forms, p.sector,
                        p.control_methods, p.recruitment_methods, l.setting, l.path, l.stage, l.region
                    FROM person_record p JOIN live_record l ON l.record = p.record
                    """
                ) { row in (0..<17).map { $0 < 4 ? "\(row.int($0))" : row.text($0) } }
            }
            #expect(rows.count == 1)
            let text = rows.joined().joined(separator: " ")
            for never in ["Amina", "Example", code, "night market", "\(file)"] { #expect(!text.contains(never)) }
            // The number is not made from the time, nor counted up.
            let second = try await cast.file(of: ["Nadira Example"])
            try await site.minute()
            let numbers = try await site.database.read { tx in try tx.rows("SELECT record FROM person_record ORDER BY record") { $0.int(0) }
            }
            #expect(numbers.count == 2 && abs(numbers[0] - numbers[1]) > 1_000, "\(second)")
        }
    }

    @Test(arguments: Databases.all) func `of one person that were joined count once, and twice again when they are parted`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withFeed { site, cast in
            let (kept, joined) = (try await cast.file(), try await cast.file(of: ["Amina Exampel"], by: cast.stranger))
            try await Entries(site.room).write(
                ["exploitation": .code("forced_begging")], as: try #require(site.room.entryKind("experience")), in: joined,
                by: cast.stranger.actor)
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 2)
            let match = ID<PersonMatch>.new(at: site.clock.now)
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO person_match (id, first_case, second_case, score, reasons, found_at)
                    VALUES (\(match), \(kept), \(joined), 91, 'name', \(site.clock.now))
                    """)
            }
            let officer = try await site.signIn(cast.officer.actor.account).visitor
            _ = try await officer.open("/work/joins/\(match)")
            #expect(try await officer.fill("/joining", ["kept": "first"]).status == 200)
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 1)
            // What was told in either file is told of the one person.
            let forms = try await site.persons(by: .form)
            #expect(forms == ["forced_labour": 1, "forced_begging": 1], "\(forms)")
            _ = try await officer.open("/work/joins")
            #expect(try await officer.fill("/parting").status == 200)
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 2)
        }
    }

    @Test(arguments: Databases.all) func `that were opened in error are in no figure`(_ kind: DatabaseKind) async throws {
        try await kind.withFeed { site, cast in
            let (file, _) = (try await cast.file(), try await cast.file(of: ["Nadira Example"]))
            try await site.minute()
            try await site.close(file, "opened_in_error")
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM live_record") == 1)
            // And are back when somebody opens them again, for the closing was the error.
            try await site.close(file, nil)
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 2)
        }
    }

    // promise 28: what remains of an erased person leads to nobody.
    @Test(arguments: Databases.all) func `of an erased person leave a coded record that nothing leads to`(_ kind: DatabaseKind) async throws
    {
        try await kind.withFeed { site, cast in
            let file = try await cast.file()
            try await site.database.write { tx in try tx.run("UPDATE case_file SET region = 'north' WHERE id = \(file)") }
            try await site.minute()
            let before = try await site.count("SELECT record FROM person_record")
            let person = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.person })
            for _ in 0..<2 {
                _ = try await site.room.erasure.erase(person, at: site.clock.now)
                try await site.minute()
                #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 1)
                #expect(try await site.count("SELECT COUNT(*) FROM case_record WHERE record IS NOT NULL") == 0)
                #expect(try await site.count("SELECT COUNT(*) FROM person_record WHERE record = \(before)") == 0)
                #expect(try await site.count("SELECT COUNT(*) FROM live_record WHERE region = ''") == 1)
            }
            #expect(try await site.persons(by: .citizenship) == ["NGA": 1])
            // Somebody who is erased before the first look is counted too, and once.
            let other = try await cast.file(of: ["Nadira Example"])
            let second = try #require(try await site.database.read { tx in try CaseSummary.find(other, in: tx)?.person })
            _ = try await site.room.erasure.erase(second, at: site.clock.now)
            for _ in 0..<2 { try await site.minute() }
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 2)
            #expect(try await site.count("SELECT COUNT(*) FROM case_record WHERE record IS NOT NULL") == 0)
        }
    }

    @Test(arguments: Databases.all) func `are for those who read case figures of the whole node, and for nobody else`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withFeed { site, cast in
            _ = try await cast.file()
            try await site.minute()
            let office = try await site.organisation("Office of Figures", .ministry)
            let coordinator = try await site.person("nadia", roles: ["national-coordinator"], in: office)
            let steward = try await site.person("stella", roles: ["data-steward"], in: office)
            let researcher = try await site.person("rolf", roles: ["researcher"], in: office)
            #expect(try await coordinator.visitor.open("/work/internal-figures").text.contains("Case files of this node"))
            // Whoever imports records has no count of case files.
            for query in ["", "?source=case-files"] {
                #expect(try await !steward.visitor.open("/work/internal-figures" + query).text.contains("Case files of this node"))
            }
            #expect(try await steward.visitor.open("/work/internal-figures/table.csv?source=case-files").status == 404)
            #expect(try await !steward.visitor.open("/work/imports").text.contains("case-files"))
            for player in [researcher, cast.worker, cast.supervisor, cast.investigator, cast.guardian] {
                #expect(try await player.visitor.open("/work/internal-figures").status == 403)
                #expect(try await player.visitor.open("/work/internal-figures/table.csv").status == 403)
            }
            let table = try await coordinator.visitor.open("/work/internal-figures/table.csv?source=case-files&by=sex")
            #expect(table.status == 200 && table.text.contains("female") && table.text.contains("not for publication"))
        }
    }

    // Figures of case files are in no public page, file or answer.
    @Test(arguments: Databases.all) func `are nowhere public, and can't be published or imported over`(_ kind: DatabaseKind) async throws {
        try await kind.withFeed { site, cast in
            try await site.publishAFew()
            let before = try await site.publicText()
            for name in ["Amina Example", "Nadira Example", "Zofia Example"] { _ = try await cast.file(of: [name]) }
            try await site.minute()
            #expect(try await site.count("SELECT SUM(persons) FROM person_cube") == 3)
            #expect(try await site.publicText() == before)
            let statistics = Statistics(database: site.database, countries: site.room.countries)
            #expect(try await statistics.publishedSources().allSatisfy { $0.name != LiveRecords.source })
            await #expect(throws: QuestionRefused.self) { try await statistics.requirePublished(LiveRecords.source) }
            await #expect(throws: QuestionRefused.self) {
                try await site.room.gate.change(.importStatistics, for: Actor.console(at: site.clock.now), detail: "publish") {
                    tx, permit in
                    try Importer.publish(LiveRecords.source, true, under: permit, in: tx)
                }
            }
            // Whoever runs the machine has no figure of case files on the command line either.
            #expect(throws: QuestionRefused.self) { try PersonQuestion(source: LiveRecords.source, year: nil, by: nil) }
        }
    }

    @Test func `are part of the program as it is put together`() {
        #expect(RunningNode.migrations.contains { $0.name == CaseRecordFeed.migrations[0].name })
        #expect(RunningNode.erasureSteps.contains { $0.name == CaseRecordFeed.erasure.name })
    }
}
