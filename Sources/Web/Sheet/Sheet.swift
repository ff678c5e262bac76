package import Basics
package import Vocabulary

/// Where the figures of a table come from.
package struct SheetSource: Sendable {
    /// How to cite it, as its publisher asks; a proper name, hence the same in every language.
    package let citation: String
    /// When the source was published or last read.
    package let date: Day?
    /// The licence, or the notice that none is stated.
    package let notice: Word?
    /// Where the publisher has it.
    package let url: String?

    package init(citation: String, date: Day?, notice: Word? = nil, url: String? = nil) {
        self.citation = citation
        self.date = date
        self.notice = notice
        self.url = url
    }
}

/// One table as data: what a page shows, what stands under a chart, and what is downloaded.
///
/// Rows have one cell per column, in the same order; a short row is filled with "nothing published", a long one is cut.
package struct Sheet: Sendable {
    /// The stem of the file's name: `detected-victims`.
    package let name: String
    package let title: Word
    package let columns: [Column]
    package let rows: [[Cell]]
    package let source: SheetSource?
    /// What a reader must know to read it right; one sentence each.
    package let notes: [Word]

    package init(
        name: String, title: Word, columns: [Column], rows: [[Cell]], source: SheetSource?, notes: [Word] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.source = source
        self.notes = notes
        let width = columns.count
        self.rows = rows.map { row in
            if row.count == width { return row }
            return Array(row.prefix(width)) + Array(repeating: .absent(.nothing), count: max(0, width - row.count))
        }
    }

    /// The cells of one column, from the top; empty when there is no such column.
    package func cells(of key: String) -> [Cell] {
        guard let index = columns.firstIndex(where: { $0.key == key }) else { return [] }
        return rows.map { $0[index] }
    }

    /// The title of one column; `nil` when there is no such column.
    package func title(of key: String) -> Word? { columns.first { $0.key == key }?.title }

    /// The signs that occur in the table and are explained under it.
    package var signs: [Sign] {
        var found: Set<Sign> = []
        for row in rows {
            for cell in row {
                if let why = cell.absence { found.insert(.absence(why)) }
                guard case .count(let count) = cell.bare else { continue }
                switch count {
                case .fewerThanFive: found.insert(.fewerThanFive)
                case .range: found.insert(.range)
                case .exact, .absent: break
                }
            }
        }
        return Sign.all.filter(found.contains)
    }

    /// The different remarks on cells, in the order in which they first occur.
    package var remarks: [Word] {
        var seen: Set<Word> = []
        var order: [Word] = []
        for row in rows {
            for cell in row {
                for remark in cell.remarks where seen.insert(remark).inserted { order.append(remark) }
            }
        }
        return order
    }
}

/// A sign in a cell that needs an explanation.
package enum Sign: Hashable, Sendable {
    case fewerThanFive
    case range
    case absence(Absence)

    static let all: [Sign] = [.fewerThanFive, .range] + Absence.allCases.map(Sign.absence)

    /// One sentence that says what the sign means.
    package var meaning: Word {
        switch self {
        case .fewerThanFive: .meaningOfFewerThanFive
        case .range: .meaningOfRange
        case .absence(let why): .meaning(of: why)
        }
    }
}
