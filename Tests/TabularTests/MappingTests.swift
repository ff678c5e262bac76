import Basics
import Foundation
import Tabular
import Testing

@Suite struct `A mapping` {
    static let yaml = """
        name: trial
        version: 3
        title: {en: A trial, fr: Un essai}
        source: Invented
        other_columns: ignore
        forbidden_columns: [name]
        constants: {kind: trial}
        fields:
          - {field: place, column: [place, lieu], required: true, type: choice, among: [north, south], values: {N: north}}
          - {field: people, column: people, type: count, largest: 5000, absent: {"..": not_collected, "n/a": not_applicable}}
          - {field: day, column: day, type: day, order: day-first}
          - {field: since, column: since, type: partial-date}
          - {field: year, column: year, type: year, smallest: 2000, largest: 2030}
          - {field: share, column: share, type: decimal, smallest: 0, largest: 1}
          - {field: open, column: open, type: flag}
          - {field: kinds, column: kinds, type: choice, among: [a, b, c], separator: "|"}
          - {field: note, column: note, type: text, longest: 10, when: {place: north}}
          - {field: nothing, column: note, type: blank, when: {place: south}}
        rules:
          - name: placeholder
            field: note
            pattern: 'x+'
            reason: {en: This is a placeholder., fr: Ceci est un texte de remplissage.}
            remedy: {en: Write a note., fr: Écrivez une note.}
        key: [place, year]
        """
    static let header = "place,people,day,since,year,share,open,kinds,note"

    private func read(_ rows: String..., mapping: String = yaml, header: String = header) throws -> [RowOutcome] {
        var outcomes: [RowOutcome] = []
        try Intake(Mapping(yaml: mapping, name: "trial.yaml")).read(.text(header + "\n" + rows.joined(separator: "\n") + "\n")) {
            outcomes.append($0)
        }
        return outcomes
    }

    private func faults(_ row: String) throws -> [String] {
        guard case .refused(let refused)? = try read(row).first else { return [] }
        return refused.faults.map { "\($0.column ?? "") \($0.code)" }
    }

    @Test func `reads every kind of value`() throws {
        guard case .accepted(let record)? = try read("N,<5,14/03/2019,2019-03,2020,0.5,yes,a|c|a,hello").first else {
            Issue.record("the row was refused")
            return
        }
        #expect(record["place"] == .code("north"))
        #expect(record["people"].count == .fewerThanFive)
        #expect(record["day"].day?.iso == "2019-03-14")
        #expect(record["since"].partialDate?.iso == "2019-03")
        #expect(record["year"].integer == 2020)
        #expect(record["share"] == .decimal(0.5))
        #expect(record["open"] == .flag(true))
        #expect(record["kinds"].codes == ["a", "c"])
        #expect(record["note"].string == "hello")
        #expect(record["nothing"] == .absent(.notApplicable))
        #expect(record["kind"] == .code("trial"))
        #expect(record.line == 2)
    }

    @Test func `keeps nothing, not collected and not applicable apart`() throws {
        let people = try read("north,,,,,,,,", "north,..,,,,,,,", "north,n/a,,,,,,,", "north,12-40,,,,,,,").map { outcome -> Value? in
            if case .accepted(let record) = outcome { record["people"] } else { nil }
        }
        #expect(people == [.absent(.nothing), .absent(.notCollected), .absent(.notApplicable), .count(.range(12...40))])
    }

    @Test(arguments: [
        (",,,,,,,,", "place value.missing"), ("east,,,,,,,,", "place value.not-a-choice"), ("north,-3,,,,,,,", "people value.negative"),
        ("north,5001,,,,,,,", "people value.too-large"), ("north,99999999999999999999999,,,,,,,", "people value.too-large"),
        ("north,<10,,,,,,,", "people value.not-a-number"), ("north,1 000,,,,,,,", "people value.not-a-number"),
        ("north,,31/02/2019,,,,,,", "day value.not-a-day"), ("north,,2019-03-14,,,,,,", "day value.not-a-day"),
        ("north,,,2019-13,,,,,", "since value.not-a-date"), ("north,,,,19,,,,", "year value.not-a-year"),
        ("north,,,,1999,,,,", "year value.out-of-range"), ("north,,,,,2,,,", "share value.out-of-range"),
        ("north,,,,,half,,,", "share value.not-a-number"), ("north,,,,,,maybe,,", "open value.not-yes-or-no"),
        ("north,,,,,,,a|d,", "kinds value.not-a-choice"), ("north,,,,,,,,much too long a note", "note value.too-long"),
        ("south,,,,,,,,something", "note value.not-blank"), ("north,,,,,,,,xxx", "note rule.placeholder"),
        ("north,,,,,,,\"a\"b,", "kinds row.quote"),
    ]) func `refuses a row for a value that can't be right`(row: String, fault: String) throws {
        #expect(try faults(row) == [fault])
    }

