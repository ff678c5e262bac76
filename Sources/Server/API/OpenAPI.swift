/// The OpenAPI 3.1 document of the API, made from the endpoints themselves, so that it can't tell of one that is not there.
package struct OpenAPI: Sendable {
    package let endpoints: [Endpoint]
    package let schemas: [String: Schema]
    package let version: String

    package var json: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for endpoint in endpoints { paths[endpoint.path, default: [:]][endpoint.verb.rawValue] = operation(endpoint) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Concord", "version": .text(version),
                "description":
                    "Published statistics, treaties and commitments against trafficking in persons. Every figure names its source.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths.mapValues(JSONValue.object)),
            "components": ["schemas": .object(schemas.mapValues(\.json))],
        ]
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var fields: [String: JSONValue] = [
            "operationId": .text(endpoint.operation),
            "summary": .text(endpoint.summary),
            "responses": .object(responses(endpoint)),
        ]
        if !endpoint.parameters.isEmpty { fields["parameters"] = .list(endpoint.parameters.map(\.json)) }
        if let body = endpoint.body {
            fields["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.json]]]
        }
        return .object(fields)
    }

    private func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "200": ["description": "The answer.", "content": ["application/json": ["schema": endpoint.answer.json]]]
        ]
        // Whatever is taken from an address may be unreadable: a broken escape, a control character.
        let unreadable: [EndpointRefusal] = endpoint.parameters.isEmpty ? [] : [.malformed]
        for refusal in endpoint.refusals + unreadable {
            responses[String(refusal.rawValue)] = [
                "description": .text(refusal.description),
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ]
        }
        return responses
    }
}

/// The refusals that an endpoint may give, by their HTTP status.
package enum EndpointRefusal: Int, Sendable, CaseIterable {
    case malformed = 400
    case notFound = 404
    case tooLarge = 413
    case wrongMedia = 415
    case invalid = 422

    var description: String {
        switch self {
        case .malformed: "The request can't be read."
        case .notFound: "There is no such thing."
        case .tooLarge: "The request is larger than what is taken."
        case .wrongMedia: "The body is not JSON."
        case .invalid: "The request is understood and can't be answered as it is; the detail says why and what to do."
        }
    }
}
