import Basics

/// Reads the bytes of one field as a value of its type.
struct FieldReader {
    let mapping: FieldMapping
    let codes: any CodeSource

    /// - Parameter bytes: without blanks at either end, and not empty.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Complaint> {
        switch mapping.type {
        case .count(let largest): Numbers.count(bytes, largest: largest).map { .count($0) }
        case .integer(let range): Numbers.integer(bytes, in: range).map { .integer($0) }
        case .year(let range): Numbers.year(bytes, in: range).map { .integer($0) }
        default: read(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func read(_ text: String) -> Result<Value, Complaint> {
        switch mapping.type {
        case .text(let longest):
            return text.count <= longest ? .success(.text(text)) : .failure(.tooLong(longest))
        case .code(let list, let scheme):
            guard let code = codes.code(for: text, list: list, scheme: scheme) else { return .failure(.notInList(list)) }
            return .success(.code(code))
        case .choice(let choices):
            return choices.contains(text) ? .success(.code(text)) : .failure(.notAmong(choices))
        case .day(let order):
            return Dates.day(text, order: order).map { .success(.day($0)) } ?? .failure(.notADay(order))
        case .partialDate:
            return PartialDate(iso: text).map { .success(.partialDate($0)) } ?? .failure(.notADate)
        case .decimal(let range):
            guard let number = Double(text), number.isFinite else { return .failure(.notANumber) }
            return range.contains(number) ? .success(.decimal(number)) : .failure(.outOfRange("\(range.lowerBound)", "\(range.upperBound)"))
        case .flag: return Self.flags[text.lowercased()].map { .success(.flag($0)) } ?? .failure(.notAFlag)
        case .blank: return .failure(.notBlank)
        case .count, .integer, .year: return .failure(.notANumber)
        }
    }

    private static let flags: [String: Bool] = [
        "true": true, "yes": true, "y": true, "1": true, "oui": true, "false": false, "no": false, "n": false, "0": false, "non": false,
    ]
}

/// Dates in the orders in which files write them.
enum Dates {
    static func day(_ text: String, order: DayOrder) -> Day? {
        guard order != .iso else { return Day(iso: text) }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
        guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return order == .dayFirst ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
    }
}

/// Whole numbers, straight from their bytes.
enum Numbers {
    /// Digits only, with a sign at most; `nil` also when it is too large for the machine.
    static func whole(_ bytes: some Sequence<UInt8>) -> Int? {
        var result = 0
        var digits = 0
        var isNegative = false
        var isFirst = true
        for byte in bytes {
            defer { isFirst = false }
            if isFirst, byte == 0x2D || byte == 0x2B {
                isNegative = byte == 0x2D
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, overflowed) = result.multipliedReportingOverflow(by: 10)
            let (sum, overflowedToo) = product.addingReportingOverflow(Int(byte) - 0x30)
            if overflowed || overflowedToo { return nil }
            result = sum
            digits += 1
        }
        return digits == 0 ? nil : isNegative ? -result : result
    }

    static func count(_ bytes: UnsafeBufferPointer<UInt8>, largest: Int) -> Result<Count, Complaint> {
        if bytes.count == 2, bytes[0] == UInt8(ascii: "<"), bytes[1] == UInt8(ascii: "5") { return .success(.fewerThanFive) }
        if let number = whole(bytes) {
            if number < 0 { return .failure(.negative) }
            return number <= largest ? .success(.exact(number)) : .failure(.tooLarge(largest))
        }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        if parts.count == 2, let low = whole(parts[0]), let high = whole(parts[1]), low >= 0, low <= high {
            return high <= largest ? .success(Count(bounds: low...high)) : .failure(.tooLarge(largest))
        }
        return .failure(isDigits(bytes) ? .tooLarge(largest) : .notACount)
    }

    static func integer(_ bytes: UnsafeBufferPointer<UInt8>, in range: ClosedRange<Int>) -> Result<Int, Complaint> {
        guard let number = whole(bytes) else {
            return .failure(isDigits(bytes) ? .tooLarge(range.upperBound) : .notANumber)
        }
        if number < 0, range.lowerBound >= 0 { return .failure(.negative) }
        return range.contains(number) ? .success(number) : .failure(.outOfRange("\(range.lowerBound)", "\(range.upperBound)"))
    }

    static func year(_ bytes: UnsafeBufferPointer<UInt8>, in range: ClosedRange<Int>) -> Result<Int, Complaint> {
        guard bytes.count == 4, let year = whole(bytes) else { return .failure(.notAYear) }
        return range.contains(year) ? .success(year) : .failure(.outOfRange("\(range.lowerBound)", "\(range.upperBound)"))
    }

    private static func isDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { (0x30...0x39).contains($0) } }
}
