package import Vocabulary

/// A classification as the API and the command line give it: codes for programs, sentences in one language for people.
package struct ClassificationAnswer: Codable, Hashable, Sendable {
    package let outcome: Classification.Outcome
    package let isTrafficking: Bool
    package let missing: [Classification.Element]
    package let alternatives: [Classification.Outcome]
    /// The outcome in a sentence.
    package let summary: String
    package let steps: [Step]

    package struct Step: Codable, Hashable, Sendable {
        package let question: Finding.Question
        package let finding: Finding
        package let text: String
        package let facts: [String]
        /// Ids of clauses, most of them commitments: `TIP-3.a`.
        package let clauses: [String]
    }

    package init(_ classification: Classification, in language: Language) {
        outcome = classification.outcome
        isTrafficking = classification.isTrafficking
        missing = classification.missing
        alternatives = classification.alternatives
        summary = classification.outcome.words[language]
        steps = classification.steps.map {
            Step(
                question: $0.finding.question, finding: $0.finding, text: $0.finding.words[language], facts: $0.facts,
                clauses: $0.clauses.map(\.id)
            )
        }
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, missing, alternatives, summary, steps
        case isTrafficking = "is_trafficking"
    }
}
