import Crypto

/// Bytes as people copy them by hand: Crockford's base 32 in groups of five, with no letter that looks like a digit.
enum HandText {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    static func write(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var pending = 0
        var bits = 0
        for byte in bytes {
            pending = pending << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(alphabet[pending >> bits & 31])
            }
            pending &= (1 << bits) - 1
        }
        if bits > 0 { characters.append(alphabet[pending << (5 - bits) & 31]) }
        return stride(from: 0, to: characters.count, by: 5)
            .map { String(decoding: characters[$0..<min($0 + 5, characters.count)], as: UTF8.self) }
            .joined(separator: "-")
    }

    /// Reads what `write` gave, however it was typed: small letters, spaces, O for 0, I or L for 1. `nil` for anything else.
    static func read(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var pending = 0
        var bits = 0
        for character in text.uppercased().utf8 where character != UInt8(ascii: "-") && character != UInt8(ascii: " ") {
            let plain: UInt8 =
                switch character {
                case UInt8(ascii: "O"): UInt8(ascii: "0")
                case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
                default: character
                }
            guard let value = alphabet.firstIndex(of: plain) else { return nil }
            pending = pending << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
                pending &= (1 << bits) - 1
            }
        }
        // What fills up the last letter is zero when `write` wrote it.
        return bits < 5 && pending == 0 ? bytes : nil
    }

    /// Two bytes at the end tell a slip of the pen.
    static func writeChecked(_ bytes: [UInt8]) -> String { write(bytes + checksum(bytes)) }

    static func readChecked(_ text: String) -> [UInt8]? {
        guard let bytes = read(text), bytes.count > 2 else { return nil }
        let content = Array(bytes.dropLast(2))
        return checksum(content) == Array(bytes.suffix(2)) ? content : nil
    }

    private static func checksum(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes).prefix(2)) }
}
