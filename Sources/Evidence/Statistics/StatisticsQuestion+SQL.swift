import Basics
import Store
import Vocabulary

extension SQL {
    /// The figures that answer a question, one row per combination of its facets, in this order of columns:
    /// the facets (a region is asked for by State and folded later), cells, absent, disputed, states, low, high, few, reason.
    static func figures(_ question: StatisticsQuestion, source: Int, states: [String]?) -> SQL {
        let facets = SQL.joined(question.by.map(\.column), separator: ", ")
        let group: SQL = facets.isEmpty ? .none : " GROUP BY " + facets
        let lead: SQL = facets.isEmpty ? .none : facets + ", "
        // With a State in every row there is one; counting different ones would sort each group.
        let distinct: SQL =
            question.by.contains(.state) || question.by.contains(.region)
            ? "CASE WHEN SUM(absent) < SUM(cells) THEN 1 ELSE 0 END" : "COUNT(DISTINCT CASE WHEN absent < cells THEN state END)"
        return
            "SELECT \(sql: lead)\(sql: sums(states: distinct)) FROM (\(sql: cells(question, source: source, states: states))) AS cell\(sql: group)"
    }

    private static func sums(states: SQL) -> SQL {
        """
        SUM(cells), SUM(absent), SUM(disputed), \(sql: states), COALESCE(SUM(low), 0), COALESCE(SUM(high), 0), SUM(few), MAX(reason)
        """
    }

    /// Each cell that counts towards the answer, once.
    private static func cells(_ question: StatisticsQuestion, source: Int, states: [String]?) -> SQL {
        let place = place(question, source: source, states: states)
        guard question.by.contains(.citizenship) else {
            return """
                SELECT state, year, sex, age, category, low, high, 1 AS cells, \(sql: marks)
                FROM statistic s WHERE \(sql: place) AND \(sql: grain(question))
                """
        }
        // One country under two names ("NIGERIA", "Nigerians") may be one figure twice or two halves of it:
        // what is sure is at least the larger and at most the sum.
        return """
            SELECT state, year, category, MAX(low) AS low, SUM(high) AS high, SUM(cells) AS cells, SUM(absent) AS absent,
                SUM(disputed) AS disputed, SUM(few) AS few, MAX(reason) AS reason
            FROM (
                SELECT state, year, category, low, high, 1 AS cells, \(sql: marks)
                FROM statistic s
                WHERE \(sql: place) AND \(sql: grain(question)) AND (category IS NULL OR category <> \(Citizenship.columnTotal))
            ) AS named
            GROUP BY state, year, category
            """
    }

    private static let marks: SQL = """
        CASE WHEN kind = 'absent' THEN 1 ELSE 0 END AS absent,
        CASE WHEN kind = 'disputed' THEN 1 ELSE 0 END AS disputed,
        CASE WHEN kind = 'few' THEN 1 ELSE 0 END AS few,
        CASE absence WHEN 'withheld' THEN 3 WHEN 'not_collected' THEN 2 WHEN 'not_applicable' THEN 1 ELSE 0 END AS reason
        """

    private static func place(_ question: StatisticsQuestion, source: Int, states: [String]?) -> SQL {
        var place: SQL = "s.source = \(source) AND s.indicator = \(question.indicator.rawValue)"
        place += " AND s.dimension = \(question.dimension.rawValue)"
        if let years = question.years { place += " AND s.year BETWEEN \(years.lowerBound) AND \(years.upperBound)" }
        if let states { place += " AND s.state IN \(list: states)" }
        return place
    }

    /// Which cells hold the split that is asked for. A subtotal is taken as published; where a State publishes only its
    /// parts (women and girls, but no figure for females), their sum stands in for it. Never both.
    private static func grain(_ question: StatisticsQuestion) -> SQL {
        let anySex: SQL = "s.sex IN ('female', 'male', 'other', 'unknown')"
        let anyAge: SQL = "s.age IN ('child', 'adult', 'unknown')"
        switch (question.by.contains(.sex), question.by.contains(.age)) {
        case (false, false): return "s.sex = 'total' AND s.age = 'total'"
        case (true, true): return anySex + " AND " + anyAge
        case (true, false):
            return anySex + """
                 AND s.age IN ('total', 'child', 'adult', 'unknown') AND (s.age = 'total' OR NOT EXISTS (
                    SELECT 1 FROM statistic whole
                    WHERE whole.source = s.source AND whole.state = s.state AND whole.indicator = s.indicator
                        AND whole.dimension = s.dimension AND whole.sex = s.sex AND whole.age = 'total'
                        AND whole.year = s.year AND whole.label = s.label
                ))
                """
        case (false, true):
            return anyAge + """
                 AND s.sex IN ('total', 'female', 'male', 'other', 'unknown') AND (s.sex = 'total' OR NOT EXISTS (
                    SELECT 1 FROM statistic whole
                    WHERE whole.source = s.source AND whole.state = s.state AND whole.indicator = s.indicator
                        AND whole.dimension = s.dimension AND whole.sex = 'total' AND whole.age = s.age
                        AND whole.year = s.year AND whole.label = s.label
                ))
                """
        }
    }
}

extension StatisticsQuestion {
    var dimension: Dimension {
        if by.contains(.form) { return .exploitation }
        return by.contains(.citizenship) ? .citizenship : .total
    }
}

extension Facet {
    fileprivate var column: SQL {
        switch self {
        case .year: "year"
        case .state, .region: "state"
        case .sex: "sex"
        case .age: "age"
        case .form, .citizenship: "category"
        }
    }

    /// Reads the facet's column.
    func value(_ text: String?, regionOf: (CountryCode) -> String?) -> FacetValue? {
        switch self {
        case .year: text.flatMap { Int($0) }.map(FacetValue.year)
        case .state: text.flatMap { CountryCode($0) }.map(FacetValue.state)
        case .region: text.flatMap { CountryCode($0) }.map { .region(regionOf($0)) }
        case .sex: text.flatMap { Sex(rawValue: $0) }.map(FacetValue.sex)
        case .age: text.flatMap { AgeBand(rawValue: $0) }.map(FacetValue.age)
        case .form: .form(text)
        case .citizenship: .citizenship(Citizenship(code: text))
        }
    }
}
