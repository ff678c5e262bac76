package import Access
package import Basics
import Store
import Tabular

/// One import: who brought which file in, when, by which mapping, and what came of it.
package struct ImportRun: Sendable, Hashable {
    package enum State: String, Sendable { case running, finished, superseded }

    package let id: ID<ImportRun>
    package let number: Int
    /// The name of the source.
    package let source: String
    package let fileName: String
    /// SHA-256 of the file, in hexadecimal digits.
    package let fileHash: String
    package let mapping: String
    package let scope: ImportScope
    package let state: State
    package let importedBy: ID<Account>
    package let startedAt: Instant
    package let finishedAt: Instant?
    package let rowsRead: Int
    package let rowsTaken: Int
    package let rowsRefused: Int
    package let duplicateKeys: Int
    package let disputedCells: Int
    package let cellsNew: Int
    package let cellsChanged: Int
    package let cellsRemoved: Int
    package let labelsUnread: Int
    package let citation: String
    package let releasedOn: Day?
}

extension ImportRun: KeyHolder { package static var holderKind: String { "import_run" } }

extension ImportRun {
    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ImportRun.self)
        number = row.int(1)
        source = row.text(2)
        fileName = row.text(3)
        fileHash = row.text(4)
        mapping = row.text(5)
        scope = ImportScope(rawValue: row.text(6)) ?? .addition
        state = State(rawValue: row.text(7)) ?? .running
        importedBy = try row.id(8, of: Account.self)
        startedAt = row.instant(9)
        finishedAt = row.isNull(10) ? nil : row.instant(10)
        (rowsRead, rowsTaken, rowsRefused) = (row.int(11), row.int(12), row.int(13))
        (duplicateKeys, disputedCells) = (row.int(14), row.int(15))
        (cellsNew, cellsChanged, cellsRemoved, labelsUnread) = (row.int(16), row.int(17), row.int(18), row.int(19))
        citation = row.text(20)
        releasedOn = row.optionalText(21).flatMap { Day(iso: $0) }
    }
}

extension SQL {
    static let runColumns: SQL = """
        SELECT r.id, r.number, s.name, r.file_name, r.file_hash, r.mapping, r.scope, r.state, r.imported_by, r.started_at,
            r.finished_at, r.rows_read, r.rows_taken, r.rows_refused, r.duplicate_keys, r.disputed_cells, r.cells_new,
            r.cells_changed, r.cells_removed, r.labels_unresolved, s.citation, s.released_on
        FROM import_run r JOIN source s ON s.number = r.source
        """

    static func runs(before number: Int?, limit: Int) -> SQL {
        let place: SQL = number.map { " WHERE r.number < \($0)" } ?? .none
        return runColumns + place + " ORDER BY r.number DESC LIMIT \(limit)"
    }

    static func run(_ id: ID<ImportRun>) -> SQL { runColumns + " WHERE r.id = \(id)" }

    static func run(numbered number: Int) -> SQL { runColumns + " WHERE r.number = \(number)" }
}

extension Importer {
    /// Past imports, the latest first, as many as asked for, before a number for the next page.
    package func runs(before number: Int? = nil, limit: Int = 50) async throws -> [ImportRun] {
        try await gate.database.read { tx in try tx.rows(.runs(before: number, limit: limit)) { try ImportRun($0) } }
    }

    package func run(_ id: ID<ImportRun>) async throws -> ImportRun? {
        try await gate.database.read { tx in try tx.row(.run(id)) { try ImportRun($0) } }
    }
}

extension Transaction {
    /// The number of a source, which is added, or brought up to its description, when need be.
    func sourceNumber(_ description: SourceDescription, at now: Instant) throws -> Int {
        if let known = try row(.source(named: description.name), { PublishedSource($0) }) {
            try run(
                """
                UPDATE source SET citation = \(description.citation), address = \(description.address),
                    notice = \(description.notice), released_on = \(description.releasedOn?.iso),
                    retrieved_on = \(now.day().iso), version = version + 1
                WHERE number = \(known.number)
                """
            )
            return known.number
        }
        let number = try count("SELECT COALESCE(MAX(number), 0) FROM source") + 1
        try run(
            """
            INSERT INTO source (id, number, name, kind, citation, address, notice, released_on, retrieved_on, is_published,
                precedence, version)
            VALUES (\(ID<PublishedSource>.new(at: now)), \(number), \(description.name), \(description.kind.rawValue),
                \(description.citation), \(description.address), \(description.notice), \(description.releasedOn?.iso),
                \(now.day().iso), \(description.isPublished), \(description.precedence), 1)
            """
        )
        return number
    }

    /// When the same file, read the same way, was the last that the source took; then there is nothing to do.
    func lastImport(of job: ImportJob, source: Int) throws -> Instant? {
        let last = try row(
            """
            SELECT file_hash, mapping_hash, scope, finished_at FROM import_run
            WHERE source = \(source) AND state = 'finished' ORDER BY number DESC LIMIT 1
            """
        ) { ($0.text(0), $0.text(1), $0.text(2), $0.instant(3)) }
        guard let last, last.0 == job.fileHash, last.1 == job.mappingHash, last.2 == job.scope.rawValue else { return nil }
        return last.3
    }

    func startRun(_ job: ImportJob, source: Int) throws -> (id: ID<ImportRun>, number: Int) {
        let number = try count("SELECT COALESCE(MAX(number), 0) FROM import_run") + 1
        let id = ID<ImportRun>.new(at: job.startedAt)
        try run(
            """
            INSERT INTO import_run (id, number, source, file_name, file_hash, mapping, mapping_hash, scope, state, imported_by,
                started_at, rows_read, rows_taken, rows_refused, duplicate_keys, disputed_cells, cells_new, cells_changed,
                cells_removed, labels_unresolved, code_lists)
            VALUES (\(id), \(number), \(source), \(job.input.name), \(job.fileHash), \(job.loaded.mapping.name),
                \(job.mappingHash), \(job.scope.rawValue), 'running', \(job.actor.account), \(job.startedAt), 0, 0, 0, 0, 0, 0, 0,
                0, 0, '')
            """
        )
        return (id, number)
    }

    func finishRun(_ number: Int, _ report: ImportReport, unread: Int, at now: Instant) throws {
        let lists = (report.intake?.codedWith ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value)" }
        try runOnOne(
            """
            UPDATE import_run SET state = 'finished', finished_at = \(now), rows_read = \(report.intake?.rows ?? 0),
                rows_taken = \(report.intake?.accepted ?? 0), rows_refused = \(report.intake?.refused ?? 0),
                duplicate_keys = \(report.duplicateKeys), disputed_cells = \(report.disputedCells),
                cells_new = \(report.cellsNew), cells_changed = \(report.cellsChanged),
                cells_removed = \(report.cellsRemoved), labels_unresolved = \(unread),
                code_lists = \(lists.joined(separator: " "))
            WHERE number = \(number) AND state = 'running'
            """
        )
    }
}
