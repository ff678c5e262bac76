import Access
import Basics
import Store

/// What a country's own fields of an entry hold, ready to be written: sealed before the transaction.
struct ExtraValue: Sendable {
    let code: String
    let coded: String?
    let sealed: Sealed<Person, String>?
}

extension Entries {
    /// Seals what is to be sealed; a field that was left empty has no row.
    func sealedExtras(
        _ values: [String: EntryValue], _ fields: ArraySlice<EntryField>, _ id: ID<CaseEntry>, of person: ID<Person>
    ) async throws -> [ExtraValue] {
        let filled = fields.compactMap { field -> (EntryField, String, String)? in
            guard let code = field.extraCode, let text = field.written(values[field.name] ?? .none) else { return nil }
            return (field, code, text)
        }
        guard filled.contains(where: \.0.isSealed) else { return filled.map { ExtraValue(code: $0.1, coded: $0.2, sealed: nil) } }
        let key = try await room.vault.key(for: person)
        return try filled.map { field, code, text in
            guard field.isSealed else { return ExtraValue(code: code, coded: text, sealed: nil) }
            return ExtraValue(code: code, coded: nil, sealed: try key.seal(text, in: .extra(id, code)))
        }
    }

    func insert(_ extras: [ExtraValue], of entry: ID<CaseEntry>, in file: ID<CaseFile>, at now: Instant, _ tx: any Transaction) throws {
        for extra in extras {
            try tx.run(
                """
                INSERT INTO extra_field_value (id, case_id, record_id, code, coded, sealed)
                VALUES (\(ID<ExtraValue>.new(at: now)), \(file), \(entry), \(extra.code), \(extra.coded), \(extra.sealed))
                """
            )
        }
    }

    /// The same entries with what the country's own fields hold; what is sealed only under a permit for the person.
    func withExtras(
        _ entries: [CaseEntry], _ fields: [EntryField], _ key: HolderKey<Person>?, _ permit: Permit<Person>?, _ tx: any Transaction
    ) throws -> [CaseEntry] {
        guard !entries.isEmpty else { return [] }
        let byCode = Dictionary(fields.compactMap { field in field.extraCode.map { ($0, field) } }, uniquingKeysWith: { first, _ in first })
        var found: [ID<CaseEntry>: [String: EntryValue]] = [:]
        let rows = try tx.rows("SELECT record_id, code, coded, sealed FROM extra_field_value WHERE record_id IN \(list: entries.map(\.id))")
        {
            (try $0.id(0, of: CaseEntry.self), $0.text(1), $0.optionalText(2), $0.optionalSealed(3, of: Person.self, as: String.self))
        }
        for (entry, code, coded, sealed) in rows {
            guard let field = byCode[code] else { continue }
            var text = coded
            if let sealed, let key, let permit { text = try Shown(sealed, in: .extra(entry, code), with: key, under: permit) { $0 }.value }
            if let text { found[entry, default: [:]][field.name] = field.value(written: text) }
        }
        return entries.map { $0.with(found[$0.id] ?? [:]) }
    }

    func checkNoneYet(_ kind: EntryKind, _ file: ID<CaseFile>, in tx: any Transaction) throws {
        let stands = try tx.exists(
            """
            SELECT 1 FROM \(sql: SQL(stringLiteral: kind.table))
            WHERE case_id = \(file) AND replaced_at IS NULL AND is_withdrawn = 0
            """
        )
        if stands { throw EntryRefused.oneAlready }
    }

    /// An entry may only lead to one of the same file: whoever sends another's id gets no further.
    func checkLinks(_ values: [String: EntryValue], _ fields: [EntryField], _ file: ID<CaseFile>, in tx: any Transaction) throws {
        for field in fields {
            guard case .link(let code) = field.kind, case .code(let text) = values[field.name] ?? .none else { continue }
            guard let kind = room.entryKind(code), let id = ID<CaseEntry>(text),
                try tx.exists("SELECT 1 FROM \(sql: SQL(stringLiteral: kind.table)) WHERE entry_id = \(id) AND case_id = \(file)")
            else { throw EntryRefused.linkNotThere }
        }
    }
}

extension CaseEntry {
    func with(_ extra: [String: EntryValue]) -> CaseEntry {
        CaseEntry(
            id: id, entry: entry, version: version, addedBy: addedBy, addedAt: addedAt, replacedAt: replacedAt, isWithdrawn: isWithdrawn,
            values: values.merging(extra) { own, _ in own }
        )
    }
}

extension SealPlace {
    /// Where a country's own field of one version of an entry is sealed.
    fileprivate static func extra(_ entry: ID<CaseEntry>, _ code: String) -> SealPlace { SealPlace("extra_field_value", entry, code) }
}
