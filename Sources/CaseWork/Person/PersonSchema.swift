import Store

enum PersonSchema {
    /// Each table has the columns of every entry (see `EntryKind`), then one for each field in the order of the form.
    static let migration = Migration(
        "2026-11-25 casework: coded facts about a person",
        """
        CREATE TABLE person_profile (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            sex TEXT,
            age_band TEXT,
            age_estimated INTEGER,
            age_disputed TEXT CHECK (age_disputed = 'yes' OR age_disputed = 'no' OR age_disputed = 'unknown'),
            citizenship TEXT,
            second_citizenship TEXT,
            third_citizenship TEXT,
            stateless TEXT CHECK (stateless = 'yes' OR stateless = 'at_risk' OR stateless = 'no' OR stateless = 'unknown'),
            language TEXT,
            languages TEXT,
            interpreter TEXT CHECK (interpreter = 'needed' OR interpreter = 'not_needed' OR interpreter = 'unknown'),
            literacy TEXT CHECK (literacy = 'well' OR literacy = 'a_little' OR literacy = 'not' OR literacy = 'other_script' OR
                literacy = 'unknown'),
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX person_profile_by_case ON person_profile (case_id, replaced_at)",
        """
        CREATE TABLE origins (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            birth_place BLOB,
            papers TEXT,
            kept_by TEXT CHECK (kept_by = 'person' OR kept_by = 'exploiter' OR kept_by = 'authority' OR
                kept_by = 'organisation' OR kept_by = 'lost' OR kept_by = 'unknown'),
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX origins_by_case ON origins (case_id, replaced_at)",
        """
        CREATE TABLE particulars (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            gender TEXT,
            disability TEXT,
            aids TEXT,
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX particulars_by_case ON particulars (case_id, replaced_at)",
        """
        CREATE TABLE dependant (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            relation TEXT CHECK (relation = 'child' OR relation = 'parent' OR relation = 'partner' OR relation = 'sibling' OR
                relation = 'ward' OR relation = 'other' OR relation = 'unknown'),
            age INTEGER,
            sex TEXT,
            whereabouts TEXT CHECK (whereabouts = 'with_person' OR whereabouts = 'origin' OR whereabouts = 'with_exploiter' OR
                whereabouts = 'in_care' OR whereabouts = 'elsewhere' OR whereabouts = 'unknown'),
            at_risk TEXT CHECK (at_risk = 'yes' OR at_risk = 'no' OR at_risk = 'unknown'),
            needs TEXT,
            name BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX dependant_by_case ON dependant (case_id, replaced_at)"
    )
}
