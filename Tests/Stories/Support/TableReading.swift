import Foundation
import WebFixtures

/// One table as text, row by row, whether it was read from a page, a CSV, a workbook or JSON; so that they can be compared.
struct TableReading: Equatable {
    var titles: [String]
    var rows: [[String]]

    /// The first table within an element of a page. Numbers lose their separators; dates are read as machines do.
    init?(_ element: PageReading.Element) {
        guard let table = element.first("table"), let head = table.first("thead"), let body = table.first("tbody") else { return nil }
        titles = head.all("th").map(\.text)
        rows = body.all("tr").map { row in
            row.children.compactMap { child in
                guard case .element(let cell) = child, ["td", "th"].contains(cell.name) else { return nil }
                return Self.bare(Self.withoutRemarks(cell))
            }
        }
    }

    private static func withoutRemarks(_ cell: PageReading.Element) -> PageReading.Element {
        var cell = cell
        cell.children = cell.children.compactMap { child in
            guard case .element(let element) = child else { return child }
            return element.name == "sup" ? nil : .element(withoutRemarks(element))
        }
        return cell
    }

    private static func bare(_ cell: PageReading.Element) -> String {
        if let time = cell.first("time")?.attributes["datetime"] { return time }
        let text = cell.text
        let isNumeric = cell.has("num")
        return isNumeric ? text.replacing(",", with: "").replacing("\u{202F}", with: "").replacing("\u{00A0}", with: "") : text
    }

    /// A CSV of ours: counts have three columns, of which the first is what the page shows; the end tells the source.
    init(csv bytes: [UInt8]) {
        var records = Self.records(Array(bytes.drop { [0xEF, 0xBB, 0xBF].contains($0) }))
        let header = records.isEmpty ? [] : records.removeFirst()
        self.init(titles: header, rows: records.filter { !($0.first ?? "#").hasPrefix("#") })
    }

    /// Drops the columns with the bounds of counts and the remarks.
    private init(titles header: [String], rows: [[String]]) {
        let kept = header.indices.filter { index in
            let title = header[index]
            let isBound =
                index > 0 && (title.hasPrefix(header[index - 1] + " (") || (index > 1 && title.hasPrefix(header[index - 2] + " (")))
            return !isBound && !(index == header.count - 1 && title == "Remark")
        }
        titles = kept.map { header[$0] }
        self.rows = rows.map { row in kept.map { row.indices.contains($0) ? row[$0] : "" } }
    }

    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if quoted {
                if byte == 0x22, at + 1 < bytes.count, bytes[at + 1] == 0x22 {
                    field.append(0x22)
                    at += 1
                } else if byte == 0x22 {
                    quoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == 0x22 {
                quoted = true
            } else if byte == 0x2C || byte == 0x0A {
                record.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0A {
                    records.append(record)
                    record = []
                }
            } else if byte != 0x0D {
                field.append(byte)
            }
            at += 1
        }
        return records
    }

    /// The JSON of a table of ours.
    init(json: JSON, absences: [String: String]) {
        let columns = json["columns"].items
        titles = columns.compactMap { $0["title"].text }
        rows = json["rows"].items.map { row in
            columns.map { column in
                switch row[column["key"].text ?? ""] {
                case .text(let text): text
                case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
                case .object(let fields):
                    if case .text(let why)? = fields["absent"] { absences[why] ?? why } else { fields["published"]?.text ?? "" }
                default: ""
                }
            }
        }
    }

    /// The first worksheet of a workbook of ours.
    init(xlsx bytes: [UInt8]) async throws {
        let page = PageReading(try await Zip.file("xl/worksheets/sheet1.xml", of: bytes))
        var lines: [[String]] = []
        for row in page.all("row") {
            var cells: [String] = []
            for cell in row.all("c") {
                let column = Self.column(cell.attributes["r"] ?? "")
                while cells.count < column { cells.append("") }
                cells.append((cell.first("t") ?? cell.first("v"))?.text ?? "")
            }
            lines.append(cells)
        }
        let header = lines.isEmpty ? [] : lines.removeFirst()
        self.init(titles: header, rows: lines)
    }

    /// `AB12` → 27.
    private static func column(_ place: String) -> Int {
        place.prefix { $0.isLetter }.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    }
}

/// Takes one file out of an archive.
enum Zip {
    static func file(_ name: String, of bytes: [UInt8]) async throws -> [UInt8] {
        let path = Nodes.home.appending(path: UUID().uuidString + ".zip").path(percentEncoded: false)
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let script = "import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"
        let outcome = try await Command.run("/usr/bin/env", ["python3", "-c", script, path, name])
        return outcome.bytes
    }
}
