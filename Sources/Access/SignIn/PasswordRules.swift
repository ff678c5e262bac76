package import Basics

/// What a password must be: long enough, and not one that everybody tries first.
package struct PasswordRules: Sendable {
    package static let shortest = 12
    /// Long enough for any sentence; short enough that deriving from it costs no more.
    package static let longest = 256

    private let common: Set<String>

    package init(common: Set<String>) { self.common = common }

    /// Reads the list that ships with the program, one a line.
    package static func load(from share: Share) throws -> PasswordRules {
        let lines = try share.text("passwords/common.txt").split(separator: "\n")
        return PasswordRules(common: Set(lines.lazy.filter { !$0.hasPrefix("#") }.map { fold(String($0)) }))
    }

    /// - Throws: `PasswordRefused`, which says what to do instead.
    package func check(_ password: String, signInName: String, displayName: String) throws(PasswordRefused) {
        guard password.count >= Self.shortest else { throw .tooShort }
        guard password.count <= Self.longest, password.utf8.count <= 4 * Self.longest else { throw .tooLong }
        let folded = Self.fold(password)
        guard !isCommon(folded), Set(folded).count > 3 else { throw .common }
        // A name with a number behind it is the first thing that somebody who knows the person tries.
        let names = [signInName] + displayName.split(separator: " ").map(String.init)
        let rest = names.map(Self.fold).filter { $0.count >= 4 }.reduce(folded) { $0.replacing($1, with: "") }
        guard rest.count >= 8 else { throw .holdsName }
    }

    /// On the list as it is, or with digits and signs at its end.
    private func isCommon(_ folded: String) -> Bool {
        var rest = Substring(folded)
        while !common.contains(String(rest)) {
            guard let last = rest.last, !last.isLetter else { return false }
            rest.removeLast()
        }
        return true
    }

    private static func fold(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
}

package enum PasswordRefused: Refusal, CaseIterable {
    case tooShort, tooLong, common, holdsName, different

    package var code: String {
        switch self {
        case .tooShort: "password.too-short"
        case .tooLong: "password.too-long"
        case .common: "password.common"
        case .holdsName: "password.holds-name"
        case .different: "password.different"
        }
    }

    package var message: String {
        switch self {
        case .tooShort: "This password is too short. Use at least 12 characters; a few words are easy to remember."
        case .tooLong: "This password is too long. Use at most 256 characters."
        case .common: "This password is one of those that are tried first. Choose another."
        case .holdsName: "This password is little more than your name. Choose another."
        case .different: "The two passwords are not the same. Type the same one twice."
        }
    }
}
