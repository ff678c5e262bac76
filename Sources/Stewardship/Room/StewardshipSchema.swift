package import Store

/// The tables of stewardship. What could name somebody is sealed with the person's key; the rest is coded.
package enum StewardshipSchema {
    package static let migrations: [Migration] = [closures, retention, conferences, absence, caseloads, joins, subjects]

    private static let closures = Migration(
        "2026-11-25 stewardship: closing and reopening a file",
        """
        CREATE TABLE closure (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            reason TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome = 'safe' OR outcome = 'better' OR outcome = 'unchanged' OR outcome = 'worse' OR
                outcome = 'unknown'),
            agreement TEXT NOT NULL CHECK (agreement = 'agrees' OR agreement = 'disagrees' OR agreement = 'not_reached'),
            follow_up TEXT NOT NULL CHECK (follow_up = 'yes' OR follow_up = 'no' OR follow_up = 'not_asked'),
            follow_up_by TEXT CHECK (follow_up_by = 'person' OR follow_up_by = 'guardian'),
            note BLOB,
            closed_by BLOB NOT NULL REFERENCES account (id),
            closed_at INTEGER NOT NULL,
            retain_until TEXT NOT NULL,
            reopened_by BLOB REFERENCES account (id),
            reopened_at INTEGER,
            reopen_reason TEXT,
            reopen_note BLOB,
            CHECK ((follow_up = 'yes') = (follow_up_by IS NOT NULL)),
            CHECK ((reopened_at IS NULL) = (reopened_by IS NULL)),
            CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL))
        ) STRICT
        """,
        "CREATE INDEX closure_by_case ON closure (case_id, closed_at)"
    )

    private static let retention = Migration(
        "2026-11-25 stewardship: what holds an erasure back, who was erased, and the record that is left",
        """
        CREATE TABLE retention_hold (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            reason TEXT NOT NULL CHECK (reason = 'pending_claim' OR reason = 'court_order' OR reason = 'review' OR reason = 'person_wishes'),
            until TEXT NOT NULL,
            held_by BLOB NOT NULL REFERENCES account (id),
            held_at INTEGER NOT NULL,
            ended_by BLOB REFERENCES account (id),
            ended_at INTEGER,
            CHECK ((ended_at IS NULL) = (ended_by IS NULL))
        ) STRICT
        """,
        "CREATE INDEX retention_hold_by_case ON retention_hold (case_id, ended_at)",
        """
        CREATE TABLE retention_notice (
            case_id BLOB PRIMARY KEY REFERENCES case_file (id),
            told_at INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE erasure_order (
            person_id BLOB PRIMARY KEY REFERENCES person (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            basis TEXT NOT NULL CHECK (basis = 'retention' OR basis = 'request'),
            ordered_by BLOB NOT NULL REFERENCES account (id),
            ordered_at INTEGER NOT NULL,
            complete_on TEXT
        ) STRICT
        """,
        "CREATE INDEX erasure_order_by_time ON erasure_order (ordered_at, person_id)",
        """
        CREATE TABLE forgotten (
            person_id BLOB PRIMARY KEY REFERENCES person (id)
        ) STRICT
        """,
        // Kept in the order of random ids: even the order of the rows tells nothing of who was erased when.
        """
        CREATE TABLE statistical_record (
            id BLOB PRIMARY KEY,
            quarter TEXT NOT NULL CHECK (length(quarter) = 7),
            sex TEXT NOT NULL,
            age_band TEXT NOT NULL,
            citizenship TEXT,
            setting TEXT NOT NULL,
            form TEXT NOT NULL,
            stage TEXT NOT NULL,
            path TEXT NOT NULL,
            closure_reason TEXT
        ) STRICT, WITHOUT ROWID
        """
    )

    private static let conferences = Migration(
        "2026-11-25 stewardship: case conferences, their agenda, decisions and tasks",
        """
        CREATE TABLE conference (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            called_by BLOB NOT NULL REFERENCES account (id),
            called_at INTEGER NOT NULL,
            meets_on TEXT NOT NULL,
            hour INTEGER NOT NULL CHECK (hour >= 0 AND hour <= 23),
            venue TEXT NOT NULL CHECK (venue = 'in_person' OR venue = 'telephone' OR venue = 'video'),
            stage TEXT NOT NULL CHECK (stage = 'called' OR stage = 'held' OR stage = 'closed' OR stage = 'cancelled'),
            stage_since INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE conference_case (
            conference_id BLOB NOT NULL REFERENCES conference (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            added_by BLOB NOT NULL REFERENCES account (id),
            meets_on TEXT NOT NULL,
            PRIMARY KEY (conference_id, case_id)
        ) STRICT
        """,
        "CREATE INDEX conference_case_by_case ON conference_case (case_id, conference_id)",
        """
        CREATE TABLE conference_invitation (
            conference_id BLOB NOT NULL REFERENCES conference (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            meets_on TEXT NOT NULL,
            invited_by BLOB NOT NULL REFERENCES account (id),
            invited_at INTEGER NOT NULL,
            attendance TEXT CHECK (attendance = 'came' OR attendance = 'apologised' OR attendance = 'absent'),
            PRIMARY KEY (conference_id, organisation_id)
        ) STRICT
        """,
        "CREATE INDEX conference_invitation_by_organisation ON conference_invitation (organisation_id, meets_on, conference_id)",
        """
        CREATE TABLE agenda_item (
            id BLOB PRIMARY KEY,
            conference_id BLOB NOT NULL REFERENCES conference (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            part TEXT NOT NULL,
            text BLOB,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX agenda_item_by_conference ON agenda_item (conference_id, added_at)",
        "CREATE INDEX agenda_item_by_case ON agenda_item (case_id)",
        """
        CREATE TABLE conference_decision (
            id BLOB PRIMARY KEY,
            conference_id BLOB NOT NULL REFERENCES conference (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL,
            part TEXT NOT NULL,
            text BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX conference_decision_by_conference ON conference_decision (conference_id, recorded_at)",
        "CREATE INDEX conference_decision_by_case ON conference_decision (case_id)",
        """
        CREATE TABLE conference_task (
            id BLOB PRIMARY KEY,
            conference_id BLOB NOT NULL REFERENCES conference (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            part TEXT NOT NULL,
            text BLOB,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            account_id BLOB REFERENCES account (id),
            due TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'open' OR state = 'done' OR state = 'withdrawn'),
            set_by BLOB NOT NULL REFERENCES account (id),
            set_at INTEGER NOT NULL,
            settled_by BLOB REFERENCES account (id),
            settled_at INTEGER,
            CHECK ((state = 'open') = (settled_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX conference_task_by_conference ON conference_task (conference_id, due)",
        "CREATE INDEX conference_task_by_case ON conference_task (case_id, state)",
        "CREATE INDEX conference_task_by_organisation ON conference_task (organisation_id, state, due, id)"
    )
}
