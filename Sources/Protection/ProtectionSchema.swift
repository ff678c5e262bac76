package import Store

/// The tables that every part of Protection stands on. Whatever could name somebody is sealed; the rest is coded.
/// Each room of Protection (detection, identification, assistance …) has migrations of its own besides.
package enum ProtectionSchema {
    package static let migrations: [Migration] = [
        profilesAndPeople, caseFiles, eventsAndClocks, consent, drafts, extraFields, hiddenFields, peopleToMatch, partsToMatch,
        queueLines, answersOfTheAuthority, peopleJoined,
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

    private static let consent = Migration(
        "2026-11-25 protection: what a person agreed to, and what was disclosed on which ground",
        """
        CREATE TABLE consent (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            purpose TEXT NOT NULL,
            recipient_id BLOB REFERENCES organisation (id),
            answer TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'not_able_now'),
            given_by TEXT NOT NULL CHECK (given_by = 'person' OR given_by = 'guardian'),
            guardian_id BLOB REFERENCES account (id),
            parts TEXT NOT NULL,
            language TEXT NOT NULL,
            explained TEXT NOT NULL CHECK (explained = 'spoken' OR explained = 'written' OR explained = 'audio' OR explained = 'interpreter'),
            evidence TEXT NOT NULL CHECK (evidence = 'spoken' OR evidence = 'signed' OR evidence = 'witnessed'),
            note BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            expires_on TEXT,
            withdrawn_at INTEGER,
            withdrawal_recorded_by BLOB REFERENCES account (id),
            CHECK ((given_by = 'guardian') = (guardian_id IS NOT NULL)),
            CHECK ((withdrawn_at IS NULL) = (withdrawal_recorded_by IS NULL))
        ) STRICT
        """,
        "CREATE INDEX consent_by_case ON consent (case_id, purpose, recorded_at)",
        "CREATE INDEX consent_by_expiry ON consent (expires_on, withdrawn_at)",
        """
        CREATE TABLE disclosure (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            share_id BLOB REFERENCES case_share (id),
            recipient_id BLOB REFERENCES organisation (id),
            purpose TEXT NOT NULL,
            parts TEXT NOT NULL,
            ground TEXT NOT NULL CHECK (ground = 'own_consent' OR ground = 'guardian' OR ground = 'child_protection' OR
                ground = 'best_interests' OR ground = 'legal_override'),
            ground_code TEXT,
            consent_id BLOB REFERENCES consent (id),
            disclosed_by BLOB NOT NULL REFERENCES account (id),
            disclosed_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX disclosure_by_case ON disclosure (case_id, disclosed_at)"
    )

    private static let drafts = Migration(
        "2026-11-25 protection: unfinished forms, each sealed with a key of its own",
        """
        CREATE TABLE draft (
            id BLOB PRIMARY KEY,
            kind TEXT NOT NULL,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            begun_by BLOB NOT NULL REFERENCES account (id),
            saved_by BLOB NOT NULL REFERENCES account (id),
            content BLOB NOT NULL,
            version INTEGER NOT NULL,
            begun_at INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            warned_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX draft_by_organisation ON draft (organisation_id, kind, saved_at)",
        "CREATE INDEX draft_by_expiry ON draft (expires_at)"
    )

    private static let extraFields = Migration(
        "2026-11-25 protection: what the fields hold that a country adds to a record",
        """
        CREATE TABLE extra_field_value (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            record_id BLOB NOT NULL,
            code TEXT NOT NULL,
            coded TEXT,
            sealed BLOB,
            CHECK (coded IS NULL OR sealed IS NULL),
            UNIQUE (record_id, code)
        ) STRICT
        """,
        "CREATE INDEX extra_field_value_by_case ON extra_field_value (case_id)"
    )

    private static let hiddenFields = Migration(
        "2026-11-25 protection: fields that a share leaves out",
        "ALTER TABLE case_share ADD COLUMN hidden TEXT NOT NULL DEFAULT ''"
    )

    /// Who answers in a guardian's place stands in `guardian_id`, as a guardian does; this says for which authority.
    private static let answersOfTheAuthority = Migration(
        "2026-11-25 protection: consents that the child-protection authority gives in a guardian's place",
        "ALTER TABLE consent ADD COLUMN authority_id BLOB REFERENCES organisation (id)"
    )

    private static let peopleJoined = Migration(
        "2026-11-25 protection: people by whom they were joined with",
        "CREATE INDEX person_by_merge ON person (merged_into)"
    )

    private static let peopleToMatch = Migration(
        "2026-11-25 protection: people who were not yet compared with all others",
        """
        CREATE TABLE person_to_match (
            person_id BLOB PRIMARY KEY REFERENCES person (id),
            queued_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX person_to_match_by_age ON person_to_match (queued_at, person_id)",
        """
        CREATE TABLE person_to_match_token (
            person_id BLOB NOT NULL REFERENCES person (id),
            sort TEXT NOT NULL CHECK (sort = 'written' OR sort = 'latin' OR sort = 'sound' OR sort = 'year'),
            token BLOB NOT NULL,
            PRIMARY KEY (person_id, token)
        ) STRICT
        """
    )

    private static let partsToMatch = Migration(
        "2026-11-25 protection: which part of a name a token comes from",
        "ALTER TABLE person_to_match_token ADD COLUMN part INTEGER NOT NULL DEFAULT 0"
    )
}
