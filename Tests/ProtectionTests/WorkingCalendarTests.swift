import Basics
import Foundation
import Testing

@testable import Protection

@Suite struct `A deadline` {
    /// Monday to Friday, with two days off; 2026-11-23 is a Monday.
    let calendar: WorkingCalendar
    let monday: Day

    init() throws {
        let holidays = ["2026-11-27", "12-25"].compactMap { Holiday($0) }
        calendar = WorkingCalendar(
            timeZone: try #require(TimeZone(identifier: "Europe/Lisbon")), workingDays: [.mon, .tue, .wed, .thu, .fri],
            holidays: Set(holidays))
        monday = try Self.day("2026-11-23")
        try #require(holidays.count == 2)
    }

    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `in days counts every day, weekends and holidays too`() throws {
        #expect(Deadline.days(5).due(from: monday, in: calendar) == (try Self.day("2026-11-28")))
        #expect(Deadline.days(90).due(from: monday, in: calendar) == (try Self.day("2027-02-21")))
    }

    @Test(arguments: [
        ("2026-11-23", 1, "2026-11-24"),
        ("2026-11-23", 3, "2026-11-26"),
        // Over the holiday on Friday and the weekend.
        ("2026-11-23", 4, "2026-11-30"),
        ("2026-11-26", 1, "2026-11-30"),
        // From a Saturday, a Sunday and a holiday: the day it starts on never counts.
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-29", 5, "2026-12-04"),
        ("2026-11-27", 1, "2026-11-30"),
        // Over the end of the year; the 25th of December is off every year.
        ("2026-12-24", 1, "2026-12-28"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2028-12-22", 1, "2028-12-26"),
    ]) func `in working days counts only those`(from: String, count: Int, due: String) throws {
        #expect(Deadline.workingDays(count).due(from: try Self.day(from), in: calendar) == (try Self.day(due)))
    }

    @Test func `agrees with counting the days one by one`() throws {
        for start in 0..<60 {
            let from = monday.adding(days: start)
            for count in 1...25 {
                let due = Deadline.workingDays(count).due(from: from, in: calendar)
                let between = (1...(due.daysSinceEpoch - from.daysSinceEpoch)).map { from.adding(days: $0) }
                #expect(between.filter { calendar.isWorkingDay($0) }.count == count)
                #expect(calendar.isWorkingDay(due))
            }
        }
    }

    @Test func `falls on the day that it is in the country, summer time and all`() throws {
        // 23:30 UTC is half past midnight in Lisbon in summer, and the same day in winter.
        let summer = Instant(microseconds: Int64(try Self.day("2026-07-01").daysSinceEpoch) * 86_400_000_000) + .minutes(23 * 60 + 30)
        let winter = Instant(microseconds: Int64(monday.daysSinceEpoch) * 86_400_000_000) + .minutes(23 * 60 + 30)
        #expect(calendar.day(of: summer) == (try Self.day("2026-07-02")))
        #expect(calendar.day(of: winter) == monday)
        let kiritimati = WorkingCalendar(timeZone: try #require(TimeZone(identifier: "Pacific/Kiritimati")), workingDays: [.mon])
        #expect(kiritimati.day(of: winter) == monday.adding(days: 1))
    }

    @Test func `knows the days of the week, before 1970 too`() throws {
        #expect(Weekday(of: monday) == .mon)
        #expect(Weekday(of: try Self.day("1970-01-01")) == .thu)
        #expect(Weekday(of: try Self.day("1969-12-28")) == .sun)
        #expect(Weekday(of: try Self.day("1969-12-29")) == .mon)
    }

    @Test func `counts a holiday of the 29th of February in leap years only`() throws {
        let leap = WorkingCalendar(timeZone: .gmt, workingDays: Set(Weekday.allCases), holidays: [try #require(Holiday("02-29"))])
        #expect(!leap.isWorkingDay(try Self.day("2028-02-29")))
        #expect(leap.isWorkingDay(try Self.day("2027-03-01")))
        #expect(Holiday("2027-02-29") == nil)
        #expect(Holiday("13-01") == nil)
        #expect(Holiday("1-1") == nil)
    }

    @Test func `ends even where nobody ever works`() {
        let never = WorkingCalendar(timeZone: .gmt, workingDays: [])
        #expect(Deadline.workingDays(3).due(from: monday, in: never) == monday.adding(days: 3))
    }
}
