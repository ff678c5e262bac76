import Store

/// The tables of the protection of children. What somebody typed stands in `child_note` alone, sealed with the child's key.
enum GuardianshipSchema {
    static let migrations: [Migration] = [
        notesAndAges, guardians, consentRequests, bestInterests, care, tracing, panelsThatChange,
    ]

    private static let panelsThatChange = Migration(
        "2026-11-26 guardianship: who was taken off a panel, and by whom",
        "ALTER TABLE best_interests_member ADD COLUMN left_at INTEGER",
        "ALTER TABLE best_interests_member ADD COLUMN removed_by BLOB REFERENCES account (id)"
    )

    private static let notesAndAges = Migration(
        "2026-11-25 guardianship: sealed notes, age assessments",
        """
        CREATE TABLE child_note (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            subject_id BLOB NOT NULL,
            field TEXT NOT NULL,
            content BLOB,
            written_by BLOB NOT NULL REFERENCES account (id),
            written_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX child_note_by_subject ON child_note (case_id, subject_id)",
        """
        CREATE TABLE age_assessment (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            stage TEXT NOT NULL CHECK (stage = 'opened' OR stage = 'agreed' OR stage = 'refused' OR stage = 'decided' OR
                stage = 'under_review'),
            ground TEXT NOT NULL,
            opened_by BLOB NOT NULL REFERENCES account (id),
            opened_at INTEGER NOT NULL,
            guardian_id BLOB REFERENCES account (id),
            child_view TEXT,
            answered_at INTEGER,
            outcome TEXT CHECK (outcome = 'child' OR outcome = 'adult'),
            version INTEGER NOT NULL,
            CHECK ((stage = 'opened') = (guardian_id IS NULL))
        ) STRICT
        """,
        "CREATE INDEX age_assessment_by_case ON age_assessment (case_id, opened_at)",
        """
        CREATE TABLE age_finding (
            id BLOB PRIMARY KEY,
            assessment_id BLOB NOT NULL REFERENCES age_assessment (id),
            method TEXT NOT NULL CHECK (method = 'documents' OR method = 'interview' OR method = 'multidisciplinary' OR
                method = 'medical'),
            lowest INTEGER NOT NULL CHECK (lowest BETWEEN 0 AND 125),
            highest INTEGER NOT NULL CHECK (highest BETWEEN 0 AND 125),
            found_on TEXT NOT NULL,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            CHECK (lowest <= highest)
        ) STRICT
        """,
        "CREATE INDEX age_finding_by_assessment ON age_finding (assessment_id, recorded_at)",
        """
        CREATE TABLE age_decision (
            id BLOB PRIMARY KEY,
            assessment_id BLOB NOT NULL REFERENCES age_assessment (id),
            outcome TEXT NOT NULL CHECK (outcome = 'child' OR outcome = 'adult'),
            lowest INTEGER NOT NULL,
            highest INTEGER NOT NULL,
            decided_by BLOB NOT NULL REFERENCES account (id),
            decided_at INTEGER NOT NULL,
            review_until TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX age_decision_by_assessment ON age_decision (assessment_id, decided_at)"
    )

    private static let guardians = Migration(
        "2026-11-25 guardianship: vetting, conflicts of interest, appointments",
        """
        CREATE TABLE guardian_vetting (
            id BLOB PRIMARY KEY,
            account_id BLOB NOT NULL REFERENCES account (id),
            checked_on TEXT NOT NULL,
            trained_on TEXT NOT NULL,
            valid_until TEXT NOT NULL,
            most_children INTEGER NOT NULL CHECK (most_children BETWEEN 1 AND 200),
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            ended_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX guardian_vetting_by_account ON guardian_vetting (account_id, recorded_at)",
        """
        CREATE TABLE guardian_check (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            conflicts TEXT NOT NULL,
            checked_by BLOB NOT NULL REFERENCES account (id),
            checked_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX guardian_check_by_case ON guardian_check (case_id, checked_at)",
        """
        CREATE TABLE guardian_appointment (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            member_id BLOB NOT NULL REFERENCES case_member (id),
            check_id BLOB NOT NULL REFERENCES guardian_check (id),
            is_temporary INTEGER NOT NULL CHECK (is_temporary = 0 OR is_temporary = 1),
            appointed_on TEXT NOT NULL,
            until_day TEXT,
            appointed_by BLOB NOT NULL REFERENCES account (id),
            appointed_at INTEGER NOT NULL,
            ended_at INTEGER,
            end_reason TEXT,
            CHECK ((is_temporary = 1) = (until_day IS NOT NULL)),
            CHECK ((ended_at IS NULL) = (end_reason IS NULL))
        ) STRICT
        """,
        "CREATE INDEX guardian_appointment_by_case ON guardian_appointment (case_id, ended_at)",
        "CREATE INDEX guardian_appointment_by_account ON guardian_appointment (account_id, ended_at)"
    )

    private static let consentRequests = Migration(
        "2026-11-25 guardianship: what a guardian is asked to consent to",
        """
        CREATE TABLE consent_request (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            purpose TEXT NOT NULL,
            recipient_id BLOB REFERENCES organisation (id),
            parts TEXT NOT NULL,
            asked_by BLOB NOT NULL REFERENCES account (id),
            asked_at INTEGER NOT NULL,
            answered_by BLOB REFERENCES account (id),
            answered_at INTEGER,
            answer TEXT CHECK (answer = 'yes' OR answer = 'no' OR answer = 'not_able_now'),
            child_view TEXT,
            consent_id BLOB REFERENCES consent (id),
            version INTEGER NOT NULL,
            CHECK ((answered_at IS NULL) = (answer IS NULL)),
            CHECK ((answer IS NULL) = (child_view IS NULL))
        ) STRICT
        """,
        "CREATE INDEX consent_request_by_case ON consent_request (case_id, answered_at)"
    )

    private static let bestInterests = Migration(
        "2026-11-25 guardianship: best-interests determinations",
        """
        CREATE TABLE best_interests (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            stage TEXT NOT NULL CHECK (stage = 'opened' OR stage = 'options' OR stage = 'heard' OR stage = 'decided' OR
                stage = 'under_review'),
            question TEXT NOT NULL,
            opened_by BLOB NOT NULL REFERENCES account (id),
            opened_at INTEGER NOT NULL,
            guardian_heard_on TEXT,
            child_view TEXT,
            asked_how TEXT,
            asked_language TEXT,
            weight TEXT,
            new_facts TEXT,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX best_interests_by_case ON best_interests (case_id, opened_at)",
        """
        CREATE TABLE best_interests_member (
            id BLOB PRIMARY KEY,
            determination_id BLOB NOT NULL REFERENCES best_interests (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            profession TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX best_interests_member_by_determination ON best_interests_member (determination_id)",
        """
        CREATE TABLE best_interests_option (
            id BLOB PRIMARY KEY,
            determination_id BLOB NOT NULL REFERENCES best_interests (id),
            kind TEXT NOT NULL,
            added_at INTEGER NOT NULL,
            UNIQUE (determination_id, kind)
        ) STRICT
        """,
        """
        CREATE TABLE best_interests_decision (
            id BLOB PRIMARY KEY,
            determination_id BLOB NOT NULL REFERENCES best_interests (id),
            option_id BLOB NOT NULL REFERENCES best_interests_option (id),
            decided_by BLOB NOT NULL REFERENCES account (id),
            decided_at INTEGER NOT NULL,
            review_on TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX best_interests_decision_by_determination ON best_interests_decision (determination_id, decided_at)",
        """
        CREATE TABLE best_interests_assessment (
            id BLOB PRIMARY KEY, entry_id BLOB NOT NULL, case_id BLOB NOT NULL REFERENCES case_file (id), version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id), added_at INTEGER NOT NULL, replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            assessed_on TEXT, child_view TEXT, identity TEXT, family TEXT, safety TEXT, vulnerability TEXT, health TEXT, education TEXT,
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX best_interests_assessment_by_case ON best_interests_assessment (case_id, replaced_at)"
    )

    private static let care = Migration(
        "2026-11-25 guardianship: where a child lives, and who visits",
        """
        CREATE TABLE care_arrangement (
            id BLOB PRIMARY KEY, entry_id BLOB NOT NULL, case_id BLOB NOT NULL REFERENCES case_file (id), version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id), added_at INTEGER NOT NULL, replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            kind TEXT, began TEXT, ended TEXT, carer_vetted TEXT, unrelated_adults TEXT, may_leave TEXT, siblings TEXT, apart_reason TEXT,
            place BLOB, carer BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX care_arrangement_by_case ON care_arrangement (case_id, replaced_at)",
        """
        CREATE TABLE care_visit (
            id BLOB PRIMARY KEY, entry_id BLOB NOT NULL, case_id BLOB NOT NULL REFERENCES case_file (id), version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id), added_at INTEGER NOT NULL, replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            visited_on TEXT, seen_alone TEXT, announced TEXT, concerns TEXT, note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX care_visit_by_case ON care_visit (case_id, replaced_at)",
        """
        CREATE TABLE guardian_visit (
            id BLOB PRIMARY KEY, entry_id BLOB NOT NULL, case_id BLOB NOT NULL REFERENCES case_file (id), version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id), added_at INTEGER NOT NULL, replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            met_on TEXT, how TEXT, seen_alone TEXT, concerns TEXT, note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX guardian_visit_by_case ON guardian_visit (case_id, replaced_at)"
    )

    private static let tracing = Migration(
        "2026-11-25 guardianship: family tracing, its risk check before any contact",
        """
        CREATE TABLE family_tracing (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            reference TEXT NOT NULL UNIQUE,
            stage TEXT NOT NULL CHECK (stage = 'requested' OR stage = 'favourable' OR stage = 'unfavourable' OR stage = 'approved' OR
                stage = 'refused' OR stage = 'closed'),
            kin TEXT NOT NULL,
            wish TEXT NOT NULL,
            risks TEXT,
            requested_by BLOB NOT NULL REFERENCES account (id),
            requested_at INTEGER NOT NULL,
            checked_by BLOB REFERENCES account (id),
            checked_at INTEGER,
            decided_by BLOB REFERENCES account (id),
            decided_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX family_tracing_by_case ON family_tracing (case_id, requested_at)",
        """
        CREATE TABLE tracing_step (
            id BLOB PRIMARY KEY,
            tracing_id BLOB NOT NULL REFERENCES family_tracing (id),
            kind TEXT NOT NULL,
            result TEXT NOT NULL,
            done_on TEXT NOT NULL,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX tracing_step_by_tracing ON tracing_step (tracing_id, recorded_at)"
    )
}
