package import Basics
import Crypto
import Foundation

/// The key of one holder, unwrapped, for the length of a request. It can't be printed, dumped or encoded.
package struct HolderKey<Holder: KeyHolder>: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let holder: ID<Holder>
    private let node: ID<Node>
    private let key: SymmetricKey

    init(holder: ID<Holder>, node: ID<Node>, key: SymmetricKey) {
        self.holder = holder
        self.node = node
        self.key = key
    }

    package var description: String { sealedMark }
    package var debugDescription: String { sealedMark }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Seals a value for one place.
    package func seal<Value>(_ value: Value, in place: SealPlace) throws -> Sealed<Holder, Value> {
        let box = try AES.GCM.seal(padded(value.sealableBytes), using: key, authenticating: bound(to: place))
        guard let combined = box.combined else { throw VaultRefused.tampered }
        return Sealed(bytes: [HolderKey.format] + combined)
    }

    /// Opens a sealed value. **Only Access calls this**, under a permit for this very holder (a lint looks for the word);
    /// everybody else asks Access, which gives what a page may print.
    /// - Throws: `VaultRefused.tampered` when a byte differs or the value comes from another place.
    package func unseal<Value>(_ sealed: Sealed<Holder, Value>, in place: SealPlace) throws -> Value {
        guard sealed.bytes.first == HolderKey.format,
            let box = try? AES.GCM.SealedBox(combined: sealed.bytes.dropFirst()),
            let opened = try? AES.GCM.open(box, using: key, authenticating: bound(to: place)),
            let content = unpadded(Array(opened)), let value = Value(sealableBytes: content)
        else { throw VaultRefused.tampered }
        return value
    }

    private static var format: UInt8 { 1 }

    private func bound(to place: SealPlace) -> [UInt8] {
        boundContext([
            Array("concord sealed 1".utf8), node.bytes, Array(Holder.holderKind.utf8), holder.bytes,
            Array(place.table.utf8), place.record, Array(place.field.utf8), Array(String(place.version).utf8),
        ])
    }

    /// Fills up to the next 32 bytes: the length of a name would help to guess it.
    private func padded(_ content: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(clamping: content.count).bigEndian) { Array($0) }
        let whole = length + content
        return whole + [UInt8](repeating: 0, count: (32 - whole.count % 32) % 32)
    }

    private func unpadded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 4 else { return nil }
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count >= 4 + length else { return nil }
        return Array(bytes[4..<4 + length])
    }
}

/// Joins parts so that no two lists of parts give the same bytes: each is led by its length.
func boundContext(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in withUnsafeBytes(of: UInt32(clamping: part.count).bigEndian) { Array($0) } + part }
}
