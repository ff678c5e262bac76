import Store

extension ReintegrationSchema {
    static let remedies = Migration(
        "2026-11-25 reintegration: claims, hearings, payments, and wages that were never paid",
        """
        CREATE TABLE claim (
            id BLOB PRIMARY KEY,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            kind TEXT NOT NULL CHECK (kind = 'criminal' OR kind = 'civil' OR kind = 'administrative' OR kind = 'labour' OR kind = 'fund'),
            stage TEXT NOT NULL CHECK (stage = 'prepared' OR stage = 'filed' OR stage = 'heard' OR stage = 'awarded' OR stage = 'refused' OR
                stage = 'appealed' OR stage = 'paid_in_part' OR stage = 'paid' OR stage = 'withdrawn'),
            currency TEXT NOT NULL CHECK (length(currency) = 3),
            asked INTEGER CHECK (asked >= 0),
            awarded INTEGER CHECK (awarded >= 0),
            paid INTEGER NOT NULL CHECK (paid >= 0),
            against BLOB,
            court BLOB,
            reference BLOB,
            legal_aid_id BLOB REFERENCES organisation (id),
            limit_on TEXT,
            limit_law BLOB,
            filed_on TEXT,
            decided_on TEXT,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            CHECK (paid = 0 OR (awarded IS NOT NULL AND paid <= awarded)),
            CHECK (stage <> 'paid' OR paid = awarded)
        ) STRICT
        """,
        "CREATE INDEX claim_by_case ON claim (case_id, added_at)",
        """
        CREATE TABLE claim_step (
            id BLOB PRIMARY KEY,
            claim_id BLOB NOT NULL REFERENCES claim (id),
            stage TEXT NOT NULL,
            on_day TEXT NOT NULL,
            amount INTEGER,
            taken_by BLOB NOT NULL REFERENCES account (id),
            taken_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX claim_step_by_claim ON claim_step (claim_id, taken_at)",
        """
        CREATE TABLE claim_hearing (
            id BLOB PRIMARY KEY,
            claim_id BLOB NOT NULL REFERENCES claim (id),
            case_id BLOB NOT NULL REFERENCES case_file (id),
            on_day TEXT NOT NULL,
            note BLOB,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX claim_hearing_by_claim ON claim_hearing (claim_id, on_day)",
        "CREATE INDEX claim_hearing_by_case ON claim_hearing (case_id)",
        """
        CREATE TABLE claim_payment (
            id BLOB PRIMARY KEY,
            claim_id BLOB NOT NULL REFERENCES claim (id),
            paid_on TEXT NOT NULL,
            payee TEXT NOT NULL CHECK (payee = 'person' OR payee = 'guardian' OR payee = 'lawyer' OR payee = 'trust'),
            amount INTEGER NOT NULL CHECK (amount > 0),
            recorded_by BLOB NOT NULL REFERENCES account (id),
            recorded_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX claim_payment_by_claim ON claim_payment (claim_id, paid_on)",
        """
        CREATE TABLE wage_period (
            id BLOB PRIMARY KEY,
            claim_id BLOB NOT NULL REFERENCES claim (id),
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            minutes_a_day INTEGER NOT NULL,
            normal_minutes INTEGER NOT NULL,
            days_a_week INTEGER NOT NULL CHECK (days_a_week >= 1 AND days_a_week <= 7),
            agreed_rate INTEGER,
            minimum_rate INTEGER,
            overtime_percent INTEGER NOT NULL,
            said_paid INTEGER NOT NULL,
            deducted INTEGER NOT NULL,
            days INTEGER NOT NULL,
            rate INTEGER NOT NULL,
            normal_pay INTEGER NOT NULL,
            overtime_pay INTEGER NOT NULL,
            received INTEGER NOT NULL,
            due INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            withdrawn_at INTEGER,
            CHECK (first_day <= last_day),
            CHECK (agreed_rate IS NOT NULL OR minimum_rate IS NOT NULL)
        ) STRICT
        """,
        "CREATE INDEX wage_period_by_claim ON wage_period (claim_id, withdrawn_at, first_day)"
    )
}
