package import Basics

/// One step of the schema, named by its date and reason. Forward only, run in one transaction, never edited once released.
///
/// The statements are written once, as SQLite's STRICT tables know them (`INTEGER`, `REAL`, `TEXT`, `BLOB`);
/// `Dialect.schema` turns them into PostgreSQL's by the four type words. Where the two truly differ, a step gives both.
package struct Migration: Sendable {
    package let name: String
    let sqlite: [StaticString]
    let postgres: [StaticString]

    /// A step whose statements both databases understand.
    package init(_ name: String, _ statements: StaticString...) {
        self.name = name
        sqlite = statements
        postgres = statements
    }

    /// A step that the two databases say differently.
    package init(_ name: String, sqlite: [StaticString], postgres: [StaticString]) {
        self.name = name
        self.sqlite = sqlite
        self.postgres = postgres
    }
}

extension Dialect {
    /// A statement of a migration in this database's own type words.
    func schema(_ statement: StaticString) -> String {
        let text = "\(statement)"
        guard self == .postgres else { return text }
        return text.replacing(/'[^']*'|\b(INTEGER|BLOB|REAL|TEXT)\b|\)\s*STRICT(?:,\s*WITHOUT ROWID)?\s*$/) { match in
            // What stands in quotes is content.
            if match.output.0.hasPrefix("'") { return String(match.output.0) }
            return switch match.output.1 {
            case "INTEGER": "BIGINT"
            case "BLOB": "BYTEA"
            case "REAL": "DOUBLE PRECISION"
            case "TEXT": "TEXT COLLATE \"C\""
            default: ")"
            }
        }
    }
}

extension Database {
    /// Brings the schema up to this program's, one transaction for each step that is missing.
    /// - Throws: `StoreRefused.newerThanProgram` when the database holds a step that this program does not know.
    /// - Returns: the names of the steps that were run now.
    @discardableResult
    package func migrate(_ migrations: [Migration], at now: Instant) async throws -> [String] {
        try await write { tx in try tx.makeStepTable() }
        let done = try await read { tx in try tx.rows("SELECT name FROM schema_step") { $0.text(0) } }
        let known = Set(migrations.map(\.name))
        if let stranger = done.filter({ !known.contains($0) }).max() { throw StoreRefused.newerThanProgram(migration: stranger) }
        let missing = migrations.filter { !done.contains($0.name) }
        for migration in missing { try await write { tx in try tx.take(migration, at: now) } }
        return missing.map(\.name)
    }
}

extension Transaction {
    func makeStepTable() throws {
        if dialect == .postgres {
            // Two processes that make it at once would collide in the catalogue.
            try run("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/schema_step', 0))")
        }
        try runSchema(
            dialect.schema(
                "CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY, run_at INTEGER NOT NULL) STRICT"
            ))
    }

    /// Runs one step and writes its name down; does nothing when it was run before.
    func take(_ migration: Migration, at now: Instant) throws {
        // Several processes may start at once on PostgreSQL: the second finds the step there and leaves it.
        let claimed = try run(
            "INSERT INTO schema_step (name, run_at) VALUES (\(migration.name), \(now)) ON CONFLICT DO NOTHING"
        )
        guard claimed == 1 else { return }
        let statements = dialect == .sqlite ? migration.sqlite : migration.postgres
        for statement in statements { try runSchema(dialect.schema(statement)) }
    }
}
