import Basics
import Store
import Vocabulary

/// Writes cells of one run in large statements, joining those that speak of the same place. Holds one batch at most.
struct CellWriter {
    private let source: Int
    private let run: Int
    private let size: Int
    /// In the order of the file: neighbours there are neighbours in the table, which spares the database long ways.
    private var batch: [(place: CellPlace, content: CellContent)] = []
    private var places: [CellPlace: Int] = [:]
    private var values: [SQLValue] = []

    init(source: Int, run: Int, size: Int = 500) {
        (self.source, self.run, self.size) = (source, run, size)
        batch.reserveCapacity(size)
        places.reserveCapacity(size)
    }

    mutating func add(_ content: CellContent, at place: CellPlace, in tx: any Transaction) throws {
        if let known = places[place] {
            batch[known].content.join(content)
        } else {
            places[place] = batch.count
            batch.append((place, content))
        }
        if batch.count >= size { try flush(in: tx) }
    }

    mutating func flush(in tx: any Transaction) throws {
        guard !batch.isEmpty else { return }
        values.removeAll(keepingCapacity: true)
        for (place, content) in batch { append(place, content) }
        try tx.insert(CellWriter.head, values, columns: CellWriter.columns, CellWriter.tail)
        batch.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ place: CellPlace, _ content: CellContent) {
        let bounds = content.count.bounds
        values.append(source.sqlValue)
        values.append(.text(place.state.alpha3))
        values.append(.text(place.indicator.rawValue))
        values.append(.text(place.dimension.rawValue))
        values.append(.text(place.sex?.rawValue ?? "total"))
        values.append(.text(place.age?.rawValue ?? "total"))
        values.append(place.year.sqlValue)
        values.append(.text(place.label))
        values.append(content.category.map(SQLValue.text) ?? .null)
        values.append(bounds.map { $0.lowerBound.sqlValue } ?? .null)
        values.append(bounds.map { $0.upperBound.sqlValue } ?? .null)
        values.append(.text(content.kind.rawValue))
        if case .absent(let why) = content.count { values.append(.text(why.rawValue)) } else { values.append(.null) }
        values.append(content.occurrences.sqlValue)
        values.append(run.sqlValue)
    }

    private static let columns = 15

    private static let head: SQL = """
        INSERT INTO statistic (source, state, indicator, dimension, sex, age, year, label, category, low, high, kind,
            absence, occurrences, run) VALUES
        """

    /// A cell of an earlier run gives way and is remembered as the former value; one of this run is joined, by the rule of
    /// `CellContent.join`. A former cell without a number is -1: a null says that there was no cell.
    private static let tail: SQL = """
         ON CONFLICT (source, state, indicator, dimension, sex, age, year, label) DO UPDATE SET
            former_low = CASE WHEN statistic.run <> excluded.run THEN COALESCE(statistic.low, -1) ELSE statistic.former_low END,
            former_high = CASE WHEN statistic.run <> excluded.run THEN COALESCE(statistic.high, -1) ELSE statistic.former_high END,
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
