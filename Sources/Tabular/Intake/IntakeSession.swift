/// The reading of one file, row by row at the caller's pace: for those who keep rows in several transactions.
///
/// ```swift
/// var session = try IntakeSession.open(intake, input)
/// while let outcome = try session.next() { … }
/// let report = session.report()
/// ```
package struct IntakeSession: ~Copyable {
    private var mapper: Mapper
    fileprivate var reader: TableReader
    private var counted: IntakeReport
    private var keys: KeyTally
    private var others: [String]
    private var bound = 0
    private let rules: [any ColumnRule]
    private let isJSON: Bool

    /// Opens the file and finds its columns.
    package static func open(_ intake: Intake, _ input: TableInput) throws -> IntakeSession {
        var mapper = try Mapper(intake.mapping, codes: intake.codes, rules: intake.rules)
        let reader = try TableReader.open(input, format: intake.mapping.format, encoding: intake.mapping.encoding, limits: intake.limits)
        let others = reader.format == .json ? [] : try mapper.bind(to: reader.columns, rules: intake.columnRules)
        return IntakeSession(intake, mapper, reader, others: others)
    }

    private init(_ intake: Intake, _ mapper: Mapper, _ reader: consuming TableReader, others: [String]) {
        counted = IntakeReport(
            mapping: intake.mapping, reader: reader, versions: mapper.versions, faultsKept: intake.limits.faultsKept
        )
        keys = KeyTally(mapping: intake.mapping, layout: mapper.layout, limit: intake.limits.keysRemembered)
        isJSON = reader.format == .json
        rules = intake.columnRules
        self.others = others
        self.mapper = mapper
        self.reader = reader
    }

    /// The next row, taken or refused; `nil` after the last.
    package mutating func next() throws -> RowOutcome? {
        guard try reader.next() else { return nil }
        if isJSON, reader.columns.count != bound {
            others = try mapper.bind(to: reader.columns, rules: rules, isFinal: false)
            bound = reader.columns.count
        }
        let outcome = Self.map(reader, &mapper)
        counted.count(outcome)
        if case .accepted(let record) = outcome { keys.add(record) }
        return outcome
    }

    /// Apart, so that reader and mapper are lent separately.
    private static func map(_ reader: borrowing TableReader, _ mapper: inout Mapper) -> RowOutcome {
        reader.withRow { mapper.map($0) }
    }

    /// The columns that the mapping does not take, with their places: of JSON those met so far.
    package var columnsIgnored: [(place: Int, name: String)] {
        reader.columns.enumerated().filter { others.contains($0.element) }.map { ($0.offset, $0.element) }
    }

    /// The text of a column of the current row; empty when the row is shorter.
    package func text(_ place: Int) -> String { reader.text(place) }

    /// The line on which the current row begins.
    package var line: Int { reader.line }

    package var progress: ReadingProgress { reader.progress }

    /// What was found, up to the row read last.
    package func report() -> IntakeReport {
        var report = counted
        report.finish(reader: reader, columnsIgnored: others, keys: keys)
        return report
    }
}

extension IntakeSession {
    /// The current row as one that the importing context refuses after all, for a fault of its own.
    package func refusing(_ fault: Fault) -> RefusedRow {
        let names = reader.columns
        let fields = (0..<max(reader.fieldCount, names.count)).map { place in
            RefusedRow.Field(column: place < names.count ? names[place] : "", value: reader.text(place))
        }
        return RefusedRow(line: reader.line, fields: fields, faults: [fault])
    }

    /// What was found, with rows that were accepted here and refused by the importing context.
    /// - Parameter counts: how many of each kind, of which the first are given.
    package func report(also faults: [Fault], counts: [String: Int]) -> IntakeReport {
        var report = report()
        report.refuse(faults, counts: counts)
        return report
    }
}
