package import Store

/// Counts of case files that are kept up while things happen, so that a dashboard reads a few hundred rows and never the files.
package enum FiguresSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026-11-25 oversight: counts of case files",
            // One row for each number on a dashboard. The whole node stands under an id of zeros; what is true now and belongs to no
            // month under an empty one. Clustered by its key: the months that a page shows lie together.
            """
            CREATE TABLE case_count (
                organisation_id BLOB NOT NULL,
                month TEXT NOT NULL,
                measure TEXT NOT NULL,
                value TEXT NOT NULL,
                cases INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, month, measure, value)
            ) STRICT, WITHOUT ROWID
            """,
            // What a file was counted as the last time: taken off the counts before it is counted anew.
            """
            CREATE TABLE case_counted (
                case_id BLOB PRIMARY KEY REFERENCES case_file (id),
                organisation_id BLOB NOT NULL,
                facts TEXT NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            // How far the counting has come: through the events, and on its round through all files.
            """
            CREATE TABLE case_count_place (
                place TEXT PRIMARY KEY CHECK (place = 'event' OR place = 'round'),
                after BLOB NOT NULL
            ) STRICT
            """
        )
    ]
}
