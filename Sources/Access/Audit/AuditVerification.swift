package import Basics
import Store

/// What a check of the audit found.
package struct AuditVerification: Sendable, Hashable {
    /// The first thing wrong, if any.
    package enum Fault: Sendable, Hashable {
        /// The row or its link is not what it was when it was sealed.
        case changed(number: Int, row: ID<AuditRow>)
        /// The link is there and its row is gone.
        case rowMissing(number: Int, row: ID<AuditRow>)
        /// A number of the chain is missing.
        case linkMissing(number: Int)
        /// The words of a purpose are not those that the row was sealed with.
        case purposeChanged(row: ID<AuditRow>)
        /// A row that was never sealed and is not waiting to be.
        case slippedIn(row: ID<AuditRow>)
        /// The chain ends before the link that was copied outside the database.
        case cutShort(copied: Int, last: Int)
        /// The chain was written anew: it differs from the copy outside the database.
        case rewritten(number: Int)
    }

    /// How many links were checked.
    package let links: Int
    package let fault: Fault?
    /// Rows that wait for the sealer; more than a few, for longer than a second, means that it does not run.
    package let unsealed: Int
    /// The number of the link copied outside the database; `nil` when there is no copy.
    package let copied: Int?

    package var isWhole: Bool { fault == nil }

    /// The findings, one sentence each.
    package var sentences: [String] {
        var sentences: [String] = []
        switch fault {
        case nil: sentences.append("The audit trail is whole: \(links) sealed rows.")
        case .changed(let number, let row): sentences.append("Audit row \(number) (\(row)) has been changed since it was sealed.")
        case .rowMissing(let number, let row): sentences.append("Audit row \(number) (\(row)) is missing.")
        case .linkMissing(let number): sentences.append("Audit row \(number) is missing, and its link with it.")
        case .purposeChanged(let row): sentences.append("The purpose stated for audit row \(row) has been changed.")
        case .slippedIn(let row):
            sentences.append("Audit row \(row) was never sealed and does not wait to be: somebody put it in, or removed its link.")
        case .cutShort(let copied, let last):
            sentences.append("The audit trail ends at row \(last), but row \(copied) was sealed: the rows after \(last) are missing.")
        case .rewritten(let number):
            sentences.append("Audit row \(number) differs from the copy of its seal outside the database: the trail was written anew.")
        }
        if unsealed > 0 { sentences.append("\(unsealed) rows wait to be sealed.") }
        if copied == nil { sentences.append("There is no copy of the newest seal outside the database to compare with.") }
        return sentences
    }
}

extension AuditTrail {
    /// Checks every link, the rows that wait, and the copy outside the database.
    package func verify() async throws -> AuditVerification {
        let copy = try head?.read()
        return try await gate.database.read { tx in
            var last = AuditLink.beginning
            var fault: AuditVerification.Fault?
            var copyFault: AuditVerification.Fault?
            try tx.forEach(
                """
                SELECT l.number, l.hash, l.row_id, \(sql: AuditRow.columns)
                FROM audit_link l LEFT JOIN audit_row a ON a.id = l.row_id ORDER BY l.number
                """
            ) { row in
                let link = AuditLink(number: row.int(0), hash: row.bytes(1))
                if fault == nil { fault = try AuditTrail.fault(of: link, after: last, row) }
                if let copy, copy.number == link.number, copy.hash != link.hash { copyFault = .rewritten(number: link.number) }
                last = link
            }
            if let copy, copy.number > last.number { copyFault = .cutShort(copied: copy.number, last: last.number) }
            let stray = try tx.row(
                """
                SELECT a.id FROM audit_row a LEFT JOIN audit_link l ON l.row_id = a.id LEFT JOIN audit_pending p ON p.row_id = a.id
                WHERE l.number IS NULL AND p.row_id IS NULL ORDER BY a.id LIMIT 1
                """
            ) { try $0.id(0, of: AuditRow.self) }
            let reworded = try AuditTrail.reworded(in: tx)
            return AuditVerification(
                links: try tx.count("SELECT count(*) FROM audit_link"),
                fault: fault ?? copyFault ?? stray.map { .slippedIn(row: $0) } ?? reworded.map { .purposeChanged(row: $0) },
                unsealed: try tx.count("SELECT count(*) FROM audit_pending"), copied: copy?.number
            )
        }
    }

    /// The first row whose purpose lies beside it in other words than it was sealed with.
    private static func reworded(in tx: any Transaction) throws -> ID<AuditRow>? {
        var found: ID<AuditRow>?
        try tx.forEach(
            "SELECT a.id, a.purpose, w.words, w.salt FROM audit_purpose w JOIN audit_row a ON a.id = w.row_id ORDER BY a.id"
        ) { row in
            guard found == nil, row.optionalText(1) != StatedPurpose(text: row.text(2), salt: row.bytes(3)).seal else { return }
            found = try row.id(0, of: AuditRow.self)
        }
        return found
    }

    private static func fault(
        of link: AuditLink, after last: AuditLink, _ row: borrowing Row
    ) throws -> AuditVerification.Fault? {
        guard link.number == last.number + 1 else { return .linkMissing(number: last.number + 1) }
        let id = try row.id(2, of: AuditRow.self)
        guard !row.isNull(3) else { return .rowMissing(number: link.number, row: id) }
        // A damaged value (an id that is no id any more, an outcome that does not exist) is a change too.
        guard let read = try? AuditRow(row, from: 3), last.next(read) == link else { return .changed(number: link.number, row: id) }
        return nil
    }
}
