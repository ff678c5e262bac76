package import Basics

/// The value of one field of a record.
package enum Value: Hashable, Sendable {
    case absent(Absence)
    case text(String)
    /// A code of a list, our own.
    case code(String)
    case codes([String])
    /// All codes together: a total, which is no code.
    case total
    case count(Count)
    case integer(Int)
    case decimal(Double)
    case day(Day)
    case partialDate(PartialDate)
    case flag(Bool)

    /// The text or code, `nil` for anything else.
    package var string: String? {
        switch self {
        case .text(let text), .code(let text): text
        default: nil
        }
    }

    package var count: Count? { if case .count(let count) = self { count } else { nil } }

    package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    package var day: Day? { if case .day(let day) = self { day } else { nil } }

    package var partialDate: PartialDate? {
        switch self {
        case .partialDate(let date): date
        case .day(let day): .day(day)
        default: nil
        }
    }

    /// The codes of a field of several, the one of a field of one, none when absent.
    package var codes: [String] {
        switch self {
        case .codes(let codes): codes
        case .code(let code), .text(let code): [code]
        default: []
        }
    }

    package var isAbsent: Bool { if case .absent = self { true } else { false } }
}

extension Value: CustomStringConvertible {
    /// For keys, reports and comparisons.
    package var description: String {
        switch self {
        case .absent(let why): "[\(why.rawValue)]"
        case .text(let text), .code(let text): text
        case .codes(let codes): codes.joined(separator: ";")
        case .total: "[total]"
        case .count(let count): count.description
        case .integer(let number): String(number)
        case .decimal(let number): String(number)
        case .day(let day): day.iso
        case .partialDate(let date): date.iso
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

/// The names of a record's fields and their places.
package struct RecordLayout: Sendable, Hashable {
    package let names: [String]
    private let places: [String: Int]

    init(_ names: [String]) {
        self.names = names
        places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a field stands: look it up once, then read every record by place.
    package func place(of field: String) -> Int? { places[field] }
}

/// One row of a file, read and checked: a value for every field of the mapping.
package struct Record: Sendable, Hashable {
    package let layout: RecordLayout
    package let values: [Value]
    /// The line of the file on which it began.
    package let line: Int

    package subscript(place: Int) -> Value { values[place] }

    package subscript(field: String) -> Value { layout.place(of: field).map { values[$0] } ?? .absent(.nothing) }
}
