import Foundation
import WebFixtures

/// A JSON document as it is, to be looked at.
enum JSON: Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(_ bytes: [UInt8]) throws {
        self = JSON(any: try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
    }

    private init(any value: Any) {
        switch value {
        case let number as NSNumber where CFGetTypeIDIsBoolean(number): self = .flag(number.boolValue)
        case let number as NSNumber: self = .number(number.doubleValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map(JSON.init(any:)))
        case let object as [String: Any]: self = .object(object.mapValues(JSON.init(any:)))
        default: self = .null
        }
    }

    subscript(_ key: String) -> JSON {
        if case .object(let fields) = self { return fields[key] ?? .null }
        return .null
    }

    subscript(_ index: Int) -> JSON {
        if case .list(let items) = self, items.indices.contains(index) { return items[index] }
        return .null
    }

    var fields: [String: JSON] {
        if case .object(let fields) = self { return fields }
        return [:]
    }

    var items: [JSON] {
        if case .list(let items) = self { return items }
        return []
    }

    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    var integer: Int? {
        if case .number(let number) = self, number == number.rounded() { return Int(number) }
        return nil
    }
}

/// Foundation holds true and false as numbers whose Objective-C type is `c`; no other number of a document has that type.
private func CFGetTypeIDIsBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
