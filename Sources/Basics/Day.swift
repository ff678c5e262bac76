/// A day of the Gregorian calendar, without a time or a zone, from year 1 to 9999.
package struct Day: Hashable, Sendable, Comparable, Codable {
    /// Days since 1970-01-01; negative before it.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// The day with these numbers; `nil` when the calendar has none such.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), (1...Day.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        // Counts from 1 March, so that the leap day comes last (the "civil from days" method of H. Hinnant).
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-11-21` and nothing else.
    package init?(iso: String) {
        var numbers = (0, 0, 0)
        var place = 0
        for byte in iso.utf8 {
            let digit = Int(byte) - 0x30
            switch place {
            case 4 where byte == UInt8(ascii: "-"), 7 where byte == UInt8(ascii: "-"): break
            case 0...3 where (0...9).contains(digit): numbers.0 = numbers.0 * 10 + digit
            case 5, 6: numbers.1 = numbers.1 * 10 + digit
            case 8, 9: numbers.2 = numbers.2 * 10 + digit
            default: return nil
            }
            guard place == 4 || place == 7 || (0...9).contains(digit) else { return nil }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// Year, month 1…12 and day 1…31.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { parts.year }

    /// `2026-11-21`.
    package var iso: String {
        let (year, month, day) = parts
        guard (0...9_999).contains(year) else { return "\(year, width: 4)-\(month, width: 2)-\(day, width: 2)" }
        return String(unsafeUninitializedCapacity: 10) { text in
            func write(_ number: Int, _ places: ClosedRange<Int>) {
                var rest = number
                for place in places.reversed() {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            write(year, 0...3)
            write(month, 5...6)
            write(day, 8...9)
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            return 10
        }
    }

    package func adding(days: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + days) }

    package static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day written YYYY-MM-DD")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}
