package import Store

/// The tables of assistance: services, referrals to them, sealed packages, places and stays, interpreters.
package enum AssistanceSchema {
    package static let migrations: [Migration] = [services, referrals, packages, places, interpreters, reports]

    private static let services = Migration(
        "2026-11-25 assistance: the directory of services",
        """
        CREATE TABLE assistance_service (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            served TEXT NOT NULL,
            languages TEXT NOT NULL,
            region TEXT,
            address TEXT,
            is_confidential INTEGER NOT NULL CHECK (is_confidential = 0 OR is_confidential = 1),
            telephone TEXT,
            open_days TEXT NOT NULL,
            opens INTEGER NOT NULL,
            closes INTEGER NOT NULL,
            free INTEGER,
            verified_on TEXT NOT NULL,
            reminded_at INTEGER,
            closed_at INTEGER,
            version INTEGER NOT NULL,
            CHECK (opens >= 0 AND closes <= 1440 AND opens < closes)
        ) STRICT
        """,
        "CREATE INDEX assistance_service_by_kind ON assistance_service (closed_at, kind, name, id)",
        "CREATE INDEX assistance_service_by_organisation ON assistance_service (organisation_id, closed_at)",
        "CREATE INDEX assistance_service_by_verification ON assistance_service (closed_at, verified_on)"
    )

    private static let referrals = Migration(
        "2026-11-25 assistance: referrals to services, and what both sides write about them",
        """
        CREATE TABLE service_referral (
            id BLOB PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            service_id BLOB NOT NULL REFERENCES assistance_service (id),
            from_organisation BLOB NOT NULL REFERENCES organisation (id),
            to_organisation BLOB NOT NULL REFERENCES organisation (id),
            sent_by BLOB NOT NULL REFERENCES account (id),
            urgency TEXT NOT NULL CHECK (urgency = 'immediate' OR urgency = 'today' OR urgency = 'week' OR urgency = 'normal'),
            parts TEXT NOT NULL,
            hidden TEXT NOT NULL,
            ground TEXT NOT NULL,
            ground_code TEXT,
            consent_id BLOB REFERENCES consent (id),
            stage TEXT NOT NULL CHECK (stage = 'sent' OR stage = 'accepted' OR stage = 'started' OR stage = 'completed' OR
                stage = 'declined' OR stage = 'withdrawn' OR stage = 'expired'),
            sent_at INTEGER NOT NULL,
            accept_by INTEGER NOT NULL,
            answered_at INTEGER,
            answered_by BLOB REFERENCES account (id),
            started_at INTEGER,
            ended_at INTEGER,
            late_at INTEGER,
            decline_reason TEXT,
            outcome TEXT,
            satisfaction TEXT,
            cost INTEGER,
            currency TEXT,
            share_id BLOB REFERENCES case_share (id),
            version INTEGER NOT NULL,
            CHECK ((stage = 'declined') = (decline_reason IS NOT NULL)),
            CHECK (stage <> 'completed' OR outcome IS NOT NULL)
        ) STRICT
        """,
        "CREATE INDEX service_referral_by_case ON service_referral (case_id, sent_at)",
        "CREATE INDEX service_referral_by_recipient ON service_referral (to_organisation, stage, accept_by, id)",
        "CREATE INDEX service_referral_by_sender ON service_referral (from_organisation, stage, accept_by, id)",
        "CREATE INDEX service_referral_by_consent ON service_referral (consent_id)",
        "CREATE INDEX service_referral_by_stage ON service_referral (stage, accept_by)",
        """
        CREATE TABLE service_message (
            id BLOB PRIMARY KEY,
            referral_id BLOB NOT NULL REFERENCES service_referral (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            written_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            written_at INTEGER NOT NULL,
            content BLOB
        ) STRICT
        """,
        "CREATE INDEX service_message_by_referral ON service_message (referral_id, written_at)",
        "CREATE INDEX service_message_by_case ON service_message (case_id)",
        """
        CREATE TABLE consent_view (
            consent_id BLOB PRIMARY KEY REFERENCES consent (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            child_view TEXT NOT NULL CHECK (child_view = 'agrees' OR child_view = 'disagrees' OR child_view = 'not_expressed'),
            words BLOB
        ) STRICT
        """,
        "CREATE INDEX consent_view_by_case ON consent_view (case_id)"
    )

    private static let packages = Migration(
        "2026-11-25 assistance: sealed packages for providers without an account",
        """
        CREATE TABLE service_package (
            id BLOB PRIMARY KEY,
            referral_id BLOB NOT NULL REFERENCES service_referral (id),
            token_hash BLOB NOT NULL UNIQUE,
            code_hash BLOB NOT NULL,
            answer_hash BLOB,
            content BLOB,
            wrong INTEGER NOT NULL,
            made_by BLOB NOT NULL REFERENCES account (id),
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            opened_at INTEGER,
            destroyed_at INTEGER,
            answered_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX service_package_by_referral ON service_package (referral_id)",
        "CREATE INDEX service_package_by_expiry ON service_package (destroyed_at, expires_at)"
    )

    private static let reports = Migration(
        "2026-11-25 assistance: until when a provider without an account may report",
        "ALTER TABLE service_package ADD COLUMN report_until INTEGER"
    )

    private static let places = Migration(
        "2026-11-25 assistance: shelter places, and who stays in them by night",
        """
        CREATE TABLE shelter_place (
            id BLOB PRIMARY KEY,
            service_id BLOB NOT NULL REFERENCES assistance_service (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            name TEXT NOT NULL,
            served TEXT NOT NULL,
            closed_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX shelter_place_by_service ON shelter_place (service_id, closed_at, name)",
        "CREATE INDEX shelter_place_by_organisation ON shelter_place (organisation_id, closed_at)",
        """
        CREATE TABLE shelter_stay (
            id BLOB PRIMARY KEY,
            place_id BLOB NOT NULL REFERENCES shelter_place (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            first_night TEXT NOT NULL,
            last_night TEXT NOT NULL,
            moved_from BLOB REFERENCES shelter_stay (id),
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX shelter_stay_by_place ON shelter_stay (place_id, last_night, first_night)",
        "CREATE INDEX shelter_stay_by_case ON shelter_stay (case_id, first_night)"
    )

    private static let interpreters = Migration(
        "2026-11-25 assistance: vetted interpreters, and the sessions they are assigned to",
        """
        CREATE TABLE interpreter (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            name TEXT NOT NULL,
            languages TEXT NOT NULL,
            sex TEXT NOT NULL,
            is_remote INTEGER NOT NULL CHECK (is_remote = 0 OR is_remote = 1),
            is_present INTEGER NOT NULL CHECK (is_present = 0 OR is_present = 1),
            vetted_on TEXT NOT NULL,
            vetted_until TEXT NOT NULL,
            closed_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX interpreter_by_name ON interpreter (closed_at, name, id)",
        """
        CREATE TABLE interpreter_assignment (
            id BLOB PRIMARY KEY,
            interpreter_id BLOB NOT NULL REFERENCES interpreter (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            session TEXT NOT NULL,
            held_on TEXT NOT NULL,
            language TEXT NOT NULL,
            no_tie INTEGER NOT NULL CHECK (no_tie = 1),
            is_accepted INTEGER NOT NULL CHECK (is_accepted = 1),
            never_alone INTEGER NOT NULL CHECK (never_alone = 1),
            assigned_by BLOB NOT NULL REFERENCES account (id),
            assigned_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX interpreter_assignment_by_case ON interpreter_assignment (case_id, held_on)",
        "CREATE INDEX interpreter_assignment_by_interpreter ON interpreter_assignment (interpreter_id, held_on)"
    )
}
