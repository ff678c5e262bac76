import Basics
package import Store

extension AuditRow {
    /// Writes the row, not yet linked into the chain: the sealer does that within a second.
    package func write(in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO audit_row (id, at, account_id, organisation_id, session_id, deed, outcome, subject_kind, subject_id, purpose, detail)
            VALUES (\(id), \(at), \(account), \(organisation), \(session), \(deed), \(outcome), \(subject?.kind), \(subject?.id),
                \(purpose), \(detail))
            """
        )
        try stated?.write(for: id, in: tx)
        try tx.run("INSERT INTO audit_pending (row_id) VALUES (\(id))")
    }

    /// The columns that `init(row:from:)` reads, of `audit_row a`.
    static var columns: SQL {
        """
        a.id, a.at, a.account_id, a.organisation_id, a.session_id, a.deed, a.outcome, a.subject_kind, a.subject_id, a.purpose, a.detail
        """
    }

    init(_ row: borrowing Row, from first: Int = 0) throws {
        self.init(
            id: try row.id(first, of: AuditRow.self), at: row.instant(first + 1),
            account: try row.optionalID(first + 2, of: Account.self),
            organisation: try row.optionalID(first + 3, of: Organisation.self),
            session: try row.optionalID(first + 4, of: Session.self), deed: row.text(first + 5),
            outcome: try row.choice(first + 6, as: Outcome.self),
            subject: row.optionalText(first + 7).map { AuditSubject(kind: $0, id: nil) }?.with(row.optionalBytes(first + 8)),
            purpose: row.optionalText(first + 9), detail: row.optionalText(first + 10)
        )
    }
}

extension AuditSubject {
    fileprivate func with(_ id: [UInt8]?) -> AuditSubject { AuditSubject(kind: kind, id: id) }
}
