import Foundation
import Tabular
import Testing

@Suite struct `A bad file` {
    @Test func `that is empty is refused`() {
        #expect(refusal(.text("")) == .empty)
        #expect(refusal(.text("\n\n")) == .empty)
        #expect(refusal(.text("[]")) == .empty)
    }

    @Test func `with a header and no row is refused`() { #expect(refusal(.text("a,b\n")) == .onlyHeader) }

    @Test func `that is not there is refused by its name`() {
        #expect(refusal(.file(path: "/nowhere/at/all.csv")) == .unreadable(file: "all.csv"))
        #expect(refusal(.file(path: FileManager.default.temporaryDirectory.path(percentEncoded: false))) != nil)
    }

    @Test func `cut off within a quoted value is refused with the line of the row`() {
        #expect(refusal(.text("a,b\n1,2\n3,\"four\nfive")) == .quoteNeverClosed(line: 3))
    }

    @Test func `cut off within a row is refused with its line`() { #expect(refusal(.text("a,b,c\n1,2,3\n4,5")) == .cutShort(line: 3)) }

    @Test func `with a quotation mark never closed is refused before all of it is held`() {
        var limits = Limits()
        limits.rowBytes = 100_000
        limits.fieldBytes = 200_000
        let text = "a,b\n1,\"" + String(repeating: "x\n", count: 200_000)
        #expect(refusal(.text(text), limits: limits) == .quoteNeverClosed(line: 2))
    }

    @Test func `with a line of a million columns is refused in words`() throws {
        let found = try #require(refusal(.text("a,b\n" + String(repeating: "1,", count: 1_000_000) + "\n")))
        #expect(found == .tooManyColumns(line: 2, limit: 1_000))
        #expect(found.message == "Line 2 has more than 1000 columns. This is no table of the kind that is read here; check the separator.")
        #expect(refusal(.text(String(repeating: "a,", count: 1_000_000) + "\n1\n")) == .tooManyColumns(line: 1, limit: 1_000))
    }

    @Test func `with a value of a million letters is refused`() {
        #expect(refusal(.text("a,b\n1," + String(repeating: "x", count: 1_000_000) + "\n")) == .fieldTooLong(line: 2, limit: 65_536))
    }

    @Test(arguments: [1_000, 1 << 20]) func `with a row longer than a row may be is refused, however it is read`(chunk: Int) {
        var limits = Limits()
        limits.rowBytes = 100_000
        limits.chunkBytes = chunk
        let short = Array(repeating: String(repeating: "x", count: 19_000), count: 5).joined(separator: ",")
        #expect(refusal(.text("a,b,c,d,e\n" + short + "\n"), limits: limits) == nil)
        #expect(refusal(.text("a,b\n1,2\n" + short + "," + short + "\n"), limits: limits) == .rowTooLong(line: 3, limit: 100_000))
    }

    @Test func `with doubled and nameless columns is refused with all of them`() throws {
        let found = try #require(refusal(.text("a,,b,a, ,b\n1,2,3,4,5,6\n")))
        #expect(found == .header([.nameless(2), .doubled("a"), .nameless(5), .doubled("b")]))
        #expect(found.message.contains("Two columns are named “a”. Rename or remove one. Column 5 has no name."))
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], TableRefused.Lookalike.spreadsheet), ([0xD0, 0xCF, 0x11, 0xE0], .spreadsheet),
            ([0x1F, 0x8B, 0x08], .compressed), (Array("%PDF-1.7".utf8), .pdf), ([0x61, 0x00, 0x62, 0x00, 0x0A, 0x00], .utf16WithoutMark),
            ([0x61, 0x62, 0x63, 0x00, 0x64, 0x0A], .binary),
        ] as [([UInt8], TableRefused.Lookalike)]) func `that is no text is refused for what it looks like`(
            bytes: [UInt8], what: TableRefused.Lookalike
        )
    {
        #expect(refusal(.bytes(bytes, name: "x")) == .notText(what))
    }

    @Test func `says in both languages what is wrong and what to do`() {
        let all: [TableRefused] = [
            .unreadable(file: "x"), .empty, .onlyHeader, .notText(.pdf), .undecodable(.utf8, line: 1, byte: 2),
            .mixedEncodings(line: 1, byte: 2),
            .unknownEncoding(line: 1, byte: 2), .tooManyColumns(line: 1, limit: 2), .rowTooLong(line: 1, limit: 2),
            .fieldTooLong(line: 1, limit: 2), .quoteNeverClosed(line: 1), .cutShort(line: 1), .notJSON(line: 1, problem: "x"),
            .header([.missing("a", near: nil), .missing("a", near: "b"), .doubled("a"), .nameless(1), .forbidden("a"), .unexpected("a")]),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for refusal in all {
            #expect(refusal.message.hasSuffix("."))
            #expect(refusal.sentence.fr.count > 20 && refusal.sentence.fr != refusal.sentence.en)
        }
    }
}
