import Access
import Basics
import Foundation
import Store
import Tabular
import Vocabulary

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
