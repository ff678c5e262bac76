import Basics
import Store
package import Vocabulary
package import Web

/// One field of an entry: what is asked, what is stored, what is shown. A text is always sealed; everything else is coded.
package struct EntryField: Sendable {
    /// The name in the form, the API and the column.
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let kind: Kind
    /// Whether a coded answer is sealed too: the profile says so of some of its own fields.
    package var sealsCode = false
    /// On which side of today a date has to lie.
    package private(set) var range = DayRange.anyDay
    /// Whether a date is one of the person's life, which began with their birth.
    package private(set) var isOfLife = false

    package enum Kind: Sendable {
        /// One of a list of codes.
        case code([Option])
        /// Any of a list of codes.
        case codes([Option])
        case number(ClosedRange<Int>)
        case day
        case partialDate
        /// Yes, no, not known: never a blank that could be either.
        case yesNoUnknown
        /// Free text of at most so many characters: sealed with the person's key.
        case text(most: Int, lines: Bool)
        /// An amount in minor units. Its currency is a field of its own, named like it with `_currency` behind, or just `currency`.
        case amount
        /// Another entry of the same file, of the kind with this code: the experience that a route leg belongs to.
        case link(to: String)
    }

    /// A code and what it is called.
    package struct Option: Sendable {
        package let code: String
        package let word: Word

        package init(_ code: String, _ word: Word) {
            (self.code, self.word) = (code, word)
        }
    }

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = false, _ kind: Kind) {
        (self.name, self.label, self.why, self.isRequired, self.kind) = (name, label, why, isRequired, kind)
    }

    /// The same question about something that happened to the person: today at the latest, and not before their birth.
    package func happened() -> EntryField {
        var field = duringLife()
        field.range = .untilToday
        return field
    }

    /// The same question about something that may be planned too, and can't lie before the person's birth.
    package func duringLife() -> EntryField {
        var field = self
        field.isOfLife = true
        return field
    }

    /// Whether what is entered may name somebody, and is sealed.
    package var isSealed: Bool { if case .text = kind { true } else { sealsCode } }

    /// A field that the country's profile adds to a record. A text is sealed whatever the profile says.
    package init(extra field: ExtraField) {
        let kind: Kind =
            switch field.type {
            case .text: .text(most: 500, lines: false)
            case .number: .number(0...1_000_000_000)
            case .day: .day
            case .choice: .code(field.options.map { Option($0.code, $0.text) })
            case .yesNoUnknown: .yesNoUnknown
            }
        self.init("own_" + field.code, field.label, why: field.why, kind)
        sealsCode = field.isSealed
    }

    /// The code of the profile's field; `nil` for a field of the program's own.
    package var extraCode: String? { name.hasPrefix("own_") ? String(name.dropFirst(4)) : nil }

    /// A currency by its ISO 4217 code.
    package static func currency(_ name: String, _ label: Word = .currency, why: Word? = nil) -> EntryField {
        EntryField(name, label, why: why, .code(currencies))
    }

    private static let currencies: [Option] = Currencies.codes.map { Option($0, .data($0)) }

    /// An enum of codes as a choice.
    package static func options<Code: RawRepresentable<String> & CaseIterable>(_: Code.Type, word: (Code) -> Word) -> [Option] {
        Code.allCases.map { Option($0.rawValue, word($0)) }
    }

    package static let yesNoUnknown = [
        Option("yes", Word(work: "Yes", fr: "Oui")), Option("no", Word(work: "No", fr: "Non")),
        Option("unknown", Word(work: "Not known", fr: "Inconnu")),
    ]
}

/// What one field of an entry holds.
package enum EntryValue: Sendable, Hashable {
    /// Left empty: not asked, or not answered.
    case none
    case code(String)
    case codes([String])
    case number(Int)
    case date(String)
    /// Free text, in the clear: only on its way from a form to its seal, or from a `Shown` to a page.
    case text(String)
}

extension EntryField {
    /// What was filled in.
    package func read(_ reading: inout FormReading) -> EntryValue {
        switch kind {
        case .code(let options): reading.read(choice(options)).map { .code($0) } ?? .none
        case .yesNoUnknown: reading.read(choice(Self.yesNoUnknown)).map { .code($0) } ?? .none
        case .codes(let options): reading.read(choices(options)).map { .codes($0) } ?? .none
        case .number(let bounds): reading.read(number(bounds)).map { .number($0) } ?? .none
        case .amount: reading.read(amount).map { .number($0) } ?? .none
        case .day: reading.read(day).map { .date($0.iso) } ?? .none
        case .partialDate: reading.read(partialDate).map { .date($0.iso) } ?? .none
        // A page asks with the entries there are: see `EntryDesk.asked`.
        case .link: .none
        case .text(let most, true): reading.read(longText(most)).map { .text($0) } ?? .none
        case .text(let most, false): reading.read(text(most)).map { .text($0) } ?? .none
        }
    }

