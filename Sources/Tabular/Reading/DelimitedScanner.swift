/// Finds the fields of one row of separated values (RFC 4180) in a window of bytes, without copying any.
struct DelimitedScanner {
    let delimiter: UInt8
    let limits: Limits

    private static let quote: UInt8 = 0x22
    private static let newline: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// - Parameters:
    ///   - start: where the row begins.
    ///   - isLast: that the window reaches to the end of the file.
    ///   - line: the line on which the row begins, for refusals.
    ///   - fields: filled anew.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, line: Int, into fields: inout [RawField]
    ) -> ScanOutcome {
        fields.removeAll(keepingCapacity: true)
        let end = bytes.count
        guard start < end else { return isLast ? .end : .needsMore(inQuote: false) }
        var index = start
        var lines = 0
        while true {
            if fields.count == limits.columns { return .refused(.tooManyColumns(line: line, limit: limits.columns)) }
            let fieldStart = index
            if index < end, bytes[index] == Self.quote {
                guard let closing = closingQuote(bytes, after: index, isLast: isLast, lines: &lines) else {
                    return isLast ? .refused(.quoteNeverClosed(line: line)) : .needsMore(inQuote: true)
                }
                index = closing.place + 1
                var form: RawField.Form = closing.isDoubled ? .escaped : .plain
                var fieldEnd = closing.place
                if index < end, bytes[index] != delimiter, bytes[index] != Self.newline, bytes[index] != Self.carriageReturn {
                    index = endOfPlain(bytes, from: index)
                    (form, fieldEnd) = (.malformed, index)
                }
                fields.append(RawField(start: fieldStart + 1, end: fieldEnd, form: form))
            } else {
                index = endOfPlain(bytes, from: index)
                fields.append(RawField(start: fieldStart, end: index, form: .plain))
            }
            if index - fieldStart > limits.fieldBytes { return .refused(.fieldTooLong(line: line, limit: limits.fieldBytes)) }
            guard index < end else {
                return isLast ? .row(next: end, lines: lines, reachedEnd: true) : .needsMore(inQuote: false)
            }
            if bytes[index] == delimiter {
                index += 1
                continue
            }
            if bytes[index] == Self.carriageReturn {
                if index + 1 == end, !isLast { return .needsMore(inQuote: false) }
                if index + 1 < end, bytes[index + 1] == Self.newline { index += 1 }
            }
            let next = index + 1
            let isBlank = fields.count == 1 && fields[0].start == fields[0].end && bytes[start] != Self.quote
            return isBlank ? .blank(next: next, lines: 1) : .row(next: next, lines: lines + 1, reachedEnd: false)
        }
    }

    @inline(__always)
    private func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
            index += 1
        }
        return index
    }

    /// The quotation mark that closes, and whether doubled ones stand before it. `nil` when the bytes end first.
    private func closingQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, after opening: Int, isLast: Bool, lines: inout Int
    ) -> (place: Int, isDoubled: Bool)? {
        var index = opening + 1
        var isDoubled = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.newline { lines += 1 }
            if byte == Self.quote {
                if index + 1 == bytes.count { return isLast ? (index, isDoubled) : nil }
                guard bytes[index + 1] == Self.quote else { return (index, isDoubled) }
                isDoubled = true
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// Writes one mark for two within a field, in place.
    static func resolve(_ field: inout RawField, in bytes: inout [UInt8]) {
        var (from, to) = (field.start, field.start)
        while from < field.end {
            bytes[to] = bytes[from]
            if bytes[from] == quote { from += 1 }
            (from, to) = (from + 1, to + 1)
        }
        field = RawField(start: field.start, end: to, form: .plain)
    }
}
