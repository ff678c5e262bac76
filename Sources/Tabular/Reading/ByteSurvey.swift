/// What the bytes of a file show: whether they are UTF-8, and if not, whether they may be Western European.
struct ByteSurvey {
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
