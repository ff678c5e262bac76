package import Access
import Basics
package import Vocabulary

/// Which role may see and write which field of a case file, as a page for the documentation: made from `CasePart`, the entries that
/// the branches declare, and the roles. A test holds `docs/case-file-fields.md` against it.
package enum CaseFieldMatrix {
    /// - Parameters:
    ///   - branches: those whose entries stand in it.
    ///   - profile: whose own fields and lists they have; the documentation shows those of Examplia.
    package static func markdown(
        branches: [ProtectionBranch], roles: RoleBook, profile: CountryProfile, codebook: Codebook
    ) -> String {
        let kinds = branches.flatMap(\.entries)
        let columns = roles.roles.filter { role in
            CasePart.allCases.contains { role.grants[$0.reading] != nil || role.grants[$0.writing] != nil }
        }
        var lines = [
            "# Who sees which field of a case file", "",
            "Made from `Sources/Protection/CaseFile/CasePart.swift`, the entries that the rooms of Protection declare, and `share/roles.yaml`;",
            "a test fails when this page differs from them.", "",
            "A cell says how far reading reaches, a stroke, and how far writing reaches: what is one's *own*, what was *assigned* to one, what",
            "was *shared* with one's organisation, the whole *organisation*, the *node*; a dash means not at all. Whatever the role, an",
            "organisation that does not keep the file sees only the parts that a share gives it, and somebody who is barred sees nothing.",
            "A field that is *sealed* is encrypted with the person's key, and opened under a permit that is written down.", "",
        ]
        for part in CasePart.allCases {
            lines += section(part, kinds.filter { $0.part == part }, columns, profile, codebook)
        }
        return lines.joined(separator: "\n")
    }

    private static func section(
        _ part: CasePart, _ kinds: [EntryKind], _ roles: [Role], _ profile: CountryProfile, _ codebook: Codebook
    ) -> [String] {
        var lines = [
            "## \(part.word[.en])", "", "Read with `\(part.reading.rawValue)`, written with `\(part.writing.rawValue)`.", "",
            "| Entry | Field | Kept | " + roles.map { $0.title.en }.joined(separator: " | ") + " |",
            "|---|---|---|" + String(repeating: "---|", count: roles.count),
            "| the part as a whole | | | " + roles.map { cell($0, part.reading, part.writing) }.joined(separator: " | ") + " |",
        ]
        for kind in kinds {
            let cells = roles.map { cell($0, part.reading, kind.writing) }.joined(separator: " | ")
            for field in kind.allFields(profile, codebook) {
                let kept = (field.extraCode == nil ? "" : "the country's own, ") + (field.isSealed ? "sealed" : "coded")
                lines.append("| \(kind.title[.en]) | \(field.label[.en]) (`\(field.name)`) | \(kept) | \(cells) |")
            }
        }
        return lines + [""]
    }

    private static func cell(_ role: Role, _ reading: Deed, _ writing: Deed) -> String {
        (role.grants[reading]?.rawValue ?? "–") + " / " + (role.grants[writing]?.rawValue ?? "–")
    }
}
