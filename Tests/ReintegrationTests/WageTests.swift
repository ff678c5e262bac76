import Basics
import Testing

@testable import Reintegration

@Suite struct `Unpaid wages` {
    private static func period(_ first: String, _ last: String) throws -> WagePeriod {
        WagePeriod(
            first: try #require(Day(iso: first)), last: try #require(Day(iso: last)), minutesADay: 720, normalMinutes: 480, daysAWeek: 6,
            agreedRate: 200, minimumRate: 250, overtimePercent: 150, saidPaid: 0, deducted: 0)
    }

    @Test func `count both days, in leap years and over changes of the clock`() throws {
        #expect(try Wages.steps(of: Self.period("2028-02-28", "2028-03-01")).days == 3)
        #expect(try Wages.steps(of: Self.period("2027-02-28", "2027-03-01")).days == 2)
        // The nights in which clocks change in Europe.
        #expect(try Wages.steps(of: Self.period("2026-03-28", "2026-03-30")).days == 3)
        #expect(try Wages.steps(of: Self.period("2026-10-24", "2026-10-26")).days == 3)
    }

    @Test func `take the legal minimum where less was agreed, and what was agreed where it is more`() throws {
        var period = try Self.period("2026-01-01", "2026-01-07")
        #expect(try Wages.steps(of: period).rate == 250)
        period.agreedRate = 300
        #expect(try Wages.steps(of: period).rate == 300)
        (period.agreedRate, period.minimumRate) = (nil, nil)
        #expect(throws: WagesRefused.noRate) { try Wages.steps(of: period) }
    }

    @Test func `refuse days that stand in two periods, and days in the wrong order`() throws {
        let (january, overlap) = (try Self.period("2026-01-01", "2026-01-31"), try Self.period("2026-01-31", "2026-02-28"))
        #expect(throws: WagesRefused.overlap) { try Wages.due([overlap, january]) }
        #expect(throws: WagesRefused.reversed) { try Wages.steps(of: Self.period("2026-02-01", "2026-01-31")) }
        let february = try Self.period("2026-02-01", "2026-02-28")
        #expect(try Wages.due([february, january]) == Wages.steps(of: january).due + Wages.steps(of: february).due)
    }

    @Test func `add what was taken off unlawfully, and never go below zero`() throws {
        var period = try Self.period("2026-01-01", "2026-01-07")
        let full = try Wages.steps(of: period).due
        (period.saidPaid, period.deducted) = (10_000, 4_000)
        #expect(try Wages.steps(of: period).due == full - 6_000)
        period.deducted = 20_000
        #expect(try Wages.steps(of: period).due == full)
        (period.saidPaid, period.deducted) = (10_000_000, 0)
        #expect(try Wages.steps(of: period).due == 0)
    }

    /// Adds up day after day and minute after minute in whole parts, and rounds at the end: slow, and plainly right.
    private static func slow(_ period: WagePeriod) -> (normal: Int, overtime: Int) {
        let rate = max(period.agreedRate ?? 0, period.minimumRate ?? 0)
        var (normalParts, overtimeParts, day) = (0, 0, period.first)
        while day <= period.last {
            for minute in 1...period.minutesADay {
                if minute <= period.normalMinutes {
                    normalParts += period.daysAWeek * rate
                } else {
                    overtimeParts += period.daysAWeek * rate
                }
            }
            day = day.adding(days: 1)
        }
        func whole(_ parts: Int, of unit: Int) -> Int { parts / unit + (parts % unit * 2 >= unit ? 1 : 0) }
        return (whole(normalParts, of: 420), whole(overtimeParts * period.overtimePercent, of: 42_000))
    }

    @Test func `come to what a slow count of every minute comes to`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let first = Day(daysSinceEpoch: Int.random(in: 0...40_000, using: &generator))
            let period = WagePeriod(
                first: first, last: first.adding(days: Int.random(in: 0...120, using: &generator)),
                minutesADay: Int.random(in: 1...1_440, using: &generator), normalMinutes: Int.random(in: 1...600, using: &generator),
                daysAWeek: Int.random(in: 1...7, using: &generator), agreedRate: Int.random(in: 0...5_000, using: &generator),
                minimumRate: Bool.random(using: &generator) ? Int.random(in: 0...5_000, using: &generator) : nil,
                overtimePercent: Int.random(in: 100...400, using: &generator), saidPaid: Int.random(in: 0...100_000, using: &generator),
                deducted: Int.random(in: 0...100_000, using: &generator))
            let (steps, slow) = (try Wages.steps(of: period), Self.slow(period))
            #expect(steps.normalPay == slow.normal && steps.overtimePay == slow.overtime, "\(period)")
            #expect(steps.due == max(0, slow.normal + slow.overtime - max(0, period.saidPaid - period.deducted)))
        }
    }

    @Test func `hold the largest that can be entered`() throws {
        let first = try #require(Day(iso: "1990-01-01"))
        let period = WagePeriod(
            first: first, last: first.adding(days: WagePeriod.mostDays - 1), minutesADay: 1_440, normalMinutes: 1, daysAWeek: 7,
            agreedRate: Wages.mostRate, minimumRate: nil, overtimePercent: 400, saidPaid: 0, deducted: 0)
        #expect(try Wages.steps(of: period).due > 0)
    }
}

@Suite struct `The stages of a return` {
    @Test func `lead to a journey by an agreement alone`() {
        #expect(ReturnStage.allCases.filter { $0.next.contains(.travelling) } == [.agreed])
        #expect(ReturnStage.allCases.filter { $0.next.contains(.arrived) } == [.travelling])
        #expect(ReturnStage.allCases.filter { $0.next.contains(.agreed) } == [.assessed])
        #expect(ReturnStage.considering.next.isDisjoint(with: [.agreed, .travelling, .arrived]))
        // A removal is none of these, and nothing comes after it.
        #expect(ReturnStage.removed.next.isEmpty && !ReturnStep.open(at: .removed).contains(.arrival))
    }

    @Test func `of a claim skip no decision before a payment`() {
        #expect(ClaimStage.allCases.filter { $0.next.contains(.paid) || $0.next.contains(.paidInPart) } == [])
        #expect(ClaimStage.allCases.filter(\.takesPayments) == [.awarded, .paidInPart])
        #expect(ClaimStage.prepared.next == [.filed, .withdrawn])
    }

    @Test func `keep to the end of a shorter month when months are added`() throws {
        #expect(try #require(Day(iso: "2026-08-31")).adding(months: 6).iso == "2027-02-28")
        #expect(try #require(Day(iso: "2027-08-31")).adding(months: 6).iso == "2028-02-29")
        #expect(try #require(Day(iso: "2026-11-21")).adding(months: 24).iso == "2028-11-21")
    }
}
