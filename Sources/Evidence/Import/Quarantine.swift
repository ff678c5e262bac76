package import Access
package import Basics
import Foundation
package import Store
package import Tabular
import Vocabulary

/// A row that an import refused, as it waits for somebody to correct it.
package struct QuarantinedRow: Sendable, Hashable {
    package enum State: String, Sendable { case waiting, released, dropped }

    package let id: ID<QuarantinedRow>
    package let run: Int
    /// The name of the source.
    package let source: String
    package let line: Int
    /// The row with all that is wrong with it; `nil` for a record of a person, which is sealed.
    package let row: RefusedRow?
    /// The column of the first fault; empty when it is about the whole row.
    package let field: String
    /// What stands there; empty for a record of a person.
    package let value: String
    package let code: String
    package let reason: String
    package let remedy: String
    package let state: State
    /// When a sealed row is destroyed; `nil` for published statistics.
    package let expiresAt: Instant?
    package let version: Int
}

/// The refused rows: to list, to correct and let in, to throw away.
package struct Quarantine: Sendable {
    let importer: Importer

    package init(_ importer: Importer) { self.importer = importer }

    /// Rows of one run, or of all, in order of their lines, a page at a time. Call it under a permit for `readQuarantine`.
    package func rows(
        under permit: Permit<Node>, run: Int? = nil, state: QuarantinedRow.State = .waiting, after: ID<QuarantinedRow>? = nil,
        limit: Int = 50, in tx: any Transaction
    ) throws -> [QuarantinedRow] {
        guard permit.deed == .readQuarantine else { throw ImportRefused.quarantineClosed }
        return try tx.rows(.quarantined(run: run, state: state, after: after, limit: limit)) { try QuarantinedRow($0) }
    }

    /// Corrects a row of statistics and lets it in, if nothing is wrong with it now.
    /// - Parameter corrections: new values by column.
    /// - Returns: what is still wrong with it; empty when it was let in.
    package func release(
        _ id: ID<QuarantinedRow>, correcting corrections: [String: String], under permit: Permit<QuarantinedRow>, at now: Instant,
        in tx: any Transaction
    ) throws -> [Fault] {
        guard permit.isToRelease(id), let waiting = try tx.row(.quarantined(id), { try QuarantinedRow($0) }),
            waiting.state == .waiting, let refused = waiting.row,
            let run = try tx.row(.run(numbered: waiting.run), { try ImportRun($0) })
        else { throw ImportRefused.quarantineClosed }
        let loaded = try importer.sources.mapping(run.mapping)
        let fields = try StatisticFields(loaded.mapping)
        let intake = Intake.statistics(loaded.mapping, fields: fields, codebook: importer.codebook, thisYear: now.day().year)
        let corrected = corrections.reduce(refused) { $0.correcting($1.key, to: $1.value) }
        switch try intake.retry(corrected) {
        case .refused(let still): return still.faults
        case .accepted(let record):
            guard let place = CellPlace(record, fields) else { throw ImportRefused.quarantineClosed }
            var labels = LabelReader(importer.codebook)
            let category = try labels.category(place.label, place.dimension, state: place.state)
            let source = try tx.source(named: run.source).number
            let latest = try tx.count("SELECT MAX(number) FROM import_run WHERE source = \(source) AND state = 'finished'")
            // As if the row had stood right in the file that came last: another value in the same place makes a range.
            try tx.run("UPDATE statistic SET run = \(latest) WHERE \(sql: .at(place, source: source))")
            var writer = CellWriter(source: source, run: latest)
            try writer.add(CellContent(record.published(fields), category: category), at: place, in: tx)
            try writer.flush(in: tx)
            try tx.decide(waiting, .released, by: permit.actor.account, at: now)
            try tx.refresh(source: source)
            return []
        }
    }

    /// Throws a row away.
    package func drop(_ id: ID<QuarantinedRow>, under permit: Permit<QuarantinedRow>, at now: Instant, in tx: any Transaction) throws {
        guard permit.isToRelease(id), let waiting = try tx.row(.quarantined(id), { try QuarantinedRow($0) }), waiting.state == .waiting
        else {
            throw ImportRefused.quarantineClosed
        }
        try tx.decide(waiting, .dropped, by: permit.actor.account, at: now)
    }

    /// Destroys sealed rows whose time has run out. For a daily job; doing it twice does no more.
    /// - Returns: how many rows went.
    @discardableResult
    package static func expire(in tx: any Transaction, at now: Instant) throws -> Int {
        try tx.run("DELETE FROM quarantined_row WHERE expires_at IS NOT NULL AND expires_at <= \(now)")
    }
}

