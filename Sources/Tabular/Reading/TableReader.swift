/// Reads a table row by row, holding no more of it than one chunk and one row.
///
/// ```swift
/// var reader = try TableReader.open(.file(path: path))
/// while try reader.next() { print(reader.text(0)) }
/// ```
/// It can't be copied: two copies would read from the same place in the file.
package struct TableReader: ~Copyable {
    /// The name of the file, for reports.
    package let name: String
    package let format: TableFormat
    package let encoding: TextEncoding
    /// What separates the values; `nil` for JSON.
    package let delimiter: Character?
    /// The names of the columns. Of a JSON file those met so far: it grows while the file is read.
    package private(set) var columns: [String]
    /// The line on which the current row begins; the first line of the file is 1.
    package private(set) var line = 1
    package private(set) var notices: [TableNotice]
    /// Rows read so far, the header not among them.
    package private(set) var rowCount = 0

    private let limits: Limits
    private var source: ByteSource
    private var transcoder: Transcoder
    private var window: [UInt8]
    private var place: Int
    private var nextLine: Int
    private var isAtEnd = false
    private var fields: [RawField] = []
    private var delimited: DelimitedScanner
    private var json: JSONScanner
    private var jsonColumns = JSONColumns()

    /// Opens a table, finds out how it is written, and reads its header.
    /// - Parameters:
    ///   - format: `nil` finds it out, by the first letter: a bracket begins JSON.
    ///   - encoding: `nil` finds it out by reading all bytes once.
    package static func open(
        _ input: TableInput, format: TableFormat? = nil, encoding: TextEncoding? = nil, limits: Limits = .standard
    ) throws(TableRefused) -> TableReader {
        let opening = try TableOpening(input, format: format, encoding: encoding, limits: limits)
        var reader = TableReader(opening, limits: limits)
        if opening.format != .json { try reader.readHeader() }
        return reader
    }

    private init(_ opening: TableOpening, limits: Limits) {
        name = opening.name
        format = opening.format
        encoding = opening.evidence.encoding
        delimiter = opening.format == .json ? nil : Character(Unicode.Scalar(opening.delimiter))
        columns = []
        notices = opening.evidence.notice.map { [$0] } ?? []
        place = opening.place
        nextLine = opening.line
        self.limits = limits
        source = opening.source
        transcoder = opening.transcoder
        window = opening.window
        delimited = DelimitedScanner(delimiter: opening.delimiter, limits: limits)
        json = JSONScanner(limits: limits)
    }

    /// Bytes read from the file so far, and all of them.
    package var progress: ReadingProgress { ReadingProgress(bytesRead: source.position, bytesTotal: source.total, rows: rowCount) }

    /// Goes on to the next row.
    /// - Returns: `false` after the last.
    package mutating func next() throws(TableRefused) -> Bool {
        guard try advance() else {
            if rowCount == 0 { throw columns.isEmpty ? .empty : .onlyHeader }
            return false
        }
        rowCount += 1
        if format == .json { columns = jsonColumns.names }
        return true
    }

    /// Bytes of the file that are held at this moment: never more than a row and a chunk or two.
    package var heldBytes: Int { window.capacity }

    /// Lends the current row.
    package func withRow<Result>(_ body: (RawRow) throws -> Result) rethrows -> Result {
        try window.withUnsafeBufferPointer { bytes in
            try fields.withUnsafeBufferPointer { try body(RawRow(bytes: bytes, fields: $0, line: line)) }
        }
    }

    /// The number of fields of the current row, which may differ from the number of columns.
    package var fieldCount: Int { fields.count }

    /// The text of a field of the current row; empty when the row is shorter.
    package func text(_ place: Int) -> String { withRow { $0.text(place) } }

    private mutating func readHeader() throws(TableRefused) {
        guard try advance() else { throw .empty }
        columns = withRow { row in (0..<row.count).map { Self.trimmed(row.text($0)) } }
        var faults: [HeaderFault] = []
        var seen: Set<String> = []
        for (place, column) in columns.enumerated() {
            if column.isEmpty {
                faults.append(.nameless(place + 1))
            } else if !seen.insert(column).inserted, !faults.contains(.doubled(column)) {
                faults.append(.doubled(column))
            }
        }
        if !faults.isEmpty { throw .header(faults) }
    }

    private mutating func advance() throws(TableRefused) -> Bool {
        while true {
            let outcome = scan()
            switch outcome {
            case .row(let next, let lines, let reachedEnd):
                if next - place > limits.rowBytes { throw .rowTooLong(line: nextLine, limit: limits.rowBytes) }
                line = nextLine
                nextLine += lines
                place = next
                if reachedEnd { try finishLastRow() }
                resolveFields()
                return true
            case .blank(let next, let lines):
                place = next
                nextLine += lines
            case .needsMore(let inQuote):
                if window.count - place > limits.rowBytes {
                    throw inQuote ? .quoteNeverClosed(line: nextLine) : .rowTooLong(line: nextLine, limit: limits.rowBytes)
                }
                try refill()
            case .end: return false
            case .refused(let refusal): throw refusal
            }
        }
    }

    private mutating func scan() -> ScanOutcome {
        let (place, isAtEnd, line) = (place, isAtEnd, nextLine)
        if format == .json {
            jsonColumns.line = line
            return window.withUnsafeBufferPointer {
                json.scan($0, from: place, isLast: isAtEnd, line: line, columns: &jsonColumns, into: &fields)
            }
        }
        return window.withUnsafeBufferPointer { delimited.scan($0, from: place, isLast: isAtEnd, line: line, into: &fields) }
    }

    private mutating func refill() throws(TableRefused) {
        window.removeSubrange(0..<place)
        place = 0
        let chunk = try source.read(atMost: limits.chunkBytes)
        if chunk.isEmpty {
            try transcoder.finish()
            isAtEnd = true
        } else {
            try transcoder.append(chunk, to: &window)
        }
    }

    /// The last line has no end. With too few values it was cut off; with all of them nobody can tell.
    private mutating func finishLastRow() throws(TableRefused) {
        if !columns.isEmpty, fields.count < columns.count { throw .cutShort(line: line) }
        if !columns.isEmpty { notices.append(.noLineEndAtEnd) }
    }

    private mutating func resolveFields() {
        for index in fields.indices {
            switch fields[index].form {
            case .escaped where format == .json: JSONText.resolve(&fields[index], in: &window)
            case .escaped: DelimitedScanner.resolve(&fields[index], in: &window)
            case .list: JSONText.join(&fields[index], in: &window)
            default: continue
            }
        }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// How far the reading of a file has come.
package struct ReadingProgress: Sendable, Hashable {
    package let bytesRead: Int
    package let bytesTotal: Int
    package let rows: Int

    /// From 0 to 1.
    package var part: Double { bytesTotal == 0 ? 1 : Double(bytesRead) / Double(bytesTotal) }
}
