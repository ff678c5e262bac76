import Foundation
import Tabular
import Testing

@Suite struct `The encoding of a file` {
    private let text = "pays,nom\nCIV,Côte d’Ivoire\nESP,España\n"
    private let rows = [["CIV", "Côte d’Ivoire"], ["ESP", "España"]]

    private func encoding(_ bytes: [UInt8]) throws -> TextEncoding { try TableReader.open(.bytes(bytes, name: "x")).encoding }

    @Test func `is found by its mark or by its letters, and the letters come out the same`() throws {
        let utf16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let western = try #require(text.data(using: .windowsCP1252)).map { $0 }
        for (bytes, expected) in [
            (Array(text.utf8), TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            ([0xFF, 0xFE] + utf16, .utf16LittleEndian),
            ([0xFE, 0xFF] + swapped, .utf16BigEndian), (western, .windows1252),
        ] {
            #expect(try encoding(bytes) == expected)
            for size in [1, 3, 1 << 18] {
                var limits = Limits()
                limits.chunkBytes = size
                #expect(try table(.bytes(bytes, name: "x"), limits: limits).rows == rows, "\(expected) in chunks of \(size)")
            }
        }
    }

    @Test func `taken for Windows-1252 is said so`() throws {
        let western = try #require(text.data(using: .windowsCP1252)).map { $0 }
        #expect(try TableReader.open(.bytes(western, name: "x")).notices == [.takenForWindows1252])
    }

    @Test func `that changes within the file is refused with line and byte`() {
        #expect(refusal(.bytes(Array("a,b\né,1\n".utf8) + [0xE9, 0x2C, 0x32, 0x0A], name: "x")) == .mixedEncodings(line: 3, byte: 10))
    }

    @Test func `of another alphabet is refused instead of guessed`() {
        let cyrillic: [UInt8] = [0xD0, 0xEE, 0xF1, 0xF1, 0xE8, 0xFF]
        #expect(refusal(.bytes(Array("a,b\n1,".utf8) + cyrillic + [0x0A], name: "x")) == .unknownEncoding(line: 2, byte: 7))
        #expect(refusal(.bytes(Array("a,b\n1,x".utf8) + [0x81, 0x0A], name: "x")) == .unknownEncoding(line: 2, byte: 8))
    }

    @Test func `that the file states or the mapping names is held to`() {
        let bad = Array("a,b\n1,x".utf8) + [0xE9, 0x0A]
        #expect(refusal(.bytes([0xEF, 0xBB, 0xBF] + bad, name: "x")) == .undecodable(.utf8, line: 2, byte: 11))
        #expect(refusal(.bytes(bad, name: "x"), encoding: .utf8) == .undecodable(.utf8, line: 2, byte: 8))
    }

    @Test func `cut in the middle of a letter is refused`() {
        let half = Array("a,b\n1,é".utf8).dropLast()
        #expect(refusal(.bytes(Array(half), name: "x"), encoding: .utf8) == .undecodable(.utf8, line: 2, byte: 7))
        let pairs: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x31, 0, 0x3D, 0xD8]
        #expect(refusal(.bytes(pairs, name: "x"))?.code == "table.undecodable")
        #expect(refusal(.bytes(Array(pairs.dropLast()), name: "x"))?.code == "table.undecodable")
    }

    @Test func `in UTF-8 is judged as the standard judges it`() {
        var dice = Dice(seed: 3)
        for _ in 0..<2_000 {
            var letters =
                (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                    [0x41, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0xC0, 0xFF, 0x80].randomElement(using: &dice)
                        ?? 0x41
                } as [UInt8]
            letters.append(0x41)
            let isRight = String(validating: letters, as: UTF8.self) != nil
            let found = refusal(.bytes(Array("a,b\n1,".utf8) + letters + [0x0A], name: "x"), encoding: .utf8)
            #expect((found == nil) == isRight, "\(letters)")
        }
    }
}
