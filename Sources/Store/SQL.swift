package import Basics

/// A statement with its values. Whatever is interpolated is bound; there is no way to splice text in.
///
/// ```swift
/// let sql: SQL = "SELECT name FROM organisation WHERE id = \(id)"
/// ```
/// A statement can hold another (`\(sql: clause)`), whose values come along.
package struct SQL: Sendable, Hashable {
    /// The pieces of text between the values: always one more than there are values.
    private(set) var pieces: [String]
    private(set) var values: [SQLValue]

    init(pieces: [String], values: [SQLValue]) {
        self.pieces = pieces
        self.values = values
    }

    /// No text at all: the neutral piece to build on.
    package static let none = SQL(pieces: [""], values: [])

    package var isEmpty: Bool { values.isEmpty && pieces.allSatisfy(\.isEmpty) }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    package static func += (left: inout SQL, right: SQL) { left.append(right) }

    /// Writes statements one after the other with a separator between them: `" AND "`, `", "`.
    package static func joined(_ parts: [SQL], separator: SQL) -> SQL {
        var whole = SQL.none
        for (index, part) in parts.enumerated() {
            if index > 0 { whole += separator }
            whole += part
        }
        return whole
    }

    private mutating func append(_ other: SQL) {
        pieces[pieces.count - 1] += other.pieces[0]
        pieces += other.pieces.dropFirst()
        values += other.values
    }

    /// The text as the database reads it: `?` on SQLite, `$1`, `$2` … on PostgreSQL.
    ///
    /// On PostgreSQL a null is the word itself: a parameter without a value has no type, and `$1 IS NULL` would be refused.
    func text(for dialect: Dialect) -> String {
        guard pieces.count > 1 else { return pieces[0] }
        var text = pieces[0]
        var number = 0
        for (value, piece) in zip(values, pieces.dropFirst()) {
            switch (dialect, value) {
            case (.sqlite, _): text += "?"
            case (.postgres, .null): text += "NULL"
            case (.postgres, _):
                number += 1
                text += "$\(number)"
            }
            text += piece
        }
        return text
    }

    /// The statement itself, when both databases can keep its texts.
    /// - Throws: `StoreRefused.unstorableText`: PostgreSQL has no room for U+0000, and SQLite would cut the text there.
    func storable() throws(StoreRefused) -> SQL {
        for case .text(let text) in values where text.utf8.contains(0) { throw .unstorableText }
        return self
    }

    /// A name out of the schema itself, for the parts of the store that work on every table there is.
    static func identifier(_ name: String) throws(StoreFault) -> SQL {
        guard isIdentifier(name) else { throw .statement(code: "42602", message: "not a name of ours") }
        return SQL(pieces: ["\"\(name)\""], values: [])
    }

    /// Whether a name is one of ours: lower-case letters, digits and `_`, a letter first, at most 63.
    static func isIdentifier(_ name: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, letters.contains(first), name.utf8.count <= 63 else { return false }
        return name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }
}

/// The two databases that a node can run on.
package enum Dialect: String, Sendable { case sqlite, postgres }

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral value: StaticString) {
        self.init(pieces: [value.description], values: [])
    }

    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL.none

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: StaticString) {
            sql.pieces[sql.pieces.count - 1] += literal.description
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            sql.values.append(value.sqlValue)
            sql.pieces.append("")
        }

        /// Binds a value that may be missing.
        package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            sql.values.append(value?.sqlValue ?? .null)
            sql.pieces.append("")
        }

        /// Binds a list for `IN`: `WHERE state IN \(list: states)`. An empty list matches nothing.
        package mutating func appendInterpolation(list: some Collection<some SQLBindable>) {
            sql.append(list.isEmpty ? "(NULL)" : "(" + SQL.joined(list.map { "\($0)" }, separator: ", ") + ")")
        }

        /// Puts another statement here, values and all.
        package mutating func appendInterpolation(sql other: SQL) { sql.append(other) }
    }
}

/// One value as both databases know it.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A Swift value that can be bound to a statement.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable { package var sqlValue: SQLValue { self } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .bytes(self) } }
extension ID: SQLBindable { package var sqlValue: SQLValue { .bytes(bytes) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .integer(microseconds) } }
extension Day: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension PartialDate: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }

extension SQLBindable where Self: RawRepresentable<String> {
    package var sqlValue: SQLValue { .text(rawValue) }
}
