package import Access
package import Basics
package import Store

/// Reads and writes entries of any kind.
package struct Entries: Sendable {
    package let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// Writes a new entry, or a new version of one.
    /// - Parameters:
    ///   - entry: the entry and the version that somebody looked at; `nil` adds one.
    ///   - isWithdrawn: that it was entered by mistake: it leaves the lists, and its history stays.
    /// - Throws: `StoreRefused.changedMeanwhile` when somebody else wrote a newer version.
    @discardableResult
    package func write(
        _ values: [String: EntryValue], as kind: EntryKind, in file: ID<CaseFile>,
        replacing entry: (id: ID<CaseEntry>, version: Int)? = nil, isWithdrawn: Bool = false, by actor: Actor
    ) async throws -> ID<CaseEntry> {
        let now = room.gate.clock.now()
        let summary = try await room.database.read { tx in try CaseSummary.find(file, in: tx) }
        guard let summary else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: kind.writing, subject: AuditSubject(CaseFile.self, file)))
        }
        let profile = room.profiles[summary.profile]
        let fields = kind.fields(profile, room.codebook)
        let id = ID<CaseEntry>.new(at: now)
        let columns = try await sealed(values, fields, kind, id, of: summary.person)
        let extras = try await sealedExtras(values, kind.allFields(profile, room.codebook).dropFirst(fields.count), id, of: summary.person)
        let files = CaseFiles(room)
        return try await room.gate.change(kind.writing, on: file, for: actor, detail: "entry: \(kind.code)") { tx, permit in
            // A share that does not cover the part lets nobody write in it either.
            guard try files.shared(file, with: actor, in: tx).contains(kind.part) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: kind.writing, subject: AuditSubject(CaseFile.self, file)))
            }
            // Whoever does not see every field can't write a new version of them all.
            if entry != nil {
                let hidden = try files.hidden(file, from: actor, in: tx)
                guard !kind.allFields(profile, room.codebook).contains(where: { hidden.hides($0, of: kind) }) else {
                    throw EntryRefused.notThere
                }
            }
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            if !isWithdrawn { try kind.check(values, summary, tx) }
            if kind.isSingle, entry == nil { try checkNoneYet(kind, file, in: tx) }
            try checkLinks(values, fields, file, in: tx)
            let stable = entry?.id ?? id
            let table = SQL(stringLiteral: kind.table)
            if let entry {
                try tx.runOnOne(
                    """
                    UPDATE \(sql: table) SET replaced_at = \(now)
                    WHERE entry_id = \(entry.id) AND case_id = \(file) AND version = \(entry.version) AND replaced_at IS NULL
                    """
                )
            }
            let inserted: SQL = .joined(columns.map { "\($0)" }, separator: ", ")
            // A kind of which the country alone has the fields has no columns.
            let (names, bound): (SQL, SQL) = columns.isEmpty ? (.none, .none) : (", \(sql: kind.columns)", ", \(sql: inserted)")
            try tx.run(
                """
                INSERT INTO \(sql: table) (id, entry_id, case_id, version, added_by, added_at, is_withdrawn\(sql: names))
                VALUES (\(id), \(stable), \(file), \((entry?.version ?? 0) + 1), \(actor.account), \(now), \(isWithdrawn)\(sql: bound))
                """
            )
            try insert(extras, of: id, in: file, at: now, tx)
            let written = EntryKind.Written(
                id: id, entry: stable, isNew: entry == nil, isWithdrawn: isWithdrawn, values: values, file: summary, profile: profile,
                permit: permit, at: now
            )
            try kind.written(written, tx)
            let detail = isWithdrawn ? "withdrawn" : entry == nil ? "added" : "corrected"
            try CaseEvent.write(kind.event, in: file, by: actor, subject: stable.bytes, detail: detail, at: now, tx: tx)
            return stable
        }
    }

    private func sealed(
        _ values: [String: EntryValue], _ fields: [EntryField], _ kind: EntryKind, _ id: ID<CaseEntry>, of person: ID<Person>
    ) async throws -> [SQLValue] {
        let hasText = fields.contains { field in if case .text = values[field.name] ?? .none { true } else { false } }
        let key = hasText ? try await room.vault.key(for: person) : nil
        return try fields.map { field in
            if case .text(let text) = values[field.name] ?? .none, let key {
                return try key.seal(text, in: SealPlace("\(kind.table)", id, field.name)).sqlValue
            }
            if field.sealsCode { return .null }
            return field.column(values[field.name] ?? .none)
        }
    }

    /// The entries of a kind, newest first, without those that were replaced or withdrawn. Nothing where the view doesn't show the part.
    /// - Parameters:
    ///   - key: the person's, from `key(for:)`; `nil` for an erased person, whose texts are gone.
    package func all(
        _ kind: EntryKind, in view: CaseView, with key: HolderKey<Person>?, _ looking: inout Gate.Looking, tx: any Transaction
    ) throws -> [CaseEntry] {
        try read(kind, "replaced_at IS NULL AND is_withdrawn = 0", in: view, with: key, &looking, tx: tx)
    }

    /// Every version of one entry, newest first.
    package func history(
        of entry: ID<CaseEntry>, _ kind: EntryKind, in view: CaseView, with key: HolderKey<Person>?, _ looking: inout Gate.Looking,
        tx: any Transaction
    ) throws -> [CaseEntry] {
        try read(kind, "entry_id = \(entry)", in: view, with: key, &looking, tx: tx)
    }

    private func read(
        _ kind: EntryKind, _ which: SQL, in view: CaseView, with key: HolderKey<Person>?, _ looking: inout Gate.Looking,
        tx: any Transaction
    ) throws -> [CaseEntry] {
        guard view.shows(kind.part) else { return [] }
        // Texts are opened under a permit for the person, written down once for the list.
        var permit: Permit<Person>?
        if key != nil, kind.allFields(view.profile, room.codebook).contains(where: \.isSealed) {
            permit = try looking.permit(kind.part.reading, on: view.summary.person, detail: "entries: \(kind.code)")
        }
        return try read(kind, which, of: view.summary, view.profile, without: view.hidden, with: key, under: permit, tx: tx)
    }

    /// The entries of a kind as they stand, for somebody who has a permit for the person by another deed: in an emergency, or to hand
    /// a person their own data. Without a permit the texts stay sealed.
    package func current(
        _ kind: EntryKind, of summary: CaseSummary, with key: HolderKey<Person>?, under permit: Permit<Person>?, tx: any Transaction
    ) throws -> [CaseEntry] {
        try read(
            kind, "replaced_at IS NULL AND is_withdrawn = 0", of: summary, room.profiles[summary.profile], with: key, under: permit, tx: tx)
    }

    private func read(
        _ kind: EntryKind, _ which: SQL, of summary: CaseSummary, _ profile: CountryProfile, without hidden: HiddenFields = HiddenFields(),
        with key: HolderKey<Person>?, under permit: Permit<Person>?, tx: any Transaction
    ) throws -> [CaseEntry] {
        let fields = kind.fields(profile, room.codebook)
        let extras = kind.allFields(profile, room.codebook).dropFirst(fields.count).filter { !hidden.hides($0, of: kind) }
        let columns: SQL = fields.isEmpty ? .none : ", \(sql: kind.columns)"
        let entries = try tx.rows(
            """
            SELECT id, entry_id, version, added_by, added_at, replaced_at, is_withdrawn\(sql: columns)
            FROM \(sql: SQL(stringLiteral: kind.table)) WHERE case_id = \(summary.id) AND \(sql: which)
            ORDER BY added_at DESC, version DESC, id DESC LIMIT 1000
            """
        ) { row in
            let id = try row.id(0, of: CaseEntry.self)
            var values: [String: EntryValue] = [:]
            for (index, field) in fields.enumerated() where !hidden.hides(field, of: kind) {
                let column = 7 + index
                if field.isSealed, let key, let permit, !row.isNull(column) {
                    let sealed: Sealed<Person, String> = row.sealed(column, of: Person.self)
                    let place = SealPlace("\(kind.table)", id, field.name)
                    values[field.name] = .text(try Shown(sealed, in: place, with: key, under: permit) { $0 }.value)
                } else {
                    values[field.name] = field.value(row, column)
                }
            }
            return CaseEntry(
                id: id, entry: try row.id(1, of: CaseEntry.self), version: row.int(2), addedBy: try row.id(3, of: Account.self),
                addedAt: row.instant(4), replacedAt: row.optionalInstant(5), isWithdrawn: row.int(6) == 1, values: values
            )
        }
        return extras.isEmpty ? entries : try withExtras(entries, extras, key, permit, tx)
    }

    /// How many entries of each kind stand in a file, for the kinds that a view shows.
    package func counts(_ kinds: [EntryKind], in view: CaseView, tx: any Transaction) throws -> [String: Int] {
        let shown = kinds.filter { view.shows($0.part) }
        guard !shown.isEmpty else { return [:] }
        let counted: [SQL] = shown.map { kind in
            """
            SELECT \(kind.code) AS kind, COUNT(*) AS entries FROM \(sql: SQL(stringLiteral: kind.table))
            WHERE case_id = \(view.summary.id) AND replaced_at IS NULL AND is_withdrawn = 0
            """
        }
        let rows = try tx.rows(.joined(counted, separator: " UNION ALL ")) { ($0.text(0), $0.int(1)) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The parts of a file that hold something, whoever may see it: a person asked about handing all of it on is asked about these.
    package func heldParts(of file: ID<CaseFile>, tx: any Transaction) throws -> Set<CasePart> {
        let kinds = room.branches.flatMap(\.entries)
        let held = try kinds.filter { kind in
            try tx.exists(
                """
                SELECT 1 FROM \(sql: SQL(stringLiteral: kind.table)) WHERE case_id = \(file) AND replaced_at IS NULL AND is_withdrawn = 0
                """
            )
        }
        return Set(held.map(\.part)).union([.summary, .identity])
    }

    /// The key of the person of a file, before the transaction that reads; `nil` when the person was erased.
    package func key(for file: ID<CaseFile>) async throws -> HolderKey<Person>? {
        guard let person = try await room.database.read({ tx in try CaseSummary.find(file, in: tx)?.person }) else { return nil }
        do { return try await room.vault.key(for: person) } catch VaultRefused.erased { return nil }
    }
}
