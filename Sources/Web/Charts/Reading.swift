package import Basics
import Vocabulary

/// A figure as a drawing needs it: its lowest and highest possible value, equal when it is exact.
package struct Reading: Hashable, Sendable {
    package let low: Double
    package let high: Double

    package init(low: Double, high: Double) {
        self.low = Swift.min(low, high)
        self.high = Swift.max(low, high)
    }

    package init(exact value: Double) { (low, high) = (value, value) }

    /// - Returns: `nil` when the count is absent: a gap, which is not a zero.
    package init?(_ count: Count) {
        guard let bounds = count.bounds else { return nil }
        self.init(low: Double(bounds.lowerBound), high: Double(bounds.upperBound))
    }

    package var isExact: Bool { low == high }

    /// Where a line passes: the middle of the range, which nobody published; its mark is hollow there.
    var middle: Double { (low + high) / 2 }
}

/// How the figures of a chart are written.
package enum ReadingFormat: Sendable {
    /// Whole numbers, grouped.
    case number
    /// Proportions, as per cent.
    case percent

    func written(_ value: Double, in language: Language) -> String {
        switch self {
        case .number: Int(value.rounded()).written(in: language)
        case .percent: Proportion(Swift.min(1, Swift.max(0, value)))?.written(in: language) ?? ""
        }
    }

    func written(_ reading: Reading, in language: Language) -> String {
        let low = written(reading.low, in: language)
        guard !reading.isExact else { return low }
        if self == .number, reading.low == 0, reading.high == 4 { return "<5" }
        return "\(low)–\(written(reading.high, in: language))"
    }
}
