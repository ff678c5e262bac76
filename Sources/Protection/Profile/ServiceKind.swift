package import Vocabulary

/// A kind of help that a person can be referred to. Which organisation gives it stands in the directory.
package struct ServiceKind: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What it is called.
    package let name: Word
    /// Which need it answers.
    package let domain: Domain

    /// The domains of a person's needs.
    package enum Domain: String, CaseIterable, Sendable, Hashable, Codable {
        case safety, housing
        case physicalHealth = "physical_health"
        case mentalHealth = "mental_health"
        case legal, psychosocial, education, work, money, family, interpretation
        case homeward = "return"
    }

    init(_ part: inout ProfileReader) {
        code = part.code()
        name = part.word("name")
        domain = part.choice("domain", standIn: .safety)
    }
}

/// How soon a referral to a service must be answered.
package enum Urgency: String, CaseIterable, Sendable, Hashable, Codable {
    case immediate, today, week, normal
}

/// How many hours an organisation has to accept or decline a referral.
package struct AcceptBy: Sendable, Hashable, ProfilePart {
    private let hours: [Urgency: Int]

    /// The hours at one urgency: 1 to 1,440, never fewer than at a more urgent one.
    package subscript(urgency: Urgency) -> Int { hours[urgency] ?? 1 }

    init(_ part: inout ProfileReader) {
        var hours: [Urgency: Int] = [:]
        for urgency in Urgency.allCases { hours[urgency] = part.number(urgency.rawValue, in: 1...1_440) }
        self.hours = hours
        for (sooner, later) in zip(Urgency.allCases, Urgency.allCases.dropFirst()) where self[later] < self[sooner] {
            // A missing value is one hour here, and is told of already.
            if self[later] > 1 { part.refuse(later.rawValue, "leaves less time than \(sooner.rawValue)") }
        }
    }
}
