import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

extension CaseCast {
    /// A shelter of the invented Lantern Shelter with places, each for a group. Shelter workers keep places; the entry in the directory
    /// is made by somebody there who may.
    func shelter(_ names: [String], for group: String = "women") async throws -> [ID<ShelterPlace>] {
        let keeper = try await site.person("lior", roles: ["service-provider"], in: shelterWorker.actor.organisation)
        let service = try await service("Lantern house", kind: "shelter", group: group, by: keeper)
        for name in names {
            try await shelterWorker.visitor.open("/work/places")
            let reply = try await shelterWorker.visitor.fill("/work/places", ["service": "\(service)", "name": name, "served": group])
            try #require(reply.status == 200, "\(reply.text)")
        }
        return try await site.database.read { tx in
            try tx.rows("SELECT id FROM shelter_place ORDER BY name") { try $0.id(0, of: ShelterPlace.self) }
        }
    }

    func code(of file: ID<CaseFile>) async throws -> String {
        try await site.database.read { tx in try tx.row("SELECT code FROM case_file WHERE id = \(file)") { $0.text(0) } }.unwrapped()
    }
}

private func day(_ name: String, _ day: Day) -> [String: String] {
    let (year, month, number) = day.parts
    return [name: "\(number)", name + "-month": "\(month)", name + "-year": "\(year)"]
}

@Suite struct `Shelter places` {
    @Test(arguments: Databases.all) func `hold one person a night, and remember moves`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let places = try await cast.shelter(["bed 1", "bed 2"])
            let (file, other) = (try await cast.file(), try await cast.file())
            let today = site.room.day(of: site.clock.now)
            let keeper = cast.shelterWorker.visitor
            // A file that is not open to the shelter can't be placed, and looks like one that is not there.
            try await keeper.open("/work/places/\(places[0])")
            let code = try await cast.code(of: file)
            #expect(try await keeper.fill("/stays", ["file": code].merging(day("first", today)) { $1 }).status == 422)
            for each in [file, other] { try await cast.share(each, with: cast.shelterWorker, [.services]) }
            try await keeper.open("/work/places/\(places[0])")
            let stayed = try await keeper.fill(
                "/stays", ["file": code].merging(day("first", today)) { $1 }.merging(day("last", today.adding(days: 5))) { $1 })
            #expect(stayed.status == 200 && stayed.text.contains(code) && stayed.page.faults == [])
            let taken = try await keeper.fill(
                "/stays", ["file": try await cast.code(of: other)].merging(day("first", today.adding(days: 5))) { $1 })
            #expect(taken.status == 422 && taken.text.contains("Somebody stays"))
            let directory = try await cast.worker.visitor.open("/work/services?kind=shelter")
            #expect(directory.text.contains("Lantern house"))
            #expect(try await keeper.open("/work/places").page.faults == [])

            try await keeper.open("/work/places/\(places[0])")
            try await keeper.fill("/move", ["place": "\(places[1])"].merging(day("move-from", today.adding(days: 2))) { $1 })
            let stays = try await site.database.read { tx in try ShelterStay.all(of: file, in: tx) }
            #expect(stays.count == 2 && stays[0].isMove && stays[0].place == places[1] && stays[1].last == today.adding(days: 1))
            // The first place is free again from then on.
            try await keeper.open("/work/places/\(places[0])")
            let free = try await keeper.fill(
                "/stays", ["file": try await cast.code(of: other)].merging(day("first", today.adding(days: 2))) { $1 })
            #expect(free.status == 200)
        }
    }

    @Test(arguments: Databases.all) func `are never given twice, however fast two people are`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let place = try await cast.shelter(["bed 1"])[0]
            var files: [ID<CaseFile>] = []
            for _ in 0..<6 {
                let file = try await cast.file()
                try await cast.share(file, with: cast.shelterWorker, [.services])
                files.append(file)
            }
            let (desk, actor, now) = (PlacesDesk(room: site.room), cast.shelterWorker.actor, site.clock.now)
            let today = site.room.day(of: now)
            let won = await withTaskGroup(of: Bool.self) { group in
                for file in files {
                    group.addTask {
                        do {
                            try await desk.stay(in: place, file: file, from: today, to: today.adding(days: 3), by: actor, at: now)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM shelter_stay") } == 1)
        }
    }

    @Test(arguments: Databases.all) func `are named to those who work with the person, and to nobody else`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let place = try await cast.shelter(["bed 1"])[0]
            let file = try await cast.file()
            try await cast.share(file, with: cast.shelterWorker, [.services])
            try await cast.share(file, with: cast.provider, [.services])
            let now = site.clock.now
            try await PlacesDesk(room: site.room).stay(
                in: place, file: file, from: site.room.day(of: now), to: nil, by: cast.shelterWorker.actor, at: now)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").text.contains("Lantern house"))
            let seen = try await cast.provider.visitor.open("/work/cases/\(file)")
            #expect(seen.status == 200 && !seen.text.contains("Lantern house") && seen.text.contains("in a shelter"))
            #expect(try await cast.stranger.visitor.open("/work/places/\(place)").status == 404)
        }
    }
}