    /// Notes that a date which was read lies before the person was born.
    /// - Parameter birth: the first day on which they can have been.
    func check(_ value: EntryValue, after birth: Day, _ reading: inout FormReading) {
        guard isOfLife, case .date(let iso) = value, let date = PartialDate(iso: iso), date.days.upperBound < birth else { return }
        reading.refuse(day, because: .beforeBirth)
    }

    /// Prints the question.
    package func control(_ html: inout Markup, _ filled: Filled) {
        switch kind {
        case .code(let options): html.field(choice(options), filled)
        case .yesNoUnknown: html.field(choice(Self.yesNoUnknown), filled)
        case .codes(let options): html.field(choices(options), filled)
        case .number(let bounds): html.field(number(bounds), filled)
        case .amount: html.field(amount, filled)
        case .day: html.field(day, filled)
        case .partialDate: html.field(partialDate, filled)
        case .link: break
        case .text(let most, true): html.field(longText(most), filled)
        case .text(let most, false): html.field(text(most), filled)
        }
    }

    /// Puts what an entry holds into a form.
    func fill(_ filled: inout Filled, with value: EntryValue) {
        switch (kind, value) {
        case (.code(let options), .code(let code)): filled.fill(choice(options), with: code)
        case (.yesNoUnknown, .code(let code)): filled.fill(choice(Self.yesNoUnknown), with: code)
        case (.codes(let options), .codes(let codes)): filled.fill(choices(options), with: codes)
        case (.number(let bounds), .number(let number)): filled.fill(self.number(bounds), with: number)
        case (.amount, .number(let number)): filled.fill(amount, with: number)
        case (.day, .date(let iso)): filled.fill(day, with: Day(iso: iso))
        case (.partialDate, .date(let iso)): filled.fill(partialDate, with: PartialDate(iso: iso))
        case (.text(let most, true), .text(let text)): filled.fill(longText(most), with: text)
        case (.text(let most, false), .text(let text)): filled.fill(self.text(most), with: text)
        default: break
        }
    }

    private func choice(_ options: [Option]) -> ChoiceField<String> {
        ChoiceField(
            name, label, why: why, isRequired: isRequired, choices: options.map { Choice($0.code, key: $0.code, label: $0.word) },
            as: options.count > 6 ? .list : .radios
        )
    }
    private func choices(_ options: [Option]) -> ChoicesField<String> {
        ChoicesField(
            name, label, why: why, isRequired: isRequired, choices: options.map { Choice($0.code, key: $0.code, label: $0.word) })
    }
    private func number(_ bounds: ClosedRange<Int>) -> NumberField {
        NumberField(name, label, why: why, isRequired: isRequired, bounds: bounds)
    }
    private var amount: AmountField { AmountField(name, label, why: why, isRequired: isRequired) }
    private var day: DayField { DayField(name, label, why: why, isRequired: isRequired, range) }
    private var partialDate: PartialDateField { PartialDateField(name, label, why: why, isRequired: isRequired, range) }
    private func text(_ most: Int) -> TextField { TextField(name, label, why: why, isRequired: isRequired, length: 1...most) }
    private func longText(_ most: Int) -> LongTextField {
        LongTextField(name, label, why: why, isRequired: isRequired, length: 1...most, rows: 4)
    }
}

extension EntryField {
    /// What stands in the column; `nil` for a text, which is sealed first.
    func column(_ value: EntryValue) -> SQLValue {
        switch value {
        case .none, .text: .null
        case .code(let code): .text(code)
        case .codes(let codes): .text(codes.joined(separator: " "))
        case .number(let number): .integer(Int64(number))
        case .date(let iso): .text(iso)
        }
    }

    /// Reads a column that is not sealed.
    func value(_ row: borrowing Row, _ column: Int) -> EntryValue {
        guard !row.isNull(column) else { return .none }
        return switch kind {
        case .code, .yesNoUnknown, .link: .code(row.text(column))
        case .codes: .codes(row.text(column).split(separator: " ").map(String.init))
        case .number, .amount: .number(row.int(column))
        case .day, .partialDate: .date(row.text(column))
        case .text: .none
        }
    }
}

extension EntryField {
    /// A coded value as one text, for a column of a table that holds fields of every type, or for its seal.
    package func written(_ value: EntryValue) -> String? {
        switch value {
        case .none: nil
        case .code(let text), .date(let text), .text(let text): text
        case .codes(let codes): codes.joined(separator: " ")
        case .number(let number): String(number)
        }
    }

    /// Reads what `written` gave.
    package func value(written text: String) -> EntryValue {
        switch kind {
        case .code, .yesNoUnknown, .link: .code(text)
        case .codes: .codes(text.split(separator: " ").map(String.init))
        case .number, .amount: Int(text).map { .number($0) } ?? .none
        case .day, .partialDate: .date(text)
        case .text: .text(text)
        }
    }
}
