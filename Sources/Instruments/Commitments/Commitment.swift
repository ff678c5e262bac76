/// One thing that States or others have undertaken, or were asked, to do: a numbered part of a document, in our own words.
package struct Commitment: Hashable, Sendable {
    /// The address of the record: `TIP-9.5`, `P7`, `G6.1`, `VF-160a`, `GPA-III-j`.
    package let id: String
    package let source: Source
    /// Document and paragraph.
    package let reference: String
    package let heading: String
    package let statement: String
    package let pillar: Pillar
    /// Whom the source addresses, in its words; `not stated` where it names nobody.
    package let addressedTo: String

    /// The documents that commitments come from, in the order of the library.
    package enum Source: String, CaseIterable, Sendable, Codable {
        case protocolProvisions = "TIP-PROTOCOL"
        case principles = "PRINCIPLES"
        case guidelines = "GUIDELINES"
        case viennaForum = "VIENNA-FORUM"
        case globalPlan = "GLOBAL-PLAN"
    }

    /// The four Ps, knowledge, and everything at once.
    package enum Pillar: String, CaseIterable, Sendable, Codable {
        case prevention, protection, prosecution, partnership, evidence, all
    }
}

/// What a commitment is tied to: another commitment, or a record of another kind.
package struct CommitmentLink: Hashable, Sendable {
    package let commitment: String
    /// `commitment`, or the kind of record that another context keeps.
    package let toKind: String
    package let toID: String
    /// Why the two belong together, in a sentence.
    package let why: String
    /// Whether it came with the program; others were made by a person.
    package let isShipped: Bool

    package init(commitment: String, toKind: String, toID: String, why: String, isShipped: Bool) {
        (self.commitment, self.toKind, self.toID) = (commitment, toKind, toID)
        (self.why, self.isShipped) = (why, isShipped)
    }

    /// The kind of a link between two commitments.
    package static let commitmentKind = "commitment"
}
