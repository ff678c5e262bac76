import Store

extension ProtectionSchema {
    /// One line for each file in the queue of each organisation that sees it, with everything that the queue is narrowed and sorted by: so that
    /// a list goes down one clustered index and looks at a file only when its line is shown.
    ///
    /// The lines follow from shares, files and people. Triggers keep them, in the transaction of whatever changed, so that no deed can forget
    /// to; nobody else writes them, and a backup leaves them out.
    static let queueLines = Migration(
        "2026-11-25 protection: the lines of work queues, kept by triggers",
        sqlite: [
            queueLine, queueLineByCase, queueLineOfShare, fillQueueLines,
            """
            CREATE TRIGGER queue_line_of_new_share AFTER INSERT ON case_share
            BEGIN
                DELETE FROM queue_line WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id;
                INSERT INTO queue_line SELECT * FROM queue_line_of_share
                    WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id LIMIT 1;
            END
            """,
            """
            CREATE TRIGGER queue_line_of_changed_share AFTER UPDATE OF closed_at, organisation_id, seat ON case_share
            BEGIN
                DELETE FROM queue_line WHERE case_id = OLD.case_id AND organisation_id IN (OLD.organisation_id, NEW.organisation_id);
                INSERT INTO queue_line SELECT * FROM queue_line_of_share
                    WHERE case_id = OLD.case_id AND organisation_id = OLD.organisation_id LIMIT 1;
                INSERT INTO queue_line SELECT * FROM queue_line_of_share
                    WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id AND NEW.organisation_id <> OLD.organisation_id LIMIT 1;
            END
            """,
            """
            CREATE TRIGGER queue_line_of_changed_file AFTER UPDATE OF closed_at, next_due, person_id, stage, path, setting, exploitation, region,
                is_urgent, assigned_to, deputy, label ON case_file
            BEGIN
                UPDATE queue_line SET is_open = CASE WHEN NEW.closed_at IS NULL THEN 1 ELSE 0 END, next_due = NEW.next_due, stage = NEW.stage,
                    path = NEW.path, setting = NEW.setting, exploitation = NEW.exploitation, region = NEW.region, is_urgent = NEW.is_urgent,
                    sex = (SELECT sex FROM person WHERE id = NEW.person_id), age_band = (SELECT age_band FROM person WHERE id = NEW.person_id),
                    citizenship = (SELECT citizenship FROM person WHERE id = NEW.person_id), assigned_to = NEW.assigned_to,
                    deputy = NEW.deputy, label = NEW.label
                WHERE case_id = NEW.id;
            END
            """,
            """
            CREATE TRIGGER queue_line_of_changed_person AFTER UPDATE OF sex, age_band, citizenship ON person
            BEGIN
                UPDATE queue_line SET sex = NEW.sex, age_band = NEW.age_band, citizenship = NEW.citizenship
                WHERE case_id IN (SELECT id FROM case_file WHERE person_id = NEW.id);
            END
            """,
        ],
        postgres: [
            queueLine, queueLineByCase, queueLineOfShare, fillQueueLines,
            """
            CREATE FUNCTION queue_line_follows_share() RETURNS trigger LANGUAGE plpgsql
            AS $body$ BEGIN
                IF TG_OP = 'UPDATE' THEN
                    DELETE FROM queue_line WHERE case_id = OLD.case_id AND organisation_id = OLD.organisation_id;
                    INSERT INTO queue_line SELECT * FROM queue_line_of_share
                        WHERE case_id = OLD.case_id AND organisation_id = OLD.organisation_id LIMIT 1;
                END IF;
                DELETE FROM queue_line WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id;
                INSERT INTO queue_line SELECT * FROM queue_line_of_share
                    WHERE case_id = NEW.case_id AND organisation_id = NEW.organisation_id LIMIT 1;
                RETURN NULL;
            END $body$
            """,
            """
            CREATE TRIGGER queue_line_of_share AFTER INSERT OR UPDATE OF closed_at, organisation_id, seat ON case_share
            FOR EACH ROW EXECUTE FUNCTION queue_line_follows_share()
            """,
            """
            CREATE FUNCTION queue_line_follows_file() RETURNS trigger LANGUAGE plpgsql
            AS $body$ BEGIN
                UPDATE queue_line SET is_open = CASE WHEN NEW.closed_at IS NULL THEN 1 ELSE 0 END, next_due = NEW.next_due, stage = NEW.stage,
                    path = NEW.path, setting = NEW.setting, exploitation = NEW.exploitation, region = NEW.region, is_urgent = NEW.is_urgent,
                    sex = p.sex, age_band = p.age_band, citizenship = p.citizenship, assigned_to = NEW.assigned_to, deputy = NEW.deputy,
                    label = NEW.label
                FROM person p WHERE queue_line.case_id = NEW.id AND p.id = NEW.person_id;
                RETURN NULL;
            END $body$
            """,
            """
            CREATE TRIGGER queue_line_of_file AFTER UPDATE OF closed_at, next_due, person_id, stage, path, setting, exploitation, region,
                is_urgent, assigned_to, deputy, label ON case_file
            FOR EACH ROW EXECUTE FUNCTION queue_line_follows_file()
            """,
            """
            CREATE FUNCTION queue_line_follows_person() RETURNS trigger LANGUAGE plpgsql
            AS $body$ BEGIN
                UPDATE queue_line SET sex = NEW.sex, age_band = NEW.age_band, citizenship = NEW.citizenship
                WHERE case_id IN (SELECT id FROM case_file WHERE person_id = NEW.id);
                RETURN NULL;
            END $body$
            """,
            """
            CREATE TRIGGER queue_line_of_person AFTER UPDATE OF sex, age_band, citizenship ON person
            FOR EACH ROW EXECUTE FUNCTION queue_line_follows_person()
            """,
        ]
    )

