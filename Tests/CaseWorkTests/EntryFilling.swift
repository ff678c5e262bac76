import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Protection
import Store
import Vocabulary
import WebFixtures

/// Fills the form of any kind of entry: the first choice everywhere, and one text in every field that takes text.
struct EntryFilling {
    let kind: EntryKind
    let fields: [EntryField]

    init(_ kind: EntryKind, _ site: CaseSite) {
        self.kind = kind
        fields = kind.allFields(site.room.profile, site.room.codebook)
    }

    /// The names and values of a form; fields that lead to other entries stay empty.
    func values(text: String) -> [String: String] {
        var values: [String: String] = [:]
        for field in fields {
            switch field.kind {
            case .code(let options), .codes(let options): values[field.name] = Self.preferred(field.name, options)
            case .yesNoUnknown: values[field.name] = "unknown"
            case .number(let bounds): values[field.name] = String(bounds.lowerBound)
            case .amount: values[field.name] = "12.50"
            case .day: values.merge(day(field.name)) { _, new in new }
            case .partialDate: values[field.name + "-year"] = "2024"
            case .text(let most, _): values[field.name] = String(text.prefix(most))
            case .link: break
            }
        }
        return values
    }

    /// An adult of an age that fits the file; a goal that was reached, as it has a day.
    private static func preferred(_ name: String, _ options: [EntryField.Option]) -> String {
        let wanted = ["age_band": "27_29", "progress": "reached"][name]
        return wanted ?? options.first?.code ?? ""
    }

    private func day(_ name: String) -> [String: String] {
        let year = name == "review" ? "2099" : "2024"
        return [name: "4", name + "-month": "3", name + "-year": year]
    }

    /// What was entered, for `Entries.write`.
    func entryValues(text: String) -> [String: EntryValue] {
        var values: [String: EntryValue] = [:]
        for field in fields {
            switch field.kind {
            case .code(let options): values[field.name] = .code(Self.preferred(field.name, options))
            case .codes(let options): values[field.name] = .codes([Self.preferred(field.name, options)])
            case .yesNoUnknown: values[field.name] = .code("unknown")
            case .number(let bounds): values[field.name] = .number(bounds.lowerBound)
            case .amount: values[field.name] = .number(1_250)
            case .day: values[field.name] = .date(field.name == "review" ? "2099-03-04" : "2024-03-04")
            case .partialDate: values[field.name] = .date("2024")
            case .text(let most, _): values[field.name] = .text(String(text.prefix(most)))
            case .link: values[field.name] = EntryValue.none
            }
        }
        return values
    }
}

/// All kinds of this room, as a story has them.
let kindsOfEntries = CaseWorkBranch.branch.entries

extension DatabaseKind {
    /// A node with this room, its people, and one file that Wanda of Harbour House works on.
    func withCaseWork(
        path: ProtectionPath = .adult, _ story: (CaseSite, CaseCast, ID<CaseFile>) async throws -> Void
    ) async throws {
        try await withCaseSite([CaseWorkBranch.branch]) { site in
            let cast = try await CaseCast(site)
            try await story(site, cast, try await cast.file(path: path))
        }
    }
}

extension CaseSite {
    func text(_ sql: SQL) async throws -> String? { try await database.read { tx in try tx.row(sql) { $0.text(0) } } }
    func count(_ sql: SQL) async throws -> Int { try await database.read { tx in try tx.row(sql) { $0.int(0) } } ?? 0 }
}
