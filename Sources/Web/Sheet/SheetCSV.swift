import Basics
package import Vocabulary

/// Writes a table as CSV (RFC 4180), row by row, so that a long one can be sent in pieces.
///
/// * UTF-8 with a byte order mark: without it the spreadsheet most people have reads six languages as rubbish.
///   Readers of data frames skip the mark (Python: `utf-8-sig`).
/// * Every record has the same number of fields. A column of counts becomes three: as published (`<5`), lowest, highest.
/// * At the end stand records that begin with a field `#`: title, source, date, and what each sign means. A program drops
///   them by that first field (pandas: `comment="#"`); a person finds them in the second column.
/// * A text that a spreadsheet would run as a formula gets an apostrophe before it.
package struct CSVWriter: Sendable {
    private let sheet: Sheet
    private let language: Language
    private let remarks: Bool
    private let fields: Int

    package init(_ sheet: Sheet, in language: Language) {
        self.sheet = sheet
        self.language = language
        remarks = sheet.rows.contains { $0.contains { !$0.remarks.isEmpty } }
        fields = sheet.columns.reduce(0) { $0 + ($1.kind == .count ? 3 : 1) } + (remarks ? 1 : 0)
    }

    /// The mark and the record of column titles.
    package func header(into out: inout [UInt8], withMark: Bool = true) {
        if withMark { out += [0xEF, 0xBB, 0xBF] }
        var record = Record()
        for column in sheet.columns {
            record.add(column.title[language], to: &out)
            guard column.kind == .count else { continue }
            record.add("\(column.title[language]) (\(Word.lowest[language]))", to: &out)
            record.add("\(column.title[language]) (\(Word.highest[language]))", to: &out)
        }
        if remarks { record.add(Word.remark[language], to: &out) }
        record.end(in: &out)
    }

    /// One record of figures.
    package func row(_ cells: [Cell], into out: inout [UInt8]) {
        var record = Record()
        for (cell, column) in zip(cells, sheet.columns) {
            if column.kind == .count { counted(cell, in: &record, into: &out) } else { plain(cell, in: &record, into: &out) }
        }
        if remarks {
            record.add(cells.flatMap(\.remarks).map { $0[language] }.joined(separator: " "), to: &out)
        }
        record.end(in: &out)
    }

    /// The records that begin with `#`.
    package func trailer(into out: inout [UInt8]) {
        for line in sheet.about(in: language) {
            var record = Record()
            if fields == 1 {
                record.add("# \(line)", to: &out)
            } else {
                record.add("#", to: &out)
                record.add(line, to: &out)
                for _ in 2..<max(2, fields) { record.add("", to: &out) }
            }
            record.end(in: &out)
        }
    }

    private func counted(_ cell: Cell, in record: inout Record, into out: inout [UInt8]) {
        let count: Count =
            switch cell.bare {
            case .count(let count): count
            case .integer(let number): .exact(number)
            case .absent(let why): .absent(why)
            default: .absent(.nothing)
            }
        if case .exact(let number) = count {
            record.add(number: number, to: &out)
        } else {
            record.add(count.writtenPlainly(in: language), to: &out)
        }
        if let bounds = count.bounds {
            record.add(number: bounds.lowerBound, to: &out)
            record.add(number: bounds.upperBound, to: &out)
        } else {
            record.add("", to: &out)
            record.add("", to: &out)
        }
    }

    private func plain(_ cell: Cell, in record: inout Record, into out: inout [UInt8]) {
        switch cell.bare {
        case .integer(let number): record.add(number: number, to: &out)
        case .count(.exact(let number)): record.add(number: number, to: &out)
        case .count(let count): record.add(count.writtenPlainly(in: language), to: &out)
        case .day(let day): record.add(day.iso, to: &out)
        case .partialDate(let date): record.add(date.iso, to: &out)
        case .proportion(let share): record.add(share.plainly, to: &out)
        default: record.add(cell.written(in: language), to: &out)
        }
    }
}

extension CSVWriter {
    /// One record while it is written: commas between fields, quotes where needed.
    fileprivate struct Record {
        private var isFirst = true

        mutating func add(number: Int, to out: inout [UInt8]) {
            comma(in: &out)
            out.appendInteger(number)
        }

        mutating func add(_ text: String, to out: inout [UInt8]) {
            comma(in: &out)
            let safe = Neutral.text(text)
            let special = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            guard special || safe.first == " " || safe.last == " " else {
                out += safe.utf8
                return
            }
            out.append(0x22)
            for byte in safe.utf8 {
                if byte == 0x22 { out.append(0x22) }
                out.append(byte)
            }
            out.append(0x22)
        }

        mutating func end(in out: inout [UInt8]) { out += [0x0D, 0x0A] }

        private mutating func comma(in out: inout [UInt8]) {
            if !isFirst { out.append(0x2C) }
            isFirst = false
        }
    }
}

extension Sheet {
    /// The whole table as CSV.
    package func csv(in language: Language, withMark: Bool = true) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(rows.count * 48 + 2_048)
        let writer = CSVWriter(self, in: language)
        writer.header(into: &out, withMark: withMark)
        for row in rows { writer.row(row, into: &out) }
        writer.trailer(into: &out)
        return out
    }
}
