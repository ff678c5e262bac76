import Tabular
import Testing

@Suite struct `A table of separated values` {
    @Test func `is read with its columns, its rows and the lines they begin on`() throws {
        let (columns, rows, lines) = try table(.text("country,year\nFRA,2019\n\nDEU,2020\n"))
        #expect(columns == ["country", "year"])
        #expect(rows == [["FRA", "2019"], ["DEU", "2020"]])
        #expect(lines == [2, 4])
    }

    @Test func `may quote values that hold separators, quotation marks and line breaks`() throws {
        let text = "a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n\"two\r\nlines\",\"\"\r\nlast,one\r\n"
        let (_, rows, lines) = try table(.text(text))
        #expect(rows == [["x, y", "he said \"no\""], ["two\r\nlines", ""], ["last", "one"]])
        #expect(lines == [2, 3, 5])
    }

    @Test func `keeps a quotation mark in the middle of a value that is not quoted`() throws {
        #expect(try table(.text("a,b\n5\" pipe,x\n")).rows == [["5\" pipe", "x"]])
    }

    @Test(arguments: [",", ";", "\t"]) func `is split at the sign that splits its lines alike`(sign: String) throws {
        let text =
            ["name,of", "a b", "c"].joined(separator: sign) + "\n"
            + ["1", "2;3", "x"].map { sign == ";" ? "\"\($0)\"" : $0 }.joined(separator: sign) + "\n"
        let (columns, rows, _) = try table(.text(sign == "," ? text.replacing("name,of", with: "\"name,of\"") : text))
        #expect(columns == ["name,of", "a b", "c"])
        #expect(rows == [["1", "2;3", "x"]])
    }

    @Test func `obeys the line with which Excel says what the separator is`() throws {
        let (columns, rows, lines) = try table(.text("sep=;\r\na,b;c\r\n1,2;3\r\n"))
        #expect(columns == ["a,b", "c"])
        #expect(rows == [["1,2", "3"]])
        #expect(lines == [3])
    }

    @Test func `may have one column`() throws {
        #expect(try table(.text("code\nFRA\nDEU\n")).rows == [["FRA"], ["DEU"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `ends its lines in any of the three ways`(end: String) throws {
        #expect(try table(.text(["a,b", "1,2", "3,4", ""].joined(separator: end))).rows == [["1", "2"], ["3", "4"]])
    }

    @Test func `with no end to its last line is read, with a notice`() throws {
        var reader = try TableReader.open(.text("a,b\n1,2\n3,4"))
        while try reader.next() {}
        #expect(reader.rowCount == 2)
        #expect(reader.notices == [.noLineEndAtEnd])
    }

    @Test func `comes back as it was written, whatever is in it`() throws {
        var dice = Dice(seed: 7)
        let letters = ["a", "é", "ش", "中", "😀", ",", ";", "\t", "\"", "\n", "\r\n", "\r", " ", "'", "="]
        for _ in 0..<300 {
            let columns = Int.random(in: 1...6, using: &dice)
            let rows = (0..<Int.random(in: 1...8, using: &dice)).map { _ in
                (0..<columns).map { _ in
                    (0..<Int.random(in: 0...6, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "" }.joined()
                }
            }
            var text = DelimitedText()
            text.append((0..<columns).map { "column \($0)" })
            for row in rows { text.append(row) }
            let chunk = Int.random(in: 1...40, using: &dice)
            var limits = Limits()
            limits.chunkBytes = chunk
            let read = try table(.bytes(text.bytes, name: "x"), limits: limits).rows
            #expect(read == rows, "in chunks of \(chunk)")
        }
    }

    @Test func `is the same in chunks of any size`() throws {
        let bytes = Array(try Files.fixture("glotip_quarantine.csv"))
        let whole = try table(.bytes(bytes, name: "x"))
        #expect(whole.rows.count == 128)
        // Longer than what is looked at first, so that the chunks matter.
        let long = Array(repeating: Array(bytes.drop { $0 != 0x0A }.dropFirst()), count: 20).flatMap { $0 }
        let input = TableInput.bytes(Array("alpha3,indicator,dimension,category,sex,age,year,value\r\n".utf8) + long, name: "x")
        let all = try table(input)
        for size in [1, 7, 64, 1_000, 65_536] {
            var limits = Limits()
            limits.chunkBytes = size
            let again = try table(input, limits: limits)
            #expect(again.rows == all.rows && again.lines == all.lines, "in chunks of \(size)")
        }
    }

    @Test func `takes no more memory when it is longer`() throws {
        var limits = Limits()
        limits.chunkBytes = 16_384
        var bytes = Array("person,year,country,sex,age,form,sector,means,role,status,source,note\n".utf8)
        let row = Array("123456,2019,FRA,female,17,forced_labour,fishing,threat,recruiter,presumed,register,\"a note\"\n".utf8)
        for _ in 0..<30_000 { bytes += row }
        var reader = try TableReader.open(.bytes(bytes, name: "x"), limits: limits)
        var largest = 0
        while try reader.next() { largest = max(largest, reader.heldBytes) }
        #expect(reader.rowCount == 30_000)
        #expect(largest < 300_000)
        #expect(bytes.count > 2_500_000)
    }
}
