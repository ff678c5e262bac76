import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The same as a document for programs.
struct SubjectData: Encodable, Sendable {
    struct Saw: Encodable, Sendable {
        let day: String
        let organisation: String
        let roles: [String]
        let what: String
        let purpose: String?
    }

    struct Given: Encodable, Sendable {
        let day: String
        let organisation: String
        let purpose: String
        let ground: String
    }

    let file: String
    let madeOn: String
    let names: [String]
    let aliases: [String]
    let birth: String?
    let documents: [String]
    let facts: [String: String]
    let withheld: [String]
    let givenTo: [Given]
    let whoSawMyFile: [Saw]

    init(_ sheet: SubjectSheet, in language: Language) {
        file = sheet.code
        madeOn = sheet.madeOn.iso
        let identity = sheet.identity?.value
        names = identity?.names ?? []
        aliases = identity?.aliases ?? []
        birth = identity?.birth
        documents = identity?.documents ?? []
        facts = Dictionary(sheet.facts.map { ($0.label[language], $0.value[language]) }, uniquingKeysWith: { first, _ in first })
        withheld = sheet.withheld.map(\.rawValue)
        givenTo = sheet.disclosures.map {
            Given(day: $0.on.iso, organisation: $0.organisation, purpose: $0.purpose[language], ground: $0.ground.rawValue)
        }
        whoSawMyFile = sheet.sightings.map {
            Saw(day: $0.day.iso, organisation: $0.organisationName, roles: $0.roles, what: $0.what.rawValue, purpose: $0.purpose)
        }
    }
}
