package import Access
package import Basics
package import Store

/// One person's file with the organisation that keeps it. It holds no identity: the person behind it is opened apart.
package enum CaseFile {}

extension CaseFile: Held {
    package static func holding(of id: ID<CaseFile>, in tx: any Transaction) throws -> Holding? {
        let found = try tx.row("SELECT organisation_id, raised_by, assigned_to, deputy FROM case_file WHERE id = \(id)") { row in
            (
                try row.id(0, of: Organisation.self), try row.id(1, of: Account.self), try row.optionalID(2, of: Account.self),
                try row.optionalID(3, of: Account.self)
            )
        }
        guard let (organisation, raiser, worker, deputy) = found else { return nil }
        let shared = try tx.rows("SELECT organisation_id FROM case_share WHERE case_id = \(id) AND closed_at IS NULL") {
            try $0.id(0, of: Organisation.self)
        }
        let bars = try tx.rows("SELECT account_id, organisation_id FROM case_bar WHERE case_id = \(id) AND lifted_at IS NULL") {
            (try $0.optionalID(0, of: Account.self), try $0.optionalID(1, of: Organisation.self))
        }
        return Holding(
            organisation: organisation, owner: raiser, assigned: Set([worker, deputy].compactMap { $0 }), sharedWith: Set(shared),
            barred: Barred(accounts: Set(bars.compactMap(\.0)), organisations: Set(bars.compactMap(\.1)))
        )
    }
}
