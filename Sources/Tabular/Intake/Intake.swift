/// Reads files of one kind: opens, finds the columns, checks every row, and hands out what was taken and what was refused.
///
/// With nothing done for each row it is a dry run.
package struct Intake: Sendable {
    package let mapping: Mapping
    package let limits: Limits
    let codes: any CodeSource
    let rules: [any RowRule]
    let columnRules: [any ColumnRule]

    /// - Parameters:
    ///   - rules: the importing context's own, over whole records.
    ///   - columnRules: the importing context's own, over the names of the columns.
    package init(
        _ mapping: Mapping, codes: any CodeSource = NoCodes(), rules: [any RowRule] = [], columnRules: [any ColumnRule] = [],
        limits: Limits = .standard
    ) {
        (self.mapping, self.codes, self.rules, self.columnRules, self.limits) = (mapping, codes, rules, columnRules, limits)
    }

    /// Reads a file from end to end.
    /// - Parameters:
    ///   - progress: called about once for each chunk of the file.
    ///   - each: called for each row in order. What it throws ends the reading and is thrown on.
    /// - Throws: `TableRefused` when the file can't be read to its end, `MappingRefused` when the mapping does not fit the code lists.
    ///   Whoever keeps rows does it in one transaction, so that nothing is half done; or takes an `IntakeSession`.
    @discardableResult
    package func read(
        _ input: TableInput, progress: (ReadingProgress) -> Void = { _ in }, each: (RowOutcome) throws -> Void
    ) throws -> IntakeReport {
        var session = try IntakeSession.open(self, input)
        var told = -1
        while let outcome = try session.next() {
            try each(outcome)
            let now = session.progress
            if now.bytesRead != told {
                told = now.bytesRead
                progress(now)
            }
        }
        return session.report()
    }

    /// Reads a file from end to end and keeps nothing: a dry run.
    package func check(_ input: TableInput, progress: (ReadingProgress) -> Void = { _ in }) throws -> IntakeReport {
        try read(input, progress: progress) { _ in }
    }

    /// Reads a row from quarantine again, after it was corrected or the mapping was.
    package func retry(_ row: RefusedRow) throws -> RowOutcome {
        var mapper = try Mapper(mapping, codes: codes, rules: rules)
        var bytes: [UInt8] = []
        var fields: [RawField] = []
        for field in row.fields {
            let start = bytes.count
            bytes.append(contentsOf: field.value.utf8)
            fields.append(RawField(start: start, end: bytes.count, form: .plain))
        }
        _ = try mapper.bind(to: row.fields.map(\.column), rules: [], isFinal: true)
        return bytes.withUnsafeBufferPointer { bytes in
            fields.withUnsafeBufferPointer { mapper.map(RawRow(bytes: bytes, fields: $0, line: row.line)) }
        }
    }
}
