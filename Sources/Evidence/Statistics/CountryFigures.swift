import Basics
import Store
package import Vocabulary

/// All that is published on one country: what it reported, and where others detected its citizens.
package struct CountryFigures: Sendable {
    package let source: PublishedSource
    package let cells: StateCells
    /// Its citizens detected by others, by State of detection and year; the State itself is not among them.
    package let citizensElsewhere: [CitizensDetected]

    package var state: CountryCode { cells.state }

    /// Whether it has published anything at all.
    package var isEmpty: Bool { cells.cells.isEmpty }

    /// Its citizens detected by each other State, all years together, the largest first.
    package func citizensElsewhere(in years: ClosedRange<Int>? = nil) -> [Flow] {
        let wanted = citizensElsewhere.filter { years?.contains($0.year) ?? true }
        return Dictionary(grouping: wanted, by: \.detectedIn).map { place, parts in
            Flow(from: state, to: place, figure: .sum(parts.map(\.figure), states: 1))
        }.sorted(by: Flow.larger)
    }

    /// Citizens of each other State detected here, all years together, the largest first.
    package func citizensHere(in years: ClosedRange<Int>? = nil) -> [Flow] {
        cells.rows(.victims, by: [.citizenship], in: years).compactMap { row in
            guard case .citizenship(.state(let origin))? = row.values.first, origin != state else { return nil }
            return Flow(from: origin, to: state, figure: row.figure)
        }.sorted(by: Flow.larger)
    }
}

/// Citizens of one State, detected as victims by another in one year.
package struct CitizensDetected: Sendable, Hashable {
    package let detectedIn: CountryCode
    package let year: Int
    package let figure: Figure
}

extension Statistics {
    /// Everything for the page of one country, in two queries of one moment.
    package func country(_ code: CountryCode, source name: String? = nil) async throws -> CountryFigures {
        try await database.read { tx in
            let source = try tx.source(named: name)
            let cells = try tx.stateCells(of: code, source: source.number)
            let elsewhere = try tx.rows(.citizensDetected(of: code, source: source.number)) { row in
                CountryCode(row.text(0)).map {
                    CitizensDetected(detectedIn: $0, year: row.int(1), figure: CellSum(row, from: 2).figure)
                }
            }
            return CountryFigures(source: source, cells: cells, citizensElsewhere: elsewhere.compactMap { $0 })
        }
    }
}

extension Transaction {
    func stateCells(of code: CountryCode, source: Int) throws -> StateCells {
        var cells: [StatisticCell] = []
        try forEach(.cells(of: code, source: source)) { row in
            if let cell = StatisticCell(row) { cells.append(cell) }
        }
        return StateCells(state: code, cells: cells)
    }
}
