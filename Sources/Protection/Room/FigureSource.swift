package import Access
package import Basics
package import Store
package import Vocabulary

/// What a room of Protection counts, for the figures of those cleared for them. It counts and codes; it never names anybody.
package struct FigureSource: Sendable {
    /// Lower-case letters and hyphens, unique: `service-referrals`.
    package let code: String
    package let title: Word
    /// What is counted apart, in the order to show it in.
    package let values: [(code: String, word: Word)]
    package let kind: Kind

    package enum Kind: Sendable {
        /// Counted file by file: asked again about a file whenever something happened in it, so that nothing is counted by a scan.
        case ofFiles(@Sendable (any Transaction, [ID<CaseFile>]) throws -> [FileFact])
        /// Counted at the moment somebody looks, from tables that stay small (places, interpreters): by the code of the value. The
        /// organisation is `nil` for the whole node, and the day is today where the country's authorities are.
        case standing(@Sendable (any Transaction, ID<Organisation>?, Day) throws -> [String: Int])
    }

    package init(_ code: String, _ title: Word, values: [(code: String, word: Word)], _ kind: Kind) {
        (self.code, self.title, self.values, self.kind) = (code, title, values, kind)
    }
}

/// One thing to count about a file: in the month of a moment, under the code of a value.
package struct FileFact: Sendable, Hashable {
    package let file: ID<CaseFile>
    package let at: Instant
    package let value: String

    package init(_ file: ID<CaseFile>, at: Instant, _ value: String) {
        (self.file, self.at, self.value) = (file, at, value)
    }
}

/// A step in the life of a file that figures measure the time to, or count. A kind of event says which it is.
package enum Milestone: String, Sendable, Hashable, CaseIterable {
    /// The identifying authority decided whether to presume that the person is a victim.
    case decision
    /// A first service was delivered, or a place taken up.
    case firstService
    /// A removal was carried out against the assessment.
    case removalAgainstAssessment
}
