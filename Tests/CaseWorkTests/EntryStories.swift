import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@Suite struct `The entries of a case file` {
    @Test(arguments: Databases.all) func `of every kind are written, shown with all they hold, corrected and withdrawn`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            for one in kindsOfEntries {
                let path = "/work/cases/\(file)/entries/\(one.code)"
                let empty = try await cast.worker.visitor.open(path)
                #expect(empty.status == 200 && empty.page.faults == [], "\(one.code)")
                #expect(empty.page.text.contains(one.empty[.en].prefix(40)), "an empty list of \(one.code) says how to begin")
                let filling = EntryFilling(one, site)
                let reply = try await cast.worker.visitor.fill(one.code, filling.values(text: "three grey gulls"))
                #expect(reply.status == 200, "\(one.code): \(reply.page.text.prefix(400))")
                for field in filling.fields {
                    if case .link = field.kind { continue }
                    if field.name.hasSuffix("currency") { continue }
                    #expect(reply.page.text.contains(field.label[.en]), "\(one.code) shows \(field.name)")
                }
                let link = try #require(reply.page.links.first { $0.hasPrefix(path + "/") })
                let opened = try await cast.worker.visitor.open(link)
                #expect(opened.status == 200 && opened.page.faults == [])
                let corrected = try await cast.worker.visitor.fill(link)
                #expect(corrected.status == 200, "\(one.code) corrected: \(corrected.page.text.prefix(400))")
                #expect(corrected.page.text.contains("As it was before"))
                let withdrawn = try await cast.worker.visitor.fill("/withdrawal")
                #expect(withdrawn.status == 200, "\(one.code): \(withdrawn.page.text.prefix(300))")
                #expect(try await cast.worker.visitor.open(path).page.all("dl").isEmpty, "\(one.code) is withdrawn")
            }
        }
    }

    @Test(arguments: Databases.all) func `are counted on the page of the file, for those who see them`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let values = EntryFilling(kindsOfEntries[3], site).entryValues(text: "x")
            for _ in 0..<2 { try await Entries(site.room).write(values, as: kindsOfEntries[3], in: file, by: cast.worker.actor) }
            let page = try await cast.worker.visitor.open("/work/cases/\(file)").page
            #expect(page.element(id: "entries")?.text.contains("Experiences of exploitation · 2") == true)
            try await cast.share(file, with: cast.provider, [.summary])
            let seen = try await cast.provider.visitor.open("/work/cases/\(file)")
            #expect(seen.status == 200 && !seen.text.contains("Experiences of exploitation"))
        }
    }

    @Test(arguments: Databases.all) func `carry the fields that the country adds, sealed where it says so`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience")
            let reply = try await cast.worker.visitor.fill(
                "experience", ["exploitation": "forced_labour", "own_season": "harvest", "own_vessel_name": "Grey Heron of Port Example"])
            #expect(reply.status == 200 && reply.text.contains("Grey Heron of Port Example") && reply.text.contains("Harvest"))
            #expect(try await site.text("SELECT coded FROM extra_field_value WHERE code = 'season'") == "harvest")
            #expect(
                try await site.count(
                    "SELECT COUNT(*) FROM extra_field_value WHERE code = 'vessel_name' AND coded IS NULL AND sealed IS NOT NULL") == 1)
            let refused = try await cast.worker.visitor.fill("experience", ["exploitation": "forced_labour", "own_season": "monsoon"])
            #expect(refused.status == 422)
        }
    }

    @Test(arguments: Databases.all) func `lead to one another within a file, and never into another`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let other = try await cast.file(of: ["Bola Example"])
            let experience = try #require(site.room.entryKind("experience"))
            let values = EntryFilling(experience, site).entryValues(text: "x")
            let here = try await Entries(site.room).write(values, as: experience, in: file, by: cast.worker.actor)
            let there = try await Entries(site.room).write(values, as: experience, in: other, by: cast.worker.actor)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/route-leg")
            let leg = ["country_from": "NGA", "country_to": "ITA"]
            let reply = try await cast.worker.visitor.fill("route-leg", leg.merging(["experience": "\(here)"]) { $1 })
            #expect(reply.status == 200 && reply.page.text.contains("Part of"))
            #expect(try await cast.worker.visitor.fill("route-leg", leg.merging(["experience": "\(there)"]) { $1 }).status == 422)
            let legs = try #require(site.room.entryKind("route-leg"))
            await #expect(throws: EntryRefused.linkNotThere) {
                try await Entries(site.room).write(
                    ["country_from": .code("NGA"), "country_to": .code("ITA"), "experience": .code("\(there)")], as: legs, in: file,
                    by: cast.worker.actor)
            }
        }
    }

    @Test(arguments: Databases.all) func `show an amount with its currency, and are found by what is coded`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let kind = try #require(site.room.entryKind("experience"))
            for form in ["forced_labour", "slavery", "forced_begging", "servitude", "organ_removal", "forced_marriage", "child_labour"] {
                try await Entries(site.room).write(
                    [
                        "exploitation": .code(form), "debt": .number(120_050), "debt_currency": .code("NGN"),
                        "narrative": .text("hidden words"),
                    ],
                    as: kind, in: file, by: cast.worker.actor)
            }
            let all = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience")
            #expect(all.page.text.contains("1,200.50 NGN"))
            #expect(all.page.all("dl").count == 7)
            let narrowed = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience?exploitation=slavery")
            #expect(narrowed.page.all("dl").count == 1)
            // A name has no place in an address: free text is not searched.
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience?q=hidden").page.all("dl").isEmpty)
        }
    }

    @Test(arguments: Databases.all) func `file the case under the form of its main experience, in the same breath`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let kind = try #require(site.room.entryKind("experience"))
            let form: SQL = "SELECT exploitation FROM case_file WHERE id = \(file)"
            let first = try await Entries(site.room).write(
                ["exploitation": .code("forced_begging")], as: kind, in: file, by: cast.worker.actor)
            #expect(try await site.text(form) == "forced_begging")
            site.clock.pass(.seconds(5))
            let second = try await Entries(site.room).write(["exploitation": .code("slavery")], as: kind, in: file, by: cast.worker.actor)
            #expect(try await site.text(form) == "forced_begging", "the first counts as long as none is the main one")
            try await Entries(site.room).write(
                ["exploitation": .code("slavery"), "is_main": .code("yes")], as: kind, in: file, replacing: (second, 1),
                by: cast.worker.actor)
            #expect(try await site.text(form) == "slavery")
            try await Entries(site.room).write(
                ["exploitation": .code("slavery")], as: kind, in: file, replacing: (second, 2), isWithdrawn: true, by: cast.worker.actor)
            #expect(try await site.text(form) == "forced_begging")
            await #expect(throws: (any Error).self) {
                try await Entries(site.room).write(
                    ["exploitation": .code("slavery")], as: kind, in: file, replacing: (first, 7), by: cast.worker.actor)
            }
        }
    }

    @Test(arguments: Databases.all) func `keep the person's coded facts in step, once in a file, and within the path`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let path = "/work/cases/\(file)/entries/person-profile"
            let form = try await cast.worker.visitor.open(path)
            #expect(form.page.element(id: "sex")?.attributes["checked"] != nil, "what is known stands in the form")
            let child = try await cast.worker.visitor.fill("person-profile", ["age_band": "9_17"])
            #expect(child.status == 422 && child.page.text.contains("does not fit"))
            let saved = try await cast.worker.visitor.fill(
                "person-profile", ["age_band": "30_38", "citizenship": "ITA", "second_citizenship": "NGA", "interpreter": "needed"])
            #expect(saved.status == 200 && saved.page.text.contains("Second citizenship"))
            #expect(try await site.text("SELECT age_band FROM person") == "30_38")
            #expect(try await site.text("SELECT citizenship FROM person") == "ITA")
            #expect(saved.page.all("form").allSatisfy { !($0.attributes["action"] ?? "").hasSuffix("person-profile") })
            let twice = try #require(site.room.entryKind("person-profile"))
            await #expect(throws: EntryRefused.oneAlready) {
                try await Entries(site.room).write(
                    EntryFilling(twice, site).entryValues(text: "x"), as: twice, in: file, by: cast.worker.actor)
            }
        }
    }

    // promise 6: answers are checked on the server.
    @Test(arguments: Databases.all) func `refuse dates the wrong way round, a goal reached without its day, and what is out of bounds`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { _, cast, file in
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience")
            let order = try await cast.worker.visitor.fill(
                "experience", ["exploitation": "slavery", "began-year": "2022", "ended-year": "2021"])
            #expect(order.status == 422 && order.page.text.contains("end lies before the beginning"))
            for (name, value) in [
                ("hours_per_day", "25"), ("exploitation", "nonsense"), ("debt", "12.345"),
                ("narrative", String(repeating: "x", count: 8_001)), ("began-year", "22"),
            ] {
                _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience")
                let reply = try await cast.worker.visitor.fill("experience", ["exploitation": "slavery"].merging([name: value]) { $1 })
                #expect(reply.status == 422, "\(name)")
            }
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/goal")
            let goal = try await cast.worker.visitor.fill("goal", ["words": "a shop", "domain": "work", "progress": "reached"])
            #expect(goal.status == 422 && goal.page.text.contains("Give the day"))
        }
    }
}

