/// A date of which only a part may be known: "2019", "2019-03" or "2019-03-14".
package enum PartialDate: Hashable, Sendable {
    case year(Int)
    case month(year: Int, month: Int)
    case day(Day)

    /// Reads the ISO text, cut short after the year or the month; `nil` when it is no date.
    package init?(iso: String) {
        switch iso.utf8.count {
        case 4:
            guard let first = Day(iso: iso + "-01-01") else { return nil }
            self = .year(first.year)
        case 7:
            guard let first = Day(iso: iso + "-01") else { return nil }
            self = .month(year: first.year, month: first.parts.month)
        default:
            guard let day = Day(iso: iso) else { return nil }
            self = .day(day)
        }
    }

    /// The text that stands in a column; a shorter date is a shorter text.
    package var iso: String {
        switch self {
        case .year(let year): "\(year, width: 4)"
        case .month(let year, let month): "\(year, width: 4)-\(month, width: 2)"
        case .day(let day): day.iso
        }
    }

    package var year: Int {
        switch self {
        case .year(let year), .month(let year, _): year
        case .day(let day): day.year
        }
    }

    /// Every day that this date may be.
    package var days: ClosedRange<Day> {
        let (first, last): (Day?, Day?) =
            switch self {
            case .year(let year): (Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
            case .month(let year, let month):
                (
                    Day(year: year, month: month, day: 1),
                    Day(year: year, month: month, day: Day.length(ofMonth: month, in: year))
                )
            case .day(let day): (day, day)
            }
        let start = first ?? Day(daysSinceEpoch: 0)
        return start...(last ?? start)
    }
}

/// A stretch of days, both ends included; an open end means that it still runs.
package struct Period: Hashable, Sendable {
    package let first: Day
    package let last: Day?

    /// - Returns: `nil` when the last day is before the first.
    package init?(from first: Day, through last: Day?) {
        if let last, last < first { return nil }
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { day >= first && last.map { day <= $0 } ?? true }
}
