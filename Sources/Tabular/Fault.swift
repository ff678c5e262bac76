/// One thing that is wrong with one row: where, what, why, and what to do about it.
package struct Fault: Hashable, Sendable, Codable {
    /// The line of the file on which the row begins; the first line is 1.
    package let line: Int
    /// The column of the file; `nil` when it is about the whole row.
    package let column: String?
    /// What stands there, cut after 200 characters.
    package let value: String
    /// Never changes: for counts, filters, tests and other programs. `value.negative`.
    package let code: String
    package let reason: Sentence
    package let remedy: Sentence

    package init(line: Int, column: String?, value: String, code: String, reason: Sentence, remedy: Sentence) {
        (self.line, self.column, self.code, self.reason, self.remedy) = (line, column, code, reason, remedy)
        self.value = value.utf8.count > 200 ? String(value.prefix(200)) + "…" : value
    }
}

/// What is wrong with a value, before it is known on which line it stands.
struct Complaint: Hashable, Sendable {
    let code: String
    let reason: Sentence
    let remedy: Sentence

    init(_ code: String, _ reason: Sentence, remedy: Sentence) { (self.code, self.reason, self.remedy) = (code, reason, remedy) }

    func fault(line: Int, column: String?, value: String) -> Fault {
        Fault(line: line, column: column, value: value, code: code, reason: reason, remedy: remedy)
    }
}
