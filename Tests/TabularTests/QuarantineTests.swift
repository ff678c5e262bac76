import Basics
import Foundation
import Tabular
import Testing

@Suite struct `A refused row` {
    private let intake: Intake

    init() throws { intake = Intake(try Mapping(yaml: trialMapping, name: "trial.yaml")) }

    private func refused(_ text: String) throws -> [RefusedRow] {
        var rows: [RefusedRow] = []
        try intake.read(.text(text)) { if case .refused(let row) = $0 { rows.append(row) } }
        return rows
    }

    @Test func `is kept as it stood, corrected, and released`() throws {
        let row = try #require(try refused("place,year,people\nnorth,2019,-4\n").first)
        #expect(row["people"] == "-4" && row["year"] == "2019" && row.line == 2)
        let kept = try JSONDecoder().decode(RefusedRow.self, from: JSONEncoder().encode(row))
        #expect(kept == row)
        guard case .accepted(let record) = try intake.retry(kept.correcting("people", to: "4")) else {
            Issue.record("the corrected row was refused")
            return
        }
        #expect(record["people"] == .count(.exact(4)) && record["place"] == .code("north") && record.line == 2)
    }

    @Test func `corrected into another fault stays refused for that`() throws {
        let row = try #require(try refused("place,year,people\nnorth,2019,-4\n").first)
        guard case .refused(let again) = try intake.retry(row.correcting("people", to: "four")) else {
            Issue.record("it was accepted")
            return
        }
        #expect(again.faults.map(\.code) == ["value.not-a-number"])
    }

    @Test func `with too many values is released once it is put in order`() throws {
        let row = try #require(try refused("place,year,people\nnorth,2019,1,000\n").first)
        #expect(row.fields.last?.column == "")
        guard case .accepted(let record) = try intake.retry(row.correcting("people", to: "1000")) else {
            Issue.record("the corrected row was refused")
            return
        }
        #expect(record["people"] == .count(.exact(1_000)))
    }

    @Test func `stands in the report with line, column, value, reason and remedy`() throws {
        let report = try intake.check(.text("place,year,people\nnorth,2019,=1+1\nsouth,2020,7\nsouth,2020,8\nsouth,2020,8\n"))
        #expect(report.rows == 4 && report.accepted == 3 && report.refused == 1 && report.isComplete)
        #expect(report.faultCounts == ["value.not-a-number": 1])
        #expect(report.repeatedKeys == 1 && report.conflictingKeys == 1)
        let csv = String(decoding: report.csv(), as: UTF8.self)
        #expect(csv.hasPrefix("line,column,value,code,reason,remedy\r\n2,people,'=1+1,value.not-a-number,"))
        #expect(String(decoding: report.csv(inFrench: true), as: UTF8.self).contains("effectif"))
        #expect(try JSONDecoder().decode(IntakeReport.self, from: Data(report.json())) == report)
    }

    @Test func `beyond those that a report keeps is counted and still handed out`() throws {
        var limits = Limits()
        limits.faultsKept = 2
        var handed = 0
        let small = Intake(try Mapping(yaml: trialMapping, name: "trial.yaml"), limits: limits)
        let report = try small.read(.text("place\n" + String(repeating: "west\n", count: 9))) { if case .refused = $0 { handed += 1 } }
        #expect(report.faults.count == 2 && report.faultCounts["value.not-a-choice"] == 9 && handed == 9 && !report.isComplete)
    }

    @Test func `can be refused by a rule of whoever imports`() throws {
        struct NoSouth: RowRule {
            func faults(of record: Record) -> [Fault] {
                guard record["place"] == .code("south") else { return [] }
                let text = Sentence(en: "No south.", fr: "Pas de sud.")
                return [Fault(line: record.line, column: "place", value: "south", code: "trial.south", reason: text, remedy: text)]
            }
        }
        struct NoShoes: ColumnRule {
            func faults(of columns: [String]) -> [HeaderFault] { columns.filter { $0.contains("shoe") }.map { .forbidden($0) } }
        }
        let strict = Intake(try Mapping(yaml: trialMapping, name: "trial.yaml"), rules: [NoSouth()], columnRules: [NoShoes()])
        #expect(try strict.check(.text("place\nnorth\nsouth\n")).faultCounts == ["trial.south": 1])
        #expect(throws: TableRefused.header([.forbidden("shoes")])) { try strict.check(.text("place,shoes\nnorth,41\n")) }
    }

    @Test func `by a thrown error ends the reading at once`() throws {
        struct Enough: Error {}
        var rows = 0
        #expect(throws: Enough.self) {
            try intake.read(.text("place\nnorth\nnorth\nnorth\n")) { _ in
                rows += 1
                if rows == 2 { throw Enough() }
            }
        }
        #expect(rows == 2)
    }

    @Test func `comes with how far the file has been read`() throws {
        var limits = Limits()
        limits.chunkBytes = 70_000
        let small = Intake(try Mapping(yaml: trialMapping, name: "trial.yaml"), limits: limits)
        var told: [ReadingProgress] = []
        try small.read(.text("place\n" + String(repeating: "north\n", count: 30_000)), progress: { told.append($0) }, each: { _ in })
        #expect(told.count >= 2 && told.last?.part == 1 && told.map(\.bytesRead) == told.map(\.bytesRead).sorted())
    }
}

private let trialMapping = `A mapping`.yaml
