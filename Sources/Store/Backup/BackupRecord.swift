import Basics
import Crypto
import Foundation

/// What opens a backup, for anybody to read: nothing but how the key is kept.
struct BackupLock: Codable, Sendable {
    let recovery: Recovery
    let encapsulated: Data
    let sealedKey: Data

    static let use = "concord backup 1"
}

/// What a backup says of itself, sealed.
struct BackupHead: Codable, Sendable, Equatable {
    let kind: BackupKind
    let node: Data
    let madeAt: Instant
    let steps: [String]
    let tombstones: TombstoneHead
    /// The node key for the recovery key to open; only among the keys.
    let recovery: Recovery?
}

/// The two things that are backed up, apart: a copy of one is worth nothing without the other.
package enum BackupKind: String, Codable, Sendable {
    case node, keys
}

/// The name and the columns of the rows that follow.
struct BackupTable: Codable, Sendable, Equatable {
    let name: String
    let columns: [String]
}

/// Counts rows and adds up their hashes, so that rows can be compared whatever their order.
struct RowsDigest: Equatable {
    private(set) var count: UInt64 = 0
    private var lanes: [UInt64] = [0, 0, 0, 0]

    mutating func add(_ row: [UInt8]) {
        count += 1
        SHA256.hash(data: row).withUnsafeBytes { hash in
            for lane in 0..<4 { lanes[lane] &+= hash.loadUnaligned(fromByteOffset: lane * 8, as: UInt64.self).littleEndian }
        }
    }

    var bytes: [UInt8] { ([count] + lanes).flatMap { lane in withUnsafeBytes(of: lane.bigEndian) { Array($0) } } }
}

extension SQLValue {
    /// Adds this value as a backup writes it: a letter, then the content.
    func append(to bytes: inout [UInt8]) {
        func append(_ tag: Character, _ content: some Collection<UInt8>, _ bytes: inout [UInt8]) {
            bytes.append(tag.asciiValue ?? 0)
            withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: content)
        }
        switch self {
        case .null: bytes.append(UInt8(ascii: "n"))
        case .integer(let number):
            bytes.append(UInt8(ascii: "i"))
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        case .real(let number):
            bytes.append(UInt8(ascii: "r"))
            withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text): append("t", text.utf8, &bytes)
        case .bytes(let content): append("b", content, &bytes)
        }
    }
}

extension EncryptedReader {
    /// One value, and adds its bytes to those of its row.
    mutating func value(adding row: inout [UInt8]) throws -> SQLValue? {
        let tag = try read(1)
        row += tag
        switch tag[0] {
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "i"), UInt8(ascii: "r"):
            let bytes = try read(8)
            row += bytes
            let pattern = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return tag[0] == UInt8(ascii: "i") ? .integer(Int64(bitPattern: pattern)) : .real(Double(bitPattern: pattern))
        case UInt8(ascii: "t"), UInt8(ascii: "b"):
            let length = try read(8)
            let content = try read(length.bigEndianNumber)
            row += length
            row += content
            return tag[0] == UInt8(ascii: "t") ? .text(String(decoding: content, as: UTF8.self)) : .bytes(content)
        default: return nil
        }
    }

    mutating func json<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        let length = try read(4).bigEndianNumber
        guard length < 1 << 24 else { return nil }
        return try? JSONDecoder().decode(type, from: Data(try read(length)))
    }
}

extension EncryptedWriter {
    mutating func json(_ value: some Encodable) throws {
        let bytes = try JSONEncoder().encode(value)
        try write(withUnsafeBytes(of: UInt32(clamping: bytes.count).bigEndian) { Array($0) })
        try write(bytes)
    }
}
