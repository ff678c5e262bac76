package import Basics
import FoundationEssentials
import Vocabulary

// Numbers, days and times as the language of the page writes them. Digits are Western in all six languages:
// the same figure must be found again in the chart, the download and the source, whatever the language.

extension Language {
    /// What stands between groups of three digits. No-break spaces keep a number on one line.
    var groupSeparator: StaticString {
        switch self {
        case .en, .ar, .zh: ","
        case .fr: "\u{202F}"
        case .es, .ru: "\u{00A0}"
        }
    }

    var decimalSeparator: StaticString {
        switch self {
        case .en, .ar, .zh: "."
        case .fr, .es, .ru: ","
        }
    }

    /// The per cent sign, with the space before it.
    var percentSign: StaticString {
        switch self {
        case .fr: "\u{202F}%"
        case .es, .ru: "\u{00A0}%"
        case .en, .ar, .zh: "%"
        }
    }
}

extension Markup {
    /// An integer, grouped as the language of the page does.
    package mutating func number(_ number: Int) {
        // Spanish sets no separator in four digits; a minus is a minus, not a hyphen. As `Int.written(in:)` has it.
        if number < 0 { bytes.append("\u{2212}") }
        let small = language == .es && number.magnitude < 10_000
        bytes.appendInteger(Int(clamping: number.magnitude), separator: small ? "" : language.groupSeparator)
    }

    /// A year or another number that is a name: never grouped.
    package mutating func plainNumber(_ number: Int) { bytes.appendInteger(number) }

    /// A number with a fixed count of decimals, 0 to 6.
    package mutating func decimal(_ number: Double, places: Int = 1) {
        guard number.isFinite, abs(number) < 1e12 else { return bytes.append("–") }
        var scale = 1
        for _ in 0..<Swift.max(0, Swift.min(places, 6)) { scale *= 10 }
        let scaled = Int((number * Double(scale)).rounded())
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = Int(scaled.magnitude)
        bytes.appendInteger(magnitude / scale, separator: language.groupSeparator)
        guard scale > 1 else { return }
        bytes.append(language.decimalSeparator)
        var fraction = magnitude % scale
        while scale > 1 {
            scale /= 10
            bytes.append(UInt8(ascii: "0") + UInt8(fraction / scale))
            fraction %= scale
        }
    }

    /// A proportion in per cent: `12.5%`, `12,5 %`.
    package mutating func percent(_ proportion: Proportion, places: Int = 0) {
        decimal(proportion.value * 100, places: places)
        bytes.append(language.percentSign)
    }

    /// A published count. What is not exact, and what is absent, look different from a number and from each other.
    package mutating func count(_ count: Count) {
        switch count {
        case .exact(let number): self.number(number)
        case .fewerThanFive:
            span(.class("fewer"), .title(.meaningOfFewerThanFive)) { $0.bytes.append("&lt;5") }
        case .range(let range):
            span(.class("range"), .title(.meaningOfRange)) { html in
                html.number(range.lowerBound)
                html.bytes.append("–")
                html.number(range.upperBound)
            }
        case .absent(let why): span(.absence(why), .class("absent"))
        }
    }

    /// A day in words, with its ISO form for machines.
    package mutating func day(_ day: Day) {
        let words = day.written(in: language)
        time(.datetime(day.iso)) { $0.text(words) }
    }

    /// A date of which only a part may be known.
    package mutating func date(_ date: PartialDate) {
        let words = date.written(in: language)
        time(.datetime(date.iso)) { $0.text(words) }
    }

    /// A moment, to the minute, in the zone of the site, which is said: `21 November 2026, 09:30 (UTC+2)`.
    package mutating func moment(_ instant: Instant) {
        let offset = zone.secondsFromGMT(for: instant.date)
        let words = instant.day(secondsFromUTC: offset).written(in: language)
        let clock = String((instant + .seconds(offset)).iso.dropFirst(11).prefix(5))
        time(.datetime(instant.iso)) { html in
            html.text(words)
            html.bytes.append(", ")
            html.text(clock)
            html.bytes.append(offset == 0 ? " UTC" : " (")
            if offset != 0 { html.text(Self.offset(offset) + ")") }
        }
    }

    /// `UTC+2`, `UTC−3:30`.
    static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        return "UTC" + (seconds < 0 ? "\u{2212}" : "+") + "\(minutes / 60)" + (minutes % 60 == 0 ? "" : ":\(minutes % 60, width: 2)")
    }

    package mutating func time(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("time", attributes, content)
    }
}
