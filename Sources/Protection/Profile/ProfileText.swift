package import Vocabulary

/// A text for the person themself, in each language that the profile offers.
package struct ProfileText: Sendable, Hashable, ProfilePart {
    /// Language tag, such as `ar`, to the text. English is always there.
    package let texts: [String: String]

    init(_ part: inout ProfileReader) {
        var texts: [String: String] = [:]
        for tag in Set(part.keys).union(["en"]).sorted() { texts[tag] = part.text(tag) }
        self.texts = texts
    }

    /// The text in a language; `nil` when there is none, so that a page must say which other one it shows.
    package subscript(tag: String) -> String? { texts[tag] }

    /// The text in a language of the program; English where the profile has no other.
    package subscript(language: Language) -> String { texts[language.code] ?? texts["en"] ?? "" }

    /// The language that really stands there when this one is asked for.
    package func spoken(for language: Language) -> Language { texts[language.code] == nil ? .en : language }
}
