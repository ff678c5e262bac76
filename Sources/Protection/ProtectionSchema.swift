package import Store

/// The tables that every part of Protection stands on. Whatever could name somebody is sealed; the rest is coded.
/// Each room of Protection (detection, identification, assistance …) has migrations of its own besides.
package enum ProtectionSchema {
    package static let migrations: [Migration] = [
        profilesAndPeople, caseFiles, eventsAndClocks, consent, drafts, extraFields, hiddenFields, peopleToMatch, partsToMatch,
        queueLines, answersOfTheAuthority, peopleJoined, decisionsDue,
    ]

    private static let profilesAndPeople = Migration(
        "2026-11-25 protection: country profiles by their hash, people, competent authorities",
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
            identity BLOB,
            identity_version INTEGER NOT NULL,
            sex TEXT NOT NULL CHECK (sex = 'female' OR sex = 'male' OR sex = 'other' OR sex = 'unknown'),
            age_band TEXT NOT NULL,
            citizenship TEXT CHECK (length(citizenship) = 3),
            language TEXT,
            interpreter TEXT NOT NULL CHECK (interpreter = 'needed' OR interpreter = 'not_needed' OR interpreter = 'unknown'),
            added_at INTEGER NOT NULL,
            merged_into BLOB REFERENCES person (id),
            erased_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE competent_authority (
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            competence TEXT NOT NULL CHECK (competence = 'identification' OR competence = 'child_protection'),
            named_by BLOB NOT NULL REFERENCES account (id),
            named_at INTEGER NOT NULL,
            PRIMARY KEY (competence, organisation_id)
        ) STRICT
        """
    )

    private static let caseFiles = Migration(
        "2026-11-25 protection: case files and who may see them",
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
            exploitation TEXT NOT NULL,
            region TEXT,
            is_urgent INTEGER NOT NULL CHECK (is_urgent = 0 OR is_urgent = 1),
            profile TEXT NOT NULL REFERENCES country_profile (hash),
            opened_at INTEGER NOT NULL,
            stage_since INTEGER NOT NULL,
            next_due TEXT NOT NULL,
            closed_at INTEGER,
            closure_reason TEXT,
            retain_until TEXT,
            joined_into BLOB REFERENCES case_file (id),
            version INTEGER NOT NULL,
            CHECK ((closed_at IS NULL) = (closure_reason IS NULL))
        ) STRICT
        """,
        "CREATE INDEX case_file_by_person ON case_file (person_id)",
        "CREATE INDEX case_file_by_worker ON case_file (assigned_to, next_due, id)",
        "CREATE INDEX case_file_by_deputy ON case_file (deputy, next_due, id)",
        "CREATE INDEX case_file_by_raiser ON case_file (raised_by, next_due, id)",
        "CREATE INDEX case_file_by_retention ON case_file (retain_until)",
        """
        CREATE TABLE case_share (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            seat TEXT NOT NULL CHECK (seat = 'keeper' OR seat = 'identification' OR seat = 'child_protection' OR seat = 'recipient'),
            parts TEXT NOT NULL,
            ground TEXT CHECK (ground = 'own_consent' OR ground = 'guardian' OR ground = 'child_protection' OR
                ground = 'best_interests' OR ground = 'legal_override'),
            ground_code TEXT,
            consent_id BLOB,
            opened_by BLOB NOT NULL REFERENCES account (id),
            opened_at INTEGER NOT NULL,
            closed_at INTEGER,
            next_due TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open = 0 OR is_open = 1),
            CHECK ((seat = 'keeper') = (ground IS NULL)),
            CHECK (ground_code IS NOT NULL OR ground IS NULL OR ground <> 'legal_override')
        ) STRICT
        """,
        "CREATE INDEX case_share_by_case ON case_share (case_id, closed_at, organisation_id)",
        "CREATE INDEX case_share_by_queue ON case_share (organisation_id, closed_at, is_open, next_due, case_id)",
        "CREATE INDEX case_share_by_consent ON case_share (consent_id)",
        """
        CREATE TABLE case_member (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            capacity TEXT NOT NULL,
            named_by BLOB NOT NULL REFERENCES account (id),
            since INTEGER NOT NULL,
            ended_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX case_member_by_case ON case_member (case_id, ended_at)",
        "CREATE INDEX case_member_by_account ON case_member (account_id, ended_at, case_id)",
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

    private static let eventsAndClocks = Migration(
        "2026-11-25 protection: what happened in a case file, and what must happen by when",
        """
        CREATE TABLE case_event (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            account_id BLOB,
            organisation_id BLOB,
            subject_id BLOB,
            detail TEXT
        ) STRICT
        """,
        "CREATE INDEX case_event_by_case ON case_event (case_id, at, id)",
        """
        CREATE TABLE case_clock (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL,
            subject_id BLOB,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            account_id BLOB REFERENCES account (id),
            profile TEXT NOT NULL REFERENCES country_profile (hash),
            started_at INTEGER NOT NULL,
            due TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            warn_at INTEGER,
            warned_at INTEGER,
            late_told_at INTEGER,
            stopped_at INTEGER,
            outcome TEXT CHECK (outcome = 'met' OR outcome = 'ended' OR outcome = 'cancelled'),
            CHECK ((stopped_at IS NULL) = (outcome IS NULL))
        ) STRICT
        """,
        "CREATE INDEX case_clock_by_case ON case_clock (case_id, stopped_at, due_at)",
        "CREATE INDEX case_clock_by_organisation ON case_clock (organisation_id, stopped_at, due_at, id)",
        "CREATE INDEX case_clock_by_warning ON case_clock (stopped_at, warned_at, warn_at)",
        "CREATE INDEX case_clock_by_lateness ON case_clock (stopped_at, late_told_at, due_at)"
    )
}
