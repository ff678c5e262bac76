import Basics
import Fixtures
import Store
import Testing
import Vocabulary

@testable import Instruments

@Suite struct `The treaty register` {
    @Test(arguments: Databases.all) func `holds 24 instruments and 2,337 rows`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let (treaties, rows) = try await database.read { tx in (try tx.treaties(), try tx.participations()) }
            #expect(treaties.count == 24)
            #expect(rows.count == 2_337)
            #expect(Set(rows.map(\.treaty)).count == 17)
            #expect(treaties.first?.code == "UNTOC")
        }
    }

    @Test(arguments: Databases.all) func `counts as many parties as the files say of themselves`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let standings = try await Shipped.room(database).standings().all
            for standing in standings where standing.isKnown {
                guard let match = standing.treaty.completeness.firstMatch(of: /, (\d+) parties/) else { continue }
                #expect(standing.parties.count == Int(match.output.1), "\(standing.treaty.code)")
            }
            #expect(standings.first { $0.treaty.code == "TIP" }?.parties.count == 178)
            let forcedLabour = try #require(standings.first { $0.treaty.code == "C029" })
            #expect(!forcedLabour.isKnown && forcedLabour.coverage == nil, "no rows is not known, which is not none")
        }
    }

    @Test(arguments: Databases.all) func `knows who is missing, observers included`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let room = try Shipped.room(database)
            let (rights, _) = try await room.standing("CRC")
            #expect(rights.missing.map(\.country.code.alpha3) == ["USA"])
            #expect(rights.expected.count == 195)
            let (european, _) = try await room.standing("CETS197")
            #expect(european.missing.isEmpty, "every member of the Council of Europe is party")
        }
    }

    @Test(arguments: Databases.all) func `tells how one State stands to each treaty`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let rows = try await database.read { try $0.participations(of: "CZE") }
            let protocolRow = try #require(rows.first { $0.treaty == "TIP" })
            #expect(protocolRow.isParty)
            #expect(protocolRow.actedOn == DateSpan(text: "2013-10/2018-07"))
            #expect(protocolRow.provenance.confidence == .c)
            #expect(protocolRow.provenance.precision == .window)
        }
    }

    @Test func `lists what should be looked up`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let list = Reconciliation.list(try await database.read { try $0.participations() })
            func count(_ reason: Reconciliation.Reason) -> Int { list.count { $0.reason == reason } }
            #expect(count(.conflict) == 13)
            #expect(count(.unverified) == 7)
            #expect(count(.noDate) == 40)
            #expect(count(.impreciseDate) == 31 + 11 + 1)
            #expect(count(.actionUnclear) == 30)
            #expect(count(.derivedDate) == 7)
        }
    }
}

@Suite struct `Progress over the years` {
    private let treaty = Treaty(
        code: "T", reference: "R", depositary: "D", name: "N", adoptedOn: Day(iso: "2000-11-15"), inForceOn: nil, statusAsOf: "",
        completeness: ""
    )

    @Test func `is a range where the date is`() {
        let rows = [row("AAA", "2001-05-05"), row("BBB", "2001/2003"), row("CCC", nil)]
        let years = Progress(rows, of: treaty).years
        #expect(years.map(\.year) == [2000, 2001, 2002, 2003])
        #expect(years.map(\.parties) == [.range(0...1), .range(1...3), .range(1...3), .exact(3)])
    }

    @Test func `never falls, and ends at the number of parties`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let rows = Dictionary(grouping: try await database.read { try $0.participations() }, by: \.treaty)
            for treaty in try await database.read({ try $0.treaties() }) {
                let years = Progress(rows[treaty.code] ?? [], of: treaty).years
                let bounds = years.compactMap(\.parties.bounds)
                for (before, after) in zip(bounds, bounds.dropFirst()) {
                    #expect(before.lowerBound <= after.lowerBound && before.upperBound <= after.upperBound, "\(treaty.code)")
                }
                let parties = rows[treaty.code]?.count { $0.isParty } ?? 0
                #expect((bounds.last?.upperBound ?? 0) == parties && (bounds.last?.lowerBound ?? 0) == parties, "\(treaty.code)")
            }
        }
    }

    private func row(_ party: String, _ date: String?) -> Participation {
        Participation(
            treaty: "T", party: party, signedOn: nil, action: .accession, actedOn: date.flatMap { DateSpan(text: $0) },
            provenance: Provenance(precision: .day, confidence: .a, conflict: "", source: "a list", asOf: nil)
        )
    }
}

@Suite struct `A date that is known in part` {
    @Test(arguments: ["2003-09-29", "2014-08", "1976", "2013-10/2018-07"]) func `keeps its text`(text: String) {
        #expect(DateSpan(text: text)?.text == text)
    }

    @Test(arguments: ["", "2003-13", "29 Sep 2003", "2018-07/2013-10", "2013/2014/2015", "/"]) func `is nothing else`(text: String) {
        #expect(DateSpan(text: text) == nil)
    }

    @Test func `is found in the name of a source`() {
        let scrape = Provenance.datesMentioned(in: "UNTC via zmjones/untreaties (scraped 2013-10..2015-03)")
        #expect(scrape?.text == "2013-10/2015-03")
        #expect(Provenance.datesMentioned(in: "world-politics-datalab (UNTC, Aug 2022)")?.text == "2022-08")
        #expect(Provenance.datesMentioned(in: "whatconvention.org (~2016)")?.text == "2016")
        #expect(Provenance.datesMentioned(in: "coe.int page (48 parties: all 46 CoE members)") == nil)
    }
}
