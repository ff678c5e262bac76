import Basics
import Crypto
import Foundation

/// The key that wraps every other key of a node. It stands in a file outside the database and outside every backup.
struct NodeKey: Sendable {
    /// Eight bytes of the key's hash, as hexadecimal: names the key without telling it.
    let id: String
    private let key: SymmetricKey

    init() { self.init(key: SymmetricKey(size: .bits256)) }

    private init(key: SymmetricKey) {
        self.key = key
        let hash = SHA256.hash(data: Array("concord node key".utf8) + key.rawBytes)
        id = hash.prefix(8).map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
    }

    /// The key itself, for what wraps it again: the recovery key.
    var rawBytes: [UInt8] { key.rawBytes }

    init?(rawBytes: [UInt8]) {
        guard rawBytes.count == 32 else { return nil }
        self.init(key: SymmetricKey(data: rawBytes))
    }

    /// Encrypts a key for the key store, bound to what it is for.
    func wrap(_ other: SymmetricKey, for context: [[UInt8]]) throws -> [UInt8] {
        guard let bytes = try AES.GCM.seal(other.rawBytes, using: key, authenticating: boundContext(context)).combined
        else { throw VaultRefused.tampered }
        return Array(bytes)
    }

    func unwrap(_ wrapped: [UInt8], for context: [[UInt8]]) throws(VaultRefused) -> SymmetricKey {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: boundContext(context)), bytes.count == 32
        else { throw .tampered }
        return SymmetricKey(data: bytes)
    }
}

extension NodeKey {
    /// The text of a key file.
    var fileText: String {
        """
        Concord node key. Whoever has it and the database can read what is sealed. Keep it out of every backup.
        id \(id)
        key \(Data(rawBytes).base64EncodedString())

        """
    }

    init?(fileText: String) {
        let lines = fileText.split(separator: "\n")
        guard let id = lines.first(where: { $0.hasPrefix("id ") })?.dropFirst(3),
            let text = lines.first(where: { $0.hasPrefix("key ") })?.dropFirst(4),
            let data = Data(base64Encoded: String(text)), let key = NodeKey(rawBytes: Array(data)), key.id == id
        else { return nil }
        self = key
    }
}

extension SymmetricKey {
    var rawBytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
