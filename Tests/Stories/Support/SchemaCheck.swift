import Foundation
import WebFixtures

/// Holds JSON against the part of JSON Schema that our OpenAPI document uses, and fails on a keyword that it does not know.
struct SchemaCheck {
    let components: JSON

    private static let known: Set<String> = [
        "$ref", "type", "enum", "anyOf", "properties", "required", "additionalProperties", "items", "minimum", "maximum", "pattern",
        "maxLength", "description",
    ]

    /// What does not fit, each with its place.
    func faults(_ value: JSON, _ schema: JSON, at place: String = "$") -> [String] {
        var faults = schema.fields.keys.filter { !Self.known.contains($0) }.map {
            "\(place): the schema says “\($0)”, which is not checked"
        }
        if let reference = schema["$ref"].text {
            let name = reference.replacing("#/components/schemas/", with: "")
            guard components[name] != .null else { return ["\(place): there is no schema \(name)"] }
            return self.faults(value, components[name], at: place)
        }
        let choices = schema["anyOf"].items
        if !choices.isEmpty, !choices.contains(where: { self.faults(value, $0, at: place).isEmpty }) {
            faults.append("\(place): \(value) is none of \(choices.count) shapes")
        }
        let allowed = schema["enum"].items
        if !allowed.isEmpty, !allowed.contains(value) { faults.append("\(place): \(value) is not in the list") }
        switch schema["type"].text {
        case "string": faults += text(value, schema, place)
        case "integer": faults += integer(value, schema, place)
        case "boolean": if case .flag = value {} else { faults.append("\(place): \(value) is not true or false") }
        case "null": if value != .null { faults.append("\(place) is not null") }
        case "array":
            guard case .list(let items) = value else { return faults + ["\(place) is not a list"] }
            for (index, item) in items.enumerated() { faults += self.faults(item, schema["items"], at: "\(place)[\(index)]") }
        case "object": faults += object(value, schema, place)
        case nil: break
        case let other?: faults.append("\(place): the type “\(other)” is not checked")
        }
        return faults
    }

    private func text(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
        guard let text = value.text else { return ["\(place) is not text"] }
        var faults: [String] = []
        if let most = schema["maxLength"].integer, text.count > most { faults.append("\(place) is longer than \(most)") }
        if let pattern = schema["pattern"].text, text.range(of: pattern, options: .regularExpression) == nil {
            faults.append("\(place): “\(text)” does not match \(pattern)")
        }
        return faults
    }

    private func integer(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
        guard let number = value.integer else { return ["\(place) is not a whole number"] }
        if let least = schema["minimum"].integer, number < least { return ["\(place) is below \(least)"] }
        if let most = schema["maximum"].integer, number > most { return ["\(place) is above \(most)"] }
        return []
    }

    private func object(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
        guard case .object(let fields) = value else { return ["\(place) is not an object"] }
        var faults: [String] = []
        for name in schema["required"].items.compactMap(\.text) where fields[name] == nil { faults.append("\(place) lacks \(name)") }
        for (name, field) in fields {
            if schema["properties"].fields[name] != nil {
                faults += self.faults(field, schema["properties"][name], at: "\(place).\(name)")
            } else if case .object = schema["additionalProperties"] {
                faults += self.faults(field, schema["additionalProperties"], at: "\(place).\(name)")
            } else if schema["additionalProperties"] == .flag(false) {
                faults.append("\(place) has \(name), which the schema does not know")
            }
        }
        return faults
    }
}
