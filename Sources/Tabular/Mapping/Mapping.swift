package import Basics

/// How the columns of one kind of file become the fields of a record: read from a YAML file, and known by name and version.
package struct Mapping: Sendable {
    /// The name that `concord import --mapping` takes.
    package let name: String
    package let version: Int
    package let title: Sentence
    /// What a report and a page cite.
    package let source: String
    /// `nil` takes any.
    package let format: TableFormat?
    /// `nil` finds it out.
    package let encoding: TextEncoding?
    package let otherColumns: OtherColumns
    /// Columns that may not be there at all, such as a person's name.
    package let forbiddenColumns: [String]
    /// Fields that are the same in every row.
    package let constants: [String: String]
    package let fields: [FieldMapping]
    package let rules: [PatternRule]
    /// The fields that tell one record from another; empty when nothing does.
    package let key: [String]

    /// What becomes of columns that the mapping does not name.
    package enum OtherColumns: String, Sendable, CaseIterable {
        /// Not read, and said so in the report.
        case ignore
        /// The file is refused.
        case refuse
    }

    /// The fields of its records, in order: those read from columns, then the constant ones.
    package var fieldNames: [String] { fields.map(\.field) + constants.keys.sorted() }
}

/// How one field of a record comes from a column.
package struct FieldMapping: Sendable {
    package let field: String
    /// The column, by the first of these names that the file has.
    package let columns: [String]
    /// A row without a value is refused.
    package let isRequired: Bool
    /// A file without the column is refused, even where a row may leave it empty: an empty cell says something, a lost column doesn't.
    package let needsColumn: Bool
    package let type: FieldType
    /// The field is read only from rows where these hold; elsewhere it is absent.
    package let conditions: [Condition]
    /// Values that stand for no value, and for which reason.
    package let absences: [String: Absence]
    /// Values to read as others, before anything else is done with them.
    package let replacements: [String: String]
    /// The value that stands for all codes together.
    package let total: String?
    /// What separates several values in one field; `nil` for a field of one value.
    package let separator: Character?
}

/// What a value must be.
package enum FieldType: Sendable, Hashable {
    /// Any text of at most so many letters.
    case text(longest: Int)
    /// A published count: digits, or `<5`, or two counts with a hyphen between them; no larger than a bound.
    case count(largest: Int)
    case integer(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    case day(DayOrder)
    /// A day, a month or a year.
    case partialDate
    case year(ClosedRange<Int>)
    /// A code of a list; the scheme tells whose codes stand in the file.
    case code(list: String, scheme: String?)
    /// One of these.
    case choice([String])
    /// Yes or no, in the ways that files say it.
    case flag
    /// Nothing may stand there.
    case blank
}

/// In which order a date is written.
package enum DayOrder: String, Sendable, CaseIterable {
    /// 2019-03-14, and nothing else.
    case iso
    /// 14/03/2019, also with dots or hyphens.
    case dayFirst = "day-first"
    /// 03/14/2019, also with dots or hyphens.
    case monthFirst = "month-first"
}

/// That an earlier field has one of these values.
package struct Condition: Sendable, Hashable {
    package let field: String
    package let values: Set<String>
}

/// A shape that the text of a field may not have: what a form or a program leaves behind where a value should stand.
package struct PatternRule: Sendable {
    /// Its name, which is the end of the fault's code: `rule.question-code-as-label`.
    package let name: String
    package let field: String
    /// A regular expression that a bad value matches from end to end.
    package let pattern: String
    package let conditions: [Condition]
    package let reason: Sentence
    package let remedy: Sentence
}
