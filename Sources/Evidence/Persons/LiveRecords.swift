package import Basics
package import Store

/// The coded record of a case file that people work on: what statistics keep of a person, and what is known of the file.
package struct LiveRecord: Sendable, Hashable {
    package var person: PersonRecord
    /// Where the person was met; how they are protected; how far it is decided that they are a victim: codes.
    package var setting: String
    package var path: String
    package var stage: String
    /// A code of the country's own; empty when not known.
    package var region: String

    package init(_ person: PersonRecord, setting: String, path: String, stage: String, region: String) {
        (self.person, self.setting, self.path, self.stage, self.region) = (person, setting, path, stage, region)
    }
}

/// What only live records can be split by.
package enum LiveFacet: String, CaseIterable, Sendable {
    case setting, path, stage, region
}

/// The coded records of this node's own case files: an internal source that follows them while they change. It is never published, and
/// nothing in it leads to a file: its numbers are random.
///
/// Works within one transaction: what was put or removed is counted when `finish` is called.
package struct LiveRecords {
    /// The name of the source. Nothing is imported into it.
    package static let source = "case-files"

    private let tx: any Transaction
    private let number: Int
    private let run: Int
    private var codes: PersonCodes?
    private var cube: [Int64: Int] = [:]
    private var places: [Place: Int] = [:]

    private struct Place: Hashable {
        let year: Int
        let setting: String
        let path: String
        let stage: String
        let region: String

        init(_ record: LiveRecord) {
            (year, setting, path, stage, region) = (record.person.year, record.setting, record.path, record.stage, record.region)
        }
    }

    /// Opens the source, which is made the first time.
    package init(in tx: any Transaction, at now: Instant) throws {
        self.tx = tx
        number = try Self.source(in: tx, at: now)
        run = try Self.run(of: number, in: tx, at: now)
    }

    package func record(_ record: Int) throws -> LiveRecord? {
        try tx.row(
            """
            SELECT p.year, p.quarter, p.status, p.sex, p.age_band, p.citizenship, p.exploited_in, p.forms, p.sector, p.control_methods,
                p.recruitment_methods, l.setting, l.path, l.stage, l.region
            FROM person_record p JOIN live_record l ON l.run = p.run AND l.record = p.record WHERE p.run = \(run) AND p.record = \(record)
            """
        ) { row in
            LiveRecord(
                PersonRecord(
                    year: row.int(0), quarter: row.optionalInt(1), status: row.text(2), sex: row.text(3), ageBand: row.text(4),
                    citizenship: row.text(5), exploitedIn: row.text(6), forms: row.text(7).codes, sector: row.text(8),
                    controlMethods: row.text(9).codes,
                    recruitmentMethods: row.text(10).codes
                ), setting: row.text(11), path: row.text(12), stage: row.text(13), region: row.text(14)
            )
        }
    }

    /// Writes a record under a number, in the place of what stood there.
    package mutating func put(_ record: LiveRecord, as place: Int) throws {
        let before = try self.record(place)
        guard before != record else { return }
        if let before { try remove(before, at: place) }
        let person = record.person
        try tx.run(
            """
            INSERT INTO person_record (run, record, year, quarter, status, sex, age_band, citizenship, exploited_in, forms,
                sector, control_methods, recruitment_methods)
            VALUES (\(run), \(place), \(person.year), \(person.quarter), \(person.status), \(person.sex), \(person.ageBand),
                \(person.citizenship), \(person.exploitedIn), \(person.forms.joined(separator: " ")), \(person.sector),
                \(person.controlMethods.joined(separator: " ")), \(person.recruitmentMethods.joined(separator: " ")))
            """
        )
        try tx.run(
            """
            INSERT INTO live_record (run, record, setting, path, stage, region)
            VALUES (\(run), \(place), \(record.setting), \(record.path), \(record.stage), \(record.region))
            """
        )
        try count(record, 1)
        try tx.run(
            """
            UPDATE source SET
                first_year = CASE WHEN first_year IS NULL OR first_year > \(person.year) THEN \(person.year) ELSE first_year END,
                last_year = CASE WHEN last_year IS NULL OR last_year < \(person.year) THEN \(person.year) ELSE last_year END
            WHERE number = \(number)
            """
        )
    }

    /// Takes a record away, as if it had never been.
    package mutating func remove(_ place: Int) throws {
        if let record = try record(place) { try remove(record, at: place) }
    }

    private mutating func remove(_ record: LiveRecord, at place: Int) throws {
        try tx.run("DELETE FROM live_record WHERE run = \(run) AND record = \(place)")
        try tx.run("DELETE FROM person_record WHERE run = \(run) AND record = \(place)")
        try count(record, -1)
    }

    private mutating func count(_ record: LiveRecord, _ change: Int) throws {
        var codes = try self.codes ?? PersonCodes(in: tx)
        cube[try Self.combination(record.person, &codes), default: 0] += change
        places[Place(record), default: 0] += change
        self.codes = codes
    }

    /// A case must not stop all others: where no number is left for one more mixture of forms, it is counted under the first of them.
    private static func combination(_ person: PersonRecord, _ codes: inout PersonCodes) throws -> Int64 {
        do {
            return try codes.combination(person)
        } catch PersonsRefused.tooManyCodes(.form) {
            var plain = person
            plain.forms = Array(person.forms.prefix(1))
            return try codes.combination(plain)
        }
    }

    /// Counts what was changed.
    package mutating func finish() throws {
        if var codes {
            try codes.save(in: tx)
            self.codes = codes
        }
        for (combination, change) in cube.sorted(by: { $0.key < $1.key }) where change != 0 {
            try Self.change(by: change, "person_cube", where: "run = \(run) AND combination = \(combination)", in: tx) {
                "INSERT INTO person_cube (run, combination, persons) VALUES (\(run), \(combination), \(change))"
            }
        }
        for (place, change) in places where change != 0 {
            try Self.change(
                by: change, "live_cube",
                where: """
                    run = \(run) AND year = \(place.year) AND setting = \(place.setting) AND path = \(place.path)
                        AND stage = \(place.stage) AND region = \(place.region)
                    """, in: tx
            ) {
                """
                INSERT INTO live_cube (run, year, setting, path, stage, region, persons)
                VALUES (\(run), \(place.year), \(place.setting), \(place.path), \(place.stage), \(place.region), \(change))
                """
            }
        }
        (cube, places) = ([:], [:])
    }

    /// A count of nobody has no row.
    private static func change(by change: Int, _ table: SQL, where place: SQL, in tx: any Transaction, _ insert: () -> SQL) throws {
        let changed = try tx.run(
            "UPDATE \(sql: table) SET persons = persons + \(change) WHERE \(sql: place) AND persons > \(-change)")
        guard changed == 0 else { return }
        try tx.run(change < 0 ? "DELETE FROM \(sql: table) WHERE \(sql: place)" : insert())
    }

    private static func source(in tx: any Transaction, at now: Instant) throws -> Int {
        if let known = try tx.row(.source(named: source), { PublishedSource($0) }) {
            // The figures say of which day they are.
            let today = now.day().iso
            try tx.run("UPDATE source SET retrieved_on = \(today) WHERE number = \(known.number) AND retrieved_on <> \(today)")
            return known.number
        }
        return try tx.sourceNumber(
            SourceDescription(
                name: source, kind: .persons, mappings: [], citation: "Case files of this node, coded without identity",
                isPublished: false
            ), at: now)
    }

    private static func run(of source: Int, in tx: any Transaction, at now: Instant) throws -> Int {
        if let known = try tx.row(.finishedRuns(of: source), { $0.int(0) }) { return known }
        let number = try tx.count("SELECT COALESCE(MAX(number), 0) FROM import_run") + 1
        try tx.run(
            """
            INSERT INTO import_run (id, number, source, file_name, file_hash, mapping, mapping_hash, scope, state, imported_by, started_at,
                finished_at, rows_read, rows_taken, rows_refused, duplicate_keys, disputed_cells, cells_new, cells_changed, cells_removed,
                labels_unresolved, code_lists)
            VALUES (\(ID<ImportRun>.new(at: now)), \(number), \(source), '', '', '', '', 'addition', 'finished',
                \([UInt8](repeating: 0, count: 16)), \(now), \(now), 0, 0, 0, 0, 0, 0, 0, 0, 0, '')
            """
        )
        return number
    }
}

