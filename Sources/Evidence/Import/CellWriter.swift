import Basics
import Store
import Vocabulary

/// Writes cells of one run in large statements, joining those that speak of the same place. Holds one batch at most.
struct CellWriter {
    private let source: Int
    private let run: Int
    private let size: Int
    private var batch: [CellPlace: CellContent] = [:]

    init(source: Int, run: Int, size: Int = 500) {
        (self.source, self.run, self.size) = (source, run, size)
        batch.reserveCapacity(size)
    }

    mutating func add(_ content: CellContent, at place: CellPlace, in tx: any Transaction) throws {
        if batch[place]?.join(content) == nil { batch[place] = content }
        if batch.count >= size { try flush(in: tx) }
    }

    mutating func flush(in tx: any Transaction) throws {
        guard !batch.isEmpty else { return }
        let rows = batch.map { place, content in row(place, content) }
        try tx.run(CellWriter.head + SQL.joined(rows, separator: ", ") + CellWriter.tail)
        batch.removeAll(keepingCapacity: true)
    }

    private func row(_ place: CellPlace, _ content: CellContent) -> SQL {
        let bounds = content.count.bounds
        var absence: String?
        if case .absent(let why) = content.count { absence = why.rawValue }
        return """
            (\(source), \(place.state.alpha3), \(place.indicator.rawValue), \(place.dimension.rawValue),
            \(place.sex?.rawValue ?? "total"), \(place.age?.rawValue ?? "total"), \(place.year), \(place.label),
            \(content.category), \(bounds?.lowerBound), \(bounds?.upperBound), \(content.kind.rawValue), \(absence),
            \(content.occurrences), \(run))
            """
    }

    private static let head: SQL = """
        INSERT INTO statistic (source, state, indicator, dimension, sex, age, year, label, category, low, high, kind,
            absence, occurrences, run) VALUES
        """

    /// A cell of an earlier run gives way and is remembered as the former value; one of this run is joined, by the rule of
    /// `CellContent.join`.
    private static let tail: SQL = """
         ON CONFLICT (source, state, indicator, dimension, sex, age, year, label) DO UPDATE SET
            former_low = CASE WHEN statistic.run <> excluded.run THEN statistic.low ELSE statistic.former_low END,
            former_high = CASE WHEN statistic.run <> excluded.run THEN statistic.high ELSE statistic.former_high END,
            category = excluded.category,
            low = CASE WHEN statistic.run <> excluded.run OR statistic.low IS NULL OR excluded.low < statistic.low
                THEN excluded.low ELSE statistic.low END,
            high = CASE WHEN statistic.run <> excluded.run OR statistic.high IS NULL OR excluded.high > statistic.high
                THEN excluded.high ELSE statistic.high END,
            kind = CASE
                WHEN statistic.run <> excluded.run OR statistic.kind = 'absent' THEN excluded.kind
                WHEN excluded.kind = 'absent' THEN statistic.kind
                WHEN statistic.low = excluded.low AND statistic.high = excluded.high
                    AND statistic.kind <> 'disputed' AND excluded.kind <> 'disputed'
                    THEN CASE WHEN excluded.kind = 'few' THEN 'few' ELSE statistic.kind END
                ELSE 'disputed' END,
            absence = CASE
                WHEN statistic.run <> excluded.run THEN excluded.absence
                WHEN statistic.kind <> 'absent' OR excluded.kind <> 'absent' THEN NULL
                WHEN 'withheld' IN (statistic.absence, excluded.absence) THEN 'withheld'
                WHEN 'not_collected' IN (statistic.absence, excluded.absence) THEN 'not_collected'
                WHEN 'not_applicable' IN (statistic.absence, excluded.absence) THEN 'not_applicable'
                ELSE 'nothing' END,
            occurrences = CASE WHEN statistic.run <> excluded.run THEN excluded.occurrences
                ELSE statistic.occurrences + excluded.occurrences END,
            run = excluded.run
        """
}
