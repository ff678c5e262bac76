package import Access
package import Basics
package import Store

extension SQL {
    /// The same rule as `Holding.isReached`, for finders: which case files `c` somebody sees with a deed.
    package static func reached(with deed: Deed, by actor: Actor) -> SQL {
        let (me, mine) = (actor.account, actor.organisation)
        let personally: SQL = """
            c.assigned_to = \(me) OR c.deputy = \(me) OR c.raised_by = \(me) OR EXISTS (
                SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.account_id = \(me) AND m.ended_at IS NULL)
            """
        let given: SQL
        let forKeeper = CaseFile.isForKeeper(deed)
        switch actor.scope(of: deed) {
        case nil: return "1 = 0"
        case .node: given = "1 = 1"
        case .own: given = "c.raised_by = \(me)"
        case .assigned: given = "(\(sql: personally))"
        case .shared where forKeeper: given = "(\(sql: personally))"
        case .shared: given = "(\(sql: .seated(mine, "s.seat <> 'keeper'")) OR \(sql: personally))"
        case .organisation: given = "(\(sql: .seated(mine, forKeeper ? "s.seat = 'keeper'" : "1 = 1")) OR \(sql: personally))"
        }
        return "\(sql: given) AND \(sql: .notBarred(actor))"
    }

    /// In whose case files `c` somebody was given the part that names the person, whole: what may be found by a name. Whoever is barred
    /// from one file of a person does not find the person at all.
    package static func named(to actor: Actor) -> SQL {
        """
        \(sql: .given(.identity, with: [IdentityPart.names, .aliases, .birth].map(\.name), to: actor))
        AND NOT EXISTS (SELECT 1 FROM case_file f JOIN case_bar d ON d.case_id = f.id AND d.lifted_at IS NULL
            WHERE f.person_id = c.person_id AND (d.account_id = \(actor.account) OR d.organisation_id = \(actor.organisation)))
        """
    }

    /// In whose case files `c` somebody was given a part, and none of these fields of it left out. Whether their role lets them see it is
    /// not asked here.
    package static func given(_ part: CasePart, with fields: [String] = [], to actor: Actor) -> SQL {
        let (me, mine) = (actor.account, actor.organisation)
        // A pattern that is nothing but a bound value has SQLite prepare the statement anew each time it is bound.
        let whole: [SQL] = fields.map { "AND ' ' || t.hidden || ' ' NOT LIKE '% ' || \($0) || ' %'" }
        return """
            (c.organisation_id = \(mine) OR c.assigned_to = \(me) OR c.deputy = \(me) OR c.raised_by = \(me)
                OR EXISTS (SELECT 1 FROM case_member n WHERE n.case_id = c.id AND n.account_id = \(me) AND n.ended_at IS NULL)
                OR EXISTS (SELECT 1 FROM case_share t WHERE t.case_id = c.id AND t.organisation_id = \(mine) AND t.closed_at IS NULL
                    AND ' ' || t.parts || ' ' LIKE '% ' || \(part.rawValue) || ' %' \(sql: .joined(whole, separator: " "))))
            """
    }

    /// Nobody who is barred finds case file `c`.
    package static func notBarred(_ actor: Actor) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = c.id AND b.lifted_at IS NULL
            AND (b.account_id = \(actor.account) OR b.organisation_id = \(actor.organisation)))
        """
    }

    private static func seated(_ organisation: ID<Organisation>, _ which: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM case_share s WHERE s.case_id = c.id AND s.closed_at IS NULL AND s.organisation_id = \(organisation)
            AND \(sql: which))
        """
    }

    /// The columns of a `CaseSummary`, of `case_file c`, for `CaseSummary.init(_: Row)`.
    package static let caseSummary: SQL = """
        c.id, c.code, c.label, c.person_id, c.organisation_id, c.raised_by, c.assigned_to, c.deputy, c.path, c.stage, c.setting,
        c.is_urgent, c.profile, c.opened_at, c.stage_since, c.next_due, c.closed_at, c.closure_reason, c.version
        """
    /// How many columns `caseSummary` has: what a statement selects besides begins there.
    package static let caseSummaryCount = 19
}

extension CaseSummary {
    /// The day that stands where nothing is due: after every other in an index.
    package static let nothingDue = "9999-12-31"

    package init(_ row: borrowing Row) throws {
        id = try row.id(0, of: CaseFile.self)
        code = row.text(1)
        label = row.text(2)
        person = try row.id(3, of: Person.self)
        organisation = try row.id(4, of: Organisation.self)
        raisedBy = try row.id(5, of: Account.self)
        assignedTo = try row.optionalID(6, of: Account.self)
        deputy = try row.optionalID(7, of: Account.self)
        path = try row.choice(8, as: ProtectionPath.self)
        stage = try row.choice(9, as: IdentificationStage.self)
        setting = try row.choice(10, as: Setting.self)
        isUrgent = row.int(11) == 1
        profile = row.text(12)
        openedAt = row.instant(13)
        stageSince = row.instant(14)
        nextDue = row.text(15) == Self.nothingDue ? nil : Day(iso: row.text(15))
        closedAt = row.optionalInstant(16)
        closureReason = row.optionalText(17)
        version = row.int(18)
    }

    /// The summary of one file; whoever reads it went through the gate.
    package static func find(_ id: ID<CaseFile>, in tx: any Transaction) throws -> CaseSummary? {
        try tx.row("SELECT \(sql: .caseSummary) FROM case_file c WHERE c.id = \(id)") { try CaseSummary($0) }
    }
}
