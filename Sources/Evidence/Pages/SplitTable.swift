import Basics
import Vocabulary
import Web

/// A table with a row for each year and a column for each part, such as the forms of exploitation.
struct SplitTable {
    let sheet: Sheet
    /// The keys of the columns with figures, the largest part first, for a chart.
    let keys: [String]

    /// - Parameters:
    ///   - rows: answers by year and one other facet, in this order.
    ///   - naming: what a part is called; a part that gives `nil` is left out.
    init(
        _ rows: [StatisticsRow], name: String, title: Word, source: PublishedSource, notes: [Word] = [],
        naming: (FacetValue) -> Word?
    ) {
        var figures: [FacetValue: [Int: Figure]] = [:]
        for row in rows {
            guard case .year(let year)? = row.values.first, let part = row.values.last else { continue }
            figures[part, default: [:]][year] = row.figure
        }
        let parts = figures.keys.compactMap { part in naming(part).map { (part, $0, Self.size(figures[part] ?? [:])) } }
            .sorted { ($1.2, $0.0.code) < ($0.2, $1.0.code) }
        let years = figures.values.flatMap(\.keys)
        let span = years.min().flatMap { first in years.max().map { Array(first...$0) } } ?? []
        keys = parts.map { $0.0.code }
        sheet = Sheet(
            name: name, title: title,
            columns: [Column("year", .year, .integer)] + parts.map { Column($0.0.code, $0.1, .count) },
            rows: span.map { year in
                [.integer(year)] + parts.map { part in (figures[part.0]?[year] ?? .nothing).cell }
            },
            source: source.sheetSource, notes: notes
        )
    }

    /// The middle of all that was published of a part, to order parts by.
    private static func size(_ figures: [Int: Figure]) -> Int {
        figures.values.reduce(0) { sum, figure in
            sum + (figure.count.bounds.map { $0.lowerBound + $0.upperBound } ?? 0)
        }
    }
}

extension PageSource {
    init(_ source: PublishedSource) {
        self.init(citation: source.citation, address: source.address.flatMap(OutsideAddress.init))
    }
}
