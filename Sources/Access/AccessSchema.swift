package import Store

/// The tables of Access.
package enum AccessSchema {
    package static let migrations: [Migration] = [
        organisationsAndAccounts, sessionsAndLinks, audit, inboxAndJobs, noticesOfOrganisations, noticesKept, noticesAbout,
        Demonstration.migration, apiTokens, apiAnswers, statedPurposes, noticesWithCodes,
    ]

    private static let organisationsAndAccounts = Migration(
        "2026-11-21 access: organisations, accounts and their roles",
        """
        CREATE TABLE organisation (
            id BLOB PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('ministry', 'police', 'border', 'labourInspectorate', 'prosecutor', 'court', 'ngo',
                'shelter', 'health', 'internationalOrganisation', 'embassy', 'company')),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            search TEXT NOT NULL,
            country TEXT CHECK (length(country) = 3),
            added_at INTEGER NOT NULL,
            closed_at INTEGER,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE UNIQUE INDEX organisation_by_name ON organisation (name)",
        """
        CREATE TABLE account (
            id BLOB PRIMARY KEY,
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            sign_in_name TEXT NOT NULL UNIQUE CHECK (length(sign_in_name) BETWEEN 3 AND 60),
            display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 120),
            search TEXT NOT NULL,
            language TEXT,
            state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended', 'erased')),
            invited_at INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX account_by_organisation ON account (organisation_id, sign_in_name)",
        """
        CREATE TABLE account_role (
            account_id BLOB NOT NULL REFERENCES account (id),
            role TEXT NOT NULL,
            given_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, role)
        ) STRICT
        """,
        "CREATE INDEX account_role_by_role ON account_role (role)",
        """
        CREATE TABLE account_password (
            account_id BLOB PRIMARY KEY REFERENCES account (id),
            cost INTEGER NOT NULL CHECK (cost BETWEEN 4 AND 24),
            salt BLOB NOT NULL,
            hash BLOB NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE second_factor (
            account_id BLOB PRIMARY KEY REFERENCES account (id),
            secret BLOB,
            pending BLOB,
            confirmed_at INTEGER,
            last_step INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE recovery_code (
            account_id BLOB NOT NULL REFERENCES account (id),
            hash BLOB NOT NULL,
            used_at INTEGER,
            PRIMARY KEY (account_id, hash)
        ) STRICT
        """,
        """
        CREATE TABLE account_contact (
            account_id BLOB PRIMARY KEY REFERENCES account (id),
            email BLOB,
            telephone BLOB,
            version INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE provider_identity (
            hash BLOB PRIMARY KEY,
            account_id BLOB NOT NULL UNIQUE REFERENCES account (id),
            linked_at INTEGER NOT NULL
        ) STRICT
        """
    )

    private static let sessionsAndLinks = Migration(
        "2026-11-21 access: sessions, links with a token, slowing down of guesses",
        """
        CREATE TABLE session (
            id BLOB PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            account_id BLOB NOT NULL REFERENCES account (id),
            started_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            proved_at INTEGER NOT NULL,
            second_factor INTEGER NOT NULL CHECK (second_factor IN (0, 1)),
            ended_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX session_by_account ON session (account_id, started_at)",
        "CREATE INDEX session_by_age ON session (seen_at)",
        """
        CREATE TABLE sign_in_step (
            token_hash BLOB PRIMARY KEY,
            account_id BLOB NOT NULL REFERENCES account (id),
            expires_at INTEGER NOT NULL,
            tries INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE one_time_link (
            id BLOB PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            purpose TEXT NOT NULL CHECK (purpose IN ('firstAdministrator', 'invitation', 'newPassword')),
            account_id BLOB REFERENCES account (id),
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX one_time_link_by_account ON one_time_link (account_id)",
        "CREATE TABLE guess (key BLOB PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT",
        """
        CREATE TABLE sign_in_network (
            account_id BLOB NOT NULL REFERENCES account (id),
            network_hash BLOB NOT NULL,
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, network_hash)
        ) STRICT
        """
    )

    private static let inboxAndJobs = Migration(
        "2026-11-21 access: notices, and when each job last ran",
        """
        CREATE TABLE notice (
            id BLOB PRIMARY KEY,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            account_id BLOB REFERENCES account (id),
            deed TEXT,
            subject_id BLOB,
            amount INTEGER,
            until INTEGER,
            CHECK (account_id IS NOT NULL OR deed IS NOT NULL)
        ) STRICT
        """,
        "CREATE INDEX notice_by_account ON notice (account_id, id)",
        "CREATE INDEX notice_by_deed ON notice (deed, id)",
        """
        CREATE TABLE notice_read (
            notice_id BLOB NOT NULL REFERENCES notice (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            PRIMARY KEY (notice_id, account_id)
        ) STRICT
        """,
        """
        CREATE TABLE job_run (
            name TEXT PRIMARY KEY,
            due_after INTEGER NOT NULL,
            finished_at INTEGER,
            failure TEXT
        ) STRICT
        """
    )

    static let noticesOfOrganisations = Migration(
        "2026-11-25 access: notices for the people of one organisation, with words of other contexts",
        "ALTER TABLE notice ADD COLUMN organisation_id BLOB REFERENCES organisation (id)",
        "ALTER TABLE notice ADD COLUMN matter TEXT",
        "CREATE INDEX notice_by_organisation ON notice (organisation_id, id)"
    )

    static let noticesAbout = Migration(
        "2026-11-26 access: the file that a notice is about, also where it leads to something in it",
        "ALTER TABLE notice ADD COLUMN about_id BLOB",
        "UPDATE notice SET about_id = subject_id",
        "CREATE INDEX notice_by_about ON notice (about_id, matter)"
    )

    static let noticesWithCodes = Migration(
        "2026-11-26 access: notices with a code of their own, for readers who do not know the file",
        "ALTER TABLE notice ADD COLUMN code TEXT"
    )

    static let noticesKept = Migration(
        "2026-11-25 access: notices that a person of the organisation must not see",
        """
        CREATE TABLE notice_kept_from (
            notice_id BLOB NOT NULL REFERENCES notice (id),
            account_id BLOB NOT NULL REFERENCES account (id),
            PRIMARY KEY (notice_id, account_id)
        ) STRICT
        """
    )

    static let apiTokens = Migration(
        "2026-11-25 access: tokens with which programs ask the API in somebody's name",
        """
        CREATE TABLE api_token (
            id BLOB PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            account_id BLOB NOT NULL REFERENCES account (id),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            last_used_on TEXT,
            ended_at INTEGER,
            second_factor INTEGER NOT NULL CHECK (second_factor = 0 OR second_factor = 1)
        ) STRICT
        """,
        "CREATE INDEX api_token_by_account ON api_token (account_id, made_at)"
    )

    static let apiAnswers = Migration(
        "2026-11-25 access: answers to programs, kept for a day, so that nothing is done twice",
        """
        CREATE TABLE api_answer (
            account_id BLOB NOT NULL REFERENCES account (id),
            key_hash BLOB NOT NULL,
            request_hash BLOB NOT NULL,
            begun_at INTEGER NOT NULL,
            status INTEGER,
            answer BLOB,
            PRIMARY KEY (account_id, key_hash),
            CHECK ((status IS NULL) = (answer IS NULL))
        ) STRICT
        """,
        "CREATE INDEX api_answer_by_age ON api_answer (begun_at)"
    )
}
