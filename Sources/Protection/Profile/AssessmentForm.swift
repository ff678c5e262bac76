package import Vocabulary

/// Questions that are scored, dated and asked again, so that change is seen.
package struct AssessmentForm: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What it is called.
    package let name: Word
    /// What it is for.
    package let kind: Kind
    /// In the order to ask them in.
    package let questions: [Question]

    /// What an assessment is for.
    package enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        /// What may happen to the person.
        case risk
        /// What the person needs; each question has a domain.
        case needs
    }

    /// One question with the words of its four levels.
    package struct Question: Coded, ProfilePart {
        /// What a record holds.
        package let code: String
        /// What is to be judged, together with the person.
        package let text: Word
        /// The domain of service that answers a need; `nil` in an assessment of risk.
        package let domain: ServiceKind.Domain?
        /// Four, for the scores 0 (none) to 3 (grave).
        package let levels: [Word]

        init(_ part: inout ProfileReader) {
            code = part.code()
            text = part.word("text")
            domain = part.optional("domain") == nil ? nil : part.choice("domain", standIn: .safety)
            levels = part.words("levels", count: 4)
        }
    }

    /// The question with this code; `nil` when there is none such.
    package func question(_ code: String) -> Question? { questions.first(code: code) }

    init(_ part: inout ProfileReader) {
        code = part.code()
        name = part.word("name")
        kind = part.choice("kind", standIn: .risk)
        questions = part.list("questions")
        for question in questions where kind == .needs && question.domain == nil {
            part.refuse("questions", "“\(question.code)” asks for a need and must have a domain")
        }
    }
}
