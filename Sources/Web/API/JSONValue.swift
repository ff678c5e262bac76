/// A piece of JSON built by hand, for documents whose shape is data: the API's answers, its OpenAPI description.
///
/// Members of an object keep the order in which they are written, so the same value is always the same bytes.
package enum JSONValue: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case bool(Bool)
    case integer(Int)
    case text(String)
    case list([JSONValue])
    case members([Member])

    /// One name of an object with its value.
    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: JSONValue

        package init(name: String, value: JSONValue) { (self.name, self.value) = (name, value) }
    }

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .members(elements.map(Member.init)) }

    /// An object whose names are data: in order of the names.
    package static func object(_ values: [String: JSONValue]) -> JSONValue {
        .members(values.sorted { $0.key < $1.key }.map(Member.init))
    }
}

extension JSONValue {
    package init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
    package init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

    /// A member of an object; `nil` for another value, and where there is none of that name.
    package subscript(name: String) -> JSONValue? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
