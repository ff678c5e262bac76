import Basics
import Foundation
import Tabular
import Vocabulary

extension Codebook: CodeSource {}

/// The data files that ship, and small files made up for tests.
enum Files {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
    static let share = Share(folder: root.appending(path: "share"))
    static let codebook = Result { try Codebook.load(from: share) }

    static func mapping(_ name: String) throws -> Mapping {
        try Mapping(yaml: String(decoding: fixture("\(name)_mapping.yaml"), as: UTF8.self), name: "\(name)_mapping.yaml")
    }

    static func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Tests/Fixtures/Files/\(name)")))
    }
}

extension TableInput {
    static func text(_ text: String) -> TableInput { .bytes(Array(text.utf8), name: "test.csv") }
}

/// Everything a table holds, read with the given limits.
func table(
    _ input: TableInput, format: TableFormat? = nil, encoding: TextEncoding? = nil, limits: Limits = .standard
) throws -> (columns: [String], rows: [[String]], lines: [Int]) {
    var reader = try TableReader.open(input, format: format, encoding: encoding, limits: limits)
    var rows: [[String]] = []
    var lines: [Int] = []
    while try reader.next() {
        rows.append((0..<reader.fieldCount).map { reader.text($0) })
        lines.append(reader.line)
    }
    return (reader.columns, rows, lines)
}

/// What refuses the table; `nil` when nothing does.
func refusal(_ input: TableInput, encoding: TextEncoding? = nil, limits: Limits = .standard) -> TableRefused? {
    do {
        _ = try table(input, encoding: encoding, limits: limits)
        return nil
    } catch {
        return error as? TableRefused
    }
}

/// Random numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