extension String {
    /// Codes that stand with one blank between.
    fileprivate var codes: [String] { split(separator: " ").map(String.init) }
}

/// Counts live records by where people were met and how far their files have come, from their own cube.
package struct LiveStatistics: Sendable {
    package let database: any Database

    package init(database: any Database) { self.database = database }

    /// - Parameter by: `nil` stands for the year.
    func answer(_ years: ClosedRange<Int>?, by facets: [LiveFacet?]) async throws -> (source: PublishedSource, rows: [PersonRow]) {
        try await database.read { tx in
            let source = try tx.source(named: LiveRecords.source)
            var rows: [[String]: Int] = [:]
            let span = years ?? PersonFacet.firstYear...2155
            for run in try tx.rows(.finishedRuns(of: source.number), { $0.int(0) }) {
                try tx.forEach(
                    """
                    SELECT year, setting, path, stage, region, persons FROM live_cube
                    WHERE run = \(run) AND year BETWEEN \(span.lowerBound) AND \(span.upperBound)
                    """
                ) { row in
                    let values = facets.map { facet in
                        switch facet {
                        case nil: String(row.int(0))
                        case .setting: row.text(1)
                        case .path: row.text(2)
                        case .stage: row.text(3)
                        case .region: row.text(4)
                        }
                    }
                    rows[values, default: 0] += row.int(5)
                }
            }
            let sorted = rows.map { PersonRow(values: $0.key, persons: $0.value) }
                .sorted { $0.values.lexicographicallyPrecedes($1.values) }
            return (source, sorted)
        }
    }
}
