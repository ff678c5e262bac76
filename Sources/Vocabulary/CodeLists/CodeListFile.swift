import Foundation

/// The shape of a code list's data file.
struct CodeListFile: Decodable {
    let list: String
    let version: Int
    let source: String
    let title: [String: String]
    let glotipTotal: String?
    let codes: [Entry]

    struct Entry: Decodable {
        let code: String
        let names: [String: String]
        let broader: String?
        let htcds: [Other]?
        let glotip: [Other]?
        let note: String?
    }

    struct Other: Decodable {
        let field: String
        let code: String
        let match: Counterpart.Match
    }

    private enum CodingKeys: String, CodingKey {
        case list, version, source, title, codes
        case glotipTotal = "glotip_total"
    }

    /// Everything that is wrong with it.
    /// - Parameter htcds: the fields of the standard and their codes; a mapping may lead nowhere else.
    func faults(in path: String, htcds: HTCDS) -> [VocabularyFault] {
        var faults: [VocabularyFault] = []
        func add(_ entry: String, _ problem: String) { faults.append(VocabularyFault(file: path, entry: entry, problem: problem)) }
        if path != "vocabulary/\(list).\(version).json" { add("", "says that it is version \(version) of \(list)") }
        for language in Language.allCases where (title[language.code] ?? "").isEmpty { add("", "has no title in \(language.code)") }
        let known = Set(codes.map(\.code))
        var seen: Set<String> = []
        var taken: Set<String> = []
        for entry in codes {
            if !seen.insert(entry.code).inserted { add(entry.code, "stands there twice") }
            if entry.code.isEmpty || !entry.code.utf8.allSatisfy(Self.isAllowed) {
                add(entry.code, "a code is made of lower-case letters, digits and _")
            }
            for language in Language.allCases where (entry.names[language.code] ?? "").isEmpty {
                add(entry.code, "has no name in \(language.code)")
            }
            if let broader = entry.broader, !known.contains(broader) || broader == entry.code {
                add(entry.code, "lies under \(broader), which is not in the list")
            }
            for other in entry.htcds ?? [] {
                if !htcds.has(field: other.field, code: other.code) { add(entry.code, "HTCDS has no \(other.field) \(other.code)") }
                if other.match != .broader, !taken.insert("\(other.field) \(other.code)").inserted {
                    add(entry.code, "two codes claim \(other.field) \(other.code)")
                }
            }
            for other in entry.glotip ?? [] where other.match != .broader && !taken.insert("glotip \(other.code)").inserted {
                add(entry.code, "two codes claim the label \(other.code)")
            }
        }
        if codes.isEmpty { add("", "holds no code") }
        return faults
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }

    /// The list itself; only for a file without faults.
    var codeList: CodeList {
        CodeList(
            name: list,
            version: version,
            title: Self.word(title),
            source: source,
            entries: codes.map { entry in
                CodeEntry(
                    code: entry.code,
                    name: Self.word(entry.names),
                    broader: entry.broader,
                    htcds: (entry.htcds ?? []).map { Counterpart(field: $0.field, label: $0.code, match: $0.match) },
                    glotip: (entry.glotip ?? []).map { Counterpart(field: $0.field, label: $0.code, match: $0.match) },
                    note: entry.note
                )
            },
            glotipTotal: glotipTotal
        )
    }

    private static func word(_ names: [String: String]) -> Word {
        Word(
            en: names["en"] ?? "", fr: names["fr"] ?? "", es: names["es"] ?? "", ar: names["ar"] ?? "", ru: names["ru"] ?? "",
            zh: names["zh"] ?? ""
        )
    }
}
