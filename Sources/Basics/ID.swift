package import Foundation

/// The identity of one thing of a kind: an `ID<Organisation>` cannot be handed in where an `ID<Account>` is wanted.
///
/// The value is a UUID of version 7 (RFC 9562): its first 48 bits are milliseconds, so that ids made later sort later
/// and an index grows at its end.
package struct ID<Subject>: Hashable, Sendable, Codable, Comparable {
    package let uuid: UUID

    /// Takes up an id that exists already, from a row or an address.
    package init(_ uuid: UUID) { self.uuid = uuid }

    /// Makes a new id.
    /// - Parameters:
    ///   - instant: when the thing came to be; only its milliseconds are kept.
    ///   - randomness: the source of the other 74 bits.
    package static func new(at instant: Instant, using randomness: inout some RandomNumberGenerator) -> ID {
        let milliseconds = UInt64(bitPattern: instant.microseconds / 1_000)
        let high = UInt64.random(in: .min ... .max, using: &randomness)
        let low = UInt64.random(in: .min ... .max, using: &randomness)
        let first = (milliseconds << 16) | 0x7000 | (high & 0x0FFF)
        let second = 0x8000_0000_0000_0000 | (low >> 2)
        let bytes = first.bigEndianBytes + second.bigEndianBytes
        return ID(bytes: bytes) ?? ID(UUID())
    }

    /// Makes a new id with the system's randomness.
    package static func new(at instant: Instant) -> ID {
        var randomness = SystemRandomNumberGenerator()
        return new(at: instant, using: &randomness)
    }

    /// Reads the 16 bytes of a column; `nil` when there are not 16.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let b = bytes
        uuid = UUID(
            uuid: (
                b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]
            )
        )
    }

    /// Reads the 16 bytes of a column where they lie; `nil` when there are not 16.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        uuid = UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }

    /// The 16 bytes that stand in a column.
    package var bytes: [UInt8] { withUnsafeBytes(of: uuid.uuid) { Array($0) } }

    package static func < (left: ID, right: ID) -> Bool {
        withUnsafeBytes(of: left.uuid.uuid) { left in withUnsafeBytes(of: right.uuid.uuid) { left.lexicographicallyPrecedes($0) } }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ID: LosslessStringConvertible {
    /// Reads `0192f0c1-…`, as it stands in an address; `nil` when it is not a UUID.
    package init?(_ description: String) {
        guard let uuid = UUID(uuidString: description) else { return nil }
        self.uuid = uuid
    }

    /// Written by hand: a list has an id in each of its rows, and Foundation prints one through `snprintf`.
    package var description: String {
        let digits: StaticString = "0123456789abcdef"
        return withUnsafeBytes(of: uuid.uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = digits.utf8Start[Int(byte >> 4)]
                    text[place + 1] = digits.utf8Start[Int(byte & 15)]
                    place += 2
                }
                return 36
            }
        }
    }
}

extension FixedWidthInteger {
    fileprivate var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
