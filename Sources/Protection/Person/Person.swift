package import Access
package import Basics
package import Store

/// Somebody who may be a victim. The person has a key of their own; what identifies them is sealed with it and dies with it.
package enum Person {}

extension Person: KeyHolder {
    package static let holderKind = "person"
}

extension Person: Held {
    /// A person is reached through any of their case files, unless a bar on one of them stands in the way.
    package static func holding(of id: ID<Person>, in tx: any Transaction) throws -> Holding? {
        let files = try tx.rows("SELECT id FROM case_file WHERE person_id = \(id)") { try $0.id(0, of: CaseFile.self) }
        let holdings = try files.compactMap { try CaseFile.holding(of: $0, in: tx) }
        guard let first = holdings.first else { return nil }
        return holdings.dropFirst().reduce(first) { $0.joined(with: $1) }
    }
}

extension Holding {
    /// Reached by whoever reaches either; barred to whoever is barred from one.
    fileprivate func joined(with other: Holding) -> Holding {
        // Two organisations can't both be the keeper of one holding: the second counts as one that it is shared with.
        let second: Set<ID<Organisation>> = other.organisation.map { [$0] } ?? []
        return Holding(
            organisation: organisation, owner: owner, assigned: assigned.union(other.assigned).union(other.owner.map { [$0] } ?? []),
            sharedWith: sharedWith.union(other.sharedWith).union(second),
            barred: Barred(
                accounts: barred.accounts.union(other.barred.accounts),
                organisations: barred.organisations.union(other.barred.organisations)
            )
        )
    }
}
