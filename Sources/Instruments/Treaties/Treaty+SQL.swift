import Basics
package import Store

extension Transaction {
    /// The register, in the order of its file.
    package func treaties() throws -> [Treaty] {
        try rows("\(sql: .treaties) ORDER BY position") { try Treaty($0) }
    }

    /// One instrument; `nil` when the register has none with this code.
    package func treaty(_ code: String) throws -> Treaty? {
        try row("\(sql: .treaties) WHERE code = \(code)") { try Treaty($0) }
    }

    /// Every party and signatory of one treaty, by code.
    package func participations(in treaty: String) throws -> [Participation] {
        try rows("\(sql: .participations) WHERE treaty = \(treaty) ORDER BY party") { try Participation($0) }
    }

    /// How one State stands to each treaty it has signed or joined, in the order of the register.
    package func participations(of party: String) throws -> [Participation] {
        try rows(
            """
            SELECT s.treaty, s.party, s.signed_on, s.action, s.acted_on, s.date_precision, s.confidence, s.conflict, s.source, s.as_of
            FROM treaty_status s JOIN treaty t ON t.code = s.treaty
            WHERE s.party = \(party) ORDER BY t.position
            """
        ) { try Participation($0) }
    }

    /// All rows of the register, by treaty and party.
    package func participations() throws -> [Participation] {
        try rows("\(sql: .participations) ORDER BY treaty, party") { try Participation($0) }
    }

    /// Puts one row in, or in the place of the one that was there.
    func put(_ row: Participation, origin: ParticipationOrigin, at now: Instant) throws {
        let p = row.provenance
        try run(
            """
            INSERT INTO treaty_status (treaty, party, signed_on, action, acted_on, date_precision, confidence, conflict, source,
                as_of, origin, recorded_at)
            VALUES (\(row.treaty), \(row.party), \(row.signedOn), \(row.action?.rawValue), \(row.actedOn?.text),
                \(p.precision.rawValue), \(p.confidence.rawValue), \(p.conflict), \(p.source), \(p.asOf?.text),
                \(origin.rawValue), \(now))
            ON CONFLICT (treaty, party) DO UPDATE SET signed_on = excluded.signed_on, action = excluded.action,
                acted_on = excluded.acted_on, date_precision = excluded.date_precision, confidence = excluded.confidence,
                conflict = excluded.conflict, source = excluded.source, as_of = excluded.as_of, origin = excluded.origin,
                recorded_at = excluded.recorded_at
            """
        )
    }

    func remove(_ row: Participation) throws {
        try runOnOne("DELETE FROM treaty_status WHERE treaty = \(row.treaty) AND party = \(row.party)")
    }
}

/// Where a row came from: the reference data of the program, or an import that a person applied.
enum ParticipationOrigin: String {
    case shipped
    case imported = "import"
}

extension SQL {
    fileprivate static let treaties: SQL = """
        SELECT code, reference, depositary, name, adopted_on, in_force_on, status_as_of, completeness FROM treaty
        """
    fileprivate static let participations: SQL = """
        SELECT treaty, party, signed_on, action, acted_on, date_precision, confidence, conflict, source, as_of FROM treaty_status
        """
}

extension Treaty {
    fileprivate init(_ row: borrowing Row) throws {
        try self.init(
            code: row.text(0), reference: row.text(1), depositary: row.text(2), name: row.text(3),
            adoptedOn: row.optionalDay(4), inForceOn: row.optionalDay(5), statusAsOf: row.text(6), completeness: row.text(7)
        )
    }
}

extension Participation {
    init(_ row: borrowing Row) throws {
        func span(_ column: Int, _ text: String?) throws -> DateSpan? {
            guard let text else { return nil }
            guard let span = DateSpan(text: text) else { throw StoreFault.column(column, expected: "a date or two with / between") }
            return span
        }
        try self.init(
            treaty: row.text(0),
            party: row.text(1),
            signedOn: row.optionalDay(2),
            action: row.optionalChoice(3, as: Action.self),
            actedOn: span(4, row.optionalText(4)),
            provenance: Provenance(
                precision: row.choice(5, as: Provenance.Precision.self),
                confidence: row.choice(6, as: Provenance.Confidence.self),
                conflict: row.text(7),
                source: row.text(8),
                asOf: span(9, row.optionalText(9))
            )
        )
    }
}
