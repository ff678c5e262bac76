/// The ISO 3166 alpha-3 code of a State or area, such as `FRA`. Says nothing of whether the register knows it.
package struct CountryCode: Hashable, Sendable, Comparable {
    /// The three capital letters, packed so that a comparison is one instruction and a set of them is small.
    private let packed: UInt32

    /// Reads exactly three capital letters A to Z; `nil` for anything else.
    package init?(_ alpha3: some StringProtocol) {
        var packed: UInt32 = 0
        var length = 0
        for byte in alpha3.utf8 {
            guard (0x41...0x5A).contains(byte) else { return nil }
            packed = packed << 8 | UInt32(byte)
            length += 1
            if length > 3 { return nil }
        }
        guard length == 3 else { return nil }
        self.packed = packed
    }

    /// The three capital letters.
    package var alpha3: String {
        String(
            decoding: [UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8), UInt8(truncatingIfNeeded: packed)],
            as: UTF8.self)
    }

    package static func < (left: CountryCode, right: CountryCode) -> Bool { left.packed < right.packed }
}

extension CountryCode: LosslessStringConvertible, Codable {
    package init?(_ description: String) { self.init(Substring(description)) }

    package var description: String { alpha3 }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = CountryCode(Substring(try container.decode(String.self))) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not three capital letters")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(alpha3)
    }
}
