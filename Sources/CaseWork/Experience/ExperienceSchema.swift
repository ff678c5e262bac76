import Store

enum ExperienceSchema {
    /// Each table has the columns of every entry (see `EntryKind`), then one for each field in the order of the form.
    static let migration = Migration(
        "2026-11-25 casework: what a person lived through",
        """
        CREATE TABLE experience (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            exploitation TEXT,
            other_forms TEXT,
            is_main TEXT CHECK (is_main = 'yes' OR is_main = 'no' OR is_main = 'unknown'),
            began TEXT,
            ended TEXT,
            age_then INTEGER,
            acts TEXT,
            means TEXT,
            sector TEXT,
            country TEXT,
            place BLOB,
            hours_per_day INTEGER,
            days_per_week INTEGER,
            pay_period TEXT CHECK (pay_period = 'hour' OR pay_period = 'day' OR pay_period = 'week' OR pay_period = 'month' OR
                pay_period = 'whole' OR pay_period = 'piece' OR pay_period = 'unknown'),
            pay_promised INTEGER,
            pay_received INTEGER,
            currency TEXT,
            debt INTEGER,
            debt_currency TEXT,
            living TEXT,
            control TEXT,
            ended_how TEXT CHECK (ended_how = 'escaped' OR ended_how = 'authority' OR ended_how = 'third_person' OR
                ended_how = 'let_go' OR ended_how = 'debt_paid' OR ended_how = 'sold' OR ended_how = 'expelled' OR
                ended_how = 'goes_on' OR ended_how = 'other' OR ended_how = 'unknown'),
            last_contact TEXT,
            narrative BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX experience_by_case ON experience (case_id, replaced_at)",
        """
        CREATE TABLE recruitment (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            experience TEXT,
            happened TEXT,
            method TEXT,
            platform TEXT CHECK (platform = 'none' OR platform = 'social_network' OR platform = 'messenger' OR
                platform = 'job_site' OR platform = 'dating_site' OR platform = 'game' OR platform = 'other' OR
                platform = 'unknown'),
            relation TEXT,
            promises TEXT,
            promise_detail BLOB,
            fee INTEGER,
            currency TEXT,
            country TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX recruitment_by_case ON recruitment (case_id, replaced_at)",
        """
        CREATE TABLE route_leg (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            experience TEXT,
            travelled TEXT,
            country_from TEXT,
            country_to TEXT,
            border_point BLOB,
            transport TEXT CHECK (transport = 'foot' OR transport = 'car' OR transport = 'lorry' OR transport = 'bus' OR
                transport = 'train' OR transport = 'ship' OR transport = 'small_boat' OR transport = 'plane' OR
                transport = 'other' OR transport = 'unknown'),
            papers TEXT,
            accompanied TEXT,
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX route_leg_by_case ON route_leg (case_id, replaced_at)",
        """
        CREATE TABLE person_involved (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            experience TEXT,
            role TEXT,
            is_company TEXT CHECK (is_company = 'person' OR is_company = 'company' OR is_company = 'group' OR
                is_company = 'unknown'),
            relation TEXT,
            sex TEXT,
            citizenship TEXT,
            identity BLOB,
            place BLOB,
            is_near TEXT CHECK (is_near = 'yes' OR is_near = 'no' OR is_near = 'unknown'),
            UNIQUE (entry_id, version)
        ) STRICT
        """,
        "CREATE INDEX person_involved_by_case ON person_involved (case_id, replaced_at)"
    )
}
