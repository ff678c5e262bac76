package import Basics
package import Store

/// A kind of thing that belongs to an organisation or a person, so that the gate can tell whose a certain one is.
///
/// A thing whose kind is not `Held` belongs to the node: only a deed with scope `node` reaches it.
package protocol Held: SendableMetatype {
    /// Whose it is; `nil` when there is no such thing.
    static func holding(of id: ID<Self>, in tx: any Transaction) throws -> Holding?

    /// Whether a deed is for whoever keeps a thing alone: those it was shared with don't do it, however wide their scope.
    static func isForKeeper(_ deed: Deed) -> Bool
}

extension Held {
    package static func isForKeeper(_ deed: Deed) -> Bool { false }
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
    /// Who must not see it, whatever else they were given, and must not learn that they are barred.
    package let barred: Barred

    package init(
        organisation: ID<Organisation>?, owner: ID<Account>? = nil, assigned: Set<ID<Account>> = [],
        sharedWith: Set<ID<Organisation>> = [], barred: Barred = .nobody
    ) {
        self.organisation = organisation
        self.owner = owner
        self.assigned = assigned
        self.sharedWith = sharedWith
        self.barred = barred
    }

    /// Whether a deed of this scope reaches the thing. A bar is stronger than every scope.
    /// - Parameter forKeeper: that the deed is for whoever keeps it, so that a share does not count.
    package func isReached(by scope: Scope, of actor: Actor, forKeeper: Bool = false) -> Bool {
        !barred.includes(actor) && isGiven(to: scope, of: actor, forKeeper)
    }

    private func isGiven(to scope: Scope, of actor: Actor, _ forKeeper: Bool) -> Bool {
        switch scope {
        case .node: true
        case .organisation: organisation == actor.organisation || isGiven(to: .shared, of: actor, forKeeper)
        case .shared: (!forKeeper && sharedWith.contains(actor.organisation)) || isGiven(to: .assigned, of: actor, forKeeper)
        case .assigned: assigned.contains(actor.account) || isGiven(to: .own, of: actor, forKeeper)
        case .own: owner == actor.account
        }
    }
}

/// The accounts and organisations that a thing is kept from.
package struct Barred: Sendable, Hashable {
    package let accounts: Set<ID<Account>>
    package let organisations: Set<ID<Organisation>>

    package init(accounts: Set<ID<Account>> = [], organisations: Set<ID<Organisation>> = []) {
        self.accounts = accounts
        self.organisations = organisations
    }

    package static let nobody = Barred()

    func includes(_ actor: Actor) -> Bool { accounts.contains(actor.account) || organisations.contains(actor.organisation) }
}
