package import Access
package import Basics
package import Store

extension TreatyImport {
    /// Keeps an uploaded list until somebody decides on it.
    package static func keep(
        _ file: TreatyFile, id: ID<TreatyImport>, named fileName: String, source: String, asOf: Day, isComplete: Bool,
        under permit: Permit<TreatyImport>, at now: Instant, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO treaty_import (id, file_name, source, as_of, is_complete, state, uploaded_by, uploaded_at, version)
            VALUES (\(id), \(fileName), \(source), \(asOf), \(isComplete), 'waiting', \(permit.actor.account), \(now), 1)
            """
        )
        for line in file.lines {
            try tx.run(
                """
                INSERT INTO treaty_import_row (import_id, treaty, party, signed_on, action, acted_on, date_precision)
                VALUES (\(id), \(line.treaty), \(line.party), \(line.signedOn), \(line.action?.rawValue), \(line.actedOn?.text),
                    \(precision(of: line).rawValue))
                """
            )
        }
    }

    /// Puts the list into the register, if the differences are still those that were shown.
    /// - Parameter digest: `TreatyDiff.digest` of what was shown.
    /// - Throws: `TreatyImportRefused.differs` when something has changed since; nothing is applied then.
    /// - Returns: what was changed.
    package func apply(
        shown digest: String, under permit: Permit<TreatyImport>, at now: Instant, in tx: any Transaction
    ) throws -> TreatyDiff {
        guard state == .waiting else { throw TreatyImportRefused.notWaiting }
        let diff = try self.diff(in: tx)
        guard diff.digest == digest else { throw TreatyImportRefused.differs }
        guard !diff.changesNothing else { throw TreatyImportRefused.changesNothing }
        for line in diff.lines {
            switch (line.kind, line.before, line.after) {
            case (.added, _, let after?), (.changed, _, let after?): try tx.put(after, origin: .imported, at: now)
            case (.removed, let before?, _): try tx.remove(before)
            default: break
            }
        }
        try tx.runOnOne(
            """
            UPDATE treaty_import SET state = 'applied', decided_by = \(permit.actor.account), decided_at = \(now),
                added_count = \(diff.count(.added)), changed_count = \(diff.count(.changed)),
                removed_count = \(diff.count(.removed)), version = version + 1
            WHERE id = \(id) AND version = \(version) AND state = 'waiting'
            """
        )
        return diff
    }

    /// Leaves the register as it is.
    package func drop(under permit: Permit<TreatyImport>, at now: Instant, in tx: any Transaction) throws {
        guard state == .waiting else { throw TreatyImportRefused.notWaiting }
        try tx.runOnOne(
            """
            UPDATE treaty_import SET state = 'dropped', decided_by = \(permit.actor.account), decided_at = \(now),
                version = version + 1
            WHERE id = \(id) AND version = \(version) AND state = 'waiting'
            """
        )
    }

    /// What it would change in the register as it stands now.
    package func diff(in tx: any Transaction) throws -> TreatyDiff {
        let lines = try tx.rows(
            """
            SELECT treaty, party, signed_on, action, acted_on FROM treaty_import_row WHERE import_id = \(id)
            ORDER BY treaty, party
            """
        ) { try TreatyFile.Line($0) }
        return TreatyDiff(
            current: try tx.participations(),
            incoming: Self.incoming(lines, source: source, asOf: asOf),
            isComplete: isComplete
        )
    }
}

extension Transaction {
    package func treatyImport(_ id: ID<TreatyImport>) throws -> TreatyImport? {
        try row("\(sql: .treatyImports) WHERE id = \(id)") { try TreatyImport($0) }
    }

    /// The latest imports, the newest first.
    package func treatyImports(atMost limit: Int = 50) throws -> [TreatyImport] {
        try rows("\(sql: .treatyImports) ORDER BY uploaded_at DESC, id DESC LIMIT \(limit)") { try TreatyImport($0) }
    }

    /// Changes whenever the register does: the version of the public pages that stand on it.
    package func registerVersion() throws -> String {
        // Two rows that every change touches, not a count over the register: asked on every public page.
        try row(
            """
            SELECT COALESCE((SELECT digest FROM instruments_file WHERE path = 'all'), ''),
                (SELECT COALESCE(MAX(decided_at), 0) FROM treaty_import)
            """
        ) { "\($0.text(0))-\($0.int64(1))" } ?? "0"
    }
}

extension SQL {
    fileprivate static let treatyImports: SQL = """
        SELECT id, file_name, source, as_of, is_complete, state, uploaded_by, uploaded_at, decided_at, added_count,
            changed_count, removed_count, version
        FROM treaty_import
        """
}

extension TreatyImport {
    fileprivate init(_ row: borrowing Row) throws {
        let state: State =
            switch row.text(5) {
            case "applied":
                .applied(at: row.instant(8), added: row.int(9), changed: row.int(10), removed: row.int(11))
            case "dropped": .dropped(at: row.instant(8))
            default: .waiting
            }
        try self.init(
            id: row.id(0, of: TreatyImport.self), fileName: row.text(1), source: row.text(2), asOf: row.day(3),
            isComplete: row.bool(4), state: state, uploadedBy: row.id(6, of: Account.self), uploadedAt: row.instant(7),
            version: row.int(12)
        )
    }
}

extension TreatyFile.Line {
    fileprivate init(_ row: borrowing Row) throws {
        try self.init(
            treaty: row.text(0), party: row.text(1), signedOn: row.optionalDay(2),
            action: row.optionalChoice(3, as: Participation.Action.self),
            actedOn: row.optionalText(4).flatMap { DateSpan(text: $0) }
        )
    }
}
