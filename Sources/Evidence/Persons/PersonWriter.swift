import Basics
import Store

/// Writes coded records of one run and counts them into the cube. Holds one batch of records, and a bounded part of the cube.
struct PersonWriter {
    private let run: Int
    private var codes: PersonCodes
    private var batch: [SQLValue] = []
    private var cube: [Int64: Int] = [:]

    /// Records in one statement.
    private static let batchSize = 500
    private static let columns = 13
    /// Combinations held before they are written: some 3 MB.
    private static let cubeSize = 50_000

    init(run: Int, in tx: any Transaction) throws {
        self.run = run
        codes = try PersonCodes(in: tx)
    }

    mutating func add(_ record: PersonRecord, number: Int, in tx: any Transaction) throws {
        cube[try codes.combination(record), default: 0] += 1
        batch.append(run.sqlValue)
        batch.append(number.sqlValue)
        batch.append(record.year.sqlValue)
        batch.append(record.quarter.map(\.sqlValue) ?? .null)
        for code in [record.status, record.sex, record.ageBand, record.citizenship, record.exploitedIn] { batch.append(.text(code)) }
        batch.append(.text(record.forms.joined(separator: " ")))
        batch.append(.text(record.sector))
        batch.append(.text(record.controlMethods.joined(separator: " ")))
        batch.append(.text(record.recruitmentMethods.joined(separator: " ")))
        if batch.count >= PersonWriter.batchSize * PersonWriter.columns { try writeBatch(in: tx) }
    }

    /// Writes what is held back: at the end of each transaction, so that nothing is counted that is not there.
    mutating func flush(in tx: any Transaction, isLast: Bool) throws {
        try writeBatch(in: tx)
        try codes.save(in: tx)
        guard isLast || cube.count >= PersonWriter.cubeSize else { return }
        let entries = cube.sorted { $0.key < $1.key }
        try tx.insert(
            "INSERT INTO person_cube (run, combination, persons) VALUES",
            entries.flatMap { [run.sqlValue, .integer($0.key), $0.value.sqlValue] }, columns: 3,
            " ON CONFLICT (run, combination) DO UPDATE SET persons = person_cube.persons + excluded.persons"
        )
        cube.removeAll(keepingCapacity: true)
    }

    private mutating func writeBatch(in tx: any Transaction) throws {
        guard !batch.isEmpty else { return }
        try tx.insert(
            """
            INSERT INTO person_record (run, record, year, quarter, status, sex, age_band, citizenship, exploited_in, forms,
                sector, control_methods, recruitment_methods) VALUES
            """, batch, columns: PersonWriter.columns
        )
        batch.removeAll(keepingCapacity: true)
    }
}
