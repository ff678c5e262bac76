package import Basics
package import Store

/// A kind of thing that belongs to an organisation or a person, so that the gate can tell whose a certain one is.
///
/// A thing whose kind is not `Held` belongs to the node: only a deed with scope `node` reaches it.
package protocol Held: SendableMetatype {
    /// Whose it is; `nil` when there is no such thing.
    static func holding(of id: ID<Self>, in tx: any Transaction) throws -> Holding?
}

/// Whose a thing is.
package struct Holding: Sendable, Hashable {
    /// The organisation that has it.
    package let organisation: ID<Organisation>?
    /// The person whose own it is.
    package let owner: ID<Account>?
    /// Whom it was assigned to.
    package let assigned: Set<ID<Account>>
    /// The organisations it was shared with.
    package let sharedWith: Set<ID<Organisation>>

    package init(
        organisation: ID<Organisation>?, owner: ID<Account>? = nil, assigned: Set<ID<Account>> = [],
        sharedWith: Set<ID<Organisation>> = []
    ) {
        self.organisation = organisation
        self.owner = owner
        self.assigned = assigned
        self.sharedWith = sharedWith
    }

    /// Whether a deed of this scope reaches the thing.
    package func isReached(by scope: Scope, of actor: Actor) -> Bool {
        switch scope {
        case .node: true
        case .organisation: organisation == actor.organisation || isReached(by: .shared, of: actor)
        case .shared: sharedWith.contains(actor.organisation) || isReached(by: .assigned, of: actor)
        case .assigned: assigned.contains(actor.account) || isReached(by: .own, of: actor)
        case .own: owner == actor.account
        }
    }
}
