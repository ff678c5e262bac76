package import Access
package import Basics
package import Store

/// What an organisation is competent for by law: who identifies victims, who protects children.
package enum Competence: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case identification
    case childProtection = "child_protection"

    /// Whether an organisation is competent.
    package func isOf(_ organisation: ID<Organisation>, in tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM competent_authority WHERE competence = \(self) AND organisation_id = \(organisation)")
    }

    /// The organisations that are competent, the first named first.
    package func organisations(in tx: any Transaction) throws -> [ID<Organisation>] {
        try tx.rows("SELECT organisation_id FROM competent_authority WHERE competence = \(self) ORDER BY named_at, organisation_id") {
            try $0.id(0, of: Organisation.self)
        }
    }
}
