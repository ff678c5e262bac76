package import Web

/// One operation of the API: what it takes, what it answers, and the code that does it.
package struct Endpoint: Sendable {
    package enum Verb: String, Sendable { case get, post }

    /// A value in the path or the query.
    package struct Parameter: Sendable {
        package enum Place: String, Sendable { case path, query }

        package let name: String
        package let place: Place
        package let required: Bool
        package let schema: Schema
        package let description: String

        package static func path(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
            Parameter(name: name, place: .path, required: true, schema: schema, description: description)
        }

        package static func query(_ name: String, _ schema: Schema, _ description: String, required: Bool = false) -> Parameter {
            Parameter(name: name, place: .query, required: required, schema: schema, description: description)
        }

        var json: JSONValue {
            [
                "name": .text(name), "in": .text(place.rawValue), "required": .bool(required), "schema": schema.json,
                "description": .text(description),
            ]
        }
    }

    package let verb: Verb
    /// `/api/v1/countries/{code}`: both the route's pattern and OpenAPI's path.
    package let path: String
    package let operation: String
    package let summary: String
    package var parameters: [Parameter] = []
    package var body: Schema?
    package let answer: Schema
    package var refusals: [EndpointRefusal] = []
    package let handle: @Sendable (Visit) async throws -> Answer
}
