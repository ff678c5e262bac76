package import Basics

/// When something happened, as far as a source tells: a date, whole or partial, or a stretch of time in which it must lie.
package enum DateSpan: Hashable, Sendable {
    case at(PartialDate)
    /// Some time from the first to the second date, both included.
    case between(PartialDate, PartialDate)

    /// Reads `2003-09-29`, `2014-08`, `1976` or `2013-10/2018-07`; `nil` for anything else, and where the end is before the start.
    package init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1:
            guard let date = PartialDate(iso: parts[0]) else { return nil }
            self = .at(date)
        case 2:
            guard let from = PartialDate(iso: parts[0]), let through = PartialDate(iso: parts[1]),
                from.days.lowerBound <= through.days.upperBound
            else { return nil }
            self = .between(from, through)
        default: return nil
        }
    }

    /// The text that stands in a column.
    package var text: String {
        switch self {
        case .at(let date): date.iso
        case .between(let from, let through): "\(from.iso)/\(through.iso)"
        }
    }

    /// Every day on which it may have been.
    package var days: ClosedRange<Day> {
        switch self {
        case .at(let date): date.days
        case .between(let from, let through): from.days.lowerBound...max(from.days.lowerBound, through.days.upperBound)
        }
    }

    /// The first and the last year in which it may have been.
    package var years: ClosedRange<Int> { days.lowerBound.year...days.upperBound.year }

    /// Whether the day is known.
    package var isWholeDay: Bool {
        if case .at(.day) = self { true } else { false }
    }
}
