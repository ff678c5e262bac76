import Basics
import Vocabulary

// What the three kinds of file have in common.

extension Count {
    /// As in a file: no separators within numbers, words for absences.
    func writtenPlainly(in language: Language) -> String {
        switch self {
        case .exact(let number): String(number)
        case .fewerThanFive: "<5"
        // A hyphen would let a spreadsheet read "5-12" as a day in May or December.
        case .range(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .absent(let why): Word.absence(why)[language]
        }
    }
}

extension Proportion {
    /// From 0 to 1 with at most four decimals and a full stop.
    var plainly: String {
        var bytes: [UInt8] = []
        bytes.appendDecimal(value, places: 4)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Sheet {
    /// Title, source, date, address, licence, notes and the meaning of each sign that occurs: one line each.
    func about(in language: Language) -> [String] { facts(in: language).map { "\($0.0): \($0.1)" } }

    /// The same as pairs of a name and a text.
    func facts(in language: Language) -> [(String, String)] {
        var lines: [(String, String)] = [(Word.title[language], title[language])]
        if let source {
            lines.append((Word.source[language], source.citation))
            if let date = source.date { lines.append((Word.sourceDate[language], date.iso)) }
            if let url = source.url { lines.append((Word.address[language], url)) }
            if let notice = source.notice { lines.append((Word.notice[language], notice[language])) }
        }
        let reading = Word.howToRead[language]
        lines += notes.map { (reading, $0[language]) }
        lines += signs.map { (reading, $0.meaning[language]) }
        if columns.contains(where: { $0.kind == .count }) { lines.append((reading, Word.lowAndHighColumns[language])) }
        return lines
    }
}
