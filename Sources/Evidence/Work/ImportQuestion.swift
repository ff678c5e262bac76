import Access
import Basics
import Store
import Web

/// What is asked of the list of imports.
struct ImportQuestion: Sendable {
    var search: String?
    var source: String?
    /// The number after which the page begins.
    var after: Int?
}

/// One import with the name of whoever brought it in.
struct ImportLine: Sendable {
    let run: ImportRun
    let by: Importing
}

/// Who brought a file in.
enum Importing: Sendable, Hashable {
    case person(String)
    case console
    case unknown

    init(_ account: ID<Account>, name: String?) {
        self = account == Actor.console ? .console : name.map(Importing.person) ?? .unknown
    }
}

extension Transaction {
    /// Imports, the latest first, one more than a page shows.
    func imports(_ asked: ImportQuestion) throws -> [ImportLine] {
        // The node’s own case files come in by themselves, and not in a file.
        var conditions: [SQL] = ["s.name <> \(LiveRecords.source)"]
        if let search = asked.search {
            let pattern = search.likePattern
            conditions.append("(LOWER(r.file_name) LIKE \(pattern) ESCAPE '\\' OR LOWER(s.name) LIKE \(pattern) ESCAPE '\\')")
        }
        if let source = asked.source { conditions.append("s.name = \(source)") }
        if let after = asked.after { conditions.append("r.number < \(after)") }
        let filter: SQL = " WHERE " + SQL.joined(conditions, separator: " AND ")
        let runs = try rows("\(sql: .runColumns)\(sql: filter) ORDER BY r.number DESC LIMIT \(ListRequest.fetchCount)") {
            try ImportRun($0)
        }
        return try named(runs)
    }

    func importLine(_ id: ID<ImportRun>) throws -> ImportLine? {
        guard let run = try row(.run(id), { try ImportRun($0) }) else { return nil }
        return try named([run]).first
    }

    /// The names of all sources, for the filter.
    func sourceNames() throws -> [String] {
        try rows("SELECT name FROM source WHERE name <> \(LiveRecords.source) ORDER BY name") { $0.text(0) }
    }

    private func named(_ runs: [ImportRun]) throws -> [ImportLine] {
        let names = try displayNames(of: Set(runs.map(\.importedBy)))
        return runs.map { ImportLine(run: $0, by: Importing($0.importedBy, name: names[$0.importedBy])) }
    }
}

extension String {
    /// The pattern of `LIKE` for texts that hold this one, whatever its signs; the escape is a backslash.
    var likePattern: String {
        "%" + lowercased().replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
    }
}
