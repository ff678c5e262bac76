import Basics
import Vocabulary

/// The classes of a shaded map: ascending bounds, each class from its bound up to the next.
package struct MapClasses: Sendable {
    /// The lower bounds of all classes but the first, which begins at zero.
    package let breaks: [Double]
    package let format: ReadingFormat

    /// - Parameter breaks: ascending; at most five, for six classes are as many as an eye tells apart.
    package init(breaks: [Double], format: ReadingFormat = .number) {
        self.breaks = Array(Set(breaks.filter { $0 > 0 })).sorted().prefix(5).map { $0 }
        self.format = format
    }

    /// Classes with about as many countries each, with bounds rounded to two digits so that they can be read.
    ///
    /// For counts no bound lies below 5, so that a figure published as `<5` falls wholly into the first class.
    package static func quantiles(of readings: [Reading], count: Int = 5, format: ReadingFormat = .number) -> MapClasses {
        let values = readings.map(\.low).filter { $0 > 0 }.sorted()
        guard values.count > 1 else { return MapClasses(breaks: [], format: format) }
        let wanted = max(2, min(6, count))
        let breaks = (1..<wanted).map { part in
            rounded(values[min(values.count - 1, values.count * part / wanted)])
        }
        return MapClasses(breaks: format == .number ? breaks.map { max(5, $0.rounded()) } : breaks, format: format)
    }

    /// To two significant digits.
    private static func rounded(_ value: Double) -> Double {
        var power = 1.0
        while power * 100 <= value { power *= 10 }
        while power * 10 > value, power > 1e-6 { power /= 10 }
        // 347 becomes 350: with the power at 10 two digits remain.
        return (value / power).rounded() * power
    }

    /// The class of a figure; a range is put where its lowest value belongs.
    package func index(of reading: Reading) -> Int { breaks.prefix { $0 <= reading.low }.count }

    package var count: Int { breaks.count + 1 }

    /// The bounds of a class as they stand in the key.
    func label(_ index: Int, in language: Language) -> String {
        let low = index == 0 ? 0 : breaks[index - 1]
        guard index < breaks.count else { return "≥ " + format.written(low, in: language) }
        switch format {
        case .number:
            return "\(format.written(low, in: language))–\(format.written(breaks[index] - 1, in: language))"
        case .percent:
            return "\(format.written(low, in: language)) – < \(format.written(breaks[index], in: language))"
        }
    }
}
