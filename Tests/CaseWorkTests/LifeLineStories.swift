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

@Suite struct `The life line` {
    @Test(arguments: Databases.all) func `puts what happened in the order of its dates, and shows only what one may see`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let (experience, leg) = (try #require(site.room.entryKind("experience")), try #require(site.room.entryKind("route-leg")))
            try await Entries(site.room).write(
                ["exploitation": .code("slavery"), "began": .date("2022-05"), "ended": .date("2023")], as: experience, in: file,
                by: cast.worker.actor)
            try await Entries(site.room).write(
                ["country_from": .code("NGA"), "country_to": .code("ITA"), "travelled": .date("2021")], as: leg, in: file,
                by: cast.worker.actor)
            let page = try await cast.worker.visitor.open("/work/cases/\(file)/life-line").page
            #expect(page.faults == [])
            let lines = page.all("li").map(\.text).filter {
                $0.contains("Route") || $0.contains("Experiences") || $0.contains("File opened")
            }
            #expect(lines.count == 3)
            #expect(
                lines[0].contains("Route") && lines[0].contains("Nigeria") && lines[1].contains("2022-05")
                    && lines[2].contains("File opened"))
            try await cast.share(file, with: cast.provider, [.summary, .care])
            let seen = try await cast.provider.visitor.open("/work/cases/\(file)/life-line")
            #expect(seen.status == 200 && seen.text.contains("File opened") && !seen.text.contains("Nigeria"))
        }
    }
}

@Suite struct `The page that says who sees which field` {
    @Test func `is made from the code`() throws {
        let share = Share(folder: CaseSiteFiles.root.appending(path: "share"))
        let written = CaseFieldMatrix.markdown(
            branches: [CaseWorkBranch.branch], roles: try RoleBook.load(from: share), profile: try CaseSiteFiles.examplia(),
            codebook: try Codebook.load(from: share))
        for kind in kindsOfEntries where kind.code != "further-facts" { #expect(written.contains("| \(kind.title[.en]) |")) }
        #expect(written.contains("| Safety plan | Code word (`code_word`) | sealed |"))
        #expect(
            written.contains("| Experiences of exploitation | Name of the fishing vessel (`own_vessel_name`) | the country's own, sealed |")
        )
        // Nobody who looks after the machine, and no rapporteur, has a column.
        #expect(!written.contains("System administrator |") && !written.contains("National rapporteur |"))
        let file = CaseSiteFiles.root.appending(path: "docs/case-file-fields.md")
        let committed = try String(contentsOf: file, encoding: .utf8)
        // Other rooms have entries besides: each line of this room's must stand there.
        for line in written.split(separator: "\n") where line.hasPrefix("| ") {
            #expect(
                committed.contains(line),
                "Run the tests with CONCORD_WRITE_DOCS=1 to write docs/case-file-fields.md anew: \(line.prefix(60))")
        }
    }
}
