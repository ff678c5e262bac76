package import Vocabulary

/// A sign that a person may be trafficked, as a first responder sees or hears it. The field says indicator.
///
/// It is a reason to look closer and proves nothing; neither does its absence.
package struct WarningSign: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// Which part of the person's life it is about.
    package let group: Group
    /// How much it weighs: 1 weak, 2 medium, 3 strong.
    package let weight: Weight
    /// What is seen or heard.
    package let text: Word
    /// What to ask the person beside it.
    package let question: Word
    /// The element of the definition that it points to; `nil` when it points to none by itself.
    package let element: Element?
    /// Whether it says something about a child only.
    package let isChildOnly: Bool

    /// The part of a person's life that a sign is about.
    package enum Group: String, CaseIterable, Sendable, Hashable, Codable {
        case recruitment, movement, exploitation, control, health, child, documents, money
    }

    /// How much a sign weighs.
    package enum Weight: Int, CaseIterable, Sendable, Hashable, Codable, Comparable {
        case weak = 1
        case medium = 2
        case strong = 3

        /// A strong sign is more than a weak one.
        package static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    /// An element of trafficking in persons: article 3 (a) of the Trafficking Protocol.
    package enum Element: String, CaseIterable, Sendable, Hashable, Codable {
        case act, means, purpose
    }

    init(_ part: inout ProfileReader) {
        code = part.code()
        group = part.choice("group", standIn: .control)
        weight = part.choice("weight", standIn: .weak)
        text = part.word("text")
        question = part.word("question")
        element = part.choice("element", standIn: Pointer.none).element
        isChildOnly = part.flag("childOnly", unlessSaid: false)
    }

    /// The element as the file writes it.
    private enum Pointer: String, CaseIterable {
        case act, means, purpose, none

        var element: Element? { Element(rawValue: rawValue) }
    }
}