    @Test func `names every fault of a row`() throws {
        #expect(
            try faults("east,-1,x,,1,,,,") == [
                "place value.not-a-choice", "people value.negative", "day value.not-a-day", "year value.not-a-year",
            ])
    }

    @Test func `refuses a row with too few or too many values, and goes on`() throws {
        let outcomes = try read("north,1", "north,1,,,,,,,,,", "north,1,,,,,,,")
        let codes: [[String]] = outcomes.map { outcome in if case .refused(let row) = outcome { row.faults.map(\.code) } else { [] } }
        #expect(codes == [["row.fields"], ["row.fields"], []])
        #expect(outcomes.compactMap { if case .refused(let row) = $0 { row.faults[0].line } else { nil } } == [2, 3])
    }

    @Test func `finds its columns in any order, by any of their names, in any case`() throws {
        guard case .accepted(let record)? = try read("2020,south,extra", header: "Year,LIEU,other").first else {
            Issue.record("the row was refused")
            return
        }
        #expect(record["place"] == .code("south") && record["year"].integer == 2020)
    }

    @Test func `refuses a file without the columns that it needs, or with ones that it forbids`() throws {
        #expect(throws: TableRefused.header([.forbidden("Name"), .missing("place", near: "place_of_work")])) {
            try read("1,2", header: "place_of_work,Name")
        }
        let strict = Self.yaml.replacing("other_columns: ignore", with: "other_columns: refuse")
        #expect(throws: TableRefused.header([.unexpected("shoe size")])) {
            try read("north,41", mapping: strict, header: "place,shoe size")
        }
    }

    @Test func `reads JSON objects with lists, missing keys and null`() throws {
        let text =
            #"[{"place": "N", "kinds": ["a", "b"]}, {"place": null}, {"people": 7, "place": "south", "note": {"a": 1}}, {"place": "N", "place": "S"}]"#
        var found: [String] = []
        try Intake(Mapping(yaml: Self.yaml, name: "trial.yaml")).read(.text(text)) { outcome in
            switch outcome {
            case .accepted(let record): found.append(record["kinds"].description)
            case .refused(let row): found.append(row.faults.map(\.code).joined(separator: " "))
            }
        }
        #expect(found == ["a;b", "value.missing", "row.nested", "row.key-twice"])
    }

    @Test func `with faults is refused with all of them and their lines`() throws {
        let bad = """
            name: bad
            version: 0
            title: {en: Bad}
            sauce: none
            fields:
              - {field: a, column: a, type: number}
              - {field: a, column: b, type: text, when: {later: x}}
              - {field: later, column: c, type: year, smallest: 9, largest: 3, absent: {x: because}}
            rules:
              - {name: r, field: z, pattern: '(', reason: {en: x, fr: x}, remedy: {en: x, fr: x}}
            key: [q]
            """
        do {
            _ = try Mapping(yaml: bad, name: "bad.yaml")
            Issue.record("it was read")
        } catch {
            let all = error.faults.map(\.description)
            for part in [
                "should be 1 or more", "title: has no fr", "source: is missing", "sauce: is not a key",
                "line 6, fields/a/type: number is no type",
                "fields/a: depends on later", "fields/a: stands there twice", "is larger than the largest", "because is no reason",
                "rules/r: z is not a field", "not a regular expression", "q is not a field",
            ] { #expect(all.contains { $0.contains(part) }, "\(part) in \(all)") }
        }
        #expect(throws: MappingRefused.self) { try Mapping(yaml: "a: [", name: "x") }
        #expect(throws: MappingRefused.self) { try Mapping(yaml: "- a", name: "x") }
    }

    @Test func `that names a list nobody knows is refused`() throws {
        let yaml = Self.yaml.replacing("type: text, longest: 10", with: "type: code, list: colours")
        #expect(throws: MappingRefused.self) { try Mapper(try Mapping(yaml: yaml, name: "x")) }
    }

    @Test func `says in both languages why a row was refused and what to do`() throws {
        guard case .refused(let row)? = try read("east,-1,x,x,1,x,x,x,").first else { return }
        #expect(row.faults.count == 8)
        for fault in row.faults {
            #expect([fault.reason.en, fault.reason.fr, fault.remedy.en, fault.remedy.fr].allSatisfy { $0.hasSuffix(".") && $0.count > 8 })
            #expect(fault.reason.en != fault.reason.fr)
        }
    }
}
