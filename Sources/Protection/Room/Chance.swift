/// Chance that always falls the same way for the same seed (SplitMix64, S. Vigna), so that a demonstration can be made again.
package struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something that happens so often happens now.
    package mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// One of several, each as likely.
    package mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }

    /// One of several by weight.
    package mutating func pick<Value>(_ weighted: [(Value, Int)]) -> Value {
        var left = Int.random(in: 0..<weighted.reduce(0) { $0 + $1.1 }, using: &self)
        for (value, weight) in weighted {
            left -= weight
            if left < 0 { return value }
        }
        return weighted[weighted.count - 1].0
    }

    package mutating func number(_ bounds: ClosedRange<Int>) -> Int { Int.random(in: bounds, using: &self) }
}
