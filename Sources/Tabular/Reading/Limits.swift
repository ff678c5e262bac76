/// How large a table's parts may be. They bound the memory that a hostile or broken file can take.
package struct Limits: Sendable, Hashable {
    /// Bytes of one row, quoted line breaks included.
    package var rowBytes = 1 << 20
    /// Bytes of one field.
    package var fieldBytes = 1 << 16
    package var columns = 1_000
    /// Bytes read from the file at a time.
    package var chunkBytes = 1 << 18
    /// Faults that a report holds; further ones are counted, and handed to whoever listens.
    package var faultsKept = 10_000
    /// Distinct keys that are remembered to find repeated ones.
    package var keysRemembered = 250_000

    package init() {}

    package static let standard = Limits()
}
