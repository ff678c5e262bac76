import Web

/// The shapes that several answers of the API share, by name.
enum APISchemas {
    static let all: [String: Schema] = [
        "Problem": .object(
            ["type": .text, "title": .text, "status": .integer, "code": .text, "detail": .text, "reference": .text],
            optional: ["reference", "type", "detail", "code"], open: true
        ).described("What stopped, and what to do (RFC 9457). `code` never changes."),
        "Count": .object(
            [
                "low": Schema.integer.orNull.described("The lowest number that it can be."),
                "high": Schema.integer.orNull.described("The highest; the same as low when it is exact."),
                "published": Schema.text.described("As a reader sees it: 12, <5, 82291-82363, or the reason of absence in brackets."),
                "absence": Schema.choice(["nothing", "not_collected", "not_applicable", "withheld"]).orNull,
                "disputed": Schema.flag.described("Whether part of it was published more than once with different values."),
                "states": Schema.integer.described("How many States are in it."),
            ]
        ),
        "Source": .object([
            "name": .text, "citation": .text, "released_on": Schema.text.orNull, "address": Schema.text.orNull,
            "notice": Schema.text.orNull,
        ]),
        "Name": .object(["en": .text, "fr": .text, "es": .text, "ar": .text, "ru": .text, "zh": .text]),
        "Country": .object(
            [
                "alpha3": .text, "alpha2": .text, "m49": .text, "name": .named("Name"), "un_member_since": Schema.integer.orNull,
                "region": Schema.text.orNull, "subregion": Schema.text.orNull,
            ]
        ),
        "Row": .object(["values": .dictionary(of: .text), "count": .named("Count")]),
        "Commitment": .object(
            [
                "id": .text, "source": .text, "reference": .text, "heading": .text, "statement": .text, "pillar": .text,
                "addressed_to": .text,
            ]
        ),
        "Treaty": .object(
            [
                "code": .text, "name": .text, "reference": .text, "depositary": .text, "adopted_on": Schema.text.orNull,
                "in_force_on": Schema.text.orNull, "status_as_of": .text, "completeness": .text,
            ]
        ),
        "Participation": .object(
            [
                "party": .text, "signed_on": Schema.text.orNull, "action": Schema.text.orNull, "acted_on": Schema.text.orNull,
                "is_party": .flag, "confidence": .text, "precision": .text, "conflict": .text, "source": .text,
            ]
        ),
    ]
}
