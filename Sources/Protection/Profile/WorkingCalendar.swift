package import Basics
package import Foundation

/// The days on which the authorities of a country work, and the zone that tells when a day begins there.
package struct WorkingCalendar: Sendable, Hashable {
    /// The zone of the country's authorities.
    package let timeZone: TimeZone
    /// The days of the week on which they work; one at least.
    package let workingDays: Set<Weekday>
    /// The days off besides.
    package let holidays: Set<Holiday>

    /// A calendar without holidays, unless some are named.
    package init(timeZone: TimeZone, workingDays: Set<Weekday>, holidays: Set<Holiday> = []) {
        (self.timeZone, self.workingDays, self.holidays) = (timeZone, workingDays, holidays)
    }

    /// The calendar day of a moment, there and with the summer time of that day.
    package func day(of instant: Instant) -> Day {
        instant.day(secondsFromUTC: timeZone.secondsFromGMT(for: instant.date))
    }

    /// Whether the authorities work on this day.
    package func isWorkingDay(_ day: Day) -> Bool {
        guard workingDays.contains(Weekday(of: day)) else { return false }
        let (_, month, number) = day.parts
        return !holidays.contains(.once(day)) && !holidays.contains(.yearly(month: month, day: number))
    }

    /// The first working day after this one.
    package func workingDay(after day: Day) -> Day {
        // A calendar in which nobody works for a year is a slip in a file, not a reason to look for ever.
        for distance in 1...400 where isWorkingDay(day.adding(days: distance)) { return day.adding(days: distance) }
        return day.adding(days: 1)
    }

    /// The working day that comes this many working days after a day; the day itself for none.
    package func day(_ count: Int, workingDaysAfter day: Day) -> Day {
        var found = day
        for _ in 0..<max(0, count) { found = workingDay(after: found) }
        return found
    }
}

/// A day of the week, Monday first.
package enum Weekday: String, CaseIterable, Sendable, Hashable, Codable {
    case mon, tue, wed, thu, fri, sat, sun

    /// The day of the week that a day falls on.
    package init(of day: Day) {
        // 1970-01-01 was a Thursday.
        let place = (day.daysSinceEpoch + 3) % 7
        self = Self.allCases[place < 0 ? place + 7 : place]
    }
}

/// A day on which nobody works.
package enum Holiday: Sendable, Hashable {
    /// On one day only, for feasts that move: `2027-03-29`.
    case once(Day)
    /// Every year: `05-01`; the 29th of February in leap years only.
    case yearly(month: Int, day: Int)

    /// Reads `YYYY-MM-DD` or `MM-DD`; `nil` when there is no such day.
    package init?(_ text: String) {
        if let day = Day(iso: text) {
            self = .once(day)
        } else if text.utf8.count == 5, let day = Day(iso: "2000-\(text)") {
            self = .yearly(month: day.parts.month, day: day.parts.day)
        } else {
            return nil
        }
    }
}

extension WorkingCalendar: ProfilePart {
    /// Reads `timeZone`, `workingDays` and `holidays`, which stand at the top of the file.
    init(_ profile: inout ProfileReader) {
        let name = profile.text("timeZone")
        let zone = Self.isZone(name) ? TimeZone(identifier: name) : nil
        if zone == nil, !name.isEmpty { profile.refuse("timeZone", "“\(name)” is no time zone, such as Africa/Nairobi") }
        var holidays: Set<Holiday> = []
        for text in profile.optionalTexts("holidays") {
            guard let holiday = Holiday(text) else {
                profile.refuse("holidays", "“\(text)” is no day written YYYY-MM-DD or MM-DD")
                continue
            }
            holidays.insert(holiday)
        }
        self.init(timeZone: zone ?? .gmt, workingDays: profile.choices("workingDays"), holidays: holidays)
    }

    /// Foundation would also take `GMT+3` and make up a zone; a country has a place in the register.
    private static func isZone(_ name: String) -> Bool {
        ["UTC", "Etc/UTC"].contains(name) || TimeZone.knownTimeZoneIdentifiers.contains(name)
    }
}
