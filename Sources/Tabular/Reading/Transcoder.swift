/// Turns the bytes of a file into UTF-8, a chunk at a time.
struct Transcoder {
    let encoding: TextEncoding
    private var carried: [UInt8] = []
    private var highHalf: UInt16?
    private var lines = 1
    private var offset: Int

    /// - Parameter offset: bytes of the file before the first chunk.
    init(_ encoding: TextEncoding, offset: Int) {
        self.encoding = encoding
        self.offset = offset
    }

    /// Appends a chunk in UTF-8. That UTF-8 is right was found before; a half pair of UTF-16 is found here.
    mutating func append(_ chunk: [UInt8], to text: inout [UInt8]) throws(TableRefused) {
        switch encoding {
        case .utf8: text.append(contentsOf: chunk)
        case .windows1252:
            for byte in chunk {
                if byte < 0x80 { text.append(byte) } else { Self.append(Self.windows1252(byte), to: &text) }
            }
        case .utf16LittleEndian, .utf16BigEndian: try appendPairs(chunk, to: &text)
        }
    }

    /// Checks that nothing is left half at the end of the file.
    func finish() throws(TableRefused) {
        if !carried.isEmpty || highHalf != nil { throw .undecodable(encoding, line: lines, byte: offset) }
    }

    private mutating func appendPairs(_ chunk: [UInt8], to text: inout [UInt8]) throws(TableRefused) {
        let bytes = carried + chunk
        var index = 0
        while index + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            let unit = encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
            index += 2
            offset += 2
            switch (unit, highHalf) {
            case (0xD800...0xDBFF, nil): highHalf = unit
            case (0xDC00...0xDFFF, let high?):
                Self.append(0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(unit - 0xDC00), to: &text)
                highHalf = nil
            case (0xD800...0xDFFF, _), (_, .some): throw .undecodable(encoding, line: lines, byte: offset - 1)
            default:
                if unit == 0x0A { lines += 1 }
                Self.append(UInt32(unit), to: &text)
            }
        }
        carried = Array(bytes[index...])
    }

    /// Appends one letter, given by its number, which is never that of half a pair.
    static func append(_ value: UInt32, to text: inout [UInt8]) {
        switch value {
        case 0..<0x80: text.append(UInt8(value))
        case 0..<0x800:
            text.append(UInt8(0xC0 | value >> 6))
            text.append(UInt8(0x80 | value & 0x3F))
        case 0..<0x10000:
            text.append(UInt8(0xE0 | value >> 12))
            text.append(UInt8(0x80 | value >> 6 & 0x3F))
            text.append(UInt8(0x80 | value & 0x3F))
        default:
            text.append(UInt8(0xF0 | value >> 18))
            text.append(UInt8(0x80 | value >> 12 & 0x3F))
            text.append(UInt8(0x80 | value >> 6 & 0x3F))
            text.append(UInt8(0x80 | value & 0x3F))
        }
    }

    private static func windows1252(_ byte: UInt8) -> UInt32 {
        (0x80...0x9F).contains(byte) ? upper[Int(byte - 0x80)] : UInt32(byte)
    }

    /// The letters at 0x80 to 0x9F; the five places without one keep their number.
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
