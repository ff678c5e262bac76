import Basics

/// A stretch of work at one rate and one working time, as the person tells it.
struct WagePeriod: Sendable, Hashable {
    /// Both days count.
    var first: Day
    var last: Day
    /// Time worked on each working day, in minutes.
    var minutesADay: Int
    /// Of these, so many are paid at the plain rate; what is beyond is overtime.
    var normalMinutes: Int
    var daysAWeek: Int
    /// What was agreed for an hour, in minor units; `nil` where nothing was.
    var agreedRate: Int?
    /// The least that the law allows for an hour, in minor units; `nil` where it says nothing.
    var minimumRate: Int?
    /// 150 for half as much again.
    var overtimePercent: Int
    /// What the employer says was paid in this period, before they took anything off it.
    var saidPaid: Int
    /// What the employer took off it without right: food, lodging, debt, fines.
    var deducted: Int

    /// Longest stretch that is worked out in one: 30 years.
    static let mostDays = 10_958
}

/// How the amount of a period comes about, each step of it.
struct WageSteps: Sendable, Hashable {
    /// Days from the first to the last, both counted.
    let days: Int
    /// What an hour is worth: the agreed rate, or the legal minimum where that is higher.
    let rate: Int
    let normalMinutes: Int
    let overtimeMinutes: Int
    let normalPay: Int
    let overtimePay: Int
    /// What really reached the person.
    let received: Int
    let due: Int

    var earned: Int { normalPay + overtimePay }
}

/// Works out unpaid wages. Pure: days are counted in the calendar, without clocks or zones, and each of the two amounts is rounded once.
enum Wages {
    /// - Throws: `WagesRefused` when what was entered can't be so.
    static func steps(of period: WagePeriod) throws(WagesRefused) -> WageSteps {
        let days = period.last.daysSinceEpoch - period.first.daysSinceEpoch + 1
        guard days >= 1 else { throw .reversed }
        guard days <= WagePeriod.mostDays else { throw .tooLong }
        guard (1...7).contains(period.daysAWeek) else { throw .daysAWeek }
        guard (1...1_440).contains(period.minutesADay), (1...1_440).contains(period.normalMinutes) else { throw .hours }
        guard (100...400).contains(period.overtimePercent) else { throw .overtime }
        guard let rate = [period.agreedRate, period.minimumRate].compactMap({ $0 }).max() else { throw .noRate }
        guard (0...mostRate).contains(rate), period.saidPaid >= 0, period.deducted >= 0 else { throw .amount }
        let normal = min(period.minutesADay, period.normalMinutes)
        let overtime = period.minutesADay - normal
        // Minutes in sevenths: of every seven days, `daysAWeek` are worked.
        let normalPay = rounded(days * period.daysAWeek * normal * rate, by: 7 * 60)
        let overtimePay = rounded(days * period.daysAWeek * overtime * rate * period.overtimePercent, by: 7 * 60 * 100)
        let received = max(0, period.saidPaid - period.deducted)
        return WageSteps(
            days: days, rate: rate, normalMinutes: normal, overtimeMinutes: overtime, normalPay: normalPay, overtimePay: overtimePay,
            received: received, due: max(0, normalPay + overtimePay - received)
        )
    }

    /// A million in major units for an hour, so that no product overflows: 10,958 · 7 · 1,440 · 10⁸ · 400 is under 2⁶³.
    static let mostRate = 100_000_000

    /// What is due for several periods. A day is paid once: periods may not overlap. What was overpaid in one does not pay another.
    static func due(_ periods: [WagePeriod]) throws(WagesRefused) -> Int {
        let sorted = periods.sorted { $0.first < $1.first }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.first <= earlier.last { throw .overlap }
        var total = 0
        for period in periods { total += try steps(of: period).due }
        return total
    }

    /// Half a minor unit is rounded up.
    private static func rounded(_ number: Int, by divisor: Int) -> Int { (number + divisor / 2) / divisor }
}

/// What can't be worked out.
enum WagesRefused: Refusal {
    case reversed, tooLong, daysAWeek, hours, overtime, noRate, amount, overlap

    var code: String { "wages.\(self)" }

    var message: String {
        switch self {
        case .reversed: "The last day can’t be before the first. Correct the days."
        case .tooLong: "One stretch may last 30 years at most. Split it."
        case .daysAWeek: "A week has one to seven working days."
        case .hours: "A working day has between one minute and 24 hours. Correct the hours."
        case .overtime: "Overtime is paid at 100 to 400 per cent of the plain rate. Correct the factor."
        case .noRate: "Without a rate nothing can be worked out. Write what was agreed for an hour, or the legal minimum, or both."
        case .amount: "This amount is too large, or below zero. Correct it."
        case .overlap: "This period overlaps another of this claim, and a day is paid once. Correct the days, or remove the other period."
        }
    }
}
