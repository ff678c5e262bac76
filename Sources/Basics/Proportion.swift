/// A share of a whole, from 0 to 1.
package struct Proportion: Hashable, Sendable, Comparable, Codable {
    package let value: Double

    /// - Returns: `nil` outside 0…1.
    package init?(_ value: Double) {
        guard (0...1).contains(value) else { return nil }
        self.value = value
    }

    /// `part` of `whole`; `nil` when there is no whole, or the part is larger than it.
    package init?(_ part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        self.init(Double(part) / Double(whole))
    }

    package static func < (left: Proportion, right: Proportion) -> Bool { left.value < right.value }
}
