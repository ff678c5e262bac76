import Basics
import Foundation
import Testing

@Suite struct `A day` {
    @Test func `agrees with Foundation's calendar on every day of four centuries`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for days in stride(from: -73_000, through: 73_000, by: 13) {
            let day = Day(daysSinceEpoch: days)
            let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            #expect(day.parts.year == parts.year)
            #expect(day.parts.month == parts.month)
            #expect(day.parts.day == parts.day)
            #expect(Day(iso: day.iso) == day)
        }
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01T00:00", "", "２０２６-01-01"])
    func `refuses what the calendar does not have`(text: String) { #expect(Day(iso: text) == nil) }

    @Test func `knows leap years`() {
        #expect(Day(iso: "2000-02-29") != nil)
        #expect(Day(iso: "1900-02-29") == nil)
        #expect(Day(iso: "2024-02-29")?.adding(days: 1).iso == "2024-03-01")
    }
}

@Suite struct `A partial date` {
    @Test(arguments: ["2019", "2019-03", "2019-03-14"])
    func `is written as it was read`(text: String) { #expect(PartialDate(iso: text)?.iso == text) }

    @Test func `covers every day that it may be`() {
        let march = PartialDate(iso: "2024-02")
        #expect(march?.days.lowerBound.iso == "2024-02-01")
        #expect(march?.days.upperBound.iso == "2024-02-29")
    }

    @Test(arguments: ["19", "2019-3", "2019-13", "about 2019"])
    func `is not read from something else`(text: String) { #expect(PartialDate(iso: text) == nil) }
}

@Suite struct `A moment` {
    @Test func `is written in UTC`() {
        #expect(Instant(microseconds: 1_795_123_456_789_000).iso == "2026-11-19T21:24:16Z")
        #expect(Instant(microseconds: -1).iso == "1969-12-31T23:59:59Z")
    }

    @Test func `adds and subtracts lengths of time`() {
        let start = Instant(microseconds: 0)
        #expect((start + .minutes(15)).microseconds == 900_000_000)
        #expect((start - .days(1)).iso == "1969-12-31T00:00:00Z")
        #expect((start + .hours(2)) - start == .seconds(7_200))
    }
}
