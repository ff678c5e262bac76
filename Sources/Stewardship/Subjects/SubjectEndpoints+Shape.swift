import Access
import Basics
import Protection
import Vocabulary
import Web

extension JSONValue {
    /// What is held about a person, for whoever hands it to them.
    static func sheet(_ sheet: SubjectSheet) -> JSONValue {
        let identity = sheet.identity?.value
        return [
            "code": .text(sheet.code), "made_on": .text(sheet.madeOn.iso), "keeper": .text(sheet.keeper),
            "names": texts(identity?.names), "aliases": texts(identity?.aliases), "birth": JSONValue(identity?.birth),
            "documents": texts(identity?.documents),
            "facts": .list(sheet.facts.map { ["label": .text($0.label.en), "value": .text($0.value.en)] }),
            "entries": .list(
                sheet.entries.map { group in
                    ["kind": .text(group.kind.code), "entries": .list(group.entries.map { $0.json(group.fields) })]
                }),
            "consents": .list(
                sheet.consents.map {
                    [
                        "on": .text($0.on.iso), "purpose": .text($0.purpose.en), "answer": .text($0.answer.rawValue),
                        "is_withdrawn": .bool($0.isWithdrawn),
                    ]
                }),
            "given_to": .list(
                sheet.disclosures.map {
                    [
                        "on": .text($0.on.iso), "organisation": .text($0.organisation), "purpose": .text($0.purpose.en),
                        "ground": .text($0.ground.rawValue),
                    ]
                }),
            "who_saw_my_file": .list(
                sheet.sightings.map {
                    [
                        "day": .text($0.day.iso), "organisation": .text($0.organisationName), "roles": texts($0.roles),
                        "what": .text($0.what.rawValue), "purpose": JSONValue($0.purpose),
                    ]
                }),
            "withheld": texts(sheet.withheld.map(\.rawValue)),
        ]
    }

    private static func texts(_ texts: [String]?) -> JSONValue { .list((texts ?? []).map(JSONValue.text)) }
}

extension Schema {
    static let askedBy = Schema.choice(SubjectRequest.AskedBy.allCases.map(\.rawValue))
    static let handoverChannel = Schema.choice(SubjectRequest.Channel.allCases.map(\.rawValue))
    static let withholdingReason = Schema.choice(Withholding.Reason.allCases.map(\.rawValue))

    static let subjectAccess = Schema.object([
        "requests": .list(
            of: .object([
                "asked_on": .text, "asked_by": .askedBy, "channel": Schema.handoverChannel.orNull, "handed_on": Schema.text.orNull,
            ])),
        "withheld": .list(of: .object(["id": .text, "what": .text, "reason": .withholdingReason])),
    ])

    static let subjectSheet = Schema.object([
        "code": .text, "made_on": .text, "keeper": .text, "names": .list(of: .text), "aliases": .list(of: .text),
        "birth": Schema.text.orNull, "documents": .list(of: .text), "facts": .list(of: .object(["label": .text, "value": .text])),
        "entries": .list(of: .object(["kind": .text, "entries": .list(of: .entry)])),
        "consents": .list(of: .object(["on": .text, "purpose": .text, "answer": .text, "is_withdrawn": .flag])),
        "given_to": .list(
            of: .object([
                "on": .text, "organisation": .text, "purpose": .text, "ground": .choice(DisclosureGround.Kind.allCases.map(\.rawValue)),
            ])),
        "who_saw_my_file": .list(
            of: .object([
                "day": .text, "organisation": .text, "roles": .list(of: .text),
                "what": .choice(Sighting.What.allCases.map(\.rawValue)), "purpose": Schema.text.orNull,
            ])),
        "withheld": .list(of: .withholdingReason),
    ])
}
