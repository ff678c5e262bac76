package import Basics
import CLibpq
import GRDBSQLite

/// One row of an answer, alive only while the closure that receives it runs. Columns are read by their position.
///
/// A column that holds what its reader does not expect (text where a number should be) is a fault of the program or a
/// damaged database; such reads throw `StoreFault.column`.
package struct Row: ~Copyable {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source

    package func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, Int32(column)) == 1
        }
    }

    /// A whole number; 0 when the column is null, so ask `optionalInt` where it may be.
    package func int(_ column: Int) -> Int { Int(int64(column)) }

    package func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

    package func int64(_ column: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): sqlite3_column_int64(statement, Int32(column))
        case .postgres(let result, let row): Row.integer(PQgetvalue(result, row, Int32(column)))
        }
    }

    package func double(_ column: Int) -> Double {
        switch source {
        case .sqlite(let statement): sqlite3_column_double(statement, Int32(column))
        case .postgres: Double(text(column)) ?? 0
        }
    }

    package func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }

    package func bool(_ column: Int) -> Bool { int(column) != 0 }

    package func text(_ column: Int) -> String {
        switch source {
        case .sqlite(let statement):
            guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return "" }
            return String(cString: bytes)
        case .postgres(let result, let row):
            guard let bytes = PQgetvalue(result, row, Int32(column)) else { return "" }
            return String(cString: bytes)
        }
    }

    package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    package func bytes(_ column: Int) -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
        case .postgres(let result, let row):
            return Row.unhex(PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
        }
    }

    package func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    package func id<Subject>(_ column: Int, of: Subject.Type) throws(StoreFault) -> ID<Subject> {
        let found: ID<Subject>?
        switch source {
        case .sqlite(let statement):
            found = sqlite3_column_blob(statement, Int32(column)).flatMap {
                ID(bytes: UnsafeRawBufferPointer(start: $0, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
            }
        case .postgres: found = ID(bytes: bytes(column))
        }
        guard let found else { throw .column(column, expected: "an id of 16 bytes") }
        return found
    }

    package func optionalID<Subject>(_ column: Int, of: Subject.Type) throws(StoreFault) -> ID<Subject>? {
        isNull(column) ? nil : try id(column, of: Subject.self)
    }

    package func instant(_ column: Int) -> Instant { Instant(microseconds: int64(column)) }

    package func optionalInstant(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    package func day(_ column: Int) throws(StoreFault) -> Day {
        guard let day = Day(iso: text(column)) else { throw .column(column, expected: "a day YYYY-MM-DD") }
        return day
    }

    package func optionalDay(_ column: Int) throws(StoreFault) -> Day? { isNull(column) ? nil : try day(column) }

    package func partialDate(_ column: Int) throws(StoreFault) -> PartialDate {
        guard let date = PartialDate(iso: text(column)) else { throw .column(column, expected: "a date, whole or partial") }
        return date
    }

    /// A choice kept as its raw text.
    package func choice<Choice: RawRepresentable<String>>(_ column: Int, as: Choice.Type) throws(StoreFault) -> Choice {
        guard let choice = Choice(rawValue: text(column)) else { throw .column(column, expected: "one of \(Choice.self)") }
        return choice
    }

    package func optionalChoice<Choice: RawRepresentable<String>>(
        _ column: Int, as: Choice.Type
    ) throws(StoreFault) -> Choice? {
        isNull(column) ? nil : try choice(column, as: Choice.self)
    }

    /// How many columns the answer has.
    package var columnCount: Int {
        switch source {
        case .sqlite(let statement): Int(sqlite3_column_count(statement))
        case .postgres(let result, _): Int(PQnfields(result))
        }
    }

    /// A column as the database holds it, whatever it is.
    package func value(_ column: Int) -> SQLValue {
        if isNull(column) { return .null }
        switch source {
        case .sqlite(let statement):
            return switch sqlite3_column_type(statement, Int32(column)) {
            case SQLITE_INTEGER: .integer(int64(column))
            case SQLITE_FLOAT: .real(double(column))
            case SQLITE_BLOB: .bytes(bytes(column))
            default: .text(text(column))
            }
        case .postgres(let result, _):
            // The numbers of PostgreSQL's types: bool, int8, int2, int4; float4, float8, numeric; bytea.
            return switch PQftype(result, Int32(column)) {
            case 16, 20, 21, 23: .integer(int64(column))
            case 700, 701, 1_700: .real(double(column))
            case 17: .bytes(bytes(column))
            default: .text(text(column))
            }
        }
    }

    private static func integer(_ text: UnsafeMutablePointer<CChar>?) -> Int64 {
        guard var digit = text else { return 0 }
        // A comparison is `t` or `f` on PostgreSQL, 1 or 0 on SQLite.
        if digit.pointee == 0x74 { return 1 }
        let negative = digit.pointee == 0x2D
        if negative { digit += 1 }
        var value: Int64 = 0
        while digit.pointee >= 0x30, digit.pointee <= 0x39 {
            value = value &* 10 &+ Int64(digit.pointee - 0x30)
            digit += 1
        }
        return negative ? -value : value
    }

    /// PostgreSQL prints bytes as `\x` and two hexadecimal digits for each.
    private static func unhex(_ text: UnsafeMutablePointer<CChar>?, count: Int) -> [UInt8] {
        guard let text, count >= 2 else { return [] }
        func nibble(_ character: CChar) -> UInt8 {
            let byte = UInt8(bitPattern: character)
            return byte <= 0x39 ? byte - 0x30 : byte - 0x57
        }
        let length = (count - 2) / 2
        return [UInt8](unsafeUninitializedCapacity: length) { bytes, filled in
            for index in 0..<length { bytes[index] = nibble(text[2 * index + 2]) << 4 | nibble(text[2 * index + 3]) }
            filled = length
        }
    }
}
