import CLibpq
import Foundation

/// One connection through libpq, with the statements it has prepared.
///
/// A class because libpq's handle has one owner and an end; not an actor because libpq blocks, and an actor would block a
/// thread that others wait for. `PostgresPool` hands it to one thread at a time.
final class PostgresConnection {
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var cursors = 0
    /// What the server said about the last statement that failed in the present transaction.
    private(set) var failure: PostgresFailure?

    /// Beyond this the cache is emptied: lists of varying length make ever new statements.
    private static let cacheLimit = 400

    init(to address: PostgresAddress, statementTimeout: Duration) throws(StoreRefused) {
        let parameters = address.parameters(statementTimeout: statementTimeout)
        let keys = parameters.map { strdup($0.0) }
        let values = parameters.map { strdup($0.1) }
        defer { for text in keys + values { free(text) } }
        let connection = (keys + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { keys in
            (values + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
                PQconnectdbParams(keys.baseAddress, values.baseAddress, 0)
            }
        }
        guard let connection else { throw .unreachable }
        guard PQstatus(connection) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(connection)).split(separator: "\n").first.map(String.init) ?? ""
            PQfinish(connection)
            throw .noConnection(reason: reason)
        }
        handle = connection
        // The server's remarks ("relation exists, skipping") would go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    deinit { PQfinish(handle) }

    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK }

    /// Whether a transaction is open, or unknown to be closed.
    var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    func begin(mayChange: Bool) throws {
        failure = nil
        cursors = 0
        try command(mayChange ? "BEGIN ISOLATION LEVEL SERIALIZABLE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    /// - Throws: also when the server rolled back because a statement had failed and its error went unheeded.
    func commit() throws {
        let result = try command("COMMIT")
        guard result.tag == "COMMIT" else {
            throw failure?.translated ?? StoreFault.statement(code: "25P02", message: "a failed transaction was not undone")
        }
    }

    func rollback() {
        if !isIdle, !isBroken { _ = try? command("ROLLBACK") }
    }

    /// Runs text as it stands: transactions and schema changes.
    @discardableResult
    func command(_ text: String) throws -> PostgresResult { try checked(PQexec(handle, text)) }

    func execute(_ sql: SQL) throws -> PostgresResult {
        let text = sql.text(for: .postgres)
        let bound = try PostgresArguments(sql.values)
        let name = try statement(text, bound)
        return try bound.withPointers { values, lengths, formats in
            try checked(PQexecPrepared(handle, name, Int32(bound.count), values, lengths, formats, 0))
        }
    }

    /// Runs a statement without preparing it.
    func executeOnce(_ sql: SQL) throws {
        let bound = try PostgresArguments(sql.values)
        _ = try bound.withPointers { values, lengths, formats in
            try checked(
                PQexecParams(handle, sql.text(for: .postgres), Int32(bound.count), bound.types, values, lengths, formats, 0)
            )
        }
    }

    /// Opens a cursor and hands its rows over in portions.
    func stream(_ sql: SQL, portion: Int = 2_000, _ body: (borrowing Row) throws -> Void) throws {
        cursors += 1
        let name = "cursor_\(cursors)"
        let bound = try PostgresArguments(sql.values)
        _ = try bound.withPointers { values, lengths, formats in
            try checked(
                PQexecParams(
                    handle, "DECLARE \(name) NO SCROLL CURSOR FOR " + sql.text(for: .postgres), Int32(bound.count), bound.types,
                    values, lengths, formats, 0
                )
            )
        }
        while true {
            let rows = try command("FETCH \(portion) FROM \(name)")
            try rows.forEach(body)
            if rows.count < portion { break }
        }
        try command("CLOSE \(name)")
    }

    /// Forgets every prepared statement: the schema may have changed under them.
    func forgetStatements() {
        prepared = [:]
        if isIdle { _ = try? command("DEALLOCATE ALL") }
    }

    private func statement(_ text: String, _ bound: PostgresArguments) throws -> String {
        let key = bound.signature + text
        if let name = prepared[key] { return name }
        if prepared.count >= PostgresConnection.cacheLimit {
            try command("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        _ = try checked(PQprepare(handle, name, text, Int32(bound.count), bound.types))
        prepared[key] = name
        return name
    }

    private func checked(_ pointer: OpaquePointer?) throws -> PostgresResult {
        guard let pointer else {
            let lost = PostgresFailure(state: "08006", message: "connection lost")
            failure = lost
            throw lost.translated
        }
        let result = PostgresResult(pointer)
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return result
        default:
            let said = PostgresFailure(result: pointer, connectionLost: isBroken)
            failure = said
            throw said.translated
        }
    }
}

/// An answer of the server; libpq's memory is freed with it.
final class PostgresResult {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var count: Int { Int(PQntuples(pointer)) }
    var changed: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
    var tag: String { String(cString: PQcmdStatus(pointer)) }

    func forEach(_ body: (borrowing Row) throws -> Void) throws {
        for row in 0..<PQntuples(pointer) { try body(Row(source: .postgres(pointer, row: row))) }
    }
}
