import Access
import Basics
import Store
import Web

/// What is asked of the list of refused rows.
struct QuarantineQuestion: Sendable {
    var search: String?
    var source: String?
    var code: String?
    var state: QuarantinedRow.State?
    var run: Int?
    var after: Place?

    /// Where a page begins: the last row of the page before.
    struct Place: Sendable {
        let run: Int
        let line: Int
        let id: ID<QuarantinedRow>

        init?(_ values: [String]) {
            guard values.count == 3, let run = Int(values[0]), let line = Int(values[1]), let id = ID<QuarantinedRow>(values[2]) else {
                return nil
            }
            (self.run, self.line, self.id) = (run, line, id)
        }

        static func values(of row: QuarantinedRow) -> [String] { [String(row.run), String(row.line), row.id.description] }
    }

    init(_ asked: ListRequest, run: Int?) {
        (search, source, code) = (asked.search, asked.filters["source"], asked.filters["code"])
        state = asked.filters["state"].flatMap(QuarantinedRow.State.init)
        self.run = run
        after = asked.after.flatMap { Place($0.values) }
    }
}

extension Quarantine {
    /// Refused rows, those of the latest import first and within one by line; one more than a page shows.
    func rows(_ asked: QuarantineQuestion, under permit: Permit<Node>, in tx: any Transaction) throws -> [QuarantinedRow] {
        var conditions: [SQL] = []
        if let run = asked.run { conditions.append("q.run = \(run)") }
        if let source = asked.source { conditions.append("s.name = \(source)") }
        if let code = asked.code { conditions.append("q.code = \(code)") }
        if let state = asked.state { conditions.append("q.state = \(state.rawValue)") }
        if let search = asked.search {
            let pattern = search.likePattern
            let columns: [SQL] = ["q.field", "q.value", "q.reason", "q.code"]
            conditions.append(
                "(" + SQL.joined(columns.map { "LOWER(\(sql: $0)) LIKE \(pattern) ESCAPE '\\'" }, separator: " OR ") + ")"
            )
        }
        if let after = asked.after {
            conditions.append(
                """
                (q.run < \(after.run) OR (q.run = \(after.run) AND (q.line > \(after.line)
                    OR (q.line = \(after.line) AND q.id > \(after.id)))))
                """
            )
        }
        let filter: SQL = conditions.isEmpty ? .none : " WHERE " + SQL.joined(conditions, separator: " AND ")
        return try tx.rows(
            "\(sql: .quarantineColumns)\(sql: filter) ORDER BY q.run DESC, q.line, q.id LIMIT \(ListRequest.fetchCount)"
        ) { try QuarantinedRow($0) }
    }

    /// One refused row.
    func row(_ id: ID<QuarantinedRow>, under permit: Permit<QuarantinedRow>, in tx: any Transaction) throws -> QuarantinedRow? {
        try tx.row(.quarantined(id)) { try QuarantinedRow($0) }
    }
}

extension Transaction {
    /// The kinds of reason for which rows were refused.
    func refusalCodes() throws -> [String] { try rows("SELECT DISTINCT code FROM quarantined_row ORDER BY code") { $0.text(0) } }
}
