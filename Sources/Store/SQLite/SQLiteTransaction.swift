import Foundation
import GRDB
import GRDBSQLite

/// Statements on one SQLite connection, prepared once and kept by the connection.
struct SQLiteTransaction: Transaction {
    let db: GRDB.Database
    let mayChange: Bool

    var dialect: Dialect { .sqlite }

    func run(_ sql: SQL) throws -> Int {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        let statement = try prepared(sql)
        try statement.execute()
        return db.changesCount
    }

    func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while true {
            switch sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: try body(Row(source: .sqlite(statement.sqliteStatement)))
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
        }
    }

    func runSchema(_ text: String) throws {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        try db.execute(sql: text)
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        let statement = try db.cachedStatement(sql: sql.text(for: .sqlite))
        let pointer = statement.sqliteStatement
        // A cached statement may be in use further up the stack (a query inside forEach): then take one of its own.
        let free = sqlite3_stmt_busy(pointer) == 0 ? statement : try db.makeStatement(sql: sql.text(for: .sqlite))
        try free.setArguments(StatementArguments(sql.values.map(\.databaseValue)))
        return free
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
