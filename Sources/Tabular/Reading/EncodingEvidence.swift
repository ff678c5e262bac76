/// Finds out how a file's letters are written, by reading all of its bytes once before the first row is read.
///
/// A wrong guess would be found in the middle of an import, or never; a pass over the bytes costs a hundredth of the import.
struct EncodingEvidence {
    private(set) var encoding: TextEncoding
    /// Bytes of the byte order mark.
    private(set) var markLength: Int
    private(set) var notice: TableNotice?

    /// - Parameter stated: what the mapping says; then only this is checked.
    init(_ source: inout ByteSource, stated: TextEncoding?, chunkBytes: Int) throws(TableRefused) {
        let opening = try source.read(atMost: 4_096)
        guard !opening.isEmpty else { throw .empty }
        if let lookalike = Self.lookalike(of: opening) { throw .notText(lookalike) }
        (encoding, markLength) = (.utf8, 0)
        notice = nil
        if opening.starts(with: [0xEF, 0xBB, 0xBF]) { (encoding, markLength) = (.utf8, 3) }
        if opening.starts(with: [0xFF, 0xFE]) { (encoding, markLength) = (.utf16LittleEndian, 2) }
        if opening.starts(with: [0xFE, 0xFF]) { (encoding, markLength) = (.utf16BigEndian, 2) }
        if markLength == 0, let stated { encoding = stated }
        guard encoding == .utf8 || encoding == .windows1252 else { return }
        var survey = ByteSurvey()
        var chunk = opening
        while !chunk.isEmpty {
            survey.add(chunk)
            chunk = try source.read(atMost: chunkBytes)
        }
        survey.finish()
        if survey.hasZero { throw .notText(Self.isHalfZeros(opening) ? .utf16WithoutMark : .binary) }
        guard encoding == .utf8, let bad = survey.firstBad else { return }
        if stated == .utf8 || markLength == 3 { throw .undecodable(.utf8, line: bad.line, byte: bad.byte) }
        if survey.sequences > 0 { throw .mixedEncodings(line: bad.line, byte: bad.byte) }
        guard survey.looksWestern else { throw .unknownEncoding(line: bad.line, byte: bad.byte) }
        encoding = .windows1252
        notice = .takenForWindows1252
    }

    private static func lookalike(of bytes: [UInt8]) -> TableRefused.Lookalike? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .spreadsheet }
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .compressed }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        return nil
    }

    private static func isHalfZeros(_ bytes: [UInt8]) -> Bool {
        let zeros = bytes.count { $0 == 0 }
        return zeros * 5 > bytes.count * 2 && zeros * 5 < bytes.count * 3
    }
}

/// What the bytes of a file show: whether they are UTF-8, and if not, whether they may be Western European.
private struct ByteSurvey {
    private(set) var hasZero = false
    /// Sequences of several bytes that are right in UTF-8.
    private(set) var sequences = 0
    private(set) var firstBad: (line: Int, byte: Int)?

    /// Bytes over 127 that follow two others: rare in Western European words, the rule in other alphabets.
    private var highInLongRuns = 0
    private var high = 0
    private var run = 0
    private var hasUndefined = false
    private var lines = 0
    private var offset = 0
    private var carried: [UInt8] = []

    var looksWestern: Bool { !hasUndefined && highInLongRuns * 10 <= high }

    mutating func add(_ chunk: [UInt8]) {
        let bytes = carried.isEmpty ? chunk : carried + chunk
        carried = bytes.withUnsafeBufferPointer { survey($0, isLast: false) }
    }

    /// A sequence that the end of the file cuts is bad too.
    mutating func finish() {
        guard !carried.isEmpty else { return }
        carried = carried.withUnsafeBufferPointer { survey($0, isLast: true) }
    }

    /// - Returns: the last bytes, when they may begin a sequence that goes on in the next chunk.
    private mutating func survey(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> [UInt8] {
        var index = 0
        let count = bytes.count
        var newlines = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index < count {
            if index + 8 <= count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let isPlain = word & 0x8080_8080_8080_8080 == 0
                let holdsZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
                if isPlain && !holdsZero {
                    if firstBad == nil {
                        for place in index..<(index + 8) where bytes[place] == 0x0A { newlines += 1 }
                    }
                    run = 0
                    index += 8
                    continue
                }
            }
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0 { hasZero = true }
                if byte == 0x0A { newlines += 1 }
                run = 0
                index += 1
                continue
            }
            let length = UTF8Sequence.length(in: bytes, at: index)
            if length == nil, !isLast, count - index < 4, UTF8Sequence.mayGoOn(bytes, at: index) { break }
            if let length {
                sequences += 1
                for place in index..<(index + length) { note(high: bytes[place]) }
                index += length
            } else {
                if firstBad == nil { firstBad = (lines + newlines + 1, offset + index + 1) }
                note(high: byte)
                index += 1
            }
        }
        lines += newlines
        offset += index
        return Array(bytes[index...])
    }

    private mutating func note(high byte: UInt8) {
        high += 1
        run += 1
        if run > 2 { highInLongRuns += 1 }
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { hasUndefined = true }
    }
}

/// One letter of several bytes in UTF-8.
enum UTF8Sequence {
    /// The length of the sequence that begins here, 2 to 4; `nil` when none does, or its end is not there.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        // The halves of surrogate pairs are no letters.
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        for place in (index + 2)..<(index + max(length, 2)) where !(0x80...0xBF).contains(bytes[place]) { return nil }
        return length
    }

    /// Whether the bytes to the end could be the beginning of a sequence.
    static func mayGoOn(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard (0xC2...0xF4).contains(bytes[index]) else { return false }
        return bytes[(index + 1)...].allSatisfy { (0x80...0xBF).contains($0) }
    }
}
