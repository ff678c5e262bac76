import Basics
package import Vocabulary
package import Web

extension PublishedSource {
    /// The lines of source under a table.
    package var sheetSource: SheetSource {
        SheetSource(
            citation: citation,
            date: releasedOn ?? retrievedOn,
            notice: noticeWord,
            url: address
        )
    }
}

extension PublishedSource {
    /// The licence in the reader's language, where the program knows it; otherwise as it was given.
    package var noticeWord: Word? {
        notice == "none-stated" ? .noLicenceStated : notice.map { Word(en: $0, fr: $0, es: $0, ar: $0, ru: $0, zh: $0) }
    }
}

extension Figure {
    /// The figure as it stands in a table, marked where it was published more than once.
    package var cell: Cell { isDisputed ? .noted(.count(count), .publishedTwiceRemark) : .count(count) }
}

extension Facet {
    package var title: Word {
        switch self {
        case .year: .year
        case .state: .stateOrArea
        case .region: .regionOfStates
        case .sex: .sexOfPersons
        case .age: .ageOfPersons
        case .form: .formOfExploitation
        case .citizenship: .citizenshipOfPersons
        }
    }
}

extension StatisticsAnswer {
    /// The answer as a table to show and to download: a column per facet (for countries their code too), the figure,
    /// and how many States are in it.
    package func sheet(_ naming: Naming, name: String? = nil, title: Word? = nil) -> Sheet {
        var columns: [Column] = []
        for facet in question.by {
            if facet.hasCode { columns.append(Column("\(facet.rawValue)_code", .stateCode)) }
            columns.append(Column(facet.rawValue, facet.title, facet == .year ? .integer : .text))
        }
        columns.append(Column(question.indicator.rawValue, question.indicator.name, .count))
        let showsStates = !question.by.contains(.state)
        if showsStates { columns.append(Column("states", .statesReporting, .integer)) }
        return Sheet(
            name: name ?? ([question.indicator.rawValue] + question.by.map(\.rawValue)).joined(separator: "-"),
            title: title ?? question.indicator.name,
            columns: columns,
            rows: rows.map { row in
                var cells: [Cell] = []
                for (facet, value) in zip(question.by, row.values) {
                    if facet.hasCode { cells.append(.text(value.code)) }
                    if case .year(let year) = value { cells.append(.integer(year)) } else { cells.append(.word(naming.name(of: value))) }
                }
                cells.append(row.figure.cell)
                if showsStates { cells.append(.integer(row.figure.states)) }
                return cells
            },
            source: source.sheetSource,
            notes: notes
        )
    }

    /// What a reader must know about this split.
    package var notes: [Word] {
        var notes: [Word] = []
        if !question.by.contains(.state) { notes.append(.onlyWhatWasPublished) }
        if question.by.contains(where: { [.sex, .age, .form, .citizenship].contains($0) }) { notes.append(.partsNotTotals) }
        if question.by.contains(.citizenship) { notes.append(.oneCountryTwoNames) }
        return notes
    }
}

extension Facet {
    /// Whether programs need its code beside its name.
    fileprivate var hasCode: Bool { self == .state || self == .region || self == .citizenship || self == .form }
}