@Suite struct `An interpreter` {
    @Test(arguments: Databases.all) func `is assigned only when vetted, without a tie, accepted and never alone`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (visitor, today) = (cast.worker.visitor, site.room.day(of: site.clock.now))
            try await visitor.open("/work/interpreters")
            let added = try await visitor.fill(
                "/work/interpreters",
                ["name": "Zora Invented", "languages": "en", "sex": "female", "present": "yes"]
                    .merging(day("vetted-on", today.adding(days: -10))) { $1 }.merging(day("vetted-until", today.adding(days: 20))) { $1 })
            #expect(added.status == 200 && added.text.contains("Zora Invented") && added.page.faults == [])
            let interpreter = try await site.database.read { tx in
                try tx.row("SELECT id FROM interpreter") { try $0.id(0, of: Interpreter.self) }
            }.unwrapped()
            let form = try await visitor.open("/work/cases/\(file)/interpreters")
            #expect(form.page.faults == [])
            let session = ["interpreter": "\(interpreter)", "language": "en", "session": "interview"].merging(day("held-on", today)) { $1 }
            let checks = ["no-tie": "yes", "accepted": "yes", "never-alone": "yes"]
            for missing in checks.keys {
                let some = checks.filter { $0.key != missing }
                try await visitor.open("/work/cases/\(file)/interpreters")
                #expect(try await visitor.fill("/interpreters", session.merging(some) { $1 }).status == 422)
            }
            let late = session.merging(checks) { $1 }.merging(day("held-on", today.adding(days: 30))) { $1 }
            #expect(try await visitor.fill("/interpreters", late).status == 422)
            let assigned = try await visitor.fill("/interpreters", session.merging(checks) { $1 })
            #expect(assigned.status == 200 && assigned.text.contains("Zora Invented"))
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/interpreters").status == 404)
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM interpreter_assignment") } == 1)
        }
    }
}

@Suite struct `A sealed package` {
    private func made(
        _ cast: CaseCast, isFirst: Bool = true
    ) async throws -> (file: ID<CaseFile>, referral: ID<ServiceReferral>, link: String, code: String) {
        let (file, service) = (try await cast.file(), try await cast.clinicService(isFirst ? "Walk-in clinic" : "Evening clinic"))
        try await cast.consent(file, to: cast.provider)
        let referral = try await cast.refer(file, to: [service], hide: ["identity.documents"]).unwrapped()
        try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
        let page = try await cast.worker.visitor.fill("/package")
        let codes = page.page.all("code").map(\.text)
        try #require(codes.count == 2, "\(page.text)")
        let link = try #require(codes[0].firstRange(of: "/package/"))
        return (file, referral, String(codes[0][link.lowerBound...]), codes[1])
    }

