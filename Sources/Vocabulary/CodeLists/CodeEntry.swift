/// One code of a list: what it is called, and what it is elsewhere.
package struct CodeEntry: Hashable, Sendable {
    /// Never changes its meaning: lower-case words joined by `_`.
    package let code: String
    package let name: Word
    /// The wider code of the same list, where there is one.
    package let broader: String?
    /// What it is in the Human Trafficking Case Data Standard 2.0.
    package let htcds: [Counterpart]
    /// What it is in UNODC's published country data.
    package let glotip: [Counterpart]
    /// Why it is there, or how it is to be read.
    package let note: String?

    /// The code to write when a record goes out in HTCDS: the exact one, or the wider one that holds it.
    package func outward(htcds field: String) -> String? {
        let inField = htcds.filter { $0.field == field }
        return (inField.first { $0.match == .exact } ?? inField.first { $0.match == .broader })?.label
    }
}

/// A code or label of another standard that stands for one of ours.
package struct Counterpart: Hashable, Sendable {
    /// The field of the other standard: `vic_TypeOfExploitation`, `category`.
    package let field: String
    /// The code or label in that field.
    package let label: String
    package let match: Match

    /// How far the two mean the same.
    package enum Match: String, Hashable, Sendable, Codable {
        /// The same thing: read and written.
        case exact
        /// Theirs is wider: written, never read.
        case broader
        /// Theirs is narrower, and ours holds it: read, never written.
        case narrower
    }
}
