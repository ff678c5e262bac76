/// What stands after the question mark of an address, or in the fields of a form: names with their values, in order.
///
/// Bounded when it is read: at most 500 pairs; a name of at most 200 bytes.
package struct Query: Sendable, Hashable {
    package private(set) var pairs: [(name: String, value: String)]

    package init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// Reads `a=1&b=2`, with `+` for a blank and `%XX` for bytes of UTF-8.
    /// - Throws: `WebRefused.malformed` for a broken escape or bytes that are no UTF-8, `.tooLarge` beyond the bounds.
    package init(encoded bytes: some Sequence<UInt8>) throws(WebRefused) {
        pairs = []
        var name: [UInt8] = []
        var value: [UInt8] = []
        var inValue = false
        func finish(_ pairs: inout [(name: String, value: String)]) throws(WebRefused) {
            guard !name.isEmpty || inValue else { return }
            guard pairs.count < 500, name.count <= 200 * 3 else { throw .tooLarge }
            pairs.append((try Self.decoded(name), try Self.decoded(value)))
        }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"):
                try finish(&pairs)
                name.removeAll(keepingCapacity: true)
                value.removeAll(keepingCapacity: true)
                inValue = false
            case UInt8(ascii: "=") where !inValue: inValue = true
            default: if inValue { value.append(byte) } else { name.append(byte) }
            }
        }
        try finish(&pairs)
    }

    /// The first value with this name; `nil` when there is none.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The first value with this name, unless it is empty.
    package func filled(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    package var isEmpty: Bool { pairs.isEmpty }

    package static func == (left: Query, right: Query) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
        for (name, value) in pairs {
            hasher.combine(name)
            hasher.combine(value)
        }
    }

    /// Undoes `%XX` and, where it means a blank, `+`. Refuses a NUL, for databases and files disagree about it.
    static func decoded(_ bytes: [UInt8], plusIsBlank: Bool = true) throws(WebRefused) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
                else { throw .malformed }
                result.append(high << 4 | low)
                index += 3
            case UInt8(ascii: "+") where plusIsBlank:
                result.append(0x20)
                index += 1
            default:
                result.append(byte)
                index += 1
            }
        }
        guard let text = String(validating: result, as: UTF8.self), !result.contains(0) else { throw .malformed }
        return text
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
