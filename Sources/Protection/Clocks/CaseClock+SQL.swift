package import Access
package import Basics
import Foundation
package import Store

extension CaseClock {
    /// Starts a clock that runs until the end of a day, in the country's zone.
    @discardableResult
    package static func start(
        _ kind: ClockKind, in file: ID<CaseFile>, of organisation: ID<Organisation>, account: ID<Account>? = nil, subject: [UInt8]? = nil,
        until day: Day, under profile: CountryProfile, at now: Instant, tx: any Transaction
    ) throws -> ID<CaseClock> {
        try start(
            kind, in: file, of: organisation, account: account, subject: subject, due: day,
            dueAt: profile.calendar.start(of: day.adding(days: 1)), under: profile, at: now, tx: tx
        )
    }

    /// Starts a clock that runs for so many hours.
    @discardableResult
    package static func start(
        _ kind: ClockKind, in file: ID<CaseFile>, of organisation: ID<Organisation>, account: ID<Account>? = nil, subject: [UInt8]? = nil,
        hours: Int, under profile: CountryProfile, at now: Instant, tx: any Transaction
    ) throws -> ID<CaseClock> {
        let end = now + .hours(hours)
        return try start(
            kind, in: file, of: organisation, account: account, subject: subject, due: profile.calendar.day(of: end), dueAt: end,
            under: profile, at: now, tx: tx
        )
    }

    private static func start(
        _ kind: ClockKind, in file: ID<CaseFile>, of organisation: ID<Organisation>, account: ID<Account>?, subject: [UInt8]?, due: Day,
        dueAt: Instant, under profile: CountryProfile, at now: Instant, tx: any Transaction
    ) throws -> ID<CaseClock> {
        let id = ID<CaseClock>.new(at: now)
        let warnAt = kind.warnDays(profile).map { dueAt - .days($0) }
        try tx.run(
            """
            INSERT INTO case_clock (id, case_id, kind, subject_id, organisation_id, account_id, profile, started_at, due, due_at, warn_at)
            VALUES (\(id), \(file), \(kind.code), \(subject), \(organisation), \(account), \(profile.hash), \(now), \(due), \(dueAt),
                \(warnAt))
            """
        )
        try refresh(file, in: tx)
        return id
    }

    /// Counts a running clock by another version of the profile: it is warned of, and told late, by its new day.
    static func recount(
        _ clock: CaseClock, _ kind: ClockKind, until day: Day, under profile: CountryProfile, at now: Instant, tx: any Transaction
    ) throws {
        let dueAt = profile.calendar.start(of: day.adding(days: 1))
        let warnAt = kind.warnDays(profile).map { dueAt - .days($0) }
        // What was told of already is not told again of a day that did not move.
        let untold: SQL = day == clock.due ? .none : ", warned_at = NULL, late_told_at = NULL"
        try tx.run(
            """
            UPDATE case_clock SET profile = \(profile.hash), due = \(day), due_at = \(dueAt), warn_at = \(warnAt) \(sql: untold)
            WHERE id = \(clock.id) AND stopped_at IS NULL
            """
        )
        if day != clock.due { try kind.whenMoved(clock, day, tx) }
        try refresh(clock.file, in: tx)
    }

    /// Stops every running clock of a kind in a file (about one subject, where one is named).
    /// - Returns: how many were running.
    @discardableResult
    package static func stop(
        _ kind: ClockKind, in file: ID<CaseFile>, subject: [UInt8]? = nil, as outcome: Outcome, at now: Instant, tx: any Transaction
    ) throws -> Int {
        let about: SQL = subject.map { "AND subject_id = \($0)" } ?? .none
        let stopped = try tx.run(
            """
            UPDATE case_clock SET stopped_at = \(now), outcome = \(outcome)
            WHERE case_id = \(file) AND stopped_at IS NULL AND kind = \(kind.code) \(sql: about)
            """
        )
        try refresh(file, in: tx)
        if stopped > 0 { try settleNotices(of: file, at: now, in: tx) }
        return stopped
    }

    /// Nobody is told any more that something is late or ends soon in a file where nothing is and does.
    private static func settleNotices(of file: ID<CaseFile>, at now: Instant, in tx: any Transaction) throws {
        let left = try tx.rows("SELECT due_at, warned_at FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL") {
            ($0.instant(0), $0.optionalInstant(1))
        }
        if !left.contains(where: { $0.0 <= now }) { try CaseMatter.settle([.clockLate], in: file, tx: tx) }
        if !left.contains(where: { $0.1 != nil }) { try CaseMatter.settle([.clockEndsSoon], in: file, tx: tx) }
    }

    /// Stops all that still runs in a file: it was closed, or the person is erased.
    package static func stopAll(in file: ID<CaseFile>, at now: Instant, tx: any Transaction) throws {
        try tx.run(
            "UPDATE case_clock SET stopped_at = \(now), outcome = 'cancelled' WHERE case_id = \(file) AND stopped_at IS NULL"
        )
        try refresh(file, in: tx)
        try settleNotices(of: file, at: now, in: tx)
    }

