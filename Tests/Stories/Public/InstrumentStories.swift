import Fixtures
import Foundation
import HTTPTypes
import Server
import Store
import Testing
import Vocabulary
import WebFixtures

@Suite struct `The instruments` {
    @Test(arguments: Databases.all) func `say the same of a treaty on its page, in its files, on each country's page and in the API`(
        _ kind: DatabaseKind
    ) async throws {
        let site = try await Nodes.world(kind)
        let page = try await site.get("/instruments/TIP").page
        let status = try #require(page.element(id: "status").flatMap { TableReading($0) })
        let api = try await site.get("/api/v1/instruments/TIP/status").json()["status"].items
        let parties = Set(api.filter { $0["is_party"] == .flag(true) }.compactMap { $0["party"].text })
        #expect(parties.count > 150)
        #expect(page.first("main")?.text.contains("\(parties.count)") == true)
        #expect(Set(status.rows.filter { $0[2] == "Party" }.map { $0[1] }).subtracting([""]).isSubset(of: parties))

        let missing = try #require(try await site.get("/instruments/TIP/missing").page.element(id: "missing").flatMap { TableReading($0) })
        #expect(!missing.rows.isEmpty)
        for row in missing.rows { #expect(row.allSatisfy { !parties.contains($0) }, "\(row)") }

        for code in ["FRA", "BRA", "TUV"] {
            let treaties = try #require(try await site.get("/countries/\(code)").page.element(id: "treaties").flatMap { TableReading($0) })
            let tip = try #require(treaties.rows.first { $0.contains("TIP") })
            #expect(tip.contains("Party") == parties.contains(code), "\(code)")
        }
        let list = try #require(try await site.get("/instruments").page.element(id: "treaties").flatMap { TableReading($0) })
        #expect(list.rows.first { $0[0] == "TIP" }?.contains("\(parties.count)") == true)
    }

    @Test(arguments: Databases.all) func `tell what ought to be looked up, and are not there for codes that are none`(_ kind: DatabaseKind)
        async throws
    {
        let site = try await Nodes.world(kind)
        let whole = try await site.get("/instruments/reconciliation").page
        let reasons = whole.links.filter { $0.contains("reason=") && !$0.contains(".") }
        #expect(!reasons.isEmpty)
        for link in reasons { #expect(try await site.get(link).status == 200) }
        for path in [
            "/instruments/NOTHING", "/instruments/%3Cb%3E", "/instruments/NOTHING/missing", "/instruments/TIP/nothing", "/instruments/tip",
        ] {
            #expect(try await site.get(path).status == 404, "\(path)")
        }
        #expect(try await site.get("/instruments?treaty=NOTHING").status == 200)
        #expect(try await site.get("/instruments/reconciliation?reason=nothing").status == 200)
    }
}

@Suite struct `The commitments` {
    private func found(_ site: StorySite, _ query: String) async throws -> Set<String> {
        let page = try await site.get("/commitments?" + query).page
        return Set(page.first("main")?.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("/commitments/") } ?? [])
    }

    @Test(arguments: Databases.all) func `are found by words, document and pillar, the same on the page and in the API`(
        _ kind: DatabaseKind
    ) async throws {
        let site = try await Nodes.world(kind)
        let all = try await site.get("/api/v1/commitments").json()["commitments"].items
        #expect(all.count > 200)
        for (name, field) in [("source", "source"), ("pillar", "pillar")] {
            for value in Set(all.compactMap { $0[field].text }) {
                let some = try await site.get("/api/v1/commitments?\(name)=\(value)").json()["commitments"].items
                #expect(some.count == all.count { $0[field].text == value } && !some.isEmpty)
                #expect(try await site.get("/commitments?\(name)=\(value)").page.text.contains("\(some.count)"), "\(value)")
            }
        }
        let words = try await site.get("/api/v1/commitments?q=housing").json()["commitments"].items
        #expect(!words.isEmpty)
        #expect(
            try await found(site, "q=housing").isSuperset(of: words.prefix(10).compactMap { $0["id"].text }.map { "/commitments/" + $0 }))
        // Signs of a pattern, quotes and rubbish are words that nobody wrote.
        for odd in ["%25%25", "_____", "%27%3B--", "%22", "%5C", "zzzzzz", "%F0%9F%8D%89"] {
            let reply = try await site.get("/commitments?q=" + odd)
            #expect(reply.status == 200 && reply.page.faults == [], "\(odd)")
            #expect(try await site.get("/api/v1/commitments?q=" + odd).json()["commitments"].items.count < 5, "\(odd)")
        }
        for odd in ["q=" + String(repeating: "a", count: 3_000), "from=-5", "from=99999999", "from=x", "source=nothing", "pillar=nothing"] {
            #expect(try await site.get("/commitments?" + odd).status == 200, "\(odd.prefix(20))")
        }
    }

