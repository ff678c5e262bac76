import Foundation
import GRDB
import GRDBSQLite

/// Statements on one SQLite connection, prepared once and kept by the connection.
struct SQLiteTransaction: Transaction {
    let db: GRDB.Database
    let mayChange: Bool
    /// Where the file is, for what is said when it can't be used.
    let path: String

    var dialect: Dialect { .sqlite }

    func run(_ sql: SQL) throws -> Int {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        return try translated {
            try prepared(sql).execute()
            return db.changesCount
        }
    }

    func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        let statement = try translated { try prepared(sql) }
        defer { sqlite3_reset(statement.sqliteStatement) }
        while true {
            switch sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: try body(Row(source: .sqlite(statement.sqliteStatement)))
            case SQLITE_DONE: return
            case let code:
                let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
                throw SQLiteDatabase.refusal(error, path: path)
            }
        }
    }

    /// SQLite hands out one row at a time by nature.
    func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws { try forEach(sql, body) }

    func runSchema(_ text: String) throws {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        try translated { try db.execute(sql: text) }
    }

    func tryLock(_ name: String) throws -> Bool {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        return true
    }

    private func translated<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let error as DatabaseError { throw SQLiteDatabase.refusal(error, path: path) }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        let sql = try sql.storable()
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
