/// A QR code (ISO/IEC 18004): bytes, error correction level M, versions 1 to 10. Enough for what an authenticator app is told.
struct QRCode: Sendable, Hashable {
    /// Modules along one side, without the quiet zone.
    let size: Int
    /// Row by row; true is dark.
    let modules: [Bool]

    /// - Returns: `nil` when the text has more bytes than version 10 holds (213).
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { $0.holds(bytes.count) }) else { return nil }
        var drawing = QRDrawing(version)
        drawing.drawPatterns()
        drawing.place(version.codewords(for: bytes))
        drawing.maskBest()
        size = version.size
        modules = drawing.dark
    }

    subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }
}

/// What differs between the versions of the code, at level M.
struct QRVersion: Sendable {
    let number: Int
    let total: Int
    let checksPerBlock: Int
    let blocks: Int
    let alignments: [Int]

    static let all: [QRVersion] = [
        QRVersion(number: 1, total: 26, checksPerBlock: 10, blocks: 1, alignments: []),
        QRVersion(number: 2, total: 44, checksPerBlock: 16, blocks: 1, alignments: [6, 18]),
        QRVersion(number: 3, total: 70, checksPerBlock: 26, blocks: 1, alignments: [6, 22]),
        QRVersion(number: 4, total: 100, checksPerBlock: 18, blocks: 2, alignments: [6, 26]),
        QRVersion(number: 5, total: 134, checksPerBlock: 24, blocks: 2, alignments: [6, 30]),
        QRVersion(number: 6, total: 172, checksPerBlock: 16, blocks: 4, alignments: [6, 34]),
        QRVersion(number: 7, total: 196, checksPerBlock: 18, blocks: 4, alignments: [6, 22, 38]),
        QRVersion(number: 8, total: 242, checksPerBlock: 22, blocks: 4, alignments: [6, 24, 42]),
        QRVersion(number: 9, total: 292, checksPerBlock: 22, blocks: 5, alignments: [6, 26, 46]),
        QRVersion(number: 10, total: 346, checksPerBlock: 26, blocks: 5, alignments: [6, 28, 50]),
    ]

    var size: Int { 17 + 4 * number }
    private var dataCount: Int { total - checksPerBlock * blocks }
    private var lengthBits: Int { number < 10 ? 8 : 16 }

    func holds(_ bytes: Int) -> Bool { 4 + lengthBits + 8 * bytes <= 8 * dataCount }

    /// Mode, length, bytes and filling, cut into blocks with their checks, and the blocks interleaved.
    func codewords(for bytes: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for shift in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> shift & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, 8 * dataCount - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var data = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(0 as UInt8) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var filler: UInt8 = 0xEC
        while data.count < dataCount {
            data.append(filler)
            filler ^= 0xEC ^ 0x11
        }
        return interleaved(data)
    }

    /// The first blocks are one byte shorter where the data can't be shared out evenly.
    private func interleaved(_ data: [UInt8]) -> [UInt8] {
        let short = dataCount / blocks
        let longBlocks = dataCount % blocks
        var parts: [[UInt8]] = []
        var start = 0
        for block in 0..<blocks {
            let count = short + (block < blocks - longBlocks ? 0 : 1)
            parts.append(Array(data[start..<start + count]))
            start += count
        }
        let checks = parts.map { ReedSolomon.checks(of: $0, count: checksPerBlock) }
        var woven: [UInt8] = []
        for index in 0...short { woven += parts.compactMap { index < $0.count ? $0[index] : nil } }
        for index in 0..<checksPerBlock { woven += checks.map { $0[index] } }
        return woven
    }
}

/// Checks over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
    static func checks(of data: [UInt8], count: Int) -> [UInt8] {
        var divisor = [UInt8](repeating: 0, count: count)
        divisor[count - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                divisor[index] = product(divisor[index], root)
                if index + 1 < count { divisor[index] ^= divisor[index + 1] }
            }
            root = product(root, 2)
        }
        var rest = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= product(divisor[index], factor) }
        }
        return rest
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for shift in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) * 0x11D
            result ^= Int(right) >> shift & 1 == 1 ? Int(left) : 0
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