    /// The clocks by which the identifying authority has to decide: its queue is sorted by them.
    package static let deciding = ["decision.acknowledgement", "decision.presumption", "decision.final", "decision.review"]

    /// The day by which the authority has to decide next, as it stands in the shares of a file.
    package static func nextDecision(in file: ID<CaseFile>, tx: any Transaction) throws -> String {
        try tx.row(
            """
            SELECT due FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL AND kind IN \(list: deciding) ORDER BY due LIMIT 1
            """
        ) { $0.text(0) } ?? CaseSummary.nothingDue
    }

    /// Writes the next deadline into the file, and the next of the authority’s own into its shares: the queues are sorted by these.
    package static func refresh(_ file: ID<CaseFile>, in tx: any Transaction) throws {
        let next =
            try tx.row("SELECT due FROM case_clock WHERE case_id = \(file) AND stopped_at IS NULL ORDER BY due_at LIMIT 1") {
                $0.text(0)
            } ?? CaseSummary.nothingDue
        try tx.run("UPDATE case_file SET next_due = \(next) WHERE id = \(file) AND next_due <> \(next)")
        let decision = try nextDecision(in: file, tx: tx)
        try tx.run("UPDATE case_share SET next_due = \(decision) WHERE case_id = \(file) AND next_due <> \(decision)")
    }

    private static let columns: SQL = """
        k.id, k.case_id, k.kind, k.subject_id, k.organisation_id, k.account_id, k.profile, k.started_at, k.due, k.due_at, k.stopped_at,
        k.outcome
        """

    package init(_ row: borrowing Row) throws {
        id = try row.id(0, of: CaseClock.self)
        file = try row.id(1, of: CaseFile.self)
        kind = row.text(2)
        subject = row.optionalBytes(3)
        organisation = try row.id(4, of: Organisation.self)
        account = try row.optionalID(5, of: Account.self)
        profile = row.text(6)
        startedAt = row.instant(7)
        due = try row.day(8)
        dueAt = row.instant(9)
        stoppedAt = row.optionalInstant(10)
        outcome = try row.optionalChoice(11, as: Outcome.self)
    }

    /// What runs in a file, the next to end first.
    package static func running(in file: ID<CaseFile>, tx: any Transaction) throws -> [CaseClock] {
        try tx.rows(
            "SELECT \(sql: columns) FROM case_clock k WHERE k.case_id = \(file) AND k.stopped_at IS NULL ORDER BY k.due_at, k.id"
        ) { try CaseClock($0) }
    }

    /// What is to be done next in each of some files.
    static func next(in files: [ID<CaseFile>], tx: any Transaction) throws -> [ID<CaseFile>: CaseClock] {
        let running = try tx.rows(
            """
            SELECT \(sql: columns) FROM case_clock k WHERE k.case_id IN \(list: files) AND k.stopped_at IS NULL
            ORDER BY k.due_at DESC, k.id DESC
            """
        ) { try CaseClock($0) }
        return Dictionary(running.map { ($0.file, $0) }, uniquingKeysWith: { _, earlier in earlier })
    }

    /// All clocks of a kind in a file, the newest first.
    package static func all(_ kind: ClockKind, in file: ID<CaseFile>, tx: any Transaction) throws -> [CaseClock] {
        try tx.rows(
            "SELECT \(sql: columns) FROM case_clock k WHERE k.case_id = \(file) AND k.kind = \(kind.code) ORDER BY k.started_at DESC, k.id DESC"
        ) { try CaseClock($0) }
    }

    /// The clocks of a file, running or not, the newest first.
    package static func all(in file: ID<CaseFile>, limit: Int, tx: any Transaction) throws -> [CaseClock] {
        try tx.rows(
            "SELECT \(sql: columns) FROM case_clock k WHERE k.case_id = \(file) ORDER BY k.started_at DESC, k.id DESC LIMIT \(limit)"
        ) { try CaseClock($0) }
    }

    /// Those of which a warning is due, or which have ended without anybody being told.
    static func owed(_ what: Owed, at now: Instant, limit: Int, tx: any Transaction) throws -> [CaseClock] {
        let which: SQL =
            switch what {
            case .warning: "k.warned_at IS NULL AND k.warn_at <= \(now) AND k.due_at > \(now)"
            case .alarm: "k.late_told_at IS NULL AND k.due_at <= \(now)"
            }
        return try tx.rows(
            "SELECT \(sql: columns) FROM case_clock k WHERE k.stopped_at IS NULL AND \(sql: which) ORDER BY k.due_at, k.id LIMIT \(limit)"
        ) { try CaseClock($0) }
    }

    enum Owed { case warning, alarm }
}

extension WorkingCalendar {
    /// The moment at which a day begins in the country's zone.
    package func start(of day: Day) -> Instant {
        let midnight = Instant(microseconds: Int64(day.daysSinceEpoch) * 86_400_000_000)
        // The offset that holds at that midnight there, which may differ from the one that holds at midnight UTC.
        let first = midnight - .seconds(timeZone.secondsFromGMT(for: midnight.date))
        return midnight - .seconds(timeZone.secondsFromGMT(for: first.date))
    }
}
