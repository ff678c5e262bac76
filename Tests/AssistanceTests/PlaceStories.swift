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

func day(_ name: String, _ day: Day) -> [String: String] {
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
            // Amina, of 27 to 29, slept nowhere forty years ago.
            let unborn = try await keeper.fill("/stays", ["file": code].merging(day("first", today.adding(days: -40 * 365))) { $1 })
            #expect(unborn.status == 422)
            #expect(unborn.page.element(id: "problems")?.text.contains("First night: The person was not born yet") == true)
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
