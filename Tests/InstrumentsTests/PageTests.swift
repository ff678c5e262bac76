import Basics
import Fixtures
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary
import Web

@testable import Instruments

@Suite struct `The pages of the instruments` {
    private static let publicPages = [
        "/instruments", "/instruments?treaty=CRC", "/instruments/TIP", "/instruments/C029", "/instruments/CETS197",
        "/instruments/TIP/missing",
        "/instruments/CETS197/missing", "/instruments/C029/missing", "/instruments/reconciliation",
        "/instruments/reconciliation?reason=conflict",
        "/commitments", "/commitments?source=GUIDELINES&pillar=protection", "/commitments?q=nothing+finds+this", "/commitments/TIP-9.5",
        "/commitments/VF-178d", "/definition", "/definition?acts=recruitment&purposes=forced_labour&age=perhaps_child&consent_claimed=yes",
        "/definition?age=adult&smuggling=paid_for_crossing&labour=no_contract",
    ]

    @Test(arguments: Language.allCases) func `are complete in every language`(language: Language) async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let site = try RegisterSite(database)
            for page in Self.publicPages {
                let answer = try await site.get("/\(language.code)\(page)")
                #expect(answer.status == .ok, "\(page)")
                #expect(answer.text.contains("<html lang=\"\(language.code)\""), "\(page)")
                // A word that has no text in the language falls back to English and is marked so.
                if language != .en { #expect(!answer.text.contains("<span lang=\"en\">"), "\(page)") }
            }
        }
    }

    @Test(arguments: Databases.all) func `show each row with how it is known`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let page = try await RegisterSite(database).get("/instruments/TIP").text
            #expect(page.contains("C: not verified"))
            #expect(page.contains("between October 2013 and July 2018"))
            #expect(page.contains("State named from memory"))
            #expect(page.contains("not verified; source not recorded"))
            #expect(page.contains("178"))
        }
    }

    @Test func `offer each table as a file`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let site = try RegisterSite(database)
            let stems = [
                "/instruments", "/instruments/progress", "/instruments/TIP", "/instruments/TIP/progress", "/instruments/TIP/missing",
                "/instruments/reconciliation",
                "/commitments",
            ]
            for stem in stems {
                for format in ["csv", "xlsx", "json"] {
                    #expect(try await site.get("\(stem).\(format)").status == .ok, "\(stem).\(format)")
                }
            }
            let csv = try await site.get("/instruments/TIP.csv").text
            #expect(csv.contains("Czechia") || csv.contains("Czech Republic"))
            let found = try await site.get("/commitments.json?source=PRINCIPLES").text
            #expect(found.contains("P17") && !found.contains("G1.1"))
        }
    }

    @Test func `say nothing of what is not there`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let site = try RegisterSite(database)
            for page in ["/instruments/NONE", "/instruments/NONE/missing", "/commitments/P99", "/instruments/NONE.csv"] {
                #expect(try await site.get(page).status == .notFound, "\(page)")
            }
            #expect(try await site.get("/definition?acts=nonsense").status == .unprocessableContent)
            #expect(try await site.get("/instruments/reconciliation?reason=nonsense").status == .ok)
            #expect(try await site.get("/commitments?from=999999").status == .ok)
            #expect(try await site.get("/commitments?from=-5").status == .ok)
        }
    }

    @Test func `answer with the clause of each step and store nothing`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let page = try await RegisterSite(database).get(
                "/definition?acts=recruitment&means=deception&purposes=forced_labour&age=adult&consent_claimed=yes"
            ).text
            #expect(page.contains("These facts are trafficking in persons."))
            for clause in ["TIP-3.a", "TIP-3.b", "TIP-4", "G3.1"] { #expect(page.contains("/commitments/\(clause)\"")) }
        }
    }

    @Test func `keep the import to those who have the deed`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let site = try RegisterSite(database)
            #expect(try await site.get("/instruments/import").status != .ok)
            #expect(try await site.get("/instruments/import", as: "amina").status == .ok)
        }
    }

    @Test(arguments: Databases.all) func `lead through an import: upload, differences, application`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let site = try RegisterSite(database)
            let fields = ["treaty": "TIP", "source": "UN Treaty Collection", "as_of": "1", "as_of-month": "11", "as_of-year": "2026"]
            let bad = try await site.post("/instruments/import", fields, file: "Participant,Date,Action\nAtlantis,2003-01-01,accession\n")
            #expect(bad.status == .unprocessableContent)
            #expect(bad.text.contains("it names no State or area"))
            let future = try await site.post(
                "/instruments/import", fields.merging(["as_of-year": "2027"]) { $1 },
                file: "Participant,Date,Action\nBhutan,2023-02-20,accession\n"
            )
            #expect(future.status == .unprocessableContent)
            let kept = try await site.post(
                "/instruments/import", fields, file: "Participant,Date,Action\nCzech Republic,2014-12-17,ratification\n"
            )
            #expect(kept.status == .seeOther, "\(kept.text.prefix(2_000))")
            let place = try #require(kept.headers[.location])
            let page = try await site.get(place, as: "amina").text
            #expect(page.contains("between October 2013 and July 2018") && page.contains("17 December 2014"))
            let digest = try #require(page.firstMatch(of: /name="shown" value="([0-9a-f]+)"/)).output.1
            let stale = try await site.post("\(place)/application", ["shown": "0"])
            #expect(stale.status == .conflict)
            let applied = try await site.post("\(place)/application", ["shown": String(digest)])
            #expect(applied.status == .seeOther)
            #expect(try await site.get("/instruments/TIP").text.contains("UN Treaty Collection"))
        }
    }

    @Test func `let a person with the deed link two commitments`() async throws {
        try await Shipped.withDatabase(.sqlite) { database in
            let site = try RegisterSite(database)
            #expect(!(try await site.get("/commitments/P7").text.contains("Add a link")))
            #expect(try await site.get("/commitments/P7", as: "amina").text.contains("Add a link"))
            #expect(try await site.post("/commitments/P7/links", ["to": "VF-166", "why": "Both protect"]).status == .seeOther)
            #expect(try await site.get("/commitments/VF-166").text.contains("Both protect"))
            #expect(try await site.post("/commitments/P7/links", ["to": "P7", "why": "Itself"]).status == .unprocessableContent)
            #expect(try await site.post("/commitments/P7/links/removal", ["kind": "commitment", "to": "VF-166"]).status == .seeOther)
            #expect(!(try await site.get("/commitments/VF-166").text.contains("Both protect")))
        }
    }
}
