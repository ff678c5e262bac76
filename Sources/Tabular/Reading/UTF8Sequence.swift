/// One letter of several bytes in UTF-8.
enum UTF8Sequence {
    /// The length of the sequence that begins here, 2 to 4; `nil` when none does, or its end is not there.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        // The halves of surrogate pairs are no letters.
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        for place in (index + 2)..<(index + max(length, 2)) where !(0x80...0xBF).contains(bytes[place]) { return nil }
        return length
    }

    /// Whether the bytes to the end could be the beginning of a sequence.
    static func mayGoOn(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard (0xC2...0xF4).contains(bytes[index]) else { return false }
        return bytes[(index + 1)...].allSatisfy { (0x80...0xBF).contains($0) }
    }
}
