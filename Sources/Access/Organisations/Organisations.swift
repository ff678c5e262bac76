package import Basics
import Store

/// The organisations of a node: finding, adding, changing and closing them.
package struct Organisations: Sendable {
    let gate: Gate

    package init(gate: Gate) { self.gate = gate }

    /// What can be filled in about an organisation.
    package struct Draft: Sendable, Hashable {
        package var kind: Organisation.Kind
        package var name: String
        /// Three letters, or `nil`. Whoever reads the form checks that there is such a country.
        package var country: String?

        package init(kind: Organisation.Kind, name: String, country: String?) {
            self.kind = kind
            self.name = name
            self.country = country
        }

        func checked() throws(AccountRefused) -> Draft {
            let name = name.singleSpaced
            guard (1...200).contains(name.count) else { throw .nameMissing }
            return Draft(kind: kind, name: name, country: country)
        }
    }

    /// An organisation with the number of its accounts that are active or invited.
    package struct Line: Sendable, Hashable {
        package let organisation: Organisation
        package let accounts: Int
    }

    /// Those whose name holds a text, by name; within the reach of the person.
    /// - Parameter after: the name at which the page before ended.
    package func list(
        holding text: String = "", kind: Organisation.Kind? = nil, after: String? = nil, limit: Int = 50, for actor: Actor
    ) async throws -> [Line] {
        guard let scope = actor.scope(of: .manageOrganisations) ?? actor.scope(of: .manageAccounts) else { return [] }
        return try await gate.database.read { tx in
            var conditions: [SQL] = ["o.search LIKE \(text.likePattern) ESCAPE '\\'"]
            if scope != .node { conditions.append("o.id = \(actor.organisation)") }
            if let kind { conditions.append("o.kind = \(kind)") }
            if let after { conditions.append("o.name > \(after)") }
            return try tx.rows(
                """
                SELECT \(sql: Organisation.columns),
                    (SELECT count(*) FROM account a WHERE a.organisation_id = o.id AND a.state IN ('active', 'invited'))
                FROM organisation o WHERE \(sql: SQL.joined(conditions, separator: " AND ")) ORDER BY o.name LIMIT \(limit)
                """
            ) { Line(organisation: try Organisation($0), accounts: $0.int(6)) }
        }
    }

    /// One of them; `nil` when it is not there or out of reach.
    package func find(_ id: ID<Organisation>, for actor: Actor) async throws -> Organisation? {
        guard let scope = actor.scope(of: .manageOrganisations) ?? actor.scope(of: .manageAccounts) else { return nil }
        return try await gate.database.read { tx in
            guard try Organisation.holding(of: id, in: tx)?.isReached(by: scope, of: actor) == true else { return nil }
            return try Self.find(id, in: tx)
        }
    }

    package func add(_ draft: Draft, by actor: Actor) async throws -> ID<Organisation> {
        let now = gate.clock.now()
        let id = ID<Organisation>.new(at: now)
        let draft = try draft.checked()
        try await gate.change(.manageOrganisations, on: Optional(id), for: actor, detail: "added, kind: \(draft.kind.rawValue)") { tx, _ in
            try Self.insert(draft, id: id, at: now, in: tx)
        }
        return id
    }

    /// - Parameter version: as it was when the form was opened.
    package func change(_ id: ID<Organisation>, to draft: Draft, version: Int, by actor: Actor) async throws {
        let draft = try draft.checked()
        try await gate.change(.manageOrganisations, on: id, for: actor, detail: "changed, kind: \(draft.kind.rawValue)") { tx, _ in
            guard try !tx.exists("SELECT 1 FROM organisation WHERE name = \(draft.name) AND id <> \(id)") else {
                throw AccountRefused.organisationNameTaken
            }
            try tx.runOnOne(
                """
                UPDATE organisation SET kind = \(draft.kind), name = \(draft.name), search = \(draft.name.folded),
                    country = \(draft.country), version = version + 1
                WHERE id = \(id) AND version = \(version)
                """
            )
        }
    }

    /// Closes it: nobody of it can sign in from this moment.
    package func close(_ id: ID<Organisation>, by actor: Actor) async throws {
        let now = gate.clock.now()
        guard id != actor.organisation else { throw AccountRefused.ownAccount }
        try await gate.change(.manageOrganisations, on: id, for: actor, detail: "closed") { tx, _ in
            try tx.run("UPDATE organisation SET closed_at = \(now), version = version + 1 WHERE id = \(id) AND closed_at IS NULL")
            try tx.run(
                """
                UPDATE session SET ended_at = \(now)
                WHERE ended_at IS NULL AND account_id IN (SELECT id FROM account WHERE organisation_id = \(id))
                """
            )
        }
    }

    package func reopen(_ id: ID<Organisation>, by actor: Actor) async throws {
        try await gate.change(.manageOrganisations, on: id, for: actor, detail: "opened again") { tx, _ in
            try tx.run("UPDATE organisation SET closed_at = NULL, version = version + 1 WHERE id = \(id)")
        }
    }

    static func insert(_ draft: Draft, id: ID<Organisation>, at now: Instant, in tx: any Transaction) throws {
        let added = try tx.run(
            """
            INSERT INTO organisation (id, kind, name, search, country, added_at, closed_at, version)
            VALUES (\(id), \(draft.kind), \(draft.name), \(draft.name.folded), \(draft.country), \(now), NULL, 1)
            ON CONFLICT (name) DO NOTHING
            """
        )
        guard added == 1 else { throw AccountRefused.organisationNameTaken }
    }

    static func find(_ id: ID<Organisation>, in tx: any Transaction) throws -> Organisation? {
        try tx.row("SELECT \(sql: Organisation.columns) FROM organisation o WHERE o.id = \(id)") { try Organisation($0) }
    }
}

extension Organisation {
    fileprivate static var columns: SQL { "o.id, o.kind, o.name, o.country, o.closed_at, o.version" }

    fileprivate init(_ row: borrowing Row) throws {
        self.init(
            id: try row.id(0, of: Organisation.self), kind: try row.choice(1, as: Kind.self), name: row.text(2),
            country: row.optionalText(3), closedAt: row.optionalInstant(4), version: row.int(5)
        )
    }
}
