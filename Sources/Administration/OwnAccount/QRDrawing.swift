import Vocabulary
import Web

/// A QR code while it is drawn: first the patterns that are the same for all, then the codewords, then the mask.
struct QRDrawing {
    let version: QRVersion
    private(set) var dark: [Bool]
    /// What belongs to a pattern and takes no data.
    private var isFixed: [Bool]
    private var size: Int { version.size }

    init(_ version: QRVersion) {
        self.version = version
        dark = [Bool](repeating: false, count: version.size * version.size)
        isFixed = dark
    }

    mutating func drawPatterns() {
        for index in 0..<size {
            fix(index, 6, index.isMultiple(of: 2))
            fix(6, index, index.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        for row in version.alignments {
            for column in version.alignments where !isFinder(row, column) { drawAlignment(row, column) }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    /// Two columns at a time from the right, upwards and downwards in turn, around the vertical timing line.
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        for right in stride(from: size - 1, through: 1, by: -2) {
            let edge = right <= 6 ? right - 1 : right
            let upwards = (edge + 1) & 2 == 0
            for step in 0..<size {
                for column in [edge, edge - 1] {
                    let row = upwards ? size - 1 - step : step
                    guard !isFixed[row * size + column], bit < codewords.count * 8 else { continue }
                    dark[row * size + column] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    /// Tries the eight masks and keeps the one that is easiest to read.
    mutating func maskBest() {
        var best: (penalty: Int, mask: Int)?
        for mask in 0..<8 {
            apply(mask)
            drawFormat(mask: mask)
            let penalty = penalty()
            if best.map({ penalty < $0.penalty }) ?? true { best = (penalty, mask) }
            apply(mask)
        }
        let mask = best?.mask ?? 0
        apply(mask)
        drawFormat(mask: mask)
    }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        dark[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for along in -4...4 {
                let (r, c) = (row + down, column + along)
                guard (0..<size).contains(r), (0..<size).contains(c) else { continue }
                let distance = max(abs(down), abs(along))
                fix(r, c, distance != 2 && distance != 4)
            }
        }
    }

    private func isFinder(_ row: Int, _ column: Int) -> Bool {
        (row == 6 && column == 6) || (row == 6 && column == size - 7) || (row == size - 7 && column == 6)
    }

    private mutating func drawAlignment(_ row: Int, _ column: Int) {
        for down in -2...2 {
            for along in -2...2 { fix(row + down, column + along, max(abs(down), abs(along)) != 1) }
        }
    }

    /// Level M (00) and the mask, with ten check bits, twice.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { fix(index, 8, bit(index)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for index in 9..<15 { fix(8, 14 - index, bit(index)) }
        for index in 0..<8 { fix(8, size - 1 - index, bit(index)) }
        for index in 8..<15 { fix(size - 15 + index, 8, bit(index)) }
        fix(size - 8, 8, true)
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        var rest = version.number
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version.number << 12 | rest
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            let (far, near) = (size - 11 + index % 3, index / 3)
            fix(far, near, isDark)
            fix(near, far, isDark)
        }
    }

    private mutating func apply(_ mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] {
                let flips =
                    switch mask {
                    case 0: (row + column) % 2 == 0
                    case 1: row % 2 == 0
                    case 2: column % 3 == 0
                    case 3: (row + column) % 3 == 0
                    case 4: (row / 2 + column / 3) % 2 == 0
                    case 5: row * column % 2 + row * column % 3 == 0
                    case 6: (row * column % 2 + row * column % 3) % 2 == 0
                    default: ((row + column) % 2 + row * column % 3) % 2 == 0
                    }
                if flips { dark[row * size + column].toggle() }
            }
        }
    }

    /// Long runs, blocks of four, what looks like a finder, and an uneven share of dark, as the standard weighs them.
    private func penalty() -> Int {
        var sum = 0
        let finderLike: [[Bool]] = ["10111010000", "00001011101"].map { $0.map { $0 == "1" } }
        for turned in [false, true] {
            for line in 0..<size {
                let cells = (0..<size).map { turned ? dark[$0 * size + line] : dark[line * size + $0] }
                var run = 1
                for index in 1...size {
                    if index < size, cells[index] == cells[index - 1] {
                        run += 1
                    } else {
                        if run >= 5 { sum += run - 2 }
                        run = 1
                    }
                }
                for start in 0...(size - 11) where finderLike.contains(Array(cells[start..<start + 11])) { sum += 40 }
            }
        }
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let corner = dark[row * size + column]
                if corner == dark[row * size + column + 1], corner == dark[(row + 1) * size + column],
                    corner == dark[(row + 1) * size + column + 1]
                {
                    sum += 3
                }
            }
        }
        let share = dark.count { $0 } * 20 - dark.count * 10
        return sum + (abs(share) / dark.count) * 10
    }
}

extension Markup {
    /// Draws a code with its quiet zone, dark on light whatever the colours of the page: cameras need that.
    mutating func qrCode(_ code: QRCode, _ title: Word) {
        let side = Double(code.size + 8)
        var path = PathData()
        for row in 0..<code.size {
            for column in 0..<code.size where code[row, column] {
                path.move(Double(column + 4), Double(row + 4))
                path.horizontal(Double(column + 5))
                path.vertical(Double(row + 5))
                path.horizontal(Double(column + 4))
                path.close()
            }
        }
        svg(.viewBox(0, 0, side, side), .width(264), .height(264), .role("img"), .ariaLabelledBy("qr-title"), .class("qr")) { html in
            html.svgTitle(.id("qr-title")) { $0.say(title) }
            html.rect(.class("qr-ground"), .width(side), .height(side))
            html.path(.class("qr-dark"), .d(path))
        }
    }
}
