/// Where a field lies in the window of bytes that is being read, and what is the matter with it.
struct RawField {
    var start: Int
    var end: Int
    var form: Form

    enum Form: UInt8 {
        /// The bytes as they stand.
        case plain
        /// Holds doubled quotation marks (CSV) or escapes (JSON), to be resolved once the row is whole.
        case escaped
        /// A JSON array of single values, to be joined once the row is whole.
        case list
        /// The row has no such key, or its value is null.
        case absent
        /// Letters follow a closing quotation mark.
        case malformed
        /// An object, or an array of more than single values.
        case nested
    }

    static let absent = RawField(start: 0, end: 0, form: .absent)
}

/// How far a scanner got.
enum ScanOutcome {
    /// A whole row; `next` is where the next one begins.
    case row(next: Int, lines: Int, reachedEnd: Bool)
    /// Nothing stands here that is a row: a blank line.
    case blank(next: Int, lines: Int)
    /// The row goes on beyond the bytes at hand.
    case needsMore(inQuote: Bool)
    case end
    case refused(TableRefused)
}

/// One row as it stands in the file: borrowed bytes, valid until the next one is read.
package struct RawRow {
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<RawField>
    /// The line on which it begins; the first line of the file is 1.
    package let line: Int

    /// The number of fields, which may differ from the number of columns.
    package var count: Int { fields.count }

    /// The bytes of a field, UTF-8; empty when the row is shorter.
    package subscript(place: Int) -> UnsafeBufferPointer<UInt8> {
        guard place < fields.count else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
        return UnsafeBufferPointer(rebasing: bytes[fields[place].start..<fields[place].end])
    }

    /// The text of a field; empty when the row is shorter.
    package func text(_ place: Int) -> String { String(decoding: self[place], as: UTF8.self) }

    func form(_ place: Int) -> RawField.Form { place < fields.count ? fields[place].form : .absent }
}
