import Store

enum AssessmentSchema {
    static let migration = Migration(
        "2026-11-25 casework: assessments of risks and needs, with the score of each question",
        """
        CREATE TABLE assessment (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            form TEXT NOT NULL,
            made_on TEXT NOT NULL,
            made_by BLOB NOT NULL REFERENCES account (id),
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            made_at INTEGER NOT NULL,
            total INTEGER NOT NULL,
            answered INTEGER NOT NULL,
            highest INTEGER CHECK (highest >= 0 AND highest <= 3),
            review_on TEXT NOT NULL,
            note BLOB,
            withdrawn_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX assessment_by_case ON assessment (case_id, form, made_on, made_at, id)",
        """
        CREATE TABLE assessment_answer (
            assessment_id BLOB NOT NULL REFERENCES assessment (id),
            question TEXT NOT NULL,
            score INTEGER CHECK (score >= 0 AND score <= 3),
            PRIMARY KEY (assessment_id, question)
        ) STRICT
        """
    )
}
