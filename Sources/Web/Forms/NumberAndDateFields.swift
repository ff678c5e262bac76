package import Basics
package import Vocabulary

/// A whole number within bounds. Digits of any script are read.
package struct NumberField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let bounds: ClosedRange<Int>

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, bounds: ClosedRange<Int>) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.bounds = bounds
    }

    package func value(in form: FormBody) throws(FieldProblem) -> Int? {
        let text = (form.fields[name] ?? "").withoutOuterBlanks
        guard !text.isEmpty else { return nil }
        guard let number = Int(text.withWesternDigits), bounds.contains(number) else {
            throw FieldProblem(.numberNeeded(from: bounds.lowerBound, to: bounds.upperBound))
        }
        return number
    }

    package func texts(of value: Int) -> [(name: String, value: String)] { [(name, String(value))] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        html.open(
            "input",
            [.type("text"), .inputmode("numeric"), .autocomplete("off"), .size(10)] + attributes(filled) + [.value(filled.text(name))]
        )
    }
}

/// On which side of today an answer has to lie.
package enum DayRange: Sendable, Hashable {
    /// In a lifetime from today, on either side: anything farther is a slip of the hand.
    case anyDay
    /// Something happened: today at the latest.
    case untilToday
    /// Something is to come: today at the earliest.
    case fromToday

    /// How long somebody may live.
    static let longestLife = 120

    /// - Throws: what is wrong with a date that lies outside, and which ones are taken.
    func check(_ date: PartialDate, today: Day?) throws(FieldProblem) {
        guard let today else { return }
        let (first, last) = (today.year - Self.longestLife, today.year + Self.longestLife)
        guard date.year >= first else { throw FieldProblem(.yearTooEarly(from: first)) }
        guard date.year <= last else { throw FieldProblem(self == .untilToday ? .dayToCome : .yearTooLate(to: last)) }
        if self == .untilToday, date.days.lowerBound > today { throw FieldProblem(.dayToCome) }
        if self == .fromToday, date.days.upperBound < today { throw FieldProblem(.dayGone) }
    }
}

/// A day of the calendar, in three parts: no picker is as quick, and none works everywhere.
package struct DayField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let range: DayRange

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, _ range: DayRange = .anyDay) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.range = range
    }

    package var isGroup: Bool { true }

    package func value(in form: FormBody) throws(FieldProblem) -> Day? {
        guard let date = try DateParts.read(name, form) else { return nil }
        guard case .day(let day) = date else { throw FieldProblem(.wholeDateNeeded) }
        try range.check(date, today: form.today)
        return day
    }

    package func texts(of value: Day) -> [(name: String, value: String)] { DateParts.texts(name, .day(value)) }
    package func control(_ html: inout Markup, _ filled: Filled) { DateParts.write(name, &html, filled) }
}

/// A date of which only the year, or the year and the month, may be known.
package struct PartialDateField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let range: DayRange

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, _ range: DayRange = .anyDay) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.range = range
    }

    package var isGroup: Bool { true }

    package func value(in form: FormBody) throws(FieldProblem) -> PartialDate? {
        guard let date = try DateParts.read(name, form) else { return nil }
        try range.check(date, today: form.today)
        return date
    }
    package func texts(of value: PartialDate) -> [(name: String, value: String)] { DateParts.texts(name, value) }
    package func control(_ html: inout Markup, _ filled: Filled) { DateParts.write(name, &html, filled) }
}

/// Day, month and year as three fields: `since` (the day), `since-month`, `since-year`.
private enum DateParts {
    static func read(_ name: String, _ form: FormBody) throws(FieldProblem) -> PartialDate? {
        func part(_ name: String) throws(FieldProblem) -> Int? {
            let text = (form.fields[name] ?? "").withoutOuterBlanks.withWesternDigits
            guard !text.isEmpty else { return nil }
            guard let number = Int(text), (1...9_999).contains(number) else { throw FieldProblem(.dateNeeded) }
            return number
        }
        let day = try part(name)
        let month = try part(name + "-month")
        let year = try part(name + "-year")
        switch (year, month, day) {
        case (nil, nil, nil): return nil
        // Two digits could be either century.
        case (let year?, _, _) where year < 1_000: throw FieldProblem(.yearInFourDigits)
        case (let year?, nil, nil): return .year(year)
        case (let year?, let month?, nil) where (1...12).contains(month): return .month(year: year, month: month)
        case (let year?, let month?, let day?):
            guard let day = Day(year: year, month: month, day: day) else { throw FieldProblem(.dateNeeded) }
            return .day(day)
        default: throw FieldProblem(.dateNeeded)
        }
    }

    static func texts(_ name: String, _ date: PartialDate) -> [(name: String, value: String)] {
        switch date {
        case .year(let year): return [(name + "-year", String(year))]
        case .month(let year, let month): return [(name + "-month", String(month)), (name + "-year", String(year))]
        case .day(let day):
            let (year, month, number) = day.parts
            return [(name, String(number)), (name + "-month", String(month)), (name + "-year", String(year))]
        }
    }

    static func write(_ name: String, _ html: inout Markup, _ filled: Filled) {
        html.div(.class("date-parts")) { html in
            for (ending, word, size) in [("", Word.day, 2), ("-month", .month, 2), ("-year", .year, 4)] {
                html.div(.class("date-part")) { html in
                    html.label(word, .for(filled.id(name + ending)))
                    html.open(
                        "input",
                        [
                            .type("text"), .inputmode("numeric"), .autocomplete("off"), .id(filled.id(name + ending)),
                            .name(name + ending),
                            .size(size), .maxlength(size), .value(filled.text(name + ending)),
                        ]
                    )
                }
            }
        }
    }
}

extension String {
    /// The same text with digits of every script as `0`…`9`.
    var withWesternDigits: String {
        String(
            map { character in
                guard let number = character.wholeNumberValue, (0...9).contains(number) else { return character }
                return Character(String(number))
            })
    }
}
