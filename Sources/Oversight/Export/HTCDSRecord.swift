import Access
import Basics
import Foundation
import Protection
import Vocabulary
import Web

/// A case file as a record of the Human Trafficking Case Data Standard 2.0: what it has a value for, of the parts that may leave. A field
/// without our value is absent.
struct HTCDSRecord: Sendable {
    /// By the name of the field. Lists stand in order.
    private(set) var values: [String: Value] = [:]

    enum Value: Sendable, Hashable, Encodable {
        case text(String)
        case texts([String])
        case flag(Bool)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .texts(let texts): try container.encode(texts)
            case .flag(let flag): try container.encode(flag)
            }
        }

        /// As in a column of a file: lists with semicolons.
        var plain: String {
            switch self {
            case .text(let text): text
            case .texts(let texts): texts.joined(separator: ";")
            case .flag(let flag): flag ? "true" : "false"
            }
        }
    }

    init(_ opened: OpenedCase, _ room: ProtectionRoom) {
        let lists = room.codebook.lists
        text("org_Name", opened.keeper)
        text("cas_Status", opened.summary.isOpen ? "Active" : "Closed")
        text("cas_IncomingReferralDate", room.day(of: opened.summary.openedAt).iso)
        flag("con_Consent", opened.ground.consent != nil)
        text("vic_TraffickingStatus", Self.status(opened.summary.stage))
        text("prs_Gender", lists[Sex.self][opened.sex]?.outward(htcds: "prs_Gender"))
        if let country = opened.citizenship.flatMap({ room.countries.country(alpha3: $0) }) { add("prs_Citizenship", country.alpha2) }
        text("prs_PrimaryLanguage", opened.language)
        // What was lived through leaves with that part alone.
        if opened.parts.contains(.experience) { add(opened.exploitation, of: lists[Exploitation.self]) }
        if let identity = opened.identity?.value { add(identity) }
        for (_, fields, entries) in opened.entries {
            for field in fields {
                guard let list = field.htcdsList(lists) else { continue }
                for entry in entries { for code in entry.values[field.name]?.codes ?? [] { add(code, of: list) } }
            }
        }
    }

    /// The standard has one word for each decision; a case that nobody has decided on has none.
    private static func status(_ stage: IdentificationStage) -> String? {
        switch stage {
        case .detected, .underAssessment, .underReview: nil
        case .presumed: "PossibleVictimOfTrafficking"
        case .identified, .overturned: "ActualVictimOfTrafficking"
        case .notIdentified, .upheld: "NotAVictimOfTrafficking"
        }
    }

    /// The standard asks for parts of a name; a name in one piece is cut at its blanks, in its own order, so that joining the parts gives
    /// it back.
    private mutating func add(_ identity: PersonIdentity) {
        let words = (identity.names.first ?? "").split(separator: " ").map(String.init)
        text("prs_FirstName", words.first)
        text("prs_MiddleName", words.count > 2 ? words[1..<(words.count - 1)].joined(separator: " ") : nil)
        text("prs_SecondName", words.count > 1 ? words.last : nil)
        if case .day(let day)? = identity.birthDate { text("prs_Birthdate", day.iso) }
        text("prs_IdentityNumber", identity.documents.first)
    }

    /// A code of ours in each field of the standard that has a word for it.
    private mutating func add(_ code: String, of list: CodeList) {
        guard let entry = list[code] else { return }
        for field in Set(entry.htcds.map(\.field)).sorted() {
            guard let theirs = entry.outward(htcds: field) else { continue }
            if HTCDSFields.single.contains(field) { text(field, theirs) } else { add(field, theirs) }
        }
    }

    private mutating func text(_ field: String, _ value: String?) {
        if let value, !value.isEmpty { values[field] = .text(value) }
    }
    private mutating func flag(_ field: String, _ value: Bool) { values[field] = .flag(value) }
    private mutating func add(_ field: String, _ value: String) {
        var all: [String] = []
        if case .texts(let there)? = values[field] { all = there }
        if !all.contains(value) { values[field] = .texts(all + [value]) }
    }
}

/// What the standard says of its fields.
enum HTCDSFields {
    /// Coded fields that hold one code; the others hold several.
    static let single: Set<String> = ["vic_ForcedLabourIndustry", "vic_RelationshipToTrafficker", "prs_Gender", "vic_TraffickingStatus"]
}

extension HTCDSRecord {
    /// One document with one record.
    func json() throws -> [UInt8] {
        struct Document: Encodable {
            let standard = "HTCDS"
            let version = "2.0"
            let records: [[String: Value]]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(Document(records: [values])))
    }

    /// Records as a table with the columns that have a value in any of them. Formulas are made harmless as in every table.
    static func csv(_ records: [HTCDSRecord], in language: Language) -> [UInt8] {
        let fields = Set(records.flatMap(\.values.keys)).sorted()
        let sheet = Sheet(
            name: "htcds", title: .data("HTCDS 2.0"), columns: fields.map { Column($0, .data($0)) },
            rows: records.map { record in fields.map { .text(record.values[$0]?.plain ?? "") } }, source: nil
        )
        // Without the explanations at the end: another program reads this.
        var bytes: [UInt8] = []
        let writer = CSVWriter(sheet, in: language)
        writer.header(into: &bytes, withMark: false)
        for row in sheet.rows { writer.row(row, into: &bytes) }
        return bytes
    }
}

extension EntryField {
    /// The code list that a field's options all come from, where the standard has words for it.
    fileprivate func htcdsList(_ lists: CodeLists) -> CodeList? {
        let codes: [String]
        switch kind {
        case .code(let options), .codes(let options): codes = options.map(\.code)
        default: return nil
        }
        guard !codes.isEmpty else { return nil }
        let known = [
            lists[Exploitation.self], lists[ControlMethod.self], lists[RecruitmentMethod.self], lists[Sector.self],
            lists[Relationship.self],
        ]
        return known.first { list in codes.allSatisfy { list[$0] != nil } }
    }
}

extension EntryValue {
    fileprivate var codes: [String] {
        switch self {
        case .code(let code): [code]
        case .codes(let codes): codes
        default: []
        }
    }
}
