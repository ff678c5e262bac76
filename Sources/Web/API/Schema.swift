/// What a value of the API looks like, as a JSON Schema of OpenAPI 3.1 says it.
package struct Schema: Sendable, Equatable {
    package let json: JSONValue

    private init(_ json: JSONValue) { self.json = json }

    package static let text = Schema(["type": "string"])
    package static let integer = Schema(["type": "integer"])
    package static let number = Schema(["type": "number"])
    package static let flag = Schema(["type": "boolean"])

    package static func choice(_ values: [String]) -> Schema { Schema(["type": "string", "enum": .list(values.map(JSONValue.text))]) }

    package static func integer(in range: ClosedRange<Int>) -> Schema {
        Schema(["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    /// Text that matches a regular expression, anchored at both ends, of at most `length` characters.
    package static func text(matching pattern: String, length: Int = 200) -> Schema {
        Schema(["type": "string", "pattern": .text("^\(pattern)$"), "maxLength": .integer(length)])
    }

    /// Any text of at most `length` characters; the one with the number zero is refused everywhere.
    package static func text(length: Int) -> Schema {
        Schema(["type": "string", "pattern": "^[^\\u0000]*$", "maxLength": .integer(length)])
    }

    package static func list(of item: Schema) -> Schema { Schema(["type": "array", "items": item.json]) }

    /// A schema described once under `components/schemas`.
    package static func named(_ name: String) -> Schema { Schema(["$ref": .text("#/components/schemas/\(name)")]) }

    /// An object whose fields are all there, besides the optional ones.
    package static func object(_ fields: KeyValuePairs<String, Schema>, optional: Set<String> = [], open: Bool = false) -> Schema {
        let properties = fields.map { JSONValue.Member(name: $0.key, value: $0.value.json) }
        let required = fields.map(\.key).filter { !optional.contains($0) }.sorted()
        return Schema([
            "type": "object", "properties": .members(properties), "required": .list(required.map(JSONValue.text)),
            "additionalProperties": .bool(open),
        ])
    }

    package static func dictionary(of value: Schema) -> Schema { Schema(["type": "object", "additionalProperties": value.json]) }

    package static func any(of schemas: [Schema]) -> Schema { Schema(["anyOf": .list(schemas.map(\.json))]) }

    /// The same, or null.
    package var orNull: Schema { Schema(["anyOf": [json, ["type": "null"]]]) }

    package func described(_ description: String) -> Schema {
        guard case .members(let members) = json else { return self }
        return Schema(.members(members + [JSONValue.Member(name: "description", value: .text(description))]))
    }
}
