package import Basics
import Store

/// Reading the audit: who did what, when and why. Reading it is itself audited.
package struct AuditTrail: Sendable {
    let gate: Gate
    let head: AuditHeadFile?

    package init(gate: Gate, head: AuditHeadFile?) {
        self.gate = gate
        self.head = head
    }

    /// What to look for. Everything that is `nil` matches all.
    package struct Search: Sendable, Hashable {
        package var account: ID<Account>?
        package var organisation: ID<Organisation>?
        /// A `Deed` or an `AuditEvent`, by its raw value.
        package var deed: String?
        package var outcome: AuditRow.Outcome?
        /// The 16 bytes of the id of a thing.
        package var subject: [UInt8]?
        /// From the start of this day, UTC.
        package var from: Day?
        /// To the end of this day, UTC.
        package var to: Day?
        /// Rows older than this one: the next page.
        package var before: ID<AuditRow>?

        package init() {}

        /// Which filters are set, for the audit row about the reading.
        var detail: String {
            let set: [(String, Bool)] = [
                ("account", account != nil), ("organisation", organisation != nil), ("deed", deed != nil), ("outcome", outcome != nil),
                ("subject", subject != nil), ("from", from != nil), ("to", to != nil), ("before", before != nil),
            ]
            let names = set.filter(\.1).map(\.0)
            return names.isEmpty ? "filters: none" : "filters: " + names.joined(separator: ", ")
        }
    }

    /// One row with the names that its ids have today.
    package struct Line: Sendable, Hashable {
        package let row: AuditRow
        package let accountName: String?
        package let organisationName: String?
        /// As it can be shown today.
        package let purpose: ShownPurpose?
        /// Its number in the chain; `nil` while it waits to be sealed.
        package let number: Int?
    }

    /// Newest first.
    package func lines(_ search: Search, limit: Int = 50, for actor: Actor) async throws -> [Line] {
        try await gate.change(.readAudit, for: actor, detail: search.detail) { tx, _ in try Self.find(search, limit: limit, in: tx) }
    }

    /// Every matching row in pages of 500, newest first, for a file. The reading is recorded once, before the first row.
    package func export(
        _ search: Search, for actor: Actor, _ each: @Sendable ([Line]) async throws -> Void
    ) async throws {
        try await gate.change(.readAudit, for: actor, detail: "export, " + search.detail) { _, _ in }
        var rest = search
        while true {
            let page = try await gate.database.read { [rest] tx in try Self.find(rest, limit: 500, in: tx) }
            guard let last = page.last else { return }
            try await each(page)
            rest.before = last.row.id
        }
    }

    private static func find(_ search: Search, limit: Int, in tx: any Transaction) throws -> [Line] {
        var conditions: [SQL] = []
        if let account = search.account { conditions.append("a.account_id = \(account)") }
        if let organisation = search.organisation { conditions.append("a.organisation_id = \(organisation)") }
        if let deed = search.deed { conditions.append("a.deed = \(deed)") }
        if let outcome = search.outcome { conditions.append("a.outcome = \(outcome)") }
        if let subject = search.subject { conditions.append("a.subject_id = \(subject)") }
        // An id begins with its time: so the days are found in the primary key, however old they are.
        if let from = search.from { conditions.append("a.id >= \(from.start.lowestID)") }
        if let to = search.to { conditions.append("a.id < \((to.start + .days(1)).lowestID)") }
        if let before = search.before { conditions.append("a.id < \(before)") }
        let filter: SQL = conditions.isEmpty ? .none : "WHERE \(sql: SQL.joined(conditions, separator: " AND "))"
        return try tx.rows(
            """
            SELECT \(sql: AuditRow.columns), c.display_name, o.name, l.number, w.words
            FROM audit_row a LEFT JOIN account c ON c.id = a.account_id
            LEFT JOIN organisation o ON o.id = coalesce(a.organisation_id, c.organisation_id)
            LEFT JOIN audit_link l ON l.row_id = a.id LEFT JOIN audit_purpose w ON w.row_id = a.id
            \(sql: filter) ORDER BY a.id DESC LIMIT \(limit)
            """
        ) { row in
            let read = try AuditRow(row)
            return Line(
                row: read, accountName: row.optionalText(11), organisationName: row.optionalText(12),
                purpose: ShownPurpose(read.purpose, words: row.optionalText(14)), number: row.optionalInt(13)
            )
        }
    }
}

extension Day {
    /// Its first moment, UTC.
    fileprivate var start: Instant { Instant(microseconds: Int64(daysSinceEpoch) * 86_400_000_000) }
}

extension Instant {
    /// The bytes that no id made at this moment or later is below.
    fileprivate var lowestID: [UInt8] {
        let milliseconds = UInt64(max(0, microseconds / 1_000))
        return withUnsafeBytes(of: (milliseconds << 16).bigEndian) { Array($0) } + [UInt8](repeating: 0, count: 8)
    }
}
