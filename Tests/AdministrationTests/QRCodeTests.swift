import Testing

@testable import Administration

@Suite struct `A QR code` {
    /// The checks of the example in ISO/IEC 18004, annex I: version 1-M, the digits 01234567.
    @Test func `has the checks of the standard's example`() {
        let data: [UInt8] = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11]
        let checks: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        #expect(ReedSolomon.checks(of: data, count: 10) == checks)
    }

    @Test func `grows with its text, up to version 10`() throws {
        #expect(try #require(QRCode("a")).size == 21)
        #expect(try #require(QRCode(String(repeating: "a", count: 14))).size == 21)
        #expect(try #require(QRCode(String(repeating: "a", count: 15))).size == 25)
        #expect(try #require(QRCode(String(repeating: "a", count: 213))).size == 57)
        #expect(QRCode(String(repeating: "a", count: 214)) == nil)
    }

    /// Read back by a reader of another make when this was written.
    @Test func `is the one that readers read`() throws {
        let code = try #require(QRCode("otpauth://totp/Concord:amina?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Concord"))
        let rows = (0..<code.size).map { row in (0..<code.size).map { code[row, $0] ? "#" : "." }.joined() }
        #expect(rows.prefix(7).allSatisfy { $0.hasPrefix("#######.") || $0.hasPrefix("#.....#.") || $0.hasPrefix("#.###.#.") })
        #expect(rows.joined(separator: "\n") == Self.expected)
    }

    static let expected = """
        #######.#.######..##.##..##.#.#######
        #.....#..##...##...#..#.#.#...#.....#
        #.###.#...####...##.##....#...#.###.#
        #.###.#.##......#.##.....##.#.#.###.#
        #.###.#.#.#####........#.##.#.#.###.#
        #.....#.#..##..#.####.....#.#.#.....#
        #######.#.#.#.#.#.#.#.#.#.#.#.#######
        ........#####.##.###.#.#.............
        #...#.####.#.#.#.#.#.#..##.#.#####..#
        .....#..#..#..#.#.#.##......###.##.#.
        #..#.###..#.###.###..#######..#.#....
        ##.##..##.#####..#.#.#..#.#...#.#.##.
        #####.##.###...#.###.####.....##.#.##
        ..#.#..#.....#..##.....#.###...##...#
        #..##.##.#..##.#..#.#..#.#####..###..
        ##.#.#.#....#....###.##....##...#.###
        ..#..##......#...#.#.#####...####.###
        ##.....#.######..##..#....#.#.#.#.##.
        .#....####..#.#####.#..######.###.#..
        ..##.#.#.#.#...#.##.####...#..#####.#
        #.#...#.#...#......####.....###..###.
        #..#.#...#.####.###..#.#######.##..##
        .##...#...#.#..##.#.####.####.....#..
        ...##.......#.##.#..##.##.##..#.#.###
        #.#...#.##..#.#..#.####..#...######.#
        ##.#.#.##.#...###.#...#..#..#.#.#....
        ......#.##.#..###.#.####.#.##..#.....
        ..####...#..###.###.##.##.#.##....#.#
        ##.##.########.....###..#..#######..#
        ........###..#..#.#...##..###...##..#
        #######.#..##.###...#.##....#.#.#.#..
        #.....#..#.#.##.####.#....#.#...#.###
        #.###.#.#.#....###.#.##...#.########.
        #.###.#...##..###.#..##....#####.#.##
        #.###.#..##..###.##.#..####..###.##..
        #.....#...###.#..###.#....#.#.....##.
        #######.#.###..##..#.##....#.##.##.##
        """
}
