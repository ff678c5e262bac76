import Access
import Basics
import Store
import Tabular
import Vocabulary

extension Importer {
    /// One transaction from the first row to the last verdict: a crash leaves what was there before.
    func importStatistics(_ job: ImportJob) async throws -> ImportReport {
        let codebook = codebook
        let clock = gate.clock
        guard job.isTrial else {
            return try await gate.change(.importStatistics, for: job.actor, detail: "mapping: \(job.loaded.mapping.name)") { tx, _ in
                try tx.takeStatistics(job, codebook: codebook, clock: clock)
            }
        }
        try await gate.change(.importStatistics, for: job.actor, detail: "trial: \(job.loaded.mapping.name)") { _, _ in }
        do {
            try await gate.database.write { tx in
                throw TrialOver(report: try tx.takeStatistics(job, codebook: codebook, clock: clock))
            }
        } catch let over as TrialOver { return over.report }
        throw ImportRefused.quarantineClosed
    }
}

/// Thrown at the end of a trial, so that all that it did is undone.
struct TrialOver: Error {
    let report: ImportReport
}

extension Transaction {
    func takeStatistics(_ job: ImportJob, codebook: Codebook, clock: WallClock) throws -> ImportReport {
        let source = try sourceNumber(job.loaded.source, at: job.startedAt)
        if !job.isTrial, let last = try lastImport(of: job, source: source) {
            return ImportReport(source: job.loaded.source.name, isTrial: false, scope: job.scope, unchangedSince: last)
        }
        let run = try startRun(job, source: source)
        var intake = try StatisticsIntake(job, codebook: codebook, source: source, run: run.number)
        let taken = try intake.read(in: self)
        var report = ImportReport(source: job.loaded.source.name, isTrial: job.isTrial, scope: job.scope, intake: taken)
        report.run = job.isTrial ? nil : run.number
        report.rowsQuarantined = intake.quarantined
        try settle(&report, source: source, run: run.number)
        let readings = intake.labels.readings()
        try keep(readings, source: source, run: run.number, isWhole: job.scope == .whole)
        report.unreadLabels = readings.filter { $0.category == nil }
        try finishRun(run.number, report, unread: report.unreadLabels.count, at: clock.now())
        return report
    }

    /// Counts what the run did, removes what a whole release no longer holds, and judges the source anew.
    private func settle(_ report: inout ImportReport, source: Int, run number: Int) throws {
        let counts = try row(
            """
            SELECT COALESCE(SUM(CASE WHEN run = \(number) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN run = \(number) AND occurrences > 1 THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN run = \(number) AND kind = 'disputed' THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN run = \(number) AND former_low IS NULL THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN run = \(number) AND (former_low <> COALESCE(low, -1) OR former_high <> COALESCE(high, -1)) THEN 1 ELSE 0 END), 0),
                COUNT(*)
            FROM statistic WHERE source = \(source)
            """
        ) { row in (0..<6).map { row.int($0) } }
        guard let counts else { return }
        report.cells = counts[0]
        report.duplicateKeys = counts[1]
        report.disputedCells = counts[2]
        report.cellsNew = counts[3]
        report.cellsChanged = counts[4]
        if report.scope == .whole {
            let others = counts[5] - counts[0]
            guard others <= max(1_000, counts[0]) else { throw ImportRefused.tooMuchWouldGo(kept: counts[0], removed: others) }
            report.cellsRemoved = try run("DELETE FROM statistic WHERE source = \(source) AND run <> \(number)")
        }
        try refresh(source: source)
        // Without counts of its own the planner takes the wider index for a country's citizens, and reads every State's.
        try runSchema("ANALYZE statistic")
    }

    /// Brings the years of a source and its verdicts up to its cells.
    func refresh(source: Int) throws {
        let span = try row("SELECT MIN(year), MAX(year) FROM statistic WHERE source = \(source)") {
            ($0.optionalInt(0), $0.optionalInt(1))
        }
        guard let first = span?.0, let last = span?.1, first <= last else {
            try run("UPDATE source SET first_year = NULL, last_year = NULL, version = version + 1 WHERE number = \(source)")
            try run("DELETE FROM quality_verdict WHERE source = \(source)")
            return
        }
        try run("UPDATE source SET first_year = \(first), last_year = \(last), version = version + 1 WHERE number = \(source)")
        try judgeQuality(of: source, in: first...last)
    }

    private func keep(_ readings: [LabelReading], source: Int, run number: Int, isWhole: Bool) throws {
        if isWhole { try run("DELETE FROM label_reading WHERE source = \(source)") }
        for start in stride(from: 0, to: readings.count, by: 200) {
            let rows = readings[start..<min(start + 200, readings.count)].map { reading -> SQL in
                """
                (\(source), \(reading.dimension), \(reading.label), \(reading.reading), \(reading.category), \(reading.rows),
                    \(number))
                """
            }
            try run(
                """
                INSERT INTO label_reading (source, dimension, label, reading, category, cells, run)
                VALUES \(sql: SQL.joined(rows, separator: ", "))
                ON CONFLICT (source, dimension, label) DO UPDATE SET reading = excluded.reading, category = excluded.category,
                    cells = excluded.cells, run = excluded.run
                """
            )
        }
    }
}