    @Test(arguments: Databases.all) func `opens once with its code, and takes one answer`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (_, referral, link, code) = try await made(cast)
            let outside = site.visitor()
            let asked = try await outside.open(link)
            #expect(asked.status == 200 && !asked.text.contains("Amina") && asked.page.faults == [])
            #expect(asked.header("cache-control")?.contains("no-store") == true)
            // Looking twice uses nothing.
            try await outside.open(link)
            let opened = try await outside.fill(link, ["code": code])
            #expect(opened.text.contains("Amina Example") && !opened.text.contains("EX-0001") && opened.page.faults == [])
            let second = site.visitor()
            try await second.open(link)
            #expect(try await second.fill(link, ["code": code]).status == 404)
            #expect(try await outside.open(link).status == 200)
            let kept = try await site.database.read { tx in try tx.exists("SELECT 1 FROM service_package WHERE content IS NOT NULL") }
            #expect(!kept)
            let again = try await made2(cast, referral)
            try await outside.open(again.link)
            try await outside.fill(again.link, ["code": again.code])
            let answered = try await outside.fill("/answer", ["answer": "yes"])
            #expect(answered.status == 200)
            #expect(try await cast.stage(referral) == .accepted)
        }
    }

    // A provider without an account follows the help to its end, with what it has: the link and the code.
    @Test(arguments: Databases.all) func `takes reports after a yes, and shows nothing of the person again`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, referral, link, code) = try await made(cast)
            let outside = site.visitor()
            try await outside.open(link)
            try await outside.fill(link, ["code": code])
            let accepted = try await outside.fill("/answer", ["answer": "yes"])
            #expect(accepted.text.contains("Keep the link and the code"))

            // Weeks later: with a wrong code nothing, with the right one what may come next and no more.
            site.clock.pass(.days(20))
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code == "000000" ? "000001" : "000000"]).status == 422)
            let report = try await outside.fill(link, ["code": code])
            #expect(report.status == 200 && !report.text.contains("Amina") && report.page.faults == [])
            #expect(report.text.contains("The help has begun") && !report.text.contains("the need is met"))
            let begun = try await outside.fill("/report", ["report": "began"])
            #expect(begun.status == 200)
            #expect(try await cast.stage(referral) == .started)
            // The page's token was good once.
            #expect(try await outside.open(link).status == 200)
            try await outside.fill(link, ["code": code])
            #expect(try await outside.fill("/report", ["report": "met"]).status == 200)
            #expect(try await cast.stage(referral) == .completed)
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code]).status == 404)
            let worker = try await site.signIn(cast.worker.actor.account).visitor
            #expect(try await worker.open("/work/cases/\(file)").text.contains("The need is met"))
        }
    }

    @Test(arguments: Databases.all) func `lets a provider say that it can't help after all, and dies with three wrong codes`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            for ending in ["not_after_all", "wrong codes"] {
                let (_, referral, link, code) = try await made(cast, isFirst: ending == "not_after_all")
                let outside = site.visitor()
                try await outside.open(link)
                try await outside.fill(link, ["code": code])
                try await outside.fill("/answer", ["answer": "yes"])
                try await outside.open(link)
                if ending == "not_after_all" {
                    try await outside.fill(link, ["code": code])
                    try await outside.fill("/report", ["report": "not_after_all"])
                    #expect(try await cast.stage(referral) == .withdrawn)
                } else {
                    for status in [422, 422, 404] {
                        try await outside.open(link)
                        #expect(try await outside.fill(link, ["code": code == "000000" ? "000001" : "000000"]).status == status)
                    }
                    try await outside.open(link)
                    #expect(try await outside.fill(link, ["code": code]).status == 404)
                    #expect(try await cast.stage(referral) == .accepted)
                }
            }
        }
    }

    private func made2(_ cast: CaseCast, _ referral: ID<ServiceReferral>) async throws -> (link: String, code: String) {
        try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
        let codes = try await cast.worker.visitor.fill("/package").page.all("code").map(\.text)
        let link = try #require(codes[0].firstRange(of: "/package/"))
        return (String(codes[0][link.lowerBound...]), codes[1])
    }

    @Test(arguments: Databases.all) func `is destroyed after three wrong codes, and after two days`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (_, referral, link, code) = try await made(cast)
            let wrong = code == "000000" ? "000001" : "000000"
            let outside = site.visitor()
            for status in [422, 422, 404] {
                try await outside.open(link)
                #expect(try await outside.fill(link, ["code": wrong]).status == status)
            }
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code]).status == 404)
            let (late, lateCode) = try await made2(cast, referral)
            site.clock.pass(.hours(11))
            #expect(try await site.runJobs().failed.isEmpty)
            site.clock.pass(.hours(38))
            try await outside.open(late)
            #expect(try await outside.fill(late, ["code": lateCode]).status == 404)
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(
                try await site.database.read { tx in try tx.exists("SELECT 1 FROM service_package WHERE content IS NOT NULL") } == false)
        }
    }
}
