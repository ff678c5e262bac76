import Basics

/// A date as depositaries write it: `2003-09-29`, `29 Sep 2003`, `29.09.2003`, with a letter after it that names the act.
struct DepositaryDate {
    let span: DateSpan
    let action: Participation.Action

    /// - Returns: `nil` for what is no date. `03/04/2003` is none, for it is read differently on two sides of the ocean.
    static func read(_ text: String) -> DepositaryDate? {
        var words = text.split(separator: " ").map(String.init)
        var action = Participation.Action.ratification
        if words.count > 1, let last = words.last, let named = letters[last] {
            action = named
            words.removeLast()
        }
        guard let span = span(words) else { return nil }
        return DepositaryDate(span: span, action: action)
    }

    /// An act by its name, as the register or the ILO writes it.
    static func action(named name: String) -> Participation.Action? {
        if let action = Participation.Action(rawValue: name.lowercased()) { return action }
        return switch name.lowercased() {
        case "in force": .ratification
        case "denounced": .denunciation
        case "definitive signature": .definitiveSignature
        case "formal confirmation": .formalConfirmation
        case let long where long.hasPrefix("party "): .party
        default: nil
        }
    }

    /// The letters that the United Nations Treaty Collection sets after a date.
    private static let letters: [String: Participation.Action] = [
        "a": .accession, "A": .acceptance, "AA": .approval, "d": .succession, "s": .definitiveSignature, "c": .formalConfirmation,
        "P": .participation,
    ]

    private static func span(_ words: [String]) -> DateSpan? {
        switch words.count {
        case 1:
            if let span = DateSpan(text: words[0]) { return span }
            let parts = words[0].split(separator: ".").compactMap { Int($0) }
            guard parts.count == 3, words[0].split(separator: ".").count == 3 else { return nil }
            return Day(year: parts[2], month: parts[1], day: parts[0]).map { .at(.day($0)) }
        case 3:
            guard let day = Int(words[0]), let month = month(words[1]), let year = Int(words[2]) else { return nil }
            return Day(year: year, month: month, day: day).map { .at(.day($0)) }
        case 2:
            guard let month = month(words[0]), let year = Int(words[1]), (1_000...9_999).contains(year) else { return nil }
            return .at(.month(year: year, month: month))
        default: return nil
        }
    }

    private static func month(_ word: String) -> Int? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard word.count >= 3 else { return nil }
        return months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
    }
}
