import Basics

/// A set of facts that can't be used: every fault of it, each with the field and what the field takes.
package struct FactsRefused: Refusal {
    package let faults: [Fault]

    package enum Fault: Sendable, Hashable {
        /// The text is no JSON object.
        case notAnObject
        case unknownField(String)
        case wrongKind(field: String, expected: String)
        case unknownCode(field: String, code: String, allowed: [String])
        case ageOutOfRange(Int)
        case adultAndPerhapsChild
    }

    package var code: String { "facts.faulty" }

    package var message: String {
        "These facts can't be classified. " + faults.map(\.sentence).joined(separator: " ")
    }
}

extension FactsRefused.Fault {
    /// What is wrong with one field, and what it takes.
    package var sentence: String {
        switch self {
        case .notAnObject: "Give one JSON object, such as {\"acts\": [\"recruitment\"], \"age\": 15}."
        case .unknownField(let field):
            "“\(field.shortened)” is not a field; the fields are \(FactsField.allCases.map(\.rawValue).joined(separator: ", "))."
        case .wrongKind(let field, let expected): "“\(field)” takes \(expected)."
        case .unknownCode(let field, let code, let allowed):
            "“\(field)” has no code “\(code.shortened)”; the codes are \(allowed.joined(separator: ", "))."
        case .ageOutOfRange(let years): "“age” is \(years); give completed years from 0 to 125, or child, adult or unknown."
        case .adultAndPerhapsChild:
            "“age” says that the person is an adult and “reason_to_believe_child” that they may not be; where the age is in doubt, write \"age\": \"unknown\"."
        }
    }
}

extension String {
    /// A refusal repeats what was given only in part, so that a large mistake stays readable.
    fileprivate var shortened: String { count <= 60 ? self : prefix(60) + "…" }
}

/// The fields of a set of facts, as JSON and the page's form name them.
enum FactsField: String, CaseIterable {
    case acts, means, purposes, age
    case reasonToBelieveChild = "reason_to_believe_child"
    case consentClaimed = "consent_claimed"
    case crossedBorder = "crossed_border"
    case organisedGroup = "organised_group"
    case labour, smuggling
}
