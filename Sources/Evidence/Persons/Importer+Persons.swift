import Access
import Basics
import Foundation
import Store
import Tabular
import Vocabulary

extension Importer {
    /// Records of people come in portions, each durable by itself and none counted before the last is in. An import that
    /// was broken off is taken back by the next.
    func importPersons(_ job: ImportJob) async throws -> ImportReport {
        try await destroySpentKeys()
        let coder = try PersonCoder(job.loaded.mapping, codebook: codebook)
        let intake = Intake(job.loaded.mapping, codes: BookCodes(codebook: codebook), columnRules: [IdentityColumns()])
        guard !job.isTrial else { return try await tryPersons(job, coder, intake) }
        let started = try await gate.change(.importStatistics, for: job.actor, detail: "mapping: \(job.loaded.mapping.name)") { tx, _ in
            try tx.beginPersons(job)
        }
        guard case .begun(let run, let source) = started else {
            guard case .known(let last) = started else { throw ImportRefused.alreadyRunning(source: job.loaded.source.name) }
            return ImportReport(source: job.loaded.source.name, isTrial: false, scope: job.scope, unchangedSince: last)
        }
        do {
            return try await takePersons(job, coder, intake, run: run, source: source)
        } catch {
            try await gate.database.write { tx in try tx.takeBack(run: run.number) }
            try? await vault?.destroyKey(of: run.id)
            throw error
        }
    }