@Suite struct `Clocks of the case file` {
    @Test(arguments: Databases.all) func `call for the safety plan when its review is late, and for a hearing before its day`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let today = site.room.day(of: site.clock.now)
            let (plan, hearing) = (try #require(site.room.entryKind("safety-plan")), try #require(site.room.entryKind("hearing")))
            let first = try await Entries(site.room).write(
                ["threats": .codes(["attack"]), "review": .date(today.adding(days: 10).iso)], as: plan, in: file, by: cast.worker.actor)
            try await Entries(site.room).write(
                ["held_on": .date(today.adding(days: 20).iso), "matter": .code("trial"), "outcome": .code("ahead")], as: hearing, in: file,
                by: cast.worker.actor)
            let page = try await cast.worker.visitor.open("/work/cases/\(file)").page.element(id: "clocks")?.text ?? ""
            #expect(page.contains("Look at the safety plan again") && page.contains("Hearing or appointment"))
            site.clock.pass(.days(12))
            let done = try await site.runJobs()
            #expect(done.failed.isEmpty)
            #expect(
                try await site.count("SELECT COUNT(*) FROM notice WHERE matter = 'clock.late'") == 2,
                "the worker and the supervisor are told")
            // A new version of the plan starts the clock anew.
            try await Entries(site.room).write(
                ["threats": .codes(["attack"]), "review": .date(today.adding(days: 40).iso)], as: plan, in: file, replacing: (first, 1),
                by: cast.worker.actor)
            #expect(
                try await site.text("SELECT due FROM case_clock WHERE kind = 'safety-plan.review' AND stopped_at IS NULL")
                    == today.adding(days: 40).iso)
        }
    }
}
