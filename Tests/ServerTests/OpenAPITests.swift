import Foundation
import Testing
import Web

@testable import Server

@Suite struct `The description of the API` {
    private let endpoint = Endpoint(
        verb: .get, path: "/api/v1/things/{id}", operation: "getThing", summary: "One thing.",
        parameters: [.path("id", .text(matching: "[a-z]+"), "Its name.")], answer: .object(["name": .text, "size": Schema.integer.orNull]),
        refusals: [.notFound]
    ) { _ in .notFound }

    private func document() throws -> [String: Any] {
        let api = OpenAPI(endpoints: [endpoint], schemas: APISchemas.all, version: "9")
        let data = try JSONEncoder().encode(api.json)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func `tells each operation with its parameters, answer and refusals`() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
        let operation = try #require(paths["/api/v1/things/{id}"]?["get"])
        #expect(operation["operationId"] as? String == "getThing")
        #expect((operation["responses"] as? [String: Any])?.keys.sorted() == ["200", "400", "404"])
        #expect((operation["parameters"] as? [[String: Any]])?.first?["required"] as? Bool == true)
    }

    @Test func `names no shape that it does not describe`() throws {
        let text = String(
            decoding: try JSONEncoder().encode(OpenAPI(endpoints: [endpoint], schemas: APISchemas.all, version: "9").json), as: UTF8.self)
        let named = text.matches(of: /#\\?\/components\\?\/schemas\\?\/([A-Za-z]+)/).map { String($0.output.1) }
        #expect(!named.isEmpty)
        for name in named { #expect(APISchemas.all[name] != nil, "\(name) is not described") }
    }

    @Test func `requires every field that may not be left out`() throws {
        let schema = Schema.object(["a": .text, "b": .text], optional: ["b"]).json
        let fields = try #require(schema.fields)
        #expect(fields["required"] == ["a"])
        #expect(fields["additionalProperties"] == false)
    }
}

extension JSONValue {
    fileprivate var fields: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }
}
