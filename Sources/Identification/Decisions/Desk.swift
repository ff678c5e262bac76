import Access
import Basics
import Protection
import Store

/// Where a file stands on the authority's desk: whose it is, and the decision that waits for a second person.
struct Desk: Sendable {
    var officer: ID<Account>?
    var pending: ID<IdentificationDecision>?
    var pendingSince: Instant?

    static func find(_ file: ID<CaseFile>, in tx: any Transaction) throws -> Desk {
        try tx.row("SELECT officer_id, pending_id, pending_since FROM identification_desk WHERE case_id = \(file)") { row in
            Desk(
                officer: try row.optionalID(0, of: Account.self), pending: try row.optionalID(1, of: IdentificationDecision.self),
                pendingSince: row.optionalInstant(2))
        } ?? Desk()
    }

    static func take(_ file: ID<CaseFile>, by officer: ID<Account>, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO identification_desk (case_id, officer_id) VALUES (\(file), \(officer))
            ON CONFLICT (case_id) DO UPDATE SET officer_id = excluded.officer_id
            """
        )
    }

    /// Lays a decision before a second person. There is one at a time.
    static func propose(_ decision: ID<IdentificationDecision>, in file: ID<CaseFile>, at now: Instant, tx: any Transaction) throws {
        try tx.run("INSERT INTO identification_desk (case_id) VALUES (\(file)) ON CONFLICT (case_id) DO NOTHING")
        let changed = try tx.run(
            """
            UPDATE identification_desk SET pending_id = \(decision), pending_since = \(now) WHERE case_id = \(file) AND pending_id IS NULL
            """
        )
        guard changed == 1 else { throw IdentificationRefused.pendingFirst }
    }

    static func settle(_ file: ID<CaseFile>, in tx: any Transaction) throws {
        try tx.run("UPDATE identification_desk SET pending_id = NULL, pending_since = NULL WHERE case_id = \(file)")
    }
}
