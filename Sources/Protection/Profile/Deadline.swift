package import Basics

/// How long somebody has: so many days of the calendar, or so many days on which the authorities work.
package enum Deadline: Sendable, Hashable {
    /// Every day counts; the last one may be a day off.
    case days(Int)
    /// Only working days count.
    case workingDays(Int)

    /// The last day on which it is not late. The day it starts on does not count.
    package func due(from day: Day, in calendar: WorkingCalendar) -> Day {
        switch self {
        case .days(let count): day.adding(days: count)
        case .workingDays(let count): calendar.day(count, workingDaysAfter: day)
        }
    }
}

extension Deadline: ProfilePart {
    /// Reads `{days: 5}` or `{workingDays: 1}`, 1 to 730.
    init(_ part: inout ProfileReader) {
        switch (part.keys.contains("days"), part.keys.contains("workingDays")) {
        case (true, false): self = .days(part.number("days", in: 1...730))
        case (false, true): self = .workingDays(part.number("workingDays", in: 1...730))
        default:
            _ = (part.optional("days"), part.optional("workingDays"))
            part.refuse("must have either days or workingDays")
            self = .days(1)
        }
    }
}
