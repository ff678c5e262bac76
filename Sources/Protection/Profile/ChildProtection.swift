/// How soon a child, or a person who may be one, is protected as one.
package struct ChildProtection: Sendable, Hashable, ProfilePart {
    /// Within how many hours the child-protection authority is told.
    package let notifyHours: Int
    /// How soon a guardian is appointed.
    package let guardian: Deadline
    /// How soon a best-interests determination is looked at again.
    package let bestInterests: Deadline

    init(_ part: inout ProfileReader) {
        notifyHours = part.part("notify") { $0.number("hours", in: 1...72) } ?? 1
        guardian = part.part("guardian")
        bestInterests = part.part("bestInterests")
    }
}
