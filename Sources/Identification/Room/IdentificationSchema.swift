import Store

/// The tables of Identification. Decisions and confirmations are only ever added to; what stands now is in `case_file` and
/// `identification_desk`.
enum IdentificationSchema {
    static let migrations: [Migration] = [decisions, reviews, rights, punishment, periods, cooperation]

    private static let decisions = Migration(
        "2026-11-25 identification: decisions, who agreed to them, and the working behind them",
        """
        CREATE TABLE identification_decision (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            from_stage TEXT NOT NULL,
            to_stage TEXT NOT NULL,
            ground TEXT NOT NULL CHECK (ground = 'authority' OR ground = 'review' OR ground = 'court'),
            authority_id BLOB NOT NULL REFERENCES organisation (id),
            decided_by BLOB NOT NULL REFERENCES account (id),
            decided_on TEXT NOT NULL,
            decided_at INTEGER NOT NULL,
            facts TEXT,
            evidence_act TEXT,
            evidence_means TEXT,
            evidence_purpose TEXT,
            note_act BLOB,
            note_means BLOB,
            note_purpose BLOB,
            legal_basis TEXT,
            reasons BLOB,
            due TEXT,
            is_late INTEGER CHECK (is_late = 0 OR is_late = 1),
            CHECK ((due IS NULL) = (is_late IS NULL)),
            CHECK (from_stage <> to_stage)
        ) STRICT
        """,
        "CREATE INDEX identification_decision_by_case ON identification_decision (case_id, decided_at, id)",
        """
        CREATE TABLE identification_confirmation (
            id BLOB PRIMARY KEY,
            decision_id BLOB NOT NULL UNIQUE REFERENCES identification_decision (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            answer TEXT NOT NULL CHECK (answer = 'agreed' OR answer = 'sent_back'),
            answered_by BLOB NOT NULL REFERENCES account (id),
            answered_at INTEGER NOT NULL,
            reasons BLOB
        ) STRICT
        """,
        "CREATE INDEX identification_confirmation_by_case ON identification_confirmation (case_id)",
        """
        CREATE TABLE identification_desk (
            case_id BLOB PRIMARY KEY REFERENCES case_file (id),
            officer_id BLOB REFERENCES account (id),
            pending_id BLOB REFERENCES identification_decision (id),
            pending_since INTEGER,
            CHECK ((pending_id IS NULL) = (pending_since IS NULL))
        ) STRICT
        """,
        """
        CREATE TABLE identification_working (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            step TEXT,
            done_on TEXT,
            source TEXT,
            bears_out TEXT,
            indicators TEXT,
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX identification_working_by_case ON identification_working (case_id, replaced_at)"
    )

    private static let reviews = Migration(
        "2026-11-25 identification: reviews and appeals of negative decisions",
        """
        CREATE TABLE identification_review (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            decision_id BLOB REFERENCES identification_decision (id),
            ground TEXT NOT NULL,
            asked_as TEXT NOT NULL CHECK (asked_as = 'case_worker' OR asked_as = 'guardian' OR asked_as = 'authority'),
            asked_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            asked_at INTEGER NOT NULL,
            asked_on TEXT NOT NULL,
            window_end TEXT NOT NULL,
            is_late INTEGER NOT NULL CHECK (is_late = 0 OR is_late = 1),
            late_reason BLOB,
            note BLOB
        ) STRICT
        """,
        "CREATE INDEX identification_review_by_case ON identification_review (case_id, asked_at)",
        """
        CREATE TABLE identification_appeal (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            lodged_on TEXT NOT NULL,
            is_late INTEGER NOT NULL CHECK (is_late = 0 OR is_late = 1),
            court BLOB,
            lodged_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            outcome TEXT CHECK (outcome = 'won' OR outcome = 'lost' OR outcome = 'withdrawn'),
            decided_on TEXT,
            outcome_note BLOB,
            outcome_by BLOB REFERENCES account (id),
            outcome_at INTEGER,
            CHECK ((outcome IS NULL) = (decided_on IS NULL)),
            CHECK ((outcome IS NULL) = (outcome_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX identification_appeal_by_case ON identification_appeal (case_id, recorded_at)"
    )

    private static let rights = Migration(
        "2026-11-25 identification: that a person was told of their rights",
        """
        CREATE TABLE rights_handover (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            given_on TEXT NOT NULL,
            means TEXT NOT NULL CHECK (means = 'read_aloud' OR means = 'paper' OR means = 'audio' OR means = 'interpreter'),
            language TEXT NOT NULL,
            profile TEXT NOT NULL REFERENCES country_profile (hash),
            given_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX rights_handover_by_case ON rights_handover (case_id, recorded_at)"
    )

    private static let punishment = Migration(
        "2026-11-25 identification: detained, charged or facing removal",
        """
        CREATE TABLE punishment_alert (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL CHECK (kind = 'detained' OR kind = 'charged' OR kind = 'facing_removal'),
            known_on TEXT NOT NULL,
            must_act TEXT NOT NULL CHECK (must_act = 'police' OR must_act = 'prosecutor' OR must_act = 'court' OR must_act = 'immigration'
                OR must_act = 'prison' OR must_act = 'identifying_authority'),
            in_reflection INTEGER NOT NULL CHECK (in_reflection = 0 OR in_reflection = 1),
            note BLOB,
            raised_by BLOB NOT NULL REFERENCES account (id),
            raised_at INTEGER NOT NULL,
            outcome TEXT CHECK (outcome = 'released' OR outcome = 'charge_dropped' OR outcome = 'removal_stopped' OR outcome = 'not_so'
                OR outcome = 'punished' OR outcome = 'removed'),
            outcome_on TEXT,
            outcome_by BLOB REFERENCES account (id),
            outcome_at INTEGER,
            CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
            CHECK ((outcome IS NULL) = (outcome_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX punishment_alert_by_case ON punishment_alert (case_id, outcome_at)",
        """
        CREATE TABLE punishment_told (
            id BLOB PRIMARY KEY,
            alert_id BLOB NOT NULL REFERENCES punishment_alert (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            told TEXT NOT NULL,
            told_on TEXT NOT NULL,
            told_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX punishment_told_by_alert ON punishment_told (alert_id, recorded_at)"
    )

    private static let periods = Migration(
        "2026-11-25 identification: reflection periods and residence permits",
        """
        CREATE TABLE reflection_step (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            step TEXT NOT NULL CHECK (step = 'begun' OR step = 'extended' OR step = 'ended'),
            at INTEGER NOT NULL,
            began_on TEXT NOT NULL,
            ends_on TEXT NOT NULL,
            reason TEXT,
            decided_by BLOB REFERENCES account (id),
            CHECK ((step = 'begun') = (reason IS NULL))
        ) STRICT
        """,
        "CREATE INDEX reflection_step_by_case ON reflection_step (case_id, at, id)",
        """
        CREATE TABLE residence_permit (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            kind TEXT,
            state TEXT,
            asked_on TEXT,
            issued_on TEXT,
            ends_on TEXT,
            renewal TEXT,
            number BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX residence_permit_by_case ON residence_permit (case_id, replaced_at)"
    )

    private static let cooperation = Migration(
        "2026-11-25 identification: what a person wishes about the police", Cooperation.table, Cooperation.index)
}
