import Protection
import Testing

/// Gives the same numbers over and over: the first of them twice.
private struct Repeating: RandomNumberGenerator {
    var given: [UInt64]
    mutating func next() -> UInt64 { given.removeFirst() }
}

@Suite struct `The code of a file` {
    // Among a million codes of 40 bits two are alike in about one node of three: nobody's report may fail over that.
    @Test func `is drawn again while another file has it`() {
        let (first, second) = (Array(repeating: UInt64(1) << 60, count: 8), Array(repeating: UInt64(7) << 60, count: 8))
        var chance = Repeating(given: first + first + second)
        var asked: [String] = []
        let code = CaseCode.unused(using: &chance) { code in
            asked.append(code)
            return asked.first == code
        }
        #expect(asked.count == 3 && asked[0] == asked[1] && asked[2] != asked[0])
        #expect(code == asked[2] && CaseCode.read(code) == code)
    }
}
