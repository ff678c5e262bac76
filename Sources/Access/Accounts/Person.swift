import Basics
import Store

/// The checked names of somebody who gets an account.
struct Person: Sendable, Hashable {
    let signInName: String
    let displayName: String

    init(signInName: String, displayName: String) throws(AccountRefused) {
        let name = Person.normalised(signInName)
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (3...60).contains(name.utf8.count), let first = name.utf8.first, letters.contains(first),
            name.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        else { throw .badSignInName }
        let display = displayName.singleSpaced
        guard (1...120).contains(display.count) else { throw .nameMissing }
        self.signInName = name
        self.displayName = display
    }

    /// What somebody typed to sign in, as names are kept.
    static func normalised(_ signInName: String) -> String { signInName.singleSpaced.lowercased() }

    func insert(
        id: ID<Account>, organisation: ID<Organisation>, language: String?, state: Account.State, roles: [RoleName], at now: Instant,
        in tx: any Transaction
    ) throws {
        let added = try tx.run(
            """
            INSERT INTO account (id, organisation_id, sign_in_name, display_name, search, language, state, invited_at, version)
            VALUES (\(id), \(organisation), \(signInName), \(displayName), \("\(signInName) \(displayName)".folded), \(language), \(state),
                \(now), 1)
            ON CONFLICT (sign_in_name) DO NOTHING
            """
        )
        guard added == 1 else { throw AccountRefused.signInNameTaken }
        try Accounts.give(roles, to: id, at: now, in: tx)
    }
}
