/// A language that a person can be spoken to in: every text for persons is there in it.
package struct OfferedLanguage: Coded, ProfilePart {
    /// The tag as in BCP 47: `en`, `pt-BR`.
    package let tag: String
    /// The name of the language in itself.
    package let ownName: String

    /// What a record holds: the tag.
    package var code: String { tag }

    /// Whether its usual script runs from right to left.
    package var isRightToLeft: Bool {
        ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(tag.split(separator: "-").first ?? "")
    }

    init(_ part: inout ProfileReader) {
        tag = part.text("tag")
        ownName = part.text("name")
        if !tag.isEmpty, !Self.isTag(tag) { part.refuse("tag", "“\(tag)” is no language tag, such as en or pt-BR") }
    }

    private static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let primary = parts.first, (2...3).contains(primary.count), primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    }
}
