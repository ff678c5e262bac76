import Basics
import Foundation
import GRDB

/// A node's database in one SQLite file (write-ahead log, `synchronous=FULL`, foreign keys on): one writer, a pool of readers.
package struct SQLiteDatabase: Database {
    private let pool: any DatabaseWriter

    package var dialect: Dialect { .sqlite }

    /// Opens the file, or makes it, readable by its owner alone.
    package init(path: String, readers: Int = 4) throws {
        do {
            if !FileManager.default.fileExists(atPath: path) {
                guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
                else { throw StoreRefused.readOnly(path: path) }
            }
            pool = try DatabasePool(path: path, configuration: SQLiteDatabase.configuration(readers: readers))
        } catch let error as DatabaseError {
            throw SQLiteDatabase.refusal(error, path: path)
        }
    }

    /// A database that lives as long as this value: for tests and trials.
    package static func inMemory() throws -> SQLiteDatabase {
        SQLiteDatabase(writer: try DatabaseQueue(configuration: configuration(readers: 1)))
    }

    private init(writer: any DatabaseWriter) { pool = writer }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // FULL: a commit that was acknowledged survives the loss of power. What is deleted is overwritten.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // Each connection keeps this much for itself; the rest is in the system's cache, which is nobody's memory. A mapped file would
            // count as ours once for each connection.
            try db.execute(sql: "PRAGMA cache_size = -16000")
            try db.execute(sql: "PRAGMA mmap_size = 0")
            // As PostgreSQL's: LIKE tells capitals from small letters.
            try db.execute(sql: "PRAGMA case_sensitive_like = ON")
            // Sorting in files would leave rows in a temporary folder.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await translated { try await pool.read { db in try body(SQLiteTransaction(db: db, mayChange: false, path: pool.path)) } }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await translated {
            try await pool.writeWithoutTransaction { db in
                var value: Value?
                // IMMEDIATE takes the write lock at once, so that no reader turns writer half-way and fails.
                try db.inTransaction(.immediate) {
                    value = try body(SQLiteTransaction(db: db, mayChange: true, path: pool.path))
                    return .commit
                }
                guard let value else { throw StoreFault.statement(code: "SQLITE", message: "transaction gave no value") }
                return value
            }
        }
    }

    /// Deleted content is overwritten with zeros at once (`secure_delete`); its last traces are in the write-ahead log.
    package func scrub() async throws {
        try await translated {
            try await pool.writeWithoutTransaction { db in
                guard pool is DatabasePool else { return }
                _ = try db.checkpoint(.truncate)
            }
        }
    }

    package func close() async throws { try pool.close() }

    private func translated<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as DatabaseError {
            throw SQLiteDatabase.refusal(error, path: pool.path)
        }
    }

    /// Says in words what SQLite says in numbers; anything else is a fault of the program.
    static func refusal(_ error: DatabaseError, path: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_FULL: StoreRefused.full
        case .SQLITE_IOERR: StoreRefused.diskFault
        case .SQLITE_BUSY, .SQLITE_LOCKED: StoreRefused.locked
        case .SQLITE_NOTADB: StoreRefused.notADatabase(path: path)
        case .SQLITE_CORRUPT: StoreRefused.corrupt
        case .SQLITE_CONSTRAINT where [.SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY].contains(error.extendedResultCode):
            StoreFault.duplicate(error.message ?? "")
        case .SQLITE_CONSTRAINT: StoreFault.constraint(error.message ?? "")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: StoreRefused.readOnly(path: path)
        default: StoreFault.statement(code: "SQLITE_\(error.extendedResultCode.rawValue)", message: error.message ?? "")
        }
    }
}
