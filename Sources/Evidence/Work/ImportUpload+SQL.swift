import Access
import Basics
import Store

extension SQL {
    fileprivate static let uploads: SQL = """
        SELECT id, uploaded_by, file_name, file_hash, file_size, mapping, scope, state, latest_run, run, uploaded_at, changed_at, expires_at
        FROM import_upload
        """
}

extension ImportUpload {
    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ImportUpload.self)
        uploadedBy = try row.id(1, of: Account.self)
        (fileName, fileHash, fileSize, mapping) = (row.text(2), row.text(3), row.int(4), row.text(5))
        scope = try row.choice(6, as: ImportScope.self)
        state = try row.choice(7, as: State.self)
        (latestRun, run) = (row.int(8), row.optionalInt(9))
        (uploadedAt, changedAt, expiresAt) = (row.instant(10), row.instant(11), row.instant(12))
    }
}

extension Transaction {
    /// An upload of this person's own; those of others are as if they weren't there.
    func upload(_ id: ID<ImportUpload>, of account: ID<Account>, at now: Instant) throws -> ImportUpload? {
        try row("\(sql: .uploads) WHERE id = \(id) AND uploaded_by = \(account) AND expires_at > \(now)") { try ImportUpload($0) }
    }

    /// This person's uploads that wait for their decision, the latest first.
    func uploads(of account: ID<Account>, at now: Instant) throws -> [ImportUpload] {
        try rows(
            """
            \(sql: .uploads) WHERE uploaded_by = \(account) AND expires_at > \(now) AND state <> 'applied'
            ORDER BY id DESC LIMIT \(ImportUpload.most)
            """
        ) { try ImportUpload($0) }
    }

    func latestRun() throws -> Int { try count("SELECT COALESCE(MAX(number), 0) FROM import_run") }

    func keep(_ upload: ImportUpload, report: Sealed<ImportUpload, String>) throws {
        try run(
            """
            INSERT INTO import_upload (id, uploaded_by, file_name, file_hash, file_size, mapping, scope, state, latest_run, report,
                uploaded_at, changed_at, expires_at, version)
            VALUES (\(upload.id), \(upload.uploadedBy), \(upload.fileName), \(upload.fileHash), \(upload.fileSize), \(upload.mapping),
                \(upload.scope.rawValue), 'tried', \(upload.latestRun), \(report), \(upload.uploadedAt), \(upload.uploadedAt),
                \(upload.expiresAt), 1)
            """
        )
    }

    func keep(_ part: Sealed<ImportUpload, [UInt8]>, number: Int, of id: ID<ImportUpload>) throws {
        try run("INSERT INTO import_upload_part (upload, part, sealed) VALUES (\(id), \(number), \(part))")
    }

    func parts(of id: ID<ImportUpload>) throws -> [Sealed<ImportUpload, [UInt8]>] {
        try rows("SELECT sealed FROM import_upload_part WHERE upload = \(id) ORDER BY part") { $0.sealed(0, of: ImportUpload.self) }
    }

    func report(of id: ID<ImportUpload>) throws -> Sealed<ImportUpload, String>? {
        try row("SELECT report FROM import_upload WHERE id = \(id)") { $0.optionalSealed(0, of: ImportUpload.self) } ?? nil
    }

    /// Another trial of the same file.
    func tried(_ upload: ImportUpload, report: Sealed<ImportUpload, String>, latestRun: Int, at now: Instant) throws {
        try runOnOne(
            """
            UPDATE import_upload SET state = 'tried', report = \(report), latest_run = \(latestRun), changed_at = \(now),
                version = version + 1
            WHERE id = \(upload.id) AND state = \(upload.state.rawValue)
            """
        )
    }

    /// Takes an upload for importing, so that nobody does it at the same time.
    func beginApplying(_ upload: ImportUpload, at now: Instant) throws {
        let taken = try run(
            """
            UPDATE import_upload SET state = 'applying', changed_at = \(now), version = version + 1
            WHERE id = \(upload.id) AND (state = 'tried' OR (state = 'applying' AND changed_at <= \(now - ImportUpload.patience)))
            """
        )
        guard taken == 1 else { throw upload.state == .applied ? UploadRefused.alreadyImported : UploadRefused.underWay }
    }

    /// Gives it back: nothing was imported.
    func endApplying(_ id: ID<ImportUpload>, at now: Instant) throws {
        try run(
            """
            UPDATE import_upload SET state = 'tried', changed_at = \(now), version = version + 1
            WHERE id = \(id) AND state = 'applying'
            """
        )
    }

    /// The file has become a run; its copy goes.
    func applied(_ id: ID<ImportUpload>, run number: Int?, at now: Instant) throws {
        try run("DELETE FROM import_upload_part WHERE upload = \(id)")
        try runOnOne(
            """
            UPDATE import_upload SET state = 'applied', run = \(number), report = NULL, changed_at = \(now), version = version + 1
            WHERE id = \(id) AND state = 'applying'
            """
        )
    }

    func withdraw(_ id: ID<ImportUpload>) throws {
        try run("DELETE FROM import_upload_part WHERE upload = \(id)")
        try run("DELETE FROM import_upload WHERE id = \(id)")
    }

    /// Destroys the files whose time has run out. Their rows stay until `expireUploads`, which tells whose keys can go.
    func emptyExpiredUploads(at now: Instant) throws {
        try run("DELETE FROM import_upload_part WHERE upload IN (SELECT id FROM import_upload WHERE expires_at <= \(now))")
        try run("UPDATE import_upload SET report = NULL WHERE expires_at <= \(now) AND report IS NOT NULL")
    }

    /// Removes uploads whose time has run out.
    /// - Returns: their ids, whose keys can go too.
    @discardableResult
    func expireUploads(at now: Instant) throws -> [ID<ImportUpload>] {
        let ids = try rows("SELECT id FROM import_upload WHERE expires_at <= \(now)") { try $0.id(0, of: ImportUpload.self) }
        for id in ids { try withdraw(id) }
        return ids
    }
}
