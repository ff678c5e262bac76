package import Basics
package import Vocabulary

// Figures and dates as strings, for attributes, files and words with a number in them; pages print with `Markup.number`,
// `count`, `day`. Digits are the European ones in every language: the same figure must be found again in a download.

extension Int {
    /// The number with the separators of a language: `82,291`, `82 291`.
    package func written(in language: Language) -> String {
        let digits = String(magnitude)
        // Spanish sets no separator in four digits (RAE, Ortografía 2010).
        guard digits.count > (language == .es ? 4 : 3) else { return self < 0 ? "\u{2212}\(digits)" : digits }
        var text = self < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language.groupSeparator.description }
            text.append(digit)
        }
        return text
    }
}

extension Count {
    /// What stands on the screen: `12`, `<5`, `82,291–82,363`, or the words for why there is none.
    package func written(in language: Language) -> String {
        switch self {
        case .exact(let number): number.written(in: language)
        case .fewerThanFive: "<5"
        case .range(let range): "\(range.lowerBound.written(in: language))–\(range.upperBound.written(in: language))"
        case .absent(let why): Word.absence(why)[language]
        }
    }
}

extension Proportion {
    /// Per cent with at most one decimal: `12.5%`, `12,5 %`.
    package func written(in language: Language) -> String {
        let tenths = Int((value * 1_000).rounded())
        let decimals = tenths % 10 == 0 ? "" : "\(language.decimalSeparator)\(tenths % 10)"
        return "\(tenths / 10)\(decimals)\(language.percentSign)"
    }
}

extension Day {
    /// The day as people write it: `14 April 2025`.
    package func written(in language: Language) -> String {
        let (year, month, day) = parts
        let name = language.month(month)
        return switch language {
        case .zh: "\(year)年\(month)月\(day)日"
        case .es: "\(day) de \(name) de \(year)"
        case .fr: "\(day == 1 ? "1er" : "\(day)") \(name) \(year)"
        case .ru: "\(day) \(name) \(year) г."
        case .en, .ar: "\(day) \(name) \(year)"
        }
    }
}

extension PartialDate {
    /// As much of the date as is known: `2019`, `March 2019`, `14 March 2019`.
    package func written(in language: Language) -> String {
        switch (self, language) {
        case (.day(let day), _): day.written(in: language)
        case (.year(let year), .zh): "\(year)年"
        case (.year(let year), _): "\(year)"
        case (.month(let year, let month), .zh): "\(year)年\(month)月"
        case (.month(let year, let month), .es): "\(language.month(month)) de \(year)"
        case (.month(let year, let month), .ru): "\(Language.russianMonthAlone(month)) \(year) г."
        case (.month(let year, let month), _): "\(language.month(month)) \(year)"
        }
    }
}

extension Language {
    /// A month, 1…12, as it stands within a date; in Russian that is the genitive.
    fileprivate func month(_ number: Int) -> String {
        let names: [String] =
            switch self {
            case .en:
                [
                    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December",
                ]
            case .fr:
                [
                    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                    "novembre", "décembre",
                ]
            case .es:
                [
                    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                    "noviembre", "diciembre",
                ]
            // The United Nations write both Arabic names of each month; these, the western ones, are understood more widely.
            case .ar:
                [
                    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
                    "نوفمبر", "ديسمبر",
                ]
            case .ru:
                [
                    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
                    "ноября", "декабря",
                ]
            case .zh: []
            }
        return names.indices.contains(number - 1) ? names[number - 1] : String(number)
    }

    fileprivate static func russianMonthAlone(_ number: Int) -> String {
        let names = [
            "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
            "декабрь",
        ]
        return names.indices.contains(number - 1) ? names[number - 1] : String(number)
    }
}
