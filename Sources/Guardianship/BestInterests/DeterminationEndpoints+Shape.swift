import Basics
import Protection
import Web

extension JSONValue {
    /// A determination as its page shows it.
    static func determination(_ page: DeterminationPage) -> JSONValue {
        let (one, notes) = (page.one, page.notes)
        return [
            "id": .text("\(one.id)"), "question": .text(one.question.rawValue), "stage": .text(one.stage.rawValue),
            "opened_at": .text(one.openedAt.iso), "version": .integer(one.version),
            "panel": .list(
                page.panel.map {
                    [
                        "id": .text("\($0.id)"), "name": JSONValue(notes["member-\($0.id)"].first),
                        "organisation": .text($0.organisationName),
                        "profession": .text($0.profession.rawValue),
                    ]
                }),
            "options": .list(
                page.options.map {
                    [
                        "option": .text($0.kind.rawValue), "speaks_for": texts(notes["for-\($0.kind.rawValue)"]),
                        "speaks_against": texts(notes["against-\($0.kind.rawValue)"]),
                    ]
                }),
            "guardian_on": JSONValue(one.guardianHeardOn?.iso), "view": JSONValue(one.childView?.rawValue),
            "how": JSONValue(one.askedHow?.rawValue), "language": JSONValue(one.askedLanguage), "weight": JSONValue(one.weight?.rawValue),
            "child_notes": texts(notes["child_view"]), "guardian_notes": texts(notes["guardian_view"]),
            "decisions": .list(
                page.decisions.map {
                    ["option": .text($0.option.rawValue), "decided_at": .text($0.decidedAt.iso), "review_on": .text($0.reviewOn.iso)]
                }),
            "reasons": texts(notes["reasons"]), "facts": JSONValue(one.newFacts?.rawValue), "facts_notes": texts(notes["new_facts"]),
        ]
    }

    /// Texts, the oldest first.
    static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
}

extension Schema {
    private static let stage = Schema.choice(BestInterests.Stage.allCases.map(\.rawValue))
    private static let note = Schema.text(length: 4_000)
    private static let texts = Schema.list(of: .text)

    static let movedDetermination = Schema.object(["id": .text, "stage": stage, "version": .integer])

    static let determinationLine = Schema.object([
        "id": .text, "question": .codes(BestInterestsQuestion.self), "stage": stage, "opened_at": .text, "version": .integer,
    ])

    static let panelMember = Schema.object([
        "member": .text(length: 120), "member_of": Schema.text(length: 40).described("The id of an organisation."),
        "profession": .codes(Profession.self),
    ])

    static let weighedOption = Schema.object(["option": .codes(BestInterestsOption.self), "speaks_for": note, "speaks_against": note])

    static let newDecision = Schema.object([
        "version": .integer, "chosen": .codes(BestInterestsOption.self), "reasons": .text(length: 8_000), "review_on": .day,
    ])

    static let review = Schema.object(
        ["version": .integer, "facts": .codes(NewFacts.self), "facts_note": note.orNull], optional: ["facts_note"])

    static func hearing(_ profile: CountryProfile) -> Schema {
        .object([
            "version": .integer, "guardian_on": .day, "guardian_note": note, "view": .codes(ChildView.self), "how": .codes(AskedHow.self),
            "language": .choice(profile.spokenLanguages.map(\.key) + [DeterminationPage.notAsked]), "weight": .codes(ViewWeight.self),
            "child_note": note,
        ])
    }

    static func shareOn(_ profile: CountryProfile) -> Schema {
        .object([
            "recipient": Schema.text(length: 40).described("The id of an organisation."),
            "purpose": .choice(profile.consentPurposes.map(\.code)),
            "parts": .list(of: .choice(CasePart.allCases.filter { $0 != .summary }.map(\.rawValue))),
        ])
    }

    static let determination = Schema.object([
        "id": .text, "question": .codes(BestInterestsQuestion.self), "stage": stage, "opened_at": .text, "version": .integer,
        "panel": .list(
            of: .object(["id": .text, "name": Schema.text.orNull, "organisation": .text, "profession": .codes(Profession.self)])),
        "options": .list(of: .object(["option": .codes(BestInterestsOption.self), "speaks_for": texts, "speaks_against": texts])),
        "guardian_on": Schema.text.orNull, "view": Schema.codes(ChildView.self).orNull, "how": Schema.codes(AskedHow.self).orNull,
        "language": Schema.text.orNull, "weight": Schema.codes(ViewWeight.self).orNull, "child_notes": texts, "guardian_notes": texts,
        "decisions": .list(of: .object(["option": .codes(BestInterestsOption.self), "decided_at": .text, "review_on": .text])),
        "reasons": texts, "facts": Schema.codes(NewFacts.self).orNull, "facts_notes": texts,
    ])
}
