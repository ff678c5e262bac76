/// Statements on one PostgreSQL connection.
struct PostgresTransaction: Transaction {
    let connection: PostgresConnection
    let mayChange: Bool

    var dialect: Dialect { .postgres }

    func run(_ sql: SQL) throws -> Int {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        return try connection.execute(sql.storable()).changed
    }

    func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try connection.execute(sql.storable()).forEach(body)
    }

    func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try connection.stream(sql.storable(), body)
    }

    func runSchema(_ text: String) throws {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        try connection.command(text)
    }

    func tryLock(_ name: String) throws -> Bool {
        // The schema is part of the name: several nodes may share one PostgreSQL. Let go when the transaction ends.
        try exists("SELECT 1 WHERE pg_try_advisory_xact_lock(hashtextextended(current_schema() || '/' || \(name), 0))")
    }
}
