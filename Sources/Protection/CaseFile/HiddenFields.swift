/// Fields that are left out of what is shared, within parts that are: `identity.documents`, `care.need.note` (part, kind of entry, field).
package struct HiddenFields: Sendable, Hashable {
    package let names: Set<String>

    package init(_ names: Set<String> = []) { self.names = names }

    package var isEmpty: Bool { names.isEmpty }

    /// What stands in the column: sorted, with a space between two.
    package var text: String { names.sorted().joined(separator: " ") }

    package init(text: String) { names = Set(text.split(separator: " ").map(String.init)) }

    package static func name(_ field: EntryField, of kind: EntryKind) -> String { "\(kind.part.rawValue).\(kind.code).\(field.name)" }

    package func hides(_ field: EntryField, of kind: EntryKind) -> Bool { names.contains(Self.name(field, of: kind)) }
    /// Whether something within a part is left out, or something of who the person is. A paper of that part may say it all the same, so
    /// papers are left out with it.
    package func hidesPapers(of part: CasePart) -> Bool {
        names.contains { $0.hasPrefix(part.rawValue + ".") || $0.hasPrefix(CasePart.identity.rawValue + ".") }
    }
    package func hides(_ field: IdentityPart) -> Bool { names.contains(field.name) }

    /// What is hidden of several shares together: a field that one of them shows with its part is shown.
    package static func together(_ shares: [(parts: Set<CasePart>, hidden: HiddenFields)]) -> HiddenFields {
        let all = shares.reduce(into: Set<String>()) { $0.formUnion($1.hidden.names) }
        return HiddenFields(
            all.filter { name in
                let part = CasePart(rawValue: String(name.prefix { $0 != "." }))
                return shares.allSatisfy { share in part.map { !share.parts.contains($0) } ?? false || share.hidden.names.contains(name) }
            })
    }
}

/// The parts of who somebody is that can be left out one by one.
package enum IdentityPart: String, CaseIterable, Sendable, Hashable {
    case names, aliases, birth, documents, contact

    package var name: String { "identity." + rawValue }
}

extension PersonIdentity {
    /// The same without what is hidden.
    package func without(_ hidden: HiddenFields) -> PersonIdentity {
        var identity = self
        if hidden.hides(.names) { identity.names = [] }
        if hidden.hides(.aliases) { identity.aliases = [] }
        if hidden.hides(.birth) { identity.birth = nil }
        if hidden.hides(.documents) { identity.documents = [] }
        if hidden.hides(.contact) { identity.contact = nil }
        return identity
    }
}
