import Basics
package import Store

extension Transaction {
    /// The commitments that a search finds, in the order of the library.
    package func commitments(_ search: CommitmentSearch = CommitmentSearch()) throws -> [Commitment] {
        var conditions: [SQL] = search.normalisedWords.map { "words LIKE \("%" + $0 + "%")" }
        // Signs alone are no words: they find nothing rather than everything.
        if conditions.isEmpty, !search.words.trimmed.isEmpty { return [] }
        if let source = search.source { conditions.append("source = \(source.rawValue)") }
        if let pillar = search.pillar { conditions.append("pillar = \(pillar.rawValue)") }
        let filter: SQL = conditions.isEmpty ? .none : " WHERE " + .joined(conditions, separator: " AND ")
        return try rows("\(sql: .commitments)\(sql: filter) ORDER BY position") { try Commitment($0) }
    }

    /// One commitment; `nil` when there is none with this id.
    package func commitment(_ id: String) throws -> Commitment? {
        try row("\(sql: .commitments) WHERE id = \(id)") { try Commitment($0) }
    }

    /// How many commitments each source has.
    package func commitmentCounts() throws -> [Commitment.Source: Int] {
        let counts = try rows("SELECT source, COUNT(*) FROM commitment GROUP BY source") {
            (try $0.choice(0, as: Commitment.Source.self), $0.int(1))
        }
        return Dictionary(counts, uniquingKeysWith: +)
    }

    /// What a commitment is linked to, in both directions: a link between two commitments is seen from either.
    package func links(of commitment: String) throws -> [CommitmentLink] {
        try rows(
            """
            SELECT commitment, to_kind, to_id, why, CASE WHEN made_by IS NULL THEN 1 ELSE 0 END AS shipped FROM commitment_link
            WHERE commitment = \(commitment)
            UNION
            SELECT to_id, to_kind, commitment, why, CASE WHEN made_by IS NULL THEN 1 ELSE 0 END AS shipped FROM commitment_link
            WHERE to_kind = \(CommitmentLink.commitmentKind) AND to_id = \(commitment)
            ORDER BY 2, 3
            """
        ) {
            CommitmentLink(commitment: $0.text(0), toKind: $0.text(1), toID: $0.text(2), why: $0.text(3), isShipped: $0.bool(4))
        }
    }

    /// The commitments that a record of another context is linked to.
    package func commitments(linkedTo kind: String, _ id: String) throws -> [Commitment] {
        try rows(
            """
            SELECT c.id, c.source, c.reference, c.heading, c.statement, c.pillar, c.addressed_to
            FROM commitment_link l JOIN commitment c ON c.id = l.commitment
            WHERE l.to_kind = \(kind) AND l.to_id = \(id) ORDER BY c.position
            """
        ) { try Commitment($0) }
    }

    func put(_ commitment: Commitment, at position: Int) throws {
        try run(
            """
            INSERT INTO commitment (id, source, reference, heading, statement, pillar, addressed_to, position, words)
            VALUES (\(commitment.id), \(commitment.source.rawValue), \(commitment.reference), \(commitment.heading),
                \(commitment.statement), \(commitment.pillar.rawValue), \(commitment.addressedTo), \(position),
                \(commitment.searchText))
            ON CONFLICT (id) DO UPDATE SET source = excluded.source, reference = excluded.reference,
                heading = excluded.heading, statement = excluded.statement, pillar = excluded.pillar,
                addressed_to = excluded.addressed_to, position = excluded.position, words = excluded.words
            """
        )
    }
}

extension SQL {
    fileprivate static let commitments: SQL = "SELECT id, source, reference, heading, statement, pillar, addressed_to FROM commitment"
}

extension Commitment {
    fileprivate init(_ row: borrowing Row) throws {
        try self.init(
            id: row.text(0), source: row.choice(1, as: Source.self), reference: row.text(2), heading: row.text(3),
            statement: row.text(4), pillar: row.choice(5, as: Pillar.self), addressedTo: row.text(6)
        )
    }
}
