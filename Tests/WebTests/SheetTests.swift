import Basics
import Foundation
import Testing
import Vocabulary

@testable import Web

@Suite struct `A table` {
    private let sheet = TestSheets.everything

    // MARK: On a page

    @Test func `names the five kinds of nothing differently, and zero as a number`() {
        let page = TestSheets.html { $0.sheet(TestSheets.everything, id: "x") }
        for words in ["nothing published", "not collected", "not applicable", "withheld", "&lt;5"] { #expect(page.contains(words)) }
        #expect(page.contains(#"<td class="num">0</td>"#))
        #expect(page.contains("0–9"))
    }

    @Test func `says in every language what each of its signs means`() {
        for language in Language.allCases {
            let page = TestSheets.html(language) { $0.sheet(TestSheets.everything, id: "x") }
            for sign in TestSheets.everything.signs {
                var escaped = Markup(language: language)
                escaped.text(sign.meaning[language])
                #expect(page.contains(escaped.string))
            }
        }
        #expect(TestSheets.everything.signs.count == 6)
    }

    @Test func `has a caption, scopes, and its downloads with source and date under it`() {
        let page = TestSheets.html { $0.sheet(TestSheets.everything, id: "x", at: TestSheets.Here(path: "/numbers?year=2019")) }
        #expect(page.contains(#"<caption id="x-table-caption">"#))
        #expect(page.contains(#"<th scope="col" class="num">"#))
        #expect(page.contains(#"<th scope="row""#))
        for format in ["csv", "xlsx", "json"] { #expect(page.contains("href=\"/numbers.\(format)?year=2019\"")) }
        #expect(page.contains("14 April 2025"))
        #expect(!page.contains("style="))
    }

    @Test func `prints what it is given as text and never as markup`() {
        let hostile = Sheet(
            name: "x", title: .data("<b>"), columns: [Column("a", .data("<i>"))], rows: [[.text("<script>alert(1)</script>")]],
            source: SheetSource(citation: "<u>", date: nil, url: "javascript:alert(1)"), notes: [.data("<q>")])
        let page = TestSheets.html { $0.sheet(hostile, id: "x", at: TestSheets.Here(path: "/x")) }
        for tag in ["<b>", "<i>", "<script", "<u>", "<q>", "javascript:"] { #expect(!page.contains(tag)) }
    }

    @Test func `without rows says that it has none`() {
        let empty = Sheet(name: "x", title: .data("Nothing here"), columns: [], rows: [], source: nil)
        #expect(TestSheets.html { $0.sheet(empty, id: "x") }.contains("has no rows"))
    }

    @Test func `fills a short row and cuts a long one`() {
        let columns = [Column("a", .data("A")), Column("b", .data("B"))]
        let uneven = Sheet(
            name: "x", title: .data("X"), columns: columns, rows: [[.integer(1)], [.integer(1), .integer(2), .integer(3)]],
            source: nil)
        #expect(uneven.rows.map(\.count) == [2, 2])
        #expect(uneven.rows[0][1].absence == .nothing)
    }

    // MARK: Names of files

    @Test func `is saved under a name that is safe in a header`() {
        let odd = Sheet(name: "../Détenus\r\nX: 1", title: .data("X"), columns: [], rows: [], source: nil)
        #expect(odd.fileName(.csv) == "d-tenus-x-1.csv")
        #expect(Sheet(name: "…", title: .data("X"), columns: [], rows: [], source: nil).fileName(.json) == "table.json")
    }

    @Test func `has its files at the address of its page`() {
        #expect(TestSheets.Here(path: "/a/b?x=1#y").file(.csv).path == "/a/b.csv?x=1#y")
        #expect(TestSheets.Here(path: "/").file(.json).path == "/table.json")
    }

    // MARK: CSV

    @Test func `as CSV comes back cell for cell`() throws {
        let records = TestSheets.records(sheet.csv(in: .en))
        let figures = records.prefix { $0.first != "#" }
        #expect(Set(records.map(\.count)).count == 1)
        #expect(figures.count == sheet.rows.count + 1)
        #expect(figures[0] == ["Name", "Victims", "Victims (lowest)", "Victims (highest)", "Day", "Share", "Remark"])
        #expect(figures[1] == ["Exact, with \"quotes\"", "1234", "1234", "1234", "2025-04-14", "0.125", ""])
        #expect(figures[2] == ["Zero", "0", "0", "0", "", "", ""].replacing(at: 4, with: "nothing published", "nothing published"))
        #expect(figures[3].prefix(4) == ["Few", "<5", "0", "4"])
        #expect(figures[4].prefix(4) == ["Range", "0–9", "0", "9"])
        #expect(figures[4].last == "Published twice.")
        #expect(figures[5].prefix(4) == ["None", "nothing published", "", ""])
    }

    @Test func `as CSV carries source, date and the meaning of fewer than five`() {
        let notes = TestSheets.records(sheet.csv(in: .en)).filter { $0.first == "#" }.map { $0[1] }
        #expect(notes.contains { $0.contains("An invented office") })
        #expect(notes.contains { $0.contains("2025-04-14") })
        #expect(notes.contains { $0.contains("0 to 4") })
    }

    @Test func `as CSV begins with the mark that spreadsheets need, and without it on request`() {
        #expect(sheet.csv(in: .ar).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(!sheet.csv(in: .ar, withMark: false).starts(with: [0xEF]))
    }

    // promise 21: cells that would start a formula are neutralised
    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n@x", "  =1", "＝1", "\u{FEFF}=1", "\u{200F}=1", "=cmd|' /C calc'!A0", "\0=1",
    ])
    func `neutralises a formula in every file`(formula: String) throws {
        #expect(Neutral.text(formula).hasPrefix("'"))
        let hostile = Sheet(
            name: "x", title: .data(formula), columns: [Column("a", .data(formula)), Column("b", .data("B"))],
            rows: [[.text(formula), .noted(.text(formula), .data(formula))]], source: SheetSource(citation: formula, date: nil))
        for record in TestSheets.records(hostile.csv(in: .en)) {
            for field in record where field != "#" {
                let first = field.unicodeScalars.first { !$0.properties.isWhitespace && $0.properties.generalCategory != .format }
                #expect(first.map { !"=+-@＝".unicodeScalars.contains($0) } ?? true)
            }
        }
        let parts = try TestSheets.unzipped(hostile.file(.xlsx, in: .en))
        #expect(!parts.contains("<f>") && !parts.contains("<f "))
    }

    @Test func `leaves ordinary text as it is`() {
        for text in ["", "Amina", "Côte d’Ivoire", "5-12", "<5", "'quoted'", "محمد", "\u{200F}محمد", "中国"] {
            #expect(Neutral.text(text) == text)
        }
    }

    // MARK: JSON

    @Test func `as JSON keeps counts as bounds and absences by name`() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(sheet.json(in: .zh))) as? [String: Any])
        let rows = try #require(object["rows"] as? [[String: Any]])
        #expect(object["date"] as? String == "2025-04-14")
        #expect(object["language"] as? String == "zh")
        #expect((object["columns"] as? [[String: Any]])?.map { $0["key"] as? String } == ["name", "victims", "day", "share"])
        let few = try #require(rows[2]["victims"] as? [String: Any])
        #expect(few["low"] as? Int == 0)
        #expect(few["high"] as? Int == 4)
        #expect(few["published"] as? String == "<5")
        let absences = rows[4...].compactMap { ($0["victims"] as? [String: Any])?["absent"] as? String }
        #expect(absences == ["nothing", "not_collected", "not_applicable", "withheld"])
        #expect((rows[3]["remarks"] as? [String: String])?["victims"] == "Published twice.")
    }

    @Test func `as JSON stands control characters and quotes`() throws {
        let odd = (0..<32).map { String(UnicodeScalar(UInt8($0))) }.joined() + "\"\\/\u{2028}😀"
        let table = Sheet(name: "x", title: .data(odd), columns: [Column("a", .data("A"))], rows: [[.text(odd)]], source: nil)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(table.json(in: .en))) as? [String: Any])
        #expect(object["title"] as? String == odd)
    }

    // MARK: XLSX

    @Test(arguments: Language.allCases)
    func `as a workbook is a zip with two worksheets, no formula, and leaves nothing behind`(language: Language) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "sheets-\(UUID().uuidString)")
        let bytes = try sheet.file(.xlsx, in: language, scratch: scratch)
        #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        let parts = try TestSheets.unzipped(bytes)
        #expect(parts.contains("<v>1234</v>"))
        #expect(!parts.contains("<f>"))
        #expect(parts.contains(Word.aboutSheet[language]))
        #expect(parts.contains("An invented office"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path(percentEncoded: false)).isEmpty)
        try FileManager.default.removeItem(at: scratch)
    }

    @Test func `as a workbook is refused in words where it can't be written`() {
        #expect(throws: SheetRefused.notWritten) {
            try sheet.file(.xlsx, in: .en, scratch: URL(filePath: "/dev/null/nowhere"))
        }
    }
}

extension [String] {
    fileprivate func replacing(at index: Int, with values: String...) -> [String] {
        var copy = self
        for (offset, value) in values.enumerated() { copy[index + offset] = value }
        return copy
    }
}
