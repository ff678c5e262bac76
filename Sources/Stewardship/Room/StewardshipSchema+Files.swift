import Store

// Absence, caseloads, joined files, and what people are told of themselves.

extension StewardshipSchema {
    static let absence = Migration(
        "2026-11-25 stewardship: missing from care, openings in an emergency, deaths",
        """
        CREATE TABLE missing_report (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            is_child INTEGER NOT NULL CHECK (is_child = 0 OR is_child = 1),
            noticed_on TEXT NOT NULL,
            circumstance TEXT NOT NULL,
            last_seen BLOB,
            told_police INTEGER NOT NULL CHECK (told_police = 0 OR told_police = 1),
            told_authority INTEGER NOT NULL CHECK (told_authority = 0 OR told_authority = 1),
            level INTEGER NOT NULL CHECK (level >= 1),
            escalate_at INTEGER,
            state TEXT NOT NULL CHECK (state = 'missing' OR state = 'found' OR state = 'returned' OR state = 'ended'),
            reported_by BLOB NOT NULL REFERENCES account (id),
            reported_at INTEGER NOT NULL,
            ended_by BLOB REFERENCES account (id),
            ended_at INTEGER,
            return_interview BLOB,
            interviewed_on TEXT,
            CHECK ((state = 'missing') = (ended_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX missing_report_by_case ON missing_report (case_id, state)",
        "CREATE INDEX missing_report_by_state ON missing_report (state, escalate_at)",
        """
        CREATE TABLE glass_opening (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            keeper_id BLOB NOT NULL REFERENCES organisation (id),
            kind TEXT NOT NULL,
            reason BLOB,
            opened_at INTEGER NOT NULL,
            until INTEGER NOT NULL,
            verdict TEXT CHECK (verdict = 'justified' OR verdict = 'not_justified'),
            review_note BLOB,
            reviewed_by BLOB REFERENCES account (id),
            reviewed_at INTEGER,
            CHECK ((verdict IS NULL) = (reviewed_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX glass_opening_by_case ON glass_opening (case_id, opened_at)",
        "CREATE INDEX glass_opening_by_account ON glass_opening (account_id, until)",
        "CREATE INDEX glass_opening_by_keeper ON glass_opening (keeper_id, reviewed_at, opened_at)",
        """
        CREATE TABLE death (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL UNIQUE REFERENCES case_file (id),
            died_on TEXT,
            cause TEXT NOT NULL,
            told TEXT NOT NULL,
            note BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """
    )

    static let caseloads = Migration(
        "2026-11-25 stewardship: leave and deputies, transfers to another organisation",
        """
        CREATE TABLE leave_of_absence (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            deputy_id BLOB NOT NULL REFERENCES account (id),
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'coming' OR state = 'running' OR state = 'over'),
            set_by BLOB NOT NULL REFERENCES account (id),
            set_at INTEGER NOT NULL,
            CHECK (account_id <> deputy_id),
            CHECK (first_day <= last_day)
        ) STRICT
        """,
        "CREATE INDEX leave_by_state ON leave_of_absence (state, first_day)",
        "CREATE INDEX leave_by_account ON leave_of_absence (account_id, state)",
        """
        CREATE TABLE leave_file (
            leave_id BLOB NOT NULL REFERENCES leave_of_absence (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            PRIMARY KEY (leave_id, case_id)
        ) STRICT
        """,
        """
        CREATE TABLE file_transfer (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            from_id BLOB NOT NULL REFERENCES organisation (id),
            to_id BLOB NOT NULL REFERENCES organisation (id),
            share_id BLOB NOT NULL REFERENCES case_share (id),
            reason TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'proposed' OR state = 'accepted' OR state = 'refused' OR state = 'withdrawn'),
            proposed_by BLOB NOT NULL REFERENCES account (id),
            proposed_at INTEGER NOT NULL,
            settled_by BLOB REFERENCES account (id),
            settled_at INTEGER,
            CHECK ((state = 'proposed') = (settled_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX file_transfer_by_case ON file_transfer (case_id, state)",
        "CREATE INDEX file_transfer_by_receiver ON file_transfer (to_id, state, proposed_at)",
        "CREATE INDEX file_transfer_by_sender ON file_transfer (from_id, state, proposed_at)"
    )

    static let joins = Migration(
        "2026-11-25 stewardship: files of one person joined and parted again",
        // Detection finds the matches, and makes this table where it is there.
        """
        CREATE TABLE IF NOT EXISTS person_match (
            id BLOB PRIMARY KEY,
            first_case BLOB NOT NULL REFERENCES case_file (id),
            second_case BLOB NOT NULL REFERENCES case_file (id),
            score INTEGER NOT NULL CHECK (score >= 0 AND score <= 100),
            reasons TEXT NOT NULL,
            found_at INTEGER NOT NULL,
            settled_at INTEGER,
            settled_as TEXT,
            UNIQUE (first_case, second_case),
            CHECK ((settled_at IS NULL) = (settled_as IS NULL))
        ) STRICT
        """,
        """
        CREATE TABLE file_join (
            id BLOB PRIMARY KEY,
            match_id BLOB,
            kept_case BLOB NOT NULL REFERENCES case_file (id),
            joined_case BLOB NOT NULL REFERENCES case_file (id),
            person_merged_before BLOB REFERENCES person (id),
            share_to_kept BLOB REFERENCES case_share (id),
            share_to_joined BLOB REFERENCES case_share (id),
            joined_by BLOB NOT NULL REFERENCES account (id),
            joined_at INTEGER NOT NULL,
            parted_by BLOB REFERENCES account (id),
            parted_at INTEGER,
            part_reason TEXT
        ) STRICT
        """,
        "CREATE INDEX file_join_by_kept ON file_join (kept_case, parted_at)",
        "CREATE INDEX file_join_by_joined ON file_join (joined_case, parted_at)"
    )

    static let subjects = Migration(
        "2026-11-25 stewardship: what a person asked to be told, and what the law withholds",
        """
        CREATE TABLE subject_request (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            asked_on TEXT NOT NULL,
            asked_by TEXT NOT NULL CHECK (asked_by = 'person' OR asked_by = 'guardian' OR asked_by = 'lawyer'),
            channel TEXT CHECK (channel = 'in_person' OR channel = 'safe_contact' OR channel = 'lawyer' OR channel = 'guardian'),
            handed_on TEXT,
            handed_by BLOB REFERENCES account (id),
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            CHECK ((handed_on IS NULL) = (channel IS NULL))
        ) STRICT
        """,
        "CREATE INDEX subject_request_by_case ON subject_request (case_id, recorded_at)",
        """
        CREATE TABLE subject_withholding (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            part TEXT,
            organisation_id BLOB REFERENCES organisation (id),
            reason TEXT NOT NULL CHECK (reason = 'investigation' OR reason = 'third_person' OR reason = 'court_order'),
            set_by BLOB NOT NULL REFERENCES account (id),
            set_at INTEGER NOT NULL,
            lifted_at INTEGER,
            CHECK ((part IS NULL) <> (organisation_id IS NULL))
        ) STRICT
        """,
        "CREATE INDEX subject_withholding_by_case ON subject_withholding (case_id, lifted_at)"
    )
}
