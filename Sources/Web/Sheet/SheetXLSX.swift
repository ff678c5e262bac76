import Basics
import CXlsxWriter
package import Foundation
package import Vocabulary

/// A workbook that is being written: the library's handle with what the writing needs.
///
/// The library keeps one row at a time in memory ("constant memory"), so rows come in order and are never gone back to.
private struct Workbook {
    let book: UnsafeMutablePointer<lxw_workbook>
    let bold: UnsafeMutablePointer<lxw_format>?
    let grouped: UnsafeMutablePointer<lxw_format>?
    let percent: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?

    init?(at path: String, scratch: String) {
        let made: UnsafeMutablePointer<lxw_workbook>? = scratch.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            // Copied by the library before this call returns.
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            options.use_zip64 = 0
            return workbook_new_opt(path, &options)
        }
        guard let made else { return nil }
        book = made
        bold = workbook_add_format(made)
        format_set_bold(bold)
        format_set_text_wrap(bold)
        grouped = workbook_add_format(made)
        format_set_num_format(grouped, "#,##0")
        percent = workbook_add_format(made)
        format_set_num_format(percent, "0.0%")
        wrapped = workbook_add_format(made)
        format_set_text_wrap(wrapped)
    }

    func sheet(_ name: Word, in language: Language) -> UnsafeMutablePointer<lxw_worksheet>? {
        guard let sheet = workbook_add_worksheet(book, name[language]) else { return nil }
        if language.isRightToLeft { worksheet_right_to_left(sheet) }
        return sheet
    }

    func close() -> Bool { workbook_close(book) == LXW_NO_ERROR }
}

/// A place in a worksheet that moves to the right with each cell.
private struct Pen {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    var row: UInt32 = 0
    var column: UInt16 = 0

    /// Writes text as text: never as a formula, nor as a link. Longer than a cell can hold, it is cut.
    mutating func write(_ text: String, _ format: UnsafeMutablePointer<lxw_format>? = nil) {
        var safe = Neutral.text(text)
        if safe.utf16.count > 32_000 { safe = String(safe.prefix(8_000)) + "…" }
        if !safe.isEmpty { worksheet_write_string(sheet, row, column, safe, format) }
        column += 1
    }

    mutating func write(_ number: Double, _ format: UnsafeMutablePointer<lxw_format>?) {
        worksheet_write_number(sheet, row, column, number, format)
        column += 1
    }

    mutating func nextRow() {
        row += 1
        column = 0
    }
}

extension Sheet {
    /// The whole table as a workbook (Office Open XML) with two worksheets: the table, and what to know about it.
    ///
    /// Numbers are numbers. A column of counts becomes three, as in the CSV: as published, lowest, highest.
    /// - Parameter scratch: where the file is written before it is read back; removed on every way out.
    package func xlsx(in language: Language, scratch: URL) throws -> [UInt8] {
        guard rows.count < 1_048_575 else { throw SheetRefused.tooManyRows }
        let folder = scratch.appending(path: "sheet-\(UUID().uuidString)", directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SheetRefused.notWritten
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "table.xlsx")
        let path = file.path(percentEncoded: false)
        guard let workbook = Workbook(at: path, scratch: folder.path(percentEncoded: false)) else { throw SheetRefused.notWritten }
        let filled = fill(workbook, in: language)
        guard workbook.close(), filled, let data = try? Data(contentsOf: file) else { throw SheetRefused.notWritten }
        return Array(data)
    }

    private func fill(_ workbook: Workbook, in language: Language) -> Bool {
        guard let table = workbook.sheet(.table, in: language) else { return false }
        var pen = Pen(sheet: table)
        writeTitles(with: &pen, workbook, in: language)
        for row in rows {
            pen.nextRow()
            for (cell, column) in zip(row, columns) { write(cell, of: column, with: &pen, workbook, in: language) }
            let remarks = row.flatMap(\.remarks).map { $0[language] }
            if !remarks.isEmpty { pen.write(remarks.joined(separator: " ")) }
        }
        worksheet_freeze_panes(table, 1, columns.first?.kind == .text ? 1 : 0)

        guard let about = workbook.sheet(.aboutSheet, in: language) else { return false }
        worksheet_set_column(about, 0, 0, 26, nil)
        worksheet_set_column(about, 1, 1, 90, nil)
        var note = Pen(sheet: about)
        for (name, text) in facts(in: language) {
            note.write(name, workbook.bold)
            note.write(text, workbook.wrapped)
            note.nextRow()
        }
        return true
    }

    private func writeTitles(with pen: inout Pen, _ workbook: Workbook, in language: Language) {
        for column in columns {
            let at = pen.column
            let width: Double = column.kind == .text ? 30 : 16
            worksheet_set_column(pen.sheet, at, at + (column.kind == .count ? 2 : 0), width, nil)
            pen.write(column.title[language], workbook.bold)
            guard column.kind == .count else { continue }
            pen.write("\(column.title[language]) (\(Word.lowest[language]))", workbook.bold)
            pen.write("\(column.title[language]) (\(Word.highest[language]))", workbook.bold)
        }
        guard rows.contains(where: { $0.contains { !$0.remarks.isEmpty } }) else { return }
        worksheet_set_column(pen.sheet, pen.column, pen.column, 40, nil)
        pen.write(Word.remark[language], workbook.bold)
    }

    private func write(_ cell: Cell, of column: Column, with pen: inout Pen, _ workbook: Workbook, in language: Language) {
        switch cell.bare {
        case .integer(let number) where column.kind != .count: pen.write(Double(number), nil)
        case .proportion(let share): pen.write(share.value, workbook.percent)
        case .day(let day): pen.write(day.iso)
        case .partialDate(let date): pen.write(date.iso)
        case .count(let count) where column.kind == .count: write(count, with: &pen, workbook, in: language)
        case .integer(let number): write(.exact(number), with: &pen, workbook, in: language)
        case .absent(let why) where column.kind == .count: write(.absent(why), with: &pen, workbook, in: language)
        default:
            pen.write(cell.bare.written(in: language))
            if column.kind == .count { pen.column += 2 }
        }
    }

    private func write(_ count: Count, with pen: inout Pen, _ workbook: Workbook, in language: Language) {
        if case .exact(let number) = count {
            pen.write(Double(number), workbook.grouped)
        } else {
            pen.write(count.writtenPlainly(in: language))
        }
        if let bounds = count.bounds {
            pen.write(Double(bounds.lowerBound), workbook.grouped)
            pen.write(Double(bounds.upperBound), workbook.grouped)
        } else {
            pen.column += 2
        }
    }
}
