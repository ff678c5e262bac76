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
        let data = Data(api.json.bytes)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func `tells each operation with its parameters, answer and refusals`() throws {
        let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
        let operation = try #require(paths["/api/v1/things/{id}"]?["get"])
        #expect(operation["operationId"] as? String == "getThing")
        #expect((operation["responses"] as? [String: Any])?.keys.sorted() == ["200", "400", "404", "413"])
        #expect((operation["parameters"] as? [[String: Any]])?.first?["required"] as? Bool == true)
    }

    @Test func `names no shape that it does not describe`() throws {
        let text = String(
            decoding: OpenAPI(endpoints: [endpoint], schemas: APISchemas.all, version: "9").json.bytes, as: UTF8.self)
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
        guard case .members(let members) = self else { return nil }
        return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
}

@Suite struct `A JSON document` {
    @Test func `is the same as what any reader of JSON understands`() throws {
        let value: JSONValue = [
            "text": "a \"quote\", a \\ and\na line\u{1}", "number": -12, "none": .null, "yes": true, "list": [1, "ü", ["deep": []]],
        ]
        let read = try #require(try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any])
        #expect(read["text"] as? String == "a \"quote\", a \\ and\na line\u{1}")
        #expect(read["number"] as? Int == -12)
        #expect(read["none"] is NSNull)
        #expect(read["yes"] as? Bool == true)
        #expect((read["list"] as? [Any])?.count == 3)
        #expect(String(decoding: value.bytes, as: UTF8.self).hasPrefix("{\"text\":"))
    }
}