extension Permit<QuarantinedRow> {
    /// Whether it is for deciding on this very row.
    func isToRelease(_ id: ID<QuarantinedRow>) -> Bool { deed == .releaseQuarantine && self.id == id }
}

extension QuarantinedRow {
    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: QuarantinedRow.self)
        run = row.int(1)
        source = row.text(2)
        line = row.int(3)
        self.row = row.optionalText(4).flatMap { try? JSONDecoder().decode(RefusedRow.self, from: Data($0.utf8)) }
        (field, value, code, reason, remedy) = (row.text(5), row.text(6), row.text(7), row.text(8), row.text(9))
        state = State(rawValue: row.text(10)) ?? .waiting
        expiresAt = row.isNull(11) ? nil : row.instant(11)
        version = row.int(12)
    }
}

extension SQL {
    static let quarantineColumns: SQL = """
        SELECT q.id, q.run, s.name, q.line, q.fields, q.field, q.value, q.code, q.reason, q.remedy, q.state, q.expires_at,
            q.version
        FROM quarantined_row q JOIN source s ON s.number = q.source
        """

    static func quarantined(_ id: ID<QuarantinedRow>) -> SQL { quarantineColumns + " WHERE q.id = \(id)" }

    static func quarantined(run: Int?, state: QuarantinedRow.State, after: ID<QuarantinedRow>?, limit: Int) -> SQL {
        var sql = quarantineColumns + " WHERE q.state = \(state.rawValue)"
        if let run { sql += " AND q.run = \(run)" }
        if let after {
            sql += " AND (q.run, q.line, q.id) > (SELECT p.run, p.line, p.id FROM quarantined_row p WHERE p.id = \(after))"
        }
        return sql + " ORDER BY q.run, q.line, q.id LIMIT \(limit)"
    }

    /// The cell at a place.
    static func at(_ place: CellPlace, source: Int) -> SQL {
        """
        source = \(source) AND state = \(place.state.alpha3) AND indicator = \(place.indicator.rawValue)
            AND dimension = \(place.dimension.rawValue) AND sex = \(place.sex?.rawValue ?? "total")
            AND age = \(place.age?.rawValue ?? "total") AND year = \(place.year) AND label = \(place.label)
        """
    }
}

extension Transaction {
    /// Keeps a refused row of statistics, to be corrected.
    func quarantine(_ refused: RefusedRow, source: Int, run number: Int, at now: Instant) throws {
        guard let first = refused.faults.first else { return }
        let whole = String(decoding: try JSONEncoder().encode(refused), as: UTF8.self)
        try run(
            """
            INSERT INTO quarantined_row (id, run, source, line, fields, field, value, code, reason, remedy, state, version)
            VALUES (\(ID<QuarantinedRow>.new(at: now)), \(number), \(source), \(refused.line), \(whole), \(first.column ?? ""),
                \(first.value), \(first.code), \(first.reason.en), \(first.remedy.en), 'waiting', 1)
            """
        )
    }

    fileprivate func decide(
        _ row: QuarantinedRow, _ state: QuarantinedRow.State, by account: ID<Account>, at now: Instant
    ) throws {
        try runOnOne(
            """
            UPDATE quarantined_row SET state = \(state.rawValue), sealed = NULL, expires_at = NULL, decided_by = \(account),
                decided_at = \(now), version = version + 1
            WHERE id = \(row.id) AND version = \(row.version)
            """
        )
    }
}
