import Basics
import Evidence
import Instruments
import Vocabulary
import Web

// What the API answers: each function mirrors the schema of the same name in `APISchemas`.

extension JSONValue {
    static func name(_ word: Word) -> JSONValue {
        .members(Language.allCases.map { Member(name: $0.code, value: .text(word[$0])) })
    }

    static func source(_ source: PublishedSource) -> JSONValue {
        [
            "name": .text(source.name), "citation": .text(source.citation), "released_on": JSONValue(source.releasedOn?.iso),
            "address": JSONValue(source.address), "notice": JSONValue(source.notice),
        ]
    }

    static func count(_ figure: Figure) -> JSONValue {
        let bounds = figure.count.bounds
        var absence: String?
        if case .absent(let why) = figure.count { absence = why.rawValue }
        return [
            "low": JSONValue(bounds?.lowerBound), "high": JSONValue(bounds?.upperBound), "published": .text(figure.count.description),
            "absence": JSONValue(absence), "disputed": .bool(figure.isDisputed), "states": .integer(figure.states),
        ]
    }

    static func country(_ country: Country) -> JSONValue {
        var since: Int?
        if case .member(let year) = country.standing { since = year }
        return [
            "alpha3": .text(country.code.alpha3), "alpha2": .text(country.alpha2), "m49": .text(country.m49),
            "name": .name(country.name), "un_member_since": JSONValue(since), "region": JSONValue(country.region),
            "subregion": JSONValue(country.subregion),
        ]
    }

    /// A row with its labels by facet: `{"values": {"year": "2019"}, "count": {…}}`.
    static func row(_ row: StatisticsRow, by facets: [Facet]) -> JSONValue {
        let values = zip(facets, row.values).map { Member(name: $0.rawValue, value: .text($1.code)) }
        return ["values": .members(values), "count": .count(row.figure)]
    }

    static func rows(_ answer: StatisticsAnswer) -> JSONValue {
        [
            "indicator": .text(answer.question.indicator.rawValue), "source": .source(answer.source),
            "rows": .list(answer.rows.map { .row($0, by: answer.question.by) }),
        ]
    }

    static func commitment(_ commitment: Commitment) -> JSONValue {
        [
            "id": .text(commitment.id), "source": .text(commitment.source.rawValue), "reference": .text(commitment.reference),
            "heading": .text(commitment.heading), "statement": .text(commitment.statement), "pillar": .text(commitment.pillar.rawValue),
            "addressed_to": .text(commitment.addressedTo),
        ]
    }

    static func treaty(_ treaty: Treaty) -> JSONValue {
        [
            "code": .text(treaty.code), "name": .text(treaty.name), "reference": .text(treaty.reference),
            "depositary": .text(treaty.depositary), "adopted_on": JSONValue(treaty.adoptedOn?.iso),
            "in_force_on": JSONValue(treaty.inForceOn?.iso), "status_as_of": .text(treaty.statusAsOf),
            "completeness": .text(treaty.completeness),
        ]
    }

    static func participation(_ row: Participation) -> JSONValue {
        [
            "party": .text(row.party), "signed_on": JSONValue(row.signedOn?.iso), "action": JSONValue(row.action?.rawValue),
            "acted_on": JSONValue(row.actedOn?.text), "is_party": .bool(row.isParty),
            "confidence": .text(row.provenance.confidence.rawValue), "precision": .text(row.provenance.precision.rawValue),
            "conflict": .text(row.provenance.conflict), "source": .text(row.provenance.source),
        ]
    }
}
