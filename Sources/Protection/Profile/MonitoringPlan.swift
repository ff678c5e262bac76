package import Vocabulary

/// How a person is followed after arrival, until a life is rebuilt.
package struct MonitoringPlan: Sendable, Hashable, ProfilePart {
    /// So many months after arrival the receiving partner looks after the person; 1, 3 and 6 unless the file says otherwise.
    package let months: [Int]
    /// How many days after each of them the report may take before an alarm is raised.
    package let reportDueDays: Int
    /// What each report judges: every domain once.
    package let outcomes: [Outcome]

    /// One domain of life with the words of its four levels.
    package struct Outcome: Coded, ProfilePart {
        /// Which part of life.
        package let domain: Domain
        /// What it is called.
        package let name: Word
        /// Four, for the scores 0 (worst) to 3 (as it should be).
        package let levels: [Word]

        /// What a record holds: the domain.
        package var code: String { domain.rawValue }

        init(_ part: inout ProfileReader) {
            domain = part.choice("code", standIn: .safety)
            name = part.word("name")
            levels = part.words("levels", count: 4)
        }
    }

    /// The parts of life that are followed.
    package enum Domain: String, CaseIterable, Sendable, Hashable, Codable {
        case safety, housing, income, health, relations
    }

    /// The outcome of a domain.
    package func outcome(_ domain: Domain) -> Outcome? { outcomes.first { $0.domain == domain } }

    init(_ part: inout ProfileReader) {
        months = part.ascending("months", in: 1...60) ?? [1, 3, 6]
        reportDueDays = part.number("reportDueDays", in: 1...60)
        outcomes = part.list("outcomes")
        for domain in Domain.allCases where !outcomes.isEmpty && !outcomes.codes.contains(domain.rawValue) {
            part.refuse("outcomes", "“\(domain.rawValue)” is missing")
        }
    }
}
