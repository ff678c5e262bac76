package import Store

/// What Detection keeps. Whatever could name somebody is sealed; the rest is coded.
package enum DetectionSchema {
    package static let migrations: [Migration] = [referrals, refusals, matches]

    private static let referrals = Migration(
        "2026-11-25 detection: referrals, what was seen, and what was added later",
        """
        CREATE TABLE referral (
            id BLOB PRIMARY KEY,
            draft_id BLOB NOT NULL UNIQUE,
            case_id BLOB NOT NULL UNIQUE REFERENCES case_file (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            raised_by BLOB NOT NULL REFERENCES account (id),
            authority_id BLOB REFERENCES organisation (id),
            setting TEXT NOT NULL,
            said_age TEXT NOT NULL CHECK (said_age = 'adult' OR said_age = 'child' OR said_age = 'unsure'),
            answer TEXT CHECK (answer = 'yes' OR answer = 'no' OR answer = 'not_able_now'),
            needs_tonight TEXT NOT NULL,
            note BLOB,
            paper_at INTEGER,
            sent_at INTEGER NOT NULL,
            CHECK (said_age = 'adult' OR answer IS NULL)
        ) STRICT
        """,
        "CREATE INDEX referral_by_organisation ON referral (organisation_id, sent_at, id)",
        """
        CREATE TABLE referral_indicator (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            referral_id BLOB NOT NULL REFERENCES referral (id),
            sort TEXT NOT NULL CHECK (sort = 'sign' OR sort = 'danger'),
            indicator TEXT NOT NULL,
            answer TEXT NOT NULL CHECK (answer = 'yes' OR answer = 'no' OR answer = 'not_asked'),
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX referral_indicator_by_case ON referral_indicator (case_id, added_at)",
        """
        CREATE TABLE referral_addition (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            referral_id BLOB NOT NULL REFERENCES referral (id),
            note BLOB,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX referral_addition_by_case ON referral_addition (case_id, added_at)"
    )

    private static let refusals = Migration(
        "2026-11-25 detection: adults who refused: counted without identity, and asked again where they allowed it",
        """
        CREATE TABLE refusal_notification (
            id BLOB PRIMARY KEY,
            setting TEXT NOT NULL,
            region TEXT,
            signs INTEGER NOT NULL,
            sex TEXT NOT NULL,
            age_band TEXT NOT NULL CHECK (age_band = 'adult'),
            reason TEXT,
            quarter TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX refusal_notification_by_quarter ON refusal_notification (quarter, setting)",
        """
        CREATE TABLE kept_contact (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            contact BLOB NOT NULL,
            kept_by BLOB NOT NULL REFERENCES account (id),
            kept_at INTEGER NOT NULL,
            reoffer_on TEXT NOT NULL,
            reoffer_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            told_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX kept_contact_by_organisation ON kept_contact (organisation_id, reoffer_on, id)",
        "CREATE INDEX kept_contact_by_expiry ON kept_contact (expires_at)",
        "CREATE INDEX kept_contact_by_reoffer ON kept_contact (told_at, reoffer_at)"
    )

    private static let matches = Migration(
        "2026-11-25 detection: people who may be one and the same, in files of two organisations",
        """
        CREATE TABLE person_match (
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
        "CREATE INDEX person_match_by_age ON person_match (settled_at, found_at, id)",
        "CREATE INDEX person_match_by_second ON person_match (second_case)"
    )
}
