import Store

/// The tables of the work on imports.
enum WorkSchema {
    static let migrations: [Migration] = [
        Migration(
            "2026-11-21 evidence: uploads that wait between the trial and the import",
            """
            CREATE TABLE import_upload (
                id BLOB PRIMARY KEY,
                uploaded_by BLOB NOT NULL,
                file_name TEXT NOT NULL,
                file_hash TEXT NOT NULL,
                file_size INTEGER NOT NULL,
                mapping TEXT NOT NULL,
                scope TEXT NOT NULL CHECK (scope IN ('addition', 'whole')),
                state TEXT NOT NULL CHECK (state IN ('tried', 'applying', 'applied')),
                latest_run INTEGER NOT NULL,
                report BLOB,
                run INTEGER,
                uploaded_at INTEGER NOT NULL,
                changed_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                version INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX import_upload_by_account ON import_upload (uploaded_by, id)",
            "CREATE INDEX import_upload_by_expiry ON import_upload (expires_at)",
            """
            CREATE TABLE import_upload_part (
                upload BLOB NOT NULL REFERENCES import_upload (id),
                part INTEGER NOT NULL,
                sealed BLOB NOT NULL,
                PRIMARY KEY (upload, part)
            ) STRICT
            """,
            // The order of the list of refused rows, and the kinds of reason that it can be narrowed to.
            "CREATE INDEX quarantined_row_by_place ON quarantined_row (run, line, id)",
            "CREATE INDEX quarantined_row_by_code ON quarantined_row (code)"
        )
    ]
}
