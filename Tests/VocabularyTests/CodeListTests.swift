import Basics
import Foundation
import Testing
import Vocabulary

@Suite struct `The code lists` {
    let lists: CodeLists
    let codebook: Codebook

    init() throws {
        codebook = try Shipped.codebook.get()
        lists = codebook.lists
    }

    @Test func `are those that the field needs`() {
        let needed: Set = [
            "act", "means", "sex", "gender", "age_band", "exploitation", "sector", "suspect_role", "recruitment_method",
            "control_method", "victim_status", "relationship", "region",
        ]
        #expect(needed.isSubset(of: Set(lists.names)))
    }

    @Test(arguments: Language.allCases) func `name every code in its own script`(language: Language) throws {
        for name in lists.names {
            let list = try #require(lists[name])
            #expect(list.title[language].unicodeScalars.contains(where: language.writes), "\(name)")
            for entry in list.entries {
                #expect(entry.name[language].unicodeScalars.contains(where: language.writes), "\(name) \(entry.code)")
            }
        }
    }

    @Test func `give no two codes of a list the same name`() throws {
        for name in lists.names {
            let list = try #require(lists[name])
            for language in Language.allCases {
                #expect(Set(list.entries.map { $0.name[language] }).count == list.entries.count, "\(name) in \(language.code)")
            }
        }
    }

    @Test func `hold exactly the codes that the program branches on`() {
        func same<Value: Listed & RawRepresentable & CaseIterable>(_ type: Value.Type) where Value.RawValue == String {
            #expect(Set(lists[type].entries.map(\.code)) == Set(type.allCases.map(\.rawValue)), "\(type.list)")
        }
        same(Act.self)
        same(Means.self)
        same(Sex.self)
        same(AgeBand.self)
        same(Exploitation.self)
    }

    @Test func `say for every code of HTCDS which of ours it is, or why it is not carried`() throws {
        let htcds = try HTCDS.load(from: Shipped.share)
        #expect(htcds.fields.count == 84)
        #expect(htcds.fields.count { !$0.codes.isEmpty } == 21)
        let left = try Shipped.lines("vocabulary/htcds_not_carried.csv").map { ($0[0], $0[1], $0[2...].joined()) }
        #expect(left.allSatisfy { !$0.2.isEmpty })
        for field in htcds.fields {
            for code in field.codes {
                let isCarried = lists.names.contains { lists[$0]?.entry(htcds: field.field, code.code) != nil }
                let isLeft = left.contains { $0.0 == field.field && ($0.1 == code.code || $0.1 == "*") }
                #expect(isCarried != isLeft, "\(field.field) \(code.code)")
            }
        }
        for (field, code, _) in left {
            #expect(htcds.fields.contains { $0.field == field && (code == "*" || htcds.has(field: field, code: code)) })
        }
    }

    @Test func `read what they write to HTCDS`() {
        let exploitation = lists[Exploitation.self]
        for entry in exploitation.entries {
            guard let code = entry.outward(htcds: "vic_TypeOfExploitation") else {
                Issue.record("\(entry.code) has no way out")
                continue
            }
            let back = exploitation.entry(htcds: "vic_TypeOfExploitation", code)
            #expect(back != nil, "\(entry.code) goes out as \(code), which does not come back")
        }
        #expect(exploitation.entry(htcds: "vic_TypeOfExploitation", "ForcedBegging")?.code == "forced_begging")
        #expect(exploitation["forced_criminality"]?.outward(htcds: "vic_TypeOfExploitation") == "Other")
        #expect(exploitation.entry(htcds: "vic_TypeOfExploitation", "Other")?.code == "other")
    }

    @Test func `know the labels of the published figures`() throws {
        var labels: [Int: Set<String>] = [:]
        for line in try Shipped.lines("glotip/glotip_full.csv") {
            let fields = line.joined(separator: ",").csvFields
            if fields[2] == "exploitation" { labels[3, default: []].insert(fields[3]) }
            labels[4, default: []].insert(fields[4])
            labels[5, default: []].insert(fields[5])
        }
        for label in labels[3] ?? [] { #expect(lists[Exploitation.self].entry(glotip: label) != nil, "\(label)") }
        for (column, list) in [(4, lists[Sex.self]), (5, lists[AgeBand.self])] {
            for label in labels[column] ?? [] where label != list.glotipTotal { #expect(list.entry(glotip: label) != nil, "\(label)") }
        }
    }

    @Test func `lie under wider codes without going round in circles`() throws {
        for name in lists.names {
            let list = try #require(lists[name])
            for entry in list.entries {
                let top = list.top.filter { list.isOrLiesUnder(entry.code, $0.code) }
                #expect(top.count == 1, "\(name) \(entry.code)")
            }
        }
        #expect(lists[Exploitation.self].isOrLiesUnder("prostitution", "sexual_exploitation"))
        #expect(!lists[Exploitation.self].isOrLiesUnder("sexual_exploitation", "prostitution"))
    }

    @Test func `give out codes with the version they were coded with`() throws {
        let code = try #require(lists.code("fishing", of: Sector.self))
        #expect(code.description == "fishing@1")
        #expect(lists.name(of: code)[.fr] == "Pêche et aquaculture")
        #expect(lists.code("fishery", of: Sector.self) == nil)
        #expect(lists.code(Act.harbouring).value == .harbouring)
        #expect(try JSONDecoder().decode(Code<Sector>.self, from: JSONEncoder().encode(code)) == code)
    }

    @Test func `are looked up by list and scheme, as a mapping names them`() {
        #expect(codebook.code(for: "F", list: "sex", scheme: "glotip") == "female")
        #expect(codebook.code(for: "Feminine", list: "sex", scheme: "htcds:prs_Gender") == "female")
        #expect(codebook.code(for: "female", list: "sex", scheme: nil) == "female")
        #expect(codebook.code(for: "T", list: "sex", scheme: "glotip") == nil)
        #expect(codebook.code(for: "FR", list: "country", scheme: "alpha2") == "FRA")
        #expect(codebook.knows(list: "sex", scheme: "glotip"))
        #expect(!codebook.knows(list: "sex", scheme: "htcds:org_Type"))
        #expect(!codebook.knows(list: "sax", scheme: nil))
    }

    @Test(arguments: [(0, AgeBand.from0), (8, .from0), (9, .from9), (17, .from9), (18, .from18), (48, .from48), (125, .from48)])
    func `put an age in one band`(age: Int, band: AgeBand) {
        #expect(AgeBand(age: age) == band)
        #expect(band.wide == (age < 18 ? .child : .adult))
    }

    @Test func `have no band for an age that nobody has`() {
        #expect(AgeBand(age: -1) == nil)
        #expect(AgeBand(age: 126) == nil)
    }
}
