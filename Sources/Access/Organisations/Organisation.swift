package import Basics
package import Store

/// A body that takes part: every account belongs to one.
package struct Organisation: Sendable, Hashable {
    /// The kinds of body that the documents name.
    package enum Kind: String, Sendable, Hashable, CaseIterable, Codable, SQLBindable {
        case ministry, police, border, labourInspectorate, prosecutor, court, ngo, shelter, health
        case internationalOrganisation, embassy, company
    }

    package let id: ID<Organisation>
    package let kind: Kind
    package let name: String
    /// The State or area it works for, three letters, where that can be said.
    package let country: String?
    /// Since when it takes no part any more; its people can't sign in.
    package let closedAt: Instant?
    package let version: Int
}

extension Organisation: Held {
    package static func holding(of id: ID<Organisation>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT id FROM organisation WHERE id = \(id)") { Holding(organisation: try $0.id(0, of: Organisation.self)) }
    }
}
