/// The byte-level writing under `Markup`: no intermediate strings, no formatting functions.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text so that it stands inert both between tags and inside a quoted attribute.
    ///
    /// Escapes `& < > " '`; control characters, which HTML can't hold, become U+FFFD.
    mutating func appendEscaped(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped(utf8: $0) }
        if done == nil {
            // A string that is not native UTF-8 (bridged): make it so once.
            var native = text
            native.withUTF8 { appendEscaped(utf8: $0) }
        }
    }

    private mutating func appendEscaped(utf8 source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        let end = source.count
        while index < end {
            let byte = source[index]
            // Everything that needs work lies below 0x3F: one comparison settles letters and all of UTF-8 beyond ASCII.
            if byte < 0x3F, let replacement = Self.escape(byte) {
                append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                append(replacement)
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    }

    @inline(__always)
    private static func escape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20: "\u{FFFD}"
        default: nil
        }
    }

    /// Appends an integer in Western digits.
    package mutating func appendInteger(_ number: Int) {
        appendInteger(number, separator: "")
    }

    /// Appends an integer with a separator between groups of three digits.
    mutating func appendInteger(_ number: Int, separator: StaticString) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        if rest < 10 { return append(UInt8(ascii: "0") + UInt8(rest)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var count = 0
            while rest > 0 {
                digits[count] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
                count += 1
            }
            for index in stride(from: count - 1, through: 0, by: -1) {
                append(digits[index])
                if index > 0, index % 3 == 0, separator.utf8CodeUnitCount > 0 { append(separator) }
            }
        }
    }

    /// Appends a number with at most `places` decimals, without trailing zeros and with a full stop: as SVG wants it.
    ///
    /// What is not finite, or beyond ±10¹², is written as 0: a drawing must not break on it.
    package mutating func appendDecimal(_ number: Double, places: Int = 2) {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        guard number.isFinite, abs(number) < 1e12 else { return append(UInt8(ascii: "0")) }
        let scaled = Int((number * Double(scale)).rounded())
        if scaled < 0 { append(UInt8(ascii: "-")) }
        let magnitude = Int(scaled.magnitude)
        appendInteger(magnitude / scale)
        var fraction = magnitude % scale
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        while fraction > 0 {
            scale /= 10
            append(UInt8(ascii: "0") + UInt8(fraction / scale))
            fraction %= scale
        }
    }
}
