import Basics
import Foundation

/// Reads UNODC's file the slow, obvious way: what the importer must get too.
struct CarefulReader {
    struct Key: Hashable {
        let state: String
        let indicator: String
        let dimension: String
        let label: String
        let sex: String
        let age: String
        let year: Int
    }

    private(set) var values: [Key: [String]] = [:]
    private(set) var rows = 0

    init(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in text.split(separator: "\r\n").dropFirst() {
            let f = CarefulReader.fields(line)
            rows += 1
            let key = Key(state: f[0], indicator: f[1], dimension: f[2], label: f[3], sex: f[4], age: f[5], year: Int(f[6]) ?? 0)
            values[key, default: []].append(f[7])
        }
    }

    static func bounds(_ value: String) -> (low: Int, high: Int) {
        value == "<5" ? (0, 4) : (Int(value) ?? -1, Int(value) ?? -1)
    }

    /// The lowest and the highest of all that is published for a key.
    func cell(_ key: Key) -> (low: Int, high: Int)? {
        guard let all = values[key]?.map(CarefulReader.bounds) else { return nil }
        return (all.map(\.low).min() ?? 0, all.map(\.high).max() ?? 0)
    }

    func sum(_ wanted: (Key) -> Bool) -> (low: Int, high: Int, states: Int) {
        var sum = (0, 0)
        var states: Set<String> = []
        for key in values.keys where wanted(key) {
            guard let cell = cell(key) else { continue }
            sum = (sum.0 + cell.low, sum.1 + cell.high)
            states.insert(key.state)
        }
        return (sum.0, sum.1, states.count)
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}
