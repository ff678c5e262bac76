package import Access
import Basics
package import Store

extension SQL {
    /// The same rule as `Holding.isReached`, for finders: which case files `c` somebody sees with a deed.
    package static func reached(with deed: Deed, by actor: Actor) -> SQL {
        let (me, mine) = (actor.account, actor.organisation)
        let given: SQL
        switch actor.scope(of: deed) {
        case nil: return "1 = 0"
        case .node: given = "1 = 1"
        case .own: given = "c.raised_by = \(me)"
        case .assigned: given = "(c.assigned_to = \(me) OR c.deputy = \(me) OR c.raised_by = \(me))"
        case .shared: given = "(\(sql: .sharedWith(mine)) OR c.assigned_to = \(me) OR c.deputy = \(me) OR c.raised_by = \(me))"
        case .organisation:
            given = """
                (c.organisation_id = \(mine) OR \(sql: .sharedWith(mine)) OR c.assigned_to = \(me) OR c.deputy = \(me)
                    OR c.raised_by = \(me))
                """
        }
        return """
            \(sql: given) AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = c.id AND b.lifted_at IS NULL
                AND (b.account_id = \(me) OR b.organisation_id = \(mine)))
            """
    }

    private static func sharedWith(_ organisation: ID<Organisation>) -> SQL {
        """
        EXISTS (SELECT 1 FROM case_share s WHERE s.case_id = c.id AND s.organisation_id = \(organisation) AND s.closed_at IS NULL)
        """
    }
}
