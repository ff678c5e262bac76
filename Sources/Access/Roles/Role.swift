/// The name of a role in `share/roles.yaml` and in the database: `data-steward`.
package struct RoleName: Sendable, Hashable, Comparable, Codable, RawRepresentable, CustomStringConvertible {
    package let rawValue: String

    /// - Returns: `nil` unless it is lower-case letters and hyphens, at most 60.
    package init?(rawValue: String) {
        guard !rawValue.isEmpty, rawValue.count <= 60, rawValue.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
        else { return nil }
        self.rawValue = rawValue
    }

    package static func < (left: RoleName, right: RoleName) -> Bool { left.rawValue < right.rawValue }

    package var description: String { rawValue }
}

/// A set of deeds with their scopes, as the work of one kind of person needs them.
package struct Role: Sendable, Hashable {
    package let name: RoleName
    /// What it is called, in English and in French.
    package let title: (en: String, fr: String)
    /// One sentence for whoever gives the role.
    package let purpose: (en: String, fr: String)
    package let grants: [Deed: Scope]
    /// How far somebody's `manageAccounts` must reach to give this role: `organisation`, or `node`.
    package let givenBy: Scope

    /// Whether somebody with this role needs a second factor for some of it.
    package var needsSecondFactor: Bool { grants.keys.contains(where: \.needsSecondFactor) }

    package static func == (left: Role, right: Role) -> Bool {
        left.name == right.name && left.title == right.title && left.purpose == right.purpose && left.grants == right.grants
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
