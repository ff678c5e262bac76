import Access
package import Basics
package import Store

/// Somebody who was given one file in a capacity of their own: a guardian, a lawyer, a member of a panel.
package enum CaseMember {
    /// Whether the child of a file has a guardian today.
    package static func hasGuardian(_ file: ID<CaseFile>, in tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM case_member WHERE case_id = \(file) AND capacity = 'guardian' AND ended_at IS NULL")
    }
}
