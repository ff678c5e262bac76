import Basics
import Foundation
import Vocabulary

@testable import Web

/// Tables for the tests of tables, charts and maps; the figures are invented.
enum TestSheets {
    struct Here: Address { let path: String }

    /// One row for each thing that a count can be.
    static let everything = Sheet(
        name: "everything", title: .data("Everything"),
        columns: [
            Column("name", .data("Name")), Column("victims", .data("Victims"), .count), Column("day", .data("Day"), .day),
            Column("share", .data("Share"), .proportion),
        ],
        rows: [
            [
                .text("Exact, with \"quotes\""), .count(.exact(1_234)), .day(Day(iso: "2025-04-14") ?? Day(daysSinceEpoch: 0)),
                Proportion(0.125).map(Cell.proportion) ?? .absent(.nothing),
            ],
            [.text("Zero"), .count(.exact(0))],
            [.text("Few"), .count(.fewerThanFive)],
            [.text("Range"), .noted(.count(.range(0...9)), .data("Published twice."))],
            [.text("None"), .count(.absent(.nothing))],
            [.text("Uncollected"), .count(.absent(.notCollected))],
            [.text("Senseless"), .count(.absent(.notApplicable))],
            [.text("Withheld"), .count(.absent(.withheld))],
        ],
        source: SheetSource(
            citation: "An invented office", date: Day(iso: "2025-04-14"), notice: .data("Free"), url: "https://example.org/"),
        notes: [.data("Invented.")])

    static func html(_ language: Language = .en, _ write: (inout Markup) -> Void) -> String {
        var html = Markup(language: language)
        write(&html)
        return html.string
    }

    /// A slow and obvious reader of RFC 4180.
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        while let byte = rest.popFirst() {
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if rest.first == 0x22 {
                    field.append(0x22)
                    rest.removeFirst()
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22: isQuoted = true
            case 0x2C, 0x0D:
                record.append(String(decoding: field, as: UTF8.self))
                field = []
                guard byte == 0x0D else { break }
                rest.removeFirst()
                records.append(record)
                record = []
            default: field.append(byte)
            }
        }
        return records
    }

    /// All parts of a workbook as one text, read by another program than the one that wrote it: Python, which `make check` needs anyway.
    static func unzipped(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sys,zipfile\nfor n in (z:=zipfile.ZipFile(sys.argv[1])).namelist(): sys.stdout.buffer.write(z.read(n))",
            file.path(percentEncoded: false),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
