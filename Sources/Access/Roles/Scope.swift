/// How far a deed reaches: a person does it to what they were given, and for them nothing else exists.
package enum Scope: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// What is the person's own: their account, their sessions.
    case own
    /// What was assigned to the person.
    case assigned
    /// What was shared with the person's organisation.
    case shared
    /// Everything of the person's organisation.
    case organisation
    /// Everything on the node.
    case node

    /// Scopes are ordered by reach, so that the widest of several roles counts.
    package static func < (left: Scope, right: Scope) -> Bool { left.reach < right.reach }

    private var reach: Int { Scope.allCases.firstIndex(of: self) ?? 0 }
}
