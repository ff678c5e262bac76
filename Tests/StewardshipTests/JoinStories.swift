import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

@Suite struct `Files of one person` {
    private func match(
        _ cast: CaseCast, by keeper: CasePlayer? = nil
    ) async throws -> (ID<PersonMatch>, ID<CaseFile>, ID<CaseFile>) {
        let first = try await cast.file()
        let second = try await cast.file(of: ["Amina Exampel"], by: keeper ?? cast.stranger)
        let now = cast.site.clock.now
        let id = ID<PersonMatch>.new(at: now)
        try await cast.site.database.write { tx in
            try tx.run(
                """
                INSERT INTO person_match (id, first_case, second_case, score, reasons, found_at)
                VALUES (\(id), \(first), \(second), 91, 'name', \(now))
                """)
        }
        return (id, first, second)
    }

    /// Everything that a join could touch, as it stands.
    private func state(_ site: CaseSite) async throws -> [String] {
        try await site.database.read { tx in
            try tx.rows("SELECT id, version, joined_into, person_id, organisation_id, next_due FROM case_file ORDER BY id") {
                "\($0.bytes(0)) \($0.int(1)) \($0.optionalBytes(2) ?? []) \($0.bytes(3)) \($0.bytes(4)) \($0.text(5))"
            }
                + tx.rows("SELECT id, version, merged_into FROM person ORDER BY id") {
                    "\($0.bytes(0)) \($0.int(1)) \($0.optionalBytes(2) ?? [])"
                }
                + tx.rows("SELECT id, closed_at, parts FROM case_share ORDER BY id") {
                    "\($0.bytes(0)) \($0.optionalInt(1) ?? 0) \($0.text(2))"
                }
                + tx.rows("SELECT id, stopped_at FROM case_clock ORDER BY id") { "\($0.bytes(0)) \($0.optionalInt(1) ?? 0)" }
                + tx.rows("SELECT id, case_id FROM consent ORDER BY id") { "\($0.bytes(0)) \($0.bytes(1))" }
        }
    }

