package import Basics
import Store

/// What the notices of a person are.
package struct Inbox: Sendable {
    let gate: Gate

    package init(gate: Gate) { self.gate = gate }

    /// The newest notices of a person, unread ones first; of those that say the same of the same thing the newest, which counts the others.
    package func notices(for actor: Actor, limit: Int = 50) async throws -> [Notice] {
        let now = gate.clock.now()
        let newest = try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT n.id, n.at, n.kind, n.subject_id, n.amount, r.at, n.matter, n.about_id, n.code
                FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.account_id = \(actor.account)
                WHERE (\(sql: .noticesRead(by: actor))) AND n.until > \(now)
                ORDER BY CASE WHEN r.at IS NULL THEN 0 ELSE 1 END, n.id DESC LIMIT \(limit * 4)
                """
            ) { row in
                Notice(
                    id: try row.id(0, of: Notice.self), at: row.instant(1), kind: try row.choice(2, as: Notice.Kind.self),
                    subject: row.optionalBytes(3), amount: row.optionalInt(4), isRead: !row.isNull(5),
                    matter: row.optionalText(6), about: row.optionalBytes(7), code: row.optionalText(8)
                )
            }
        }
        var shown: [Notice] = []
        var places: [Said: Int] = [:]
        for notice in newest {
            if let place = places[notice.said] {
                shown[place].before += 1
            } else if shown.count < limit {
                places[notice.said] = shown.count
                shown.append(notice)
            }
        }
        return shown
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

    /// Puts a notice away, with the older ones that say the same of the same thing; for this reader alone.
    package func putAway(_ id: ID<Notice>, by actor: Actor) async throws {
        let now = gate.clock.now()
        try await gate.database.write { tx in
            guard
                let (kind, subject, about, matter) = try tx.row(
                    """
                    SELECT n.kind, n.subject_id, n.about_id, n.matter FROM notice n
                    WHERE n.id = \(id) AND (\(sql: .noticesRead(by: actor)))
                    """, { (try $0.choice(0, as: Notice.Kind.self), $0.optionalBytes(1), $0.optionalBytes(2), $0.optionalText(3)) })
            else { throw AccessRefused.notFound(Denial(actor: actor, deed: .readInbox)) }
            let alike: SQL =
                about.map { about in
                    let leads: SQL = subject.map { "n.subject_id = \($0)" } ?? "n.subject_id IS NULL"
                    return "n.about_id = \(about) AND \(sql: leads) AND n.kind = \(kind) AND n.matter = \(matter ?? "") AND n.id <= \(id)"
                } ?? "n.id = \(id)"
            try tx.run(
                """
                INSERT INTO notice_read (notice_id, account_id, at)
                SELECT n.id, \(actor.account), \(now) FROM notice n WHERE \(sql: alike) AND (\(sql: .noticesRead(by: actor)))
                ON CONFLICT (notice_id, account_id) DO NOTHING
                """
            )
        }
    }
}

extension Notice {
    /// What it says, of what, and whether it was read: those alike in this are shown once.
    fileprivate var said: Said {
        // What is about nothing is told each time.
        Said(kind: kind, matter: matter, subject: subject, about: about ?? id.bytes, isRead: isRead)
    }
}

private struct Said: Hashable {
    let kind: Notice.Kind
    let matter: String?
    let subject: [UInt8]?
    let about: [UInt8]
    let isRead: Bool
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
