import Store

enum InterviewSchema {
    static let migration = Migration(
        "2026-11-25 casework: interviews in five steps, and what was asked in each",
        """
        CREATE TABLE interview (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            stage TEXT NOT NULL CHECK (stage = 'planned' OR stage = 'explained' OR stage = 'account' OR stage = 'closed' OR
                stage = 'evaluated' OR stage = 'broken_off'),
            planned_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            planned_at INTEGER NOT NULL,
            planned_for TEXT NOT NULL,
            matters TEXT NOT NULL,
            interpreter TEXT NOT NULL CHECK (interpreter = 'not_needed' OR interpreter = 'planned' OR interpreter = 'not_wanted'),
            support TEXT NOT NULL CHECK (support = 'none' OR support = 'offered' OR support = 'present'),
            training TEXT NOT NULL CHECK (training = 'trained' OR training = 'trained_for_children' OR training = 'not_trained'),
            repeat_reason TEXT CHECK (repeat_reason = 'unclear' OR repeat_reason = 'new_facts' OR repeat_reason = 'person_wishes' OR
                repeat_reason = 'court_orders' OR repeat_reason = 'not_told_before'),
            place BLOB,
            willing TEXT CHECK (willing = 'yes' OR willing = 'in_part' OR willing = 'no'),
            explained TEXT,
            explained_on TEXT,
            held_on TEXT,
            interpreter_alone TEXT CHECK (interpreter_alone = 'never' OR interpreter_alone = 'once' OR interpreter_alone = 'no_interpreter'),
            account BLOB,
            state_after TEXT CHECK (state_after = 'calm' OR state_after = 'tired' OR state_after = 'upset' OR state_after = 'in_crisis'),
            closure TEXT,
            closed_on TEXT,
            went TEXT CHECK (went = 'as_planned' OR went = 'in_part' OR went = 'badly'),
            evaluation BLOB,
            break_reason TEXT CHECK (break_reason = 'person_wished' OR break_reason = 'distress' OR break_reason = 'interpreter' OR
                break_reason = 'danger' OR break_reason = 'other'),
            changed_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            CHECK ((stage = 'broken_off') = (break_reason IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX interview_by_case ON interview (case_id, planned_at, id)",
        """
        CREATE TABLE interview_matter (
            interview_id BLOB NOT NULL REFERENCES interview (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            matter TEXT NOT NULL,
            asked_on TEXT NOT NULL,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            PRIMARY KEY (interview_id, matter)
        ) STRICT
        """,
        "CREATE INDEX interview_matter_by_case ON interview_matter (case_id, matter, asked_on)"
    )
}
