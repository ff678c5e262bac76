import Foundation
import Instruments
import Vocabulary
import Web

extension Endpoint {
    /// `POST`, because the facts are a document; nothing is stored or logged of them.
    static let classify = Endpoint(
        verb: .post, path: "/api/v1/classify", operation: "classify",
        summary: "Whether facts are trafficking, element by element, with the clause for each step. Nothing is stored.",
        // What is left out and what is null say the same: nothing is known of it.
        body: .object(
            [
                "acts": .list(of: .choice(Act.allCases.map(\.rawValue))).orNull,
                "means": .list(of: .choice(Means.allCases.map(\.rawValue))).orNull,
                "purposes": .list(of: .choice(Exploitation.allCases.map(\.rawValue))).orNull,
                "age": Schema.any(of: [.integer(in: 0...125), .choice(["child", "adult", "unknown"])]).orNull,
                "reason_to_believe_child": .flag.orNull, "consent_claimed": .flag.orNull, "crossed_border": .flag.orNull,
                "organised_group": .flag.orNull,
                "labour": .list(of: .choice(LabourBreach.allCases.map(\.rawValue))).orNull,
                "smuggling": .list(of: .choice(SmugglingSign.allCases.map(\.rawValue))).orNull,
            ],
            optional: [
                "acts", "means", "purposes", "age", "reason_to_believe_child", "consent_claimed", "crossed_border", "organised_group",
                "labour", "smuggling",
            ]
        ),
        answer: .object(
            [
                "outcome": .choice(Classification.Outcome.allCases.map(\.rawValue)), "is_trafficking": .flag,
                "missing": .list(of: .text), "alternatives": .list(of: .text), "summary": .text,
                "steps": .list(
                    of: .object([
                        "question": .text, "finding": .text, "text": .text, "facts": .list(of: .text), "clauses": .list(of: .text),
                    ])
                ),
            ]
        ),
        refusals: [.malformed, .tooLarge, .wrongMedia, .invalid]
    ) { visit in
        let facts = try Facts(json: Data(visit.form.json))
        return try .json(ClassificationAnswer(facts.classified(), in: visit.language))
    }
}
