package import Basics
package import Store

/// A notice in the program: something happened that somebody should know. It holds ids and numbers, no names and no text, for its page
/// says it in the reader's language.
package struct Notice: Sendable, Hashable {
    /// What happened.
    package enum Kind: String, Sendable, Hashable, CaseIterable, SQLBindable {
        /// An import is through; the number is that of its rows.
        case importDone
        /// An import held rows back; the number tells how many.
        case rowsHeldBack
        /// Rows held back were removed because nobody settled them in time.
        case rowsExpired
        /// An invitation ran out unused.
        case invitationExpired
        /// The reader's password was changed.
        case passwordChanged
        /// The reader's second factor was removed by an administrator.
        case secondFactorRemoved
        /// Treaty status was imported; the number is that of the changes.
        case treatyStatusImported
        /// A job failed and will be tried again.
        case jobFailed
        /// Something in the work of a context; `matter` says what, and the context has the words.
        case matter
    }

    /// Who gets it.
    package enum Reader: Sendable, Hashable {
        case account(ID<Account>)
        /// Everybody on the node who may do this.
        case deed(Deed)
        /// Everybody of an organisation who may do this there.
        case organisation(ID<Organisation>, Deed)
    }

    package let id: ID<Notice>
    package let at: Instant
    package let kind: Kind
    /// The 16 bytes of the id of the thing it is about.
    package let subject: [UInt8]?
    package let amount: Int?
    package let isRead: Bool
    /// What happened, as the context that posted it calls it: `clock.late`. Only with the kind `matter`.
    package let matter: String?

    /// Leaves a notice in the transaction of what happened.
    /// - Parameter until: after this moment it is of no use any more and is removed; at the latest after a year.
    package static func post(
        _ kind: Kind, to reader: Reader, subject: [UInt8]? = nil, amount: Int? = nil, until: Instant? = nil, at now: Instant,
        in tx: any Transaction
    ) throws {
        try post(kind, nil, to: reader, subject: subject, amount: amount, until: until, at: now, in: tx)
    }

    /// Leaves a notice whose words a context has.
    /// - Parameters:
    ///   - matter: what happened, a code of that context.
    ///   - hidden: people of the organisation who must not learn of it.
    package static func post(
        matter: String, to reader: Reader, subject: [UInt8]?, amount: Int? = nil, until: Instant? = nil,
        keptFrom hidden: [ID<Account>] = [], at now: Instant, in tx: any Transaction
    ) throws {
        let id = try post(.matter, matter, to: reader, subject: subject, amount: amount, until: until, at: now, in: tx)
        for account in hidden { try tx.run("INSERT INTO notice_kept_from (notice_id, account_id) VALUES (\(id), \(account))") }
    }

    /// Takes back every notice about a thing that one account, or everybody of an organisation, has got: they may not know of it any more.
    package static func takeBack(about subject: [UInt8], from reader: Withdrawn, in tx: any Transaction) throws {
        let whose: SQL =
            switch reader {
            case .account(let id): "account_id = \(id)"
            case .organisation(let id): "(organisation_id = \(id) OR account_id IN (SELECT id FROM account WHERE organisation_id = \(id)))"
            }
        let which: SQL = "SELECT id FROM notice WHERE \(sql: whose) AND subject_id = \(subject)"
        try tx.run("DELETE FROM notice_read WHERE notice_id IN (\(sql: which))")
        try tx.run("DELETE FROM notice_kept_from WHERE notice_id IN (\(sql: which))")
        try tx.run("DELETE FROM notice WHERE id IN (\(sql: which))")
        guard case .account(let id) = reader else { return }
        // What went to the whole organisation stays for the others.
        try tx.run(
            """
            INSERT INTO notice_kept_from (notice_id, account_id)
            SELECT n.id, a.id FROM account a JOIN notice n ON n.organisation_id = a.organisation_id
            WHERE a.id = \(id) AND n.subject_id = \(subject) ON CONFLICT (notice_id, account_id) DO NOTHING
            """
        )
    }

    /// From whom notices are taken back.
    package enum Withdrawn: Sendable, Hashable {
        case account(ID<Account>)
        case organisation(ID<Organisation>)
    }

    @discardableResult
    private static func post(
        _ kind: Kind, _ matter: String?, to reader: Reader, subject: [UInt8]?, amount: Int?, until: Instant?, at now: Instant,
        in tx: any Transaction
    ) throws -> ID<Notice> {
        let id = ID<Notice>.new(at: now)
        let (account, deed, organisation): (ID<Account>?, String?, ID<Organisation>?) =
            switch reader {
            case .account(let id): (id, nil, nil)
            case .deed(let deed): (nil, deed.rawValue, nil)
            case .organisation(let id, let deed): (nil, deed.rawValue, id)
            }
        try tx.run(
            """
            INSERT INTO notice (id, at, kind, account_id, deed, subject_id, amount, until, organisation_id, matter)
            VALUES (\(id), \(now), \(kind), \(account), \(deed), \(subject), \(amount), \(until ?? now + .days(365)),
                \(organisation), \(matter))
            """
        )
        return id
    }
}