    /// Destroys the keys of imports whose refused rows are all decided or expired: what was sealed opens nowhere any more. The purposes for
    /// which rows were opened go with them.
    package func destroySpentKeys() async throws {
        guard let vault else { return }
        let spent = try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT r.id FROM import_run r JOIN source s ON s.number = r.source
                WHERE s.kind = 'persons' AND r.state <> 'running' AND r.rows_refused > 0
                    AND NOT EXISTS (SELECT 1 FROM quarantined_row q WHERE q.run = r.number AND q.sealed IS NOT NULL)
                """
            ) { try $0.id(0, of: ImportRun.self) }
        }
        guard !spent.isEmpty else { return }
        // What was typed to open them may name the same people.
        try await gate.database.write { tx in try StatedPurpose.forget(about: spent.map(\.bytes), in: tx) }
        for run in spent { try await vault.destroyKey(of: run) }
    }

    private func tryPersons(_ job: ImportJob, _ coder: PersonCoder, _ intake: Intake) async throws -> ImportReport {
        try await gate.change(.importStatistics, for: job.actor, detail: "trial: \(job.loaded.mapping.name)") { _, _ in }
        var reading = PersonReading(job: job, coder: coder, limit: .max)
        var session = try IntakeSession.open(intake, job.input)
        while try reading.fill(from: &session, keeping: false) {}
        var report = ImportReport(
            source: job.loaded.source.name, isTrial: true, scope: job.scope,
            intake: session.report(also: reading.faults, counts: reading.faultCounts)
        )
        report.cells = reading.taken
        return report
    }

    private func takePersons(
        _ job: ImportJob, _ coder: PersonCoder, _ intake: Intake, run: StartedRun, source: Int
    ) async throws -> ImportReport {
        let key = try await vault?.makeKey(for: run.id, at: job.startedAt)
        var reading = PersonReading(job: job, coder: coder, limit: PersonReading.portion)
        var session = try IntakeSession.open(intake, job.input)
        var writer = try await gate.database.read { tx in try PersonWriter(run: run.number, in: tx) }
        var quarantined = 0
        var isMore = true
        while isMore {
            isMore = try reading.fill(from: &session, keeping: true)
            let portion = reading.take()
            let refused = try portion.refused.compactMap { row in
                try key.map { try SealedRow(row, under: $0, at: job.startedAt) }
            }
            quarantined += refused.count
            let (before, isLast, rows) = (writer, !isMore, session.progress.rows)
            writer = try await gate.database.write { tx in
                var writer = before
                for (number, record) in portion.records { try writer.add(record, number: number, in: tx) }
                try writer.flush(in: tx, isLast: isLast)
                for row in refused { try tx.quarantine(row, source: source, run: run.number) }
                // The sign of life by which another import sees that this one is not broken off.
                try tx.run("UPDATE import_run SET finished_at = \(gate.clock.now()), rows_read = \(rows) WHERE number = \(run.number)")
                return writer
            }
        }
        var report = ImportReport(
            source: job.loaded.source.name, isTrial: false, scope: job.scope,
            intake: session.report(also: reading.faults, counts: reading.faultCounts)
        )
        report.run = run.number
        report.cells = reading.taken
        report.cellsNew = reading.taken
        report.rowsQuarantined = quarantined
        let (done, now) = (report, gate.clock.now())
        let finished = try await gate.database.write { tx in
            try tx.finishPersons(done, run: run.number, source: source, at: now)
        }
        if quarantined == 0 { try await vault?.destroyKey(of: run.id) }
        return finished
    }
}

/// The number and the id of a run that has begun.
struct StartedRun: Sendable {
    let id: ID<ImportRun>
    let number: Int
}

/// What became of the wish to import records.
enum PersonsStart: Sendable {
    case begun(StartedRun, source: Int)
    case known(Instant)
    case busy
}

/// Reads a file of records portion by portion.
struct PersonReading {
    private let job: ImportJob
    private var coder: PersonCoder
    private let limit: Int
    private var records: [(number: Int, record: PersonRecord)] = []
    private var refused: [RefusedRow] = []
    private var guardian: ColumnGuardian?
    private var told = -1
    private(set) var taken = 0
    private var refusals = 0
    /// What the coding refused, besides what the mapping did.
    private(set) var faults: [Fault] = []
    private(set) var faultCounts: [String: Int] = [:]

    private static let faultsKept = 10_000

    /// Records in one transaction: some 3 MB, a fraction of a second.
    static let portion = 10_000

    init(job: ImportJob, coder: PersonCoder, limit: Int) {
        (self.job, self.coder, self.limit) = (job, coder, limit)
    }

    /// - Returns: whether there may be more.
    mutating func fill(from session: inout IntakeSession, keeping: Bool) throws -> Bool {
        var watch = guardian ?? ColumnGuardian(session.columnsIgnored, thisYear: job.thisYear)
        defer { guardian = watch }
        while records.count < limit, refused.count < limit {
            guard let outcome = try session.next() else { return false }
            switch outcome {
            case .accepted(let row):
                try watch.look(at: session)
                switch coder.record(row, thisYear: job.thisYear) {
                case .success(let record):
                    taken += 1
                    if keeping { records.append((session.progress.rows, record)) }
                case .failure(let wrong):
                    faultCounts[wrong.fault.code, default: 0] += 1
                    if faults.count < PersonReading.faultsKept { faults.append(wrong.fault) }
                    try refuse(session.refusing(wrong.fault), keeping)
                }
            case .refused(let row): try refuse(row, keeping)
            }
            let now = session.progress
            if now.bytesRead != told {
                told = now.bytesRead
                job.progress(now)
            }
        }
        return true
    }

    mutating func take() -> (records: [(number: Int, record: PersonRecord)], refused: [RefusedRow]) {
        defer { (records, refused) = ([], []) }
        return (records, refused)
    }

    private mutating func refuse(_ row: RefusedRow, _ keeping: Bool) throws {
        refusals += 1
        if refusals > taken, refusals > 1_000 {
            throw ImportRefused.mostRowsRefused(refused: refusals, accepted: taken, first: row.faults.first?.reason.en ?? "")
        }
        if keeping { refused.append(row) }
    }
}

/// A refused row of a person, sealed: it opens only with the key of its import, and is destroyed in time.
struct SealedRow: Sendable {
    let id: ID<QuarantinedRow>
    let line: Int
    let field: String
    let code: String
    let reason: String
    let remedy: String
    let sealed: Sealed<ImportRun, String>
    let createdAt: Instant

    /// Days that a refused row of a person is kept.
    static let days = 30

    init(_ row: RefusedRow, under key: HolderKey<ImportRun>, at now: Instant) throws {
        id = .new(at: now)
        let fault = row.faults.first
        (line, field, code) = (row.line, fault?.column ?? "", fault?.code ?? "")
        (reason, remedy) = (fault?.reason.en ?? "", fault?.remedy.en ?? "")
        let whole = String(decoding: try JSONEncoder().encode(row), as: UTF8.self)
        sealed = try key.seal(whole, in: SealPlace("quarantined_row", id, "sealed"))
        createdAt = now
    }
}

extension Transaction {
    /// Begins a run of records, after it has taken back those that were broken off.
    func beginPersons(_ job: ImportJob) throws -> PersonsStart {
        let source = try sourceNumber(job.loaded.source, at: job.startedAt)
        let open = try rows(
            "SELECT number, COALESCE(finished_at, started_at) FROM import_run WHERE source = \(source) AND state = 'running'"
        ) { ($0.int(0), $0.instant(1)) }
        if open.contains(where: { $0.1 > job.startedAt - .minutes(10) }) { return .busy }
        for (number, _) in open { try takeBack(run: number) }
        if let last = try lastImport(of: job, source: source) { return .known(last) }
        let run = try startRun(job, source: source)
        return .begun(StartedRun(id: run.id, number: run.number), source: source)
    }

    /// Removes all that a run brought in, and the run.
    func takeBack(run number: Int) throws {
        try run("DELETE FROM person_record WHERE run = \(number)")
        try run("DELETE FROM person_cube WHERE run = \(number)")
        try run("DELETE FROM quarantined_row WHERE run = \(number)")
        try run("DELETE FROM import_run WHERE number = \(number) AND state = 'running'")
    }

    func finishPersons(_ report: ImportReport, run number: Int, source: Int, at now: Instant) throws -> ImportReport {
        var report = report
        if report.scope == .whole {
            for old in try rows(.finishedRuns(of: source), { $0.int(0) }) {
                report.cellsRemoved += try run("DELETE FROM person_record WHERE run = \(old)")
                try run("DELETE FROM person_cube WHERE run = \(old)")
                try run("UPDATE import_run SET state = 'superseded' WHERE number = \(old)")
            }
        }
        try finishRun(number, report, unread: 0, at: now)
        let span = try row(
            """
            SELECT MIN(c.combination), MAX(c.combination) FROM person_cube c
            WHERE c.run IN (SELECT number FROM import_run WHERE source = \(source) AND state = 'finished')
            """
        ) { $0.isNull(0) ? nil : ($0.int64(0), $0.int64(1)) }
        if let bounds = span ?? nil {
            let first = PersonFacet.firstYear + bounds.0.number(of: .year)
            let last = PersonFacet.firstYear + bounds.1.number(of: .year)
            try run("UPDATE source SET first_year = \(first), last_year = \(last) WHERE number = \(source)")
        }
        return report
    }

    func quarantine(_ row: SealedRow, source: Int, run number: Int) throws {
        try run(
            """
            INSERT INTO quarantined_row (id, run, source, line, sealed, field, value, code, reason, remedy, state, expires_at,
                version)
            VALUES (\(row.id), \(number), \(source), \(row.line), \(row.sealed), \(row.field), '', \(row.code), \(row.reason),
                \(row.remedy), 'waiting', \(row.createdAt + .days(SealedRow.days)), 1)
            """
        )
    }
}
