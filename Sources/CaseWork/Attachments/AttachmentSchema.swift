import Store

enum AttachmentSchema {
    static let migration = Migration(
        "2026-11-25 casework: attachments, sealed in pieces of one mebibyte",
        """
        CREATE TABLE attachment (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            part TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind = 'medical' OR kind = 'court' OR kind = 'identity' OR kind = 'work' OR kind = 'picture' OR
                kind = 'statement' OR kind = 'letter' OR kind = 'other'),
            media TEXT NOT NULL CHECK (media = 'pdf' OR media = 'jpeg' OR media = 'png' OR media = 'text' OR media = 'ogg' OR
                media = 'mp3' OR media = 'wav'),
            size INTEGER NOT NULL,
            parts INTEGER NOT NULL,
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            copy_parts INTEGER NOT NULL,
            copy_sha256 BLOB CHECK (length(copy_sha256) = 32),
            given_by TEXT NOT NULL CHECK (given_by = 'person' OR given_by = 'family' OR given_by = 'authority' OR
                given_by = 'health' OR given_by = 'organisation' OR given_by = 'worker' OR given_by = 'other'),
            given_how TEXT NOT NULL CHECK (given_how = 'by_hand' OR given_how = 'sent' OR given_how = 'made_here' OR given_how = 'copied'),
            given_on TEXT NOT NULL,
            name BLOB,
            origin BLOB,
            added_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            added_at INTEGER NOT NULL,
            withdrawn_at INTEGER,
            withdrawn_by BLOB REFERENCES account (id),
            CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
        ) STRICT
        """,
        "CREATE INDEX attachment_by_case ON attachment (case_id, withdrawn_at, added_at, id)",
        """
        CREATE TABLE attachment_part (
            attachment_id BLOB NOT NULL REFERENCES attachment (id),
            is_copy INTEGER NOT NULL CHECK (is_copy = 0 OR is_copy = 1),
            number INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (attachment_id, is_copy, number)
        ) STRICT
        """
    )
}
