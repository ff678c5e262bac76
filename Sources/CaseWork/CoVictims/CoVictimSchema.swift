import Store

enum CoVictimSchema {
    static let migration = Migration(
        "2026-11-25 casework: files of people exploited together, linked by a key that says nothing",
        """
        CREATE TABLE co_victim_link (
            id BLOB PRIMARY KEY,
            pair_key BLOB NOT NULL CHECK (length(pair_key) = 32),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            is_origin INTEGER NOT NULL CHECK (is_origin = 0 OR is_origin = 1),
            noted_by BLOB NOT NULL REFERENCES account (id),
            noted_at INTEGER NOT NULL,
            withdrawn_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX co_victim_link_by_case ON co_victim_link (case_id, withdrawn_at)",
        "CREATE INDEX co_victim_link_by_pair ON co_victim_link (pair_key, withdrawn_at)"
    )
}
