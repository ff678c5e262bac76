/// What a set of facts amounts to, and the reasoning, step by step, each with the clause that it rests on.
package struct Classification: Hashable, Sendable {
    package let outcome: Outcome
    /// The elements of the definition that the facts do not show, in the order act, means, purpose.
    package let missing: [Element]
    /// What the facts point to besides, where it is not trafficking by these facts.
    package let alternatives: [Outcome]
    package let steps: [Step]

    package var isTrafficking: Bool { outcome == .trafficking || outcome == .traffickingInChild }

    /// What it comes to.
    package enum Outcome: String, CaseIterable, Sendable, Codable {
        case trafficking
        /// No means is needed.
        case traffickingInChild = "trafficking_in_child"
        case elementMissing = "element_missing"
        case signsOfSmuggling = "signs_of_smuggling"
        case labourViolation = "labour_violation"
    }

    /// The three parts of the definition.
    package enum Element: String, CaseIterable, Sendable, Codable {
        case act, means, purpose
    }

    /// One step of the reasoning.
    package struct Step: Hashable, Sendable {
        package let finding: Finding
        /// The codes of the facts it looked at, such as `recruitment`.
        package let facts: [String]

        package var clauses: [Clause] { finding.clauses }
    }
}

/// A numbered part of an instrument: `TIP-3.a` is article 3 (a) of the Trafficking Protocol.
package struct Clause: Hashable, Sendable {
    package let id: String

    package static let definition = Clause(id: "TIP-3.a")
    package static let consent = Clause(id: "TIP-3.b")
    package static let noMeansForChild = Clause(id: "TIP-3.c")
    package static let child = Clause(id: "TIP-3.d")
    package static let scope = Clause(id: "TIP-4")
    package static let smuggling = Clause(id: "SOM-3.a")
    package static let oneDefinition = Clause(id: "G3.1")
    package static let childDefinition = Clause(id: "G8.1")
    package static let childIdentified = Clause(id: "P10")
    package static let notSmuggling = Clause(id: "VF-237c")
    package static let anyOffender = Clause(id: "VF-146f")
    package static let labourLaw = Clause(id: "VF-152b")
    package static let hiddenExploitation = Clause(id: "VF-42c")

    /// Whether it can be opened among the commitments. The Smuggling Protocol is cited, but not kept there.
    package var isCommitment: Bool { !id.hasPrefix("SOM-") }
}
