/// The OpenAPI 3.1 document of the API, made from the endpoints themselves, so that it can't tell of one that is not there.
package struct OpenAPI: Sendable {
    package let endpoints: [Endpoint]
    package let schemas: [String: Schema]
    package let version: String

    package init(endpoints: [Endpoint], schemas: [String: Schema], version: String) {
        (self.endpoints, self.schemas, self.version) = (endpoints, schemas, version)
    }

    package var json: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for endpoint in endpoints { paths[endpoint.path, default: [:]][endpoint.verb.rawValue] = operation(endpoint) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Concord", "version": .text(version),
                "description":
                    "Published statistics, treaties and commitments against trafficking in persons; every figure names its source. With a token: case files, as its owner sees them.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths.mapValues(JSONValue.object)),
            "components": [
                "schemas": .object(schemas.mapValues(\.json)),
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description":
                            "A token that its owner made under “My account”. It may do what they may do. Cookies are not looked at.",
                    ]
                ],
            ],
        ]
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var fields: [String: JSONValue] = [
            "operationId": .text(endpoint.operation),
            "summary": .text(endpoint.summary),
            "responses": .object(responses(endpoint)),
        ]
        let parameters = endpoint.parameters.map(\.json) + (endpoint.takesKey ? [Self.repeatKey] : [])
        if !parameters.isEmpty { fields["parameters"] = .list(parameters) }
        if endpoint.deed != nil { fields["security"] = [["token": []]] }
        if let body = endpoint.body {
            fields["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.json]]]
        }
        return .object(fields)
    }

    private static let repeatKey: JSONValue = [
        "name": "Idempotency-Key", "in": "header", "required": false,
        "schema": Schema.text(matching: "[!-~]{1,200}").json,
        "description":
            "A random text of the program’s own. Sent again within a day with the same request, nothing is done again and the answer is the same; with another request it is refused.",
    ]

    private func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "200": ["description": "The answer.", "content": ["application/json": ["schema": endpoint.answer.json]]]
        ]
        // An address may be longer than is taken, and what is read from it unreadable: a broken escape, a control character.
        let unreadable: [EndpointRefusal] = endpoint.parameters.isEmpty ? [.tooLarge] : [.malformed, .tooLarge]
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
    case unauthenticated = 401
    case forbidden = 403
    case notFound = 404
    case conflict = 409
    case tooLarge = 413
    case wrongMedia = 415
    case invalid = 422

    var description: String {
        switch self {
        case .malformed: "The request can't be read."
        case .unauthenticated: "There is no token, or it is not good any more."
        case .forbidden: "The owner of the token may not do this."
        case .notFound: "There is no such thing, or it is not the owner’s to see."
        case .conflict: "Somebody else changed it meanwhile; read it again."
        case .tooLarge: "The request is larger than what is taken."
        case .wrongMedia: "The body is not JSON."
        case .invalid: "The request is understood and can't be answered as it is; the detail says why and what to do."
        }
    }
}
