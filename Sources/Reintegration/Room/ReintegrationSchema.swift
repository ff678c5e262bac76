import Store

/// The tables of return, reintegration and remedies. Coded, so that they can be counted; what could name somebody is a BLOB, sealed.
enum ReintegrationSchema {
    static let migrations: [Migration] = [returns, monitoring, remedies]

    private static let returns = Migration(
        "2026-11-25 reintegration: returns with their risks and checks, and removals against assessment",
        // The last CHECK: no row can say that somebody travels, or has arrived, over an unresolved serious risk or without a basis.
        """
        CREATE TABLE return_plan (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL CHECK (kind = 'return' OR kind = 'third_country'),
            stage TEXT NOT NULL CHECK (stage = 'considering' OR stage = 'assessed' OR stage = 'agreed' OR stage = 'travelling' OR
                stage = 'arrived' OR stage = 'stopped' OR stage = 'removed'),
            destination TEXT NOT NULL CHECK (length(destination) = 3),
            serious_risks INTEGER,
            partner_id BLOB REFERENCES organisation (id),
            agreement TEXT CHECK (agreement = 'bilateral' OR agreement = 'regional' OR agreement = 'partners' OR agreement = 'none'),
            agreement_note BLOB,
            basis TEXT CHECK (basis = 'own_consent' OR basis = 'guardian' OR basis = 'override'),
            consent_id BLOB REFERENCES consent (id),
            override_code TEXT,
            agreed_by BLOB REFERENCES account (id),
            agreed_at INTEGER,
            share_id BLOB REFERENCES case_share (id),
            travel_on TEXT,
            arrive_by TEXT,
            escort TEXT CHECK (escort = 'none' OR escort = 'worker' OR escort = 'guardian' OR escort = 'partner' OR escort = 'health'),
            documents TEXT CHECK (documents = 'passport' OR documents = 'travel_document' OR documents = 'laissez_passer'),
            itinerary BLOB,
            departed_at INTEGER,
            arrived_on TEXT,
            arrival_confirmed_by BLOB REFERENCES account (id),
            stop_reason TEXT CHECK (stop_reason = 'consent_withdrawn' OR stop_reason = 'serious_risk' OR stop_reason = 'stays' OR
                stop_reason = 'obstacle' OR stop_reason = 'not_possible'),
            ended_at INTEGER,
            opened_by BLOB NOT NULL REFERENCES account (id),
            opened_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            CHECK ((basis = 'override') = (override_code IS NOT NULL) OR basis IS NULL),
            CHECK ((stage = 'stopped') = (stop_reason IS NOT NULL)),
            CHECK (stage = 'considering' OR stage = 'assessed' OR stage = 'stopped' OR stage = 'removed' OR
                (serious_risks IS NOT NULL AND serious_risks = 0 AND basis IS NOT NULL AND partner_id IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX return_plan_by_case ON return_plan (case_id, opened_at)",
        "CREATE INDEX return_plan_by_stage ON return_plan (stage, case_id)",
        """
        CREATE TABLE return_option (
            id BLOB PRIMARY KEY,
            plan_id BLOB NOT NULL REFERENCES return_plan (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL CHECK (kind = 'stay' OR kind = 'third_country' OR kind = 'return'),
            wish TEXT NOT NULL CHECK (wish = 'wants' OR wish = 'does_not' OR wish = 'unsure'),
            pro BLOB,
            con BLOB,
            own_view BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            replaced_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX return_option_by_plan ON return_option (plan_id, replaced_at)",
        "CREATE INDEX return_option_by_case ON return_option (case_id)",
        """
        CREATE TABLE return_risk (
            id BLOB PRIMARY KEY,
            plan_id BLOB NOT NULL REFERENCES return_plan (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            serious INTEGER NOT NULL CHECK (serious >= 0),
            note BLOB,
            mitigation BLOB,
            assessed_by BLOB NOT NULL REFERENCES account (id),
            assessed_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX return_risk_by_plan ON return_risk (plan_id, assessed_at)",
        "CREATE INDEX return_risk_by_case ON return_risk (case_id)",
        """
        CREATE TABLE return_risk_score (
            risk_id BLOB NOT NULL REFERENCES return_risk (id),
            question TEXT NOT NULL,
            score INTEGER NOT NULL CHECK (score >= 0 AND score <= 3),
            PRIMARY KEY (risk_id, question)
        ) STRICT
        """,
        """
        CREATE TABLE return_check (
            id BLOB PRIMARY KEY,
            plan_id BLOB NOT NULL REFERENCES return_plan (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            checked_on TEXT NOT NULL,
            checker TEXT NOT NULL CHECK (checker = 'asylum_authority' OR checker = 'court' OR checker = 'lawyer' OR checker = 'own_organisation'),
            grounds TEXT NOT NULL,
            result TEXT NOT NULL CHECK (result = 'no_obstacle' OR result = 'obstacle' OR result = 'unclear'),
            note BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX return_check_by_plan ON return_check (plan_id, recorded_at)",
        "CREATE INDEX return_check_by_case ON return_check (case_id)",
        """
        CREATE TABLE removal (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            plan_id BLOB REFERENCES return_plan (id),
            authority TEXT NOT NULL CHECK (authority = 'police' OR authority = 'border' OR authority = 'ministry' OR authority = 'court' OR
                authority = 'other'),
            authority_name BLOB,
            ground TEXT NOT NULL,
            destination TEXT NOT NULL CHECK (length(destination) = 3),
            removed_on TEXT NOT NULL,
            was_assessed INTEGER NOT NULL CHECK (was_assessed = 0 OR was_assessed = 1),
            serious_risks INTEGER NOT NULL CHECK (serious_risks >= 0),
            had_consent INTEGER NOT NULL CHECK (had_consent = 0 OR had_consent = 1),
            note BLOB,
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX removal_by_case ON removal (case_id)",
        "CREATE INDEX removal_by_day ON removal (removed_on)"
    )

    private static let monitoring = Migration(
        "2026-11-25 reintegration: how somebody fares after arrival, or where they stay",
        """
        CREATE TABLE monitoring_course (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            plan_id BLOB REFERENCES return_plan (id),
            kind TEXT NOT NULL CHECK (kind = 'return' OR kind = 'stay'),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            began_on TEXT NOT NULL,
            began_by BLOB NOT NULL REFERENCES account (id),
            ended_at INTEGER,
            CHECK ((kind = 'return') = (plan_id IS NOT NULL))
        ) STRICT
        """,
        "CREATE INDEX monitoring_course_by_end ON monitoring_course (ended_at, plan_id)",
        "CREATE INDEX monitoring_course_by_case ON monitoring_course (case_id, began_on)",
        """
        CREATE TABLE monitoring_check (
            id BLOB PRIMARY KEY,
            course_id BLOB NOT NULL REFERENCES monitoring_course (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            month INTEGER NOT NULL,
            due TEXT NOT NULL,
            report_by TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'due' OR state = 'reported' OR state = 'cancelled'),
            UNIQUE (course_id, month)
        ) STRICT
        """,
        "CREATE INDEX monitoring_check_by_case ON monitoring_check (case_id, state, due)",
        "CREATE INDEX monitoring_check_by_organisation ON monitoring_check (organisation_id, state, due, id)",
        """
        CREATE TABLE monitoring_report (
            id BLOB PRIMARY KEY,
            check_id BLOB NOT NULL UNIQUE REFERENCES monitoring_check (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            contact TEXT NOT NULL CHECK (contact = 'visit' OR contact = 'telephone' OR contact = 'message' OR contact = 'through_other' OR
                contact = 'not_reached'),
            safety INTEGER CHECK (safety >= 0 AND safety <= 3),
            housing INTEGER CHECK (housing >= 0 AND housing <= 3),
            income INTEGER CHECK (income >= 0 AND income <= 3),
            health INTEGER CHECK (health >= 0 AND health <= 3),
            relations INTEGER CHECK (relations >= 0 AND relations <= 3),
            incidents TEXT NOT NULL,
            is_danger INTEGER NOT NULL CHECK (is_danger = 0 OR is_danger = 1),
            is_worse INTEGER NOT NULL CHECK (is_worse = 0 OR is_worse = 1),
            is_late INTEGER NOT NULL CHECK (is_late = 0 OR is_late = 1),
            note BLOB,
            reported_by BLOB NOT NULL REFERENCES account (id),
            reported_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX monitoring_report_by_case ON monitoring_report (case_id, reported_at)",
        """
        CREATE TABLE renewed_referral (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            report_id BLOB NOT NULL UNIQUE REFERENCES monitoring_report (id),
            new_case_id BLOB NOT NULL REFERENCES case_file (id),
            raised_by BLOB NOT NULL REFERENCES account (id),
            raised_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX renewed_referral_by_case ON renewed_referral (case_id)",
        "CREATE INDEX renewed_referral_by_new_case ON renewed_referral (new_case_id)"
    )
}