    private static let queueLine: StaticString = """
        CREATE TABLE queue_line (
            organisation_id BLOB NOT NULL REFERENCES organisation (id),
            is_open INTEGER NOT NULL CHECK (is_open = 0 OR is_open = 1),
            next_due TEXT NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            is_given INTEGER NOT NULL CHECK (is_given = 0 OR is_given = 1),
            stage TEXT NOT NULL,
            path TEXT NOT NULL,
            setting TEXT NOT NULL,
            exploitation TEXT NOT NULL,
            region TEXT,
            is_urgent INTEGER NOT NULL CHECK (is_urgent = 0 OR is_urgent = 1),
            sex TEXT NOT NULL,
            age_band TEXT NOT NULL,
            citizenship TEXT,
            assigned_to BLOB,
            deputy BLOB,
            label TEXT NOT NULL,
            PRIMARY KEY (organisation_id, is_open, next_due, case_id)
        ) STRICT, WITHOUT ROWID
        """

    private static let queueLineByCase: StaticString = "CREATE UNIQUE INDEX queue_line_by_case ON queue_line (case_id, organisation_id)"

    /// What the line of each open share holds, its columns in the order of the table. An organisation that was given a file twice has it
    /// here twice, and both are the same.
    private static let queueLineOfShare: StaticString = """
        CREATE VIEW queue_line_of_share AS
        SELECT s.organisation_id, CASE WHEN c.closed_at IS NULL THEN 1 ELSE 0 END AS is_open, c.next_due, s.case_id,
            CASE WHEN EXISTS (SELECT 1 FROM case_share t WHERE t.case_id = s.case_id AND t.organisation_id = s.organisation_id
                AND t.closed_at IS NULL AND t.seat <> 'keeper') THEN 1 ELSE 0 END AS is_given,
            c.stage, c.path, c.setting, c.exploitation, c.region, c.is_urgent, p.sex, p.age_band, p.citizenship, c.assigned_to, c.deputy, c.label
        FROM case_share s JOIN case_file c ON c.id = s.case_id JOIN person p ON p.id = c.person_id
        WHERE s.closed_at IS NULL
        """

    private static let fillQueueLines: StaticString =
        "INSERT INTO queue_line SELECT DISTINCT * FROM queue_line_of_share"
}
