import Foundation

/// What the reading of a file found: the totals, every refused row as far as they are kept, and what else a person should know.
package struct IntakeReport: Sendable, Hashable, Codable {
    package let file: String
    package let mapping: String
    package let mappingVersion: Int
    package let format: TableFormat
    package let encoding: TextEncoding
    /// What separates the values; `nil` for JSON.
    package let delimiter: String?
    /// The version of every code list that the records are coded with.
    package let codedWith: [String: Int]
    package private(set) var rows = 0
    package private(set) var accepted = 0
    package private(set) var refused = 0
    /// How many faults of each kind; a row may have several.
    package private(set) var faultCounts: [String: Int] = [:]
    /// The first of them; `faultCounts` counts them all.
    package private(set) var faults: [Fault] = []
    package private(set) var notices: [Notice] = []
    /// Keys that several accepted rows have; `nil` when the mapping has no key.
    package private(set) var repeatedKeys: Int?
    /// Of these, keys whose rows differ.
    package private(set) var conflictingKeys: Int?
    /// The two numbers are lower bounds: the file held more keys than are remembered.
    package private(set) var keysArePartial = false

    private let faultsKept: Int

    /// Something that a person should know.
    package struct Notice: Sendable, Hashable, Codable {
        package let code: String
        package let sentence: Sentence
    }

    init(mapping: Mapping, reader: borrowing TableReader, versions: [String: Int], faultsKept: Int) {
        file = reader.name
        self.mapping = mapping.name
        mappingVersion = mapping.version
        format = reader.format
        encoding = reader.encoding
        delimiter = reader.delimiter.map { String($0) }
        codedWith = versions
        self.faultsKept = faultsKept
    }

    /// Whether every fault is in `faults`.
    package var isComplete: Bool { faults.count == faultCounts.values.reduce(0, +) }

    mutating func count(_ outcome: RowOutcome) {
        rows += 1
        guard case .refused(let row) = outcome else {
            accepted += 1
            return
        }
        refused += 1
        for fault in row.faults {
            faultCounts[fault.code, default: 0] += 1
            if faults.count < faultsKept { faults.append(fault) }
        }
    }

    /// Counts accepted rows as refused, one fault each.
    /// - Parameter counts: how many of each kind, of which the first are given.
    mutating func refuse(_ late: [Fault], counts: [String: Int]) {
        let rows = counts.values.reduce(0, +)
        accepted -= rows
        refused += rows
        faultCounts.merge(counts, uniquingKeysWith: +)
        faults += late.prefix(max(0, faultsKept - faults.count))
    }

    mutating func finish(reader: borrowing TableReader, columnsIgnored: [String], keys: KeyTally) {
        var all = reader.notices
        if !columnsIgnored.isEmpty { all.append(.columnsIgnored(columnsIgnored)) }
        notices = all.map { Notice(code: $0.code, sentence: $0.sentence) }
        guard keys.isCounting else { return }
        (repeatedKeys, conflictingKeys, keysArePartial) = (keys.repeated, keys.conflicting, keys.isPartial)
    }

    /// The faults as CSV in UTF-8, one a line; values of strangers are kept from being worked out by a spreadsheet.
    package func csv(inFrench: Bool = false) -> [UInt8] {
        var text = DelimitedText(neutralisesFormulas: true)
        text.append(["line", "column", "value", "code", "reason", "remedy"])
        for fault in faults {
            let (reason, remedy) = inFrench ? (fault.reason.fr, fault.remedy.fr) : (fault.reason.en, fault.remedy.en)
            text.append([String(fault.line), fault.column ?? "", fault.value, fault.code, reason, remedy])
        }
        return text.bytes
    }

    /// The whole report as JSON with sorted keys.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
