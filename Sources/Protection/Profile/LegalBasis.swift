package import Vocabulary

/// The law that a decision rests on.
package struct LegalBasis: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// The law and its clause.
    package let text: Word
    /// The decisions it can carry.
    package let use: Use

    /// The decisions that need a basis.
    package enum Use: String, CaseIterable, Sendable, Hashable, Codable {
        case presume, identify, refuse, any
    }

    /// Whether it can carry this decision.
    package func carries(_ decision: Use) -> Bool { use == .any || use == decision }

    init(_ part: inout ProfileReader) {
        code = part.code()
        text = part.word("text")
        use = part.choice("for", standIn: .any)
    }
}

/// What the stages of identification are called in the country.
package struct DecisionNames: Sendable, Hashable, ProfilePart {
    private let names: [Stage: Word]

    /// A stage of identification, as the file names it.
    package enum Stage: String, CaseIterable, Sendable, Hashable, Codable {
        case detected
        case underAssessment = "under_assessment"
        case presumed, identified
        case notIdentified = "not_identified"
        case underReview = "under_review"
        case upheld, overturned
    }

    /// The country's own name for a stage.
    package subscript(stage: Stage) -> Word { names[stage] ?? Word(work: stage.rawValue, fr: stage.rawValue) }

    /// The country's own name for the stage that a record calls so; `nil` for one that is not known.
    package subscript(code: String) -> Word? { Stage(rawValue: code).map { self[$0] } }

    init(_ part: inout ProfileReader) {
        var names: [Stage: Word] = [:]
        for stage in Stage.allCases { names[stage] = part.word(stage.rawValue) }
        self.names = names
    }
}
