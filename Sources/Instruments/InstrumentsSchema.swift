package import Store

/// The tables of this context.
package enum InstrumentsSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026-11-21 instruments: treaties, who is party to them, and imports from depositaries",
            """
            CREATE TABLE treaty (
                code TEXT PRIMARY KEY,
                reference TEXT NOT NULL,
                depositary TEXT NOT NULL,
                name TEXT NOT NULL,
                adopted_on TEXT,
                in_force_on TEXT,
                status_as_of TEXT NOT NULL,
                completeness TEXT NOT NULL,
                position INTEGER NOT NULL
            ) STRICT
            """,
            // origin is 'shipped' for rows of the reference data, which a newer program replaces, and 'import' for rows
            // that a person applied, which it leaves alone.
            """
            CREATE TABLE treaty_status (
                treaty TEXT NOT NULL REFERENCES treaty (code),
                party TEXT NOT NULL CHECK (length(party) = 3),
                signed_on TEXT,
                action TEXT,
                acted_on TEXT,
                date_precision TEXT NOT NULL,
                confidence TEXT NOT NULL CHECK (confidence IN ('A', 'A-', 'B', 'C')),
                conflict TEXT NOT NULL,
                source TEXT NOT NULL,
                as_of TEXT,
                origin TEXT NOT NULL CHECK (origin IN ('shipped', 'import')),
                recorded_at INTEGER NOT NULL,
                PRIMARY KEY (treaty, party),
                CHECK (action IS NOT NULL OR acted_on IS NULL)
            ) STRICT
            """,
            "CREATE INDEX treaty_status_of_party ON treaty_status (party)",
            """
            CREATE TABLE treaty_import (
                id BLOB PRIMARY KEY,
                file_name TEXT NOT NULL,
                source TEXT NOT NULL,
                as_of TEXT NOT NULL,
                is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'applied', 'dropped')),
                uploaded_by BLOB NOT NULL,
                uploaded_at INTEGER NOT NULL,
                decided_by BLOB,
                decided_at INTEGER,
                added_count INTEGER,
                changed_count INTEGER,
                removed_count INTEGER,
                version INTEGER NOT NULL,
                CHECK ((state = 'waiting') = (decided_at IS NULL))
            ) STRICT
            """,
            "CREATE INDEX treaty_import_by_time ON treaty_import (uploaded_at)",
            """
            CREATE TABLE treaty_import_row (
                import_id BLOB NOT NULL REFERENCES treaty_import (id),
                treaty TEXT NOT NULL REFERENCES treaty (code),
                party TEXT NOT NULL CHECK (length(party) = 3),
                signed_on TEXT,
                action TEXT,
                acted_on TEXT,
                date_precision TEXT NOT NULL,
                PRIMARY KEY (import_id, treaty, party)
            ) STRICT
            """,
            "CREATE TABLE instruments_file (path TEXT PRIMARY KEY, digest TEXT NOT NULL, loaded_at INTEGER NOT NULL) STRICT"
        ),
        Migration(
            "2026-11-21 instruments: commitments and what they are linked to",
            """
            CREATE TABLE commitment (
                id TEXT PRIMARY KEY,
                source TEXT NOT NULL,
                reference TEXT NOT NULL,
                heading TEXT NOT NULL,
                statement TEXT NOT NULL,
                pillar TEXT NOT NULL
                    CHECK (pillar IN ('prevention', 'protection', 'prosecution', 'partnership', 'evidence', 'all')),
                addressed_to TEXT NOT NULL,
                position INTEGER NOT NULL,
                words TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX commitment_in_order ON commitment (position)",
            // made_by is NULL for links that ship with the program.
            """
            CREATE TABLE commitment_link (
                id BLOB PRIMARY KEY,
                commitment TEXT NOT NULL REFERENCES commitment (id),
                to_kind TEXT NOT NULL,
                to_id TEXT NOT NULL,
                why TEXT NOT NULL,
                made_by BLOB,
                made_at INTEGER NOT NULL,
                UNIQUE (commitment, to_kind, to_id)
            ) STRICT
            """,
            "CREATE INDEX commitment_link_back ON commitment_link (to_kind, to_id)"
        ),
    ]
}
