/// A row that was not taken, as it stood in the file, with what is wrong: it waits in quarantine to be corrected.
package struct RefusedRow: Hashable, Sendable, Codable {
    /// The line of the file on which it began.
    package let line: Int
    package private(set) var fields: [Field]
    package let faults: [Fault]

    /// One value under its column's name, which is empty where the row has more values than the header names.
    package struct Field: Hashable, Sendable, Codable {
        package let column: String
        package var value: String

        package init(column: String, value: String) { (self.column, self.value) = (column, value) }
    }

    package init(line: Int, fields: [Field], faults: [Fault]) { (self.line, self.fields, self.faults) = (line, fields, faults) }

    package subscript(column: String) -> String? { fields.first { $0.column == column }?.value }

    /// The same row with another value in a column; values beyond the header's columns are dropped.
    package func correcting(_ column: String, to value: String) -> RefusedRow {
        var row = self
        row.fields.removeAll { $0.column.isEmpty }
        if let place = row.fields.firstIndex(where: { $0.column == column }) {
            row.fields[place].value = value
        } else {
            row.fields.append(Field(column: column, value: value))
        }
        return row
    }
}
