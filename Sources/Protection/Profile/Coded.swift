package import Vocabulary

/// An entry of a list of the profile. Records hold its code; its words may change from one version to the next.
package protocol Coded: Sendable, Hashable {
    /// Lower-case letters, digits and `_`, unique in its list.
    var code: String { get }
}

/// A part of the profile that is read from the file. A fault goes to the reader; what comes back then is a stand-in.
protocol ProfilePart {
    init(_ part: inout ProfileReader)
}

extension Sequence where Element: Coded {
    /// The entry with this code; `nil` when the list has none such.
    package func first(code: String) -> Element? { first { $0.code == code } }

    /// The codes, in the order of the list.
    package var codes: [String] { map(\.code) }
}

/// A code with its words and nothing more: a reason for declining, a ground for review, a choice in an extra field.
package struct CodedText: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What stands on the page.
    package let text: Word

    init(_ part: inout ProfileReader) {
        code = part.code()
        text = part.word("text")
    }
}

/// Whether a text can be a code: it begins with a letter, and holds lower-case letters, digits and `_`, 60 at most.
func isCode(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 60 else { return false }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
}
