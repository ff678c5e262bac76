package import Basics
package import Store

extension Transaction {
    /// The names that accounts go by, for lists that tell who did something. Accounts that are gone are not in the answer.
    package func displayNames(of accounts: Set<ID<Account>>) throws -> [ID<Account>: String] {
        guard !accounts.isEmpty else { return [:] }
        let pairs = try rows("SELECT id, display_name FROM account WHERE id IN \(list: Array(accounts))") { row in
            (try row.id(0, of: Account.self), row.text(1))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
