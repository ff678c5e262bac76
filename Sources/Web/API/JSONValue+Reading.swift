import Foundation

extension JSONValue: Decodable {
    /// Reads a document that a program sent.
    /// - Throws: `WebRefused.malformed` for what is no JSON, or holds numbers with fractions.
    package init(reading bytes: [UInt8]) throws(WebRefused) {
        do { self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) } catch { throw .malformed }
    }

    package init(from decoder: any Decoder) throws {
        let place = try decoder.singleValueContainer()
        if place.decodeNil() {
            self = .null
        } else if let flag = try? place.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? place.decode(Int.self) {
            self = .integer(number)
        } else if let text = try? place.decode(String.self) {
            self = .text(text)
        } else if let list = try? place.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try place.decode([String: JSONValue].self))
        }
    }
}
