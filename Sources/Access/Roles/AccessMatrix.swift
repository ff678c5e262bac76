/// Which role may do what, as a table for the documentation. A test holds `docs/access-matrix.md` against it.
package enum AccessMatrix {
    package static func markdown(_ book: RoleBook) -> String {
        var lines = [
            "# Who may do what",
            "",
            "Made from `Sources/Access/Roles/Deed.swift` and `share/roles.yaml`; a test fails when this page differs from them.",
            "A cell tells how far the deed reaches: what is one's *own*, what was *assigned* to one, what was *shared* with one's",
            "organisation, the whole *organisation*, or the whole *node*. A dash means: not at all.",
            "",
            "²: needs a session with a second factor. ¹⁰: needs a sign-in in the last ten minutes. ☉: sees something about people.",
            "",
            "| Deed | " + book.roles.map(\.title.en).joined(separator: " | ") + " |",
            "|---|" + String(repeating: "---|", count: book.roles.count),
        ]
        for deed in Deed.allCases {
            let marks = (deed.needsSecondFactor ? "²" : "") + (deed.needsFreshSignIn ? "¹⁰" : "") + (deed.seesPeople ? "☉" : "")
            let cells = book.roles.map { $0.grants[deed]?.rawValue ?? "–" }
            lines.append("| `\(deed.rawValue)`\(marks.isEmpty ? "" : " " + marks) | " + cells.joined(separator: " | ") + " |")
        }
        lines += ["", "## The roles", ""]
        for role in book.roles {
            let giver = role.givenBy == .node ? "an administrator of the node" : "an administrator of the organisation or of the node"
            lines.append("* **\(role.title.en)** (`\(role.name)`): \(role.purpose.en) Given by \(giver).")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
