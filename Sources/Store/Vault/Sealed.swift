package import Basics

/// A value that only its holder's key opens: ciphertext and nothing else. It prints, dumps, logs and encodes as `•••`.
///
/// The bytes hold a format number, a nonce, the ciphertext and its tag. They are bound to a node, a holder, a table, a
/// record, a field and a version: put anywhere else, they don't open.
package struct Sealed<Holder: KeyHolder, Value: Sealable>: Sendable, Hashable {
    /// What stands in the column.
    package let bytes: [UInt8]

    /// Takes up what a column holds.
    package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// What a thing that isn't opened shows.
package let sealedMark = "•••"

extension Sealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable, Encodable {
    package var description: String { sealedMark }
    package var debugDescription: String { sealedMark }
    /// No children, so that no dump and no reflecting logger shows even the ciphertext.
    package var customMirror: Mirror { Mirror(self, children: []) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sealedMark)
    }
}

extension Sealed: SQLBindable { package var sqlValue: SQLValue { .bytes(bytes) } }

extension Row {
    package func sealed<Holder, Value>(_ column: Int, of: Holder.Type, as: Value.Type = Value.self) -> Sealed<Holder, Value> {
        Sealed(bytes: bytes(column))
    }

    package func optionalSealed<Holder, Value>(
        _ column: Int, of: Holder.Type, as: Value.Type = Value.self
    ) -> Sealed<Holder, Value>? {
        isNull(column) ? nil : Sealed(bytes: bytes(column))
    }
}

/// A kind of thing that has a key of its own, which dies with it: a person, an account, a draft.
package protocol KeyHolder: SendableMetatype {
    /// Tells this kind of holder from others in the key store and in what is sealed. Never changed once released.
    static var holderKind: String { get }
}

/// Where a sealed value stands. All of it is authenticated: a value moved to another row or field does not open.
package struct SealPlace: Sendable, Hashable {
    package let table: String
    package let record: [UInt8]
    package let field: String
    /// Counts up when the field is sealed anew, if the record keeps that count; 1 where it doesn't.
    package let version: Int

    package init<Record>(_ table: String, _ record: ID<Record>, _ field: String, version: Int = 1) {
        self.table = table
        self.record = record.bytes
        self.field = field
        self.version = version
    }
}

/// A value that can be sealed.
package protocol Sealable: Sendable {
    var sealableBytes: [UInt8] { get }
    /// Reads back what `sealableBytes` gave; `nil` when the bytes are none such.
    init?(sealableBytes: [UInt8])
}

extension String: Sealable {
    package var sealableBytes: [UInt8] { Array(utf8) }
    package init?(sealableBytes: [UInt8]) { self.init(validating: sealableBytes, as: UTF8.self) }
}

extension [UInt8]: Sealable {
    package var sealableBytes: [UInt8] { self }
    package init?(sealableBytes: [UInt8]) { self = sealableBytes }
}

extension Day: Sealable {
    package var sealableBytes: [UInt8] { Array(iso.utf8) }
    package init?(sealableBytes: [UInt8]) {
        guard let text = String(sealableBytes: sealableBytes) else { return nil }
        self.init(iso: text)
    }
}

extension PartialDate: Sealable {
    package var sealableBytes: [UInt8] { Array(iso.utf8) }
    package init?(sealableBytes: [UInt8]) {
        guard let text = String(sealableBytes: sealableBytes) else { return nil }
        self.init(iso: text)
    }
}
