import Store

// The audit's tables, and the triggers that keep its rows as they were written. Somebody who can change the schema can remove a
// trigger; the chain of hashes and the copy of its head outside the database are for them.

private let auditRow: StaticString = """
    CREATE TABLE audit_row (
        id BLOB PRIMARY KEY,
        at INTEGER NOT NULL,
        account_id BLOB,
        organisation_id BLOB,
        session_id BLOB,
        deed TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied', 'failed')),
        subject_kind TEXT,
        subject_id BLOB,
        purpose TEXT,
        detail TEXT
    ) STRICT
    """
private let byAccount: StaticString = "CREATE INDEX audit_row_by_account ON audit_row (account_id, id)"
private let bySubject: StaticString = "CREATE INDEX audit_row_by_subject ON audit_row (subject_id, id)"
private let byDeed: StaticString = "CREATE INDEX audit_row_by_deed ON audit_row (deed, id)"
private let byOutcome: StaticString = "CREATE INDEX audit_row_by_outcome ON audit_row (outcome, id)"
private let pending: StaticString = "CREATE TABLE audit_pending (row_id BLOB PRIMARY KEY REFERENCES audit_row (id)) STRICT"
private let link: StaticString = """
    CREATE TABLE audit_link (
        number INTEGER PRIMARY KEY,
        row_id BLOB NOT NULL UNIQUE REFERENCES audit_row (id),
        hash BLOB NOT NULL
    ) STRICT
    """

extension AccessSchema {
    static let audit = Migration(
        "2026-11-21 access: audit rows, their chain, and triggers that refuse to change them",
        sqlite: [
            auditRow, byAccount, bySubject, byDeed, byOutcome, pending, link,
            """
            CREATE TRIGGER audit_row_is_not_changed BEFORE UPDATE ON audit_row
            BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END
            """,
            """
            CREATE TRIGGER audit_row_is_not_removed BEFORE DELETE ON audit_row
            BEGIN SELECT RAISE(ABORT, 'audit rows are never removed'); END
            """,
            """
            CREATE TRIGGER audit_link_is_not_changed BEFORE UPDATE ON audit_link
            BEGIN SELECT RAISE(ABORT, 'audit links are never changed'); END
            """,
            """
            CREATE TRIGGER audit_link_is_not_removed BEFORE DELETE ON audit_link
            BEGIN SELECT RAISE(ABORT, 'audit links are never removed'); END
            """,
        ],
        postgres: [
            auditRow, byAccount, bySubject, byDeed, byOutcome, pending, link,
            """
            CREATE FUNCTION audit_is_not_changed() RETURNS trigger LANGUAGE plpgsql
            AS $body$ BEGIN RAISE EXCEPTION 'audit rows and links are never changed nor removed'; END $body$
            """,
            """
            CREATE TRIGGER audit_row_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_row
            FOR EACH STATEMENT EXECUTE FUNCTION audit_is_not_changed()
            """,
            """
            CREATE TRIGGER audit_link_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
            FOR EACH STATEMENT EXECUTE FUNCTION audit_is_not_changed()
            """,
        ]
    )
}
