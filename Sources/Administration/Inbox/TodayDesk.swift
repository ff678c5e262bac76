import Access
package import Vocabulary
package import Web

/// What the other contexts bring to the page where work begins: what needs a person today, words for their notices, and ways in.
package struct TodayDesk: Sendable {
    /// Prints one part of the page.
    package typealias Section = @Sendable (inout Markup) -> Void

    /// What a notice of another context says, and where it leads: by its matter, its subject and its number.
    package let matter: @Sendable (String, [UInt8]?, Int?) -> (Word, (any Address)?)?
    /// The codes of the files that notices are about, by the bytes of their ids: of those alone that the visitor may find.
    package let codes: @Sendable (Visit, [[UInt8]]) async throws -> [[UInt8]: String]
    /// What needs the person who visits, in the order to print it; nothing where nothing does.
    package let sections: @Sendable (Visit) async throws -> [Section]
    /// Ways into the contexts, for those who may use them: what stands in the menu too.
    package let places: [Menu.Entry]

    package init(
        matter: @escaping @Sendable (String, [UInt8]?, Int?) -> (Word, (any Address)?)?,
        codes: @escaping @Sendable (Visit, [[UInt8]]) async throws -> [[UInt8]: String] = { _, _ in [:] },
        sections: @escaping @Sendable (Visit) async throws -> [Section], places: [Menu.Entry]
    ) {
        self.matter = matter
        self.codes = codes
        self.sections = sections
        self.places = places
    }

    /// A node on which nobody works with cases.
    package static let empty = TodayDesk(matter: { _, _, _ in nil }, sections: { _ in [] }, places: [])
}
