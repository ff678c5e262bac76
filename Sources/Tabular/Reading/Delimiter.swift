/// Finds out by what the values of a file are separated.
enum Delimiter {
    static let comma: UInt8 = 0x2C
    static let semicolon: UInt8 = 0x3B
    static let tab: UInt8 = 0x09

    /// The one that splits the first lines into the most columns, the same number in each; a comma when none does.
    /// - Parameter opening: the first bytes of the file in UTF-8.
    static func detect(in opening: [UInt8], isWhole: Bool, limits: Limits) -> UInt8 {
        var best = comma
        var bestScore = 0
        for candidate in [comma, semicolon, tab] {
            let score = opening.withUnsafeBufferPointer { Self.score(of: candidate, in: $0, isWhole: isWhole, limits: limits) }
            if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        return best
    }

    /// `sep=;` on the first line, as Excel writes and reads it.
    static func declared(in opening: [UInt8]) -> (delimiter: UInt8, length: Int)? {
        guard opening.starts(with: Array("sep=".utf8)), opening.count > 5, [comma, semicolon, tab].contains(opening[4]) else { return nil }
        let length = opening[5] == 0x0D && opening.count > 6 && opening[6] == 0x0A ? 7 : 6
        return opening[length - 1] == 0x0A || opening[5] == 0x0D ? (opening[4], length) : nil
    }

    private static func score(of delimiter: UInt8, in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, limits: Limits) -> Int {
        let scanner = DelimitedScanner(delimiter: delimiter, limits: limits)
        var fields: [RawField] = []
        var place = 0
        var columns = 0
        var alike = 0
        for _ in 0..<20 {
            switch scanner.scan(bytes, from: place, isLast: isWhole, line: 1, into: &fields) {
            case .row(let next, _, _):
                place = next
                if columns == 0 { columns = fields.count }
                if fields.count == columns { alike += 1 }
            case .blank(let next, _): place = next
            case .refused, .needsMore, .end: return columns > 1 ? columns * 100 + alike * 1_000 : 0
            }
        }
        return columns > 1 ? columns * 100 + alike * 1_000 : 0
    }
}