    @Test(arguments: Databases.all) func `are compared, joined, and parted again exactly as they were`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (id, first, second) = try await match(cast)
            let before = try await state(site)
            let officer = cast.officer.visitor
            let list = try await officer.open("/work/joins")
            #expect(list.text.contains(try await cast.code(of: first)) && list.page.faults == [])
            let coded = try await officer.open("/work/joins/\(id)")
            #expect(coded.status == 200 && !coded.text.contains("Amina"))
            #expect(try await officer.fill("/identities", ["purpose": ""]).status == 422)
            _ = try await officer.open("/work/joins/\(id)")
            let named = try await officer.fill("/identities", ["purpose": "the same person at two doors"])
            #expect(named.text.contains("Amina Example") && named.text.contains("Amina Exampel"))
            // Nobody but the identifying authority.
            #expect(try await cast.supervisor.visitor.open("/work/joins/\(id)").status == 403)
            let second2 = try await site.signIn(cast.secondOfficer.actor.account).visitor
            for browser in [officer, second2] { _ = try await browser.open("/work/joins/\(id)") }
            #expect(try await officer.fill("/joining", ["kept": "first"]).status == 200)
            #expect(try await second2.fill("/difference").status == 409)
            let joined = try await site.database.read { tx in
                try tx.row("SELECT joined_into FROM case_file WHERE id = \(second)") { try $0.optionalID(0, of: CaseFile.self) } ?? nil
            }
            #expect(joined == first)
            // A keeper without a share of the other's file learns nothing of it.
            let keeper = try await cast.worker.visitor.open("/work/cases/\(first)")
            #expect(!keeper.text.contains(try await cast.code(of: second)))
            #expect(try await cast.worker.visitor.open("/work/cases/\(second)").status == 404)
            _ = try await officer.open("/work/joins")
            #expect(try await officer.fill("/parting").status == 200)
            #expect(try await state(site) == before)
        }
    }

    // promise 28: a person who stands in two files is erased in both, or not yet.
    @Test(arguments: Databases.all) func `are forgotten together, and not while another organisation keeps one of them`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let forgetting = Forgetting(room: site.room)
            let (own, first, second) = try await match(cast, by: cast.worker)
            try await FileJoins(room: site.room).join(own, keepingFirst: true, by: cast.officer.actor)
            try await cast.close(first)
            await #expect(throws: StewardshipRefused.otherFileKept) {
                try await forgetting.erase(first, on: .request, by: cast.supervisor.actor)
            }
            try await cast.close(second)
            let people = try await site.database.read { tx in
                try [first, second].map { try #require(try CaseSummary.find($0, in: tx)).person }
            }
            _ = try await forgetting.erase(second, on: .request, by: cast.supervisor.actor)
            for person in people { await #expect(throws: VaultRefused.erased) { try await site.room.vault.key(for: person) } }
            let left = try await site.database.read { tx in
                (
                    try tx.count("SELECT count(*) FROM person WHERE identity IS NOT NULL"),
                    try tx.count("SELECT count(*) FROM erasure_order WHERE complete_on IS NOT NULL")
                )
            }
            #expect(left == (0, 2))
            let (foreign, mine, _) = try await match(cast)
            try await FileJoins(room: site.room).join(foreign, keepingFirst: true, by: cast.officer.actor)
            try await cast.close(mine)
            await #expect(throws: StewardshipRefused.joinedFileElsewhere) {
                try await forgetting.erase(mine, on: .request, by: cast.supervisor.actor)
            }
        }
    }

    @Test(arguments: Databases.all) func `have one timeline while they are joined, for whoever reaches both`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let first = try await cast.file()
            let second = try await cast.file(of: ["Amina Exampel"], by: cast.colleague)
            let now = site.clock.now
            let id = ID<PersonMatch>.new(at: now)
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO person_match (id, first_case, second_case, score, reasons, found_at)
                    VALUES (\(id), \(first), \(second), 91, 'name', \(now))
                    """)
            }
            let (one, two) = (try await cast.code(of: first), try await cast.code(of: second))
            let supervisor = cast.supervisor.visitor
            #expect(!(try await supervisor.open("/work/cases/\(first)/timeline").text.contains(two)))
            _ = try await cast.officer.visitor.open("/work/joins/\(id)")
            #expect(try await cast.officer.visitor.fill("/joining", ["kept": "first"]).status == 200)
            // Lines of both, each marked by its file, on the pages of either.
            for file in [first, second] {
                let lines = try await supervisor.open("/work/cases/\(file)/timeline")
                #expect(lines.text.contains(one) && lines.text.contains(two) && lines.page.faults == [])
            }
            // Whoever is barred from one of them sees the other's lines alone, and no number.
            try await Bars(room: site.room).add(.account("sami"), to: second, askedBy: .person, by: cast.colleague.actor)
            #expect(!(try await supervisor.open("/work/cases/\(first)/timeline").text.contains(two)))
            #expect(try await cast.stranger.visitor.open("/work/cases/\(first)/timeline").status == 404)
            try await FileJoins(room: site.room).part(second, by: cast.officer.actor)
            #expect(!(try await cast.worker.visitor.open("/work/cases/\(first)/timeline").text.contains(two)))
        }
    }

    @Test(arguments: Databases.all) func `are shared between their keepers on a law, where the authority says so`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (id, first, second) = try await match(cast)
            _ = try await cast.officer.visitor.open("/work/joins/\(id)")
            #expect(
                try await cast.officer.visitor.fill("/share", ["parts": "care", "law": "danger_to_life", "because": "the same house"])
                    .status == 200)
            #expect(try await cast.worker.visitor.open("/work/cases/\(second)").status == 200)
            #expect(try await cast.stranger.visitor.open("/work/cases/\(first)").status == 200)
            #expect(try await cast.worker.visitor.open("/work/cases/\(second)/identity").status == 404)
        }
    }

    @Test(arguments: Databases.all) func `are not there for an officer who is barred from one of them`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let (id, first, _) = try await match(cast)
            try await Bars(room: site.room).add(.account("ines"), to: first, askedBy: .person, by: cast.worker.actor)
            #expect(try await cast.officer.visitor.open("/work/joins/\(id)").status == 404)
            #expect(try await cast.officer.visitor.open("/work/joins").text.contains(try await cast.code(of: first)) == false)
        }
    }
}

@Suite struct `What a person asks to be told` {
    @Test(arguments: Databases.all)
    func `says what is held and who saw it, names nobody of the staff, withholds by law, and is handed over safely`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite(stewardship) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.provider, [.care])
            _ = try await cast.provider.visitor.open("/work/cases/\(file)")
            _ = try await cast.supervisor.visitor.open("/work/cases/\(file)/identity")
            _ = try await cast.supervisor.visitor.fill("/identity", ["purpose": "check before the hearing"])
            let worker = cast.worker.visitor
            #expect(try await worker.open("/work/cases/\(file)/subject-access/sheet").status == 422)
            _ = try await worker.open("/work/cases/\(file)/subject-access")
            let today = site.room.day(of: site.clock.now)
            let asked = try await worker.fill("/subject-access", ["asked-by": "person"].merging(today.fields("asked-on")) { $1 })
            #expect(asked.status == 200 && asked.page.faults == [])
            let sheet = try await worker.open("/work/cases/\(file)/subject-access/sheet")
            #expect(sheet.text.contains("Amina Example") && sheet.text.contains("Willow Clinic"))
            #expect(sheet.text.contains("check before the hearing") && sheet.text.contains("Case supervisor"))
            let body = try #require(sheet.page.first("main")).text
            for name in ["Sami", "Dara", "Wanda"] { #expect(!body.contains(name), "the sheet names \(name)") }
            let data = try await worker.open("/work/cases/\(file)/subject-access/data")
            #expect(data.text.contains("\"whoSawMyFile\"") && !data.text.contains("Sami"))
            // An investigation: what the clinic did, and who it is, are withheld; that something is, is said.
            _ = try await worker.open("/work/cases/\(file)/subject-access")
            _ = try await worker.fill(
                "/withholding", ["organisation": "\(cast.provider.actor.organisation)", "reason": "investigation"])
            let narrowed = try await worker.open("/work/cases/\(file)/subject-access/sheet")
            #expect(!narrowed.text.contains("Willow Clinic") && narrowed.text.contains("an investigation"))
            _ = try await worker.open("/work/cases/\(file)/subject-access")
            let handed = try await worker.fill("/handover", ["channel": "in_person"].merging(today.fields("handed-on")) { $1 })
            #expect(handed.status == 200 && handed.text.contains("Into the person’s own hand"))
            for path in ["subject-access", "subject-access/sheet", "subject-access/data", "transfer"] {
                #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/\(path)").status == 404, "\(path)")
            }
        }
    }
}
