package import Basics

/// A node's database: SQLite in a folder, or PostgreSQL for a node of several machines.
///
/// A closure given to `read` or `write` runs on a thread of the database's own, never on an event loop. It may run more
/// than once on PostgreSQL (a serialisation conflict is tried again, a bounded number of times), so it must have no
/// effect besides its statements.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs a closure that sees one unchanging state and changes nothing.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Runs a closure whose changes are all kept, durably, when it returns, and all undone when it throws.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Overwrites or frees what deleted rows have left behind in the database's files.
    func scrub() async throws

    /// Ends the connections; what was committed is on disk.
    func close() async throws
}

/// What a closure can do inside `Database.read` or `write`. Never leaves its closure.
package protocol Transaction {
    var dialect: Dialect { get }

    /// Runs a statement that gives no rows.
    /// - Returns: how many rows it changed.
    @discardableResult
    func run(_ sql: SQL) throws -> Int

    /// Hands each row of an answer to a closure, one after the other.
    func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws

    /// The same as `forEach` for an answer that may be too large to hold: it arrives in portions.
    func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws

    /// Runs the text of a schema change, as it stands in a migration.
    func runSchema(_ text: String) throws

    /// Takes a lock by name until this transaction ends, without waiting: for what only one process may do at a time.
    /// - Returns: `false` when another process holds it. On SQLite a writer is alone anyway, so it is always given.
    func tryLock(_ name: String) throws -> Bool
}

extension Transaction {
    package func rows<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql) { values.append(try read($0)) }
        return values
    }

    /// The first row, or `nil` when there is none.
    package func row<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> Value? {
        var value: Value?
        try forEach(sql) { row in
            if value == nil { value = try read(row) }
        }
        return value
    }

    /// Whether the statement gives any row.
    package func exists(_ sql: SQL) throws -> Bool { try row(sql) { _ in true } ?? false }

    /// The number in the first column of the first row; 0 when there is no row.
    package func count(_ sql: SQL) throws -> Int { try row(sql) { $0.int(0) } ?? 0 }

    /// Runs a change that must hit exactly one row which the caller has read before.
    /// - Throws: `StoreRefused.changedMeanwhile` when the row has another version by now, or is gone.
    package func runOnOne(_ sql: SQL) throws {
        guard try run(sql) == 1 else { throw StoreRefused.changedMeanwhile }
    }
}

/// What the store refuses, in words for the person who runs the node or stands before the screen.
package enum StoreRefused: Refusal {
    case changedMeanwhile
    case newerThanProgram(migration: String)
    case full
    case locked
    case unreachable
    case notADatabase(path: String)
    case corrupt
    case readOnly(path: String)
    case wrongURL
    case noConnection(reason: String)
    case tooSlow
    case diskFault
    case unstorableText
    case notPermitted

    package var code: String {
        switch self {
        case .changedMeanwhile: "store.changed-meanwhile"
        case .newerThanProgram: "store.newer-than-program"
        case .full: "store.full"
        case .locked: "store.locked"
        case .unreachable: "store.unreachable"
        case .notADatabase: "store.not-a-database"
        case .corrupt: "store.corrupt"
        case .readOnly: "store.read-only"
        case .wrongURL: "store.wrong-url"
        case .noConnection: "store.no-connection"
        case .tooSlow: "store.too-slow"
        case .diskFault: "store.disk-fault"
        case .unstorableText: "store.unstorable-text"
        case .notPermitted: "store.not-permitted"
        }
    }

    package var message: String {
        switch self {
        case .changedMeanwhile: "Somebody else has changed this since you opened it. Look at it again, then repeat your change."
        case .newerThanProgram(let migration):
            "This database was last opened by a newer Concord (it holds “\(migration)”). Start that version or a later one; nothing was changed."
        case .full: "The disk is full, so this was not saved; nothing before it is lost. Make room on the disk, then try again."
        case .locked: "The database is busy with another program. Wait a moment and try again; nothing was changed."
        case .unreachable:
            "The database does not answer, so this was not saved. Try again in a moment; if it lasts, start PostgreSQL or check --database."
        case .notADatabase(let path): "\(path) is not a SQLite database. Name another folder with --data, or put the right file back."
        case .corrupt: "The database file is damaged. Stop Concord, keep the file, and restore the newest backup with “concord restore”."
        case .readOnly(let path): "\(path) can't be written. Give the account that runs Concord the right to write there."
        case .wrongURL:
            "--database takes postgres://user@host:port/name. The password comes from the environment (PGPASSWORD) or a password file."
        case .noConnection(let reason):
            "PostgreSQL can't be reached (\(reason)). Start it, or check --database and the password in PGPASSWORD or the password file."
        case .tooSlow: "The database took too long, so this was stopped and nothing was changed. Ask for less at once, or try again later."
        case .diskFault:
            "The disk could not be read or written, so this was not saved. Check the disk and its cable, then start Concord again."
        case .notPermitted:
            "The PostgreSQL account may not make or change tables here. Let its administrator make it the owner of the database, or grant it ALL on the schema."
        case .unstorableText: "The text holds an invisible character (U+0000) that can't be kept. Type it again instead of pasting it."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .changedMeanwhile: .conflict
        case .full, .locked, .unreachable, .noConnection, .tooSlow, .diskFault: .unavailable
        default: .invalid
        }
    }
}

/// A fault that no user can mend: details go to the log, the person sees a reference number.
package enum StoreFault: Error, Sendable, Equatable {
    case column(Int, expected: String)
    case statement(code: String, message: String)
    case readOnlyTransaction
    /// A unique key exists already. Names the key, never the value.
    case duplicate(String)
    /// Another rule of the schema (foreign key, CHECK, NOT NULL) is broken. Names the rule, never the value.
    case constraint(String)
}
