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
        try forEach(sql) { _ in }
        return db.changesCount
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

    /// Runs one statement again and again with the next values: for what comes in bulk.
    /// - Returns: which of the rows, counted from 0, changed nothing.
    @discardableResult
    func runEach(_ sql: SQL, _ values: [SQLValue], columns: Int) throws -> [Int] {
        guard mayChange else { throw StoreFault.readOnlyTransaction }
        return try translated {
            var idle: [Int] = []
            for case .text(let text) in values where text.utf8.contains(0) { throw StoreRefused.unstorableText }
            let statement = try prepared(sql).sqliteStatement
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            for start in stride(from: 0, to: values.count, by: columns) {
                try bind(values[start..<start + columns], to: statement)
                let code = sqlite3_step(statement)
                guard code == SQLITE_DONE || code == SQLITE_ROW else {
                    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
                }
                if db.changesCount == 0 { idle.append(start / columns) }
            }
            return idle
        }
    }

    private func bind(_ values: ArraySlice<SQLValue>, to statement: OpaquePointer) throws {
        sqlite3_reset(statement)
        var place: Int32 = 1
        for value in values {
            let code = value.bind(to: statement, at: place)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage) }
            place += 1
        }
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
        try bind(sql.values[...], to: free.sqliteStatement)
        return free
    }
}

extension SQLValue {
    /// Binds straight to the statement: an import binds millions of values.
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, number)
        case .real(let number): return sqlite3_bind_double(statement, place, number)
        case .text(var text):
            return text.withUTF8 { utf8 in
                // No bytes may come without an address, which SQLite would read as NULL.
                guard let first = utf8.baseAddress, !utf8.isEmpty else { return sqlite3_bind_text(statement, place, "", 0, copied) }
                return first.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text(statement, place, $0, Int32(utf8.count), copied)
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
            return bytes.withUnsafeBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), copied) }
        }
    }
}

/// Tells SQLite to copy what is bound before the call returns (its `SQLITE_TRANSIENT`, a macro that Swift can't see).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
