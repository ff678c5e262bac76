import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// The directory of services for programs, with the filters of its page.
    static func services(_ room: ProtectionRoom) -> Endpoint {
        let shape = ServicesPage.shape(room.profile)
        let filters = shape.filters.map { filter in
            Parameter.query(filter.name, .choice(filter.choices.map(\.key)), filter.label.en + ".")
        }
        return Endpoint(
            verb: .get, path: "/api/v1/services", operation: "listServices", summary: "The directory of services by name, 50 at a time.",
            parameters: filters + [
                .query("q", .text(length: 200), "A part of the name of the service or its organisation."),
                .query("after", .text(length: 2_000), "The `next` of the answer before."),
            ],
            answer: .object([
                "services": .list(
                    of: .object([
                        "id": .text, "name": .text, "organisation": .text, "kind": .text, "served": .list(of: .text),
                        "languages": .list(of: .text), "region": Schema.text.orNull, "free": Schema.integer.orNull, "verified_on": .text,
                    ])),
                "next": Schema.text.orNull,
            ]), refusals: [.invalid], deed: .useAPI
        ) { visit in
            let actor = try visit.signedIn()
            for filter in shape.filters {
                guard let key = visit.query.filled(filter.name), !filter.choices.contains(where: { $0.key == key }) else { continue }
                throw FieldsRefused.choice(filter.name, filter.choices.map(\.key))
            }
            let asked = ListRequest(visit.query, shape)
            let narrowing = ServicesPage.narrowing(asked, actor, room, at: visit.now)
            let after = asked.after.flatMap { place -> (name: String, id: ID<AssistanceService>)? in
                guard place.values.count == 2, let id = ID<AssistanceService>(place.values[1]) else { return nil }
                return (place.values[0], id)
            }
            let tonight = room.day(of: visit.now)
            let services = try await room.database.read { tx in
                try AssistanceService.list(narrowing, after: after, limit: ListRequest.fetchCount, tonight: tonight, in: tx)
            }
            let slice = ListSlice(fetched: services) { [$0.name, "\($0.id)"] }
            // Address and telephone stay on the page of the service, for a confidential one is shown to those who refer alone.
            let lines = slice.rows.map { service -> JSONValue in
                [
                    "id": .text("\(service.id)"), "name": .text(service.name), "organisation": .text(service.organisationName),
                    "kind": .text(service.kind),
                    "served": .list(ServedGroup.allCases.filter(service.served.contains).map { .text($0.rawValue) }),
                    "languages": .list(service.languages.map(JSONValue.text)), "region": JSONValue(service.region),
                    "free": JSONValue(service.free), "verified_on": .text(service.verifiedOn.iso),
                ]
            }
            return .json(["services": .list(lines), "next": JSONValue(slice.next?.encoded)])
        }
    }
}
