package import Store

/// The tables of Protection. Whatever could name somebody is sealed; the rest is coded.
package enum ProtectionSchema {
    package static let migrations: [Migration] = [profilesAndPeople, caseFiles]

    private static let profilesAndPeople = Migration(
        "2026-11-24 protection: country profiles by their hash, people",
        """
        CREATE TABLE country_profile (
            hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            text TEXT NOT NULL,
            stored_at INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE person (
            id BLOB PRIMARY KEY,
            identity BLOB NOT NULL,
            identity_version INTEGER NOT NULL,
            sex TEXT NOT NULL CHECK (sex = 'female' OR sex = 'male' OR sex = 'other' OR sex = 'unknown'),
            age_band TEXT NOT NULL,
            citizenship TEXT CHECK (length(citizenship) = 3),
            language TEXT,
            interpreter TEXT NOT NULL CHECK (interpreter = 'needed' OR interpreter = 'not_needed' OR interpreter = 'unknown'),
            added_at INTEGER NOT NULL,
            merged_into BLOB REFERENCES person (id),
            version INTEGER NOT NULL
        ) STRICT
        """
    )

    private static let caseFiles = Migration(
        "2026-11-24 protection: case files and who may see them",
        """
        CREATE TABLE case_file (
            id BLOB PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            label TEXT NOT NULL,
            person_id BLOB NOT NULL REFERENCES person (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            raised_by BLOB NOT NULL REFERENCES account (id),
            assigned_to BLOB REFERENCES account (id),
            deputy BLOB REFERENCES account (id),
            path TEXT NOT NULL CHECK (path = 'adult' OR path = 'child' OR path = 'unsure'),
            stage TEXT NOT NULL,
            setting TEXT NOT NULL,
            is_urgent INTEGER NOT NULL CHECK (is_urgent = 0 OR is_urgent = 1),
            profile TEXT NOT NULL REFERENCES country_profile (hash),
            opened_at INTEGER NOT NULL,
            stage_since INTEGER NOT NULL,
            decision_due TEXT,
            closed_at INTEGER,
            closure_reason TEXT,
            retain_until TEXT,
            version INTEGER NOT NULL,
            CHECK ((closed_at IS NULL) = (closure_reason IS NULL))
        ) STRICT
        """,
        "CREATE INDEX case_file_by_person ON case_file (person_id)",
        "CREATE INDEX case_file_by_due ON case_file (organisation_id, decision_due, id)",
        "CREATE INDEX case_file_by_worker ON case_file (assigned_to, decision_due, id)",
        "CREATE INDEX case_file_by_raiser ON case_file (raised_by, decision_due, id)",
        """
        CREATE TABLE case_share (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            basis TEXT NOT NULL CHECK (basis = 'own_consent' OR basis = 'guardian' OR basis = 'child_protection' OR
                basis = 'best_interests' OR basis = 'legal_override'),
            basis_code TEXT,
            consent_id BLOB,
            opened_by BLOB NOT NULL REFERENCES account (id),
            opened_at INTEGER NOT NULL,
            closed_at INTEGER,
            CHECK ((basis = 'legal_override') = (basis_code IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX case_share_by_case ON case_share (case_id, closed_at)",
        "CREATE INDEX case_share_by_organisation ON case_share (organisation_id, closed_at, case_id)",
        """
        CREATE TABLE case_bar (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            account_id BLOB REFERENCES account (id),
            organisation_id BLOB REFERENCES organisation (id),
            asked_by TEXT NOT NULL CHECK (asked_by = 'person' OR asked_by = 'authority'),
            barred_by BLOB NOT NULL REFERENCES account (id),
            barred_at INTEGER NOT NULL,
            lifted_at INTEGER,
            CHECK ((account_id IS NULL) <> (organisation_id IS NULL))
        ) STRICT
        """,
        "CREATE INDEX case_bar_by_case ON case_bar (case_id, lifted_at)",
        "CREATE INDEX case_bar_by_account ON case_bar (account_id, lifted_at, case_id)",
        "CREATE INDEX case_bar_by_organisation ON case_bar (organisation_id, lifted_at, case_id)"
    )
}
