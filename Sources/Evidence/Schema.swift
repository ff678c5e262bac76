package import Store

/// The tables of published statistics, of coded person records, and of what was refused when they came in.
package enum EvidenceSchema {
    package static let migrations: [Migration] =
        [
            Migration(
                "2026-11-21 evidence: sources and import runs",
                """
                CREATE TABLE source (
                    id BLOB PRIMARY KEY,
                    number INTEGER NOT NULL UNIQUE,
                    name TEXT NOT NULL UNIQUE,
                    kind TEXT NOT NULL CHECK (kind IN ('statistics', 'persons')),
                    citation TEXT NOT NULL,
                    address TEXT,
                    notice TEXT,
                    released_on TEXT,
                    retrieved_on TEXT,
                    is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
                    precedence INTEGER NOT NULL,
                    first_year INTEGER,
                    last_year INTEGER,
                    version INTEGER NOT NULL
                ) STRICT
                """,
                """
                CREATE TABLE import_run (
                    id BLOB PRIMARY KEY,
                    number INTEGER NOT NULL UNIQUE,
                    source INTEGER NOT NULL REFERENCES source (number),
                    file_name TEXT NOT NULL,
                    file_hash TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    mapping_hash TEXT NOT NULL,
                    scope TEXT NOT NULL CHECK (scope IN ('addition', 'whole')),
                    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'superseded')),
                    imported_by BLOB NOT NULL,
                    started_at INTEGER NOT NULL,
                    finished_at INTEGER,
                    rows_read INTEGER NOT NULL,
                    rows_taken INTEGER NOT NULL,
                    rows_refused INTEGER NOT NULL,
                    duplicate_keys INTEGER NOT NULL,
                    disputed_cells INTEGER NOT NULL,
                    cells_new INTEGER NOT NULL,
                    cells_changed INTEGER NOT NULL,
                    cells_removed INTEGER NOT NULL,
                    labels_unresolved INTEGER NOT NULL,
                    code_lists TEXT NOT NULL
                ) STRICT
                """,
                "CREATE INDEX import_run_by_source ON import_run (source, number)"
            ),
            Migration(
                "2026-11-21 evidence: cells of published statistics",
                // Clustered by its key: one State's cells lie together, and a country page reads them in one stretch. The checks say OR, for
                // SQLite builds a table in memory for each IN of three or more, at every row: a third of the time of an import.
                """
                CREATE TABLE statistic (
                    source INTEGER NOT NULL REFERENCES source (number),
                    state TEXT NOT NULL,
                    indicator TEXT NOT NULL
                        CHECK (indicator = 'victims' OR indicator = 'offences' OR indicator = 'suspected' OR
                        indicator = 'prosecuted' OR indicator = 'convicted'),
                    dimension TEXT NOT NULL CHECK (dimension = 'total' OR dimension = 'citizenship' OR dimension = 'exploitation' OR
                        dimension = 'repatriation'),
                    sex TEXT NOT NULL CHECK (sex = 'total' OR sex = 'female' OR sex = 'male' OR sex = 'other' OR sex = 'unknown'),
                    age TEXT NOT NULL CHECK (age = 'total' OR age = 'child' OR age = 'adult' OR age = 'unknown'),
                    year INTEGER NOT NULL,
                    label TEXT NOT NULL,
                    category TEXT,
                    low INTEGER,
                    high INTEGER,
                    kind TEXT NOT NULL CHECK (kind = 'exact' OR kind = 'few' OR kind = 'range' OR kind = 'disputed' OR kind = 'absent'),
                    absence TEXT CHECK (absence = 'nothing' OR absence = 'not_collected' OR absence = 'not_applicable' OR
                        absence = 'withheld'),
                    occurrences INTEGER NOT NULL,
                    former_low INTEGER,
                    former_high INTEGER,
                    run INTEGER NOT NULL,
                    PRIMARY KEY (source, state, indicator, dimension, sex, age, year, label),
                    CHECK (low >= 0 AND high >= low),
                    CHECK ((low IS NULL) = (kind = 'absent') AND (high IS NULL) = (kind = 'absent')),
                    CHECK ((absence IS NULL) = (kind <> 'absent'))
                ) STRICT, WITHOUT ROWID
                """,
                // Holds all that a table over many States reads, so that the cells themselves are not visited.
                """
                CREATE INDEX statistic_by_kind ON statistic
                    (source, indicator, dimension, sex, age, year, state, category, low, high, kind, absence)
                """,
                """
                CREATE INDEX statistic_by_category ON statistic (source, category, dimension, indicator, sex, age, year)
                    WHERE category IS NOT NULL
                """
            ),
            Migration(
                "2026-11-21 evidence: how labels were read, refused rows, verdicts on quality",
                """
                CREATE TABLE label_reading (
                    source INTEGER NOT NULL REFERENCES source (number),
                    dimension TEXT NOT NULL,
                    label TEXT NOT NULL,
                    reading TEXT NOT NULL,
                    category TEXT,
                    cells INTEGER NOT NULL,
                    run INTEGER NOT NULL,
                    PRIMARY KEY (source, dimension, label)
                ) STRICT
                """,
                """
                CREATE TABLE quarantined_row (
                    id BLOB PRIMARY KEY,
                    run INTEGER NOT NULL REFERENCES import_run (number),
                    source INTEGER NOT NULL REFERENCES source (number),
                    line INTEGER NOT NULL,
                    fields TEXT,
                    sealed BLOB,
                    field TEXT NOT NULL,
                    value TEXT NOT NULL,
                    code TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    remedy TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('waiting', 'released', 'dropped')),
                    decided_by BLOB,
                    decided_at INTEGER,
                    expires_at INTEGER,
                    version INTEGER NOT NULL,
                    CHECK (fields IS NULL OR sealed IS NULL)
                ) STRICT
                """,
                "CREATE INDEX quarantined_row_by_state ON quarantined_row (state, run, line, id)",
                "CREATE INDEX quarantined_row_by_expiry ON quarantined_row (expires_at) WHERE expires_at IS NOT NULL",
                """
                CREATE TABLE quality_verdict (
                    source INTEGER NOT NULL REFERENCES source (number),
                    state TEXT NOT NULL,
                    rule TEXT NOT NULL,
                    verdict TEXT NOT NULL CHECK (verdict IN ('good', 'notice', 'warning', 'fault')),
                    checked INTEGER NOT NULL,
                    failing INTEGER NOT NULL,
                    years TEXT NOT NULL,
                    PRIMARY KEY (source, state, rule)
                ) STRICT
                """,
                "CREATE INDEX quality_verdict_by_rule ON quality_verdict (source, rule, verdict)"
            ),
            Migration(
                "2026-11-21 evidence: coded person records and their cube",
                // No name, contact, document or exact date has a column here. A set of codes is their names in order, one blank between.
                """
                CREATE TABLE person_record (
                    run INTEGER NOT NULL REFERENCES import_run (number),
                    record INTEGER NOT NULL,
                    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2155),
                    quarter INTEGER CHECK (quarter BETWEEN 1 AND 4),
                    status TEXT NOT NULL,
                    sex TEXT NOT NULL,
                    age_band TEXT NOT NULL,
                    citizenship TEXT NOT NULL,
                    exploited_in TEXT NOT NULL,
                    forms TEXT NOT NULL,
                    sector TEXT NOT NULL,
                    control_methods TEXT NOT NULL,
                    recruitment_methods TEXT NOT NULL,
                    PRIMARY KEY (run, record)
                ) STRICT, WITHOUT ROWID
                """,
                // Persons of each combination of codes: what `statistics` reads instead of a million records.
                """
                CREATE TABLE person_cube (
                    run INTEGER NOT NULL,
                    combination INTEGER NOT NULL,
                    persons INTEGER NOT NULL CHECK (persons > 0),
                    PRIMARY KEY (run, combination)
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE person_code (
                    facet TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    PRIMARY KEY (facet, number),
                    UNIQUE (facet, code)
                ) STRICT
                """
            ),
            Migration(
                "2026-11-25 evidence: coded records of case files, and where people were met",
                """
                CREATE TABLE live_record (
                    run INTEGER NOT NULL,
                    record INTEGER NOT NULL,
                    setting TEXT NOT NULL,
                    path TEXT NOT NULL,
                    stage TEXT NOT NULL,
                    region TEXT NOT NULL,
                    PRIMARY KEY (run, record)
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE TABLE live_cube (
                    run INTEGER NOT NULL,
                    year INTEGER NOT NULL,
                    setting TEXT NOT NULL,
                    path TEXT NOT NULL,
                    stage TEXT NOT NULL,
                    region TEXT NOT NULL,
                    persons INTEGER NOT NULL CHECK (persons > 0),
                    PRIMARY KEY (run, year, setting, path, stage, region)
                ) STRICT, WITHOUT ROWID
                """
            ),
        ] + WorkSchema.migrations
}
