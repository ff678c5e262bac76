/// A small CSV file held whole in memory, as the reference data are; the rows of an import go through Tabular instead.
package struct SmallTable {
    package private(set) var rows: [[String]] = []
    private var columns: [String: Int] = [:]

    /// - Parameter bytes: UTF-8, the first line being the names of the columns; fields may be quoted as in RFC 4180.
    package init(_ bytes: [UInt8]) {
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func closeField() {
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        func closeRow() {
            if row.count == 1, row[0].isEmpty {
                row.removeAll()
                return
            }
            if columns.isEmpty {
                for (place, name) in row.enumerated() { columns[name] = place }
            } else {
                rows.append(row)
            }
            row.removeAll(keepingCapacity: true)
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22 where isQuoted && index < bytes.count && bytes[index] == 0x22:
                field.append(byte)
                index += 1
            case 0x22 where isQuoted || field.isEmpty: isQuoted.toggle()
            case 0x2C where !isQuoted: closeField()
            case 0x0D where !isQuoted: continue
            case 0x0A where !isQuoted:
                closeField()
                closeRow()
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            closeField()
            closeRow()
        }
    }

    /// The field of a row in a column; empty when the row is shorter or the column is not there.
    package func text(_ row: [String], _ column: String) -> String {
        guard let place = columns[column], place < row.count else { return "" }
        return row[place]
    }

    package func has(column: String) -> Bool { columns[column] != nil }
}
