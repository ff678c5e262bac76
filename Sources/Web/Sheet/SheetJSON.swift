import Basics
package import Vocabulary

/// Writes a table as JSON (RFC 8259), row by row, so that a long one can be sent in pieces.
///
/// `{"title", "language", "source", "date", "url", "licence", "notes", "columns": [{"key", "title", "kind"}], "rows": [{…}]}`.
/// A row is an object by column key. A count is `{"low": 0, "high": 4, "published": "<5"}`; a cell without a value is
/// `{"absent": "not_collected"}`; a remark on a cell stands beside its row under `"remarks": {key: text}`.
package struct JSONSheetWriter: Sendable {
    private let sheet: Sheet
    private let language: Language

    package init(_ sheet: Sheet, in language: Language) {
        self.sheet = sheet
        self.language = language
    }

    /// Everything before the first row.
    package func header(into out: inout [UInt8]) {
        out += "{".utf8
        out.appendJSON("title")
        out += ":".utf8
        out.appendJSON(sheet.title[language])
        member("language", language.code, into: &out)
        member("source", sheet.source?.citation, into: &out)
        member("date", sheet.source?.date?.iso, into: &out)
        member("url", sheet.source?.url, into: &out)
        member("licence", sheet.source?.notice?[language], into: &out)
        out += ",\"notes\":[".utf8
        let notes = sheet.notes.map { $0[language] } + sheet.signs.map { $0.meaning[language] }
        for (index, note) in notes.enumerated() {
            if index > 0 { out += ",".utf8 }
            out.appendJSON(note)
        }
        out += "],\"columns\":[".utf8
        for (index, column) in sheet.columns.enumerated() {
            out += (index > 0 ? ",{\"key\":" : "{\"key\":").utf8
            out.appendJSON(column.key)
            member("title", column.title[language], into: &out)
            member("kind", column.kind.rawValue, into: &out)
            out += "}".utf8
        }
        out += "],\"rows\":[".utf8
    }

    /// One row; the first without a comma before it.
    package func row(_ cells: [Cell], isFirst: Bool, into out: inout [UInt8]) {
        out += (isFirst ? "\n{" : ",\n{").utf8
        var remarks: [(String, String)] = []
        for (index, (cell, column)) in zip(cells, sheet.columns).enumerated() {
            if index > 0 { out += ",".utf8 }
            out.appendJSON(column.key)
            out += ":".utf8
            value(cell, of: column, into: &out)
            if !cell.remarks.isEmpty {
                remarks.append((column.key, cell.remarks.map { $0[language] }.joined(separator: " ")))
            }
        }
        if !remarks.isEmpty {
            out += ",\"remarks\":{".utf8
            for (index, (key, remark)) in remarks.enumerated() {
                if index > 0 { out += ",".utf8 }
                out.appendJSON(key)
                out += ":".utf8
                out.appendJSON(remark)
            }
            out += "}".utf8
        }
        out += "}".utf8
    }

    /// Everything after the last row.
    package func trailer(into out: inout [UInt8]) { out += "\n]}\n".utf8 }

    private func value(_ cell: Cell, of column: Column, into out: inout [UInt8]) {
        switch cell.bare {
        case .count(let count): counted(count, into: &out)
        case .integer(let number) where column.kind == .count: counted(.exact(number), into: &out)
        case .integer(let number): out.appendInteger(number)
        case .proportion(let share): out.appendDecimal(share.value, places: 4)
        case .day(let day): out.appendJSON(day.iso)
        case .partialDate(let date): out.appendJSON(date.iso)
        case .absent(let why): absent(why, into: &out)
        default: out.appendJSON(cell.bare.written(in: language))
        }
    }

    private func counted(_ count: Count, into out: inout [UInt8]) {
        guard let bounds = count.bounds else {
            if case .absent(let why) = count { absent(why, into: &out) }
            return
        }
        out += "{\"low\":".utf8
        out.appendInteger(bounds.lowerBound)
        out += ",\"high\":".utf8
        out.appendInteger(bounds.upperBound)
        out += ",\"published\":".utf8
        out.appendJSON(count.writtenPlainly(in: language))
        out += "}".utf8
    }

    private func absent(_ why: Absence, into out: inout [UInt8]) {
        out += "{\"absent\":".utf8
        out.appendJSON(why.rawValue)
        out += "}".utf8
    }

    private func member(_ name: String, _ text: String?, into out: inout [UInt8]) {
        out += ",".utf8
        out.appendJSON(name)
        out += ":".utf8
        if let text { out.appendJSON(text) } else { out += "null".utf8 }
    }
}

extension Sheet {
    /// The whole table as JSON.
    package func json(in language: Language) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(rows.count * 120 + 2_048)
        let writer = JSONSheetWriter(self, in: language)
        writer.header(into: &out)
        for (index, row) in rows.enumerated() { writer.row(row, isFirst: index == 0, into: &out) }
        writer.trailer(into: &out)
        return out
    }
}

extension [UInt8] {
    /// Appends a JSON string.
    package mutating func appendJSON(_ text: String) {
        append(0x22)
        // Nearly every text goes in as it is, in one piece.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
            self += text.utf8
            append(0x22)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: self += [0x5C, byte]
            case 0x0A: self += "\\n".utf8
            case 0x0D: self += "\\r".utf8
            case 0x09: self += "\\t".utf8
            case 0..<0x20:
                self += (byte < 0x10 ? "\\u000" : "\\u00").utf8
                self += String(byte, radix: 16).utf8
            default: append(byte)
            }
        }
        append(0x22)
    }
}
