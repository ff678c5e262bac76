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

extension DatabaseKind {
    /// A node with case work, stewardship, Evidence and the feed between them.
    func withFeed(_ story: (CaseSite, CaseCast) async throws -> Void) async throws {
        var evidence = ProtectionBranch()
        evidence.migrations = EvidenceSchema.migrations
        let share = Share(folder: CaseSiteFiles.root.appending(path: "share"))
        let (shapes, sources) = (try WorldShapes(share), try SourceBook.load(from: share))
        evidence.addRoutes = { routes, room in
            routes.addInternalFigures(
                InternalFiguresRoom(gate: room.gate, codebook: room.codebook) { facet, code in
                    facet == .stage ? room.profile.decisionNames[code] ?? .data(code) : .data(code)
                })
            let statistics = Statistics(database: room.database, countries: room.countries)
            routes.addNumbers(NumbersPages(statistics: statistics, codebook: room.codebook, shapes: shapes))
            let importer = Importer(gate: room.gate, codebook: room.codebook, sources: sources, vault: room.vault)
            routes.addImports(ImportRoom(importer: importer, vault: room.vault))
        }
        var feed = ProtectionBranch()
        feed.migrations = CaseRecordFeed.migrations
        feed.jobs = { [CaseRecordFeed.job($0)] }
        feed.erasure = [CaseRecordFeed.erasure]
        try await withCaseSite([CaseWorkBranch.branch, StewardshipBranch.branch, evidence, feed]) { site in
            try await story(site, try await CaseCast(site))
        }
    }
}

extension CaseSite {
    /// A minute goes by.
    func minute() async throws {
        clock.pass(.minutes(1))
        let (_, failed) = try await runJobs()
        #expect(failed == [:])
    }

    func count(_ question: SQL) async throws -> Int { try await database.read { tx in try tx.count(question) } }

    func persons(by facet: PersonFacet) async throws -> [String: Int] {
        let answer = try await PersonStatistics(database: database).answer(
            PersonQuestion(source: LiveRecords.source, years: nil, by: [facet]))
        return Dictionary(answer.rows.map { ($0.values[0], $0.persons) }) { first, _ in first }
    }

    /// Closes a file for a reason, or opens it again.
    func close(_ file: ID<CaseFile>, _ reason: String?) async throws {
        let now = clock.now
        try await database.write { tx in
            try tx.run("UPDATE case_file SET closed_at = \(reason == nil ? nil : now), closure_reason = \(reason) WHERE id = \(file)")
            try CaseEvent.write(moved, in: file, by: nil, at: now, tx: tx)
        }
    }

    /// Publishes invented figures of two countries, so that there are pages to look at.
    func publishAFew() async throws {
        let rows = [
            "alpha3,indicator,dimension,category,sex,age,year,value", "FRA,victims,total,,T,T,2019,100", "BRA,victims,total,,T,T,2019,<5",
            "FRA,victims,citizenship,Brazil,T,T,2019,12",
        ]
        let sources = try SourceBook.load(from: Share(folder: CaseSiteFiles.root.appending(path: "share")))
        let importer = Importer(gate: room.gate, codebook: room.codebook, sources: sources, vault: room.vault)
        _ = try await importer.run(
            .bytes(Array((rows.joined(separator: "\n") + "\n").utf8), name: "few.csv"), mapping: "glotip", for: .console(at: clock.now))
    }

    /// Everything that a stranger reads of figures.
    func publicText() async throws -> [String] {
        let stranger = visitor()
        var texts: [String] = []
        for path in [
            "/numbers", "/numbers/reporting", "/numbers/flows", "/numbers/compare", "/numbers/quality", "/numbers/sources", "/countries",
            "/numbers?source=case-files", "/numbers/sources?source=case-files", "/work/internal-figures",
        ] {
            let reply = try await stranger.open(path)
            // A page that is not there would say nothing, and prove nothing.
            if path.hasPrefix("/numbers"), !path.contains("case-files") { #expect(reply.status == 200, "\(path)") }
            texts.append("\(reply.status) \(reply.page.text)")
        }
        return texts
    }
}
