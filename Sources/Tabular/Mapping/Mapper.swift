import Basics

/// A mapping made ready for one file: columns found, code lists known, readings remembered.
package struct Mapper {
    package let mapping: Mapping
    package let layout: RecordLayout
    /// The version of every code list that its records are coded with.
    package let versions: [String: Int]

    private let rules: [any RowRule]
    private var columns: [FieldColumn]
    private let constants: [Value]
    /// Columns of the file, to tell a row with too few values.
    private var columnNames: [String] = []
    private var isJSON = false

    /// - Throws: `MappingRefused` when a list or scheme is not known.
    package init(_ mapping: Mapping, codes: any CodeSource = NoCodes(), rules: [any RowRule] = []) throws(MappingRefused) {
        self.mapping = mapping
        self.rules = rules
        let layout = RecordLayout(mapping.fieldNames)
        self.layout = layout
        constants = mapping.constants.keys.sorted().map { .code(mapping.constants[$0] ?? "") }
        var versions: [String: Int] = [:]
        var faults: [MappingFault] = []
        for field in mapping.fields {
            guard case .code(let list, let scheme) = field.type else { continue }
            if codes.knows(list: list, scheme: scheme) {
                versions[list] = codes.version(list: list)
            } else {
                let named = scheme.map { " in the scheme \($0)" } ?? ""
                faults.append(MappingFault(line: 0, place: "fields/\(field.field)", problem: "there is no list \(list)\(named)"))
            }
        }
        self.versions = versions
        columns = mapping.fields.map { field in
            FieldColumn(mapping: field, codes: codes, layout: layout, rules: mapping.rules.filter { $0.field == field.field })
        }
        guard faults.isEmpty else { throw MappingRefused(name: mapping.name, faults: faults) }
    }

    /// Finds the columns of a file.
    /// - Parameter isFinal: `false` for JSON, whose later objects may bring columns that are not there yet.
    /// - Returns: the columns that the mapping does not name.
    /// - Throws: `TableRefused.header` with everything that is missing or may not be there.
    package mutating func bind(
        to names: [String], rules: [any ColumnRule] = [], isFinal: Bool = true
    ) throws(TableRefused) -> [String] {
        columnNames = names
        isJSON = !isFinal
        var faults: [HeaderFault] = rules.flatMap { $0.faults(of: names) }
        let forbidden = Set(mapping.forbiddenColumns.map { $0.lowercased() })
        faults += names.filter { forbidden.contains($0.lowercased()) }.map { .forbidden($0) }
        var used: Set<Int> = []
        let folded = names.map { $0.lowercased() }
        for index in columns.indices {
            let wanted = columns[index].mapping
            let place = wanted.columns.lazy.compactMap { name in names.firstIndex(of: name) ?? folded.firstIndex(of: name.lowercased()) }
                .first
            columns[index].place = place
            if let place {
                used.insert(place)
            } else if isFinal, wanted.isRequired || wanted.needsColumn, let first = wanted.columns.first {
                let near = Self.nearest(to: first, among: names)
                if !faults.contains(.missing(first, near: near)) { faults.append(.missing(first, near: near)) }
            }
        }
        let others = names.indices.filter { !used.contains($0) }.map { names[$0] }
        if mapping.otherColumns == .refuse {
            faults += others.filter { !forbidden.contains($0.lowercased()) }.map { .unexpected($0) }
        }
        guard faults.isEmpty else { throw .header(faults) }
        return others
    }

    /// Reads one row.
    package mutating func map(_ row: RawRow) -> RowOutcome {
        var faults: [Fault] = []
        if !isJSON, row.count != columnNames.count {
            let complaint = Complaint.fields(row.count, expected: columnNames.count)
            return refused(row, [complaint.fault(line: row.line, column: nil, value: "")])
        }
        var values: [Value] = []
        values.reserveCapacity(layout.names.count)
        for index in columns.indices {
            switch columns[index].read(row, after: values, isJSON: isJSON) {
            case .success(let value): values.append(value)
            case .failure(let complaint):
                faults.append(
                    complaint.fault(line: row.line, column: columns[index].name(in: columnNames), value: columns[index].text(row)))
                values.append(.absent(.nothing))
            }
        }
        values += constants
        guard faults.isEmpty else { return refused(row, faults) }
        let record = Record(layout: layout, values: values, line: row.line)
        for rule in rules { faults += rule.faults(of: record) }
        return faults.isEmpty ? .accepted(record) : refused(row, faults)
    }

    private func refused(_ row: RawRow, _ faults: [Fault]) -> RowOutcome {
        let fields = (0..<max(row.count, columnNames.count)).map { place in
            RefusedRow.Field(column: place < columnNames.count ? columnNames[place] : "", value: row.text(place))
        }
        return .refused(RefusedRow(line: row.line, fields: fields, faults: faults))
    }

    /// The column whose name is most like another: the same but for case and signs, or the one that holds it.
    private static func nearest(to name: String, among names: [String]) -> String? {
        func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        let wanted = bare(name)
        return names.first { bare($0) == wanted }
            ?? names.first { bare($0).contains(wanted) || (bare($0).count > 2 && wanted.contains(bare($0))) }
    }
}

/// What became of a row.
package enum RowOutcome: Sendable {
    case accepted(Record)
    case refused(RefusedRow)
}
