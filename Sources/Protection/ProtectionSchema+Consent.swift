import Store

// Consent and disclosure, drafts, fields of the profile, and what a name is found by.
extension ProtectionSchema {
    static let consent = Migration(
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

    static let drafts = Migration(
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

    static let extraFields = Migration(
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

    static let hiddenFields = Migration(
        "2026-11-25 protection: fields that a share leaves out",
        "ALTER TABLE case_share ADD COLUMN hidden TEXT NOT NULL DEFAULT ''"
    )

    /// Who answers in a guardian's place stands in `guardian_id`, as a guardian does; this says for which authority.
    static let answersOfTheAuthority = Migration(
        "2026-11-25 protection: consents that the child-protection authority gives in a guardian's place",
        "ALTER TABLE consent ADD COLUMN authority_id BLOB REFERENCES organisation (id)"
    )

    static let peopleJoined = Migration(
        "2026-11-25 protection: people by whom they were joined with",
        "CREATE INDEX person_by_merge ON person (merged_into)"
    )

    /// The queue of decisions is sorted by what the authority itself has to do, and not by what is due from anybody.
    static let decisionsDue = Migration(
        "2026-11-26 protection: shares by the day on which the authority has to decide",
        """
        UPDATE case_share SET next_due = COALESCE((SELECT min(k.due) FROM case_clock k WHERE k.case_id = case_share.case_id
            AND k.stopped_at IS NULL AND k.kind IN ('decision.acknowledgement', 'decision.presumption', 'decision.final',
            'decision.review')), '9999-12-31')
        """
    )

    static let peopleToMatch = Migration(
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

    static let partsToMatch = Migration(
        "2026-11-25 protection: which part of a name a token comes from",
        "ALTER TABLE person_to_match_token ADD COLUMN part INTEGER NOT NULL DEFAULT 0"
    )
}
