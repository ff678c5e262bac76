import Access
import Basics
import Protection
import Store
import Vocabulary

/// That a file goes from the organisation that keeps it to another: proposed on a ground, and accepted, refused or withdrawn.
package enum Transfer {
    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case proposed, accepted, refused, withdrawn }

    package enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case moved
        case safety
        case competence
        case personWishes = "person_wishes"
        case capacity
    }

    /// What a person is asked for: that another organisation looks after them from now on.
    static let purpose = ConsentPurpose.transfer
    /// For what whoever handed a file on still sees its summary.
    static let following = "following"
}
