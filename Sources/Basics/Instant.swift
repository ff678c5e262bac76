package import Foundation

/// A moment in time, in microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable, Comparable, Codable {
    /// Microseconds since the epoch, UTC; negative before 1970.
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package init(_ date: Date) { microseconds = Int64((date.timeIntervalSince1970 * 1_000_000).rounded()) }

    package var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The moment a length of time later, or earlier when it is negative.
    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return Instant(microseconds: instant.microseconds + seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    /// The time that passed between two moments.
    package static func - (later: Instant, earlier: Instant) -> Duration {
        .microseconds(later.microseconds - earlier.microseconds)
    }

    /// The calendar day of this moment in a time zone given by its offset from UTC.
    package func day(secondsFromUTC offset: Int = 0) -> Day {
        let seconds = microseconds.flooredQuotient(1_000_000) + Int64(offset)
        return Day(daysSinceEpoch: Int(seconds.flooredQuotient(86_400)))
    }

    /// `2026-11-21T09:30:00Z`, without fractions of a second.
    package var iso: String {
        let seconds = microseconds.flooredQuotient(1_000_000)
        let inDay = Int(seconds - seconds.flooredQuotient(86_400) * 86_400)
        return "\(day().iso)T\(inDay / 3_600, width: 2):\(inDay / 60 % 60, width: 2):\(inDay % 60, width: 2)Z"
    }
}

extension Duration {
    package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }
    package static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension DefaultStringInterpolation {
    /// Writes a number with leading zeros: `7` as `07` at width 2.
    package mutating func appendInterpolation(_ number: Int, width: Int) {
        let digits = String(number.magnitude)
        if number < 0 { appendLiteral("-") }
        appendLiteral(String(repeating: "0", count: max(0, width - digits.count)))
        appendLiteral(digits)
    }
}

/// Where the program learns the time: an argument, so that a test can hold it still.
package struct WallClock: Sendable {
    package let now: @Sendable () -> Instant

    package init(now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The machine's own clock.
    package static let system = WallClock { Instant(Date()) }

    /// A clock that always tells the same time.
    package static func stopped(at instant: Instant) -> WallClock { WallClock { instant } }
}
