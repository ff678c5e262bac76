package import Basics
import Yams

/// All roles of a node, read from `share/roles.yaml` at start.
package struct RoleBook: Sendable {
    /// In the order of the file.
    package let roles: [Role]

    package init(roles: [Role]) { self.roles = roles }

    package subscript(name: RoleName) -> Role? { roles.first { $0.name == name } }

    /// The deeds of several roles together, each with its widest scope. A role that is not in the book gives nothing.
    package func grants(of names: some Sequence<RoleName>) -> [Deed: Scope] {
        var grants: [Deed: Scope] = [:]
        for role in names.compactMap({ self[$0] }) {
            grants.merge(role.grants) { max($0, $1) }
        }
        return grants
    }

    /// The roles that this person may give and take. An administrator of one organisation can't make one of the node.
    package func roles(givenBy actor: Actor) -> [Role] {
        guard let reach = actor.scope(of: .manageAccounts) else { return [] }
        return roles.filter { $0.givenBy <= reach }
    }

    /// The names of the roles that reach every account, so that one of them must always be held by somebody.
    var administrators: [RoleName] { roles.filter { $0.grants[.manageAccounts] == .node }.map(\.name) }

    /// Reads the file that ships with the program.
    package static func load(from share: Share) throws -> RoleBook { try RoleBook(yaml: try share.text("roles.yaml")) }

    /// Reads the text of a file.
    /// - Throws: `RolesRefused` with every fault that was found.
    package init(yaml text: String) throws {
        let file: RolesFile
        do {
            file = try YAMLDecoder().decode(RolesFile.self, from: text)
        } catch {
            throw RolesRefused(faults: ["The file is not YAML of the shape that roles.yaml has: \(Self.place(of: error))"])
        }
        var faults: [String] = []
        var roles: [Role] = []
        var seen: Set<String> = []
        for entry in file.roles {
            guard let name = RoleName(rawValue: entry.name) else {
                faults.append("“\(entry.name)” is no name for a role: use lower-case letters and hyphens.")
                continue
            }
            if !seen.insert(entry.name).inserted { faults.append("The role “\(name)” is there twice.") }
            if entry.title.isIncomplete { faults.append("The role “\(name)” needs a title in English (en) and French (fr).") }
            if entry.purpose.isIncomplete { faults.append("The role “\(name)” needs a purpose in English (en) and French (fr).") }
            if entry.deeds.isEmpty { faults.append("The role “\(name)” has no deeds.") }
            var grants: [Deed: Scope] = [:]
            for (deedName, scopeName) in entry.deeds.sorted(by: { $0.key < $1.key }) {
                let deed = Deed(rawValue: deedName)
                let scope = Scope(rawValue: scopeName)
                if deed == nil { faults.append("The role “\(name)” names the deed “\(deedName)”, which does not exist.") }
                if scope == nil {
                    let known = Scope.allCases.map(\.rawValue).joined(separator: ", ")
                    faults.append("The role “\(name)” gives “\(deedName)” the scope “\(scopeName)”; there are \(known).")
                }
                if let deed, let scope { grants[deed] = scope }
            }
            let givenBy = Scope(rawValue: entry.givenBy ?? Scope.node.rawValue)
            if givenBy != .node, givenBy != .organisation {
                faults.append("The role “\(name)” is givenBy “\(entry.givenBy ?? "")”; that is “organisation” or “node”.")
            }
            roles.append(
                Role(name: name, title: entry.title.pair, purpose: entry.purpose.pair, grants: grants, givenBy: givenBy ?? .node)
            )
        }
        if !roles.contains(where: { $0.grants[.manageAccounts] == .node }) {
            faults.append("No role has “manageAccounts” with the scope “node”, so nobody could ever be invited.")
        }
        guard faults.isEmpty else { throw RolesRefused(faults: faults) }
        self.roles = roles
    }

    private static func place(of error: any Error) -> String {
        guard let fault = error as? DecodingError else { return "line unknown." }
        switch fault {
        case .keyNotFound(let key, let context): return "“\(key.stringValue)” is missing in \(path(context))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context): return "\(path(context)) has another shape."
        case .dataCorrupted(let context): return context.debugDescription
        @unknown default: return "line unknown."
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty ? "the file" : context.codingPath.map(\.stringValue).joined(separator: " / ")
    }
}

/// Everything that is wrong with `roles.yaml`, told at once.
package struct RolesRefused: Refusal {
    package let faults: [String]

    package var code: String { "roles.invalid" }
    package var message: String { "share/roles.yaml can't be used:\n" + faults.map { "  • \($0)" }.joined(separator: "\n") }
}

/// The shape of the file.
private struct RolesFile: Decodable {
    let roles: [Entry]

    struct Entry: Decodable {
        let name: String
        let title: Text
        let purpose: Text
        let givenBy: String?
        let deeds: [String: String]
    }

    struct Text: Decodable {
        let en: String?
        let fr: String?

        var isIncomplete: Bool { (en ?? "").isEmpty || (fr ?? "").isEmpty }
        var pair: (en: String, fr: String) { (en ?? "", fr ?? "") }
    }
}