    @Test(arguments: Databases.all) func `each have a page with their exact reference and what they are tied to`(_ kind: DatabaseKind)
        async throws
    {
        let site = try await Nodes.world(kind)
        let all = try await site.get("/api/v1/commitments").json()["commitments"].items
        let one = try #require(all.first { $0["id"].text == "TIP-9.5" })
        let page = try await site.get("/commitments/TIP-9.5").page
        for field in ["id", "statement"] { #expect(page.text.contains(one[field].text ?? "?"), "\(field)") }
        for link in try await site.get("/api/v1/commitments/TIP-9.5").json()["links"].items where link["kind"].text == "commitment" {
            #expect(page.links.contains("/commitments/" + (link["id"].text ?? "")))
        }
        for id in all.compactMap({ $0["id"].text }).enumerated().filter({ $0.offset % 20 == 0 }).map(\.element) {
            #expect(try await site.get("/commitments/" + id).status == 200, "\(id)")
        }
        for id in ["TIP-99.99", "tip-9.5", "%27", "P7%20"] { #expect(try await site.get("/commitments/" + id).status == 404, "\(id)") }
    }

    @Test(arguments: Databases.all) func `are tied together by whoever may, and untied, on record both times`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let officer = try await cast.visitor(try await cast.person("omar", roles: ["treaty-officer"]))
            try await officer.open("/commitments/TIP-9.5")
            let tied = try await officer.fill("/links", ["to": "TIP-6.3", "why": "One needs the other."])
            #expect(
                tied.status == 200 && tied.page.links.contains("/commitments/TIP-6.3") && tied.page.text.contains("One needs the other."))
            #expect(try await officer.fill("/links", ["to": "TIP-99.9", "why": "None"]).status == 422)
            #expect(try await officer.fill("/links", ["to": "TIP-6.4", "why": ""]).status == 422)
            // A visitor sees the tie, and no form to make another.
            let visitor = try await site.get("/commitments/TIP-9.5").page
            #expect(visitor.links.contains("/commitments/TIP-6.3") && !visitor.all("form").contains { $0.attributes["method"] == "post" })
            let form = try #require(
                try await officer.open("/commitments/TIP-9.5").page.all("form").first {
                    ($0.attributes["action"] ?? "").hasSuffix("/removal") && Visitor.prefilled($0).contains { $0 == ("to", "TIP-6.3") }
                }
            )
            #expect(try await officer.send(form.attributes["action"] ?? "", Visitor.prefilled(form)).status == 200)
            #expect(try await !site.get("/commitments/TIP-9.5").text.contains("One needs the other."))
            let rows = try await site.node.database.read { tx in
                try tx.rows("SELECT detail FROM audit_row WHERE deed = 'linkCommitments' AND outcome = 'done' ORDER BY id") {
                    $0.optionalText(0)
                }
            }
            #expect(rows.compactMap { $0 }.sorted() == ["made", "removed"])
        }
    }
}

@Suite struct `The definition` {
    private static let facts: [(query: String, json: String)] = [
        (
            "acts=recruitment&means=deception&purposes=forced_labour&age=adult",
            #"{"acts":["recruitment"],"means":["deception"],"purposes":["forced_labour"],"age":"adult"}"#
        ),
        (
            "acts=harbouring&purposes=sexual_exploitation&age=child",
            #"{"acts":["harbouring"],"purposes":["sexual_exploitation"],"age":"child"}"#
        ),
        ("acts=recruitment&purposes=forced_labour&age=adult", #"{"acts":["recruitment"],"purposes":["forced_labour"],"age":"adult"}"#),
        (
            "acts=transfer&means=force&purposes=organ_removal&age=unknown&consent_claimed=yes",
            #"{"acts":["transfer"],"means":["force"],"purposes":["organ_removal"],"age":"unknown","consent_claimed":true}"#
        ),
    ]

    @Test(arguments: Databases.all) func `answers by its page as it answers programs, step by step`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        var outcomes: Set<String> = []
        for (query, json) in Self.facts {
            let reply = try await site.ask("/api/v1/classify", json)
            #expect(reply.status == 200, "\(json): \(reply.text)")
            let answer = try reply.json()
            outcomes.insert(answer["outcome"].text ?? "")
            let page = try await site.get("/definition?" + query).page
            let found = page.element(id: "answer")
            let section = try #require(found, "\(query)")
            #expect(section.all("h4").count == answer["steps"].items.count, "\(query)")
            for step in answer["steps"].items { #expect(section.text.contains(step["text"].text ?? "?"), "\(query)") }
            #expect(section.all("p").contains { $0.has("danger") } == (answer["is_trafficking"] == .flag(true)), "\(query)")
        }
        #expect(outcomes.count >= 2)
        // A child needs no means: the same act and purpose of an adult are another matter.
        #expect(try await site.ask("/api/v1/classify", Self.facts[1].json).json()["is_trafficking"] == .flag(true))
        #expect(try await site.ask("/api/v1/classify", Self.facts[2].json).json()["is_trafficking"] == .flag(false))
    }

    @Test func `asks again for what is none of its choices, in the reader's language`() async throws {
        let site = try await Nodes.world(.sqlite)
        #expect(try await site.get("/definition").page.element(id: "answer") == nil)
        for language in Language.allCases {
            let odd = try await site.get("/\(language.code)/definition?acts=nothing&age=old")
            #expect(odd.status == 422 && odd.page.element(id: "answer") == nil)
            #expect(try await site.get("/\(language.code)/definition?" + Self.facts[0].query).page.element(id: "answer") != nil)
        }
        // It keeps nothing, so there is nothing to send to it.
        #expect(try await site.send(.post, "/definition").status == 405)
    }
}
