package import Basics
package import Vocabulary

/// What stands in one place of a table.
///
/// Boxed, because a `Word` is six strings: a table may have a hundred thousand rows.
package indirect enum Cell: Sendable {
    /// Run-time data, printed as it is and never read as a formula.
    case text(String)
    /// A text of the screen, in the reader's language.
    case word(Word)
    /// A published number with its bounds, or the reason why there is none.
    case count(Count)
    /// A number that is no statistic: a year, a line, a rank. Written without separators.
    case integer(Int)
    case day(Day)
    case partialDate(PartialDate)
    case proportion(Proportion)
    /// No value, for a reason; for columns other than counts.
    case absent(Absence)
    /// A cell that leads to a page; in downloads only the cell itself.
    case link(Cell, to: any Address)
    /// A cell with a remark that belongs to it, such as "published twice with different values".
    case noted(Cell, Word)

    /// The cell without link and remark.
    package var bare: Cell {
        switch self {
        case .link(let cell, _), .noted(let cell, _): cell.bare
        default: self
        }
    }

    /// The remarks on this cell, outermost first.
    package var remarks: [Word] {
        switch self {
        case .noted(let cell, let remark): [remark] + cell.remarks
        case .link(let cell, _): cell.remarks
        default: []
        }
    }

    /// Why the cell holds nothing; `nil` when it holds something.
    package var absence: Absence? {
        switch bare {
        case .absent(let why), .count(.absent(let why)): why
        default: nil
        }
    }

    /// The number as a chart or a map reads it; `nil` where there is none.
    package var reading: Reading? {
        switch bare {
        case .count(let count): Reading(count)
        case .integer(let number): Reading(exact: Double(number))
        case .proportion(let share): Reading(exact: share.value)
        default: nil
        }
    }

    /// What stands on the screen.
    package func written(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .word(let word): word[language]
        case .count(let count): count.written(in: language)
        case .integer(let number): String(number)
        case .day(let day): day.written(in: language)
        case .partialDate(let date): date.written(in: language)
        case .proportion(let share): share.written(in: language)
        case .absent(let why): Word.absence(why)[language]
        case .link(let cell, _), .noted(let cell, _): cell.written(in: language)
        }
    }
}

/// One column of a table.
package struct Column: Sendable {
    /// What kind of cells stand in it: decides the alignment, and which columns a download has.
    package enum Kind: String, Sendable {
        case text, count, integer, day, proportion
    }

    /// The name for programs, in `snake_case`: the same in every language and for ever.
    package let key: String
    package let title: Word
    package let kind: Kind

    package init(_ key: String, _ title: Word, _ kind: Kind = .text) {
        self.key = key
        self.title = title
        self.kind = kind
    }

    /// Whether its cells stand to the right, unit under unit.
    package var isNumeric: Bool { kind == .count || kind == .integer || kind == .proportion }
}
