import Store

enum LegalSchema {
    /// Each table has the columns of every entry (see `EntryKind`), then one for each field in the order of the form.
    static let migration = Migration(
        "2026-11-25 casework: proceedings, hearings, legal aid",
        """
        CREATE TABLE crime_reference (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            opened TEXT,
            capacity TEXT CHECK (capacity = 'victim' OR capacity = 'witness' OR capacity = 'civil_party' OR capacity = 'suspect' OR
                capacity = 'unknown'),
            state TEXT CHECK (state = 'reported' OR state = 'investigation' OR state = 'charged' OR state = 'trial' OR
                state = 'judged' OR state = 'appeal' OR state = 'dropped' OR state = 'unknown'),
            reference BLOB,
            authority BLOB,
            protection TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX crime_reference_by_case ON crime_reference (case_id, replaced_at)",
        """
        CREATE TABLE hearing (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            proceeding TEXT,
            held_on TEXT,
            matter TEXT CHECK (matter = 'testimony' OR matter = 'trial' OR matter = 'interim' OR matter = 'residence' OR
                matter = 'asylum' OR matter = 'family' OR matter = 'claim' OR matter = 'other'),
            court BLOB,
            outcome TEXT CHECK (outcome = 'ahead' OR outcome = 'held' OR outcome = 'postponed' OR outcome = 'not_attended' OR
                outcome = 'decided'),
            needs TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX hearing_by_case ON hearing (case_id, replaced_at)",
        """
        CREATE TABLE legal_aid (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            purpose TEXT CHECK (purpose = 'criminal' OR purpose = 'residence' OR purpose = 'asylum' OR purpose = 'compensation' OR
                purpose = 'labour' OR purpose = 'family' OR purpose = 'defence' OR purpose = 'other'),
            state TEXT CHECK (state = 'asked' OR state = 'granted' OR state = 'refused' OR state = 'ended' OR
                state = 'paid_otherwise'),
            since TEXT,
            until TEXT,
            lawyer BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX legal_aid_by_case ON legal_aid (case_id, replaced_at)",
        """
        CREATE TABLE further_facts (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX further_facts_by_case ON further_facts (case_id, replaced_at)"
    )
}
