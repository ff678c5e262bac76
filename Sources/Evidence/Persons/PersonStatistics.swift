import Basics
package import Store

/// A question to coded person records: not for public pages.
package struct PersonQuestion: Sendable, Hashable {
    package var source: String
    package var years: ClosedRange<Int>?
    package var by: [PersonFacet]

    package init(source: String, years: ClosedRange<Int>? = nil, by: [PersonFacet]) {
        var seen: Set<PersonFacet> = []
        (self.source, self.years) = (source, years)
        self.by = by.filter { seen.insert($0).inserted }
    }
}

/// Persons counted by codes. A person exploited in several forms is counted in each of them.
package struct PersonAnswer: Sendable {
    package let question: PersonQuestion
    package let source: PublishedSource
    package let rows: [PersonRow]
    /// How many persons there are in the years asked for, each counted once.
    package let persons: Int
}

/// One row of an answer: a code for each facet of the question, and how many persons.
package struct PersonRow: Sendable, Hashable {
    package let values: [String]
    package let persons: Int

    package init(values: [String], persons: Int) {
        self.values = values
        self.persons = persons
    }
}

/// Counts coded person records from their cube: never from the records themselves.
package struct PersonStatistics: Sendable {
    package let database: any Database

    package init(database: any Database) { self.database = database }

    package func answer(_ question: PersonQuestion) async throws -> PersonAnswer {
        try await database.read { tx in
            let source = try tx.source(named: question.source)
            let codes = try PersonCodes(in: tx)
            let mask = question.by.reduce(0) { $0 | $1.mask }
            var sums: [Int64: Int] = [:]
            for run in try tx.rows(.finishedRuns(of: source.number), { $0.int(0) }) {
                try tx.foldCube(run: run, years: question.years, mask: mask, into: &sums)
            }
            var rows: [[String]: Int] = [:]
            for (combination, persons) in sums {
                var prefixes: [[String]] = [[]]
                for facet in question.by {
                    let code = codes.code(combination.number(of: facet), facet)
                    let values = facet == .form ? (code.isEmpty ? ["unknown"] : code.split(separator: " ").map(String.init)) : [code]
                    prefixes = prefixes.flatMap { prefix in values.map { prefix + [$0] } }
                }
                for values in prefixes { rows[values, default: 0] += persons }
            }
            return PersonAnswer(
                question: question,
                source: source,
                rows: rows.map { PersonRow(values: $0.key, persons: $0.value) }.sorted {
                    $0.values.lexicographicallyPrecedes($1.values)
                },
                persons: sums.values.reduce(0, +)
            )
        }
    }
}

extension SQL {
    static func finishedRuns(of source: Int) -> SQL {
        "SELECT number FROM import_run WHERE source = \(source) AND state = 'finished' ORDER BY number"
    }
}

extension Transaction {
    /// Adds up the cube of one run by the masked part of its combinations.
    fileprivate func foldCube(run: Int, years: ClosedRange<Int>?, mask: Int64, into sums: inout [Int64: Int]) throws {
        let first = Int64(max(0, (years?.lowerBound ?? PersonFacet.firstYear) - PersonFacet.firstYear))
        let last = Int64(min(255, (years?.upperBound ?? 2155) - PersonFacet.firstYear))
        guard first <= last else { return }
        let low = first << PersonFacet.year.bits.low
        let high = ((last + 1) << PersonFacet.year.bits.low) - 1
        let place: SQL = "FROM person_cube WHERE run = \(run) AND combination BETWEEN \(low) AND \(high)"
        switch dialect {
        case .sqlite:
            // SQLite would sort a million rows to group them; reading them in order of the key and adding here takes a third.
            try forEach("SELECT combination, persons " + place) { row in sums[row.int64(0) & mask, default: 0] += row.int(1) }
        case .postgres:
            // PostgreSQL groups by hashing, and sends only the groups.
            try forEach("SELECT combination & \(mask), SUM(persons) \(sql: place) GROUP BY 1") { row in
                sums[row.int64(0), default: 0] += row.int(1)
            }
        }
    }
}
