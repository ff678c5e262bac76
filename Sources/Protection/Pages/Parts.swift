import Access
package import Basics
package import Vocabulary
package import Web

// Shared pieces of the pages of case files, used by every room of Protection.

extension CodeList {
    /// Its codes as the choices of a filter or a field.
    package var choices: [(key: String, label: Word)] { entries.map { ($0.code, $0.name) } }

    /// Its codes as the options of an entry's field.
    package var options: [EntryField.Option] { entries.map { EntryField.Option($0.code, $0.name) } }

    /// The name of a code.
    package func word(_ code: String) -> Word { name(of: code) }
}

extension Markup {
    /// One line of a list of facts: a label and what stands beside it.
    package mutating func line(_ label: Word, _ content: (inout Markup) -> Void) {
        dt(label)
        dd { content(&$0) }
    }

    /// One line of a list of facts that is a word.
    package mutating func line(_ label: Word, _ word: Word) {
        dt(label)
        dd(word)
    }

    /// A running clock: what ends, on which day, what happens then; and whether it is late.
    package mutating func clock(_ clock: CaseClock, _ kind: ClockKind, at now: Instant) {
        strong { $0.say(kind.name) }
        text(": ")
        say(clock.isByTheHour ? .untilMoment : .untilDay)
        space()
        if clock.isByTheHour { moment(clock.dueAt) } else { day(clock.due) }
        if clock.isLate(at: now) {
            space()
            span(kind.isPeriod ? .ended : .late, .class("badge warning"))
        }
        br()
        small { html in
            if !clock.isLate(at: now) {
                html.say(.thenAtEnd)
                html.text(": ")
            }
            html.say(kind.atEnd)
        }
    }

    /// An amount in minor units with its currency: `1,200.50 EUR`.
    package mutating func amount(_ minor: Int, _ currency: String) {
        number(minor / 100)
        text(".\(minor % 100 < 10 ? "0" : "")\(minor % 100) \(currency)")
    }

    /// What a field of an entry holds, for a page.
    package mutating func value(_ value: EntryValue, of field: EntryField) {
        switch (value, field.kind) {
        case (.none, _): span(.notAnswered, .class("absent"))
        case (.code(let code), .code(let options)): say(options.first { $0.code == code }?.word ?? Word(work: code, fr: code))
        case (.code(let code), _): say(EntryField.yesNoUnknown.first { $0.code == code }?.word ?? Word(work: code, fr: code))
        case (.codes(let codes), .codes(let options)):
            for (index, code) in codes.enumerated() {
                if index > 0 { text(", ") }
                say(options.first { $0.code == code }?.word ?? Word(work: code, fr: code))
            }
        case (.codes(let codes), _): text(codes.joined(separator: ", "))
        case (.number(let number), .amount): amount(number, "")
        case (.number(let number), _): self.number(number)
        case (.date(let iso), _):
            if let day = Day(iso: iso) { self.day(day) } else { text(iso) }
        case (.text(let text), _): element(of: text)
        }
    }

    private mutating func element(of text: String) {
        span(.class("typed"), .dirAuto) { $0.text(text) }
    }
}