/// What the notices of a person are.
package struct Inbox: Sendable {
    let gate: Gate

    package init(gate: Gate) { self.gate = gate }

    /// The newest notices of a person, unread ones first.
    package func notices(for actor: Actor, limit: Int = 50) async throws -> [Notice] {
        let now = gate.clock.now()
        return try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT n.id, n.at, n.kind, n.subject_id, n.amount, r.at, n.matter
                FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.account_id = \(actor.account)
                WHERE (\(sql: .noticesRead(by: actor))) AND n.until > \(now)
                ORDER BY CASE WHEN r.at IS NULL THEN 0 ELSE 1 END, n.id DESC LIMIT \(limit)
                """
            ) { row in
                Notice(
                    id: try row.id(0, of: Notice.self), at: row.instant(1), kind: try row.choice(2, as: Notice.Kind.self),
                    subject: row.optionalBytes(3), amount: row.optionalInt(4), isRead: !row.isNull(5),
                    matter: row.optionalText(6)
                )
            }
        }
    }

    /// How many are unread.
    package func unread(for actor: Actor) async throws -> Int {
        let now = gate.clock.now()
        return try await gate.database.read { tx in
            try tx.count(
                """
                SELECT count(*) FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.account_id = \(actor.account)
                WHERE (\(sql: .noticesRead(by: actor))) AND n.until > \(now) AND r.at IS NULL
                """
            )
        }
    }

    /// Puts a notice away; for this reader alone.
    package func putAway(_ id: ID<Notice>, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.database.write { tx in
            guard
                try tx.exists(
                    "SELECT 1 FROM notice n WHERE n.id = \(id) AND (\(sql: .noticesRead(by: actor)))"
                )
            else { throw AccessRefused.notFound(Denial(actor: actor, deed: .readInbox)) }
            try tx.run(
                """
                INSERT INTO notice_read (notice_id, account_id, at) VALUES (\(id), \(actor.account), \(now))
                ON CONFLICT (notice_id, account_id) DO NOTHING
                """
            )
        }
    }
}

extension SQL {
    /// Which notices `n` somebody gets: those to their organisation also where they may do this with what is shared with it, for what such a
    /// notice tells of was shared.
    fileprivate static func noticesRead(by actor: Actor) -> SQL {
        let (atNode, atHome) = (actor.deeds { $0 == .node }, actor.deeds { $0 >= .shared })
        return """
            (n.account_id = \(actor.account) OR (n.organisation_id IS NULL AND n.deed IN \(list: atNode))
                OR (n.organisation_id = \(actor.organisation) AND n.deed IN \(list: atHome)))
            AND NOT EXISTS (SELECT 1 FROM notice_kept_from k WHERE k.notice_id = n.id AND k.account_id = \(actor.account))
            """
    }
}

extension Actor {
    fileprivate func deeds(_ reach: (Scope) -> Bool) -> [String] { grants.filter { reach($0.value) }.map(\.key.rawValue) }
}
