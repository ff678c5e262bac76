/// Where a mapping looks up codes: the vocabulary, given by whoever imports.
package protocol CodeSource: Sendable {
    /// Whether there is such a list, and such a scheme of other codes for it.
    func knows(list: String, scheme: String?) -> Bool

    /// Our code for a label of the scheme; `nil` when the list has none.
    func code(for label: String, list: String, scheme: String?) -> String?

    /// The version of the list that codes are given out from.
    func version(list: String) -> Int
}

/// For a mapping that names no code list.
package struct NoCodes: CodeSource {
    package init() {}
    package func knows(list: String, scheme: String?) -> Bool { false }
    package func code(for label: String, list: String, scheme: String?) -> String? { nil }
    package func version(list: String) -> Int { 0 }
}

/// A rule of the importing context over whole records, once every value by itself is right.
package protocol RowRule: Sendable {
    /// What is wrong with a record; empty when nothing is.
    func faults(of record: Record) -> [Fault]
}

/// A rule of the importing context over the names of the columns: which may not be there.
package protocol ColumnRule: Sendable {
    func faults(of columns: [String]) -> [HeaderFault]
}
