import Basics
import Testing

@Suite struct `A count` {
    @Test func `under five makes every total a range`() {
        #expect(Count.sum([.exact(10), .fewerThanFive, .fewerThanFive]) == .range(10...18))
    }

    @Test func `of zero is not the same as no figure`() {
        #expect(Count.sum([.exact(0), .absent(.notCollected)]) == .exact(0))
        #expect(Count.sum([.absent(.nothing), .absent(.notCollected)]) == .absent(.notCollected))
        #expect(Count.sum([]) == .absent(.nothing))
    }

    @Test func `sums to the same bounds in any order and grouping`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let counts = (0..<Int.random(in: 1...12, using: &random)).map { _ -> Count in
                switch Int.random(in: 0...3, using: &random) {
                case 0: .exact(Int.random(in: 0...500, using: &random))
                case 1: .fewerThanFive
                case 2: .range(3...Int.random(in: 4...9, using: &random))
                default: .absent(Absence.allCases.randomElement(using: &random) ?? .nothing)
                }
            }
            let cut = Int.random(in: 0...counts.count, using: &random)
            let grouped = Count.sum([.sum(counts[..<cut]), .sum(counts[cut...])])
            #expect(grouped.bounds == Count.sum(counts.shuffled(using: &random)).bounds)
        }
    }

    @Test func `prints as files and terminals show it`() {
        #expect(Count.range(82_291...82_363).description == "82291-82363")
        #expect(Count.fewerThanFive.description == "<5")
        #expect(Count.absent(.notApplicable).description == "[not_applicable]")
    }
}

@Suite struct `A proportion` {
    @Test func `stays between nothing and the whole`() {
        #expect(Proportion(1.0001) == nil)
        #expect(Proportion(-0.1) == nil)
        #expect(Proportion(.nan) == nil)
        #expect(Proportion(1, of: 4)?.value == 0.25)
        #expect(Proportion(1, of: 0) == nil)
    }
}
