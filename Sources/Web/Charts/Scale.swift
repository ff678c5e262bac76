/// A straight mapping of values to places on an axis.
package struct Scale: Sendable {
    package let first: Double
    package let last: Double
    package let start: Double
    package let end: Double

    /// - Parameters:
    ///   - values: the values at both ends; when they are equal every value falls on `start`.
    ///   - places: where the ends lie on the drawing; may run downwards, as the vertical axis of an SVG does.
    package init(from first: Double, to last: Double, on start: Double, _ end: Double) {
        (self.first, self.last, self.start, self.end) = (first, last, start, end)
    }

    package func callAsFunction(_ value: Double) -> Double {
        last == first ? start : start + (value - first) / (last - first) * (end - start)
    }
}

/// Round numbers along an axis that begins at zero: 1, 2 or 5 times a power of ten apart.
///
/// Every axis of a figure begins at zero, so that twice as high is twice as many.
package enum Ticks {
    /// - Parameters:
    ///   - highest: the largest value to be shown; anything not above zero is taken as one.
    ///   - wanted: about how many steps; there are between half and twice as many.
    ///   - least: the smallest step; 1 for things that are counted.
    /// - Returns: ascending from 0; the last is not below `highest`.
    package static func upTo(_ highest: Double, wanted: Int = 4, least: Double = 1) -> [Double] {
        let top = highest.isFinite && highest > 0 ? highest : least
        let step = Swift.max(least, niceStep(top / Double(Swift.max(1, wanted))))
        // A hair below, so that a top that is a multiple of the step gets no further tick from rounding.
        let count = Int((top / step - 1e-9).rounded(.up))
        return (0...Swift.max(1, count)).map { Double($0) * step }
    }

    /// The smallest of 1, 2, 5 times a power of ten that is not below `rough`.
    static func niceStep(_ rough: Double) -> Double {
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        for factor in [1.0, 2, 5] where factor * power >= rough * (1 - 1e-9) { return factor * power }
        return 10 * power
    }

    /// The years that get a label: as many as there is room for, multiples of 1, 2, 5 or 10 years.
    package static func years(_ years: ClosedRange<Int>, room: Int) -> [Int] {
        for step in [1, 2, 5, 10, 20, 50, 100] {
            let chosen = years.filter { $0 % step == 0 }
            if chosen.count <= Swift.max(1, room) { return chosen.isEmpty ? [years.lowerBound] : chosen }
        }
        return [years.lowerBound]
    }
}
