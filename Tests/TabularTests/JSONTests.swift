import Foundation
import Tabular
import Testing

@Suite struct `A table in JSON` {
    @Test(arguments: [
        "[{\"a\": \"x\", \"b\": 1},\n {\"b\": null, \"a\": true}\n]", "{\"a\": \"x\", \"b\": 1}\n{\"b\": null, \"a\": true}\n",
    ])
    func `is an array of objects, or one object a line`(text: String) throws {
        let (columns, rows, lines) = try table(.text(text))
        #expect(columns == ["a", "b"])
        #expect(rows == [["x", "1"], ["true", ""]])
        #expect(lines == [1, 2])
    }

    @Test func `may bring new keys in later objects`() throws {
        let (columns, rows, _) = try table(.text("[{\"a\": 1}, {\"c\": -2.5e3, \"a\": 3}]"))
        #expect(columns == ["a", "c"])
        #expect(rows == [["1"], ["3", "-2.5e3"]])
    }

    @Test func `has its escapes resolved`() throws {
        let text = #"[{"k\u00e9": "a\"b\\c\/d\n\t\u00e9\ud83d\ude00\ud83d x"}]"#
        let (columns, rows, _) = try table(.text(text))
        #expect(columns == ["ké"])
        #expect(rows == [["a\"b\\c/d\n\té😀\u{FFFD} x"]])
    }

    @Test func `joins the values of a list`() throws {
        let (_, rows, _) = try table(.text(#"[{"a": ["x", "y;\u00e9", 3, true], "b": [], "c": [ "z" ]}]"#))
        #expect(rows == [["x\u{1F}y;é\u{1F}3\u{1F}true", "", "z"]])
    }

    @Test func `is the same in chunks of any size, and as Foundation reads it`() throws {
        var dice = Dice(seed: 11)
        let letters = ["a", "é", "\"", "\\", "\n", "中", "😀", ",", "}", "]", "/", "\t"]
        for _ in 0..<60 {
            let objects = (0..<Int.random(in: 1...12, using: &dice)).map { _ in
                Dictionary(
                    uniqueKeysWithValues: ["one", "two", "thrée"].map { key in
                        (key, (0..<Int.random(in: 0...8, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "" }.joined())
                    }
                )
            }
            let encoder = JSONEncoder()
            if Bool.random(using: &dice) { encoder.outputFormatting = .prettyPrinted }
            let bytes = Array(try encoder.encode(objects))
            var limits = Limits()
            limits.chunkBytes = Int.random(in: 1...30, using: &dice)
            let (columns, rows, _) = try table(.bytes(bytes, name: "x"), limits: limits)
            for (object, row) in zip(objects, rows) {
                for (place, column) in columns.enumerated() { #expect((place < row.count ? row[place] : "") == object[column]) }
            }
            #expect(rows.count == objects.count)
        }
    }

    @Test func `cut off is refused with its line`() {
        #expect(refusal(.text("[{\"a\": 1},\n{\"a\": 2},\n{\"a\"")) == .cutShort(line: 3))
        #expect(refusal(.text("[{\"a\": 1},\n{\"a\": 2}\n")) == .cutShort(line: 3))
    }

    @Test(arguments: ["[{\"a\": 1} {]", "[1, 2]", "[{\"a\" 1}]", "[{\"a\": x}]", "[{a: 1}]", "[{\"a\": \"x\ny\"}]", "[{\"a\": 1}] more"])
    func `that is not JSON is refused in words`(text: String) {
        #expect(refusal(.text(text))?.code == "table.not-json", "\(String(describing: refusal(.text(text))))")
    }

    @Test func `with brackets within brackets without end is refused, and takes no more stack`() {
        for opening in ["[", "{\"a\":", "[{\"a\":"] {
            let text = "[{\"a\": " + String(repeating: opening, count: 300_000)
            #expect(["table.row-too-long", "table.cut-short", "table.not-json"].contains(refusal(.text(text))?.code))
        }
        let nested = "[{\"a\": " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000) + ", \"b\": 1}]"
        #expect(refusal(.text(nested)) == nil)
    }

    @Test func `is held to the same limits`() {
        var limits = Limits()
        limits.columns = 3
        #expect(refusal(.text(#"[{"a": 1, "b": 2, "c": 3, "d": 4}]"#), limits: limits) == .tooManyColumns(line: 1, limit: 3))
        limits.fieldBytes = 5
        #expect(refusal(.text(#"[{"a": "123456"}]"#), limits: limits) == .fieldTooLong(line: 1, limit: 5))
    }
}
