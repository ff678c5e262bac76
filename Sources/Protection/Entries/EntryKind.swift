package import Access
package import Basics
package import Store
package import Vocabulary

/// A kind of coded, repeatable entry of a case file: an experience, a route leg, a claim. It is declared once; form, list, history,
/// sealing, visibility, API and the matrix in the documentation follow from the declaration.
///
/// Its table has the columns of every entry and one column for each field, with the field's name, in the order of `fields`:
/// ```sql
/// CREATE TABLE route_leg (
///     id BLOB PRIMARY KEY, entry_id BLOB NOT NULL, case_id BLOB NOT NULL REFERENCES case_file (id), version INTEGER NOT NULL,
///     added_by BLOB NOT NULL REFERENCES account (id), added_at INTEGER NOT NULL, replaced_at INTEGER, is_withdrawn INTEGER NOT NULL,
///     transport TEXT CHECK (…), began TEXT, place BLOB,      -- the fields: TEXT for codes and dates, INTEGER for numbers, BLOB for text
///     UNIQUE (entry_id, version)
/// ) STRICT
/// CREATE INDEX route_leg_by_case ON route_leg (case_id, replaced_at)
/// ```
/// An entry is never overwritten: a correction is a new version of it, and the older ones stay to be read.
package struct EntryKind: Sendable {
    /// Lower-case letters and hyphens; stands in addresses and in the API: `route-leg`.
    package let code: String
    /// What a list of them is called, and what adding one is called.
    package let title: Word
    package let add: Word
    /// What its empty list says.
    package let empty: Word
    package let part: CasePart
    /// What somebody must be able to do to write one; most often that of its part.
    package let writing: Deed
    /// Its table, and the columns of its fields in the order of `fields`.
    package let table: StaticString
    package let columns: SQL
    package let fields: @Sendable (CountryProfile, Codebook) -> [EntryField]
    /// Which fields stand in lists: their names; the first names the row.
    package let listed: [String]
    /// A rule over several fields; what it throws stands at the top of the form.
    package let check: @Sendable ([String: EntryValue], CaseSummary, any Transaction) throws -> Void
    /// Done in the same transaction when one was added, corrected or withdrawn.
    package let written: @Sendable (Written, any Transaction) throws -> Void
    /// The record of the profile whose own fields a country adds to these entries; `nil` where it adds none.
    package var extra: ExtraField.Record?
    /// The names of the fields with the dates by which an entry stands in the person's life line; `nil` where it does not.
    package var dates: (from: String, to: String?)?
    /// Whether the kind is offered under a profile; what was entered stays readable either way.
    package var isOffered: @Sendable (CountryProfile) -> Bool = { _ in true }
    /// Whether a file has at most one, which is corrected from then on.
    package var isSingle = false
    /// What the form for a new one holds already.
    package var prefilled: @Sendable (CaseSummary, any Transaction) throws -> [String: EntryValue] = { _, _ in [:] }

    /// What was written just now.
    package struct Written: Sendable {
        package let id: ID<CaseEntry>
        package let entry: ID<CaseEntry>
        package let isNew: Bool
        /// That it was entered by mistake, and leaves the lists with this.
        package let isWithdrawn: Bool
        package let values: [String: EntryValue]
        package let file: CaseSummary
        package let profile: CountryProfile
        package let permit: Permit<CaseFile>
        package let at: Instant
    }

    package init(
        _ code: String, _ title: Word, add: Word, empty: Word, of part: CasePart, writing: Deed? = nil, table: StaticString, columns: SQL,
        listed: [String], fields: @escaping @Sendable (CountryProfile, Codebook) -> [EntryField],
        check: @escaping @Sendable ([String: EntryValue], CaseSummary, any Transaction) throws -> Void = { _, _, _ in },
        written: @escaping @Sendable (Written, any Transaction) throws -> Void = { _, _ in }
    ) {
        self.code = code
        self.title = title
        self.add = add
        self.empty = empty
        self.part = part
        self.writing = writing ?? part.writing
        self.table = table
        self.columns = columns
        self.listed = listed
        self.fields = fields
        self.check = check
        self.written = written
    }

    /// The same kind with the fields that the country's profile adds to a record.
    package func with(fieldsOf record: ExtraField.Record) -> EntryKind {
        var kind = self
        kind.extra = record
        return kind
    }

    /// The same kind with its place in the person's life line.
    package func happening(from: String, to: String? = nil) -> EntryKind {
        var kind = self
        kind.dates = (from, to)
        return kind
    }

    /// Its own fields, and after them those of the country.
    package func allFields(_ profile: CountryProfile, _ codebook: Codebook) -> [EntryField] {
        fields(profile, codebook) + (extra.map { profile.fields(on: $0).map(EntryField.init(extra:)) } ?? [])
    }

    var event: CaseEvent.Kind { CaseEvent.Kind("entry." + code, title, part: part) }
}

/// One entry of a case file, opened for whoever may see its part.
package struct CaseEntry: Sendable {
    /// This very version.
    package let id: ID<CaseEntry>
    /// The entry, through all its versions.
    package let entry: ID<CaseEntry>
    package let version: Int
    package let addedBy: ID<Account>
    package let addedAt: Instant
    package let replacedAt: Instant?
    package let isWithdrawn: Bool
    /// By the name of the field; texts were opened under a permit for the person.
    package let values: [String: EntryValue]
}

/// What Protection refuses about an entry.
package enum EntryRefused: Refusal {
    case unknownKind, notThere
    /// An entry that another leads to is not of this file.
    case linkNotThere
    /// A file has one at most.
    case oneAlready

    package var code: String {
        switch self {
        case .unknownKind: "entry.unknown-kind"
        case .notThere: "entry.not-there"
        case .linkNotThere: "entry.link-not-there"
        case .oneAlready: "entry.one-already"
        }
    }
    package var message: String {
        switch self {
        case .unknownKind, .notThere: "There is no such entry in this file. It may have been withdrawn; look at the file again."
        case .linkNotThere: "The entry that this one belongs to is not in this file any more. Choose another, or leave it empty."
        case .oneAlready: "It stands in the file already. Open it there and correct it."
        }
    }
    package var kind: RefusalKind { self == .linkNotThere || self == .oneAlready ? .invalid : .notFound }
}
