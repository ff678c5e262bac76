import Store

enum CareSchema {
    /// Each table has the columns of every entry (see `EntryKind`), then one for each field in the order of the form.
    static let migration = Migration(
        "2026-11-25 casework: health, safety plan, goals, own view, contact",
        """
        CREATE TABLE health_entry (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            seen_on TEXT,
            pregnancy TEXT CHECK (pregnancy = 'yes' OR pregnancy = 'no' OR pregnancy = 'not_asked' OR
                pregnancy = 'not_applicable' OR pregnancy = 'unknown'),
            due TEXT,
            conditions TEXT,
            treatment TEXT CHECK (treatment = 'none_needed' OR treatment = 'needed' OR treatment = 'begun' OR
                treatment = 'goes_on' OR treatment = 'finished' OR treatment = 'declined' OR
                treatment = 'unknown'),
            medicine TEXT CHECK (medicine = 'yes' OR medicine = 'no' OR medicine = 'unknown'),
            examined TEXT CHECK (examined = 'yes' OR examined = 'no' OR examined = 'unknown'),
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX health_entry_by_case ON health_entry (case_id, replaced_at)",
        """
        CREATE TABLE safety_plan (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            threats TEXT,
            threat_detail BLOB,
            trusted BLOB,
            code_word BLOB,
            safe_places BLOB,
            avoid BLOB,
            steps BLOB,
            holders TEXT,
            review TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX safety_plan_by_case ON safety_plan (case_id, replaced_at)",
        """
        CREATE TABLE goal (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            words BLOB,
            domain TEXT,
            importance TEXT CHECK (importance = 'most' OR importance = 'much' OR importance = 'some'),
            progress TEXT CHECK (progress = 'not_begun' OR progress = 'begun' OR progress = 'well_on' OR progress = 'reached' OR
                progress = 'changed'),
            reached_on TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX goal_by_case ON goal (case_id, replaced_at)",
        """
        CREATE TABLE own_view (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            said_on TEXT,
            about TEXT CHECK (about = 'situation' OR about = 'safety' OR about = 'help' OR about = 'plan' OR about = 'future' OR
                about = 'decision' OR about = 'other'),
            feeling TEXT CHECK (feeling = 'well' OR feeling = 'rather_well' OR feeling = 'so_so' OR feeling = 'badly' OR
                feeling = 'not_said'),
            words BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX own_view_by_case ON own_view (case_id, replaced_at)",
        """
        CREATE TABLE contact_attempt (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            tried_on TEXT,
            channel TEXT CHECK (channel = 'call' OR channel = 'message' OR channel = 'visit' OR channel = 'through' OR
                channel = 'letter' OR channel = 'in_person' OR channel = 'other'),
            outcome TEXT CHECK (outcome = 'reached' OR outcome = 'no_answer' OR outcome = 'message_left' OR
                outcome = 'somebody_else' OR outcome = 'channel_dead' OR outcome = 'broken_off'),
            was_safe TEXT CHECK (was_safe = 'yes' OR was_safe = 'no' OR was_safe = 'unknown'),
            next TEXT,
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX contact_attempt_by_case ON contact_attempt (case_id, replaced_at)"
    )
}
