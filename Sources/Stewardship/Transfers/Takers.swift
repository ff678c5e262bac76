import Access
import Basics
import Protection
import Store
import Vocabulary

/// Who may take a file over: an organisation where nobody may would leave the person with no one.
struct Takers: Sendable {
    let roles: [RoleName]

    init(_ room: ProtectionRoom) throws {
        roles = try RoleBook.load(from: room.share).roles.filter { $0.grants[.transferCases] != nil && $0.grants[.superviseCases] != nil }
            .map(\.name)
    }

    func are(in organisation: ID<Organisation>, tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM organisation o WHERE o.id = \(organisation) AND \(sql: exist)")
    }

    /// That there is one in organisation `o`.
    var exist: SQL {
        """
        EXISTS (SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
            WHERE a.organisation_id = o.id AND a.state = 'active' AND r.role IN \(list: roles.map(\.rawValue)))
        """
    }
}
