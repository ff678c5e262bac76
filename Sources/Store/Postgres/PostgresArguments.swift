import CLibpq

/// The values of a statement as libpq takes them: binary, each with its type, so that the server guesses nothing.
/// A null is written into the statement's text and does not appear here (see `SQL.text(for:)`).
struct PostgresArguments {
    let types: [Oid]
    private let bytes: [UInt8]
    private let spans: [(start: Int, count: Int32)]

    var count: Int { types.count }

    /// Tells statements of equal text and unequal types apart.
    var signature: String { types.map(String.init).joined(separator: ",") + ":" }

    init(_ values: [SQLValue]) throws {
        var types: [Oid] = []
        var bytes: [UInt8] = []
        var spans: [(start: Int, count: Int32)] = []
        for value in values {
            let start = bytes.count
            switch value {
            case .null: continue
            case .integer(let number):
                types.append(20)
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .real(let number):
                types.append(701)
                withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text):
                types.append(25)
                bytes.append(contentsOf: text.utf8)
            case .bytes(let content):
                types.append(17)
                bytes.append(contentsOf: content)
            }
            spans.append((start, Int32(clamping: bytes.count - start)))
        }
        guard types.count <= 65_535 else { throw StoreFault.statement(code: "54000", message: "more than 65535 values") }
        // An empty value needs an address too, or libpq takes it for null.
        bytes.append(0)
        self.types = types
        self.bytes = bytes
        self.spans = spans
    }

    func withPointers<Value>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Value
    ) rethrows -> Value {
        try bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            return try body(spans.map { start?.advanced(by: $0.start) }, spans.map(\.count), spans.map { _ in 1 })
        }
    }
}
