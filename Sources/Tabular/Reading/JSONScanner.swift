/// Finds the members of one object of a JSON array, or of one object a line, in a window of bytes.
struct JSONScanner {
    let limits: Limits
    /// Whether the objects stand in an array; found out at the first byte.
    private(set) var isArray: Bool?
    private var isDone = false
    private var hasRead = false

    init(limits: Limits) { self.limits = limits }

    /// What ends the reading of an object early.
    private enum Stop: Error {
        case needsMore
        case bad(String)
        case refused(TableRefused)
    }

    /// - Parameters:
    ///   - columns: the keys known so far; new ones are added at the end.
    ///   - fields: filled anew, one for each key known.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, line: Int, columns: inout JSONColumns,
        into fields: inout [RawField]
    ) -> ScanOutcome {
        var cursor = Cursor(bytes: bytes, index: start)
        cursor.skipBlanks()
        if isArray == nil, let first = cursor.peek {
            isArray = first == UInt8(ascii: "[")
            if isArray == true { return .blank(next: cursor.index + 1, lines: cursor.lines) }
        }
        if cursor.peek == UInt8(ascii: ","), isArray == true, hasRead {
            cursor.index += 1
            cursor.skipBlanks()
        }
        let beganOn = line + cursor.lines
        guard let first = cursor.peek else {
            guard isLast else { return .needsMore(inQuote: false) }
            return isArray == true && !isDone ? .refused(.cutShort(line: beganOn)) : .end
        }
        if isArray == true, first == UInt8(ascii: "]"), !isDone {
            isDone = true
            return .blank(next: cursor.index + 1, lines: cursor.lines)
        }
        guard !isDone else { return .refused(.notJSON(line: beganOn, problem: "something follows the end of the array")) }
        fields = Array(repeating: .absent, count: columns.names.count)
        let leading = cursor.lines
        if leading > 0 {
            // The row begins on a later line than the blanks before it: hand these back first.
            return .blank(next: cursor.index, lines: leading)
        }
        do {
            try readObject(&cursor, columns: &columns, into: &fields)
            hasRead = true
            return .row(next: cursor.index, lines: cursor.lines, reachedEnd: false)
        } catch {
            switch error {
            case .needsMore: return isLast ? .refused(.cutShort(line: beganOn)) : .needsMore(inQuote: false)
            case .bad(let problem): return .refused(.notJSON(line: line + cursor.lines, problem: problem))
            case .refused(let refusal): return .refused(refusal)
            }
        }
    }

    private func readObject(_ cursor: inout Cursor, columns: inout JSONColumns, into fields: inout [RawField]) throws(Stop) {
        try expect("{", in: &cursor)
        cursor.skipBlanks()
        if try next(cursor) == UInt8(ascii: "}") {
            cursor.index += 1
            return
        }
        var guess = 0
        while true {
            cursor.skipBlanks()
            let key = try readString(&cursor)
            let place = columns.place(of: key, in: cursor.bytes, guess: guess)
            guard place < limits.columns else { throw .refused(.tooManyColumns(line: columns.line, limit: limits.columns)) }
            guess = place + 1
            while fields.count <= place { fields.append(.absent) }
            cursor.skipBlanks()
            try expect(":", in: &cursor)
            cursor.skipBlanks()
            let value = try readValue(&cursor)
            if value.end - value.start > limits.fieldBytes { throw .refused(.fieldTooLong(line: columns.line, limit: limits.fieldBytes)) }
            // A key that stands twice in one object: which of the two was meant can't be known.
            fields[place] = fields[place].form == .absent ? value : RawField(start: value.start, end: value.end, form: .malformed)
            cursor.skipBlanks()
            let byte = try next(cursor)
            cursor.index += 1
            if byte == UInt8(ascii: "}") { return }
            guard byte == UInt8(ascii: ",") else { throw .bad("a comma or } should follow a value") }
        }
    }

    private func readValue(_ cursor: inout Cursor) throws(Stop) -> RawField {
        switch try next(cursor) {
        case UInt8(ascii: "\""): return try readString(&cursor)
        case UInt8(ascii: "{"): return try readNested(&cursor)
        case UInt8(ascii: "["): return try readList(&cursor)
        default: return try readBare(&cursor)
        }
    }

    /// A number, `true`, `false` or `null`.
    private func readBare(_ cursor: inout Cursor) throws(Stop) -> RawField {
        let start = cursor.index
        while let byte = cursor.peek, Self.isBare(byte) { cursor.index += 1 }
        guard cursor.peek != nil else { throw .needsMore }
        let text = cursor.bytes[start..<cursor.index]
        if text.elementsEqual("null".utf8) { return .absent }
        if text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) {
            return RawField(start: start, end: cursor.index, form: .plain)
        }
        guard let first = text.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
            throw .bad("a value is missing or not quoted")
        }
        return RawField(start: start, end: cursor.index, form: .plain)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte == 0x45
    }

    private func readString(_ cursor: inout Cursor) throws(Stop) -> RawField {
        guard try next(cursor) == UInt8(ascii: "\"") else { throw .bad("a key or a text should stand in quotation marks") }
        let start = cursor.index + 1
        var form = RawField.Form.plain
        var index = start
        while index < cursor.bytes.count {
            let byte = cursor.bytes[index]
            if byte == UInt8(ascii: "\"") {
                cursor.index = index + 1
                return RawField(start: start, end: index, form: form)
            }
            if byte < 0x20 { throw .bad("a text holds a line break or another control character") }
            if byte == UInt8(ascii: "\\") {
                form = .escaped
                index += 1
            }
            index += 1
        }
        throw .needsMore
    }

    private func readList(_ cursor: inout Cursor) throws(Stop) -> RawField {
        let start = cursor.index
        var isNested = false
        cursor.index += 1
        cursor.skipBlanks()
        while try next(cursor) != UInt8(ascii: "]") {
            // Lists within lists are stepped over, not followed: a million brackets would use up the stack.
            let byte = try next(cursor)
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                _ = try readNested(&cursor)
                isNested = true
            } else {
                _ = try readValue(&cursor)
            }
            cursor.skipBlanks()
            let after = try next(cursor)
            if after == UInt8(ascii: ",") {
                cursor.index += 1
                cursor.skipBlanks()
            } else if after != UInt8(ascii: "]") {
                throw .bad("a comma or ] should follow a value")
            }
        }
        cursor.index += 1
        return RawField(start: start, end: cursor.index, form: isNested ? .nested : .list)
    }

    /// Steps over an object or a list, whatever it holds.
    private func readNested(_ cursor: inout Cursor) throws(Stop) -> RawField {
        let start = cursor.index
        var depth = 0
        repeat {
            switch try next(cursor) {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                cursor.index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                cursor.index += 1
            case UInt8(ascii: "\""): _ = try readString(&cursor)
            default: cursor.step()
            }
        } while depth > 0
        return RawField(start: start, end: cursor.index, form: .nested)
    }

    private func next(_ cursor: Cursor) throws(Stop) -> UInt8 {
        guard let byte = cursor.peek else { throw .needsMore }
        return byte
    }

    private func expect(_ scalar: Unicode.Scalar, in cursor: inout Cursor) throws(Stop) {
        guard try next(cursor) == UInt8(ascii: scalar) else { throw .bad("\(scalar) should stand here") }
        cursor.index += 1
    }

    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        var index: Int
        var lines = 0

        var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

        mutating func step() {
            if bytes[index] == 0x0A { lines += 1 }
            index += 1
        }

        mutating func skipBlanks() {
            while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { step() }
        }
    }
}
