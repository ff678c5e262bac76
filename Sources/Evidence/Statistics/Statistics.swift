import Basics
package import Store
package import Vocabulary

/// Answers questions from published statistics: imported ones only. A node's own live figures are no part of this.
package struct Statistics: Sendable {
    package let database: any Database
    package let countries: Countries

    package init(database: any Database, countries: Countries) {
        self.database = database
        self.countries = countries
    }

    /// One table.
    /// - Throws: `QuestionRefused` for a split that nobody publishes, an unknown region, or a source that is not there.
    package func answer(_ question: StatisticsQuestion) async throws -> StatisticsAnswer {
        let countries = countries
        return try await database.read { tx in try tx.answer(question, countries: countries) }
    }

    /// Several tables of one moment.
    package func answers(_ questions: [StatisticsQuestion]) async throws -> [StatisticsAnswer] {
        let countries = countries
        return try await database.read { tx in try questions.map { try tx.answer($0, countries: countries) } }
    }

    /// The sources of published statistics, the preferred one first.
    package func sources() async throws -> [PublishedSource] {
        try await database.read { tx in try tx.rows(.sources(of: .statistics)) { PublishedSource($0) } }
    }

    /// The source that pages show, with the years it speaks of.
    package func mainSource() async throws -> PublishedSource {
        try await database.read { tx in try tx.source(named: nil) }
    }
}

extension Transaction {
    func answer(_ question: StatisticsQuestion, countries: Countries) throws -> StatisticsAnswer {
        try question.checked()
        let source = try source(named: question.source)
        return StatisticsAnswer(
            question: question, source: source, rows: try figures(question, of: source, countries: countries)
        )
    }

    private func figures(_ question: StatisticsQuestion, of source: PublishedSource, countries: Countries) throws -> [StatisticsRow] {
        var wanted = question.states
        // An empty answer would read as "nothing was reported".
        if let stranger = wanted?.filter({ countries[$0] == nil }).map(\.alpha3).min() { throw QuestionRefused.state(stranger) }
        if let region = question.region {
            let inRegion = Set(countries.countries(in: region).map(\.code))
            guard !inRegion.isEmpty else { throw QuestionRefused.region(region) }
            wanted = wanted.map { $0.intersection(inRegion) } ?? inRegion
        }
        let width = question.by.count
        let regionOf = { (code: CountryCode) in countries[code]?.region }
        var sums: [[FacetValue]: CellSum] = [:]
        let sql = SQL.figures(question, source: source.number, states: wanted.map { $0.map(\.alpha3).sorted() })
        try forEach(sql) { row in
            var values: [FacetValue] = []
            for (column, facet) in question.by.enumerated() {
                guard let value = facet.value(row.optionalText(column), regionOf: regionOf) else { return }
                values.append(value)
            }
            let sum = CellSum(row, from: width)
            if sum.cells > 0 { sums[values, default: CellSum()].add(sum) }
        }
        return sums.map { StatisticsRow(values: $0.key, figure: $0.value.figure) }.sorted { $0.values.precedes($1.values) }
    }
}

extension CellSum {
    /// Reads cells, absent, disputed, states, low, high, few and reason.
    init(_ row: borrowing Row, from first: Int) {
        cells = row.int(first)
        absent = row.int(first + 1)
        disputed = row.int(first + 2)
        states = row.int(first + 3)
        low = row.int(first + 4)
        high = row.int(first + 5)
        few = row.int(first + 6)
        reason = row.int(first + 7)
    }
}
